package kit

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
)

// Two people fill in one inspection. While a draft lies open, its revision is
// looked at, one number a look; only a new one leads to reading the record again.
// What somebody else has saved is taken over as soon as the person here owes
// nothing and types nothing: a field that both change is asked about by saving.

// watchEvery is how long a change by somebody else may stay unseen at most, with
// the time to read it.
const watchEvery = 1500 * time.Millisecond

// WatchMsg comes while a draft lies on the desk.
type WatchMsg struct {
	ID model.RecordID
	of *Draft // whom the next one is for; nil: there is no next one
}

// TheirsMsg brings a record as it is in the store, when its revision is a new one.
// The root hands it to Desk.Adopt.
type TheirsMsg struct {
	ID      model.RecordID
	opened  *model.Opened
	rev     int64
	settled int // what was saved from here when it was read
	gone    map[form.Field]string
	of      *Draft
}

// AdoptedMsg says that what somebody else saved was taken over into a draft.
type AdoptedMsg struct {
	ID model.RecordID
	By string // who saved last
	// Fields that became different, in no order; none where rows alone did.
	Fields []form.Field
	// Gone tells who took out rows that stood here, by table and row.
	Gone map[form.Field]string
}

// Watch begins to look whether somebody else changes the record, once a draft.
func (d *Draft) Watch() tea.Cmd {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.watched {
		return nil
	}
	d.watched = true
	return d.watchTick()
}

// watchTick comes at the first look that shows something new. The looks that
// show nothing do not come to the loop: each would wake half a dozen threads, and
// a hundred people on one machine rest most of the time.
func (d *Draft) watchTick() tea.Cmd {
	return tea.Tick(watchEvery, func(time.Time) tea.Msg {
		for !d.news() {
			time.Sleep(watchEvery)
		}
		return WatchMsg{ID: d.id, of: d}
	})
}

// news reports whether the record has a revision that the draft has not seen, or
// the draft is off the desk and nobody need look any more. A look that failed is
// made again; a store in trouble tells by saving.
func (d *Draft) news() bool {
	if d.desk.Draft(d.id) != d {
		return true
	}
	rev, err := d.desk.store.Rev(context.Background(), d.id)
	d.mu.Lock()
	defer d.mu.Unlock()
	return err == nil && rev != d.seen
}

// Watched is called by the root for each WatchMsg: it looks, and goes on looking
// as long as the draft lies on the desk.
func (k *Desk) Watched(msg WatchMsg) tea.Cmd {
	d := k.Draft(msg.ID)
	switch {
	case d == nil:
		return nil
	case msg.of == nil:
		return d.look()
	case msg.of != d: // it was taken off the desk and put there again, with a watch of its own
		return nil
	}
	return tea.Batch(d.watchTick(), d.look())
}

// look reads the record when its revision is a new one. While the person is in the
// middle of something nothing is taken over; only that it was completed is told.
func (d *Draft) look() tea.Cmd {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.busy() {
		return d.lookShut()
	}
	seen, settled, store, rows := d.seen, d.settled, d.desk.store, d.Session.AddedRows()
	return func() tea.Msg {
		ctx := context.Background()
		rev, err := store.Rev(ctx, d.id)
		if err != nil || rev == seen {
			return nil // a look that failed is made again; a store in trouble tells by saving
		}
		op, err := store.Record(ctx, d.id)
		if err != nil {
			return nil
		}
		return TheirsMsg{ID: d.id, opened: op, rev: rev, settled: settled, gone: removers(ctx, store, op, rows), of: d}
	}
}

// removers tells who took out rows that were there; who saved last may be another.
// The history is read only where a row is gone.
func removers(ctx context.Context, store Store, op *model.Opened, rows map[string][]form.Row) map[form.Field]string {
	gone := map[form.Field]string{}
	for table, list := range rows {
		for _, r := range list {
			if !slices.Contains(op.Filled.Rows[table], r) {
				gone[form.Field{Item: table, Row: r}] = ""
			}
		}
	}
	if len(gone) == 0 {
		return nil
	}
	events, err := store.History(ctx, op.Record.ID)
	if err != nil {
		return nil // it is said without the name of who did it
	}
	for _, e := range events {
		f := form.Field{Item: e.Field.Item, Row: e.Field.Row}
		if _, ok := gone[f]; ok && e.Kind == string(form.RowRemoved) {
			gone[f] = e.By
		}
	}
	return gone
}

// busy reports whether something is typed, owed, or being saved; the lock is held.
func (d *Draft) busy() bool {
	typing := d.openNow != nil && d.openNow().Raw != d.openOld.Raw
	return typing || len(d.owed) > 0 || d.flight != nil
}

// Adopt takes over what somebody else has saved, unless the person here has done
// something since it was read: the next look sees it as well. It reports whether
// anything became different.
func (k *Desk) Adopt(msg TheirsMsg) (AdoptedMsg, bool) {
	d := k.Draft(msg.ID)
	if d == nil || d != msg.of {
		return AdoptedMsg{}, false
	}
	d.mu.Lock()
	if d.busy() || d.settled != msg.settled || msg.opened.Record.Form != d.Record.Form {
		d.mu.Unlock()
		return AdoptedMsg{}, false
	}
	d.seen = msg.rev
	theirs := d.newer(msg.opened)
	d.mu.Unlock()
	adopted := AdoptedMsg{ID: d.id, By: msg.opened.Record.ChangedBy, Gone: msg.gone}
	for _, fa := range theirs {
		if d.Session.Get(fa.Field) != fa.Answer {
			adopted.Fields = append(adopted.Fields, fa.Field)
		}
	}
	changed := d.Session.AdoptAll(theirs, msg.opened.Filled.Rows, adopted.By)
	if now := msg.opened.Record; now.Status != d.Record.Status {
		d.Turned(now.Status)
		changed = true
	}
	if changed {
		d.measure()
	}
	return adopted, changed
}

// Moved takes a draft off the desk when somebody else has moved its record to
// another form: what is shown of it is stale. It reports whether that was so; the
// root then tells every screen with a MovedMsg.
func (k *Desk) Moved(msg TheirsMsg) bool {
	d := k.Draft(msg.ID)
	if d == nil || d != msg.of || msg.opened.Record.Form == d.Record.Form {
		return false
	}
	k.Close(msg.ID)
	return k.Draft(msg.ID) == nil
}

// newer lists the answers that were saved after those the draft knows, and notes
// their revisions; the lock is held. A field that is being asked about keeps this
// person's answer: saving that one meets the newer one, and asks again.
func (d *Draft) newer(op *model.Opened) []form.FieldAnswer {
	var list []form.FieldAnswer
	for f, rev := range op.Revs {
		if _, asked := d.refused[f]; !asked && rev > d.revs[f] {
			list = append(list, form.FieldAnswer{Field: f, Answer: op.Filled.Answers[f]})
			d.revs[f] = rev
		}
	}
	slices.SortFunc(list, func(a, b form.FieldAnswer) int {
		switch x, y := a.Field.String(), b.Field.String(); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return list
}
