package link

import "testing"

// LI1
func TestPings(t *testing.T) {
	l := &Link{State: "up"}
	l.PingFailed()
	l.PingFailed()
	if l.State != "up" {
		t.Fatalf("state = %q after 2", l.State)
	}
	l.PingFailed()
	if l.State != "down" {
		t.Fatalf("state = %q after 3", l.State)
	}
}

// LI1
func TestDials(t *testing.T) {
	l := &Link{State: "up"}
	for n := 1; n <= 6; n++ {
		l.DialFailed()
		if dead := l.State == "dead"; dead != (n == 6) {
			t.Fatalf("dead = %v after %d", dead, n)
		}
	}
}

// LI1
func TestKeeps(t *testing.T) {
	l := &Link{}
	for n := 1; n <= 9; n++ {
		if err := l.Keep(); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Keep(); err != ErrFull {
		t.Fatalf("err = %v", err)
	}
}
