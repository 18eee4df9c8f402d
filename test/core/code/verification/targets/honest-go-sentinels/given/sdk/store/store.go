package store

import "example.com/acme/storeerr"

// Store keeps values by key.
type Store struct{ values map[string]string }

func New() *Store { return &Store{values: map[string]string{}} }

// Get gives the value of a key (DB1).
func (s *Store) Get(key string) (string, error) {
	value, ok := s.values[key]
	if !ok {
		return "", storeerr.ErrNotFound
	}
	return value, nil
}

// Set keeps a value (DB2).
func (s *Store) Set(key, value string) error {
	if key == "" {
		return storeerr.ErrEmptyKey
	}
	s.values[key] = value
	return nil
}

// Len is the number of keys.
func (s *Store) Len() int { return len(s.values) }
