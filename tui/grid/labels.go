package grid

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// Of what a first column of a block can be the label, besides a column of the table.
const (
	ofRow     = -1 // the form's name of the row
	ofNothing = -2 // it is a running number or empty: no row is told by it
)

// surety is how sure it is that a column of a block only says which row it is.
type surety uint8

const (
	unlike surety = iota // it is none
	likely               // it is one before one that is: a year, a running number, nothing
	sure                 // its heading or its values say so
)

// labelled finds the first columns of a block that only say which row it is, and
// would go where a person types: for each the column of the table that says it.
func (s *Screen) labelled(c *copied) []int {
	from, first := s.origin()
	if len(s.rows) == 0 || s.rows[from].cells[first].access == given {
		return nil // the block begins where the labels themselves stand
	}
	values := c.taken()
	width := 0
	for _, line := range values {
		width = max(width, len(line))
	}
	var labels []int
	n := 0
	for j := range width - 1 {
		of, how := s.labelOf(c, values, j)
		if how == unlike {
			break
		}
		labels = append(labels, of)
		if how == sure {
			n = j + 1
		}
	}
	return labels[:n]
}

// labelOf says of what a column of a block is the label: by its heading first, then
// by its values.
func (s *Screen) labelOf(c *copied, values [][]string, j int) (of int, how surety) {
	_, first := s.origin()
	if c.heads && j < len(c.values[0]) {
		for col := range first {
			if s.identifies(col) && labels(c.values[0][j], s.column(col)) {
				return col, sure
			}
		}
	}
	texts, own := s.labelTexts(values, j)
	for _, of := range s.labelling() {
		bearing := s.bearing(of)
		known := 0
		for _, text := range texts {
			if bearing[vn.Fold(text)] && strings.ContainsFunc(text, unicode.IsLetter) {
				known++
			}
		}
		// Among figures a word is none of them, be it the name of a row or not.
		figures := first+j >= s.columns() || number(s.column(first+j))
		if known > 0 && (known == len(texts) || figures && 2*known >= len(texts)) {
			return of, sure
		}
	}
	if own {
		return s.ownLabel(values, j), sure
	}
	if slices.ContainsFunc(texts, func(text string) bool { return len(text) > len("2023") || strings.Trim(text, "0123456789") != "" }) {
		return ofNothing, unlike
	}
	return ofNothing, likely
}

// labelTexts are what stands in a column of a block, and whether all of it names the
// very rows that it would go into.
func (s *Screen) labelTexts(values [][]string, j int) (texts []string, own bool) {
	from, _ := s.origin()
	mine, others := 0, 0
	for i, line := range values {
		if j >= len(line) || strings.TrimSpace(line[j]) == "" {
			continue
		}
		texts = append(texts, strings.TrimSpace(line[j]))
		switch {
		case from+i >= len(s.rows):
		case calls(s.rows[from+i], line[j]):
			mine++
		default:
			others++
		}
	}
	return texts, mine > 0 && others == 0
}

// ownLabel is the column of the table that a column of a block repeats.
func (s *Screen) ownLabel(values [][]string, j int) int {
	from, _ := s.origin()
	for _, of := range s.labelling() {
		same := of >= 0
		for i := 0; same && i < min(len(values), len(s.rows)-from); i++ {
			same = j >= len(values[i]) || strings.TrimSpace(values[i][j]) == "" || names(s.rows[from+i].cells[of], values[i][j])
		}
		if same {
			return of
		}
	}
	return ofRow
}

// labelling are the columns that say which row it is, before the cursor's, and the
// form's names of the rows.
func (s *Screen) labelling() []int {
	_, first := s.origin()
	list := []int{}
	for col := range first {
		if s.identifies(col) {
			list = append(list, col)
		}
	}
	return append(list, ofRow)
}

// bearing are the names that the rows of the table bear in a column, folded.
func (s *Screen) bearing(of int) map[string]bool {
	all := map[string]bool{}
	for _, r := range s.rows {
		texts := []string{r.label}
		if of >= 0 {
			texts = []string{r.cells[of].text, r.cells[of].code}
		}
		for _, text := range texts {
			if text != "" {
				all[vn.Fold(text)] = true
			}
		}
	}
	return all
}

