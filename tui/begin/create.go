package begin

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

// formKey is what a form is chosen by.
type formKey struct {
	day       vn.Date
	programme string
}

// formMsg says which form is valid on a day, or why there is none.
type formMsg struct {
	key formKey
	def *form.Definition
	err error
}

// formKey is what the form is chosen by now; it is false while the day cannot be
// read.
func (s *Screen) formKey() (formKey, bool) {
	day, err := s.day()
	return formKey{day: day, programme: s.fields[programme].Value()}, err == nil
}

// readForm finds the form for the day and the programme, unless it is there. It
// is a command, since a form is read and compiled when it is first asked for.
func (s *Screen) readForm() tea.Cmd {
	key, ok := s.formKey()
	if !ok || key == s.defKey {
		return nil
	}
	forms, kind := s.env.Forms, string(s.in.Kind)
	return func() tea.Msg {
		def, err := forms.For(kind, key.programme, key.day)
		return formMsg{key: key, def: def, err: err}
	}
}

// formRead takes the form, unless the day or the programme was changed meanwhile.
func (s *Screen) formRead(msg formMsg) tea.Cmd {
	if key, ok := s.formKey(); !ok || key != msg.key {
		return nil
	}
	s.defKey, s.def, s.defErr = msg.key, msg.def, msg.err
	if msg.err != nil && !errors.Is(msg.err, form.ErrNoForm) {
		s.env.Log.Error("cannot read the form", "day", msg.key.day.ISO(), "cause", msg.err)
	}
	s.offerProjects()
	if s.begin {
		return s.start()
	}
	return nil
}

func (s *Screen) noForm() string {
	if s.defErr != nil && !errors.Is(s.defErr, form.ErrNoForm) {
		return s.env.Words.Err(s.defErr)
	}
	return fmt.Sprintf(s.env.Words.New.NoForm, s.defKey.day)
}

// start makes the record, or opens the field that stands against it and says
// why. What is still being read comes first.
func (s *Screen) start() tea.Cmd {
	words := s.env.Words.New
	s.begin = false
	was := s.led
	s.settleUnit()
	day, err := s.day()
	u, known := s.unitOf(s.fields[unit].Value())
	switch typed := strings.TrimSpace(s.fields[visit].Value()); {
	case s.creating:
		return nil
	case typed == "":
		return s.stop(visit, words.NoDate)
	case err != nil:
		return s.stop(visit, fmt.Sprintf(words.BadDate, typed))
	case s.severalUnits():
		s.at = unit
		return s.askUnit()
	case !known || !u.ValidOn(day):
		return s.stop(unit, s.whyNoUnit())
	case s.led != was:
		return s.stop(unit, s.led.sentence)
	}
	if cmd := s.unread(); cmd != nil {
		s.begin = true
		return cmd
	}
	switch {
	case s.def == nil:
		return s.stop(visit, s.noForm())
	case s.twin.found != nil && !s.twin.meant:
		return s.askTwin()
	}
	s.creating = true
	return s.create(u, day)
}

// unread reads what must be known before the record is made; nil when all is.
func (s *Screen) unread() tea.Cmd {
	for _, read := range []func() tea.Cmd{s.readForm, s.readRounds, s.readTwin} {
		if cmd := read(); cmd != nil {
			return cmd
		}
	}
	return nil
}

func (s *Screen) stop(at int, why string) tea.Cmd {
	s.at, s.fault = at, why
	return nil
}

// create makes the record with what is known.
func (s *Screen) create(u catalog.Unit, day vn.Date) tea.Cmd {
	b := kit.Begin{Kind: s.in.Kind, Unit: u.Key, Day: day, Programme: s.programmeCode(), Like: s.in.Like}
	if s.in.Kind == model.Inspection {
		b.Round = s.roundTitle()
		if c, ok := s.chosen(); ok {
			b.Parent, b.Round = c.id, c.name
		}
	}
	if s.has(projects) {
		b.Projects = strings.Fields(s.fields[projects].Value())
	}
	return s.env.BeginRecord(b, s.def)
}

// begun opens the form in the place of this screen.
func (s *Screen) begun(msg kit.BegunMsg) tea.Cmd {
	if !s.creating {
		return nil
	}
	s.creating = false
	if msg.Err != nil {
		s.env.Log.Error("cannot begin a record", "kind", s.in.Kind, "cause", msg.Err)
		s.fault = s.env.Words.Err(msg.Err)
		return nil
	}
	return s.env.Replace(kit.KindFill, msg.ID, nil)
}
