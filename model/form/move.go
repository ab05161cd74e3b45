package form

import (
	"slices"
	"sort"

	"giamsat/model/vn"
)

// Landing says how an answer fares when its record is moved to another form.
type Landing string

// The landings.
const (
	Kept     Landing = "kept"     // stands as it stood
	Anew     Landing = "anew"     // was read again, and means or shows something else
	Unfit    Landing = "unfit"    // cannot be read under the new form: stays as it is, marked
	Homeless Landing = "homeless" // the new form has no place for it: stays stored, is not shown
	Wanted   Landing = "wanted"   // is required by the new form, and there is no answer
)

// Moving is what a record looks like under another form.
type Moving struct {
	Was *Session // the record under its form
	Is  *Session // the same record under the other form, read again
	// Changes are what reading again changed. Nothing else is changed: what has
	// no place stays in the record.
	Changes []Change
	// Lines tell of each answer that the old form showed and of each that the new
	// one wants, in the order of the new form.
	Lines []Line
}

// Line is how one answer fares.
type Line struct {
	Field   Field
	Landing Landing
}

// Move reads the answers of a record under another version of its form. The
// record itself is not changed, and no answer is dropped.
func Move(rec Record, from, to *Definition, set Setting) Moving {
	m := Moving{Was: NewSession(from, rec, set), Is: NewSession(to, rec, set)}
	fields := m.answered(rec)
	m.reread(fields)
	m.Changes = m.Is.TakeChanges()
	for _, f := range fields {
		if m.Was.stands(f) || m.Is.stands(f) {
			m.Lines = append(m.Lines, Line{f, m.landing(f)})
		}
	}
	m.Lines = append(m.Lines, m.wanted()...)
	m.sort()
	return m
}

// Count tells how many lines have a landing.
func (m Moving) Count(l Landing) int {
	n := 0
	for _, line := range m.Lines {
		if line.Landing == l {
			n++
		}
	}
	return n
}

// stands reports whether a form shows an answer, now or when it is relevant.
func (s *Session) stands(f Field) bool {
	it, at := s.def.items[f.Item], s.def.At(f)
	switch {
	case it == nil || it.Hidden || at != nil && at.Hidden:
		return false
	case f.Part == None:
		return it.Table != nil && it.Table.MayBeNone
	}
	return s.takes(f)
}

// answered lists the fields that have an answer, lines before cells, since rows
// of tables follow from lines.
func (m Moving) answered(rec Record) []Field {
	var list []Field
	for f, a := range rec.Answers {
		if !a.IsZero() && f != commaField {
			list = append(list, f)
		}
	}
	places := m.Is.def.places()
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		switch {
		case a.Cell() != b.Cell():
			return b.Cell()
		case places[a.Item] != places[b.Item]:
			return places[a.Item] < places[b.Item]
		}
		return a.String() < b.String()
	})
	return list
}

// places numbers the items of a form in its order.
func (d *Definition) places() map[string]int {
	at := make(map[string]int, len(d.order))
	for i, it := range d.order {
		at[it.Name] = i
	}
	return at
}

// reread reads what the new form may take otherwise than the old one did.
func (m Moving) reread(fields []Field) {
	var step []Change
	for _, f := range fields {
		if !m.Is.takes(f) {
			continue
		}
		was := m.Is.answers[f]
		next := m.read(f, was)
		if next == was {
			continue
		}
		c := Change{Kind: Answered, Field: f, Old: was, New: next, Cause: Filled}
		m.Is.apply(c)
		step = append(step, c)
	}
	m.Is.filledIn(step)
}

// read says what an answer is under the new form. One that the new form takes as
// it is stays byte for byte.
func (m Moving) read(f Field, a Answer) Answer {
	if f.Part == Note || f.Part == Evidence {
		return a
	}
	old, it := m.Was.def.At(f), m.Is.def.At(f)
	same := old != nil && old.Kind == it.Kind
	switch {
	case same && a.Doubtful() && !it.chosen():
		return a // it could not be read before either
	case same && m.Is.chosenStands(f, it, a.Value):
		return a
	}
	for _, text := range m.spellings(f, old, a) {
		if next := m.Is.Read(f, text); !next.Value.IsZero() {
			next.Carried = a.Carried
			return next
		}
	}
	if same {
		return a // a code that left the list: the answer stays, and is marked
	}
	return Answer{Raw: m.spellings(f, old, a)[0], Carried: a.Carried}
}

