// Package review is the screen on which a record is looked over before it is
// completed: every problem in the order of the form, each leading to its field,
// and what completing would do.
//
// It changes the draft in four ways only: a reason is written into a note, a
// finding is recorded from a problem, and the record is completed or reopened.
// Only stop problems and missing reasons prevent completing. What is followed up
// in the register is never completed: its state settles it.
package review

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Screen is the review of one inspection.
type Screen struct {
	env           *kit.Env
	id            model.RecordID
	draft         *kit.Draft
	scroll        kit.Scroll
	width, height int
	busy          bool // completing or reopening is under way
	failed        bool // the inspection could not be read
	around        kit.Surroundings
}

var _ kit.Waiter = (*Screen)(nil)

// New makes the review of an inspection; arg is not used.
func New(env *kit.Env, id model.RecordID, _ any) kit.Screen {
	return &Screen{env: env, id: id, draft: env.Desk.Draft(id)}
}

// Init reads the inspection onto the desk where it does not lie there yet.
func (s *Screen) Init() tea.Cmd { return s.env.Desk.Load(s.id) }

// Waiting reports whether the inspection is being read, completed or reopened.
func (s *Screen) Waiting() bool { return s.busy || s.draft == nil && !s.failed }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.fit()
}

// fit tells the marker how many problems there are now.
func (s *Screen) fit() { s.scroll.Fit(len(s.points()), s.rows()) }

// rows is how many problems are shown; the lines below them are for the rest of
// a long sentence, and for how far the second reading is.
func (s *Screen) rows() int { return max(1, s.height-kit.NoteLines) }

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InReview }

// What a question was opened for; it comes back with the answer.
type (
	askReason struct{ note form.Field }
	askReopen struct{}
)

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case kit.OpenedMsg:
		if msg.ID != s.id {
			return nil
		}
		if msg.Err != nil {
			s.failed = true
			return s.env.Warn(s.env.Words.Err(msg.Err))
		}
		s.draft = s.env.Desk.Draft(s.id)
		s.fit()
		return tea.Batch(s.draft.Watch(), s.draft.Surround())
	case kit.SurroundedMsg:
		return s.surrounded(msg)
	case kit.CompletedMsg:
		return s.completed(msg)
	case kit.MovedMsg: // it is bound to another form: what lay on the desk is stale
		if msg.ID == s.id {
			s.draft = nil
			return s.Init()
		}
	case tea.KeyPressMsg:
		if a, ok := s.env.Keys.Action(s.Scope(), msg); ok {
			return s.do(a)
		}
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.AdoptedMsg: // by somebody else: the same
		s.fit()
	case kit.BackMsg: // looked at again: problems may have come and gone
		s.fit()
		if s.draft != nil {
			return s.draft.Surround()
		}
	case kit.AnsweredMsg:
		return s.answered(msg)
	case kit.PickedMsg:
		if tag, ok := msg.Tag.(askClear); ok {
			return s.clear(tag, msg.Codes)
		}
	}
	return nil
}

// do carries out an action.
func (s *Screen) do(a keymap.Action) tea.Cmd {
	if s.scroll.Move(a) {
		return nil
	}
	switch a {
	case keymap.Open:
		return s.open()
	case keymap.Reason:
		return s.askReason()
	case keymap.Finding:
		return s.finding()
	case keymap.Complete:
		return s.complete()
	case keymap.Reopen:
		return s.reopen()
	case keymap.Undo, keymap.Redo:
		return s.unwind(a == keymap.Redo)
	case keymap.Back:
		return s.env.Back(nil)
	}
	if s.draft != nil {
		s.env.OpenAbout(a, s.draft.Record)
	}
	return nil
}

// askReason asks for the sentence that a problem of severity "reason" wants; it
// is kept as the note of the item, or of the row.
func (s *Screen) askReason() tea.Cmd {
	p, ok := s.problem()
	if s.draft == nil || s.draft.Closed() {
		return nil
	}
	if !ok || p.Code != form.NoReason && p.Code != form.NoteMissing {
		return s.env.Notice(s.env.Words.Review.NoReason)
	}
	note := form.Field{Item: p.Field.Item, Row: p.Field.Row, Part: form.Note}
	return s.env.Open(kit.KindAsk, s.id, &kit.Ask{
		Tag: askReason{note}, Title: fmt.Sprintf(s.env.Words.Review.ReasonAsk, s.name(p.Field)),
		Initial: s.draft.Session.Get(note).Raw, Required: true, Keeps: true, Field: note,
	})
}

// finding records a shortcoming from the problem one is on, and opens it.
func (s *Screen) finding() tea.Cmd {
	if s.draft == nil {
		return nil
	}
	p, ok := s.problem()
	switch why := s.env.RefuseFinding(s.draft); {
	case why != "":
		return s.env.Warn(why)
	case !ok:
		return s.env.Notice(s.env.Words.Common.NotHere)
	}
	aside := s.env.FindingOf(s.draft, p.Field)
	return tea.Batch(s.draft.Commit(s.draft.Record.Place), s.env.Open(kit.KindGrid, s.id, aside))
}

