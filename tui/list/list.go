// Package list is the screen with the records of a kind, the one changed last on
// top, each opened by Enter: inspections, rounds, the household sheets of a
// visit, whatever it is opened for.
//
// It reads pages as they come into sight, so that a hundred thousand records
// cost what a screenful does, and it changes nothing: only reopening writes, and
// asks for a reason first. A reply to an older question is dropped.
package list

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/field"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// head is how many rows stand above the records: the filter or the count, and
// the names of the columns.
const head = 2

// Screen is a list of records.
type Screen struct {
	env           *kit.Env
	listing       kit.Listing
	width, height int
	scroll        kit.Scroll

	filter *field.Filter // the text that is searched for

	pages   *kit.Pages
	all     int // how many there are without a filter
	areas   kit.Areas
	counts  map[model.RecordID]model.Count // how far rounds are
	columns []column                       // nil: to be made
	drawn   map[int]string                 // rows as they look without the marker

	// The record that was opened from here, and what the list does to find it
	// again: a change moves it to the top, and the next Enter must not
	// open another one.
	seek  model.RecordID
	fresh bool // the one that is sought was begun from here: it is at the top
	went  bool // a record was opened from here

	returned kit.Return
}

var _ kit.Screen = (*Screen)(nil)

// New makes the list; arg is the *kit.Listing that says what it shows, nil for
// the inspections.
func New(env *kit.Env, _ model.RecordID, arg any) kit.Screen {
	s := &Screen{env: env, pages: newPages(env.Store), drawn: map[int]string{},
		counts: map[model.RecordID]model.Count{}}
	if l, ok := arg.(*kit.Listing); ok && l != nil {
		s.listing = *l
	}
	s.filter = field.NewFilter(env, "")
	return s
}

// kind is the kind of records that is listed; "" for several.
func (s *Screen) kind() model.Kind {
	switch kinds := s.listing.Query.Kinds; len(kinds) {
	case 0:
		return model.Inspection
	case 1:
		return kinds[0]
	}
	return ""
}

// show lists something else, from its top.
func (s *Screen) show(l kit.Listing) tea.Cmd {
	s.listing, s.seek, s.fresh = l, "", false
	s.filter.Set("")
	s.pages, s.all = newPages(s.env.Store), 0
	s.redraw()
	s.scroll.Fit(0, s.height-head)
	return s.search()
}

// redraw forgets how rows look.
func (s *Screen) redraw() {
	s.columns = nil
	clear(s.drawn)
}

// parent is the record that those listed belong to; it may be none.
func (s *Screen) parent() model.RecordID {
	if q := s.listing.Query; q.Parent != "" {
		return q.Parent
	}
	return s.listing.Query.Round
}

// Init reads the first page, and which sections of the forms are areas.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.search(), s.readAreas()) }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	if width != s.width {
		s.redraw()
	}
	s.width, s.height = width, height
	s.filter.SetWidth(s.width / 2)
	s.scroll.Fit(s.pages.Total(), height-head)
}

// Scope names the keys that are valid here now.
func (s *Screen) Scope() keymap.Scope {
	if s.filter.IsOpen() {
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
	if s.filter.IsOpen() {
		return append(actions, kit.Action{ID: keymap.Found}, kit.Action{ID: keymap.Back}, kit.Action{ID: keymap.Refresh, Quiet: s.pages.Err() == nil})
	}
	return append(actions,
		kit.Action{ID: keymap.NewRecord, Refused: s.notBegun()},
		kit.Action{ID: keymap.Filter},
		kit.Action{ID: keymap.Kinds},
		kit.Action{ID: keymap.Refresh, Quiet: s.pages.Err() == nil},
		kit.Action{ID: keymap.Edit, Refused: none, Quiet: s.kind() != model.Round},
		kit.Action{ID: keymap.Review, Refused: none},
		kit.Action{ID: keymap.Back},
		kit.Action{ID: keymap.Reopen, Refused: open, Quiet: true},
		kit.Action{ID: keymap.History, Refused: none, Quiet: true},
		kit.Action{ID: keymap.MoveForm, Refused: none, Quiet: true},
		kit.Action{ID: keymap.Duplicate, Refused: s.notCopied(), Quiet: true},
		kit.Action{ID: keymap.NewOther, Quiet: true},
		kit.Action{ID: keymap.Inspections, Quiet: true},
		kit.Action{ID: keymap.Rounds, Quiet: true},
		kit.Action{ID: keymap.Register, Quiet: true},
		kit.Action{ID: keymap.Unit, Quiet: true},
		kit.Action{ID: keymap.Quit, Quiet: true},
	)
}

// notBegun says why no record of the kind can be begun here: some are begun
// within an inspection, or by completing one.
func (s *Screen) notBegun() string {
	kind := s.kind()
	if slices.Contains(model.Followed(), kind) || kind == model.Household && s.parent() == "" {
		return s.env.Words.List.Within
	}
	return ""
}

// What a question was opened for; it comes back with the answer.
type (
	askReopen struct{ id model.RecordID }
	askKind   struct{ begin bool } // which kind to list, or to begin
)

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.pressed(msg)
	case tea.PasteMsg:
		if s.filter.Update(msg) {
			return s.search()
		}
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.AnsweredMsg:
		if tag, ok := msg.Tag.(askReopen); ok {
			return s.reopen(tag.id, msg.Text)
		}
	case kit.PickedMsg:
		if tag, ok := msg.Tag.(askKind); ok && len(msg.Codes) == 1 {
			return s.kindChosen(tag, model.Kind(msg.Codes[0]))
		}
	case kit.Jump:
		return s.env.Open(kit.KindFill, s.seek, msg.Field)
	case kit.BackMsg:
		if s.went {
			s.went = false
			s.filter.Close() // what was looked for is found: the letters are commands again
		}
		s.returned.Began(s.env.Desk.Owed() > 0)
		return s.seekAgain()
	case kit.SavedMsg:
		if s.returned.Saved(msg.Err) {
			return s.seekAgain()
		}
	case kit.CompletedMsg:
		if msg.Err != nil {
			return s.env.Warn(s.env.Words.Err(msg.Err))
		}
		return s.refresh()
	case kit.LanguageMsg:
		s.filter.Relabel()
		s.redraw()
	case kit.PageMsg:
		return s.answered(msg)
	case areasMsg:
		s.areas = msg.areas
		s.redraw()
	}
	return nil
}

