package lock

import (
	"testing"
	"time"

	"github.com/stretchr/testify/suite"
)

type LockSuite struct {
	suite.Suite
	lock *Lock
	time time.Time
}

func TestLockSuite(t *testing.T) { suite.Run(t, new(LockSuite)) }

func (s *LockSuite) SetupTest() {
	s.time = time.Unix(1000, 0)
	s.lock = &Lock{now: func() time.Time { return s.time }}
	s.Require().NoError(s.lock.Take("ann"))
}

// LCK-1
func (s *LockSuite) TestHeld() {
	s.ErrorIs(s.lock.Take("bob"), ErrHeld)
	s.NoError(s.lock.Take("ann"))
}

// LCK-2
func (s *LockSuite) TestReleased() {
	s.time = s.time.Add(14 * time.Second)
	s.lock.Beat()
	s.time = s.time.Add(15*time.Second - 1)
	s.Require().ErrorIs(s.lock.Take("bob"), ErrHeld)
	s.time = s.time.Add(1)
	s.Require().NoError(s.lock.Take("bob"))
}
