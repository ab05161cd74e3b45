package kit

import (
	"context"
	"fmt"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// A followed record lives on after the minutes that it came from: somebody else
// may answer for it now, a later visit may have settled it. So completing minutes
// again takes over what they say anew, and only where the followed record still
// says what they said before.

// saidBefore is what the rows of a record have said so far.
type saidBefore struct {
	// texts are what each item of the followed record was filled with, by the row,
	// at the latest completion that had the row.
	texts map[form.Field]map[form.Field]string
	// last holds the rows that stood when the record was last completed.
	last map[form.Field]bool
}

func (s saidBefore) add(row, item form.Field, text string) {
	if s.texts[row] == nil {
		s.texts[row] = map[form.Field]string{}
	}
	s.texts[row][item] = text
}

// readSaid reads what the rows said at each completion, and of those that are
// answered for the first time what they began with.
func (f *following) readSaid(ctx context.Context) (saidBefore, error) {
	said := saidBefore{texts: map[form.Field]map[form.Field]string{}, last: map[form.Field]bool{}}
	revisions, err := f.desk.store.Revisions(ctx, f.of.ID)
	if err != nil {
		return said, fmt.Errorf("look for former completions: %w", err)
	}
	for _, r := range revisions {
		op, err := f.desk.store.RecordAt(ctx, f.of.ID, r.Seq)
		if err != nil {
			return said, fmt.Errorf("read what was completed before: %w", err)
		}
		before := f.desk.session(op)
		clear(said.last)
		for _, row := range append(before.Opens(), before.Settles()...) {
			said.last[row.Origin] = true
			for _, k := range row.Known {
				said.add(row.Origin, k.Field, k.Raw)
			}
		}
	}
	return said, f.readShown(ctx, said)
}

// readShown adds what the program filled columns with from the followed record
// when the row was made: a figure that nobody touched since is no answer of this
// visit. What a person typed first is one.
func (f *following) readShown(ctx context.Context, said saidBefore) error {
	columns := map[form.Field]form.Field{} // the item that a column goes into, by the column's field
	rows := map[form.Field]form.Field{}
	for _, answered := range f.settles {
		t := f.def.Item(answered.Origin.Item).Table.Settles
		if said.texts[answered.Origin] != nil {
			continue
		}
		for item, column := range t.Fill {
			if _, shown := t.Show[column]; shown {
				at := form.Field{Item: answered.Origin.Item, Row: answered.Origin.Row, Part: column}
				columns[at], rows[at] = form.Field{Item: item}, answered.Origin
			}
		}
	}
	if len(columns) == 0 {
		return nil
	}
	events, err := f.desk.store.History(ctx, f.of.ID)
	if err != nil {
		return fmt.Errorf("read what former findings began with: %w", err)
	}
	for at := range columns {
		said.add(rows[at], columns[at], "")
	}
	seen := map[form.Field]bool{}
	for _, e := range events {
		if item, ok := columns[e.Field]; ok && e.Kind == string(form.Answered) && e.Cause == form.Filled && !seen[e.Field] {
			seen[e.Field] = true
			said.add(rows[e.Field], item, e.New.Raw)
		}
	}
	return nil
}

// news is what a row says anew, as far as the followed record has not gone on.
func (f *following) news(followed *form.Session, row form.Followed) []form.FieldText {
	var list []form.FieldText
	for _, k := range row.Known {
		was, told := f.said.texts[row.Origin][k.Field]
		switch {
		case !told && row.Record != "": // a first answer about a former finding
			if k.Raw != "" {
				list = append(list, k)
			}
		case !sameAnswer(followed.Read(k.Field, k.Raw), followed.Read(k.Field, was)) &&
			sameAnswer(followed.Get(k.Field), followed.Read(k.Field, was)):
			list = append(list, k)
		}
	}
	return list
}

// sameAnswer reports whether two answers say the same, however they were typed.
func sameAnswer(a, b form.Answer) bool {
	return a.Value == b.Value && (!a.Value.IsZero() || a.Raw == b.Raw)
}

// overtaken reports whether a followed record was looked at on a later day than
// that of this visit: then what this visit says of it is of the past.
func (f *following) overtaken(followed *form.Session, answered form.Followed) bool {
	for _, k := range answered.Known {
		it := followed.Definition().Item(k.Field.Item)
		if it == nil || it.Kind != form.KindDate || dayOf(followed.Read(k.Field, k.Raw)) != f.of.Day {
			continue
		}
		if f.of.Day.Before(dayOf(followed.Get(k.Field))) {
			return true
		}
	}
	return false
}

// dayOf is the day that an answer says; none where it says no day.
func dayOf(a form.Answer) vn.Date {
	day, err := vn.ParseISO(a.Value.Text())
	if err != nil {
		return vn.Date{}
	}
	return day
}

// stateOf answers the item that says in which state a record is, with the reason
// behind whatever stands in its note. The reason is part of the record, and so
// Vietnamese.
func stateOf(s *form.Session, state, why string) []form.FieldText {
	item := form.Field{Item: s.Definition().HeadItem("state")}
	note := form.Field{Item: item.Item, Part: form.Note}
	return []form.FieldText{{Field: item, Raw: state}, {Field: note, Raw: sentences([]string{s.Get(note).Raw, why})}}
}

// stateBefore is the state that a record was in when it was withdrawn.
func (f *following) stateBefore(ctx context.Context, op *model.Opened) (string, error) {
	events, err := f.desk.store.History(ctx, op.Record.ID)
	if err != nil {
		return "", fmt.Errorf("read what became of the followed record %s: %w", op.Record.ID, err)
	}
	state, item := reopened, form.Field{Item: op.Form.HeadItem("state")}
	for _, e := range events {
		if e.Kind == string(form.Answered) && e.Field == item && e.New.Raw == withdrawn && !e.Old.IsZero() {
			state = e.Old.Raw
		}
	}
	return state, nil
}
