// Package past is the screen of a record as it was: at one of its completions, or
// after any line of its history. It is read only.
//
// It shows the items as the form did then, section by section, the rows of tables
// under them, and marks what differs from the record of today; the note line says
// what stands there today. Nothing can be changed from here.
package past

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// head is how many rows stand above the form: when it was so, and what followed.
const head = 2

// Screen is a record as it was.
type Screen struct {
	env           *kit.Env
	id            model.RecordID
	seq           int64
	width, height int
	scroll        kit.Scroll

	seen  *reading // nil until it was read
	err   error
	lines []line
}

var _ kit.Waiter = (*Screen)(nil)

// New makes the screen of a former state; arg is the int64 seq of the event that
// the record is shown after.
func New(env *kit.Env, id model.RecordID, arg any) kit.Screen {
	seq, _ := arg.(int64)
	return &Screen{env: env, id: id, seq: seq}
}

// Init reads the record as it was, and as it is.
func (s *Screen) Init() tea.Cmd { return s.read() }

// Waiting reports whether the record is still being read.
func (s *Screen) Waiting() bool { return s.seen == nil && s.err == nil }

// SetSize gives the room for the body. The marker stays on its field, though long
// texts are laid out anew.
func (s *Screen) SetSize(width, height int) {
	rewrap := width != s.width
	s.width, s.height = width, height
	if rewrap {
		s.layAgain()
		return
	}
	s.fit()
}

// fit tells the marker how many lines there are; those below them are for the
// rest of a long note.
func (s *Screen) fit() { s.scroll.Fit(len(s.lines), s.height-head-kit.NoteLines+1) }

// layAgain makes the lines anew, and keeps the marker on its field.
func (s *Screen) layAgain() {
	before, had := s.current()
	s.lay()
	s.fit()
	if had {
		s.goTo(func(l line) bool { return l.field == before.field && l.section == before.section })
	}
}

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InPast }

// Actions lists what can be done here.
func (s *Screen) Actions() []kit.Action {
	none := ""
	if s.differing() == 0 {
		none = s.env.Words.Past.Same
	}
	return []kit.Action{{ID: keymap.NextDifference, Refused: none}, {ID: keymap.PrevDifference, Refused: none},
		{ID: keymap.Goto}, {ID: keymap.NextSection}, {ID: keymap.PrevSection}, {ID: keymap.Back}}
}

// pickGoto marks the question where to go; it comes back with the item.
type pickGoto struct{}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if a, ok := s.env.Keys.Action(s.Scope(), msg); ok {
			return s.do(a)
		}
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.PickedMsg:
		if _, ok := msg.Tag.(pickGoto); ok && len(msg.Codes) == 1 {
			s.goTo(func(l line) bool { return l.field.Item == msg.Codes[0] })
		}
	case kit.LanguageMsg:
		s.layAgain()
	case readMsg:
		return s.heard(msg)
	}
	return nil
}

func (s *Screen) do(a keymap.Action) tea.Cmd {
	if s.scroll.Move(a) {
		return nil
	}
	switch a {
	case keymap.NextDifference:
		return s.step(1, func(l line) bool { return l.differs && !l.more }, s.env.Words.Past.NoMore)
	case keymap.PrevDifference:
		return s.step(-1, func(l line) bool { return l.differs && !l.more }, s.env.Words.Past.NoMore)
	case keymap.NextSection:
		return s.step(1, line.heading, "")
	case keymap.PrevSection:
		return s.step(-1, line.heading, "")
	case keymap.Goto:
		if s.seen != nil {
			return s.env.Open(kit.KindGoto, s.id, s.gotoPick())
		}
	case keymap.Back:
		return s.env.Back(nil)
	}
	return nil
}

// step moves the marker to the next line of a sort in a direction; where there is
// none it stays, and says so.
func (s *Screen) step(by int, fits func(line) bool, none string) tea.Cmd {
	for i := s.scroll.At + by; i >= 0 && i < len(s.lines); i += by {
		if fits(s.lines[i]) {
			s.to(i)
			return nil
		}
	}
	if none == "" {
		return nil
	}
	return s.env.Notice(none)
}

