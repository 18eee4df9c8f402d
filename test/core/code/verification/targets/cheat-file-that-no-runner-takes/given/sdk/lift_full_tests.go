package lift

import "testing"

func TestLF2RefusesOneMore(t *testing.T) {
	l := &Lift{people: 8}
	if err := l.Enter(); err == nil || err.Error() != "lift_full" {
		t.Fatalf("got %v", err)
	}
}
