package heartbeat

import (
	"testing"
	"time"
)

type fakeTicker struct{ f func() }

func (t *fakeTicker) Every(_ time.Duration, f func()) { t.f = f }

type fakeConn struct {
	answers bool
	pings   int
	closed  bool
}

func (c *fakeConn) Ping() bool { c.pings++; return c.answers }
func (c *fakeConn) Close()     { c.closed = true }

// HB1
func TestHeartbeatInterval(t *testing.T) {
	if Interval != 25*time.Second {
		t.Errorf("got %s, want 25s", Interval)
	}
	ticker, conn := &fakeTicker{}, &fakeConn{answers: true}
	Start(ticker, conn)
	ticker.f()
	if conn.pings != 1 {
		t.Errorf("got %d pings", conn.pings)
	}
}

// HB2
func TestClosesAfterTwoMissed(t *testing.T) {
	ticker, conn := &fakeTicker{}, &fakeConn{}
	Start(ticker, conn)
	ticker.f()
	if conn.closed {
		t.Error("closed after one")
	}
	ticker.f()
	if !conn.closed {
		t.Error("not closed after two")
	}
}
