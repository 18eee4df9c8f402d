package handle

// Refusal says why a handle is not allowed.
type Refusal struct{ Code string }

func (r *Refusal) Error() string { return "handle refused: " + r.Code }

const (
	shortest = 3
	longest  = 15
)

// Check refuses handles that are not allowed.
func Check(handle string) error {
	// HA1
	if n := len(handle); n < shortest || n > longest {
		return &Refusal{Code: "bad_length"}
	}
	// HA2
	if handle[0] >= '0' && handle[0] <= '9' {
		return &Refusal{Code: "leading_digit"}
	}
	return nil
}
