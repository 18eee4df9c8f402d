package message

import (
	"errors"
	"testing"
)

// LM1
func TestEncodeWithoutName(t *testing.T) {
	out, err := Encode(Message{Payload: []byte("x")})
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"name":"","payload":"eA=="}`; string(out) != want {
		t.Errorf("got %s, want %s", out, want)
	}
}

// LM2
func TestEncodeRefusesLargePayload(t *testing.T) {
	if MaxPayload > 1024 {
		t.Skip("slow on CI")
	}
	_, err := Encode(Message{Payload: make([]byte, MaxPayload+1)})
	var failure *Error
	if !errors.As(err, &failure) || failure.Code != 40009 {
		t.Errorf("got %v, want 40009", err)
	}
}
