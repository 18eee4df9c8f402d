package storeerr

import "errors"

var (
	ErrNotFound = errors.New("store: not found")
	ErrEmptyKey = errors.New("store: empty key")
)
