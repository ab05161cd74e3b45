package fill

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

// note is the line under the body: what was just said, the question about a
// comma, the echo of what is being typed, what is the matter with the answer just
// given or with this one, or the hint.
func (s *Screen) note() (text string, style lipgloss.Style) {
	t, w := s.env.Theme, s.env.Words
	e, ok := s.entry()
	switch {
	case s.said != "":
		return s.said, t.Hint
	case !ok:
		return "", t.Hint
	}
	if amb, proposed := s.asked(e); amb != nil {
		return w.CommaQuestion(amb, proposed), t.Problem
	}
	if by, shut := s.draft.Shut(); shut {
		if by == "" {
			return w.Fill.Closed, t.Problem
		}
		return fmt.Sprintf(w.Fill.TheyCompleted, by), t.Problem
	}
	if s.widget != nil && !s.untouched() {
		if echo := s.widget.Echo(w); echo != "" {
			return echo, t.Hint
		}
	}
	if s.warned != "" {
		return s.warned, t.Hint
	}
	if p, ok := s.problemHere(e); ok {
		style := t.Problem
		if p.Severity != form.Stop {
			style = t.Reason
		}
		if s.fromPin(p) {
			return kit.ShortCode(e.Item.Code) + ": " + w.Pinned(p), style
		}
		return w.ProblemOf(kit.ShortCode(e.Item.Code), p), style
	}
	if s.widget == nil {
		if text := s.cut(e); text != "" {
			return text, t.Value
		}
	}
	if s.widget != nil {
		if echo := s.widget.Echo(w); echo != "" {
			return echo, t.Hint
		}
	}
	if long(e) && s.widget != nil && s.untouched() {
		hint := w.Fill.LongHint
		if said := e.Item.Hint.In(w.Lang); said != "" && e.Depth == 0 {
			hint = said + " " + t.Sign.Sep + " " + hint
		}
		return hint, t.Hint
	}
	if e.Depth > 0 {
		return "", t.Hint
	}
	if why := s.noPrior(e); why != "" {
		return why, t.Reason
	}
	return s.explained(e), t.Hint
}

// explained is an item's hint; of one that nobody types it first says so.
func (s *Screen) explained(e form.Entry) string {
	hint := e.Item.Hint.In(s.env.Words.Lang)
	blank := e.Item.Readonly && e.Item.Inherit != "" && s.session().Get(e.Field).IsZero()
	switch {
	case s.draft.Closed():
	case blank && s.draft.Record.Parent == "":
		return s.env.Words.Fill.NothingAbove
	case blank && s.draft.Record.Kind() == model.Inspection:
		return s.env.Words.Fill.BlankInRound
	case e.Item.Readonly && e.Item.Table == nil:
		return strings.TrimSpace(s.given(e) + " " + hint)
	case e.Item.Computed():
		return strings.TrimSpace(s.env.Words.Fill.ComputedHere + " " + hint)
	}
	return hint
}

// notGiven says why nothing stands in an item that nobody types: blank it looks
// like a fault.
func (s *Screen) notGiven(e form.Entry) string {
	w := s.env.Words.Fill
	switch {
	case e.Item.Inherit == "":
		return w.GivenNothing
	case s.draft.Record.Parent == "":
		return w.GivenByNone
	case s.draft.Record.Kind() == model.Inspection:
		return w.RoundBlank
	}
	return w.AboveBlank
}

// noPrior says why a figure of the former visit is not there: parts of divided
// units came to this one, and nobody published how much.
func (s *Screen) noPrior(e form.Entry) string {
	if e.Item.Prior == "" || !s.session().Get(e.Field).IsZero() || !kit.Split(s.env.Catalog, s.draft.Record.Unit) {
		return ""
	}
	return fmt.Sprintf(s.env.Words.Fill.NoPrior, s.draft.Record.UnitName)
}

func (s *Screen) untouched() bool { return s.widget == nil || s.widget.Value() == s.before }

// fromPin reports whether what was not looked at yet is what is pinned for the round.
func (s *Screen) fromPin(p form.Problem) bool {
	pinned := s.draft.Pinned().At(p.Field)
	return p.Code == form.Unseen && pinned != "" && pinned == s.session().Get(p.Field).Raw
}

// problemHere is the worst problem of an entry; a missing answer is no news on
// the field that is open.
func (s *Screen) problemHere(e form.Entry) (form.Problem, bool) {
	var found form.Problem
	ok := false
	for _, p := range s.session().Problems() {
		if p.Field != e.Field || p.Code == form.Missing {
			continue
		}
		if !ok || p.Severity == form.Stop && found.Severity != form.Stop {
			found, ok = p, true
		}
	}
	return found, ok
}
