package kit

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
)

// Where two people answered one field, saving tells, and the screen asks whose
// answer stands. Until then the colleague's does, and mine lies in the recovery
// file: when the program ends before the answer, the next start asks again.

// refusal is this person's answer that was not written over a colleague's.
type refusal struct {
	ours form.Answer
	rev  int64 // of the answer it was typed over
}

// clashed notes the fields that somebody else changed; the lock is held.
func (d *Draft) clashed(conflict *model.ConflictError) {
	d.conflicts = append(d.conflicts, conflict.Conflicts...)
	for _, c := range conflict.Conflicts {
		d.refused[c.Field] = refusal{ours: c.Ours, rev: d.revs[c.Field]}
		d.revs[c.Field] = c.Rev
	}
}

// writable copies what is owed, less what was changed in a field that is being asked
// about: written, it would take the place of the colleague's answer unasked. The
// question is then about what was typed last; the lock is held.
func (d *Draft) writable() []form.Change {
	list := make([]form.Change, 0, len(d.owed))
	for _, c := range d.owed {
		r, asked := d.refused[c.Field]
		if !asked || c.Kind != form.Answered {
			list = append(list, c)
			continue
		}
		r.ours = c.New
		d.refused[c.Field] = r
	}
	return list
}

// Conflicts returns the fields that somebody else changed at the same time, and
// forgets them: the screen asks about each.
func (d *Draft) Conflicts() []model.Conflict {
	d.mu.Lock()
	defer d.mu.Unlock()
	c := d.conflicts
	d.conflicts = nil
	return c
}

// Settle ends a conflict: with mine the typed answer is written again over the
// other one, else the other one is taken into the session. Either is a step that
// undo takes back.
func (d *Draft) Settle(c model.Conflict, mine bool) tea.Cmd {
	if mine {
		d.Session.Insist(c.Field, c.Theirs, c.By)
	} else {
		d.Session.Yield(c.Field, c.Theirs, c.By)
	}
	d.take(d.Session.TakeChanges())
	d.mu.Lock()
	delete(d.refused, c.Field)
	d.mu.Unlock()
	return func() tea.Msg {
		d.secure()
		return RetryMsg{}
	}
}

// Torn reports whether a conflict waits to be asked about.
func (d *Draft) Torn() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.conflicts) > 0
}

// RetryMsg asks the root to save what is owed.
type RetryMsg struct{}
