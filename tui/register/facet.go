package register

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// near is how many days before its last day something is due soon.
const near = 15

// areas is how many areas an inspection goes through.
const areas = 5

// What a pick list was opened for; it comes back with what was picked.
type (
	pickUnit  struct{}
	pickRound struct{}
	pickState struct{}
)

// narrow changes which part of the register is shown.
func (s *Screen) narrow(action keymap.Action) tea.Cmd {
	q := &s.query
	switch action {
	case keymap.ByOpen:
		if q.Open = !q.Open; !q.Open {
			// What is settled is neither late nor due.
			q.DueFrom, q.DueBefore = vn.Date{}, vn.Date{}
		}
	case keymap.ByDue:
		s.nextDue()
	case keymap.ByKind:
		q.Kinds, q.States = nextKind(q.Kinds), nil
	case keymap.ByArea:
		q.Area = (q.Area + 1) % (areas + 1)
	case keymap.OrderBy:
		if q.Order == model.ByDue {
			q.Order = model.ByDay
		} else {
			q.Order = model.ByDue
		}
	case keymap.ByUnit:
		return s.env.Open(kit.KindPick, "", s.unitPick())
	case keymap.ByRound:
		return s.readRounds()
	case keymap.ByState:
		return s.env.Open(kit.KindPick, "", s.statePick())
	default:
		return nil
	}
	return s.search()
}

// nextDue goes from all to what is overdue, to what is due soon, and back.
func (s *Screen) nextDue() {
	q, today := &s.query, s.env.Today
	switch {
	case s.overdue():
		q.DueFrom, q.DueBefore = today, today.AddDays(near+1)
	case s.soon():
		q.DueFrom, q.DueBefore = vn.Date{}, vn.Date{}
	default:
		q.DueFrom, q.DueBefore = vn.Date{}, today
	}
	q.Open = true
}

func (s *Screen) overdue() bool {
	return s.query.Open && s.query.DueFrom.IsZero() && s.query.DueBefore == s.env.Today
}

func (s *Screen) soon() bool {
	today := s.env.Today
	return s.query.Open && s.query.DueFrom == today && s.query.DueBefore == today.AddDays(near+1)
}

// nextKind goes from all kinds to each of them, and back.
func nextKind(kinds []model.Kind) []model.Kind {
	all := model.Followed()
	if len(kinds) != 1 {
		return all[:1]
	}
	if i := slices.Index(all, kinds[0]) + 1; i < len(all) {
		return all[i : i+1]
	}
	return all
}

// unitPick asks for a unit of any time: its former names are remembered longest.
func (s *Screen) unitPick() *kit.Pick {
	cat, any := s.env.Catalog, kit.Entry{Label: s.env.Words.Register.Any}
	const most = 50
	return &kit.Pick{Tag: pickUnit{}, Title: s.env.Words.Register.WhichUnit, Find: func(typed string) []kit.Entry {
		var list []kit.Entry
		if strings.TrimSpace(typed) == "" {
			list = append(list, any)
		}
		for _, u := range cat.FindUnitsEver(typed, most) {
			list = append(list, kit.Entry{Code: u.Key.String(), Label: u.FullName, Detail: s.env.UnitDays(u)})
		}
		return list
	}}
}

// statePick asks for states of the kinds that are shown.
func (s *Screen) statePick() *kit.Pick {
	var entries []kit.Entry
	for _, kind := range s.query.Kinds {
		for _, c := range s.states[kind] {
			label := c.Label.In(s.env.Words.Lang)
			i := slices.IndexFunc(entries, func(e kit.Entry) bool { return e.Code == c.Code })
			switch {
			case i < 0:
				entries = append(entries, kit.Entry{Code: c.Code, Label: label})
			case !slices.Contains(strings.Split(entries[i].Label, " / "), label):
				entries[i].Label += " / " + label
			}
		}
	}
	return &kit.Pick{Tag: pickState{}, Title: s.env.Words.Register.WhichState, Many: true, Chosen: s.query.States, Find: kit.Among(entries)}
}

