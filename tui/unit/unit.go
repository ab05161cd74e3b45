// Package unit is the screen on which an administrative unit is looked up by any
// name or code that it ever had, and its life is told: since when and until when
// it was, what it lay in, what it was made of and what it went into, and who else
// bore its code.
//
// Enter follows a line to the unit that it names, and Esc comes back along the
// way. Nothing is changed here. Figures of a unit that was divided are never
// carried over: nobody published how much went where, and the screen says so.
package unit

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/tui/field"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// head is how many rows stand above the list: what is typed and a blank row, or
// the life of the unit in two.
const head = 2

// step is one unit of the way that led here, and where the marker stood.
type step struct {
	key catalog.UnitKey
	at  int
}

// Screen looks units up.
type Screen struct {
	env           *kit.Env
	width, height int
	scroll        kit.Scroll

	way     []step // the last is the unit that is shown; none: nothing but the search
	lines   []line
	counts  counts
	looking bool           // a unit is looked for: what was found is shown, not a page
	typed   *field.Filter  // the name that is looked for
	found   []catalog.Unit // by it
}

var _ kit.Screen = (*Screen)(nil)

// New makes the screen; arg is the catalog.UnitKey of the unit to begin with, or
// nil to look one up.
func New(env *kit.Env, _ model.RecordID, arg any) kit.Screen {
	s := &Screen{env: env, typed: field.NewFilter(env, "")}
	if key, ok := arg.(catalog.UnitKey); ok {
		if _, known := env.Catalog.Unit(key); known {
			s.way = []step{{key: key}}
			s.lay()
			return s
		}
	}
	s.seek()
	return s
}

// Init counts what there is about the unit.
func (s *Screen) Init() tea.Cmd { return s.count() }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	rewrap := width != s.width
	s.width, s.height = width, height
	s.typed.SetWidth(width / 2)
	if rewrap {
		s.lay()
	}
	s.fit()
	if !s.looking {
		s.toLink(s.scroll.At, 1)
	}
}

// fit tells the marker how many lines there are; those below them are for the
// rest of a long note.
func (s *Screen) fit() {
	n := len(s.lines)
	if s.looking {
		n = len(s.found)
	}
	s.scroll.Fit(n, s.height-head-kit.NoteLines+1)
}

// Scope names the keys that are valid here now.
func (s *Screen) Scope() keymap.Scope {
	if s.typed.IsOpen() {
		return keymap.InListFilter
	}
	return keymap.InUnit
}

// Actions lists what can be done now.
func (s *Screen) Actions() []kit.Action {
	none := ""
	if _, ok := s.target(); !ok {
		none = s.env.Words.Unit.NoLink
	}
	list := []kit.Action{{ID: keymap.Open, Refused: none}}
	if s.typed.IsOpen() {
		return append(list, kit.Action{ID: keymap.Found}, kit.Action{ID: keymap.Back})
	}
	nobody := ""
	if _, ok := s.asked(); !ok {
		nobody = none
	}
	return append(list, kit.Action{ID: keymap.Filter}, kit.Action{ID: keymap.Inspections, Refused: nobody}, kit.Action{ID: keymap.KinInspections, Refused: nobody},
		kit.Action{ID: keymap.Register, Refused: nobody}, kit.Action{ID: keymap.Back})
}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.pressed(msg)
	case tea.PasteMsg:
		if s.typed.Update(msg) {
			s.look()
		}
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.BackMsg:
		return s.count()
	case kit.LanguageMsg:
		s.typed.Relabel()
		s.lay()
		s.fit()
	case countMsg:
		if msg.of == s && len(s.way) > 0 && msg.key == s.here() {
			s.counts = msg.counts
		}
	}
	return nil
}

func (s *Screen) pressed(msg tea.KeyPressMsg) tea.Cmd {
	if action, ok := s.env.Keys.Action(s.Scope(), msg); ok && !s.typed.Captures(msg) {
		return s.do(action)
	}
	if s.typed.Update(msg) {
		s.look()
	}
	return nil
}

func (s *Screen) do(action keymap.Action) tea.Cmd {
	if s.move(action) {
		return nil
	}
	switch action {
	case keymap.Open:
		key, ok := s.target()
		if !ok {
			return s.env.Notice(s.env.Words.Unit.NoLink)
		}
		return s.follow(key)
	case keymap.Filter:
		s.seek()
	case keymap.Found:
		s.typed.Close()
	case keymap.Back:
		return s.back()
	case keymap.Inspections, keymap.KinInspections, keymap.Register:
		if key, ok := s.asked(); ok {
			s.open(action, key)
		}
	}
	return nil
}

// seek lets a name be typed: the one that was looked for, while what it found is
// shown; from the page of a unit another one.
func (s *Screen) seek() {
	s.typed.Open()
	if s.looking {
		return
	}
	s.looking = true
	s.typed.Set("")
	s.look()
}

// asked is the unit that keys are about: the one under the marker of what was found,
// or the one whose page is shown.
func (s *Screen) asked() (catalog.UnitKey, bool) {
	if s.looking {
		return s.target()
	}
	return s.here(), true
}

// open opens what there is about a unit.
func (s *Screen) open(action keymap.Action, key catalog.UnitKey) {
	w := s.env.Words.Unit
	u, _ := s.env.Catalog.Unit(key)
	switch action {
	case keymap.Inspections:
		s.env.Open(kit.KindList, "", &kit.Listing{Query: model.Query{Kinds: []model.Kind{model.Inspection}, Units: []catalog.UnitKey{key}, Order: model.ByDay},
			Title: fmt.Sprintf(w.VisitsOf, u.FullName)})
	case keymap.KinInspections:
		s.env.Open(kit.KindList, "", &kit.Listing{Query: model.Query{Kinds: []model.Kind{model.Inspection}, Units: s.env.Catalog.Kin(key), Order: model.ByDay},
			Title: fmt.Sprintf(w.VisitsOfKin, u.FullName)})
	case keymap.Register:
		s.env.Open(kit.KindRegister, "", followed(s.env.Catalog, key))
	}
}

