package form

import (
	"errors"
	"slices"
	"unicode/utf8"

	"giamsat/model/vn"
)

// Problems lists everything that is the matter with the record now, in the
// order of the form. Items that are not relevant have no problems. The caller
// does not change the list.
func (s *Session) Problems() []Problem {
	if s.memo.joined {
		return s.memo.problems
	}
	list := make([]Problem, 0, len(s.memo.problems)+4)
	for _, it := range s.def.order {
		list = append(list, s.problemsOf(it)...)
	}
	s.memo.problems, s.memo.joined = list, true
	return list
}

// Wrong lists the problems of what was answered; only where there are none, those
// of what is not answered yet. Whoever goes from problem to problem wants the wrong
// figure, and not the hundred items that he has not come to. A cell that is missing
// in a row that was begun is wrong: the row is not as it should be.
func (s *Session) Wrong() []Problem {
	all := s.Problems()
	list := make([]Problem, 0, len(all))
	for _, p := range all {
		if p.Code != Missing || p.Field.Cell() && s.def.items[p.Field.Item].Table.Settles == nil {
			list = append(list, p)
		}
	}
	if len(list) == 0 {
		return all
	}
	return list
}

// ProblemsAt lists the problems of one field.
func (s *Session) ProblemsAt(f Field) []Problem {
	it := s.def.items[f.Item]
	if it == nil {
		return nil
	}
	var list []Problem
	for _, p := range s.problemsOf(it) {
		if p.Field == f {
			list = append(list, p)
		}
	}
	return list
}

// problemsOf are an item's, with those of all cells for a table.
func (s *Session) problemsOf(it *Item) []Problem {
	if it.Hidden || !s.relevant(it) {
		return nil
	}
	m := &s.memo.items[it.index]
	if !m.checked {
		if it.Table != nil {
			m.problems = s.tableProblems(it)
		} else {
			m.problems = s.itemProblems(it)
		}
		m.checked = true
	}
	return m.problems
}

func (s *Session) itemProblems(it *Item) []Problem {
	f := Field{Item: it.Name}
	a := s.Get(f)
	list := s.answerProblems(nil, f, it, a)
	missing := a.IsZero() || it.counted() && !s.has(it, nil)
	if missing && !it.Computed() && !it.Readonly && s.holds(it.Required, nil) {
		list = append(list, Problem{Field: f, Code: Missing, Severity: Stop, Kind: it.Kind})
	}
	list = s.companionProblems(list, it)
	if a.Value.IsZero() {
		return list
	}
	noted := !s.answers[Field{Item: it.Name, Part: Note}].IsZero()
	if it.Kind == KindYesNoNA && !noted && s.needsNote(it, a) {
		list = append(list, Problem{Field: f, Code: NoteMissing, Severity: Stop, Rule: "L1", Kind: it.Kind, Matter: s.said(f, it, a)})
	}
	return s.constraintProblems(list, f, it, nil, noted)
}

// companionProblems are those of an item's evidence and note: one that was
// carried is to be looked at as the answer is.
func (s *Session) companionProblems(list []Problem, it *Item) []Problem {
	for _, part := range []string{Evidence, Note} {
		if f := (Field{Item: it.Name, Part: part}); s.answers[f].Carried {
			list = append(list, Problem{Field: f, Code: Unseen, Severity: Stop, Kind: it.Kind})
		}
	}
	return list
}

// Doubt says what is the matter with an answer that does not stand in its field:
// one that was just typed and cannot be taken.
func (s *Session) Doubt(f Field, a Answer) (Problem, bool) {
	it := s.def.At(f)
	if it == nil {
		return Problem{}, false
	}
	list := s.answerProblems(nil, f, it, a)
	if len(list) == 0 {
		return Problem{}, false
	}
	return list[0], true
}

// needsNote is rule L1: "no" needs a note, and "not applicable" one where the
// item is required.
func (s *Session) needsNote(it *Item, a Answer) bool {
	switch a.Value.Text() {
	case No:
		return true
	case NA:
		return s.holds(it.Required, nil)
	}
	return false
}

