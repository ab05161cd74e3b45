package grid

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/tui/kit"
)

// A cell that somebody else answered too is asked about at once, over the table: the
// totals count mine until then, and the form below is a long way off.

// conflicts asks whose answer stands, as soon as nothing else is asked.
func (s *Screen) conflicts() tea.Cmd {
	if s.away || s.stale || s.block != nil || s.question != nil {
		return nil
	}
	if question := s.dispute.Ask(s.env, s.draft, s.width); question != nil {
		return s.open(kit.KindPick, question)
	}
	return nil
}

// settled takes the answer to such a question.
func (s *Screen) settled(msg kit.PickedMsg) tea.Cmd {
	cmd, is := s.dispute.Settle(s.draft, msg)
	if is {
		s.away = false
		s.refresh()
	}
	return cmd
}

// undecided says what became of such a question that was left by Esc.
func (s *Screen) undecided() tea.Cmd {
	said, cmd := s.dispute.Leave(s.env, s.draft)
	if said == "" {
		return cmd
	}
	s.refresh()
	return both(cmd, s.env.Warn(said))
}