// calls reports whether a text says which row it is.
func calls(r row, text string) bool {
	if r.label != "" && vn.Fold(text) == vn.Fold(r.label) {
		return true
	}
	return slices.ContainsFunc(r.cells, func(x cell) bool { return x.access == given && x.text != "" && names(x, text) })
}

// names reports whether a text is what a cell shows, or its code.
func names(x cell, text string) bool {
	folded := vn.Fold(text)
	return folded == vn.Fold(x.text) || x.code != "" && folded == vn.Fold(x.code)
}

// says reports whether a text is the answer of a cell: as it is shown, or as it is read.
func (s *Screen) says(r row, col int, text string) bool {
	if names(r.cells[col], text) {
		return true
	}
	f := form.Field{Item: s.table.Name, Row: r.id, Part: s.column(col).Name}
	read := s.session.Read(f, text)
	return !read.Doubtful() && read.Value == s.session.Get(f).Value
}

// stray is the label by which a row of a block is of another row than the one it would
// go into.
type stray struct {
	of   int // as in copied.labels
	text string
}

// findStrays finds the rows of a block whose labels are not those of the rows they
// would go into: their figures would be written to somebody else.
func (s *Screen) findStrays(c *copied) {
	c.strays = map[int]stray{}
	from, first := s.origin()
	for i, values := range c.taken() {
		line, told := c.line(i)
		if told || from+i >= len(s.rows) {
			continue
		}
		r := s.rows[from+i]
		for k, of := range c.labels[:c.labelsOut()] {
			if k < len(line) && s.strays(r, of, line[k]) {
				c.strays[i] = stray{of, strings.TrimSpace(line[k])}
				break
			}
		}
		for j, text := range values {
			if _, found := c.strays[i]; found || first+j >= s.columns() {
				break
			}
			if s.identifies(first+j) && r.cells[first+j].access == given && s.strays(r, first+j, text) {
				c.strays[i] = stray{first + j, strings.TrimSpace(text)}
			}
		}
	}
}

// strays reports whether a label is not that of a row. A cell that is empty says
// nothing, and neither does a label that is.
func (s *Screen) strays(r row, of int, text string) bool {
	switch text = strings.TrimSpace(text); {
	case text == "", of == ofNothing, calls(r, text):
		return false
	case of == ofRow:
		return r.label != ""
	}
	return r.cells[of].text != "" && !s.says(r, of, text)
}

// leaves reports whether a row of those that are pasted is left out.
func (c *copied) leaves(i int) bool {
	_, found := c.strays[i]
	return found && !c.withStrays
}

// plotLabels shows where the labels that are left out contradict the row. A row that
// has none yet takes them.
func (s *Screen) plotLabels(b *block, r, i int) {
	c := b.copied
	line, _ := c.line(i)
	for k, of := range c.labels[:c.labelsOut()] {
		if k >= len(line) || of < 0 || c.leaves(i) {
			continue
		}
		if x := b.rows[r].cells[of]; x.access == typed && x.text == "" && strings.TrimSpace(line[k]) != "" {
			s.plotCell(b, r, of, strings.TrimSpace(line[k]))
		}
	}
	x, found := c.strays[i]
	if !found {
		return
	}
	w, row := s.env.Words, b.rows[r]
	if x.of == ofRow {
		row.cells[0].mark = problem
		b.blame(fmt.Sprintf(w.Grid.PasteOtherRow, r+1, x.text, row.label))
		return
	}
	row.cells[x.of].mark = problem
	b.blame(fmt.Sprintf(w.Grid.PasteOther, r+1, s.column(x.of).Label.In(w.Lang), x.text, cited(row.cells[x.of])))
}

// cited is what a cell says in a sentence: the code of a choice whose name is a sentence
// of its own.
func cited(x cell) string {
	if x.code != "" && ansi.StringWidth(x.text) > mostText {
		return x.code
	}
	return x.text
}
