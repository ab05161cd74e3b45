// Package list is the home screen: the inspections, the one changed last on
// top, each opened by Enter.
//
// It reads pages as they come into sight, so that a hundred thousand
// inspections cost what a screenful does, and it changes nothing: only
// reopening writes, and asks for a reason first. A reply to an older question
// is dropped.
package list

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/field"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// head is how many rows stand above the inspections: the filter or the count,
// and the names of the columns.
const head = 2

// Screen is the list of inspections.
type Screen struct {
	env           *kit.Env
	width, height int
	scroll        kit.Scroll

	filter    field.Widget // the text that is searched for
	filtering bool         // it is being typed

	pages   map[int][]model.Summary // by number; what was read and is near the window
	asked   map[int]bool            // pages under way
	seq     int                     // of the present question
	shown   int                     // of the question that pages answer
	total   int
	all     int // without a filter
	err     error
	areas   areas
	drawn   map[int]string // rows as they look without the marker
	started bool           // a reply has come

	// The inspection that was opened from here, and the round the list makes to
	// find it again: a change moves it to the top, and the next Enter must not
	// open another one.
	seek   model.RecordID
	fresh  bool // the one that is sought was begun from here: it is at the top
	late   bool // it was still being saved when the list was read
	before int  // inspections before the last reply
}

var _ kit.Screen = (*Screen)(nil)

// New makes the list; it needs neither id nor argument.
func New(env *kit.Env, _ model.RecordID, _ any) kit.Screen {
	s := &Screen{env: env, pages: map[int][]model.Summary{}, asked: map[int]bool{}, drawn: map[int]string{}}
	s.filter = s.newFilter("")
	return s
}

func (s *Screen) newFilter(text string) field.Widget {
	w := field.New(&form.Item{Kind: form.KindText}, field.Spec{Theme: s.env.Theme, Words: s.env.Words})
	w.SetValue(text, -1)
	w.SetWidth(s.filterRoom())
	return w
}

func (s *Screen) filterRoom() int { return max(s.width/2, 10) }

// Init reads the first page, and which sections of the forms are areas.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.ask(0), s.readAreas()) }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	if width != s.width {
		clear(s.drawn)
	}
	s.width, s.height = width, height
	s.filter.SetWidth(s.filterRoom())
	s.scroll.Fit(s.total, height-head)
}

// Scope names the keys that are valid here now.
func (s *Screen) Scope() keymap.Scope {
	if s.filtering {
		return keymap.InListFilter
	}
	return keymap.InList
}

// Actions lists what can be done now.
func (s *Screen) Actions() []kit.Action {
	words := s.env.Words.List
	none, open := "", ""
	row, ok := s.current()
	switch {
	case !ok:
		none, open = words.NoRow, words.NoRow
	case row.Status != model.Completed:
		open = words.NotClosed
	}
	actions := []kit.Action{{ID: keymap.Open, Refused: none}}
	if s.filtering {
		return append(actions, kit.Action{ID: keymap.Back}, kit.Action{ID: keymap.Refresh, Quiet: s.err == nil})
	}
	return append(actions,
		kit.Action{ID: keymap.NewRecord},
		kit.Action{ID: keymap.Filter},
		kit.Action{ID: keymap.Refresh, Quiet: s.err == nil},
		kit.Action{ID: keymap.Review, Refused: none},
		kit.Action{ID: keymap.Reopen, Refused: open, Quiet: true},
		kit.Action{ID: keymap.Quit},
	)
}

// askReopen marks the question for the reason of a reopening.
type askReopen struct{ id model.RecordID }

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.pressed(msg)
	case tea.PasteMsg:
		if s.filtering {
			s.filter.Update(msg)
			return s.search()
		}
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.AnsweredMsg:
		if tag, ok := msg.Tag.(askReopen); ok {
			return s.reopen(tag.id, msg.Text)
		}
	case kit.BackMsg:
		s.late = s.env.Desk.Owed() > 0
		return s.seekAgain()
	case kit.SavedMsg:
		if s.late && msg.Err == nil {
			s.late = false
			return s.seekAgain()
		}
	case kit.CompletedMsg:
		if msg.Err != nil {
			return s.env.Warn(s.env.Words.Err(msg.Err))
		}
		return s.refresh()
	case kit.LanguageMsg:
		s.filter = s.newFilter(s.filter.Value())
		clear(s.drawn)
	case pageMsg:
		return s.answered(msg)
	case areasMsg:
		s.areas = msg.areas
		clear(s.drawn)
	}
	return nil
}