// here is the unit that is shown.
func (s *Screen) here() catalog.UnitKey { return s.way[len(s.way)-1].key }

// follow shows another unit; the way back is kept.
func (s *Screen) follow(key catalog.UnitKey) tea.Cmd {
	if len(s.way) > 0 && !s.looking {
		s.way[len(s.way)-1].at = s.scroll.At
	}
	s.way = append(s.way, step{key: key})
	return s.show()
}

// show draws up the unit that the way ends at.
func (s *Screen) show() tea.Cmd {
	s.typed.Close()
	s.looking = false
	s.counts = counts{}
	s.lay()
	s.fit()
	s.toLink(s.way[len(s.way)-1].at, 1)
	return s.count()
}

// back goes one unit back along the way, then to the search that it began with,
// and leaves.
func (s *Screen) back() tea.Cmd {
	switch {
	case s.looking && len(s.way) > 0:
		return s.show()
	case s.looking && s.typed.Text() != "":
		s.typed.Open()
		s.typed.Set("")
		s.look()
		return nil
	case len(s.way) > 1:
		s.way = s.way[:len(s.way)-1]
		return s.show()
	}
	return s.env.Back(nil)
}

// most is how many units a search offers.
const most = 200

// look finds the units, of any day, that fit what is typed.
func (s *Screen) look() {
	s.found = s.env.Catalog.FindUnitsEver(s.typed.Text(), most)
	s.fit()
	s.scroll.To(0)
}

// target is the unit that the marker is on.
func (s *Screen) target() (catalog.UnitKey, bool) {
	switch at := s.scroll.At; {
	case s.looking && at < len(s.found):
		return s.found[at].Key, true
	case !s.looking && at < len(s.lines) && s.lines[at].link():
		return s.lines[at].key, true
	}
	return catalog.UnitKey{}, false
}

// move moves the marker: on the page of a unit from one line that leads somewhere
// to the next.
func (s *Screen) move(action keymap.Action) bool {
	before := s.scroll.At
	if !s.scroll.Move(action) {
		return false
	}
	if !s.looking {
		by := 1
		if s.scroll.At < before || s.scroll.At == before && action == keymap.Up {
			by = -1
		}
		at := s.scroll.At
		if !s.toLink(at, by) && at != before {
			s.toLink(before, by)
		}
	}
	return true
}

// toLink puts the marker on a line that leads somewhere: the given one, the next
// in the direction, or the last before it. What stands around it and leads nowhere
// comes into sight with it.
func (s *Screen) toLink(at, by int) bool {
	for _, dir := range []int{by, -by} {
		for i := at; i >= 0 && i < len(s.lines); i += dir {
			if s.lines[i].link() {
				s.scroll.To(s.below(i))
				s.scroll.To(s.above(i))
				s.scroll.To(i)
				return true
			}
		}
	}
	s.scroll.To(at)
	return false
}

// above is the first of the lines over a link that lead nowhere.
func (s *Screen) above(i int) int {
	for i > 0 && !s.lines[i-1].link() {
		i--
	}
	return i
}

// below is the last of the lines under a link that lead nowhere.
func (s *Screen) below(i int) int {
	for i+1 < len(s.lines) && !s.lines[i+1].link() {
		i++
	}
	return i
}

// View draws the search, or the life of a unit.
func (s *Screen) View() kit.Frame {
	theme := s.env.Theme
	rows, cursor := s.heads()
	from, to := s.scroll.Shown()
	for i := from; i < to; i++ {
		rows = append(rows, s.row(i))
	}
	if s.looking && len(s.found) == 0 {
		rows = append(rows, " "+theme.Muted.Render(fmt.Sprintf(s.env.Words.Unit.NoUnit, s.typed.Text())))
	}
	above, last := kit.Wrap(s.note(), s.width, theme.Sign.CutRight)
	for i := range above {
		above[i] = " " + theme.Hint.Render(above[i])
	}
	return kit.Frame{Title: s.title(), Body: strings.Join(kit.Footed(rows, above, s.height), "\n"), Above: len(above), Note: theme.Hint.Render(last), Cursor: cursor}
}

func (s *Screen) title() string {
	if len(s.way) == 0 || s.looking {
		return s.env.Words.Unit.Title
	}
	var names []string
	for _, st := range s.way {
		u, _ := s.env.Catalog.Unit(st.key)
		names = append(names, u.FullName)
	}
	// Where the way is long, its end is what one looks at.
	if len(names) > 3 {
		names = append([]string{names[0], s.env.Theme.Sign.CutRight}, names[len(names)-2:]...)
	}
	return strings.Join(names, " "+s.env.Theme.Sign.Into+" ")
}

// heads has what is typed, or the life of the unit in a line.
func (s *Screen) heads() ([]string, *kit.Cursor) {
	theme := s.env.Theme
	if !s.looking {
		of, about := s.life()
		cut := func(text string) string { return ansi.Truncate(text, s.width-2, theme.Sign.CutRight) }
		return []string{" " + theme.Label.Render(cut(of)), " " + theme.Muted.Render(cut(about))}, nil
	}
	row, cursor := s.typed.View(s.env.Words.Unit.Find)
	return []string{row, ""}, cursor
}
