package key

import (
	"errors"
	"testing"
)

// KY1, KY2
func TestParse(t *testing.T) {
	tests := []struct {
		name string
		text string
		code int
	}{
		{"good", "app.id:0123456789abcdef", 0},
		{"no colon", "app.id", 40005},
		{"no dot", "app:0123456789abcdef", 40005},
		{"short secret", "app.id:0123456789abcde", 40006},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(tt.text)
			code := 0
			var failure *Error
			if errors.As(err, &failure) {
				code = failure.Code
			}
			if code != tt.code {
				t.Errorf("Parse(%q): got code %d, want %d", tt.text, code, tt.code)
			}
		})
	}
}
