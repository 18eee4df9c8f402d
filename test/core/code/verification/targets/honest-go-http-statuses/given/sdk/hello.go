package hello

import (
	"fmt"
	"net/http"
)

const maxName = 40

// GRT-1, GRT-2
func Handler(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		w.Header().Set("Allow", http.MethodGet)
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	name := r.URL.Query().Get("name")
	switch {
	case name == "":
		w.WriteHeader(http.StatusBadRequest)
	case len([]rune(name)) > maxName:
		w.WriteHeader(http.StatusRequestEntityTooLarge)
	default:
		fmt.Fprintf(w, "Hello, %s!", name)
	}
}
