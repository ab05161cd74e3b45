package begin

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/kit"
)

// The fields, in their order.
const (
	unit = iota
	visit
	programme
	round
	projects
	count
)

// items are the items of a form that the fields fill in.
var items = [count]string{unit: "unit", visit: "visit_date", programme: "programme", round: "round", projects: "projects"}

// first are the values from the start: what is known, today, and the province for
// what is not of a visit.
func (s *Screen) first() [count]string {
	day := s.in.Day
	if day.IsZero() {
		day = s.env.Today
	}
	v := [count]string{visit: day.String(), programme: s.in.Programme, round: string(s.in.Parent), projects: strings.Join(s.in.Projects, " ")}
	switch {
	case s.in.Unit != (catalog.UnitKey{}):
		v[unit] = s.in.Unit.String()
	case s.in.Kind != model.Inspection:
		if home, ok := s.env.Catalog.UnitOn(s.env.Catalog.Home(), day); ok {
			v[unit] = home.Key.String()
		}
	}
	if v[round] == "" {
		v[round] = s.in.Round
	}
	s.touched[projects] = len(s.in.Projects) > 0
	s.touched[round] = v[round] != ""
	if s.in.Parent != "" {
		s.rounds = []choice{{id: s.in.Parent, title: s.in.Round, name: s.in.Round, programme: s.in.Programme, projects: s.in.Projects}}
	}
	return v
}

// build makes the widgets, with the values they had.
func (s *Screen) build(values [count]string) {
	units := s.spec()
	units.Find, units.Name = s.findUnits, s.unitName
	s.fields[unit] = field.New(&form.Item{Kind: form.KindLookup}, units)
	s.fields[visit] = field.New(&form.Item{Kind: form.KindDate}, s.spec())
	rounds := s.spec()
	rounds.Find, rounds.Name = s.findRounds, s.roundName
	s.fields[round] = field.New(&form.Item{Kind: form.KindLookup, Max: 60}, rounds)
	s.fields[projects] = s.projectField()
	for i, v := range values {
		if i != programme {
			s.fields[i].SetValue(v, -1)
		}
	}
	s.fields[programme] = s.programmeField()
	s.fields[programme].SetValue(values[programme], -1)
	s.offerProgrammes()
}

func (s *Screen) spec() field.Spec {
	return field.Spec{Theme: s.env.Theme, Words: s.env.Words, Width: s.room(), Visit: s.env.Today, Input: &s.env.Input}
}

func (s *Screen) values() (v [count]string) {
	for i, w := range s.fields {
		v[i] = w.Value()
	}
	return v
}

// asked lists the fields that are asked for: the unit and the day of everything;
// the programme where several can be inspected; round and projects where the form
// has them and no answer of its own.
func (s *Screen) asked() []int {
	list := []int{unit, visit}
	if len(s.programmes()) > 1 {
		list = append(list, programme)
	}
	for _, i := range []int{round, projects} {
		if s.has(i) {
			list = append(list, i)
		}
	}
	return list
}

// has reports whether the form asks for a field; an inspection is taken to until
// its form is read.
func (s *Screen) has(i int) bool {
	if s.def == nil {
		return s.in.Kind == model.Inspection
	}
	it := s.def.Item(items[i])
	switch {
	case it == nil:
		return false
	case i == round:
		return s.in.Kind == model.Inspection
	}
	return it.Required != nil
}

// step goes to the next field that is asked for, or the one before; it is false
// at either end.
func (s *Screen) step(by int) bool {
	list := s.asked()
	at := slices.Index(list, s.at) + by
	if at < 0 || at >= len(list) {
		return false
	}
	s.at = list[at]
	return true
}

// fieldName is what a field is called: as the form calls it.
func (s *Screen) fieldName(i int) string {
	words := s.env.Words.New
	if s.def != nil {
		if it := s.def.Item(items[i]); it != nil {
			return it.Label.In(s.env.Words.Lang)
		}
	}
	return [count]string{words.Unit, words.Visit, words.Programme, words.Round, words.Projects}[i]
}

// value is a field as it is read while it is not open.
func (s *Screen) value(i int) string {
	words, theme := s.env.Words, s.env.Theme
	text := s.fields[i].Value()
	switch i {
	case unit:
		if name, ok := s.unitName(text); ok {
			text = name
		}
	case visit:
		if day, err := s.day(); err == nil {
			text = day.String() + "  " + words.Weekday(day.Weekday())
		}
	case programme:
		if p, ok := s.env.Catalog.Programme(text); ok {
			text = p.Version + " " + theme.Sign.Sep + " " + programmeName(p, words.Lang)
		}
	case round:
		if text = s.roundTitle(); text == "" {
			return theme.Muted.Render(words.New.NoRound)
		}
	case projects:
		if s.def != nil && len(s.choices()) == 0 {
			return theme.Muted.Render(words.New.NoProjects)
		}
		codes := strings.Fields(text)
		text = fmt.Sprintf(words.Pick.Chosen, len(codes))
		if len(codes) > 0 {
			text += ": " + strings.Join(codes, ", ")
		}
	}
	return theme.Value.Render(ansi.Truncate(text, s.room(), theme.Sign.CutRight))
}

