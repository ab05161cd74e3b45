package grid

import (
	"slices"
	"strings"

	"giamsat/model/form"
	"giamsat/tui/kit"
)

// access says whether a person can type in a cell, and why not.
type access uint8

const (
	typed    access = iota // a person answers it
	given                  // the form or its axes fill it
	computed               // it is calculated
	hidden                 // it is not asked in this row
)

// cell is what is shown of one answer.
type cell struct {
	text    string // as people read it
	code    string // of a choice, where people know it by its code; shown when the label does not fit
	access  access
	mark    mark
	missing bool // the mark says that it is not answered yet
	pasted  bool // it stands here only to be looked at before it is pasted
}

// mark is the sign before a cell, or of a whole row.
type mark uint8

const (
	fine    mark = iota
	notice       // a problem that informs
	carried      // taken over, and not looked at yet
	coming       // it will be written by the paste that is being looked at
	doubt        // pasted, and not readable
	problem      // something is to be put right
)

// row is what is shown of one row.
type row struct {
	id    form.Row
	free  bool
	label string // of a fixed row, where no column shows it
	note  bool
	cells []cell
}

func (r row) same(o row) bool {
	return r.id == o.id && r.free == o.free && r.label == o.label && r.note == o.note && slices.Equal(r.cells, o.cells)
}

// started reports whether anything was typed in a row.
func (r row) started() bool {
	for _, c := range r.cells {
		if c.access == typed && c.text != "" {
			return true
		}
	}
	return false
}

// refresh reads the table from the session, keeps the pictures of rows that are
// the same, and the cursor on its row as far as that is still there.
func (s *Screen) refresh() {
	at := s.field()
	old := s.rows
	marks := s.marks()
	list := s.session.Rows(s.table.Name)
	s.rows = make([]row, len(list))
	for i, r := range list {
		s.rows[i] = s.read(r, marks)
	}
	s.addUp()
	drawn := make([]string, len(s.rows))
	for i := range min(len(old), len(s.rows), len(s.drawn)) {
		if old[i].same(s.rows[i]) {
			drawn[i] = s.drawn[i]
		}
	}
	s.drawn = drawn
	s.redraw(s.row)
	if r, _, ok := s.find(at); ok {
		s.row = r
	}
	s.row = min(max(s.row, 0), max(len(s.rows)-1, 0))
	s.redraw(s.row)
	if s.block != nil {
		s.forget()
	}
	s.lay()
}

// redraw has one row drawn anew.
func (s *Screen) redraw(r int) {
	if r < len(s.drawn) {
		s.drawn[r] = ""
	}
}

// fault is what the marks say of one cell.
type fault struct {
	mark    mark
	missing bool
}

// marks finds the worst that is the matter with each cell.
func (s *Screen) marks() map[form.Field]fault {
	all := map[form.Field]fault{}
	for _, p := range s.session.Problems() {
		if p.Field.Item != s.table.Name {
			continue
		}
		m := problem
		switch {
		case p.Code == form.Unseen:
			m = carried
		case p.Severity == form.Notice:
			m = notice
		}
		if old := all[p.Field]; m > old.mark || m == old.mark && old.missing {
			all[p.Field] = fault{m, p.Code == form.Missing}
		}
	}
	return all
}

func (s *Screen) read(r form.TableRow, marks map[form.Field]fault) row {
	out := row{id: r.ID, free: r.Free, cells: make([]cell, s.columns())}
	if !r.Free {
		out.label = r.Label.In(s.env.Words.Lang)
	}
	for c := range out.cells {
		f := form.Field{Item: s.table.Name, Row: r.ID, Part: s.column(c).Name}
		out.cells[c] = s.readCell(f, s.column(c), r)
		m := marks[f]
		out.cells[c].mark, out.cells[c].missing = m.mark, m.missing
		if m.mark < problem && s.session.Partial(f) {
			out.cells[c].mark = problem // worked out without a figure that cannot be read
		}
		if _, locked := r.Locked[f.Part]; locked && out.cells[c].text == out.label {
			out.label = ""
		}
	}
	out.note = s.session.Get(s.noteField(r.ID)).Raw != ""
	return out
}

