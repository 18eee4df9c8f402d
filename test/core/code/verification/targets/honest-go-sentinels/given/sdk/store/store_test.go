package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/acme/store"
	"example.com/acme/storeerr"
)

func TestGetOfUnknownKey_DB1(t *testing.T) {
	_, err := store.New().Get("a")
	require.ErrorIs(t, err, storeerr.ErrNotFound)
}

func TestSetWithEmptyKey_DB2(t *testing.T) {
	s := store.New()
	require.ErrorIs(t, s.Set("", "x"), storeerr.ErrEmptyKey)
	require.Equal(t, 0, s.Len())
}
