package grid

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Screen is a table being filled in.
type Screen struct {
	env     *kit.Env
	id      model.RecordID
	draft   *kit.Draft
	session *form.Session
	table   *form.Item // nil: there is no such table, the screen closes at once

	width, height int

	rows   []row
	sums   form.Sums    // what all rows come to
	groups []form.Group // and those of each project
	row    int          // the cursor; meaningless without rows
	col    int
	// begun is the column in which the entry of the row began: Enter goes back to it.
	begun int

	editor   *editor     // the cell that is being typed in; nil: none
	question *question   // about a comma; nil: none
	block    *block      // a paste waiting for a yes; nil: none
	dispute  kit.Dispute // about cells that somebody else answered too
	ditto    kit.Ditto   // the walk through former values of a cell
	reading  bool        // former records are being read for it
	// looking is set while the person passes carried values and types none.
	looking bool
	// aside is set where Esc leads to where the person was, not to the table's line.
	aside bool
	// recorded is what the finding is about that the person was brought to; again says
	// that the next press of the same key records another one.
	recorded form.Field
	again    bool
	// adrift is the sentence about the row under the cursor that somebody else took
	// out, until the person moves; "" else.
	adrift string
	// away is set while another screen covers this one and may change the record.
	away bool
	// stale is set when the record was moved to another form meanwhile.
	stale bool

	plan  plan
	top   int // first row in sight
	left  int // first column in sight behind the frozen ones
	lent  int // lines that the rows give to the text under them
	drawn []string
	edges edges
	frame kit.Frame
	// told is the cell that the last key answered; zero: none.
	told form.Field
	// doubled is the number of the row that the last key duplicated; 0: none.
	doubled int
	// recovered is set when a text that a crash left behind stands in its cell.
	recovered bool
}

var _ kit.Waiter = (*Screen)(nil)

// New opens a table of a record that lies on the desk. arg is a form.Field: Item
// names the table, Row and Part the cell to begin at, or nothing; or a kit.Aside or kit.CellText.
func New(env *kit.Env, id model.RecordID, arg any) kit.Screen {
	s := &Screen{env: env, id: id, width: 80, height: 20}
	f, _ := arg.(form.Field) // anything else names no table, and the screen closes
	caret := 0
	switch a := arg.(type) {
	case kit.Aside:
		f, s.aside, s.recorded, s.again = a.Field, true, a.About, a.Known
	case kit.CellText:
		f, caret = a.Field, a.Caret
	}
	s.draft = env.Desk.Draft(id)
	if s.draft == nil {
		return s
	}
	s.session = s.draft.Session
	table := s.session.Definition().Item(f.Item)
	if table == nil || table.Table == nil || table.Unconfirmed {
		return s
	}
	s.table = table
	s.refresh()
	s.begin(f)
	s.recover()
	if caret > 0 && s.editor == nil && s.field() == f && s.refusal(s.row, s.col) == "" {
		s.editor = s.opened()
		s.editor.SetValue(s.editor.Value(), caret)
	}
	s.draw()
	return s
}

// begin puts the cursor on the cell asked for, or on the first one that is
// empty or faulty and can be typed in.
func (s *Screen) begin(f form.Field) {
	if r, c, ok := s.find(f); ok {
		s.row, s.col = r, c
	} else if r, c, ok := s.firstOwed(); ok {
		s.row, s.col = r, c
	}
	s.begun = s.col
}

// recover opens the cell whose text a crash left behind.
func (s *Screen) recover() {
	for i, t := range s.draft.Recovered {
		r, c, ok := s.find(t.Field)
		if t.Field.Item != s.table.Name || !ok || s.refusal(r, c) != "" {
			continue
		}
		s.draft.Recovered = append(s.draft.Recovered[:i:i], s.draft.Recovered[i+1:]...)
		s.row, s.col, s.begun = r, c, c
		s.editor = s.opened()
		s.editor.SetValue(t.Text, t.Caret)
		s.recovered = true
		return
	}
}

// Init notes where the person is now, and says what is to be said.
func (s *Screen) Init() tea.Cmd {
	if s.table == nil {
		return s.env.Back(nil)
	}
	cmd := s.draft.Commit(s.place())
	if s.recovered {
		return tea.Batch(cmd, s.setOpen(), s.env.Notice(s.env.Words.Fill.Recovered))
	}
	if s.again {
		return tea.Batch(cmd, s.env.Notice(fmt.Sprintf(s.env.Words.Grid.FindingThere, s.row+1)))
	}
	return cmd
}

