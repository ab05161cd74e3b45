package kit

import (
	"context"
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/i18n"
)

// CompletedMsg says how completing or reopening a record went.
type CompletedMsg struct {
	ID       model.RecordID
	Reopened bool
	Err      error
	// What completing led to in the register, by kind: records that were begun,
	// and those that were brought up to date.
	Begun   map[model.Kind]int
	Changed map[model.Kind]int
}

// States of a followed record that the program itself gives. One whose row was
// taken out of the minutes is withdrawn; it is open again when the row is back.
const (
	withdrawn = "withdrawn"
	reopened  = "open"
)

// Complete closes the record; CompletedMsg says how it went. What became
// irrelevant is cleared first, and what is owed is saved. The rows that are to be
// followed up become records, those of an earlier completion are brought up to
// date, and the answers about former findings go into these: all of it is written
// or nothing. A record that somebody else changed is not completed before the
// person has seen it as it is: the error is model.ErrUnseen, and so it is while a
// conflict waits to be asked about.
func (d *Draft) Complete() tea.Cmd {
	d.Session.ClearHidden()
	d.take(d.Session.TakeChanges())
	d.measure() // also what was taken over from somebody else
	f := following{desk: d.desk, of: d.Record, def: d.Session.Definition(), rows: d.Session.AddedRows(),
		opens: d.Session.Opens(), settles: d.Session.Settles()}
	d.mu.Lock()
	f.closing = model.Save{ID: d.id, Progress: d.progress, Head: d.head, Place: d.place, Sitting: d.sitting}
	d.mu.Unlock()
	return func() tea.Msg {
		defer d.claim(nil)()
		ctx := context.Background()
		err := d.saveOwed(ctx)
		if err == nil && d.Torn() {
			err = fmt.Errorf("complete %s: %w", d.id, model.ErrUnseen)
		}
		if err == nil {
			f.revs = d.known()
			err = f.complete(ctx)
		}
		return CompletedMsg{ID: d.id, Err: err, Begun: f.begun, Changed: f.changed}
	}
}

// following works out what completing a record means for others. It belongs to
// one command and has copies of everything.
type following struct {
	desk           *Desk
	of             model.Record
	def            *form.Definition
	closing        model.Save            // of the record itself: how it stands, without changes
	revs           map[form.Field]int64  // of its answers, as the person knows them
	rows           map[string][]form.Row // as the person knows them
	opens, settles []form.Followed
	said           saidBefore

	begun, changed map[model.Kind]int
}

// tries is how often what completing hangs on is read again, when somebody else
// changes a part of it between the reading and the writing.
const tries = 3

// complete closes the record, and writes all that follows.
func (f *following) complete(ctx context.Context) error {
	for range tries {
		op, err := f.desk.store.Record(ctx, f.of.ID)
		if err != nil {
			return fmt.Errorf("complete %s: %w", f.of.ID, err)
		}
		if f.unseen(op) {
			return fmt.Errorf("complete %s: %w", f.of.ID, model.ErrUnseen)
		}
		c, err := f.completion(ctx)
		if err != nil {
			return fmt.Errorf("complete %s: %w", f.of.ID, err)
		}
		c.Save, c.Rev = f.closing, op.Record.Rev
		if _, err = f.desk.store.Complete(ctx, c); !errors.Is(err, model.ErrConflict) {
			return err
		}
	}
	return model.ErrBusy
}

// unseen reports whether the record has answers or rows that the person does not
// know of, or lacks some: what would follow from it is not what was read here.
func (f *following) unseen(op *model.Opened) bool {
	for field, rev := range op.Revs {
		if rev > f.revs[field] {
			return true
		}
	}
	for _, it := range f.def.Items() {
		theirs, ours := slices.Sorted(slices.Values(op.Filled.Rows[it.Name])), slices.Sorted(slices.Values(f.rows[it.Name]))
		if !slices.Equal(theirs, ours) {
			return true
		}
	}
	return false
}

func (f *following) completion(ctx context.Context) (c model.Completion, err error) {
	f.begun, f.changed = map[model.Kind]int{}, map[model.Kind]int{}
	if f.said, err = f.readSaid(ctx); err != nil {
		return c, err
	}
	if f.followsRows() {
		if c.New, c.Changed, err = f.followRows(ctx); err != nil {
			return c, err
		}
	}
	for _, answered := range f.settles {
		op, err := f.desk.store.Record(ctx, model.RecordID(answered.Record))
		if errors.Is(err, model.ErrNotFound) {
			continue // it was found in another database: what the minutes say of it stands there
		}
		if err != nil {
			return c, fmt.Errorf("read the followed record %s: %w", answered.Record, err)
		}
		session := f.desk.session(op)
		if !f.overtaken(session, answered) {
			f.change(&c.Changed, op, session, f.news(session, answered))
		}
	}
	return c, nil
}

// opensIn reports whether rows of a table are followed up.
func (f *following) opensIn(table string) bool {
	it := f.def.Item(table)
	return it != nil && it.Table != nil && it.Table.Opens != nil
}