// roundsRead takes the rounds that were read: to choose from, or to name the one
// that is asked for.
func (s *Screen) roundsRead(msg roundsMsg) tea.Cmd {
	switch {
	case msg.of != s:
		return nil
	case msg.err != nil:
		return s.env.Warn(s.env.Words.Err(msg.err))
	case !msg.choose:
		s.round = s.roundTitle(msg.rounds[0])
		return nil
	}
	entries := []kit.Entry{{Label: s.env.Words.Register.Any}}
	for _, r := range msg.rounds {
		entries = append(entries, kit.Entry{Code: string(r.ID), Label: s.roundTitle(r), Detail: r.Day.String()})
	}
	return s.env.Open(kit.KindPick, "", &kit.Pick{Tag: pickRound{}, Title: s.env.Words.Register.WhichRound,
		Chosen: []string{string(s.query.Round)}, Find: kit.Among(entries)})
}

func (s *Screen) roundTitle(r model.Summary) string {
	return s.env.Words.RoundTitle(r.Head)
}

// picked takes the answer of a pick list.
func (s *Screen) picked(msg kit.PickedMsg) tea.Cmd {
	code := ""
	if len(msg.Codes) > 0 {
		code = msg.Codes[0]
	}
	switch msg.Tag.(type) {
	case pickUnit:
		s.query.Units = nil
		if key, err := catalog.ParseUnitKey(code); err == nil {
			s.query.Units = s.env.Catalog.Whole(key)
		}
	case pickRound:
		s.query.Round = model.RecordID(code)
		return tea.Batch(s.search(), s.readRound())
	case pickState:
		s.query.States = msg.Codes
	default:
		return nil
	}
	return s.search()
}

// facet is a part of the question as the first line shows it.
type facet struct {
	action keymap.Action
	text   string
}

// facets tells which part of the register is shown.
func (s *Screen) facets() []facet {
	w, q := s.env.Words.Register, s.query
	list := []facet{{keymap.ByOpen, w.All}}
	if q.Open {
		list[0].text = w.Open
	}
	add := func(a keymap.Action, shown bool, text string) {
		if shown {
			list = append(list, facet{a, text})
		}
	}
	add(keymap.ByDue, !q.DueFrom.IsZero() || !q.DueBefore.IsZero(), s.dueText())
	if len(q.Kinds) == 1 {
		add(keymap.ByKind, true, s.env.Words.Kind(q.Kinds[0]).Title)
	}
	add(keymap.ByUnit, len(q.Units) > 0, s.unitText())
	add(keymap.ByRound, q.Round != "", s.round)
	add(keymap.ByArea, q.Area != 0, fmt.Sprintf(w.Area, q.Area))
	if len(q.States) > 0 {
		first := s.stateShort(q.States[0])
		if more := len(q.States) - 1; more > 0 {
			first = fmt.Sprintf(w.Several, first, more)
		}
		add(keymap.ByState, true, first)
	}
	add(keymap.OrderBy, q.Order != model.ByDue, w.Newest)
	return list
}

func (s *Screen) dueText() string {
	w, q := s.env.Words.Register, s.query
	switch {
	case s.overdue():
		return w.Overdue
	case s.soon():
		return fmt.Sprintf(w.Soon, near)
	case q.DueFrom.IsZero():
		return fmt.Sprintf(w.Before, q.DueBefore)
	case q.DueBefore.IsZero():
		return fmt.Sprintf(w.From, q.DueFrom)
	}
	return fmt.Sprintf(w.Between, q.DueFrom, q.DueBefore.AddDays(-1))
}

// unitText names the unit that is asked for; those that went wholly into it are
// meant along with it.
func (s *Screen) unitText() string {
	units := s.query.Units
	if len(units) == 0 {
		return ""
	}
	u, ok := s.env.Catalog.Unit(units[0])
	if !ok {
		return units[0].Code
	}
	others := 0
	own := s.env.Catalog.Whole(units[0])
	for _, key := range units[1:] {
		if !slices.Contains(own, key) {
			others++
		}
	}
	if others > 0 {
		return fmt.Sprintf(s.env.Words.Register.Several, u.FullName, others)
	}
	return u.FullName
}
