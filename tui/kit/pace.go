package kit

import (
	"time"

	"giamsat/model"
	"giamsat/model/form"
)

// What entering takes is counted for the person's own statistics: keys by the
// root, answers and corrections by what is committed, and time from key to key.
// The clock is not read here: whoever reads the keyboard says when a key came.

// Press says what a key or paste does, as far as statistics tell it.
type Press int

// The kinds of presses.
const (
	Pressed   Press = iota
	PressBack       // takes letters back
)

// Moment says when the key that comes next was pressed. It may be called from
// any goroutine; without it no time is counted.
func (k *Desk) Moment(at time.Time) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.moment = at
}

// Count counts a press in a record, where it lies on the desk and is not closed.
func (k *Desk) Count(id model.RecordID, p Press) {
	k.mu.Lock()
	d, at := k.drafts[id], k.moment
	k.mu.Unlock()
	if d == nil || d.Closed() || at.IsZero() {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	s := &d.sitting
	if s.Began.IsZero() {
		s.Began = at
	}
	s.Keys++
	if p == PressBack {
		s.Deleted++
	}
	if gap := at.Sub(d.pressed); !d.pressed.IsZero() && gap > 0 && gap <= model.Pause {
		s.Active += gap
	}
	d.pressed = at
}

// Sitting is what entering has taken in this run of the program.
func (d *Draft) Sitting() model.Sitting {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.sitting
}

// tally counts answers and corrections among changes; the lock is held. What is
// carried over counts as answered once the person has passed it or typed over it.
func (d *Draft) tally(changes []form.Change) {
	for _, c := range changes {
		fresh := c.Old.IsZero() || c.Old.Carried
		switch {
		case c.Cause == form.Cleared || c.Cause == form.Filled || c.Cause == form.Redone:
		case c.Cause == form.Undone, c.Kind == form.RowRemoved:
			d.sitting.Corrections++
		case c.Kind != form.Answered || c.New.Carried || c.New.IsZero() && fresh:
		case fresh:
			d.sitting.Answers++
		case c.Old.Raw != c.New.Raw:
			d.sitting.Corrections++
		}
	}
}
