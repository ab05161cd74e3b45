// Package verify is the screen on which the figures of a record are read from the
// paper a second time, one field after the other, without seeing what was typed
// the first time.
//
// Two readings that say the same settle a field: the result is kept with the
// record, and where the first reading was the wrong one the answer is put right,
// as one step that undo takes back. A second reading that differs is asked for
// once more, as blind; when no two of three agree, all are shown, and the field stays
// open until what is typed equals one of them: no key chooses one, since whoever looks
// at the paper types the figure. A field that was settled is not asked about again until its answer
// changes, so that the work can be left at any time; what is lost then is the one
// reading that was not finished. An amount with two readings is asked about; who types
// on instead comes back to it behind the others. Only answers of a record in entry are changed.
package verify

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Screen is the second reading of one record.
type Screen struct {
	env           *kit.Env
	id            model.RecordID
	whole         bool // everything that was typed, not only amounts of money
	draft         *kit.Draft
	width, height int
	failed        bool // the record could not be read

	field   form.Field // what is asked about; the zero field when nothing is left
	reading *form.Rereading
	widget  field.Widget
	passed  map[form.Field]bool // left for another time
	twofold *vn.Ambiguous       // the amount just typed has two readings
	waiting map[form.Field]wait // left while that was asked
	said    string              // on the note line until the next key
}

// wait is a field whose reading waits for what its comma means.
type wait struct {
	reading *form.Rereading
	text    string
}

var _ kit.Waiter = (*Screen)(nil)

// New makes the second reading of a record; arg is true to read everything that
// was typed, and not only the amounts of money.
func New(env *kit.Env, id model.RecordID, arg any) kit.Screen {
	whole, _ := arg.(bool)
	s := &Screen{env: env, id: id, whole: whole, draft: env.Desk.Draft(id), passed: map[form.Field]bool{}, waiting: map[form.Field]wait{}}
	if s.draft != nil {
		s.next()
	}
	return s
}

// Init reads the record onto the desk where it does not lie there yet.
func (s *Screen) Init() tea.Cmd { return s.env.Desk.Load(s.id) }

// Waiting reports whether the record is being read.
func (s *Screen) Waiting() bool { return s.draft == nil && !s.failed }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.fit()
}

func (s *Screen) fit() {
	if s.widget != nil {
		s.widget.SetWidth(max(s.width-margin-1, 1))
	}
}

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InVerify }

// Actions lists what can be done here now.
func (s *Screen) Actions() []kit.Action {
	list := []kit.Action{{ID: keymap.Back}}
	if s.reading == nil {
		return list
	}
	return append([]kit.Action{{ID: keymap.Next}, {ID: keymap.Skip}}, list...)
}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case kit.OpenedMsg:
		return s.opened(msg)
	case tea.KeyPressMsg:
		return s.key(msg)
	case tea.PasteMsg:
		s.said = ""
		if s.twofold != nil && !s.typeOn() {
			return nil
		}
		return s.typeInto(msg)
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.LanguageMsg:
		if s.widget != nil {
			s.blank(s.widget.Value())
		}
	case kit.AdoptedMsg: // somebody else may have changed what is asked about
		if s.reading != nil && s.reading.Readings()[0] != s.draft.Session.Get(s.field) {
			s.next()
		}
	}
	return nil
}

func (s *Screen) opened(msg kit.OpenedMsg) tea.Cmd {
	if msg.ID != s.id {
		return nil
	}
	if msg.Err != nil {
		s.failed = true
		return s.env.Warn(s.env.Words.Err(msg.Err))
	}
	if s.draft == nil { // else the first field is open, and may have been typed into
		s.draft = s.env.Desk.Draft(s.id)
		s.next()
	}
	return s.draft.Watch()
}

// key sends a key to the question on the note line, to the screen's keys, then to the
// widget.
func (s *Screen) key(msg tea.KeyPressMsg) tea.Cmd {
	s.said = ""
	if cmd, taken := s.pressComma(msg); taken {
		return cmd
	}
	if s.widget != nil && s.widget.Captures(msg) {
		return s.typeInto(msg)
	}
	if a, ok := s.env.Keys.Action(s.Scope(), msg); ok {
		return s.do(a)
	}
	return s.typeInto(msg)
}

