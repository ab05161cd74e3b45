// Package begin is the screen that describes a record that is to be begun: of
// which unit, on which day, of which programme, in which round, with which
// projects. It asks what the form cannot be asked for later, and nothing that is
// known already; what belongs to an inspection is begun without a question.
//
// Nothing is stored until the record is begun; leaving before that leaves nothing
// behind. Then the form opens in this screen's place.
package begin

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Screen describes a record that is to be begun.
type Screen struct {
	env           *kit.Env
	in            kit.Begin // what was known from the start
	width, height int
	labels        int // cells for the names of the fields
	at            int // the open field
	fields        [count]field.Widget

	def       *form.Definition // the form for the day and programme of defKey; nil: none, or not read yet
	defKey    formKey
	defErr    error
	fixed     bool // the day is whole and not being edited
	touched   [count]bool
	led       led      // from a former unit to the one that there is
	listedFor string   // what the list of units was opened for by going on
	listedOn  vn.Date  // the day that this was for
	rounds    []choice // under way on roundsDay, those of s.in included
	roundsOn  vn.Date
	twin      twin // an inspection of the unit that there is already
	like      like // what it starts like, where it does
	begin     bool // begin as soon as what is being read is there
	creating  bool
	fault     string // why it could not be begun
	left      int    // the field that the last key left; -1: none
}

var _ kit.Waiter = (*Screen)(nil)

// New makes the screen; arg is the *kit.Begin that says what is known, nil for an
// inspection of which nothing is.
func New(env *kit.Env, _ model.RecordID, arg any) kit.Screen {
	s := &Screen{env: env, in: kit.Begin{Kind: model.Inspection}, left: -1}
	if b, ok := arg.(*kit.Begin); ok && b != nil {
		s.in = *b
	}
	if s.child() {
		s.creating = true
		return s
	}
	s.build(s.first())
	s.fixed = true
	if s.fields[unit].Value() != "" && s.in.Like == "" { // a copy is mostly of another unit
		s.at = visit
	}
	return s
}

// child reports whether the record belongs to one that says everything about it:
// a household to the visit on which it was asked.
func (s *Screen) child() bool { return s.in.Parent != "" && s.in.Kind != model.Inspection }

// Init reads what the day decides; a child is begun at once.
func (s *Screen) Init() tea.Cmd {
	if s.child() {
		return s.env.BeginRecord(s.in, nil)
	}
	return tea.Batch(s.readForm(), s.readRounds(), s.readTwin(), s.readLike())
}

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.labels = min(widest, width/2)
	for _, w := range s.fields {
		if w != nil {
			w.SetWidth(s.room())
		}
	}
}

// widest is how many cells the names of the fields take where there is room: the
// longest name that a form gives, so that nothing moves when the form has come.
const widest = 39

func (s *Screen) room() int { return max(s.width-s.labels-4, 10) }

// Waiting reports whether the record is being made, or what is asked hangs on a
// form that is not read yet.
func (s *Screen) Waiting() bool {
	return s.creating || s.begin || s.in.Like != "" && !s.like.read || s.in.Kind != model.Inspection && s.defKey.day.IsZero()
}

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InNew }

// Actions lists what can be done now.
func (s *Screen) Actions() []kit.Action {
	refused := ""
	if s.creating {
		refused = s.env.Words.New.Creating
	}
	noList := ""
	if s.at == visit {
		noList = s.env.Words.Common.NotHere
	}
	return []kit.Action{
		{ID: keymap.Next},
		{ID: keymap.Begin, Refused: refused},
		{ID: keymap.Pick, Refused: noList},
		{ID: keymap.Prev, Quiet: true},
		{ID: keymap.Back},
	}
}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.pressed(msg)
	case tea.PasteMsg:
		return s.edit(msg)
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.PickedMsg:
		return s.picked(msg)
	case kit.LanguageMsg:
		if !s.child() {
			s.build(s.values())
		}
	case formMsg:
		return s.formRead(msg)
	case roundsMsg:
		return s.roundsRead(msg)
	case twinMsg:
		return s.twinRead(msg)
	case likeMsg:
		return s.likeRead(msg)
	case kit.BegunMsg:
		return s.begun(msg)
	}
	return nil
}

