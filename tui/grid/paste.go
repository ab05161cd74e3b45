package grid

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
)

// pasted takes what was pasted: one piece of text goes into the cell, a block
// of several cells is shown first.
func (s *Screen) pasted(content string) tea.Cmd {
	if s.adrift != "" {
		return s.env.Warn(s.adrift)
	}
	if s.question != nil {
		cmd, free := s.typeOn()
		if !free {
			return cmd
		}
		return both(cmd, s.pasted(content))
	}
	line := strings.TrimRight(content, "\r\n")
	tabs := strings.ContainsRune(line, '\t')
	if !tabs && (s.editor != nil || !strings.ContainsAny(line, "\r\n")) {
		return s.pasteText(line)
	}
	if s.draft.Closed() {
		return s.env.Warn(s.env.Words.Fill.Closed)
	}
	left := s.leave("")
	c := s.recognise(readBlock(line))
	b := s.plot(c)
	if len(b.fills) == 0 && !c.asks && len(c.strays) == 0 {
		s.drop()
		return both(left, s.env.Warn(s.env.Words.Grid.PasteNone))
	}
	s.look(b)
	return left
}

// look shows a block before it is filled in.
func (s *Screen) look(b *block) {
	b.top, b.left = s.top, s.left
	if s.block != nil {
		b.least, b.top, b.left = s.block.least, s.block.top, s.block.left
	}
	s.block, s.lent = b, 0
	s.forget()
	s.lay()
	s.reveal()
}

// reveal scrolls as little as it takes to have the rows and columns that the block fills
// in sight, the first ones of many: the lines under the table leave few rows.
func (s *Screen) reveal() {
	fills := s.block.fills
	if len(fills) == 0 {
		return
	}
	from, to := fills[0], fills[0]
	_, from.col = s.origin() // the labels of a new row may stand before it
	for _, x := range fills {
		from.row = min(from.row, x.row)
		to.row, to.col = max(to.row, x.row), max(to.col, x.col)
	}
	s.top = min(max(s.top, to.row-s.page()+1), from.row)
	if to.col < s.plan.frozen {
		return
	}
	left := s.left
	for s.left < from.col && s.end(s.left) <= to.col {
		s.left++
	}
	if s.left = max(min(s.left, from.col), s.plan.frozen); s.left != left {
		s.forget()
	}
}

// decide takes the keys by which the person says what a block means and what of
// it is pasted: it is shown anew.
func (s *Screen) decide(text string) (done bool) {
	c := s.block.copied
	writing, writes := i18n.WritingBy(text)
	switch {
	case c == nil:
		return false
	case writes && c.asked:
		c.writing = writing
	case text == "1" && c.heads:
		c.withHeads = !c.withHeads
	case text == "2" && len(c.labels) > 0:
		c.withLabels = !c.withLabels
	case text == "3" && c.sums > 0:
		c.withSums = !c.withSums
	case text == "4" && len(c.strays) > 0:
		c.withStrays = !c.withStrays
	default:
		return false
	}
	s.look(s.plot(c))
	return true
}

func (s *Screen) pasteText(text string) tea.Cmd {
	if s.block != nil || strings.TrimSpace(text) == "" {
		return nil
	}
	if why := s.awaits(); why != "" {
		return s.env.Warn(why)
	}
	if made, ok := s.firstRow(true); ok {
		return both(made, s.pasteText(text))
	}
	if s.editor == nil {
		if why := s.refusal(s.row, s.col); why != "" {
			return s.env.Warn(why)
		}
		s.editor = s.begunAnew()
	}
	s.editor.Update(tea.PasteMsg{Content: text})
	return s.typed()
}

// shown are the rows that are drawn: those of the table, or as a paste would
// leave them.
func (s *Screen) shown() []row {
	if s.block != nil {
		return s.block.rows
	}
	return s.rows
}

