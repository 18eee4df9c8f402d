package lamp

import "testing"

// LM1
func TestDim(t *testing.T) {
	l := &Lamp{}
	if err := l.Dim(100); err != nil {
		t.Fatal(err)
	}
	err := l.Dim(101)
	if f, ok := err.(Failure); !ok || f.Code != 5501 {
		t.Fatalf("got %v", err)
	}
}

// LM2
func TestBlink(t *testing.T) {
	l := &Lamp{}
	err := l.Dim(101)
	if f, ok := err.(Failure); !ok || f.Code != 5501 {
		t.Fatalf("got %v", err)
	}
	_ = l.Blink(3)
}
