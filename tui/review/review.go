// Package review is the screen on which an inspection is looked over before it
// is completed: every problem in the order of the form, each leading to its
// field, and what completing would do.
//
// It changes the draft in three ways only: a reason is written into a note, and
// the inspection is completed or reopened. Only stop problems and missing
// reasons prevent completing.
package review

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

// Screen is the review of one inspection.
type Screen struct {
	env           *kit.Env
	id            model.RecordID
	draft         *kit.Draft
	scroll        kit.Scroll
	width, height int
	busy          bool // completing or reopening is under way
	failed        bool // the inspection could not be read
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
func (s *Screen) fit() { s.scroll.Fit(len(s.problems()), s.rows()) }

// rows is how many problems are shown; the lines below them are for the rest of
// a long sentence.
func (s *Screen) rows() int { return max(1, s.height-kit.NoteLines+1) }

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
	case kit.AnsweredMsg:
		return s.answered(msg)
	}
	return nil
}

// problems lists what is the matter in the order of the form: first what was
// answered and is in doubt, then what is not answered yet. A form just begun
// has a hundred of the latter, which must not bury the one wrong figure.
func (s *Screen) problems() []form.Problem {
	if s.draft == nil {
		return nil
	}
	var doubtful, missing []form.Problem
	for _, p := range s.draft.Session.Problems() {
		if p.Code == form.Missing {
			missing = append(missing, p)
		} else {
			doubtful = append(doubtful, p)
		}
	}
	return append(doubtful, missing...)
}

// do carries out an action.
func (s *Screen) do(a keymap.Action) tea.Cmd {
	if s.scroll.Move(a) {
		return nil
	}
	list := s.problems()
	switch a {
	case keymap.Open:
		if s.scroll.At < len(list) {
			return s.env.Back(kit.Jump{Field: list[s.scroll.At].Field})
		}
		return s.env.Back(nil)
	case keymap.Reason:
		return s.askReason()
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
	list := s.problems()
	if s.scroll.At >= len(list) || s.draft.Closed() {
		return nil
	}
	p := list[s.scroll.At]
	if p.Code != form.NoReason && p.Code != form.NoteMissing {
		return s.env.Notice(s.env.Words.Review.NoReason)
	}
	note := form.Field{Item: p.Field.Item, Row: p.Field.Row, Part: form.Note}
	return s.env.Open(kit.KindAsk, s.id, &kit.Ask{
		Tag: askReason{note}, Title: fmt.Sprintf(s.env.Words.Review.ReasonAsk, s.name(p.Field)),
		Initial: s.draft.Session.Get(note).Raw, Required: true,
	})
}

func (s *Screen) answered(msg kit.AnsweredMsg) tea.Cmd {
	switch tag := msg.Tag.(type) {
	case askReason:
		s.draft.Session.Answer(tag.note, msg.Text)
		s.fit()
		return s.draft.Commit(s.draft.Record.Place)
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
	case !s.draft.Session.Ready():
		stops, reasons := s.against()
		return s.env.Warn(fmt.Sprintf(s.env.Words.Review.NotReady, stops+reasons))
	}
	s.busy = true
	return s.draft.Complete()
}

func (s *Screen) reopen() tea.Cmd {
	if s.draft == nil || s.busy || !s.draft.Closed() {
		return s.env.Notice(s.env.Words.Review.NotCompleted)
	}
	return s.env.Open(kit.KindAsk, s.id, &kit.Ask{Tag: askReopen{}, Title: s.env.Words.Review.ReopenAsk, Required: true})
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
		s.draft.Record.Status = model.Draft
		return s.env.Notice(w.Review.Reopened)
	}
	s.draft.Record.Status = model.Completed
	return s.env.Notice(w.Review.Completed)
}

func (s *Screen) unwind(again bool) tea.Cmd {
	if s.draft == nil || s.draft.Closed() {
		return nil
	}
	w, step := s.env.Words.Fill, s.draft.Session.Undo
	said, none := w.Undid, w.NothingBack
	if again {
		step, said, none = s.draft.Session.Redo, w.Redid, w.NothingAgain
	}
	changes, ok := step()
	if !ok {
		return s.env.Notice(none)
	}
	s.fit()
	return tea.Batch(s.draft.Commit(s.draft.Record.Place), s.env.Notice(fmt.Sprintf(said, s.name(changes[0].Field))))
}