// Update dispatches one message, then draws what it changed.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if s.table == nil {
		return nil
	}
	if s.stale {
		return s.closeStale(msg)
	}
	var cmd tea.Cmd
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, kit.RunMsg, kit.BackMsg, kit.Jump, kit.AnsweredMsg:
		s.told, s.doubled = form.Field{}, 0
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		s.comeBack()
		cmd = s.press(msg)
	case tea.PasteMsg:
		s.comeBack()
		cmd = s.pasted(msg.Content)
	case kit.RunMsg:
		s.comeBack()
		cmd = s.run(msg.Action)
	case kit.PickedMsg:
		cmd = s.picked(msg)
	case kit.AnsweredMsg:
		cmd = s.answered(msg)
	case kit.Jump:
		s.comeBack()
		cmd = s.jump(msg)
	case kit.BackMsg: // it is looked at again
		s.comeBack()
		cmd = s.undecided()
	case kit.LanguageMsg:
		s.translate()
	case kit.MovedMsg: // to another form: this table is of the former one
		return s.leaveStale(msg)
	case kit.AdoptedMsg:
		cmd = s.adopted(msg)
	case kit.ShutMsg:
		if by, shut := s.draft.Shut(); msg.ID == s.id && shut {
			return s.env.Warn(fmt.Sprintf(s.env.Words.Fill.TheyCompleted, by))
		}
		return nil
	case kit.FormerMsg:
		cmd = s.formerRead(msg)
	case kit.SavedMsg:
		if msg.ID != s.id {
			return nil
		}
		if !s.away {
			return s.conflicts()
		}
		s.refresh()
	default:
		return nil
	}
	s.draw()
	return tea.Batch(cmd, s.conflicts())
}

// leaveStale goes back to the form, as soon as no other screen lies above.
func (s *Screen) leaveStale(msg kit.MovedMsg) tea.Cmd {
	if msg.ID != s.id {
		return nil
	}
	s.stale = true
	if s.away {
		return nil
	}
	return s.env.Back(nil)
}

// closeStale goes back with the first message that only the top screen gets.
func (s *Screen) closeStale(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, kit.RunMsg, kit.PickedMsg, kit.AnsweredMsg, kit.Jump, kit.BackMsg:
		return s.env.Back(nil)
	}
	return nil
}

// translate takes up another language: labels have other widths, and an open
// cell speaks it too.
func (s *Screen) translate() {
	s.plan = plan{}
	s.refresh()
	if e := s.editor; e != nil {
		text, caret := e.Value(), e.Caret()
		e.Widget = s.widget()
		e.SetValue(text, caret)
	}
}

// comeBack takes up what a covering screen may have changed.
func (s *Screen) comeBack() {
	if s.away {
		s.away = false
		s.refresh()
	}
}

// open covers the screen with another one.
func (s *Screen) open(kind kit.Kind, arg any) tea.Cmd {
	s.away = true
	return s.env.Open(kind, s.id, arg)
}

// back returns to the line of the table in the form, or to where the person was.
func (s *Screen) back() tea.Cmd {
	if s.aside {
		return s.env.Back(nil)
	}
	return s.env.Back(kit.Jump{Field: form.Field{Item: s.table.Name}})
}

// View hands over the picture that Update drew.
func (s *Screen) View() kit.Frame { return s.frame }

// SetSize gives the room for the body, in cells.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = max(width, 1), max(height, 1)
	if s.table == nil {
		return
	}
	s.lay()
	s.draw()
}

// Scope is the scope of a cell's text while one is being typed.
func (s *Screen) Scope() keymap.Scope {
	if s.editor != nil {
		return keymap.InCell
	}
	return keymap.InGrid
}

// field names the cell under the cursor; the zero Field when there is no row.
func (s *Screen) field() form.Field { return s.fieldAt(s.row, s.col) }

func (s *Screen) fieldAt(r, c int) form.Field {
	if r < 0 || r >= len(s.rows) {
		return form.Field{}
	}
	return form.Field{Item: s.table.Name, Row: s.rows[r].id, Part: s.column(c).Name}
}

func (s *Screen) column(c int) *form.Item { return s.table.Table.Visible()[c] }

func (s *Screen) columns() int { return len(s.table.Table.Visible()) }

// place is where the person stands, for the next time the record is opened.
func (s *Screen) place() model.Place {
	p := model.Place{Section: s.table.Section, Field: s.field()}
	if len(s.rows) == 0 {
		p.Field = form.Field{Item: s.table.Name}
	}
	if s.editor != nil {
		p.Caret = s.editor.Caret()
	}
	return p
}

// changed takes a change of the session in: the picture, and what is owed.
func (s *Screen) changed() tea.Cmd {
	s.refresh()
	return s.draft.Commit(s.place())
}
