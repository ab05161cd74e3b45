package grid

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
)

// block is a piece of a spreadsheet that waits to be pasted from the cursor on.
// It is looked at in the table itself, and filled in as one step of undo.
type block struct {
	height, width int
	fills         []fill
	rows          []row // the table as it would be
	more          int   // rows that would be new
	good          int   // cells that can be read
	doubtful      int   // cells that cannot, or have two readings
	kept          int   // cells that the form fills or computes itself
	overRows      int   // rows and columns that go beyond the table
	overColumns   int
	least         []int // the plan's, before the block was shown
}

// fill is one cell of a block and where it goes.
type fill struct {
	row, col int
	raw      string
}

// pasted takes what was pasted: one piece of text goes into the cell, a block
// of several cells is shown first.
func (s *Screen) pasted(content string) tea.Cmd {
	line := strings.TrimRight(content, "\r\n")
	tabs := strings.ContainsRune(line, '\t')
	if !tabs && (s.editor != nil || !strings.ContainsAny(line, "\r\n")) {
		return s.pasteText(line)
	}
	if s.draft.Closed() {
		return s.env.Warn(s.env.Words.Fill.Closed)
	}
	left := s.leave("")
	s.question = nil
	b := s.plot(readBlock(line))
	if len(b.fills) == 0 {
		s.drop()
		return both(left, s.env.Warn(s.env.Words.Grid.PasteNone))
	}
	s.block = b
	s.forget()
	s.lay()
	return left
}

func (s *Screen) pasteText(text string) tea.Cmd {
	if s.block != nil || strings.TrimSpace(text) == "" {
		return nil
	}
	if made, ok := s.firstRow(true); ok {
		return both(made, s.pasteText(text))
	}
	if s.editor == nil {
		if why := s.refusal(s.row, s.col); why != "" {
			return s.env.Warn(why)
		}
		s.question = nil
		s.editor = s.begunAnew()
	}
	s.editor.Update(tea.PasteMsg{Content: text})
	return s.typed()
}

// plot works out where each value would go and what would become of it. An
// empty value leaves the cell as it is.
func (s *Screen) plot(values [][]string) *block {
	b := &block{height: len(values), rows: slices.Clone(s.rows), least: slices.Clone(s.plan.least)}
	from, first := s.row, s.col
	if len(s.rows) == 0 {
		from, first = 0, 0
	}
	for i, line := range values {
		b.width = max(b.width, len(line))
		r := from + i
		if r >= len(b.rows) {
			if !s.table.Table.Free {
				b.overRows++
				continue
			}
			b.rows = append(b.rows, s.blankRow())
			b.more++
		}
		b.rows[r].cells = slices.Clone(b.rows[r].cells)
		for j, raw := range line {
			if raw = strings.TrimSpace(raw); raw != "" && first+j < s.columns() {
				s.plotCell(b, r, first+j, raw)
			}
		}
	}
	b.overColumns = max(first+b.width-s.columns(), 0)
	return b
}

// noRow stands for a row that is not there: enough to be read and shown as a cell.
const noRow = "+"

