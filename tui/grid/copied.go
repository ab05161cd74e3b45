package grid

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// copied is a piece of a spreadsheet as it came, what was recognised in it, and
// what the person decided of it. Labels that were copied along are left out
// unless the person takes them in; how figures are written is asked once for all
// of them, and never guessed.
type copied struct {
	values [][]string
	heads  bool          // its first row are labels of columns
	sums   int           // so many of its last rows are the sums of the others
	labels []int         // its first columns that say which row it is: of which column of the table
	strays map[int]stray // of its rows that are pasted: those that say that they are of another row

	withHeads, withSums, withLabels, withStrays bool // they are pasted all the same

	asks    bool   // the figures can be read in two ways, and it is not decided
	asked   bool   // that was so once: the answer can be changed
	sample  string // a figure by which it is asked
	writing vn.Writing
}

// recognise finds the labels in a block that would go from the cursor on.
func (s *Screen) recognise(values [][]string) *copied {
	c := &copied{values: values}
	c.heads = s.headed(values)
	c.sums = s.summed(c)
	c.labels = s.labelled(c)
	return c
}

// taken are the values that are pasted.
func (c *copied) taken() [][]string {
	values := c.values
	if c.heads && !c.withHeads {
		values = values[1:]
	}
	if !c.withSums {
		values = values[:len(values)-c.sums]
	}
	out := c.labelsOut()
	if out == 0 {
		return values
	}
	cut := make([][]string, len(values))
	for i, line := range values {
		cut[i] = line[min(out, len(line)):]
	}
	return cut
}

// labelsOut counts the first columns that are left out.
func (c *copied) labelsOut() int {
	if c.withLabels {
		return 0
	}
	return len(c.labels)
}

// line is the row of the block that the i-th of those that are pasted was; told is set where
// the person took it in as the heading or the sum that it is.
func (c *copied) line(i int) (line []string, told bool) {
	if c.heads && !c.withHeads {
		i++
	}
	return c.values[i], c.heads && i == 0 || i >= len(c.values)-c.sums
}

// offers are what the person can decide by a key, labels first.
func (c *copied) offers(w *i18n.Words) []string {
	var parts []string
	add := func(there, with bool, out, in string) {
		switch {
		case there && with:
			parts = append(parts, in)
		case there:
			parts = append(parts, out)
		}
	}
	add(c.heads, c.withHeads, w.Grid.PasteHeadsOut, w.Grid.PasteHeadsIn)
	add(c.sums > 0, c.withSums, w.Grid.PasteSumsOut, w.Grid.PasteSumsIn)
	n := len(c.labels)
	add(n > 0, c.withLabels, i18n.Count(w.Grid.PasteLabelsOut, n), fmt.Sprintf(w.Grid.PasteLabelsIn, n))
	return parts
}

// headed reports whether the first row of a block are labels: half of them are
// those of columns of the table, or each that would go where figures go is a
// word, with figures below.
func (s *Screen) headed(values [][]string) bool {
	if len(values) < 2 {
		return false
	}
	_, first := s.origin()
	words, known, figures, over := 0, 0, 0, 0
	for j, text := range values[0] {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		words++
		if s.labelsColumn(text) {
			known++
		}
		if c := first + j; c < s.columns() && number(s.column(c)) && hasFigure(values[1:], j) {
			figures++
			if !strings.ContainsAny(text, "0123456789") && !vn.Dash(text) {
				over++
			}
		}
	}
	return words > 0 && (2*known >= words || figures > 0 && over == figures)
}

// labelsColumn reports whether a text is the label of a column.
func (s *Screen) labelsColumn(text string) bool {
	return slices.ContainsFunc(s.table.Table.Visible(), func(col *form.Item) bool { return labels(text, col) })
}

// labels reports whether a text is the label of a column, in either language.
func labels(text string, col *form.Item) bool {
	folded := vn.Fold(strings.TrimSpace(text))
	return folded == vn.Fold(col.Label.VI) || folded == vn.Fold(col.Label.EN)
}

// astray is the first heading of a block that names another column of the table
// than the one its figures would go into; "" when there is none.
func (s *Screen) astray(c *copied) (heading, into string) {
	if !c.heads {
		return "", ""
	}
	_, at := s.origin()
	out := min(c.labelsOut(), len(c.values[0]))
	for j, text := range c.values[0][out:] {
		to := at + j
		if to < s.columns() && !labels(text, s.column(to)) && s.labelsColumn(text) {
			return strings.TrimSpace(text), s.column(to).Label.In(s.env.Words.Lang)
		}
	}
	return "", ""
}

// sumWords begin a row that adds up those above it, folded.
var sumWords = []string{"cong", "tong cong", "tong", "tong so", "total", "grand total", "sum"}

