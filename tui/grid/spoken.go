package grid

import (
	"fmt"
	"strings"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/kit"
)

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the cell under the cursor, and what the last key answered.
func (s *Screen) Spoken() kit.Spoken {
	switch {
	case s.table == nil:
		return kit.Spoken{}
	case s.block != nil:
		return kit.Spoken{Name: s.env.Words.KeysByEar(strings.Join(s.said(), " ")), Said: s.env.Words.Grid.PasteKeys}
	case len(s.rows) == 0:
		return kit.Spoken{Name: strings.Join(s.emptyLines(), " "), Hint: s.table.Hint.In(s.env.Words.Lang)}
	}
	w, f, col := s.env.Words, s.field(), s.column(s.col)
	said := kit.Spoken{Name: fmt.Sprintf(w.Speak.Cell, s.row+1, col.Label.In(w.Lang)), Value: s.rows[s.row].cells[s.col].text}
	if hint := s.longHint(); hint != "" {
		said.Name += " (" + strings.TrimSuffix(hint, ".") + ")"
	}
	if label := s.rowName(s.row); label != "" {
		said.Where = fmt.Sprintf(w.Speak.Row, s.row+1, label)
	}
	if s.aside && s.table.Table.Opens != nil {
		said.Lines = s.holds()
	}
	s.sayTold(&said)
	if s.doubled > 0 {
		said.LeftSaid = strings.TrimSpace(said.LeftSaid + " " + fmt.Sprintf(w.Speak.Doubled, s.doubled, s.row+1))
	}
	if s.refusal(s.row, s.col) == "" {
		said.Choices = s.keyed()
		said.Picked = said.Choices != "" && said.Value != ""
	}
	if s.session.Get(f).Carried {
		said.Value, said.Picked = s.env.Theme.Sign.Carried+" "+said.Value, false
	}
	said.Hint = s.allHints(f, col)
	if s.editor != nil {
		said = field.Tell(said, s.editor.Widget, w)
	}
	if q := s.asked(); q != nil {
		said.Said = w.CommaByEar(q.amb, q.proposed)
	} else if parts, _ := s.matterIn(f, w.ProblemByEar); len(parts) > 0 && (s.editor == nil || s.editor.unchanged()) {
		said.Said = parts[0].text
	}
	return said
}

// rowName is what a row is called: its label, else what the form gives in it.
func (s *Screen) rowName(r int) string {
	if label := s.rows[r].label; label != "" {
		return label
	}
	var names []string
	for _, c := range s.rows[r].cells {
		if c.access == given && c.text != "" {
			names = append(names, c.text)
		}
	}
	return kit.Listed(names)
}

// holds is what stands in the row already, cell by cell: a finding that was recorded
// from an item begins with what the item says of it. Behind it comes how one goes on
// where one was.
func (s *Screen) holds() []string {
	lines := []string{fmt.Sprintf(s.env.Words.Speak.Holds, s.row+1)}
	for c, cell := range s.rows[s.row].cells {
		if text := oneLine(cell.text); text != "" {
			lines = append(lines, s.column(c).Label.In(s.env.Words.Lang)+": "+text)
		}
	}
	if len(lines) == 1 {
		lines = nil
	}
	return append(lines, s.env.Words.Speak.Returns)
}

// sayTold says the answer of the cell that the last key left, an amount in words,
// and what is the matter with it.
func (s *Screen) sayTold(said *kit.Spoken) {
	f := s.told
	if f == (form.Field{}) {
		return
	}
	r, c, ok := s.find(f)
	if !ok {
		return
	}
	said.Left = s.rows[r].cells[c].text
	if v, money := s.session.Get(f).Value.Int(); money && s.column(c).Kind == form.KindMoney {
		said.Left = s.env.Words.Money(vn.Money(v))
	}
	if said.Left == "" {
		said.Left = s.env.Words.Speak.Blank
	}
	if parts, _ := s.matterIn(f, s.env.Words.ProblemByEar); len(parts) > 0 && f != s.field() && s.question == nil {
		said.LeftSaid = parts[0].text
	}
}

// keyed lists the entries of a short list with their keys.
func (s *Screen) keyed() string {
	var parts []string
	list := s.digits()
	for i, key := range keysOf(list) {
		parts = append(parts, key+" "+list[i].Label.In(s.env.Words.Lang))
	}
	return kit.Listed(parts)
}

// allHints is what the note line says of a cell when nothing is the matter, and of
// its row.
func (s *Screen) allHints(f form.Field, col *form.Item) string {
	parts := []string{s.words(f, col), s.entry()}
	_, missing := s.matter(f)
	whole, _ := s.matter(form.Field{Item: s.table.Name})
	for _, p := range append(missing, whole...) {
		parts = append(parts, p.text)
	}
	if note := s.session.Get(s.noteField(f.Row)).Raw; note != "" {
		parts = append(parts, s.env.Words.Fill.Note+": "+oneLine(note))
	}
	return s.env.Join(append(append(parts, s.ratios()...), s.about())...)
}
