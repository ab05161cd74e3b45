// Package begin is the screen that describes a new inspection: which unit, on
// which day, in which round, with which projects. The day decides what there is
// to choose from: the units of that day, and the form that was valid then.
//
// Nothing is stored until the inspection is begun; leaving before that leaves
// nothing behind. Then the form opens in this screen's place.
package begin

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// formID names the form of inspections in the library.
const formID = "inspection"

// The fields, in their order. Their names are also those of the form's items
// that are filled from them.
const (
	unit = iota
	visit
	round
	projects
	count
)

// Screen describes a new inspection.
type Screen struct {
	env           *kit.Env
	width, height int
	at            int // the open field
	fields        [count]field.Widget

	def      *form.Definition // the form for defDay; nil: none, or not read yet
	defDay   vn.Date
	defErr   error
	fixed    bool // the day is whole and not being edited
	touched  bool // the person chose projects: they are not set again
	begin    bool // begin as soon as the form is there
	creating bool
	fault    string // why it could not be begun
}

var _ kit.Waiter = (*Screen)(nil)

// New makes the screen; it needs neither id nor argument.
func New(env *kit.Env, _ model.RecordID, _ any) kit.Screen {
	s := &Screen{env: env}
	s.build([count]string{visit: env.Today.String()})
	s.fixed = true
	return s
}

// build makes the widgets, with the values they had.
func (s *Screen) build(values [count]string) {
	spec := s.spec()
	units := spec
	units.Find, units.Name = s.findUnits, s.unitName
	s.fields[unit] = field.New(&form.Item{Kind: form.KindLookup}, units)
	s.fields[visit] = field.New(&form.Item{Kind: form.KindDate}, spec)
	s.fields[round] = field.New(&form.Item{Kind: form.KindText, Max: 60}, spec)
	s.fields[projects] = s.projectField()
	for i, v := range values {
		s.fields[i].SetValue(v, -1)
	}
}

func (s *Screen) spec() field.Spec {
	return field.Spec{Theme: s.env.Theme, Words: s.env.Words, Width: s.room(), Visit: s.env.Today}
}

func (s *Screen) values() (v [count]string) {
	for i, w := range s.fields {
		v[i] = w.Value()
	}
	return v
}

// Init reads the form for today.
func (s *Screen) Init() tea.Cmd { return s.readForm() }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	for _, w := range s.fields {
		w.SetWidth(s.room())
	}
}

const labels = 24 // cells for the names of the fields

func (s *Screen) room() int { return max(s.width-labels-4, 10) }

// Waiting reports whether the inspection is being made.
func (s *Screen) Waiting() bool { return s.creating || s.begin }

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InNew }

// Actions lists what can be done now.
func (s *Screen) Actions() []kit.Action {
	refused := ""
	if s.creating {
		refused = s.env.Words.New.Creating
	}
	noList := ""
	if s.at != unit && s.at != projects {
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
		s.build(s.values())
	case formMsg:
		return s.formRead(msg)
	case createdMsg:
		return s.created(msg)
	}
	return nil
}

