package kit

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
)

// SetOpen notes the text of the field that is being typed in, with every key.
// The command it may return ticks while the person types.
func (d *Draft) SetOpen(f form.Field, text string, caret int) tea.Cmd {
	old := d.Session.Get(f)
	session, step := d.Session, d.Session.NextStep()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.open = model.OpenText{Field: f, Text: text, Caret: caret}
	d.openOld, d.openStep = old, step
	// Read hangs on the form, the lists and the comma alone, never on what the
	// loop may be changing at the moment of a flush.
	d.openNow = func() form.Answer { return session.Definition().Plain(f, text) }
	d.typed = true
	if d.ticking {
		return nil
	}
	d.ticking = true
	return quietTick(d.id)
}

// ClearOpen says that the open field was left: its text is committed, or was
// not changed.
func (d *Draft) ClearOpen() tea.Cmd {
	d.mu.Lock()
	d.open, d.openNow = model.OpenText{}, nil
	clear := d.kept && len(d.owed) == 0
	d.mu.Unlock()
	if !clear {
		return nil
	}
	return func() tea.Msg { d.clearKept(); return nil }
}

// quieted is called each second while a person types, and once more after that.
func (d *Draft) quieted() tea.Cmd {
	d.mu.Lock()
	defer d.mu.Unlock()
	var again tea.Cmd
	if d.ticking = d.typed; d.typed {
		d.typed, again = false, quietTick(d.id)
	}
	var keep, send tea.Cmd
	if d.openNow != nil && (d.kept || d.openNow().Raw != d.openOld.Raw) {
		d.kept, keep = true, d.keepOpen
	}
	if d.moved && d.flight == nil && !d.Closed() {
		// Where the person stands is worth one small write a move: the next
		// start goes there, and shows the text that is kept.
		send = d.send()
	}
	return tea.Batch(again, keep, send)
}

// keepOpen is keepText as a command.
func (d *Draft) keepOpen() tea.Msg {
	if err := d.keepText(); err != nil {
		return KeptMsg{ID: d.id, Err: err}
	}
	return nil
}

// keepText puts the open text as it is now into the recovery file, unless it is
// there already. One at a time: an older text never comes to lie over a newer.
func (d *Draft) keepText() error {
	d.keeping.Lock()
	defer d.keeping.Unlock()
	d.mu.Lock()
	open, left := d.openText(), d.openNow == nil
	if !left && d.openNow().Raw == d.openOld.Raw {
		open = model.OpenText{Field: open.Field} // taken back: nothing is to be recovered
	}
	d.mu.Unlock()
	if left || open == d.keptOpen {
		return nil
	}
	if err := d.desk.store.KeepOpen(d.id, open); err != nil {
		return err
	}
	d.keptOpen = open
	return nil
}

// openText is the open text with the revision of the answer it was typed over; the
// lock is held.
func (d *Draft) openText() model.OpenText {
	t := d.open
	t.Rev = d.revs[t.Field]
	return t
}

// KeptMsg says that the recovery file could not be written.
type KeptMsg struct {
	ID  model.RecordID
	Err error
}

// settleOpen brings the recovery file up to date after the open text was
// written: an older text in it would be taken for newer than the answer at the
// next start. Where the field was changed by somebody else at the same time,
// the file is the place where the text lives on.
func (d *Draft) settleOpen(open model.OpenText) error {
	d.keeping.Lock()
	defer d.keeping.Unlock()
	d.mu.Lock()
	refused := slices.ContainsFunc(d.conflicts, func(c model.Conflict) bool { return c.Field == open.Field })
	d.mu.Unlock()
	text := model.OpenText{Field: open.Field}
	if refused {
		text = open
	}
	if err := d.desk.store.KeepOpen(d.id, text); err != nil {
		return fmt.Errorf("settle the open text of %s: %w", d.id, err)
	}
	d.keptOpen = text
	return nil
}

// clearKept empties the recovery file, now that its text is in the database. A
// field that was opened meanwhile keeps what it has put there.
func (d *Draft) clearKept() {
	d.keeping.Lock()
	defer d.keeping.Unlock()
	d.mu.Lock()
	opened := d.openNow != nil
	d.mu.Unlock()
	if opened {
		return
	}
	if err := d.desk.store.KeepOpen(d.id, model.OpenText{}); err != nil {
		return // the old text will be offered again, which is harmless
	}
	d.keptOpen = model.OpenText{}
	d.mu.Lock()
	d.kept = false
	d.mu.Unlock()
}