// summed counts the last rows of a block that add up the others, with the empty ones
// below: as an answer they would double every total. A row of the table that is
// itself called so is none.
func (s *Screen) summed(c *copied) int {
	values := c.taken()
	last := len(values) - 1
	for last > 0 && !slices.ContainsFunc(values[last], func(text string) bool { return strings.TrimSpace(text) != "" }) {
		last--
	}
	if last < 1 {
		return 0
	}
	i := slices.IndexFunc(values[last], func(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) })
	if i < 0 || !slices.Contains(sumWords, vn.Fold(strings.Trim(values[last][i], " :\u00a0"))) {
		return 0
	}
	if from, _ := s.origin(); from+last < len(s.rows) && calls(s.rows[from+last], values[last][i]) {
		return 0
	}
	return len(values) - last
}

func hasFigure(lines [][]string, j int) bool {
	return slices.ContainsFunc(lines, func(line []string) bool {
		return j < len(line) && strings.ContainsAny(line[j], "0123456789")
	})
}

// figure is a figure as it is read: a dash alone is zero, brackets are a minus. One
// that can only be written the other way than the person said is read that way,
// which is told: it has no other reading.
func figure(col *form.Item, raw string, w vn.Writing) (text string, otherwise bool) {
	text = raw
	if vn.Dash(raw) {
		text = "0"
	}
	if col.Kind != form.KindMoney && strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") {
		text = "-" + text[1:len(text)-1]
	}
	if col.Kind == form.KindInteger {
		return text, false
	}
	inVN, inEN := vn.WritingVietnamese.Fits(text), vn.WritingEnglish.Fits(text)
	switch {
	case inEN && !inVN:
		return vn.WritingEnglish.Rewrite(text), w == vn.WritingVietnamese
	case inVN && !inEN:
		return vn.WritingVietnamese.Rewrite(text), w == vn.WritingEnglish
	case inVN && w != vn.WritingUnknown:
		return w.Rewrite(text), false
	}
	return text, false
}

// twoWays reports whether a figure is another one written the other way.
func twoWays(raw string) bool {
	return vn.WritingVietnamese.Fits(raw) && vn.WritingEnglish.Fits(raw) && vn.WritingVietnamese.Rewrite(raw) != vn.WritingEnglish.Rewrite(raw)
}

// askWriting finds out whether it must be asked how the figures of a block are
// written: one of them has two readings, or some show the English way and others
// could be read in either, or only in the Vietnamese.
func (s *Screen) askWriting(c *copied, values [][]string) {
	c.asks = false
	if c.writing != vn.WritingUnknown {
		return
	}
	from, at := s.origin()
	var english, vietnamese, either, commas int
	sample := "" // of two readings
	for i, line := range values {
		if c.leaves(i) {
			continue
		}
		for j, raw := range line {
			col := at + j
			if col >= s.columns() || !number(s.column(col)) || s.column(col).Kind == form.KindInteger ||
				from+i < len(s.rows) && s.rows[from+i].cells[col].access != typed {
				continue
			}
			inVN, inEN := vn.WritingVietnamese.Fits(raw), vn.WritingEnglish.Fits(raw)
			switch {
			case inVN && !inEN:
				vietnamese++
			case inEN && !inVN:
				english++
			case twoWays(raw):
				either++
				sample = first(sample, strings.TrimSpace(raw))
				if strings.Contains(raw, ",") {
					commas++
				}
				f := form.Field{Item: s.table.Name, Row: noRow, Part: s.column(col).Name}
				c.asks = c.asks || s.twoReadings(f, raw)
			}
		}
	}
	c.asks = c.asks || english > 0 && either > 0 ||
		vietnamese > 0 && commas > 0 && s.session.Comma() == vn.CommaThousands
	c.asked = c.asked || c.asks
	c.sample = sample
}

// twoReadings reports whether a text is an amount with two readings by its marks; which unit
// it counts is asked of the cell.
func (s *Screen) twoReadings(f form.Field, text string) bool {
	var amb *vn.Ambiguous
	return errors.As(s.session.Why(f, text), &amb) && !amb.ByUnit
}

// writings are the two readings of a figure, each with its key.
func (s *Screen) writings(sample string) []string {
	w := s.env.Words.Grid
	parts := []string{fmt.Sprintf(w.PasteWriting, sample)}
	for _, x := range []struct {
		writing vn.Writing
		name    string
	}{{vn.WritingVietnamese, w.PasteVietnamese}, {vn.WritingEnglish, w.PasteEnglish}} {
		// Read as an amount, whatever it is: that shows every digit, with dots. The unit
		// keeps a long figure from being asked about.
		read := sample
		if m, err := vn.ParseMoney(strings.TrimSuffix(x.writing.Rewrite(sample), "%")+"tr", vn.UnitMillion, vn.CommaDecimal); err == nil {
			read = m.Shown()
		}
		parts = append(parts, fmt.Sprintf("[%s] %s (%s)", i18n.WritingKey(x.writing), read, x.name))
	}
	return parts
}