// followsRows reports whether rows of any table are.
func (f *following) followsRows() bool {
	return slices.ContainsFunc(f.def.Items(), func(it *form.Item) bool { return f.opensIn(it.Name) })
}

// followRows begins a record for each row that has none, brings the others up to
// date, and withdraws those whose row is gone.
func (f *following) followRows(ctx context.Context) (begun []model.NewRecord, changed []model.Save, err error) {
	had, err := f.children(ctx)
	if err != nil {
		return nil, nil, err
	}
	stands := map[model.RecordID]bool{}
	for _, row := range f.opens {
		i := slices.IndexFunc(had, func(op *model.Opened) bool { return cameFrom(op.Record, row) })
		if i < 0 {
			in, err := f.begin(row)
			if err != nil {
				return nil, nil, err
			}
			begun = append(begun, in)
			f.begun[model.Kind(row.Form)]++
			continue
		}
		op := had[i]
		stands[op.Record.ID] = true
		if err := f.bringUpToDate(ctx, &changed, op, row); err != nil {
			return nil, nil, err
		}
	}
	for _, op := range had {
		if !stands[op.Record.ID] && f.said.last[rowOrigin(op.Record)] {
			session := f.desk.session(op)
			f.change(&changed, op, session, stateOf(session, withdrawn, i18n.VI().Fill.RowGone))
		}
	}
	return begun, changed, nil
}

// bringUpToDate writes to the record of a row what the row says anew. One that the
// program withdrew is followed up again; one that a person withdrew while its row
// stood stays so.
func (f *following) bringUpToDate(ctx context.Context, changed *[]model.Save, op *model.Opened, row form.Followed) error {
	session := f.desk.session(op)
	known := f.news(session, row)
	if op.Record.Head.State == withdrawn && !f.said.last[row.Origin] {
		state, err := f.stateBefore(ctx, op)
		if err != nil {
			return err
		}
		known = append(known, stateOf(session, state, i18n.VI().Fill.RowBack)...)
	}
	f.change(changed, op, session, known)
	return nil
}

// cameFrom reports whether a followed record was begun for a row.
func cameFrom(r model.Record, row form.Followed) bool {
	return r.Kind() == model.Kind(row.Form) && rowOrigin(r) == row.Origin
}

// rowOrigin is the row that a followed record was begun for.
func rowOrigin(r model.Record) form.Field { return form.Field{Item: r.Origin.Item, Row: r.Origin.Row} }

// children reads the records that former completions began.
func (f *following) children(ctx context.Context) ([]*model.Opened, error) {
	kinds := model.Followed()
	for _, row := range f.opens {
		kinds = append(kinds, model.Kind(row.Form))
	}
	list, err := all(ctx, f.desk.store, model.Query{Kinds: kinds, Parent: f.of.ID, Order: model.ByDay})
	if err != nil {
		return nil, fmt.Errorf("look for what is followed up: %w", err)
	}
	var had []*model.Opened
	for _, sum := range list {
		op, err := f.desk.store.Record(ctx, sum.ID)
		if err != nil {
			return nil, fmt.Errorf("read the followed record %s: %w", sum.ID, err)
		}
		if f.opensIn(op.Record.Origin.Item) {
			had = append(had, op)
		}
	}
	return had, nil
}

// begin makes the record of a row.
func (f *following) begin(row form.Followed) (model.NewRecord, error) {
	def, err := f.desk.forms.For(row.Form, f.of.Programme, f.of.Day)
	if err != nil {
		return model.NewRecord{}, fmt.Errorf("follow up %s: %w", row.Origin, err)
	}
	of := f.of
	in := model.NewRecord{Parent: of.ID, Origin: row.Origin, Unit: of.Unit, UnitName: of.UnitName, UnitPath: of.UnitPath, Day: of.Day,
		Round: of.Round, Programme: of.Programme, Projects: of.Projects, Form: def}
	session := form.NewSession(def, form.Record{}, f.desk.Setting(recordOf(in)))
	session.Begin(append(knownOf(in), row.Known...))
	in.Changes, in.Progress, in.Head = session.TakeChanges(), session.Progress(), session.Head()
	return in, nil
}

// change answers items of a followed record, where they are not so already.
func (f *following) change(saves *[]model.Save, op *model.Opened, session *form.Session, known []form.FieldText) {
	session.AnswerAll(known, form.Filled)
	changes := session.TakeChanges()
	if len(changes) == 0 {
		return
	}
	save := model.Save{ID: op.Record.ID, Changes: changes, Revs: map[form.Field]int64{}, Progress: session.Progress(),
		Place: op.Record.Place, Head: session.Head()}
	for _, c := range changes {
		save.Revs[c.Field] = op.Revs[c.Field]
	}
	*saves = append(*saves, save)
	f.changed[op.Record.Kind()]++
}

// Reopen makes a completed record a draft again, for a reason.
func (d *Draft) Reopen(reason string) tea.Cmd {
	return func() tea.Msg {
		err := d.desk.store.Reopen(context.Background(), d.id, reason)
		return CompletedMsg{ID: d.id, Reopened: true, Err: err}
	}
}
