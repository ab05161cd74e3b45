package fill

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
)

// nextProblem goes to the next field with a problem, round the end; fields that
// are only not answered yet have a key of their own, and are gone to when nothing
// else is wrong.
func (s *Screen) nextProblem(n int) tea.Cmd {
	cmd := s.leave()
	list := s.session().Wrong()
	if len(list) == 0 {
		s.said = s.env.Words.Fill.NoProblem
		s.open()
		return cmd
	}
	here, _ := s.entry()
	places := order(s.session().Definition())
	at := func(f form.Field) int { return places[f.Item] + companion(f) }
	best := -1
	for i, p := range list {
		if n > 0 && best < 0 && p.Field.Item == here.Field.Item && p.Field.Row != "" && here.Item != nil && here.Item.Table != nil {
			best = i // into the table one stands on, before going past it
		}
		before, after := at(p.Field) < at(here.Field), at(p.Field) > at(here.Field)
		if n > 0 && after && best < 0 || n < 0 && before {
			best = i
		}
	}
	if best < 0 && n > 0 {
		best = 0
	}
	if best < 0 {
		best = len(list) - 1
	}
	return tea.Batch(cmd, s.jump(list[best].Field))
}

func order(def *form.Definition) map[string]int {
	m := make(map[string]int, len(def.Items()))
	for i, it := range def.Items() {
		m[it.Name] = i * companions
	}
	return m
}

// companions is how many places an item has: its own, its evidence, its note.
const companions = 3

// companion is the place of a field within its item.
func companion(f form.Field) int {
	switch {
	case f.Row != "":
		return 0
	case f.Part == form.Evidence:
		return 1
	case f.Part == form.Note:
		return 2
	}
	return 0
}

func (s *Screen) firstUnanswered() tea.Cmd {
	cmd := s.leave()
	f, ok := s.session().FirstUnanswered()
	if !ok {
		s.said = s.env.Words.Fill.AllAnswered
		s.open()
		return cmd
	}
	return tea.Batch(cmd, s.jump(f))
}