func (s *Screen) pressed(msg tea.KeyPressMsg) tea.Cmd {
	s.left = -1
	action, ok := s.env.Keys.Action(keymap.InNew, msg)
	if s.child() {
		return s.do(action)
	}
	s.fault = ""
	if ok && !s.fields[s.at].Captures(msg) {
		return s.do(action)
	}
	return s.edit(msg)
}

// edit hands a key or a paste to the open field.
func (s *Screen) edit(msg tea.Msg) tea.Cmd {
	if s.creating {
		return nil // what is being made is what was described
	}
	if s.at == visit && s.fixed && kit.Types(msg) {
		s.fields[visit].SetValue("", 0) // the day stands already: typing is another one
	}
	s.fixed = s.fixed && s.at != visit
	before := s.fields[s.at].Value()
	s.fields[s.at].Update(msg)
	if s.fields[s.at].Value() != before {
		s.touched[s.at] = true
		return s.follow(s.at)
	}
	return nil
}

// follow does what follows from a field that was changed.
func (s *Screen) follow(at int) tea.Cmd {
	switch at {
	case unit:
		s.led = led{}
	case programme:
		return s.readForm()
	case round:
		return s.takeScope()
	}
	return nil
}

func (s *Screen) do(action keymap.Action) tea.Cmd {
	if action == keymap.Back {
		return s.env.Back(nil)
	}
	if s.child() {
		return nil
	}
	switch action {
	case keymap.Begin:
		was := s.led
		left := s.leave()
		if s.led != was && s.led.sentence != "" {
			return tea.Batch(left, s.stop(unit, s.led.sentence)) // another unit than the one typed: it is looked at first
		}
		return tea.Batch(left, s.start())
	case keymap.Pick:
		return s.openList()
	case keymap.Prev:
		left := s.leave()
		s.step(-1)
		return left
	case keymap.Next:
		return s.next()
	}
	return nil
}

// next leaves the field for the one below, and the last one for the form. A name
// that fits several units asks which one is meant, once: who leaves the list
// without an answer goes on, and is asked again by beginning.
func (s *Screen) next() tea.Cmd {
	if value := s.fields[unit].Value(); s.at == unit && value != s.listedFor && s.severalUnits() {
		s.listedFor = value
		return s.askUnit()
	}
	left := s.leave()
	if !s.step(1) {
		return tea.Batch(left, s.start())
	}
	return left
}

// leave commits the open field: a date is written out, and asks for what it
// decides; a former unit gives way to the one that there is, and the name of one
// that was understood is written out, so that typing is another one.
func (s *Screen) leave() tea.Cmd {
	s.left = s.at
	switch s.at {
	case unit:
		s.lead()
		if _, known := s.unitOf(s.fields[unit].Value()); known {
			s.fields[unit].SetValue(s.fields[unit].Value(), -1)
		}
	case visit:
		return s.leaveDay()
	case round:
		s.fields[round].SetValue(s.fields[round].Value(), -1) // the rounds may have come while it was typed
	}
	return s.readTwin()
}

func (s *Screen) leaveDay() tea.Cmd {
	day, err := s.day()
	if err != nil {
		if typed := strings.TrimSpace(s.fields[visit].Value()); typed != "" {
			s.fault = fmt.Sprintf(s.env.Words.New.BadDate, typed)
		}
		return nil
	}
	s.fields[visit].SetValue(day.String(), -1)
	if day != s.listedOn {
		s.listedOn, s.listedFor = day, "" // on another day the name fits other units: it is asked about again
	}
	s.fixed = true
	s.settleUnit()
	s.offerProgrammes()
	return tea.Batch(s.readForm(), s.readRounds(), s.readTwin())
}

// day reads the day of the record; what is left out of it comes from today.
func (s *Screen) day() (vn.Date, error) {
	return vn.ParseDate(s.fields[visit].Value(), s.env.Today)
}