// spellings are the ways in which an answer may be read again, the best first: as
// it would be typed in full ("15" alone may be a day, an hour or a number), and a
// choice also by its label. A text takes what people read.
func (m Moving) spellings(f Field, old *Item, a Answer) []string {
	if old == nil || a.Value.IsZero() {
		return []string{a.Raw}
	}
	list := []string{m.Was.Editing(f)}
	if old.chosen() {
		list = append(list, m.Was.Shown(f, "vi"), m.Was.Shown(f, "en"))
	}
	if to := m.Is.def.At(f).Kind; to == KindText || to == KindLongText {
		list = []string{m.Was.Shown(f, "vi")}
	}
	list = slices.DeleteFunc(list, func(text string) bool { return text == "" })
	if len(list) == 0 {
		return []string{a.Value.Text()} // a code that the form does not know
	}
	return list
}

// chosen reports whether answers are codes of a list.
func (it *Item) chosen() bool {
	switch it.Kind {
	case KindYesNo, KindYesNoNA, KindOne, KindMany, KindLookup:
		return true
	case KindText, KindLongText, KindInteger, KindDecimal, KindMoney, KindPercent, KindDate, KindTime, KindTable, KindRecords:
	}
	return false
}

// landing tells how an answer fares after it was read again.
func (m Moving) landing(f Field) Landing {
	if !m.Is.stands(f) {
		return Homeless
	}
	was, is := m.Was.answers[f], m.Is.answers[f]
	it := m.Is.def.At(f)
	switch {
	case f.Part == Note || f.Part == Evidence || f.Part == None:
		return Kept
	case !is.Doubtful() && !m.Is.chosenStands(f, it, is.Value), is.Doubtful() && !was.Doubtful():
		if m.misfit(f, was) {
			return Kept // neither form could take it
		}
		return Unfit
	case !m.Was.stands(f) || was.Value != is.Value || m.Was.Shown(f, "vi") != m.Is.Shown(f, "vi"):
		return Anew
	}
	return Kept
}

// misfit reports whether the old form could not take an answer either.
func (m Moving) misfit(f Field, a Answer) bool {
	it := m.Was.def.At(f)
	return it != nil && m.Was.takes(f) && !m.Was.chosenStands(f, it, a.Value)
}

// wanted lists what the new form asks for and the old one did not miss.
func (m Moving) wanted() []Line {
	missed := map[Field]bool{}
	for _, p := range m.Was.Problems() {
		if p.Code == Missing {
			missed[p.Field] = true
		}
	}
	var list []Line
	for _, p := range m.Is.Problems() {
		if p.Code == Missing && !missed[p.Field] {
			list = append(list, Line{p.Field, Wanted})
		}
	}
	return list
}

// sort puts the lines in the order in which a person reads the new form; what
// has no place there stands where the old form had it.
func (m Moving) sort() {
	was, is := m.Was.def, m.Is.def
	order := map[string]int{}
	for i, name := range interleave(namesOf(was.order), namesOf(is.order)) {
		order[name] = i
	}
	sort.SliceStable(m.Lines, func(i, j int) bool {
		a, b := m.Lines[i].Field, m.Lines[j].Field
		if a.Item != b.Item {
			return order[a.Item] < order[b.Item]
		}
		if ra, rb := m.rowPlace(a), m.rowPlace(b); ra != rb {
			return ra < rb
		}
		return m.partPlace(a) < m.partPlace(b)
	})
}

// rowPlace is the place of a cell's row in its table: as the new form has it,
// then as the old one had it; -1 outside tables.
func (m Moving) rowPlace(f Field) int {
	if f.Row == "" {
		return -1
	}
	byID := func(r TableRow) bool { return r.ID == f.Row }
	rows := m.Is.Rows(f.Item)
	if i := slices.IndexFunc(rows, byID); i >= 0 {
		return i
	}
	if i := slices.IndexFunc(m.Was.Rows(f.Item), byID); i >= 0 {
		return len(rows) + i
	}
	return len(rows) + len(m.Was.Rows(f.Item))
}

// partPlace is the place of a cell in its row, or of a companion under its item.
func (m Moving) partPlace(f Field) int {
	for _, d := range []*Definition{m.Is.def, m.Was.def} {
		it := d.items[f.Item]
		if it == nil || it.Table == nil {
			continue
		}
		if i := slices.IndexFunc(it.Table.Columns, func(c *Item) bool { return c.Name == f.Part }); i >= 0 {
			return i
		}
	}
	return slices.Index([]string{"", Evidence, Note}, f.Part) + 1000
}

// Newer lists the versions that a record on a form could be moved to: of the same
// id, for its programme and its day, and later than the one it has; the latest
// first.
func (l *Library) Newer(than *Definition, programme string, day vn.Date) []Header {
	var list []Header
	for i := len(l.forms) - 1; i >= 0; i-- {
		h := l.forms[i].Header
		later := than.ValidFrom.Before(h.ValidFrom) || than.ValidFrom == h.ValidFrom && h.Version > than.Version
		if h.ID == than.ID && later && h.Serves(programme, day) {
			list = append(list, h)
		}
	}
	return list
}
