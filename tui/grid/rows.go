package grid

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/tui/kit"
)

// noteTag comes back with the text of a row's note.
type noteTag struct{ field form.Field }

// The sentences why something cannot be done with rows; "" when it can.

func (s *Screen) refuseNew() string {
	switch {
	case s.draft.Closed():
		return s.env.Words.Fill.Closed
	case s.table.Table.Settles != nil:
		return s.env.Words.Grid.Brought
	case !s.table.Table.Free:
		return s.env.Words.Grid.NotFree
	}
	return ""
}

func (s *Screen) refuseDuplicate() string {
	if why := s.refuseNew(); why != "" || len(s.rows) > 0 {
		return why
	}
	return s.env.Words.Grid.Empty
}

func (s *Screen) refuseRemove() string {
	switch {
	case s.draft.Closed():
		return s.env.Words.Fill.Closed
	case len(s.rows) == 0:
		return s.env.Words.Grid.Empty
	case s.table.Table.Settles != nil:
		return s.env.Words.Grid.Brought
	case !s.rows[s.row].free:
		return s.env.Words.Grid.Fixed
	}
	return ""
}

func (s *Screen) refuseNone() string {
	switch {
	case s.draft.Closed():
		return s.env.Words.Fill.Closed
	case s.table.Table.Settles != nil:
		return s.env.Words.Grid.Brought
	case !s.table.Table.MayBeNone:
		return s.env.Words.Grid.NeverNone
	}
	for _, r := range s.rows {
		if r.started() {
			return s.env.Words.Grid.HasRows
		}
	}
	return ""
}

func (s *Screen) refuseNote() string {
	switch {
	case s.draft.Closed():
		return s.env.Words.Fill.Closed
	case len(s.rows) == 0:
		return s.env.Words.Grid.Empty
	}
	return ""
}

// awaits says what must be answered before the table has its rows; "" when there
// is no such thing. A row of one's own can be made all the same, with its key: that
// of a letter would be one that the form's rows double later.
func (s *Screen) awaits() string {
	if list := s.session.Awaited(s.table.Name); len(list) > 0 {
		return s.env.RowsFrom(list[0])
	}
	return ""
}

// newRow adds an empty row behind the present one, or last.
func (s *Screen) newRow() tea.Cmd {
	if why := s.refuseNew(); why != "" {
		return s.env.Warn(why)
	}
	after := form.Row("")
	if len(s.rows) > 0 && s.rows[s.row].free {
		after = s.rows[s.row].id
	}
	return s.added(s.session.AddRow(s.table.Name, after), 0)
}

// duplicate adds a row like the present one and stays in the column.
func (s *Screen) duplicate() tea.Cmd {
	if why := s.refuseDuplicate(); why != "" {
		return s.env.Warn(why)
	}
	col := s.col
	for c := range s.columns() {
		if s.column(c).Name == s.table.Table.Differs() {
			col = c // what is empty in the copy is typed first
		}
	}
	from := s.row
	id := s.session.DuplicateRow(s.table.Name, s.rows[from].id)
	if id != "" {
		s.doubled = from + 1
	}
	return s.added(id, col)
}

// added goes to a new row: to the first cell from col on that can be typed in.
func (s *Screen) added(id form.Row, col int) tea.Cmd {
	if id == "" {
		return s.env.Warn(s.env.Words.Grid.NotFree)
	}
	saved := s.changed()
	r, _, ok := s.find(form.Field{Item: s.table.Name, Row: id})
	if !ok {
		return saved
	}
	if c, ok := s.seek(r, col, 1); ok {
		col = c
	}
	s.begun = col
	return both(saved, s.put(r, col))
}

// remove takes the row out; undo brings it back, and the note line says so.
func (s *Screen) remove() tea.Cmd {
	if why := s.refuseRemove(); why != "" {
		return s.env.Warn(why)
	}
	if !s.session.RemoveRow(s.table.Name, s.rows[s.row].id) {
		return nil
	}
	return both(s.changed(), s.env.Notice(s.env.Words.Grid.Removed))
}

