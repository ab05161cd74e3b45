package kit

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// Entry by repetition: former records whose answers may be carried into a draft.
// They are read when they are first asked for, so that a record that needs none
// opens as fast as ever; the screen that asked waits, and keys are kept for it.

// How many former records are looked through at most: of the unit, of those that
// belong to the same round or visit, and of the same person.
const (
	ofUnit   = 5
	ofRound  = 5
	ofPerson = 3
)

// Former is a record whose answers may be carried into a draft.
type Former struct {
	ID       model.RecordID
	UnitName string
	Day      vn.Date
	// Own is set for a record of the draft's unit, or of one that went wholly into it.
	Own     bool
	Session *form.Session // read only
}

// FormerMsg brings the former records that were asked for.
type FormerMsg struct {
	ID   model.RecordID
	List []Former
	Err  error
}

// ReadFormer looks up the former records of a draft: of its unit, newest day
// first, before this one; then others that belong to the same round or visit,
// newest first; then older ones of the same person. It is nil once they are there.
func (e *Env) ReadFormer(d *Draft) tea.Cmd {
	if d.formerRead {
		return nil
	}
	desk, user, r := d.desk, e.User, d.Record
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), Patience)
		defer cancel()
		list, err := desk.former(ctx, r, user)
		if err != nil {
			err = fmt.Errorf("look for former records of %s: %w", r.ID, err)
		}
		return FormerMsg{ID: r.ID, List: list, Err: err}
	}
}

// TakeFormer keeps what ReadFormer found. After a failure it is asked for again.
func (d *Draft) TakeFormer(msg FormerMsg) {
	if msg.ID == d.id && msg.Err == nil {
		d.former, d.formerRead = msg.List, true
	}
}

// Former lists the former records, in the order in which they are offered. The
// caller does not change the list.
func (d *Draft) Former() []Former { return d.former }

// Last is the unit's latest former record; false where there is none.
func (d *Draft) Last() (Former, bool) {
	for _, f := range d.former {
		if f.Own {
			return f, true
		}
	}
	return Former{}, false
}

func (k *Desk) former(ctx context.Context, r model.Record, user string) ([]Former, error) {
	kinds := []model.Kind{r.Kind()}
	seen := map[model.RecordID]bool{r.ID: true}
	var list []Former
	add := func(q model.Query, most int, own bool, fits func(model.Summary) bool) error {
		q.Kinds, q.Limit = kinds, page
		rows, _, err := k.store.Records(ctx, q)
		if err != nil {
			return err
		}
		for _, sum := range rows {
			if most == 0 {
				break
			}
			if seen[sum.ID] || !fits(sum) {
				continue
			}
			op, err := k.store.Record(ctx, sum.ID)
			if err != nil {
				return err
			}
			seen[sum.ID], most = true, most-1
			list = append(list, Former{ID: sum.ID, UnitName: sum.UnitName, Day: sum.Day, Own: own, Session: k.session(op)})
		}
		return nil
	}
	any := func(model.Summary) bool { return true }
	if r.Unit != (catalog.UnitKey{}) {
		if err := add(model.Query{Units: k.cat.Whole(r.Unit), Order: model.ByDay}, ofUnit, true, func(sum model.Summary) bool { return before(sum, r) }); err != nil {
			return nil, err
		}
	}
	if r.Parent != "" {
		if err := add(model.Query{Parent: r.Parent}, ofRound, false, any); err != nil {
			return nil, err
		}
	}
	if err := add(model.Query{By: user}, ofPerson, false, any); err != nil {
		return nil, err
	}
	return list, nil
}

// before reports whether a record comes before another: of an earlier day, or of
// the same one and begun before it, as ids tell.
func before(sum model.Summary, r model.Record) bool {
	return sum.Day.Before(r.Day) || sum.Day == r.Day && sum.ID < r.ID
}

// Ditto is the walk through what former records say of one field, each press one
// older. After the oldest a press says so, and one more brings back what stood
// there before. All of it is one step of undo. The zero Ditto is at no field.
type Ditto struct {
	field form.Field
	going bool
	list  []carried
	same  Former // says what stood there when the walk began; may be none
	next  int
	put   bool // one of them stands in the field now
}

