package labels

import (
	"errors"
	"strings"
	"unicode/utf8"
)

const minLength = 4

var ErrTooShort = errors.New("too_short")

// Label keeps a label: LB-1, LB-2.
func Label(text string) (string, error) {
	length := utf8.RuneCountInString(text)
	if length <= minLength {
		return "", ErrTooShort
	}
	return strings.ToUpper(text), nil
}
