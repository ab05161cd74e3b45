// Package fill is the screen on which an inspection is filled in: one section
// at a time, one item a row, the open item with its widget in place.
//
// It may touch the session of one draft on the desk, and nothing else: no disk,
// no clock. Leaving a field commits it; moving is never refused; what is the
// matter is said on the note line and by a sign in the row. What may be lost is
// the desk's promise (package kit), not this screen's.
package fill

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/field"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Screen is the form being filled in. It is made by New and lives until Esc.
type Screen struct {
	env   *kit.Env
	id    model.RecordID
	start form.Field // where to go when the draft is there; zero: where it was left

	draft   *kit.Draft // nil until it lies on the desk
	failed  error      // why it does not
	section int
	entries []form.Entry
	at      int                // the open entry
	opened  map[string]bool    // items whose companions the person opened
	seen    map[int]form.Field // section -> entry that was left there
	outOf   form.Field         // the cell that was left for the line of its table just now; zero: none
	goFrom  any                // what opens the table again from which one asked where to go; nil: none

	widget  field.Widget // of the open entry; nil on a table or a value that is not typed
	anew    bool         // nothing was typed since the entry was opened
	before  string       // what the widget began with
	asking  bool         // leaving the open amount waits for what its comma means
	owing   string       // the item just answered by one key, when it wants a note
	keyed   string       // the item just answered by one key; "" when another key came since
	under   bool         // another screen was opened above this one
	said    string       // a sentence for the note line, until the next key
	dispute kit.Dispute  // about answers that somebody else gave too
	warned  string       // what is the matter with the answer that the last key left, until the next
	left    form.Field   // what the last key answered and left; zero: nothing

	ditto   kit.Ditto     // the walk through former values of the open entry
	wanted  keymap.Action // waits for former records to be read
	pinning string        // what is said once a pin is kept; "": none is on its way

	width, height int
	top           int                   // first row of the section that is shown
	drawn         map[form.Field]string // the strip and the rows that are not open, as drawn
}

var _ kit.Waiter = (*Screen)(nil)

// New makes the screen for an inspection. arg is the form.Field to go to, or
// nil for the place where it was left.
func New(env *kit.Env, id model.RecordID, arg any) kit.Screen {
	s := &Screen{env: env, id: id, opened: map[string]bool{}, seen: map[int]form.Field{}, drawn: map[form.Field]string{}}
	if f, ok := arg.(form.Field); ok {
		s.start = f
	}
	return s
}

// Init reads the inspection onto the desk.
func (s *Screen) Init() tea.Cmd { return s.env.Desk.Load(s.id) }

// Waiting reports whether the inspection is still being read, or something that
// was asked of it needs what is not read or kept yet.
func (s *Screen) Waiting() bool {
	return s.draft == nil && s.failed == nil || s.wanted != "" || s.pinning != ""
}

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	clear(s.drawn)
	if e, ok := s.entry(); ok && s.widget != nil {
		s.widget.SetWidth(s.widgetWidth(e))
	}
	s.scroll()
}

// Scope names the keys valid on the open entry.
func (s *Screen) Scope() keymap.Scope {
	e, ok := s.entry()
	switch {
	case !ok || s.widget == nil && !opens(e):
		return keymap.InFillChoice // nothing is typed, so letters may be commands
	case e.Depth > 0:
		return keymap.InFill
	case opens(e):
		return keymap.InFillTable
	case chosenByDigit(e.Item.Kind):
		return keymap.InFillChoice
	}
	return keymap.InFill
}

// opens reports whether an entry leads to a screen of its own: a table, or the
// records that belong to this one.
func opens(e form.Entry) bool {
	return e.Depth == 0 && e.Item != nil && (e.Item.Table != nil || e.Item.Kind == form.KindRecords)
}

func chosenByDigit(k form.Kind) bool {
	switch k {
	case form.KindYesNo, form.KindYesNoNA, form.KindOne, form.KindMany:
		return true
	case form.KindText, form.KindLongText, form.KindInteger, form.KindDecimal, form.KindMoney, form.KindPercent,
		form.KindDate, form.KindTime, form.KindLookup, form.KindTable, form.KindRecords:
	}
	return false
}

// Update dispatches one message. Keys, results and looks come to the top screen
// only, so that they tell that this one is uncovered.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case kit.BackMsg:
		s.under, s.left = false, form.Field{}
	case kit.RunMsg:
		s.goFrom = s.above(msg)
		s.under, s.left = false, form.Field{}
	case tea.KeyPressMsg, tea.PasteMsg, kit.Jump, kit.PickedMsg:
		s.under, s.left, s.goFrom = false, form.Field{}, nil
	}
	cmd := s.dispatch(msg)
	if !s.under && s.draft != nil {
		cmd = tea.Batch(cmd, s.conflicts())
	}
	return cmd
}

func (s *Screen) dispatch(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case kit.OpenedMsg:
		return s.arrived(msg)
	case kit.CompletedMsg:
		return s.completed(msg)
	case kit.MovedMsg:
		return s.moved(msg)
	case kit.LanguageMsg:
		return s.relabel()
	case tea.KeyPressMsg:
		return s.key(msg)
	case tea.PasteMsg:
		return s.paste(msg)
	case kit.RunMsg:
		s.said = ""
		return s.do(msg.Action)
	case kit.BackMsg:
		return s.lookedAt()
	case kit.CountedMsg:
		s.counted(msg)
	case kit.AdoptedMsg:
		s.adopted(msg)
	case kit.ShutMsg:
		if msg.ID == s.id {
			s.said = "" // the note line says it from now on
		}
	case kit.FormerMsg:
		return s.formerRead(msg)
	case kit.PinnedMsg:
		return s.pinned(msg)
	case kit.Jump:
		return s.jump(msg.Field)
	case kit.PickedMsg:
		return s.picked(msg)
	}
	return nil
}

