package message

import "encoding/json"

// Message is what a publisher sends.
type Message struct {
	Name    string `json:"name"`
	Payload []byte `json:"payload"`
}

// MaxPayload is the largest payload, in bytes (LM2).
const MaxPayload = 65536

// Error is a failure with the code of the protocol.
type Error struct {
	Code int
	Text string
}

func (e *Error) Error() string { return e.Text }

// Encode gives the wire form of a message (LM1, LM2).
func Encode(m Message) ([]byte, error) {
	if len(m.Payload) > MaxPayload {
		return nil, &Error{Code: 40009, Text: "payload too large"}
	}
	return json.Marshal(m)
}