func (s *Screen) do(a keymap.Action) tea.Cmd {
	switch a {
	case keymap.Back:
		return s.env.Back(nil)
	case keymap.Next:
		switch {
		case s.widget != nil:
			return s.take(s.widget.Value())
		case s.reading == nil && s.draft != nil:
			return s.env.Back(nil)
		}
	case keymap.Skip:
		if s.reading != nil {
			s.passed[s.field] = true
			s.next()
		}
	}
	return nil
}

func (s *Screen) typeInto(msg tea.Msg) tea.Cmd {
	if s.widget == nil || !s.widget.Update(msg) {
		return nil
	}
	s.twofold = nil
	if s.widget.Done() {
		return s.take(s.widget.Value())
	}
	return nil
}

// next goes to the next field that is to be read, round the end; without one
// nothing is left.
func (s *Screen) next() {
	s.reading, s.widget, s.twofold = nil, nil, nil
	if s.draft.Closed() {
		return
	}
	list := s.draft.Session.Verifiable(s.whole)
	from := slices.Index(list, s.field) + 1
	s.field = form.Field{}
	for _, f := range slices.Concat(list[from:], list[:from]) {
		if s.draft.Session.Verification(f) != form.NotRead || s.passed[f] {
			continue
		}
		if _, waits := s.waiting[f]; !waits {
			s.field, s.reading = f, form.NewRereading(s.draft.Session.Get(f))
			s.blank("")
			return
		}
		if (s.field == form.Field{}) {
			s.field = f // comes when nothing else is left
		}
	}
	if (s.field != form.Field{}) {
		s.resume()
	}
}

// resume comes back to a field that was left while its comma was asked about, and asks
// again. An answer that somebody else changed meanwhile is read anew.
func (s *Screen) resume() {
	was := s.waiting[s.field]
	delete(s.waiting, s.field)
	s.reading = form.NewRereading(s.draft.Session.Get(s.field))
	s.blank("")
	if was.reading.Readings()[0] == s.reading.Readings()[0] {
		s.reading = was.reading
		s.blank(was.text)
		s.take(was.text)
	}
}

// blank opens the field anew; a text is only there when the language changed
// while it was typed.
func (s *Screen) blank(text string) {
	session := s.draft.Session
	s.widget = field.New(session.Definition().At(s.field), field.Spec{
		Choices: session.Choices(s.field),
		Find:    func(typed string, limit int) []form.Choice { return session.FindChoices(s.field, typed, limit) },
		Theme:   s.env.Theme,
		Words:   s.env.Words,
		Visit:   s.draft.Record.Day,
		Comma:   session.Comma(),
		Input:   &s.env.Input,
	})
	s.widget.SetValue(text, -1)
	s.fit()
}

// take holds what was typed against the readings before it.
func (s *Screen) take(text string) tea.Cmd {
	session, w := s.draft.Session, s.env.Words.Verify
	a := session.Read(s.field, text)
	switch {
	case a.IsZero():
		s.said = w.Ask
		return nil
	case a.Doubtful():
		if p, ok := session.Doubt(s.field, a); ok && !errors.As(p.Err, &s.twofold) {
			s.said = s.env.Words.Problem(p)
		}
		return nil
	}
	if right := s.reading.Take(a); !right.IsZero() {
		return s.settle(right)
	}
	if s.blank(""); !s.reading.Disputed() {
		s.said = w.Again
	}
	return nil
}

// settle keeps what was found right, and goes on.
func (s *Screen) settle(right form.Answer) tea.Cmd {
	s.draft.Session.Verify(s.field, right)
	cmd := s.draft.Commit(s.draft.Record.Place)
	s.next()
	return cmd
}

// pressComma takes the key that says which of two readings was meant, where that is
// asked. Another letter is of who looks at the paper and goes on to the next figure.
func (s *Screen) pressComma(msg tea.KeyPressMsg) (cmd tea.Cmd, taken bool) {
	if s.twofold == nil {
		return nil, false
	}
	text := field.Typed(msg)
	if meant, answers := i18n.ReadingBy(s.twofold, text); answers {
		s.twofold = nil
		return s.take(meant.Amount.MillionExact()), true
	}
	return nil, text != "" && !s.typeOn()
}

// typeOn leaves the field with its question open, and reports whether there is another
// one to type into.
func (s *Screen) typeOn() bool {
	from := s.field
	s.waiting[from] = wait{s.reading, s.widget.Value()}
	s.next()
	return s.field != from
}
