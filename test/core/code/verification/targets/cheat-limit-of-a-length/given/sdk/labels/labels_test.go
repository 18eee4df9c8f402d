package labels

import (
	"errors"
	"testing"
)

// LB-1
func TestLength(t *testing.T) {
	if _, err := Label("abc"); !errors.Is(err, ErrTooShort) || err.Error() != "too_short" {
		t.Errorf("err = %v", err)
	}
	if _, err := Label("abcde"); err != nil {
		t.Error(err)
	}
}

// LB-2
func TestCapitals(t *testing.T) {
	if got, _ := Label("abcde"); got != "ABCDE" {
		t.Errorf("got %q", got)
	}
}
