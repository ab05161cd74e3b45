package begin

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

const (
	// most is how many rounds, and how many inspections of a unit, are looked at.
	most = 200
	// inScope is the item of a round's form that says which projects are inspected.
	inScope = "projects_in_scope"
)

// choice is a round that an inspection may belong to.
type choice struct {
	id        model.RecordID
	title     string // as it is shown
	name      string // as the inspection cites it
	from, to  vn.Date
	programme string
	projects  []string
	plan      []string // keys of the units to visit; none: it has no plan yet
}

// roundsMsg brings the rounds under way on a day.
type roundsMsg struct {
	day    vn.Date
	rounds []choice
	err    error
}

// readRounds looks the rounds up that are under way on the day; the one the
// inspection was begun from is among them whatever the day.
func (s *Screen) readRounds() tea.Cmd {
	day, err := s.day()
	if err != nil || day == s.roundsOn || s.in.Kind != model.Inspection {
		return nil
	}
	store, desk, words, own := s.env.Store, s.env.Desk, s.env.Words, s.in.Parent
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		rows, _, err := store.Records(ctx, model.Query{Kinds: []model.Kind{model.Round}, Order: model.ByDay, Limit: most})
		msg := roundsMsg{day: day, err: err}
		for _, row := range rows {
			if !under(row.Head, day) && row.ID != own {
				continue
			}
			op, err := store.Record(ctx, row.ID)
			if err != nil {
				msg.err = fmt.Errorf("read round %s: %w", row.ID, err)
				break
			}
			session := form.NewSession(op.Form, op.Filled, desk.Setting(op.Record))
			msg.rounds = append(msg.rounds, choice{id: row.ID, title: words.RoundTitle(row.Head), name: model.RoundName(row.Head), from: row.Head.From, to: row.Head.To, programme: row.Programme,
				projects: session.Get(form.Field{Item: inScope}).Value.Codes(), plan: planned(session)})
		}
		return msg
	}
}

// planned are the units that a round's plan names.
func planned(session *form.Session) []string {
	var units []string
	for _, row := range session.Rows("plan") {
		if u := session.Get(form.Field{Item: "plan", Row: row.ID, Part: "planned_unit"}).Value.Text(); u != "" {
			units = append(units, u)
		}
	}
	return units
}

// stranger is the sentence for a visit that does not fit the round it would go
// into: the round may have been proposed and not looked at. "" when it fits.
func (s *Screen) stranger() string {
	c, ok := s.chosen()
	if !ok {
		return ""
	}
	if now := s.programmeCode(); c.programme != "" && now != "" && c.programme != now {
		return fmt.Sprintf(s.env.Words.New.Otherwise, c.title)
	}
	u, known := s.unitOf(s.fields[unit].Value())
	if !known || len(c.plan) == 0 || slices.ContainsFunc(s.env.Catalog.Whole(u.Key), func(k catalog.UnitKey) bool { return slices.Contains(c.plan, k.String()) }) {
		return ""
	}
	return fmt.Sprintf(s.env.Words.New.Unplanned, u.FullName, c.title)
}

// under reports whether a round is under way on a day.
func under(h form.Head, day vn.Date) bool {
	return !h.From.IsZero() && !day.Before(h.From) && (h.To.IsZero() || !day.After(h.To))
}

// roundsRead takes the rounds. The only one there is is chosen, unless the person
// has said something else.
func (s *Screen) roundsRead(msg roundsMsg) tea.Cmd {
	if day, err := s.day(); err != nil || day != msg.day {
		return nil
	}
	if msg.err != nil {
		s.env.Log.Error("cannot read the rounds", "day", msg.day.ISO(), "cause", msg.err)
	}
	had, was := s.chosen()
	s.roundsOn, s.rounds = msg.day, msg.rounds
	if _, still := s.roundName(string(had.id)); was && !still {
		s.touched[round] = false // it is not under way on this day
	}
	s.offerRound()
	cmd := s.takeScope()
	if s.begin {
		return tea.Batch(cmd, s.start())
	}
	return tea.Batch(cmd, s.readTwin())
}

// offerRound chooses the only round there is, unless the person has said something
// else. What somebody is typing is left alone.
func (s *Screen) offerRound() {
	switch {
	case s.touched[round] && s.at != round:
		s.fields[round].SetValue(s.fields[round].Value(), -1)
	case s.touched[round]:
	case len(s.rounds) == 1:
		s.fields[round].SetValue(string(s.rounds[0].id), -1)
	default:
		s.fields[round].SetValue("", -1)
	}
}

// chosen is the round that the inspection belongs to, when it is one that there
// is.
func (s *Screen) chosen() (choice, bool) {
	value := s.fields[round].Value()
	i := slices.IndexFunc(s.rounds, func(c choice) bool { return value != "" && string(c.id) == value })
	if i < 0 {
		return choice{}, false
	}
	return s.rounds[i], true
}

// roundTitle is what the round is called: a name that no round bears stands as it
// was typed.
func (s *Screen) roundTitle() string {
	if c, ok := s.chosen(); ok {
		return c.title
	}
	return vn.CleanLine(s.fields[round].Value())
}

// scope are the projects that the round inspects.
func (s *Screen) scope() []string {
	c, _ := s.chosen()
	return c.projects
}

// takeScope takes over what the round says, where the person has not chosen.
func (s *Screen) takeScope() tea.Cmd {
	c, ok := s.chosen()
	if ok && !s.touched[programme] && c.programme != "" {
		if slices.ContainsFunc(s.programmes(), func(p catalog.Programme) bool { return p.Code == c.programme }) {
			s.fields[programme].SetValue(c.programme, -1)
		}
	}
	if !s.touched[projects] {
		s.offerProjects()
	}
	return s.readForm()
}

// findRounds is the type-ahead of the rounds.
func (s *Screen) findRounds(typed string, limit int) []form.Choice {
	var found []form.Choice
	for _, c := range s.rounds {
		if len(found) < limit && vn.Match(vn.Fold(c.title), typed) {
			found = append(found, form.Choice{Code: string(c.id), Label: form.Label{VI: c.title, EN: c.title}})
		}
	}
	return found
}

func (s *Screen) roundName(id string) (string, bool) {
	i := slices.IndexFunc(s.rounds, func(c choice) bool { return string(c.id) == id })
	if i < 0 {
		return "", false
	}
	return s.rounds[i].title, true
}

// roundEntries are the rounds under way, and that there is none.
func (s *Screen) roundEntries() func(string) []kit.Entry {
	list := []kit.Entry{{Code: "", Label: s.env.Words.New.NoRound}}
	for _, c := range s.rounds {
		span := c.from.String() + "–" + c.to.String()
		list = append(list, kit.Entry{Code: string(c.id), Label: c.title, Detail: strings.TrimSuffix(span, "–")})
	}
	return kit.Among(list)
}

// roundSaid says that a typed name is no round that there is.
func (s *Screen) roundSaid() string {
	if _, ok := s.chosen(); ok || s.at == round || s.roundTitle() == "" || s.roundsOn.IsZero() || !slices.Contains(s.asked(), round) {
		return ""
	}
	return fmt.Sprintf(s.env.Words.New.OnlyName, s.roundTitle())
}
