package key

import (
	"fmt"
	"strings"
)

const minSecret = 16

type Key struct {
	App, ID, Secret string
}

type Error struct{ Code int }

func (e *Error) Error() string { return fmt.Sprintf("key refused (%d)", e.Code) }

// Parse reads a key (KY1, KY2).
func Parse(text string) (Key, error) {
	name, secret, ok := strings.Cut(text, ":")
	app, id, dotted := strings.Cut(name, ".")
	if !ok || !dotted || app == "" || id == "" {
		return Key{}, &Error{Code: 40005}
	}
	if len(secret) < minSecret {
		return Key{}, &Error{Code: 40006}
	}
	return Key{App: app, ID: id, Secret: secret}, nil
}
