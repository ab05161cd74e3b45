package kit

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
)

// What a record says depends on records around it: on those that belong to it,
// which its form counts, and on the one it belongs to, whose answers it may show.

// lookAround counts the records that belong to a draft, and brings up to date what
// it shows of the one it belongs to. A completed record stays as it was.
func (d *Draft) lookAround(ctx context.Context) error {
	for _, kind := range d.childKinds() {
		n, err := countOf(ctx, d.desk.store, kind, d.id)
		if err != nil {
			return err
		}
		d.Session.SetChildren(string(kind), n)
	}
	if err := d.follow(ctx); err != nil {
		return err
	}
	d.measure()
	return d.readPins(ctx)
}

// follow brings up to date what is shown of the record that this one belongs to.
// Where that one is not in the store, as after a part of the records was brought
// over from elsewhere, everything stays as it was.
func (d *Draft) follow(ctx context.Context) error {
	if d.Closed() || d.Record.Parent == "" || !follows(d.Session.Definition()) {
		return nil
	}
	op, err := d.desk.store.Record(ctx, d.Record.Parent)
	if errors.Is(err, model.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read what it belongs to: %w", err)
	}
	d.Session.Inherit(d.desk.session(op), false)
	return nil
}

// measure works out how far the draft is, and its head.
func (d *Draft) measure() {
	progress, head := d.Session.Progress(), d.Session.Head()
	d.Record.Head = head
	d.mu.Lock()
	defer d.mu.Unlock()
	d.progress, d.head = progress, head
}

// follows reports whether a form shows answers of the record it belongs to.
func follows(def *form.Definition) bool {
	for _, it := range def.Items() {
		if it.Inherit != "" && it.Readonly {
			return true
		}
	}
	return false
}

// childKinds are the kinds of records that the form counts.
func (d *Draft) childKinds() []model.Kind {
	var kinds []model.Kind
	for _, it := range d.Session.Definition().Items() {
		if it.Kind == form.KindRecords {
			kinds = append(kinds, model.Kind(it.Form))
		}
	}
	return kinds
}

// CountedMsg says how many records of each kind belong to one, as the draft's
// Counted takes it.
type CountedMsg struct {
	ID    model.RecordID
	Count map[model.Kind]int
	Err   error
}

// Recount counts the records that belong to a draft again: a list of them may have
// been left. It is nil for a form that counts none.
func (d *Draft) Recount() tea.Cmd {
	kinds, store, id := d.childKinds(), d.desk.store, d.id
	if len(kinds) == 0 {
		return nil
	}
	return func() tea.Msg {
		msg := CountedMsg{ID: id, Count: map[model.Kind]int{}}
		for _, kind := range kinds {
			if msg.Count[kind], msg.Err = countOf(context.Background(), store, kind, id); msg.Err != nil {
				break
			}
		}
		return msg
	}
}

// Counted takes the answer to Recount; it reports whether anything follows from it.
func (d *Draft) Counted(msg CountedMsg) bool {
	changed := false
	for kind, n := range msg.Count {
		changed = d.Session.SetChildren(string(kind), n) || changed
	}
	if changed {
		d.measure()
		d.mu.Lock()
		d.moved = true // how far it is goes along with the place
		d.mu.Unlock()
	}
	return changed
}