// above is what opens the table again that closed to have this screen ask where to
// go; nil where it was another action, or this screen's own key.
func (s *Screen) above(msg kit.RunMsg) any {
	if !s.under || s.draft == nil || msg.Action != keymap.Goto {
		return nil
	}
	cell := s.draft.Record.Place.Field
	if e, ok := s.entry(); ok && e.Field.Item != cell.Item { // it was opened from elsewhere
		return kit.Aside{Field: cell}
	}
	return cell
}

// lookedAt shows what the screen above may have changed. A list of where to go that
// was left uncovers the table in which it was asked for.
func (s *Screen) lookedAt() tea.Cmd {
	if s.draft == nil {
		return nil
	}
	s.lookAgain()
	cmd := tea.Batch(s.undecided(), s.draft.Recount())
	if from := s.goFrom; from != nil {
		s.goFrom = nil
		return tea.Batch(cmd, s.cover(kit.KindGrid, from))
	}
	return cmd
}

// arrived takes the draft up, goes to the place, and offers what a crash left.
func (s *Screen) arrived(msg kit.OpenedMsg) tea.Cmd {
	if msg.ID != s.id || s.draft != nil {
		return nil
	}
	if msg.Err != nil {
		s.failed = msg.Err
		return s.env.Warn(s.env.Words.Err(msg.Err))
	}
	s.draft = s.env.Desk.Draft(s.id)
	place := s.draft.Record.Place
	if s.start != (form.Field{}) {
		place = model.Place{Field: s.start}
	}
	s.goTo(place.Field)
	if s.widget != nil && place.Caret > 0 {
		s.widget.SetValue(s.widget.Value(), place.Caret)
	}
	cmds := []tea.Cmd{s.env.Desk.Remember(s.id), s.recover(), s.resumed(), s.commit(), s.draft.Watch()}
	if place.Field.Row != "" {
		cmds = append(cmds, s.cover(kit.KindGrid, kit.CellText{Field: place.Field, Caret: place.Caret}))
		if s.said != "" { // the table would hide it
			cmds = append(cmds, s.env.Notice(s.said))
			s.said = ""
		}
	}
	return tea.Batch(cmds...)
}

func (s *Screen) completed(msg kit.CompletedMsg) tea.Cmd {
	if msg.ID != s.id || s.draft == nil || msg.Err != nil {
		return nil
	}
	to := model.Completed
	if msg.Reopened {
		to = model.Draft
	}
	s.draft.Turned(to)
	s.open()
	return nil
}

// counted takes how many records belong to this one now.
func (s *Screen) counted(msg kit.CountedMsg) {
	if msg.ID != s.id || s.draft == nil || msg.Err != nil || !s.draft.Counted(msg) {
		return
	}
	s.reload()
	s.scroll()
}

// moved reads the record again, which is bound to another form now, and goes back
// to where one was.
func (s *Screen) moved(msg kit.MovedMsg) tea.Cmd {
	if msg.ID != s.id || s.draft == nil {
		return nil
	}
	s.start = s.draft.Record.Place.Field
	s.draft, s.widget, s.entries = nil, nil, nil
	s.wanted, s.pinning = "", ""
	s.section, s.at, s.top = 0, 0, 0
	clear(s.opened)
	clear(s.seen)
	clear(s.drawn)
	return s.Init()
}

// adopted shows what somebody else has changed, and says where. A text that is
// being typed stays as it is.
func (s *Screen) adopted(msg kit.AdoptedMsg) {
	if msg.ID != s.id || s.draft == nil {
		return
	}
	s.lookAgain()
	switch n := len(msg.Fields); {
	case s.draft.Closed():
		s.said = s.env.Words.Fill.Closed
	case n == 1:
		s.said = fmt.Sprintf(s.env.Words.Fill.TheyAnswered, msg.By, s.name(msg.Fields[0]))
	case n > 1:
		s.said = i18n.Count(s.env.Words.Fill.TheyAnsweredMany, msg.By, n)
	}
}

// lookAgain shows the section as it is now. A text that is being typed stays as it
// is, with all that can be taken back of it.
func (s *Screen) lookAgain() {
	here, _ := s.entry()
	typing := s.unleft()
	s.reload()
	if now, ok := s.entry(); !typing || !ok || now.Field != here.Field {
		s.open()
	}
}

func (s *Screen) relabel() tea.Cmd {
	clear(s.drawn)
	if s.widget != nil {
		typed, caret := s.widget.Value(), s.widget.Caret()
		s.open()
		if s.widget != nil {
			s.widget.SetValue(typed, caret)
		}
	}
	return nil
}

// cover opens a screen above this one.
func (s *Screen) cover(kind kit.Kind, arg any) tea.Cmd {
	s.under = true
	return s.env.Open(kind, s.id, arg)
}

func (s *Screen) session() *form.Session { return s.draft.Session }

func (s *Screen) entry() (form.Entry, bool) {
	if s.at < 0 || s.at >= len(s.entries) {
		return form.Entry{}, false
	}
	return s.entries[s.at], true
}
