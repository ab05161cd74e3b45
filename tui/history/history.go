// Package history is the screen with all that happened to a record, the newest
// first: who changed which item when, from what to what, and how that came about;
// when it was completed, reopened and moved to another form.
//
// It changes nothing. Enter shows the record as it was after the line one is on,
// so that a former revision is one key away.
package history

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// head is how many rows stand above the events: what is looked for, and how many
// there are.
const head = 1

// Screen is the history of one record.
type Screen struct {
	env           *kit.Env
	id            model.RecordID
	width, height int
	scroll        kit.Scroll

	seen *story // nil until it was read
	err  error
	seq  int // of the last reading

	filter *field.Filter // the text that is searched for
	only   string        // the item that alone is shown; "" for all
	shown  []int         // places in the story of what is shown, newest first
	folded []string      // what each event is searched by; nil: not made yet
	told   map[int]told  // events in words
}

var _ kit.Waiter = (*Screen)(nil)

// New makes the history of a record; arg may be the form.Field whose item alone
// is shown at first.
func New(env *kit.Env, id model.RecordID, arg any) kit.Screen {
	s := &Screen{env: env, id: id, told: map[int]told{}}
	if f, ok := arg.(form.Field); ok {
		s.only = f.Item
	}
	s.filter = field.NewFilter(env, "")
	return s
}

// Init reads the history.
func (s *Screen) Init() tea.Cmd { return s.read() }

// Waiting reports whether the history is still being read.
func (s *Screen) Waiting() bool { return s.seen == nil && s.err == nil }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.filter.SetWidth(s.width / 2)
	s.fit()
}

// fit tells the marker how many lines there are; those below them are for the
// rest of a long note.
func (s *Screen) fit() { s.scroll.Fit(len(s.shown), s.height-head-kit.NoteLines+1) }

// Scope names the keys that are valid here now.
func (s *Screen) Scope() keymap.Scope {
	if s.filter.IsOpen() {
		return keymap.InListFilter
	}
	return keymap.InHistory
}

// Actions lists what can be done now.
func (s *Screen) Actions() []kit.Action {
	none, item := "", ""
	e, ok := s.current()
	if !ok {
		none = s.env.Words.History.Empty
	}
	if !ok || e.Field.Item == "" {
		item = s.env.Words.History.NoItem
	}
	failed := s.err != nil
	if s.filter.IsOpen() {
		return []kit.Action{{ID: keymap.Open, Refused: none}, {ID: keymap.Found}, {ID: keymap.Back}, {ID: keymap.Refresh, Quiet: !failed}}
	}
	return []kit.Action{{ID: keymap.Past, Refused: none}, {ID: keymap.Filter}, {ID: keymap.OneItem, Refused: item},
		{ID: keymap.Refresh, Quiet: !failed}, {ID: keymap.Back}, {ID: keymap.Open, Refused: none, Quiet: true}}
}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.pressed(msg)
	case tea.PasteMsg:
		if s.filter.Update(msg) {
			s.look()
		}
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.SavedMsg:
		if msg.ID == s.id && msg.Err == nil {
			return s.read()
		}
	case kit.LanguageMsg:
		s.filter.Relabel()
		s.folded = nil
		clear(s.told)
	case storyMsg:
		return s.heard(msg)
	}
	return nil
}

func (s *Screen) pressed(msg tea.KeyPressMsg) tea.Cmd {
	if action, ok := s.env.Keys.Action(s.Scope(), msg); ok && !s.filter.Captures(msg) {
		return s.do(action)
	}
	if s.filter.Update(msg) {
		s.look()
	}
	return nil
}

func (s *Screen) do(action keymap.Action) tea.Cmd {
	if s.scroll.Move(action) {
		return nil
	}
	e, ok := s.current()
	switch action {
	case keymap.Open, keymap.Past:
		if !ok {
			return s.env.Notice(s.env.Words.History.Empty)
		}
		s.filter.Close() // what was looked for is found: the letters are commands again
		return s.env.Open(kit.KindPast, s.id, e.Seq)
	case keymap.Filter:
		s.filter.Open()
	case keymap.Found:
		s.filter.Close()
	case keymap.OneItem:
		return s.oneItem(e)
	case keymap.Refresh:
		return s.read()
	case keymap.Back:
		return s.back()
	}
	return nil
}

// oneItem shows only the changes of the item under the marker, or all again. The
// marker stays on the change that it is on.
func (s *Screen) oneItem(e model.Event) tea.Cmd {
	switch {
	case s.only != "":
		s.only = ""
	case e.Field.Item == "":
		return s.env.Notice(s.env.Words.History.NoItem)
	default:
		s.only = e.Field.Item
	}
	s.look()
	for i, at := range s.shown {
		if s.seen.events[at].Seq == e.Seq {
			s.scroll.To(i)
		}
	}
	return nil
}

