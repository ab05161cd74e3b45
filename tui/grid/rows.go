package grid

import (
	"fmt"

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
	return s.added(s.session.DuplicateRow(s.table.Name, s.rows[s.row].id), s.col)
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
	steps := 0
	for _, r := range s.rows {
		if r.free && s.session.RemoveRow(s.table.Name, r.id) {
			steps++
		}
	}
	none := !s.session.None(s.table.Name)
	if s.session.SetNone(s.table.Name, none) {
		steps++
	}
	saved := s.changed()
	s.bundle = max(steps, 1)
	if !none {
		return saved
	}
	return both(saved, s.env.Notice(s.env.Words.Grid.NoneHere))
}

// finding records a shortcoming from the cell and opens it; Esc there comes back.
func (s *Screen) finding() tea.Cmd {
	if why := s.env.RefuseFinding(s.draft); why != "" {
		return s.env.Warn(why)
	}
	from := s.field()
	if from == (form.Field{}) {
		from = form.Field{Item: s.table.Name}
	}
	cell := s.env.RecordFinding(s.draft, from)
	if cell.Item == s.table.Name { // it is this very table
		saved := s.changed()
		return both(saved, s.visit(cell))
	}
	return both(s.changed(), s.open(kit.KindGrid, kit.Aside{Field: cell}))
}

// note asks for the note on the row.
func (s *Screen) note() tea.Cmd {
	if why := s.refuseNote(); why != "" {
		return s.env.Warn(why)
	}
	f := s.noteField(s.rows[s.row].id)
	return s.open(kit.KindAsk, &kit.Ask{
		Tag: noteTag{f}, Title: fmt.Sprintf(s.env.Words.Grid.NoteAsk, s.row+1), Initial: s.session.Get(f).Raw,
	})
}

func (s *Screen) answered(msg kit.AnsweredMsg) tea.Cmd {
	tag, ok := msg.Tag.(noteTag)
	if !ok {
		return nil
	}
	s.comeBack()
	if s.draft.Closed() || !s.session.Answer(tag.field, msg.Text) {
		return nil
	}
	return s.changed()
}

func (s *Screen) undo() tea.Cmd {
	if s.draft.Closed() {
		return s.env.Warn(s.env.Words.Fill.Closed)
	}
	n := max(s.bundle, 1)
	s.bundle = 0
	changes := repeat(n, s.session.Undo)
	if len(changes) == 0 {
		return s.env.Notice(s.env.Words.Fill.NothingBack)
	}
	s.rebundle = n
	return s.show(changes, s.env.Words.Fill.Undid)
}

func (s *Screen) redo() tea.Cmd {
	if s.draft.Closed() {
		return s.env.Warn(s.env.Words.Fill.Closed)
	}
	n := max(s.rebundle, 1)
	s.rebundle = 0
	changes := repeat(n, s.session.Redo)
	if len(changes) == 0 {
		return s.env.Notice(s.env.Words.Fill.NothingAgain)
	}
	s.bundle = n
	return s.show(changes, s.env.Words.Fill.Redid)
}

func repeat(n int, step func() ([]form.Change, bool)) []form.Change {
	var all []form.Change
	for range n {
		changes, ok := step()
		if !ok {
			break
		}
		all = append(all, changes...)
	}
	return all
}

// show goes to what an undone or redone step changed and says it. What stands
// outside the table is shown in the form.
func (s *Screen) show(changes []form.Change, said string) tea.Cmd {
	s.refresh()
	saved := s.draft.Commit(s.place())
	for _, c := range changes {
		if c.Field.Item == s.table.Name {
			what := s.describe(c)
			if r, col, ok := s.find(c.Field); ok {
				if c.Field.Part == "" || c.Field.Part == form.Note {
					col = s.col
				}
				s.begun = col
				saved = both(saved, s.put(r, col))
			}
			return both(saved, s.env.Notice(fmt.Sprintf(said, what)))
		}
	}
	for _, c := range changes {
		if it := s.session.Definition().Item(c.Field.Item); it != nil {
			sentence := fmt.Sprintf(said, kit.ShortCode(it.Code)+" "+it.Label.In(s.env.Words.Lang))
			return tea.Batch(saved, s.env.Back(kit.Jump{Field: c.Field}), s.env.Notice(sentence))
		}
	}
	return saved
}

// ofTheForm counts the rows that the form brings: they stand before the free ones.
func (s *Screen) ofTheForm() int {
	n := 0
	for _, r := range s.rows {
		if !r.free {
			n++
		}
	}
	return n
}

// describe names what a change did to the table, as it stands now.
func (s *Screen) describe(c form.Change) string {
	w := s.env.Words
	r, _, here := s.find(c.Field)
	number := fmt.Sprintf(w.Grid.Row, r+1)
	switch {
	case c.Kind == form.RowRemoved:
		return fmt.Sprintf(w.Grid.RowOut, s.ofTheForm()+c.At+1)
	case c.Kind == form.RowAdded:
		return fmt.Sprintf(w.Grid.RowIn, r+1)
	case c.Field.Part == form.Note:
		return w.Fill.Note + ", " + number
	case !here:
		return s.table.Label.In(w.Lang)
	}
	shown := s.session.Shown(c.Field, w.Lang)
	if shown == "" {
		shown = w.Grid.Blank
	}
	return s.session.Definition().At(c.Field).Label.In(w.Lang) + ", " + number + ": " + shown
}