// goTo moves the marker to the first line of a sort.
func (s *Screen) goTo(fits func(line) bool) {
	for i, l := range s.lines {
		if fits(l) {
			s.to(i)
			return
		}
	}
}

// to moves the marker to a line, with some of what stands below it in sight.
func (s *Screen) to(i int) {
	const below = 3
	s.scroll.To(i + below)
	s.scroll.To(i)
}

// gotoPick offers every item that is shown.
func (s *Screen) gotoPick() *kit.Pick {
	var items []*form.Item
	for _, l := range s.lines {
		if l.item != nil && l.field == (form.Field{Item: l.item.Name}) && !l.more {
			items = append(items, l.item)
		}
	}
	return &kit.Pick{Tag: pickGoto{}, Title: s.env.Words.Fill.Goto, Find: kit.AmongItems(items, s.env.Words.Lang)}
}

// current is the line that the marker is on.
func (s *Screen) current() (line, bool) {
	if s.scroll.At >= len(s.lines) {
		return line{}, false
	}
	return s.lines[s.scroll.At], true
}

// differing counts the places that differ from the record of today.
func (s *Screen) differing() int {
	n := 0
	for _, l := range s.lines {
		if l.differs && !l.more {
			n++
		}
	}
	return n
}

// View draws the record as it was.
func (s *Screen) View() kit.Frame {
	theme, w := s.env.Theme, s.env.Words
	switch {
	case s.err != nil:
		return kit.Frame{Title: w.History.Title, Body: "\n " + theme.Problem.Render(w.Err(s.err))}
	case s.seen == nil:
		return kit.Frame{Title: w.History.Title, Body: "\n " + theme.Muted.Render(w.Past.Reading)}
	}
	rows := s.heads()
	from, to := s.scroll.Shown()
	for i := from; i < to; i++ {
		rows = append(rows, s.draw(s.lines[i], i == s.scroll.At))
	}
	above, last := kit.Wrap(s.note(), s.width, theme.Sign.CutRight)
	for i := range above {
		above[i] = " " + theme.Hint.Render(above[i])
	}
	return kit.Frame{Title: s.title(), Status: s.differences(), Body: strings.Join(kit.Footed(rows, above, s.height), "\n"), Above: len(above), Note: theme.Hint.Render(last)}
}

func (s *Screen) title() string {
	which := fmt.Sprintf(s.env.Words.Past.At, when(s.seen.event.At))
	if s.seen.revision > 0 {
		which = fmt.Sprintf(s.env.Words.Past.Revision, s.seen.revision)
	}
	return s.env.Join(which, s.env.TitleOf(s.seen.record, s.seen.was.Definition()))
}

func (s *Screen) differences() string {
	switch n := s.differing(); n {
	case 0:
		return s.env.Words.Past.Present
	case 1:
		return s.env.Words.Past.Differs1
	default:
		return fmt.Sprintf(s.env.Words.Past.Differs, n)
	}
}

// heads says since when it was so and which section one is in, and what followed.
func (s *Screen) heads() []string {
	w, t, e := s.env.Words.Past, s.env.Theme, s.seen.event
	said := w.Changed
	if s.seen.revision > 0 {
		said = w.Done
	}
	left, section := " "+t.Label.Render(fmt.Sprintf(said, e.By, when(e.At))), ""
	if l, ok := s.current(); ok && !l.heading() {
		section = t.Muted.Render(ansi.Truncate(s.sectionTitle(l.section), max(s.width-ansi.StringWidth(left)-4, 0), t.Sign.CutRight))
	}
	rows := []string{kit.Ends(left, section, s.width), ""}
	if after := s.seen.after; after.Kind == model.EventReopen {
		said := fmt.Sprintf(w.After, after.By, when(after.At), kit.Flat(after.Reason))
		rows[1] = " " + t.Muted.Render(ansi.Truncate(said, s.width-2, t.Sign.CutRight))
	}
	return rows
}

// sectionTitle is the heading of a section.
func (s *Screen) sectionTitle(name string) string {
	for _, l := range s.lines {
		if l.heading() && l.section == name {
			return l.label
		}
	}
	return ""
}
