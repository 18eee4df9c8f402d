package meter

import "fmt"

type Refused struct{ Code int }

func (r Refused) Error() string { return fmt.Sprintf("refused: %d", r.Code) }

type Reading struct {
	At    int64
	Value float64
}

// MT1
func Keep(last, next Reading) (bool, string) {
	if next.At-last.At < 60 {
		return false, "duplicate"
	}
	return true, ""
}

// MT2
func Check(r Reading) error {
	if r.Value < 0 {
		return Refused{Code: 7105}
	}
	return nil
}