// drop forgets the block, with the widths and the scrolling that looking at it took.
func (s *Screen) drop() {
	if s.block != nil {
		s.plan.least, s.top, s.left = s.block.least, s.block.top, s.block.left
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
		if c := s.block.copied; c != nil && c.asks {
			return s.env.Warn(s.env.Words.Grid.PasteFirst)
		}
		if len(s.block.fills) == 0 {
			return s.env.Warn(s.env.Words.Grid.PasteNone)
		}
		return s.apply()
	case keymap.FillDown:
		if s.block.copied == nil {
			return s.apply()
		}
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
	b, left := s.block, s.left
	s.drop()
	s.left = left // what was filled in stays in sight
	_, list := s.fillIn(s.session, b)
	saved := s.changed()
	for _, x := range list {
		if amb, _ := s.session.Ambiguity(x.Field); amb != nil {
			saved = both(saved, s.visit(x.Field))
			s.ask(x.Field, "")
			return saved
		}
	}
	said := i18n.Count(s.env.Words.Grid.Pasted, len(list))
	if b.otherwise > 0 {
		said += " " + i18n.Count(b.onlyOtherwise(s.env.Words), b.otherwise) + "."
	}
	return both(saved, s.env.Notice(said))
}

// fillIn answers what a block fills in, with the rows it needs, as one step. ids are the
// rows of the table with them.
func (s *Screen) fillIn(session *form.Session, b *block) (ids []form.Row, list []form.FieldText) {
	for _, r := range s.rows {
		ids = append(ids, r.id)
	}
	list = make([]form.FieldText, len(b.fills))
	session.Together(func() {
		for range b.more {
			ids = append(ids, session.AddRow(s.table.Name, ""))
		}
		for i, x := range b.fills {
			list[i] = form.FieldText{Field: form.Field{Item: s.table.Name, Row: ids[x.row], Part: s.column(x.col).Name}, Raw: x.raw}
		}
		session.AnswerAll(list, form.Pasted)
	})
	return ids, list
}

// said is what the block would do, in lines that fit under the table: what it
// is and what is wrong with it first.
func (s *Screen) said() []string {
	b := s.block
	if b == nil {
		return nil
	}
	lines := flow(s.toldOf(b), s.width-1)
	const rowsInSight = 3
	if most := max(s.height-s.headLines()-rule-rowsInSight, 1); len(lines) > most {
		lines = lines[:most]
	}
	return lines
}

func (s *Screen) toldOf(b *block) []string {
	w := s.env.Words.Grid
	parts := []string{i18n.Count(w.FillAsk, b.width)}
	if b.copied != nil {
		parts = []string{i18n.Count(w.PasteAsk, b.height, b.width)}
	}
	if c := b.copied; c != nil {
		if n := len(c.strays); n > 0 && c.withStrays {
			parts = append(parts, i18n.Count(w.PasteStraysIn, n))
		} else if n > 0 {
			parts = append(parts, i18n.Count(w.PasteStraysOut, n))
		}
		if heading, into := s.astray(c); heading != "" {
			parts = append(parts, fmt.Sprintf(w.PasteAstray, heading, into))
		}
	}
	if b.fault != "" {
		parts = append(parts, b.fault)
	}
	if b.contradiction != "" {
		parts = append(parts, b.contradiction)
	}
	parts = append(parts, b.question...)
	for _, p := range []struct {
		format string
		n      int
	}{{w.PasteGood, b.good}, {w.PasteFaulty, b.faulty}, {w.PasteDoubt, b.doubtful}, {b.onlyOtherwise(s.env.Words), b.otherwise}, {w.PasteZero, b.zeros},
		{w.PasteDiffers, b.differs}, {w.PasteContradicted, b.contradicted}, {w.PasteReplaced, b.replaced}, {w.PasteKept, b.kept}, {w.FillKept, b.filled}, {w.FillRefused, b.refused}, {w.PasteMore, b.more},
		{w.PasteOver, b.overRows}, {w.PasteOverColumns, b.overColumns}} {
		if p.n > 0 {
			parts = append(parts, i18n.Count(p.format, p.n))
		}
	}
	if c := b.copied; c != nil {
		parts = append(parts, c.offers(s.env.Words)...)
	}
	return parts
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
		lines = append(lines, strings.Split(ansi.Wrap(p, width, ""), "\n")...)
	}
	return lines
}