func (s *Screen) readCell(f form.Field, col *form.Item, r form.TableRow) cell {
	c := cell{text: oneLine(s.session.Shown(f, s.env.Words.Lang))}
	if choosable(col) {
		c.code = kit.Citable(s.session.Get(f).Value.Text())
	}
	_, locked := r.Locked[f.Part]
	switch {
	case col.Relevant != nil && !s.session.CellVisible(f):
		c.access = hidden
	case col.Computed():
		c.access = computed
	case locked || col.Readonly:
		c.access = given
	}
	return c
}

func oneLine(text string) string {
	if strings.ContainsRune(text, '\n') {
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}

// choosable reports whether a column's answers are chosen from a list.
func choosable(col *form.Item) bool {
	switch col.Kind {
	case form.KindOne, form.KindMany, form.KindLookup, form.KindYesNo, form.KindYesNoNA:
		return true
	case form.KindText, form.KindLongText, form.KindInteger, form.KindDecimal, form.KindMoney,
		form.KindPercent, form.KindDate, form.KindTime, form.KindTable, form.KindRecords:
	}
	return false
}

// number reports whether a column's answers stand at the right.
func number(col *form.Item) bool {
	switch col.Kind {
	case form.KindInteger, form.KindDecimal, form.KindMoney, form.KindPercent:
		return true
	case form.KindText, form.KindLongText, form.KindDate, form.KindTime, form.KindYesNo, form.KindYesNoNA,
		form.KindOne, form.KindMany, form.KindLookup, form.KindTable, form.KindRecords:
	}
	return false
}

func (s *Screen) noteField(id form.Row) form.Field {
	return form.Field{Item: s.table.Name, Row: id, Part: form.Note}
}

// find returns the place of a cell. A field that names a row alone, or its
// note, is found at the first column.
func (s *Screen) find(f form.Field) (r, c int, ok bool) {
	if f.Item != s.table.Name || f.Row == "" {
		return 0, 0, false
	}
	r = slices.IndexFunc(s.rows, func(w row) bool { return w.id == f.Row })
	if r < 0 {
		return 0, 0, false
	}
	c = slices.IndexFunc(s.table.Table.Visible(), func(it *form.Item) bool { return it.Name == f.Part })
	return r, max(c, 0), true
}

// firstOwed is the first cell that is empty or faulty and can be typed in: a fault
// that stands before the empty ones would be passed over unseen. Not so among
// values that are carried over: these are gone through from the first, faults too.
func (s *Screen) firstOwed() (r, c int, ok bool) {
	looking := false
	for r, w := range s.rows {
		for c, x := range w.cells {
			faulty := x.mark == problem && !x.missing && !looking
			if x.access == typed && (x.text == "" || faulty) {
				return r, c, true
			}
			looking = looking || x.mark == carried
		}
	}
	return s.firstTyped()
}

func (s *Screen) firstTyped() (r, c int, ok bool) {
	for r := range s.rows {
		if c, ok := s.seek(r, 0, 1); ok {
			return r, c, true
		}
	}
	return 0, 0, false
}

// seek finds the next cell of a row that can be typed in, from c on, by step.
func (s *Screen) seek(r, c, step int) (int, bool) {
	for ; c >= 0 && c < s.columns(); c += step {
		if s.rows[r].cells[c].access == typed {
			return c, true
		}
	}
	return 0, false
}

// refusal is the sentence why nothing can be typed in a cell; "" when it can.
func (s *Screen) refusal(r, c int) string {
	w := s.env.Words
	if s.draft.Closed() {
		return w.Fill.Closed
	}
	if len(s.rows) == 0 {
		return w.Grid.Empty
	}
	switch s.rows[r].cells[c].access {
	case given:
		return w.Grid.Locked
	case computed:
		return w.Grid.Computed
	case hidden:
		return w.Grid.Hidden
	case typed:
	}
	return ""
}