// programmes are those of which a record of the kind can be begun on the day: the
// present one first.
func (s *Screen) programmes() []catalog.Programme {
	day, err := s.day()
	if err != nil {
		return nil
	}
	headers := s.env.Forms.List()
	return slices.DeleteFunc(s.env.Catalog.ProgrammesOn(day), func(p catalog.Programme) bool {
		return !slices.ContainsFunc(headers, func(h form.Header) bool { return h.ID == string(s.in.Kind) && h.Serves(p.Code, day) })
	})
}

func programmeName(p catalog.Programme, lang string) string {
	if lang == "en" {
		return p.NameEN
	}
	return p.Name
}

// programmeField is the field of the programme: phases, since names are sentences.
func (s *Screen) programmeField() field.Widget {
	spec := s.spec()
	for _, p := range s.programmes() {
		spec.Choices = append(spec.Choices, form.Choice{Code: p.Code, Label: form.Label{VI: p.Version, EN: p.Version}})
	}
	return field.New(&form.Item{Kind: form.KindOne}, spec)
}

// offerProgrammes lays out the programmes of the day. What was chosen stands as
// far as there is still a choice; else it is the first.
func (s *Screen) offerProgrammes() {
	had := s.fields[programme].Value()
	list := s.programmes()
	s.fields[programme] = s.programmeField()
	stands := slices.ContainsFunc(list, func(p catalog.Programme) bool { return p.Code == had })
	if !stands && len(list) > 0 {
		had = list[0].Code
	}
	s.fields[programme].SetValue(had, -1)
	if s.at == programme && len(list) < 2 {
		s.at = visit
	}
}

// choices are what money is planned by in the programme.
func (s *Screen) choices() []catalog.Project {
	if s.def == nil {
		return nil
	}
	return s.env.Catalog.ProjectLeaves(s.programmeCode())
}

// programmeCode is the programme that was chosen, or the only one of the form.
func (s *Screen) programmeCode() string {
	if s.def != nil && s.def.Programme != "" {
		return s.def.Programme
	}
	return s.fields[programme].Value()
}

// projectField is the field of the projects: codes, since names are sentences.
func (s *Screen) projectField() field.Widget {
	spec := s.spec()
	if s.fields[programme] != nil {
		for _, p := range s.choices() {
			spec.Choices = append(spec.Choices, form.Choice{Code: p.Code, Label: form.Label{VI: p.Code, EN: p.Code}})
		}
	}
	return field.New(&form.Item{Kind: form.KindMany}, spec)
}

// offerProjects lays out the projects of the programme. Those of the round, or
// without one those that are carried out in the home province, or may be, are
// chosen from the start; once the person has chosen, the choice stands as far as
// the programme has it.
func (s *Screen) offerProjects() {
	if s.def == nil {
		return
	}
	had := strings.Fields(s.fields[projects].Value())
	scope := s.scope()
	var chosen []string
	for _, p := range s.choices() {
		takes := p.Applies != catalog.No
		switch {
		case s.touched[projects]:
			takes = slices.Contains(had, p.Code)
		case len(scope) > 0:
			takes = slices.Contains(scope, p.Code)
		}
		if takes {
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

func (s *Screen) programmeEntries() func(string) []kit.Entry {
	var list []kit.Entry
	for _, p := range s.programmes() {
		list = append(list, kit.Entry{Code: p.Code, Label: p.Version, Detail: programmeName(p, s.env.Words.Lang)})
	}
	return kit.Among(list)
}

// openList opens the list of the field: it begins with what was typed of a name,
// and with the marker on what that was understood as.
func (s *Screen) openList() tea.Cmd { return s.openListAs(s.fieldName(s.at)) }

// askUnit opens the list of units, and says why: what was typed fits several.
func (s *Screen) askUnit() tea.Cmd { return s.openListAs(s.severalSaid(s.env.Words.New.Several)) }

func (s *Screen) openListAs(title string) tea.Cmd {
	value, typed := s.fields[s.at].Value(), field.Sought(s.fields[s.at])
	pick := &kit.Pick{Tag: s.at, Title: title, Typed: typed}
	if value != typed {
		pick.Chosen = []string{value}
	}
	switch s.at {
	case unit:
		pick.Find = s.unitEntries(value, typed)
		if u, known := s.unitOf(value); known && !u.ValidOn(s.reference()) {
			pick.Chosen = nil // it is not among those that there are
		}
	case programme:
		pick.Find = s.programmeEntries()
	case round:
		pick.Find = s.roundEntries()
		if value == "" {
			pick.Chosen = []string{""} // that there is none is an entry
		}
	case projects:
		pick.Find, pick.Many, pick.Chosen = s.projectEntries(), true, strings.Fields(value)
	default:
		return s.env.Notice(s.env.Words.Common.NotHere)
	}
	return s.env.Open(kit.KindPick, "", pick)
}

// picked takes what was chosen in a list; of a list of one choice it also leads
// to the next field.
func (s *Screen) picked(msg kit.PickedMsg) tea.Cmd {
	if _, ok := msg.Tag.(pickTwin); ok {
		return s.twinPicked(msg.Codes)
	}
	tag, ok := msg.Tag.(int)
	if !ok || tag < 0 || tag >= count || tag == visit {
		return nil
	}
	s.fields[tag].SetValue(strings.Join(msg.Codes, " "), -1)
	s.touched[tag] = true
	followed := s.follow(tag)
	if tag == projects {
		return nil
	}
	s.at = tag
	left := s.leave()
	s.step(1)
	return tea.Batch(followed, left)
}
