package begin

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/kit"
)

// formMsg says which form is valid on a day, or why there is none.
type formMsg struct {
	day vn.Date
	def *form.Definition
	err error
}

// createdMsg says that the inspection was made, or why not.
type createdMsg struct {
	id  model.RecordID
	err error
}

// readForm finds the form for the day of the visit. It is a command, since a
// form is read and compiled when it is first asked for.
func (s *Screen) readForm() tea.Cmd {
	day, err := s.day()
	if err != nil {
		return nil
	}
	forms := s.env.Forms
	return func() tea.Msg {
		def, err := forms.For(formID, "", day)
		return formMsg{day: day, def: def, err: err}
	}
}

// formRead takes the form, unless the day was changed meanwhile.
func (s *Screen) formRead(msg formMsg) tea.Cmd {
	if day, err := s.day(); err != nil || day != msg.day {
		return nil
	}
	s.defDay, s.def, s.defErr = msg.day, msg.def, msg.err
	if msg.err != nil && !errors.Is(msg.err, form.ErrNoForm) {
		s.env.Log.Error("cannot read the form", "day", msg.day.ISO(), "cause", msg.err)
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
	return fmt.Sprintf(s.env.Words.New.NoForm, s.defDay)
}

// choices are what money is planned by in the form's programme.
func (s *Screen) choices() []catalog.Project {
	if s.def == nil {
		return nil
	}
	return s.env.Catalog.ProjectLeaves(s.def.Programme)
}

// projectField is the field of the projects: codes, since names are sentences.
func (s *Screen) projectField() field.Widget {
	spec := s.spec()
	for _, p := range s.choices() {
		spec.Choices = append(spec.Choices, form.Choice{Code: p.Code, Label: form.Label{VI: p.Code, EN: p.Code}})
	}
	return field.New(&form.Item{Kind: form.KindMany}, spec)
}

// offerProjects lays out the projects of the form's programme. Those that are
// carried out in the home province, or may be, are chosen from the start; once
// the person has chosen, the choice stands as far as the programme has it.
func (s *Screen) offerProjects() {
	had := strings.Fields(s.fields[projects].Value())
	var chosen []string
	for _, p := range s.choices() {
		if s.touched && slices.Contains(had, p.Code) || !s.touched && p.Applies != catalog.No {
			chosen = append(chosen, p.Code)
		}
	}
	// The other fields are left alone: somebody may be typing in one.
	s.fields[projects] = s.projectField()
	s.fields[projects].SetValue(strings.Join(chosen, " "), 0)
}

func (s *Screen) projectEntries() func(string) []kit.Entry {
	list, lang := s.choices(), s.env.Words.Lang
	return func(typed string) []kit.Entry {
		var found []kit.Entry
		for _, p := range list {
			name := p.Name
			if lang == "en" && p.NameEN != "" {
				name = p.NameEN
			}
			if vn.Match(vn.Fold(p.Code+" "+name), typed) {
				found = append(found, kit.Entry{Code: p.Code, Label: p.Code, Detail: name})
			}
		}
		return found
	}
}

// start makes the inspection, or opens the field that stands against it and
// says why.
func (s *Screen) start() tea.Cmd {
	words := s.env.Words.New
	s.begin = false
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
	case !known && s.severalUnits():
		s.at = unit
		return s.openList()
	case !known || !u.ValidOn(day):
		return s.stop(unit, s.whyNoUnit())
	case s.defDay != day:
		s.begin = true // the form is on its way
		return s.readForm()
	case s.def == nil:
		return s.stop(visit, s.noForm())
	}
	s.creating = true
	return s.create(u, day)
}

func (s *Screen) stop(at int, why string) tea.Cmd {
	s.at, s.fault = at, why
	return nil
}

// create makes the inspection with what is known and what the form fills from
// that, in a command with copies of it all.
func (s *Screen) create(u catalog.Unit, day vn.Date) tea.Cmd {
	store, def := s.env.Store, s.def
	_, above, _ := strings.Cut(s.env.Catalog.Path(u, day), " · ")
	in := model.NewRecord{
		Unit: u.Key, UnitName: u.FullName, UnitPath: above, Day: day,
		Round: vn.CleanLine(s.fields[round].Value()), Programme: def.Programme,
		Projects: strings.Fields(s.fields[projects].Value()), Form: def,
	}
	set := s.env.Desk.Setting(model.Record{Unit: in.Unit, Day: day, Programme: in.Programme})
	return func() tea.Msg {
		session := form.NewSession(def, form.Record{}, set)
		session.Begin([]form.FieldText{
			{Field: form.Field{Item: "unit"}, Raw: in.Unit.String()},
			{Field: form.Field{Item: "visit_date"}, Raw: day.String()},
			{Field: form.Field{Item: "round"}, Raw: in.Round},
			{Field: form.Field{Item: "projects"}, Raw: strings.Join(in.Projects, " ")},
		})
		in.Changes, in.Progress = session.TakeChanges(), session.Progress()
		id, err := store.Create(context.Background(), in)
		return createdMsg{id: id, err: err}
	}
}

// created opens the form in the place of this screen.
func (s *Screen) created(msg createdMsg) tea.Cmd {
	s.creating = false
	if msg.err != nil {
		s.env.Log.Error("cannot begin an inspection", "cause", msg.err)
		s.fault = s.env.Words.Err(msg.err)
		return nil
	}
	return s.env.Replace(kit.KindFill, msg.id, nil)
}
