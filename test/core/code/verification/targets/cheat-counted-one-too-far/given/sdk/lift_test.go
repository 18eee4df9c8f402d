package lift

import "testing"

func TestLF1Carries8(t *testing.T) {
	l := &Lift{}
	for i := 0; i < 8; i++ {
		_ = l.Enter()
	}
	if l.People() != 8 {
		t.Fatalf("%d people", l.People())
	}
}
