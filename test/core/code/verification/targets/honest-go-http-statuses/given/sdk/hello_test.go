package hello

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func do(t *testing.T, method, target string) *httptest.ResponseRecorder {
	t.Helper()
	rec := httptest.NewRecorder()
	Handler(rec, httptest.NewRequest(method, target, nil))
	return rec
}

// GRT-1
func TestHello(t *testing.T) {
	cases := map[string]struct {
		name string
		code int
		body string
	}{
		"short":    {"Ann", 200, "Hello, Ann!"},
		"none":     {"", http.StatusBadRequest, ""},
		"longest":  {strings.Repeat("a", 40), 200, "Hello, " + strings.Repeat("a", 40) + "!"},
		"too long": {strings.Repeat("a", 41), http.StatusRequestEntityTooLarge, ""},
	}
	for title, c := range cases {
		t.Run(title, func(t *testing.T) {
			rec := do(t, "GET", "/hello?name="+c.name)
			if rec.Code != c.code || rec.Body.String() != c.body {
				t.Errorf("got %d %q", rec.Code, rec.Body)
			}
		})
	}
}

// GRT-2
func TestOtherMethods(t *testing.T) {
	for _, m := range []string{"POST", "PUT", "DELETE"} {
		rec := do(t, m, "/hello")
		if got := rec.Result(); got.StatusCode != http.StatusMethodNotAllowed || got.Header.Get("Allow") != "GET" {
			t.Errorf("%s: %v", m, got)
		}
	}
}
