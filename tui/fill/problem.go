package fill

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
)

// nextProblem goes to the next field with a problem, round the end; fields that
// are only not answered yet have a key of their own, and are gone to when nothing
// else is wrong.
func (s *Screen) nextProblem(n int) tea.Cmd {
	from := s.outOf
	if e, ok := s.entry(); ok && (from == form.Field{}) {
		from = e.Field
	}
	cmd := s.leave()
	f, ok := s.session().NextWrong(from, n)
	if !ok {
		s.said = s.env.Words.Fill.NoProblem
		s.open()
		return cmd
	}
	return tea.Batch(cmd, s.jump(f))
}

// cameOut is the cell from which a table was just left for its line. The walk from
// problem to problem goes on behind it: from the line it would lead into the same
// cell for ever.
func (s *Screen) cameOut(line form.Field) form.Field {
	if was := s.draft.Record.Place.Field; was.Cell() && line == (form.Field{Item: was.Item}) {
		return was
	}
	return form.Field{}
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
