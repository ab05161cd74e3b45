package kit

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
)

// Somebody else may complete a record in which a person types, or has answers that
// are not saved yet. Nothing of that is given up: the draft stays one here, it is
// said at once, and reopening the record saves what is owed.

// ShutMsg says that a record which is a draft here was completed by somebody else,
// or was reopened since. The root hands it to Desk.Shut.
type ShutMsg struct {
	ID     model.RecordID
	By     string // who completed it
	Opened bool   // it was reopened
	of     *Draft
}

// Shut reports whether somebody else has completed the record, and who, as far as
// it is known.
func (d *Draft) Shut() (by string, shut bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.shutBy, d.shut
}

// lookShut reads whether the record was completed, while the person is in the
// middle of something; the lock is held.
func (d *Draft) lookShut() tea.Cmd {
	if d.flight != nil || d.Closed() {
		return nil
	}
	seen, shut, by, store := d.seen, d.shut, d.shutBy, d.desk.store
	return func() tea.Msg {
		ctx := context.Background()
		rev, err := store.Rev(ctx, d.id)
		if err != nil || rev == seen {
			return nil
		}
		op, err := store.Record(ctx, d.id)
		if err != nil {
			return nil // the next look may have more luck
		}
		closed := op.Record.Status == model.Completed
		if closed == shut && (!closed || by != "") {
			return nil
		}
		return ShutMsg{ID: d.id, By: op.Record.ChangedBy, Opened: !closed, of: d}
	}
}

// Shut notes that a record was completed by somebody else, or reopened. It reports
// whether that is so and new.
func (k *Desk) Shut(msg ShutMsg) bool {
	d := k.Draft(msg.ID)
	if d == nil || d != msg.of || d.Closed() {
		return false
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.shut, d.shutBy = !msg.Opened, msg.By
	return true
}