// answerProblems are those of an answer by itself.
func (s *Session) answerProblems(list []Problem, f Field, it *Item, a Answer) []Problem {
	switch {
	case a.IsZero():
		return list
	case a.Doubtful():
		p := Problem{Field: f, Code: Unread, Severity: Stop, Err: s.Why(f, a.Raw), Kind: it.Kind, Matter: s.said(f, it, a)}
		var amb *vn.Ambiguous
		switch {
		case errors.As(p.Err, &amb):
			p.Code = Ambiguous
		case p.Err == errNoChoice:
			p.Code, p.Matter.Choices = NotAChoice, s.fewChoices(f, it)
		}
		return append(list, p)
	}
	if a.Carried {
		list = append(list, Problem{Field: f, Code: Unseen, Severity: Stop, Kind: it.Kind, Matter: s.said(f, it, a)})
	}
	if tooLong(it, a.Raw) {
		m := s.said(f, it, a)
		m.Have, m.Want = utf8.RuneCountInString(a.Raw), longest(it)
		list = append(list, Problem{Field: f, Code: TooLong, Severity: Stop, Kind: it.Kind, Matter: m})
	}
	if !s.chosenStands(f, it, a.Value) {
		m := s.said(f, it, a)
		m.Choices = s.fewChoices(f, it)
		list = append(list, Problem{Field: f, Code: NotAChoice, Severity: Stop, Kind: it.Kind, Matter: m})
	}
	return list
}

// chosenStands reports whether every chosen code is in its list today; a code
// may have left it since, by a filter or another day of visit.
func (s *Session) chosenStands(f Field, it *Item, v Value) bool {
	switch it.Kind {
	case KindOne, KindMany, KindLookup:
	default:
		return true
	}
	if it.List == listUnits {
		u, ok := s.unit(v.Text())
		return ok && u.ValidOn(s.set.Visit)
	}
	list := s.Choices(f)
	for _, code := range v.Codes() {
		if _, ok := codeIn(list, code); !ok {
			return false
		}
	}
	return true
}

func codeIn(list []Choice, code string) (Choice, bool) {
	for _, c := range list {
		if c.Code == code {
			return c, true
		}
	}
	return Choice{}, false
}

func (s *Session) constraintProblems(list []Problem, f Field, it *Item, row *TableRow, noted bool) []Problem {
	for _, c := range it.Constraints {
		if !s.broken(c, row) || s.atOdds(it, c, row) {
			continue
		}
		code := Broken
		if c.Severity == Reason {
			if noted {
				continue
			}
			code = NoReason
		}
		list = append(list, Problem{Field: f, Code: code, Severity: c.Severity, Rule: c.ID, Text: s.message(c.Message, row), Finding: s.message(c.Finding, row), Kind: it.Kind, Matter: s.compared(f, it, c, row)})
	}
	return list
}

// atOdds reports whether the answers that a rule holds an item against contradict each
// other: a rule of severity Stop that is theirs alone is broken too. The item cannot be
// judged by them, and what to put right is said where it stands; once that is done the
// item's own rule is asked again. Nothing is completed meanwhile.
func (s *Session) atOdds(it *Item, c Constraint, row *TableRow) bool {
	for _, rd := range c.Rule.reads {
		other := rd.it
		if other == it || other.Hidden || other.parent != nil && (row == nil || other.parent != it.parent) {
			continue
		}
		for _, theirs := range other.Constraints {
			if theirs.Severity == Stop && theirs.Rule.within(c.Rule, it) && s.has(other, row) && s.broken(theirs, row) {
				return true
			}
		}
	}
	return false
}

