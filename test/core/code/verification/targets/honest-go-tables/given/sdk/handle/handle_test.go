package handle

import (
	"errors"
	"strings"
	"testing"
)

func requireCode(t *testing.T, err error, code string) {
	t.Helper()
	var refusal *Refusal
	if !errors.As(err, &refusal) || refusal.Code != code {
		t.Fatalf("got %v, want %s", err, code)
	}
}

// HA1
func TestLength(t *testing.T) {
	cases := []struct {
		length int
		ok     bool
	}{
		{2, false},
		{3, true},
		{15, true},
		{16, false},
	}
	for _, c := range cases {
		err := Check(strings.Repeat("a", c.length))
		if c.ok && err != nil {
			t.Errorf("%d: %v", c.length, err)
		}
		if !c.ok {
			requireCode(t, err, "bad_length")
		}
	}
}

// HA2
func TestLeadingDigit(t *testing.T) {
	requireCode(t, Check("1abc"), "leading_digit")
	if err := Check("a1bc"); err != nil {
		t.Fatal(err)
	}
}