// none records that there are none, or takes that back. Empty rows go with it.
func (s *Screen) none() tea.Cmd {
	if why := s.refuseNone(); why != "" {
		return s.env.Warn(why)
	}
	none := !s.session.None(s.table.Name)
	s.session.Together(func() {
		for _, r := range s.rows {
			if r.free {
				s.session.RemoveRow(s.table.Name, r.id)
			}
		}
		s.session.SetNone(s.table.Name, none)
	})
	saved := s.changed()
	if !none {
		return saved
	}
	return both(saved, s.env.Notice(s.env.Words.Grid.NoneHere))
}

// finding records a shortcoming from the cell and opens it; Esc there comes back.
// In the table of findings itself it adds a row: where the person was brought by the
// same key only when it is meant, with what that row is about.
func (s *Screen) finding() tea.Cmd {
	if why := s.env.RefuseFinding(s.draft); why != "" {
		return s.env.Warn(why)
	}
	from := s.field()
	if from == (form.Field{}) {
		from = form.Field{Item: s.table.Name}
	}
	if s.draft.FindingTable() != s.table {
		aside := s.env.FindingOf(s.draft, from)
		return both(s.changed(), s.open(kit.KindGrid, aside))
	}
	if s.recorded != (form.Field{}) {
		if !s.again {
			s.again = true
			return s.env.Notice(s.env.Words.Grid.FindingAgain)
		}
		from = s.recorded
	}
	cell := s.env.RecordFinding(s.draft, from)
	return both(s.changed(), s.visit(cell))
}

// note asks for the note on the row.
func (s *Screen) note() tea.Cmd {
	if why := s.refuseNote(); why != "" {
		return s.env.Warn(why)
	}
	f := s.noteField(s.rows[s.row].id)
	return s.open(kit.KindAsk, &kit.Ask{
		Tag: noteTag{f}, Title: fmt.Sprintf(s.env.Words.Grid.NoteAsk, s.row+1), Initial: s.session.Get(f).Raw, Keeps: true, Field: f,
	})
}

func (s *Screen) answered(msg kit.AnsweredMsg) tea.Cmd {
	tag, ok := msg.Tag.(noteTag)
	if !ok {
		return nil
	}
	s.comeBack()
	if s.draft.Closed() {
		return both(s.draft.ClearOpen(), s.env.Warn(s.env.Words.Fill.Closed))
	}
	note, text := tag.field, msg.Text
	var said tea.Cmd
	if _, _, there := s.find(note); !there && text != "" {
		note = s.session.NoteBeside(note)
		text = strings.TrimSpace(s.session.Get(note).Raw + "\n" + text)
		said = s.env.Warn(s.env.Words.Grid.NoteMoved)
	}
	if !s.session.Answer(note, text) {
		return s.draft.ClearOpen()
	}
	return tea.Batch(s.changed(), s.draft.ClearOpen(), said)
}

// unwind takes the last step back or does it again, goes to what it changed and
// says it. What stands outside the table is shown in the form.
func (s *Screen) unwind(again bool) tea.Cmd {
	w := s.env.Words.Fill
	if s.draft.Closed() {
		return s.env.Warn(w.Closed)
	}
	if s.draft.Torn() {
		return nil // whose answer stands is asked first: undo would write over that of a colleague
	}
	step, none := s.session.Undo, w.NothingBack
	if again {
		step, none = s.session.Redo, w.NothingAgain
	}
	u, ok := step()
	if !ok {
		return s.env.Notice(none)
	}
	s.refresh()
	saved := s.draft.Commit(s.place())
	said := s.env.Notice(s.env.Unwound(s.session, u, again, s.table.Name))
	fields := u.Fields()
	for _, f := range fields {
		if f.Item != s.table.Name {
			continue
		}
		if r, col, ok := s.find(f); ok {
			if f.Part == "" || f.Part == form.Note {
				col = s.col
			}
			s.begun = col
			saved = both(saved, s.put(r, col))
		}
		return both(saved, said)
	}
	for _, f := range fields {
		if s.session.Definition().Item(f.Item) != nil {
			return tea.Batch(saved, s.env.Back(kit.Jump{Field: f}), said)
		}
	}
	return both(saved, said)
}