// within reports whether a rule reads nothing but what another one reads beside an
// item, and nothing of a table.
func (ru *Rule) within(other *Rule, it *Item) bool {
	for _, rd := range ru.reads {
		same := func(r read) bool { return r.it == rd.it }
		if rd.it == it || rd.it.Table != nil || !slices.ContainsFunc(other.reads, same) {
			return false
		}
	}
	return len(ru.reads) > 1
}

func (s *Session) tableProblems(it *Item) []Problem {
	list := make([]Problem, 0, len(s.memo.items[it.index].problems)+4) // as many as before, or nearly
	f := Field{Item: it.Name}
	filled := 0
	keys := map[string]int{} // the row that had a key first, counted from 1
	rows := s.Rows(it.Name)
	for i := range rows {
		row := &rows[i]
		if !it.Table.shown && !s.filled(row) {
			continue
		}
		filled++
		list = append(list, s.rowProblems(it, row)...)
		if key := s.rowKey(it, row); key != "" {
			if keys[key] == 0 {
				keys[key] = i + 1
			} else {
				f := Field{Item: it.Name, Row: row.ID, Part: it.Table.Key[0]}
				list = append(list, Problem{Field: f, Code: DuplicateRow, Severity: Stop, Kind: s.def.At(f).Kind,
					Matter: &Matter{Shown: s.keyShown(it, row), Have: i + 1, Want: keys[key]}})
			}
		}
	}
	if !it.Table.shown && !it.Readonly && !s.None(it.Name) && s.holds(it.Required, nil) {
		switch {
		case filled == 0:
			list = append(list, Problem{Field: f, Code: Missing, Severity: Stop, Kind: it.Kind})
		case filled < it.Table.MinRows:
			list = append(list, Problem{Field: f, Code: TooFewRows, Severity: Stop, Kind: it.Kind, Matter: &Matter{Have: filled, Want: it.Table.MinRows}})
		}
	}
	list = s.companionProblems(list, it)
	if filled == 0 {
		return list
	}
	noted := !s.answers[Field{Item: it.Name, Part: Note}].IsZero()
	return s.constraintProblems(list, f, it, nil, noted)
}

func (s *Session) rowProblems(it *Item, row *TableRow) []Problem {
	if row.memo.checked {
		return row.memo.problems
	}
	var list []Problem
	// Where nothing can be typed the person stands on the table's line, and its note
	// is the reason for every row.
	noted := !s.answers[Field{Item: it.Name, Row: row.ID, Part: Note}].IsZero() ||
		it.Table.shown && !s.answers[Field{Item: it.Name, Part: Note}].IsZero()
	for _, c := range it.Table.Columns {
		if c.Hidden || !s.columnRelevant(row, c) {
			continue
		}
		f := Field{Item: it.Name, Row: row.ID, Part: c.Name}
		_, locked := row.Locked[c.Name]
		if !locked && !c.Computed() {
			a := s.answers[f]
			list = s.answerProblems(list, f, c, a)
			if a.IsZero() && !c.Readonly && !it.Readonly && s.holds(c.Required, row) {
				list = append(list, Problem{Field: f, Code: Missing, Severity: Stop, Kind: c.Kind})
			}
		}
		if len(c.Constraints) > 0 && !s.cell(row, c).IsZero() {
			list = s.constraintProblems(list, f, c, row, noted)
		}
	}
	row.memo.problems, row.memo.checked = list, true
	return list
}

// rowKey joins the values of a table's key columns; "" while one is empty.
func (s *Session) rowKey(it *Item, row *TableRow) string {
	if row.memo.keyed {
		return row.memo.key
	}
	key := ""
	for _, name := range it.Table.Key {
		v := s.cell(row, it.Table.Column(name))
		if v.IsZero() {
			key = ""
			break
		}
		key += vn.Fold(v.Text()) + "\x00"
	}
	row.memo.key, row.memo.keyed = key, true
	return key
}

// Ready reports whether nothing prevents completing.
func (s *Session) Ready() bool {
	for _, p := range s.Problems() {
		if p.Severity == Stop || p.Code == NoReason {
			return false
		}
	}
	return true
}