// plotCell puts one value into the table that is shown before pasting.
func (s *Screen) plotCell(b *block, r, c int, raw string) {
	x := &b.rows[r].cells[c]
	if x.access != typed {
		b.kept++
		return
	}
	f := form.Field{Item: s.table.Name, Row: b.rows[r].id, Part: s.column(c).Name}
	if f.Row == "" {
		f.Row = noRow
	}
	*x = cell{text: raw, mark: carried, pasted: true}
	if s.session.Read(f, raw).Doubtful() {
		x.mark = doubt
		b.doubtful++
	} else {
		b.good++
	}
	b.fills = append(b.fills, fill{r, c, raw})
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

// shown are the rows that are drawn: those of the table, or as a paste would
// leave them.
func (s *Screen) shown() []row {
	if s.block != nil {
		return s.block.rows
	}
	return s.rows
}

// drop forgets the block, and the widths that looking at it took.
func (s *Screen) drop() {
	if s.block != nil {
		s.plan.least = s.block.least
	}
	s.block = nil
	s.forget()
	s.lay()
}

// pressBlock decides about the block: Enter pastes, Esc does not, the arrows
// look at what is out of sight.
func (s *Screen) pressBlock(action keymap.Action) tea.Cmd {
	switch action {
	case keymap.Return:
		return s.apply()
	case keymap.Back:
		s.drop()
	case keymap.Up:
		s.top = max(s.top-1, 0)
	case keymap.Down:
		s.top++ // sight keeps it from going too far
	case keymap.PageUp:
		s.top = max(s.top-s.page(), 0)
	case keymap.PageDown:
		s.top += s.page()
	case keymap.Left:
		s.left = max(s.left-1, s.plan.frozen)
		s.forget()
	case keymap.Right:
		s.left = min(s.left+1, len(s.plan.cols)-1)
		s.forget()
	}
	return nil
}

// apply fills the block in, with the rows it needs, and asks about the first
// amount that has two readings.
func (s *Screen) apply() tea.Cmd {
	b := s.block
	s.drop()
	ids := make([]form.Row, 0, len(b.rows))
	for _, r := range s.rows {
		ids = append(ids, r.id)
	}
	for range b.more {
		ids = append(ids, s.session.AddRow(s.table.Name, ""))
	}
	list := make([]form.FieldText, len(b.fills))
	for i, x := range b.fills {
		list[i] = form.FieldText{Field: form.Field{Item: s.table.Name, Row: ids[x.row], Part: s.column(x.col).Name}, Raw: x.raw}
	}
	steps := b.more
	if s.session.AnswerAll(list, form.Bulk) {
		steps++
	}
	saved := s.changed()
	s.bundle = max(steps, 1)
	for _, x := range list {
		if amb, _ := s.session.Ambiguity(x.Field); amb != nil {
			saved = both(saved, s.visit(x.Field))
			s.ask(x.Field, "")
			return saved
		}
	}
	return both(saved, s.env.Notice(fmt.Sprintf(s.env.Words.Grid.Pasted, len(list))))
}

// said is what the paste would do, in lines that fit under the table.
func (s *Screen) said() []string {
	b := s.block
	if b == nil {
		return nil
	}
	w := s.env.Words.Grid
	parts := []string{fmt.Sprintf(w.PasteAsk, b.height, b.width)}
	for _, p := range []struct {
		format string
		n      int
	}{{w.PasteGood, b.good}, {w.PasteDoubt, b.doubtful}, {w.PasteKept, b.kept}, {w.PasteMore, b.more},
		{w.PasteOver, b.overRows}, {w.PasteOverColumns, b.overColumns}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf(p.format, p.n))
		}
	}
	return flow(parts, s.width-1)
}

// flow puts sentences into lines.
func flow(parts []string, width int) []string {
	var lines []string
	for _, p := range parts {
		last := len(lines) - 1
		if last >= 0 && ansi.StringWidth(lines[last])+2+ansi.StringWidth(p) <= width {
			lines[last] += "  " + p
			continue
		}
		lines = append(lines, p)
	}
	return lines
}

// readBlock takes a block apart as spreadsheets put it on the clipboard: tabs
// between cells, a line a row, a cell with breaks or quotes in it in quotes.
func readBlock(text string) [][]string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	rows := [][]string{nil}
	for {
		value, rest := readCell(text)
		last := len(rows) - 1
		rows[last] = append(rows[last], vn.CleanLine(value))
		if rest == "" {
			return rows
		}
		if rest[0] == '\n' {
			rows = append(rows, nil)
		}
		text = rest[1:]
	}
}

// readCell reads up to the next tab or line break, which rest begins with.
func readCell(text string) (value, rest string) {
	if quoted, rest, ok := readQuoted(text); ok {
		return quoted, rest
	}
	if i := strings.IndexAny(text, "\t\n"); i >= 0 {
		return text[:i], text[i:]
	}
	return text, ""
}

// readQuoted reads a cell in quotes; false when the quote is just a letter.
func readQuoted(text string) (value, rest string, ok bool) {
	if !strings.HasPrefix(text, `"`) {
		return "", "", false
	}
	var b strings.Builder
	for text = text[1:]; ; {
		i := strings.IndexByte(text, '"')
		if i < 0 {
			return "", "", false
		}
		b.WriteString(text[:i])
		text = text[i+1:]
		switch {
		case strings.HasPrefix(text, `"`):
			b.WriteByte('"')
			text = text[1:]
		case text == "" || text[0] == '\t' || text[0] == '\n':
			return b.String(), text, true
		default:
			return "", "", false
		}
	}
}