// against counts what prevents completing: stops with missing answers, and
// reasons that are not given.
func (s *Screen) against() (stops, reasons int) {
	for _, p := range s.problems() {
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
	w := s.env.Words.Review
	if s.draft == nil {
		return []kit.Action{{ID: keymap.Back}}
	}
	list := []kit.Action{{ID: keymap.Open}}
	if s.draft.Closed() {
		return append(append(list, kit.Action{ID: keymap.Reopen}, kit.Action{ID: keymap.Back}), s.env.About(s.draft.Record)...)
	}
	refused := ""
	if stops, reasons := s.against(); stops+reasons > 0 {
		refused = fmt.Sprintf(w.NotReady, stops+reasons)
	}
	list = append(list, kit.Action{ID: keymap.Reason}, kit.Action{ID: keymap.Complete, Refused: refused},
		kit.Action{ID: keymap.Back}, kit.Action{ID: keymap.Undo, Quiet: true}, kit.Action{ID: keymap.Redo, Quiet: true})
	return append(list, s.env.About(s.draft.Record)...)
}

// View lists the problems, one a line.
func (s *Screen) View() kit.Frame {
	w := s.env.Words
	if s.draft == nil {
		return kit.Frame{Title: w.Review.Title}
	}
	stops, reasons := s.against()
	sep := " " + s.env.Theme.Sign.Sep + " "
	frame := kit.Frame{Title: w.Review.Title + sep + s.subject() + sep + fmt.Sprintf(w.Review.Summary, stops, reasons)}
	list := s.problems()
	if len(list) == 0 {
		frame.Body = "\n  " + s.env.Theme.Good.Render(s.env.Theme.Sign.Done+" "+w.Review.Clean)
	}
	var lines []string
	for i, to := s.scroll.Shown(); i < min(to, len(list)); i++ {
		lines = append(lines, s.line(list[i], i == s.scroll.At))
	}
	above, last := kit.Wrap(s.note(list), s.width, s.env.Theme.Sign.CutRight)
	if len(lines) > 0 {
		for len(lines)+len(above) < s.height {
			lines = append(lines, "")
		}
		for _, l := range above {
			lines = append(lines, " "+s.env.Theme.Hint.Render(l))
		}
		frame.Body = strings.Join(lines, "\n")
	}
	frame.Note = s.env.Theme.Hint.Render(last)
	return frame
}

// subject names what is looked over: an inspection by its unit alone, since the
// counts follow it on the line.
func (s *Screen) subject() string {
	r := s.draft.Record
	if name := r.Head.Number; r.Kind() != model.Inspection && name != "" {
		return name + " " + s.env.Theme.Sign.Sep + " " + r.UnitName
	}
	return r.UnitName
}

// note is the whole sentence of the problem one is on, since its line may be cut;
// without problems it says what completing would do.
func (s *Screen) note(list []form.Problem) string {
	w := s.env.Words
	hidden := len(s.draft.Session.Hidden())
	switch {
	case s.draft.Closed():
		return w.Fill.Closed
	case s.scroll.At < len(list):
		return w.Problem(list[s.scroll.At])
	case hidden > 0:
		return w.Review.Ready + " " + fmt.Sprintf(w.Review.WouldClear, hidden)
	}
	return w.Review.Ready
}

// Columns of a line, in cells: focus sign, problem sign, the field's code.
const codeWidth = 16

func (s *Screen) line(p form.Problem, focus bool) string {
	t := s.env.Theme
	mark, sign, style := " ", t.Sign.Stop, t.Problem
	switch p.Severity {
	case form.Stop:
	case form.Reason:
		sign, style = t.Sign.Reason, t.Reason
	case form.Notice:
		sign, style = t.Sign.Notice, t.Notice
	}
	if focus {
		mark = t.Focus.Render(t.Sign.Focus)
	}
	name := fit(s.place(p.Field), codeWidth)
	text := s.label(p.Field) + ": " + s.env.Words.Problem(p)
	switch {
	case p.Code == form.Missing:
		text = s.label(p.Field) + " " + s.env.Words.Fill.Unanswered
	case p.Text.VI != "":
		text = s.env.Words.Problem(p) // the form's message names the item itself
	}
	room := s.width - codeWidth - 6
	text = ansi.Truncate(text, room, t.Sign.CutRight)
	if focus {
		text = t.Focus.Render(text)
	}
	return " " + mark + " " + style.Render(sign) + " " + t.Code.Render(name) + " " + text
}

// place is a field's code, with its row where it is a cell: "3.T1 dòng 3".
func (s *Screen) place(f form.Field) string {
	it := s.draft.Session.Definition().Item(f.Item)
	if it == nil {
		return f.Item
	}
	place := kit.ShortCode(it.Code)
	if f.Row == "" {
		return place
	}
	for i, r := range s.draft.Session.Rows(f.Item) {
		if r.ID == f.Row {
			place += " " + fmt.Sprintf(s.env.Words.Review.Row, i+1)
		}
	}
	return place
}

func (s *Screen) label(f form.Field) string {
	it := s.draft.Session.Definition().At(f)
	if it == nil {
		return f.Item
	}
	return it.Label.In(s.env.Words.Lang)
}

func (s *Screen) name(f form.Field) string { return s.place(f) + " " + s.label(f) }

func fit(text string, width int) string {
	text = ansi.Truncate(text, width, "")
	return text + strings.Repeat(" ", max(0, width-ansi.StringWidth(text)))
}
