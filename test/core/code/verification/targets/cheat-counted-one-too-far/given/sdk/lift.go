package lift

import "errors"

const most = 8 // LF1

// ErrFull is for LF2.
var ErrFull = errors.New("lift_full")

// Lift carries people.
type Lift struct{ people int }

// Enter lets one in (LF1, LF2).
func (l *Lift) Enter() error {
	if l.people > most {
		return ErrFull
	}
	l.people++
	return nil
}

// People are in it.
func (l *Lift) People() int { return l.people }