func (s *Screen) pressed(msg tea.KeyPressMsg) tea.Cmd {
	s.fault = ""
	if action, ok := s.env.Keys.Action(keymap.InNew, msg); ok && !s.fields[s.at].Captures(msg) {
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
	if s.at == projects && s.fields[projects].Value() != before {
		s.touched = true
	}
	return nil
}

func (s *Screen) do(action keymap.Action) tea.Cmd {
	switch action {
	case keymap.Back:
		return s.env.Back(nil)
	case keymap.Begin:
		return tea.Batch(s.leave(), s.start())
	case keymap.Pick:
		return s.openList()
	case keymap.Prev:
		left := s.leave()
		s.at = max(s.at-1, 0)
		return left
	case keymap.Next:
		return s.next()
	}
	return nil
}

// next leaves the field for the one below, and the last one for the form. A name
// that fits several units asks which one is meant.
func (s *Screen) next() tea.Cmd {
	if s.at == unit && s.severalUnits() {
		return s.openList()
	}
	left := s.leave()
	if s.at == count-1 {
		return tea.Batch(left, s.start())
	}
	s.at++
	return left
}

// leave commits the open field: a date is written out, and asks for its form.
func (s *Screen) leave() tea.Cmd {
	if s.at != visit {
		return nil
	}
	day, err := s.day()
	if err != nil {
		if typed := strings.TrimSpace(s.fields[visit].Value()); typed != "" {
			s.fault = fmt.Sprintf(s.env.Words.New.BadDate, typed)
		}
		return nil
	}
	s.fields[visit].SetValue(day.String(), -1)
	s.fixed = true
	s.settleUnit()
	if day == s.defDay {
		return nil
	}
	return s.readForm()
}

// day reads the day of the visit; what is left out of it comes from today.
func (s *Screen) day() (vn.Date, error) {
	return vn.ParseDate(s.fields[visit].Value(), s.env.Today)
}

// View draws the fields, and below them what the day decides.
func (s *Screen) View() kit.Frame {
	words, theme := s.env.Words.New, s.env.Theme
	frame := kit.Frame{Title: words.Title, Note: s.note()}
	rows := []string{""}
	for i, name := range []string{words.Unit, words.Visit, words.Round, words.Projects} {
		row, x := s.row(i, name)
		if i == s.at && x >= 0 {
			frame.Cursor = &kit.Cursor{X: x, Y: len(rows)}
		}
		rows = append(rows, row)
	}
	rows = append(rows, "", "   "+pad(words.Form)+theme.Value.Render(s.formName()))
	if said := s.unitFault(); said != "" {
		rows = append(rows, "")
		for _, line := range strings.Split(ansi.Wrap(said, max(s.width-8, 20), ""), "\n") {
			rows = append(rows, "   "+theme.Reason.Render(theme.Sign.Reason+" "+line))
		}
	}
	frame.Body = strings.Join(rows, "\n")
	return frame
}

// row draws one field; x is the cursor's column, -1 where there is none.
func (s *Screen) row(i int, name string) (row string, x int) {
	theme := s.env.Theme
	drawing := s.fields[i].View(1)
	if i != s.at {
		return "   " + theme.Label.Render(pad(name)) + s.value(i), -1
	}
	x = -1
	if drawing.X >= 0 {
		x = 3 + labels + drawing.X
	}
	return " " + theme.Focus.Render(theme.Sign.Focus+" "+pad(name)) + drawing.Line(), x
}

func pad(name string) string {
	return name + strings.Repeat(" ", max(labels-ansi.StringWidth(name), 1))
}

// value is a field as it is read while it is not open.
func (s *Screen) value(i int) string {
	words, theme := s.env.Words, s.env.Theme
	text := s.fields[i].Value()
	switch i {
	case unit:
		if name, ok := s.unitName(text); ok {
			text = name
		}
	case visit:
		if day, err := s.day(); err == nil {
			text = day.String() + "  " + words.Weekday(day.Weekday())
		}
	case projects:
		if s.def != nil && len(s.choices()) == 0 {
			return theme.Muted.Render(words.New.NoProjects)
		}
		codes := strings.Fields(text)
		text = fmt.Sprintf(words.Pick.Chosen, len(codes))
		if len(codes) > 0 {
			text += ": " + strings.Join(codes, ", ")
		}
	}
	return theme.Value.Render(ansi.Truncate(text, s.room(), theme.Sign.CutRight))
}

// note says why it could not be begun, what was understood, or what to enter.
func (s *Screen) note() string {
	words, theme := s.env.Words, s.env.Theme
	switch {
	case s.fault != "":
		return theme.Problem.Render(s.fault)
	case s.creating:
		return theme.Hint.Render(words.New.Creating)
	}
	if echo := s.fields[s.at].Echo(words); echo != "" {
		return theme.Hint.Render(echo)
	}
	hints := []string{words.New.UnitHint, words.New.DateHint, words.New.RoundHint, words.New.ProjectsHint}
	return theme.Hint.Render(hints[s.at])
}

// formName names the form that the day leads to.
func (s *Screen) formName() string {
	words := s.env.Words
	day, err := s.day()
	switch {
	case err != nil:
		return ""
	case day != s.defDay:
		return words.New.Reading
	case s.def == nil:
		return s.noForm()
	}
	// The version first: the title is long and gives way.
	name := s.def.Version + " " + s.env.Theme.Sign.Sep + " " + s.def.Title.In(words.Lang)
	return ansi.Truncate(name, s.room(), s.env.Theme.Sign.CutRight)
}

// openList opens the list of the field: what was typed of a unit's name narrows
// it from the start.
func (s *Screen) openList() tea.Cmd {
	words := s.env.Words.New
	switch s.at {
	case unit:
		typed := s.fields[unit].Value()
		pick := &kit.Pick{Tag: unit, Title: words.Unit, Find: s.unitEntries(typed)}
		if u, settled := s.unitOf(typed); settled {
			pick.Find, pick.Chosen = s.unitEntries(u.Name), []string{u.Key.String()}
		}
		return s.env.Open(kit.KindPick, "", pick)
	case projects:
		return s.env.Open(kit.KindPick, "", &kit.Pick{Tag: projects, Title: words.Projects, Many: true,
			Chosen: strings.Fields(s.fields[projects].Value()), Find: s.projectEntries()})
	}
	return s.env.Notice(s.env.Words.Common.NotHere)
}

// picked takes what was chosen in a list; a unit also leads to the next field.
func (s *Screen) picked(msg kit.PickedMsg) tea.Cmd {
	tag, ok := msg.Tag.(int)
	if !ok || !slices.Contains([]int{unit, projects}, tag) {
		return nil
	}
	s.fields[tag].SetValue(strings.Join(msg.Codes, " "), -1)
	if tag == projects {
		s.touched = true
		return nil
	}
	s.at = visit
	return nil
}
