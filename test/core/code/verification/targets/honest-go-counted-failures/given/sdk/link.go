package link

import "errors"

const (
	maxDials = 6
	maxPings = 3
	maxKept  = 9
)

var ErrFull = errors.New("full")

type Link struct {
	State  string
	dials  int
	failed int
	kept   int
}

// LI1
func (l *Link) PingFailed() {
	l.failed++
	if l.failed >= maxPings {
		l.State = "down"
	}
}

// LI1
func (l *Link) DialFailed() {
	l.dials++
	if l.dials < maxDials {
		return
	}
	l.State = "dead"
}

// LI1
func (l *Link) Keep() error {
	l.kept++
	if l.kept > maxKept {
		l.kept--
		return ErrFull
	}
	return nil
}
