package lamp

type Failure struct{ Code int }

func (f Failure) Error() string { return "lamp failure" }

type Lamp struct {
	level int
	blinks int
}

// LM1
func (l *Lamp) Dim(level int) error {
	if level > 100 {
		return Failure{Code: 5501}
	}
	l.level = level
	return nil
}

// LM2
func (l *Lamp) Blink(times int) error {
	l.blinks += times
	return nil
}