func (s *Screen) pressed(msg tea.KeyPressMsg) tea.Cmd {
	captured := s.filtering && s.filter.Captures(msg)
	if action, ok := s.env.Keys.Action(s.Scope(), msg); ok && !captured {
		return s.do(action)
	}
	if !s.filtering {
		return nil
	}
	before := s.filter.Value()
	if s.filter.Update(msg) && s.filter.Value() != before {
		return s.search()
	}
	return nil
}

// do does an action of the list.
func (s *Screen) do(action keymap.Action) tea.Cmd {
	if s.scroll.Move(action) {
		s.seek, s.fresh = "", false
		return s.need()
	}
	row, ok := s.current()
	switch action {
	case keymap.NewRecord:
		s.seek, s.fresh = "", true
		return s.env.Open(kit.KindNew, "", nil)
	case keymap.Filter:
		s.filtering = true
		return nil
	case keymap.Back:
		return s.clearFilter()
	case keymap.Refresh:
		return s.refresh()
	case keymap.Open, keymap.Review, keymap.Reopen:
		if !ok {
			return s.env.Notice(s.env.Words.List.NoRow)
		}
		return s.use(action, row)
	}
	return nil
}

// use does what concerns the inspection that the marker is on.
func (s *Screen) use(action keymap.Action, row model.Summary) tea.Cmd {
	s.seek, s.fresh = row.ID, false
	switch {
	case action == keymap.Open:
		return s.env.Open(kit.KindFill, row.ID, nil)
	case action == keymap.Review:
		return s.env.Open(kit.KindReview, row.ID, nil)
	case row.Status != model.Completed:
		return s.env.Notice(s.env.Words.List.NotClosed)
	}
	return s.env.Open(kit.KindAsk, "", &kit.Ask{Tag: askReopen{row.ID}, Title: s.env.Words.List.Reopen, Required: true})
}

func (s *Screen) reopen(id model.RecordID, reason string) tea.Cmd {
	store := s.env.Store
	return func() tea.Msg {
		return kit.CompletedMsg{ID: id, Reopened: true, Err: store.Reopen(context.Background(), id, reason)}
	}
}

// clearFilter leaves the filter, and takes it away.
func (s *Screen) clearFilter() tea.Cmd {
	s.filtering = false
	if s.filter.Value() == "" {
		return nil
	}
	s.filter.SetValue("", -1)
	return s.search()
}

// current is the inspection that the marker is on, when it has been read.
func (s *Screen) current() (model.Summary, bool) { return s.row(s.scroll.At) }

// View draws the list.
func (s *Screen) View() kit.Frame {
	frame := kit.Frame{Title: s.title(), Note: s.note()}
	rows := make([]string, 0, s.height)
	first, cursor := s.firstRow()
	frame.Cursor = cursor
	rows = append(rows, first, s.heads())
	from, to := s.scroll.Shown()
	for i := from; i < to; i++ {
		rows = append(rows, s.line(i))
	}
	if sentence := s.sentence(); sentence != "" {
		rows = append(rows[:1], "", " "+sentence)
	}
	frame.Body = strings.Join(rows, "\n")
	return frame
}

func (s *Screen) title() string {
	title := s.env.Words.Common.Product
	if home, ok := s.env.Catalog.UnitOn(s.env.Catalog.Home(), s.env.Today); ok {
		title += " " + s.env.Theme.Sign.Sep + " " + home.Name
	}
	return title
}

// sentence stands in the place of the inspections when there are none to show.
func (s *Screen) sentence() string {
	words, theme := s.env.Words, s.env.Theme
	switch {
	case s.err != nil && s.total == 0:
		key := s.env.Keys.Short(s.Scope(), keymap.Refresh)
		return theme.Problem.Render(words.Err(s.err)) + "\n " + theme.Hint.Render(fmt.Sprintf(words.List.Again, key))
	case !s.started:
		return theme.Muted.Render(words.List.Reading)
	case s.total > 0:
		return ""
	case strings.TrimSpace(s.filter.Value()) != "":
		return theme.Muted.Render(fmt.Sprintf(words.List.NoMatch, s.filter.Value()))
	}
	return words.List.Empty
}
