package fill

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/i18n"
)

// recover shows the texts that a crash left behind. The last one is put back
// into its field, still open; another one answers its field, where that is empty or a
// note, and else goes into the note of its row or item, so that none is lost.
func (s *Screen) recover() tea.Cmd {
	left := s.draft.Recovered
	s.draft.Recovered = nil
	if len(left) == 0 || s.draft.Closed() {
		return nil
	}
	for i, t := range left {
		if i == len(left)-1 && t.Field.Row == "" {
			s.goTo(t.Field)
			if e, ok := s.entry(); ok && e.Field == t.Field && s.widget != nil {
				s.widget.SetValue(t.Text, t.Caret)
				s.said = s.env.Words.Fill.Recovered
				return s.draft.SetOpen(t.Field, t.Text, t.Caret)
			}
		}
		s.restore(t, slices.ContainsFunc(left[:i], func(other model.OpenText) bool { return other.Field == t.Field }))
	}
	s.open()
	s.said = s.env.Words.Fill.Recovered
	return nil
}

// resumed says that answers are back which the last run could not save.
func (s *Screen) resumed() tea.Cmd {
	n := s.draft.Resumed
	s.draft.Resumed = 0
	if n > 0 {
		s.said = strings.TrimSpace(s.said + " " + i18n.Count(s.env.Words.Fill.Resumed, n))
	}
	return nil
}

// restore keeps a text that cannot be shown in its field, still open. A note is what
// the person made of the one that stands, unless another of it was restored before.
func (s *Screen) restore(t model.OpenText, again bool) {
	now := s.session().Get(t.Field)
	switch {
	case now.Raw == t.Text || s.session().Editing(t.Field) == t.Text:
		return
	case (now.IsZero() || t.Field.Part == form.Note && !again) && s.session().Answer(t.Field, t.Text):
		return
	}
	note := s.session().NoteBeside(t.Field)
	text := strings.TrimSpace(s.session().Get(note).Raw + "\n" + t.Text)
	s.session().Answer(note, text)
}