// View draws the fields, and below them what the day decides.
func (s *Screen) View() kit.Frame {
	words, theme := s.env.Words.New, s.env.Theme
	frame := kit.Frame{Title: s.title()}
	if s.child() {
		frame.Body = "\n   " + theme.Muted.Render(words.Creating)
		if s.fault != "" {
			frame.Body = "\n   " + theme.Problem.Render(s.fault)
		}
		return frame
	}
	rows := []string{""}
	for _, i := range s.asked() {
		row, x := s.row(i, s.fieldName(i))
		if i == s.at && x >= 0 {
			frame.Cursor = &kit.Cursor{X: x, Y: len(rows)}
		}
		rows = append(rows, row)
	}
	rows = append(rows, "", "   "+s.pad(words.Form)+theme.Value.Render(s.formName()))
	rows = append(rows, s.told(s.likeSaid(), theme.Sign.Carried, theme.Carried)...)
	for _, said := range []string{s.unitFault(), s.twinSaid(), s.roundSaid()} {
		rows = append(rows, s.told(said, theme.Sign.Reason, theme.Reason)...)
	}
	said, style := s.note()
	above, last := kit.Wrap(said, s.width, theme.Sign.CutRight)
	for i, line := range above {
		above[i] = " " + style.Render(line)
	}
	frame.Body, frame.Above, frame.Note = strings.Join(kit.Footed(rows, above, s.height), "\n"), len(above), style.Render(last)
	return frame
}

// told lays a sentence out under a blank line, with a sign before its first line.
func (s *Screen) told(said, sign string, style lipgloss.Style) []string {
	if said == "" {
		return nil
	}
	rows := []string{""}
	for _, line := range strings.Split(ansi.Wrap(said, max(s.width-8, 20), ""), "\n") {
		rows = append(rows, "   "+style.Render(sign+" "+line))
		sign = " "
	}
	return rows
}

func (s *Screen) title() string {
	if s.in.Kind == model.Inspection {
		return s.env.Words.New.Title
	}
	return s.env.Words.New.Begin + " " + s.env.Theme.Sign.Sep + " " + s.env.KindTitle(s.in.Kind)
}

// row draws one field; x is the cursor's column, -1 where there is none.
func (s *Screen) row(i int, name string) (row string, x int) {
	theme := s.env.Theme
	drawing := s.fields[i].View(1)
	if i != s.at {
		return "   " + theme.Label.Render(s.pad(name)) + s.value(i), -1
	}
	x = -1
	if drawing.X >= 0 {
		x = 3 + s.labels + drawing.X
	}
	return " " + theme.Focus.Render(theme.Sign.Focus+" "+s.pad(name)) + drawing.Line(), x
}

// pad cuts or fills the name of a field to its column.
func (s *Screen) pad(name string) string {
	name = ansi.Truncate(name, s.labels-1, s.env.Theme.Sign.CutRight)
	return name + strings.Repeat(" ", s.labels-ansi.StringWidth(name))
}

// note says why it could not be begun, what was understood, or what to enter.
func (s *Screen) note() (string, lipgloss.Style) {
	words, theme := s.env.Words, s.env.Theme
	switch {
	case s.fault != "":
		return s.fault, theme.Problem
	case s.creating:
		return words.New.Creating, theme.Hint
	}
	if why := s.stranger(); why != "" {
		return why, theme.Notice
	}
	if echo := s.fields[s.at].Echo(words); echo != "" {
		return echo, theme.Hint
	}
	return s.hint(), theme.Hint
}

// hint is what to enter in the open field.
func (s *Screen) hint() string {
	words := s.env.Words.New
	return [count]string{words.UnitHint, words.DateHint, words.ProgrammeHint, words.RoundHint, words.ProjectsHint}[s.at]
}

// formName names the form that the day and the programme lead to.
func (s *Screen) formName() string {
	words := s.env.Words
	key, ok := s.formKey()
	switch {
	case !ok:
		return ""
	case key != s.defKey:
		return words.New.Reading
	case s.def == nil:
		return s.noForm()
	}
	// The version first: the title is long and gives way.
	name := s.def.Version + " " + s.env.Theme.Sign.Sep + " " + s.def.Title.In(words.Lang)
	return ansi.Truncate(name, s.room(), s.env.Theme.Sign.CutRight)
}