func (s *Screen) pressed(msg tea.KeyPressMsg) tea.Cmd {
	if action, ok := s.env.Keys.Action(s.Scope(), msg); ok && !s.filter.Captures(msg) {
		return s.do(action)
	}
	if s.filter.Update(msg) {
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
		return s.begin(s.kind())
	case keymap.NewOther:
		return s.env.Open(kit.KindPick, "", s.env.PickKind(askKind{begin: true}, s.env.Words.New.Which))
	case keymap.Kinds:
		return s.env.Open(kit.KindPick, "", s.env.PickKind(askKind{}, s.env.Words.List.Which, s.kind()))
	case keymap.Inspections:
		return s.show(kit.Listing{})
	case keymap.Rounds:
		return s.show(kit.Listing{Query: model.Query{Kinds: []model.Kind{model.Round}}})
	case keymap.Register:
		return s.env.Open(kit.KindRegister, "", nil)
	case keymap.Unit:
		if !ok {
			return s.env.Open(kit.KindUnit, "", nil)
		}
		s.seek, s.fresh = row.ID, false
		return s.env.Open(kit.KindUnit, "", row.Unit)
	case keymap.Filter:
		s.filter.Open()
		return nil
	case keymap.Found:
		s.filter.Close()
		return nil
	case keymap.Back:
		return s.back()
	case keymap.Refresh:
		return s.refresh()
	case keymap.Duplicate:
		return s.copy()
	case keymap.Open, keymap.Edit, keymap.Review, keymap.Reopen, keymap.History, keymap.MoveForm:
		if !ok {
			return s.env.Notice(s.env.Words.List.NoRow)
		}
		return s.use(action, row)
	}
	return nil
}

// begin begins a record, of the parent that those listed belong to.
func (s *Screen) begin(kind model.Kind) tea.Cmd {
	if why := s.notBegun(); why != "" && kind == s.kind() {
		return s.env.Notice(why)
	}
	if kind == "" {
		kind = model.Inspection
	}
	s.seek, s.fresh = "", true
	b := kit.Begin{Kind: kind}
	if kind == s.kind() {
		b.Parent = s.parent()
	}
	return s.env.Open(kit.KindNew, "", &b)
}

func (s *Screen) kindChosen(tag askKind, kind model.Kind) tea.Cmd {
	if tag.begin {
		return s.begin(kind)
	}
	return s.show(kit.Listing{Query: model.Query{Kinds: []model.Kind{kind}}})
}

// use does what concerns the record that the marker is on.
func (s *Screen) use(action keymap.Action, row model.Summary) tea.Cmd {
	s.seek, s.fresh, s.went = row.ID, false, true
	switch {
	case action == keymap.Open && row.Kind == model.Round:
		return s.env.Open(kit.KindRound, row.ID, nil)
	case action == keymap.Open, action == keymap.Edit:
		return s.env.Open(kit.KindFill, row.ID, nil)
	case action == keymap.Review:
		return s.env.Open(kit.KindReview, row.ID, nil)
	case action == keymap.History:
		return s.env.Open(kit.KindHistory, row.ID, nil)
	case action == keymap.MoveForm:
		return s.env.Open(kit.KindMove, row.ID, nil)
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

// back leaves the filter and takes it away, and leaves the list when there is
// none.
func (s *Screen) back() tea.Cmd {
	if !s.filter.Shown() {
		return s.env.Back(nil)
	}
	s.filter.Close()
	if !s.filter.Shown() {
		return nil
	}
	s.filter.Set("")
	return s.search()
}

// current is the record that the marker is on, when it has been read.
func (s *Screen) current() (model.Summary, bool) { return s.pages.Row(s.scroll.At) }

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

// title says what is listed.
func (s *Screen) title() string {
	switch kind := s.kind(); {
	case s.listing.Title != "":
		return s.listing.Title
	case kind == "":
		return s.env.Words.Kind(i18n.AnyKind).Title
	default:
		return s.env.KindTitle(kind)
	}
}

// names are the words for what is listed.
func (s *Screen) names() i18n.KindNames {
	if kind := s.kind(); kind != "" {
		return s.env.Words.Kind(kind)
	}
	return s.env.Words.Kind(i18n.AnyKind)
}

// sentence stands in the place of the records when there are none to show.
func (s *Screen) sentence() string {
	words, theme := s.env.Words, s.env.Theme
	switch {
	case s.pages.Err() != nil && s.pages.Total() == 0:
		return strings.TrimPrefix(s.env.Failed(s.Scope(), s.pages.Err(), s.width), " ")
	case !s.pages.Started(), s.pages.Total() == 0 && s.pages.Asking():
		return theme.Muted.Render(words.List.Reading)
	case s.pages.Total() > 0:
		return ""
	case s.filter.Text() != "":
		return theme.Muted.Render(fmt.Sprintf(words.List.NoMatch, s.names().One, s.filter.Text()))
	case s.notBegun() != "":
		return fmt.Sprintf(words.List.None, s.names().One)
	}
	return fmt.Sprintf(words.List.Empty, s.names().One, s.env.Keys.Short(keymap.InList, keymap.NewRecord))
}