func (s *Screen) answered(msg kit.AnsweredMsg) tea.Cmd {
	switch tag := msg.Tag.(type) {
	case askReason:
		s.draft.Session.Answer(tag.note, msg.Text)
		s.fit()
		return tea.Batch(s.draft.Commit(s.draft.Record.Place), s.draft.ClearOpen())
	case askReopen:
		s.busy = true
		return s.draft.Reopen(msg.Text)
	}
	return nil
}

func (s *Screen) complete() tea.Cmd {
	switch {
	case s.draft == nil || s.busy:
		return nil
	case s.draft.Closed():
		return s.env.Notice(s.env.Words.Fill.Closed)
	case s.followed():
		return s.env.Notice(s.env.Words.Review.Followed)
	case !s.draft.Session.Ready():
		stops, reasons := s.against()
		return s.env.Warn(i18n.Count(s.env.Words.Review.NotReady, stops+reasons))
	case len(s.draft.Session.Hidden()) > 0:
		return s.askClear()
	}
	return s.close()
}

// close completes the record.
func (s *Screen) close() tea.Cmd {
	s.busy = true
	return s.draft.Complete()
}

// followed reports whether the record is followed up in the register: its state
// settles it, and nobody completes it.
func (s *Screen) followed() bool {
	return slices.Contains(model.Followed(), s.draft.Record.Kind())
}

func (s *Screen) reopen() tea.Cmd {
	if s.draft == nil || s.busy || !s.closed() {
		return s.env.Notice(s.env.Words.Review.NotCompleted)
	}
	return s.env.Open(kit.KindAsk, s.id, &kit.Ask{Tag: askReopen{}, Title: s.env.Words.Review.ReopenAsk, Required: true})
}

// closed reports whether the record is completed, be it by somebody else while
// answers are owed here.
func (s *Screen) closed() bool {
	_, shut := s.draft.Shut()
	return shut || s.draft.Closed()
}

func (s *Screen) completed(msg kit.CompletedMsg) tea.Cmd {
	if msg.ID != s.id {
		return nil
	}
	s.busy = false
	w := s.env.Words
	switch {
	case msg.Err != nil:
		return s.env.Warn(w.Err(msg.Err))
	case msg.Reopened:
		s.draft.Turned(model.Draft)
		return tea.Batch(s.env.Notice(w.Review.Reopened), s.draft.Save())
	}
	s.draft.Turned(model.Completed)
	return s.env.Notice(w.Review.Completed + s.registered(msg))
}

// registered says how many findings, difficulties and recommendations completing
// put into the register, and how many it brought up to date.
func (s *Screen) registered(msg kit.CompletedMsg) string {
	w, said := s.env.Words, ""
	for _, part := range []struct {
		format string
		count  map[model.Kind]int
	}{{w.Review.Registered, msg.Begun}, {w.Review.Updated, msg.Changed}} {
		var list []string
		for _, kind := range slices.Sorted(maps.Keys(part.count)) {
			list = append(list, fmt.Sprintf("%d %s", part.count[kind], w.Kind(kind).Many))
		}
		if len(list) > 0 {
			said += " " + fmt.Sprintf(part.format, strings.Join(list, ", "))
		}
	}
	return said
}

func (s *Screen) unwind(again bool) tea.Cmd {
	if s.draft == nil || s.draft.Closed() {
		return nil
	}
	step, none := s.draft.Session.Undo, s.env.Words.Fill.NothingBack
	if again {
		step, none = s.draft.Session.Redo, s.env.Words.Fill.NothingAgain
	}
	u, ok := step()
	if !ok {
		return s.env.Notice(none)
	}
	s.fit()
	return tea.Batch(s.draft.Commit(s.draft.Record.Place), s.env.Notice(s.env.Unwound(s.draft.Session, u, again, "")))
}

// against counts what prevents completing: stops with missing answers, and
// reasons that are not given.
func (s *Screen) against() (stops, reasons int) {
	for _, p := range s.draft.Session.Problems() {
		switch {
		case p.Severity == form.Stop:
			stops++
		case p.Code == form.NoReason:
			reasons++
		}
	}
	return stops, reasons
}

// Actions lists what can be done here now.
func (s *Screen) Actions() []kit.Action {
	if s.draft == nil {
		return []kit.Action{{ID: keymap.Back}}
	}
	list := []kit.Action{{ID: keymap.Open}}
	if s.closed() {
		return append(append(list, kit.Action{ID: keymap.Reopen}, kit.Action{ID: keymap.Back}), s.env.About(s.draft.Record)...)
	}
	list = append(list, kit.Action{ID: keymap.Reason})
	if !s.followed() {
		list = append(list, kit.Action{ID: keymap.Complete, Refused: s.refuseComplete()})
	}
	list = append(append(list, kit.Action{ID: keymap.Back}), s.env.FindingActions(s.draft, true)...)
	list = append(list, kit.Action{ID: keymap.Undo, Quiet: true}, kit.Action{ID: keymap.Redo, Quiet: true})
	return append(list, s.env.About(s.draft.Record)...)
}

func (s *Screen) refuseComplete() string {
	if stops, reasons := s.against(); stops+reasons > 0 {
		return i18n.Count(s.env.Words.Review.NotReady, stops+reasons)
	}
	return ""
}
