package lock

import (
	"errors"
	"time"
)

var ErrHeld = errors.New("lock is held")

const ttl = 15 * time.Second

type Lock struct {
	now    func() time.Time
	holder string
	until  time.Time
}

// LCK-1 LCK-2
func (l *Lock) Take(who string) error {
	if l.holder != "" && l.holder != who && l.now().Before(l.until) {
		return ErrHeld
	}
	l.holder = who
	l.Beat()
	return nil
}

// LCK-2
func (l *Lock) Beat() { l.until = l.now().Add(ttl) }
