package grid

import (
	"fmt"
	"slices"
	"strings"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
)

// block is what would be filled in from the cursor on: a piece of a spreadsheet, or
// one value going down. It is looked at in the table itself, and filled in as one
// step of undo.
type block struct {
	copied        *copied // the piece of a spreadsheet; nil: a value goes down
	height, width int
	fills         []fill
	rows          []row // the table as it would be
	more          int   // rows that would be new
	good          int   // cells that can be read
	faulty        int   // cells that cannot
	doubtful      int   // cells with two readings
	otherwise     int   // figures that have no reading but the other way than the person said
	zeros         int   // dashes that are read as zero
	kept          int   // cells that the form fills or computes itself
	differs       int   // of these, cells that say something else
	replaced      int   // cells whose answer another one takes the place of
	filled        int   // cells that have an answer and keep it
	refused       int   // empty cells that cannot have the value that goes down
	overRows      int   // rows and columns that go beyond the table
	overColumns   int
	claims        []fill   // what the block says of cells that are computed
	contradicted  int      // of these, cells that will be computed otherwise
	contradiction string   // the first of them in words
	fault         string   // the first fault in words
	question      []string // how the figures are written, when that is asked
	least         []int    // the plan's, before the block was shown
	top, left     int      // the first row and column in sight then
}

// fill is one cell of a block and where it goes.
type fill struct {
	row, col int
	raw      string
}

// onlyOtherwise counts figures that have one reading, the other way than the person
// said, and names that way.
func (b *block) onlyOtherwise(w *i18n.Words) string {
	if b.copied != nil && b.copied.writing == vn.WritingEnglish {
		return w.Grid.PasteVNOnly
	}
	return w.Grid.PasteEnglishOnly
}

// noRow stands for a row that is not there: enough to be read and shown as a cell.
const noRow = "+"

// plot works out where each value would go and what would become of it. An
// empty value leaves the cell as it is.
func (s *Screen) plot(c *copied) *block {
	b := &block{copied: c, rows: slices.Clone(s.rows), least: slices.Clone(s.plan.least)}
	values := c.taken()
	b.height = len(values)
	from, first := s.origin()
	s.findStrays(c)
	s.askWriting(c, values)
	for i, line := range values {
		b.width = max(b.width, len(line))
		r := from + i
		if r >= len(b.rows) {
			if !s.table.Table.Free || s.table.Table.Settles != nil {
				b.overRows++
				continue
			}
			b.rows = append(b.rows, s.blankRow())
			b.more++
		}
		b.rows[r].cells = slices.Clone(b.rows[r].cells)
		s.plotLabels(b, r, i)
		for j, raw := range line {
			if raw = strings.TrimSpace(raw); raw != "" && first+j < s.columns() && !(c.leaves(i) && b.rows[r].cells[first+j].access != given) {
				s.plotCell(b, r, first+j, raw)
			}
		}
	}
	b.overColumns = max(first+b.width-s.columns(), 0)
	if c.asks {
		b.question = s.writings(c.sample)
	} else {
		s.compare(b)
	}
	return b
}

// origin is the cell that a block begins in.
func (s *Screen) origin() (row, col int) {
	if len(s.rows) == 0 {
		return 0, 0
	}
	return s.row, s.col
}

// plotCell puts one value into the table that is shown before pasting.
func (s *Screen) plotCell(b *block, r, c int, raw string) {
	x := &b.rows[r].cells[c]
	col := s.column(c)
	if x.access != typed {
		b.kept++
		if x.access == computed {
			b.claims = append(b.claims, fill{r, c, raw})
		}
		if x.access == given && x.text != "" && !s.says(b.rows[r], c, raw) {
			b.differs++
			x.mark = problem
			b.blame(fmt.Sprintf(s.env.Words.Grid.PasteOther, r+1, col.Label.In(s.env.Words.Lang), raw, cited(*x)))
		}
		return
	}
	text := raw
	if number(col) {
		if vn.Dash(raw) {
			b.zeros++
		}
		var otherwise bool
		if text, otherwise = figure(col, raw, b.copied.writing); otherwise {
			b.otherwise++
		}
	}
	s.plotText(b, r, c, text)
}

// plotText puts a text into a cell that a person may type in.
func (s *Screen) plotText(b *block, r, c int, text string) {
	f := form.Field{Item: s.table.Name, Row: b.rows[r].id, Part: s.column(c).Name}
	if f.Row == "" {
		f.Row = noRow
	}
	col := s.column(c)
	x := &b.rows[r].cells[c]
	answer := s.session.Read(f, text)
	shown := oneLine(s.session.ShownAs(f, answer, s.env.Words.Lang))
	if x.text != "" && x.text != shown {
		b.replaced++
	}
	*x = cell{text: shown, mark: coming, pasted: true}
	if choosable(col) {
		x.code = kit.Citable(answer.Value.Text())
	}
	switch {
	case s.twoReadings(f, text), b.copied != nil && b.copied.asks && number(col) && col.Kind != form.KindInteger && twoWays(text):
		x.mark = doubt
		b.doubtful++
	case !answer.Doubtful():
		b.good++
	default:
		x.mark = problem
		b.faulty++
		why, _ := s.session.Doubt(f, answer)
		b.blame(fmt.Sprintf(s.env.Words.Grid.PasteFault, r+1, col.Label.In(s.env.Words.Lang), s.env.Words.Problem(why)))
	}
	b.fills = append(b.fills, fill{r, c, text})
}

// blame keeps the first fault.
func (b *block) blame(what string) {
	if b.fault == "" {
		b.fault = what
	}
}

// blankRow is a row that a paste would add.
func (s *Screen) blankRow() row {
	r := row{free: true, cells: make([]cell, s.columns())}
	for c := range r.cells {
		switch {
		case s.column(c).Computed():
			r.cells[c].access = computed
		case s.column(c).Readonly:
			r.cells[c].access = given
		}
	}
	return r
}
