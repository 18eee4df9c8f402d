package heartbeat

import "time"

// HB1
const Interval = 25 * time.Second

// Ticker gives ticks.
type Ticker interface {
	Every(d time.Duration, f func())
}

// Conn is what heartbeats are sent on.
type Conn interface {
	Ping() bool
	Close()
}

// Start sends heartbeats (HB1, HB2).
func Start(t Ticker, c Conn) {
	missed := 0
	t.Every(60*time.Second, func() {
		if c.Ping() {
			missed = 0
			return
		}
		missed++
		if missed == 2 {
			c.Close()
		}
	})
}