// back takes the filter away, then shows the other items again, then leaves.
func (s *Screen) back() tea.Cmd {
	switch {
	case s.filter.Shown():
		nothing := s.filter.Text() == ""
		s.filter.Close()
		s.filter.Set("")
		if nothing {
			return nil // the marker stays where it was
		}
	case s.only != "":
		s.only = ""
	default:
		return s.env.Back(nil)
	}
	s.look()
	return nil
}

// look finds the events that fit what is looked for; the newest gets the marker.
func (s *Screen) look() {
	s.shown = s.shown[:0]
	if s.seen != nil {
		typed := vn.Fold(s.filter.Text())
		for i := len(s.seen.events) - 1; i >= 0; i-- {
			if s.fits(i, typed) {
				s.shown = append(s.shown, i)
			}
		}
	}
	s.fit()
	s.scroll.To(0)
}

func (s *Screen) fits(i int, typed string) bool {
	if s.only != "" && s.seen.events[i].Field.Item != s.only {
		return false
	}
	if strings.TrimSpace(typed) == "" {
		return true
	}
	if s.folded == nil {
		s.folded = make([]string, len(s.seen.events))
		for n, e := range s.seen.events {
			t := s.tell(n)
			s.folded[n] = vn.Fold(strings.Join([]string{t.code, t.what, t.cause, e.By, when(e.At)}, " "))
		}
	}
	return vn.Match(s.folded[i], typed)
}

// current is the event that the marker is on.
func (s *Screen) current() (model.Event, bool) {
	if s.seen == nil || s.scroll.At >= len(s.shown) {
		return model.Event{}, false
	}
	return s.seen.events[s.shown[s.scroll.At]], true
}

// View draws the history.
func (s *Screen) View() kit.Frame {
	theme := s.env.Theme
	first, cursor := s.firstRow()
	rows := []string{first}
	from, to := s.scroll.Shown()
	for i := from; i < to; i++ {
		rows = append(rows, s.line(i, i == from))
	}
	if sentence := s.sentence(); sentence != "" {
		rows = append(rows, "")
		rows = append(rows, strings.Split(sentence, "\n")...)
	}
	above, last := kit.Wrap(s.note(), s.width, theme.Sign.CutRight)
	for i := range above {
		above[i] = " " + theme.Hint.Render(above[i])
	}
	return kit.Frame{Title: s.title(), Body: strings.Join(kit.Footed(rows, above, s.height), "\n"), Above: len(above), Note: theme.Hint.Render(last), Cursor: cursor}
}

// sentence stands in the place of the events when there are none to show.
func (s *Screen) sentence() string {
	w, theme := s.env.Words.History, s.env.Theme
	switch {
	case s.err != nil:
		return s.env.Failed(s.Scope(), s.err, s.width)
	case s.seen == nil:
		return " " + theme.Muted.Render(w.Reading)
	case len(s.seen.events) == 0:
		return " " + w.Empty
	case len(s.shown) == 0:
		return " " + theme.Muted.Render(fmt.Sprintf(w.NoMatch, s.env.Keys.Short(s.Scope(), keymap.Back)))
	}
	return ""
}

func (s *Screen) title() string {
	if s.seen == nil {
		return s.env.Words.History.Title
	}
	return s.env.Join(s.env.Words.History.Title, s.env.TitleOf(s.seen.record, s.seen.eras[len(s.seen.eras)-1].session.Definition()))
}

// firstRow has what is looked for on the left, and on the right how many events
// there are.
func (s *Screen) firstRow() (string, *kit.Cursor) {
	w, theme := s.env.Words, s.env.Theme
	left, cursor := "", (*kit.Cursor)(nil)
	if s.filter.Shown() {
		left, cursor = s.filter.View(w.List.Filter)
	}
	if s.only != "" && s.seen != nil {
		code, _ := w.Asked(s.seen.eras[len(s.seen.eras)-1].session, form.Field{Item: s.only})
		if code == "" {
			code = s.only
		}
		left += " " + theme.Section.Render(fmt.Sprintf(w.History.Item, kit.ShortCode(code)))
	}
	right := ""
	if s.seen != nil {
		right = theme.Muted.Render(fmt.Sprintf(w.History.Count, len(s.shown), len(s.seen.events)))
	}
	return kit.Ends(left, right, s.width), cursor
}
