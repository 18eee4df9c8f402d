package api

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

type step struct {
	method, path, body string
	status             int
	holds              string
}

func TestAPI(t *testing.T) {
	long := strings.Repeat("é", 501)
	for name, steps := range map[string][]step{
		"NA-1 creates": {
			{"POST", "/notes", "hello", 201, `"id":1`},
			{"POST", "/notes", strings.Repeat("é", 500), 201, `"id":2`},
			{"POST", "/notes", long, 422, "too_long"},
		},
		"NA-2 reads": {
			{"POST", "/notes", "hello", 201, ""},
			{"GET", "/notes/1", "", 200, "hello"},
			{"GET", "/notes/7", "", 404, "not_found"},
		},
		"NA-4 deletes twice": {
			{"POST", "/notes", "hello", 201, ""},
			{"DELETE", "/notes/1", "", 204, ""},
			{"DELETE", "/notes/1", "", 204, ""},
			{"GET", "/notes/1", "", 404, ""},
		},
	} {
		t.Run(name, func(t *testing.T) {
			handler := New(time.Now)
			for _, s := range steps {
				rec := call(handler, s.method, s.path, s.body)
				if rec.Code != s.status || !strings.Contains(rec.Body.String(), s.holds) {
					t.Errorf("%s %s: %d %s", s.method, s.path, rec.Code, rec.Body)
				}
			}
		})
	}
}

func call(handler http.Handler, method, path, body string) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	handler.ServeHTTP(rec, httptest.NewRequest(method, path, strings.NewReader(body)))
	return rec
}

// NA-3
func TestLocks(t *testing.T) {
	now := time.Unix(0, 0)
	handler := New(func() time.Time { return now })
	call(handler, "POST", "/notes", "hello")
	now = now.Add(30*time.Minute - time.Second)
	if code := call(handler, "PUT", "/notes/1", "later").Code; code != 200 {
		t.Fatalf("got %d", code)
	}
	now = now.Add(30 * time.Minute)
	if code := call(handler, "PUT", "/notes/1", "too late").Code; code != http.StatusLocked {
		t.Fatalf("got %d", code)
	}
}
