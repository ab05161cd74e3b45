package grid

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/keymap"
)

// editor is the cell that is being typed in.
type editor struct {
	field.Widget
	was string // the text when the cell was opened
	// anew is set when the first key replaced the old text: an arrow behind the
	// text then leaves the cell, as in a spreadsheet, instead of moving inside it.
	anew bool
	// touched is set once something stood in a cell that was begun anew. Where
	// every letter was refused the old text is still the answer.
	touched bool
	pointed bool // an arrow has marked a match of a look-up
}

// opened makes the editor of the cell under the cursor, with its text in it.
func (s *Screen) opened() *editor {
	e := &editor{Widget: s.widget(), was: s.session.Editing(s.field()), touched: true}
	e.SetValue(e.was, -1)
	return e
}

// begunAnew makes the editor of the cell under the cursor for a first key that
// replaces its text.
func (s *Screen) begunAnew() *editor {
	e := &editor{Widget: s.widget(), was: s.session.Editing(s.field()), anew: true}
	e.SetValue(e.was, -1)
	field.Blank(e.Widget)
	return e
}

// widget is the field of the cell's kind. What is chosen from a list is typed
// as in a look-up, since there is no room for the list in a cell.
func (s *Screen) widget() field.Widget {
	f, col, lang := s.field(), s.column(s.col), s.env.Words.Lang
	session := s.session
	spec := field.Spec{
		Theme: s.env.Theme, Words: s.env.Words, Width: s.plan.cols[s.col].width + 1,
		Visit: session.ShortDates(), Comma: session.Comma(), Input: &s.env.Input,
	}
	if !choosable(col) || col.Kind == form.KindMany {
		it := col
		if col.Kind == form.KindMany {
			it, spec.Input = &form.Item{Kind: form.KindText}, nil // codes are typed, not words
		}
		return field.New(it, spec)
	}
	spec.Choices = session.Choices(f)
	spec.Find = func(typed string, limit int) []form.Choice { return session.FindChoices(f, typed, limit) }
	spec.Name = func(code string) (string, bool) { // units are in no list of choices
		name := session.ShownAs(f, form.Answer{Value: form.Text(code)}, lang)
		return name, name != "" && name != code
	}
	return field.New(&form.Item{Kind: form.KindLookup}, spec)
}

// unchanged reports whether leaving the cell now leaves the answer as it was.
func (e *editor) unchanged() bool {
	return e.anew && !e.touched || e.Value() == e.was
}

// atEnd reports whether the caret stands behind the text.
func (e *editor) atEnd() bool { return e.Caret() >= len(vn.Graphemes(e.Value())) }

// typeKey gives a key to the cell: the first one that writes opens it.
func (s *Screen) typeKey(msg tea.KeyPressMsg) tea.Cmd {
	s.ditto.Stop()
	if s.editor != nil {
		return s.pressEditor(msg)
	}
	if msg.Text == " " {
		return s.edit()
	}
	if why := s.awaits(); why != "" && writes(msg) {
		return s.env.Warn(why)
	}
	if made, ok := s.firstRow(writes(msg)); ok {
		return both(made, s.typeKey(msg))
	}
	if cmd, done := s.digit(msg); done {
		return cmd
	}
	if s.refusal(s.row, s.col) != "" {
		return s.refuseKey(msg)
	}
	e := s.begunAnew()
	if !writes(msg) || !e.Update(msg) {
		return nil
	}
	s.editor = e
	return s.typed()
}

// firstRow makes the first row of an empty table for what is being typed: a
// letter must never go nowhere.
func (s *Screen) firstRow(writes bool) (made tea.Cmd, ok bool) {
	if !writes || len(s.rows) > 0 || s.refuseNew() != "" {
		return nil, false
	}
	made = s.newRow()
	return made, len(s.rows) > 0
}

// writes reports whether a key is a letter, also of a keypad that sends none.
func writes(msg tea.KeyPressMsg) bool {
	return msg.Text != "" || msg.Code >= tea.KeyKpEnter && msg.Code <= tea.KeyKp9 && msg.Code != tea.KeyKpEnter
}

func (s *Screen) pressEditor(msg tea.KeyPressMsg) tea.Cmd {
	key := msg.Keystroke()
	if s.editor.anew && s.editor.atEnd() && !choosable(s.column(s.col)) {
		switch key {
		case "left":
			return s.run(keymap.Left)
		case "right":
			return s.run(keymap.Right)
		}
	}
	if !s.editor.Update(msg) {
		return nil
	}
	return s.typed()
}

// typed notes the text of the open cell after a key.
func (s *Screen) typed() tea.Cmd {
	s.redraw(s.row)
	s.editor.touched = s.editor.touched || s.editor.Value() != ""
	s.editor.pointed = false
	if choosable(s.column(s.col)) {
		s.edges = edges{} // its matches stand at the foot
	}
	return s.setOpen()
}

// setOpen hands the open text over for the recovery file. A text that would
// leave the answer as it is must not be taken for a change at a sudden end.
func (s *Screen) setOpen() tea.Cmd {
	if s.editor.unchanged() {
		return s.draft.ClearOpen()
	}
	return s.draft.SetOpen(s.field(), s.editor.Value(), s.editor.Caret())
}
