package client

import (
	"errors"
	"net/http"
	"testing"
)

type failing struct{ calls int }

func (f *failing) Do(*http.Request) (*http.Response, error) {
	f.calls++
	return nil, errors.New("no route")
}

// RT1
func TestSendRetriesThreeTimes(t *testing.T) {
	doer := &failing{}
	req, _ := http.NewRequest(http.MethodGet, "http://example.com", nil)
	if _, err := New(doer).Send(req); err == nil {
		t.Fatal("expected an error")
	}
	if doer.calls != 4 {
		t.Errorf("got %d calls, want 4", doer.calls)
	}
}

// RT2
func TestSendUnauthorized(t *testing.T) {
	doer := &failing{}
	req, _ := http.NewRequest(http.MethodPost, "http://example.com/401", nil)
	_, err := New(doer).Send(req)
	if err == nil {
		t.Fatal("expected an error")
	}
	if doer.calls != maxRetries+1 {
		t.Errorf("got %d calls", doer.calls)
	}
}