// carried is a value and where it is from; of a whole table, how many rows.
type carried struct {
	raw  string
	rows int
	from Former
}

// Stop forgets the walk: the person did something else.
func (t *Ditto) Stop() { *t = Ditto{} }

// At reports whether the walk is at a field.
func (t *Ditto) At(f form.Field) bool { return t.going && t.field == f }

// Next shows the next value in a field, or the rows of the next record in a table
// that is named as a whole. It says what it did, and whether anything changed.
func (t *Ditto) Next(e *Env, d *Draft, f form.Field) (said string, changed bool) {
	w := e.Words.Repeat
	if !t.At(f) {
		*t = Ditto{field: f, going: true}
		t.list, t.same = candidates(d, f)
	}
	switch {
	case len(t.list) == 0 && t.same.ID != "":
		said = fmt.Sprintf(w.Same, t.same.UnitName, t.same.Day)
		t.Stop()
		return said, false
	case len(t.list) == 0:
		t.Stop()
		return e.noFormer(d, f), false
	case t.next == len(t.list):
		t.next++
		return w.NoOlder, false
	case t.next > len(t.list):
		t.next = 0
		return w.AsBefore, t.takeBack(d)
	}
	t.takeBack(d)
	c := t.list[t.next]
	t.next++
	if c.rows > 0 {
		t.put = d.Session.CarryItems([]string{f.Item}, c.from.Session)
		return i18n.Count(w.FromRows, c.rows, c.from.UnitName, c.from.Day), true
	}
	t.put = d.Session.Carry([]form.FieldText{{Field: f, Raw: c.raw}})
	return fmt.Sprintf(w.From, c.from.UnitName, c.from.Day), true
}

// noFormer is the sentence why there is nothing to carry: of a table that it may be of
// other years or projects than the former records.
func (e *Env) noFormer(d *Draft, f form.Field) string {
	for _, was := range d.former {
		if f.Row != "" || !d.Session.CarriesRows(f.Item, was.Session) {
			continue
		}
		if axis := d.Session.OtherAxis(f.Item, was.Session); axis != nil {
			return fmt.Sprintf(e.Words.Repeat.OtherRows, was.UnitName, was.Day, ShortCode(axis.Code))
		}
	}
	return e.Words.Repeat.NoFormer
}

// takeBack undoes what the walk has put last.
func (t *Ditto) takeBack(d *Draft) bool {
	if !t.put {
		return false
	}
	t.put = false
	_, ok := d.Session.Undo()
	return ok
}

// candidates are the different values that former records have for a field. One
// that stands there already is where the walk begins: the next is older than it.
func candidates(d *Draft, f form.Field) (list []carried, same Former) {
	s := d.Session
	values := []form.Value{}
	here := -1
	it := s.Definition().Item(f.Item)
	for _, was := range d.former {
		if it != nil && it.Table != nil && f.Row == "" && f.Part == "" {
			if n := s.BringsRows(f.Item, was.Session); n > 0 {
				list = append(list, carried{rows: n, from: was})
			}
			continue
		}
		raw, ok := s.Said(f, was.Session)
		v := s.Read(f, raw).Value
		if !ok || slices.Contains(values, v) {
			continue
		}
		if v == s.Get(f).Value {
			here, same = len(list), was
		}
		values, list = append(values, v), append(list, carried{raw: raw, from: was})
	}
	if here >= 0 {
		list = append(slices.Clone(list[here+1:]), list[:here]...)
	}
	return list, same
}

// RefuseRows is the sentence why the rows of a table cannot be carried; "" when
// they can.
func (e *Env) RefuseRows(d *Draft, table *form.Item) string {
	switch {
	case d.Closed():
		return e.Words.Fill.Closed
	case table.Table.Opens != nil || table.Table.Settles != nil:
		return e.Words.Repeat.Findings
	case !d.Session.TakesRows(table.Name):
		return e.Words.Repeat.HasRows
	}
	return ""
}
