package api

import (
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"time"
	"unicode/utf8"
)

const (
	maxLength = 500
	lockAfter = 1800 * time.Second
)

type note struct {
	ID   int       `json:"id"`
	Text string    `json:"text"`
	at   time.Time
}

type server struct {
	now   func() time.Time
	notes map[int]*note
	last  int
}

// New returns the handler of the API.
func New(now func() time.Time) http.Handler {
	s := &server{now: now, notes: map[int]*note{}}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /notes", s.create)
	mux.HandleFunc("GET /notes/{id}", s.read)
	mux.HandleFunc("PUT /notes/{id}", s.write)
	mux.HandleFunc("DELETE /notes/{id}", s.remove)
	return mux
}

func fail(w http.ResponseWriter, status int, code string) {
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]string{"code": code})
}

func (s *server) create(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if utf8.RuneCount(body) > maxLength {
		fail(w, http.StatusUnprocessableEntity, "too_long")
		return
	}
	s.last++
	n := &note{ID: s.last, Text: string(body), at: s.now()}
	s.notes[n.ID] = n
	w.WriteHeader(http.StatusCreated)
	_ = json.NewEncoder(w).Encode(n)
}

func (s *server) find(r *http.Request) *note {
	id, _ := strconv.Atoi(r.PathValue("id"))
	return s.notes[id]
}

func (s *server) read(w http.ResponseWriter, r *http.Request) {
	n := s.find(r)
	if n == nil {
		fail(w, http.StatusNotFound, "not_found")
		return
	}
	_ = json.NewEncoder(w).Encode(n)
}

func (s *server) write(w http.ResponseWriter, r *http.Request) {
	n := s.find(r)
	if n == nil {
		fail(w, http.StatusNotFound, "not_found")
		return
	}
	if s.now().Sub(n.at) >= lockAfter {
		w.WriteHeader(http.StatusLocked)
		return
	}
	body, _ := io.ReadAll(r.Body)
	n.Text, n.at = string(body), s.now()
}

func (s *server) remove(w http.ResponseWriter, r *http.Request) {
	if n := s.find(r); n != nil {
		delete(s.notes, n.ID)
	}
	w.WriteHeader(http.StatusNoContent)
}
