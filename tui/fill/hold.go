package fill

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
)

// pickHold is what the list of carried values was opened for: each with what it said.
type pickHold struct {
	fields []form.Field
	seen   map[form.Field]form.Answer
}

// holdable lists the carried values that one confirmation may pass: those in sight,
// in full and with nothing else the matter, so that nobody confirms what cannot be
// read. What stands inside a table is confirmed there.
func (s *Screen) holdable() []form.Entry {
	if !slices.ContainsFunc(s.entries, func(e form.Entry) bool { return s.session().Get(e.Field).Carried }) {
		return nil // as in most sections: they need not be measured
	}
	var list []form.Entry
	for _, e := range s.inSight() {
		if s.session().Holdable(e.Field) && s.cut(e) == "" {
			list = append(list, e)
		}
	}
	return list
}

// inSight lists the entries that are drawn.
func (s *Screen) inSight() []form.Entry {
	said, _ := s.note()
	above, _ := kit.Wrap(said, s.width, s.env.Theme.Sign.CutRight)
	var list []form.Entry
	for i, room := s.top, s.rows()-len(above); i < len(s.entries) && room > 0; i++ {
		list = append(list, s.entries[i])
		if room--; i == s.at {
			room -= s.openHeight() - 1
		}
	}
	return list
}

// refuseHold is the sentence why nothing can be confirmed at once; "" when it can.
func (s *Screen) refuseHold() string {
	switch {
	case s.draft.Closed():
		return s.env.Words.Fill.Closed
	case len(s.holdable()) == 0:
		return s.env.Words.Repeat.HoldNone
	}
	return ""
}

// askHold lists the carried values in sight; one confirmation passes them, less
// those that the person takes out.
func (s *Screen) askHold() tea.Cmd {
	left := s.leave()
	if s.said = s.refuseHold(); s.said != "" {
		return left
	}
	tag := pickHold{seen: map[form.Field]form.Answer{}}
	var entries []kit.Entry
	var chosen []string
	for _, e := range s.holdable() {
		tag.fields, tag.seen[e.Field] = append(tag.fields, e.Field), s.session().Get(e.Field)
		chosen = append(chosen, e.Field.String())
		entries = append(entries, kit.Entry{Code: e.Field.String(), Label: s.held(e)})
	}
	return tea.Batch(left, s.cover(kit.KindPick, &kit.Pick{
		Tag: tag, Confirm: func(n int) string { return i18n.Count(s.env.Words.Repeat.HoldAsk, n) }, Many: true, Chosen: chosen, Aloud: true, Find: kit.Among(entries),
	}))
}

// held is an entry with its value in a line of the list: a long label gives way, the
// value does not, as it is what one confirms.
func (s *Screen) held(e form.Entry) string {
	const signs, least = 8, 12 // what stands before a line of the list; of a label
	name := s.name(form.Field{Item: e.Field.Item})
	if e.Depth > 0 {
		name += ", " + strings.TrimSpace(s.label(e))
	}
	value, _ := s.value(e)
	room := s.width - signs - ansi.StringWidth(value)
	return ansi.Truncate(name, max(room, least), s.env.Theme.Sign.CutRight) + ": " + value
}

// hold passes what was confirmed, and goes on to the next value of the section that
// is still to be looked at, with what follows it in sight.
func (s *Screen) hold(tag pickHold, codes []string) tea.Cmd {
	var list []form.Field
	for _, f := range tag.fields {
		if slices.Contains(codes, f.String()) && s.session().Get(f) == tag.seen[f] { // nobody else changed it meanwhile
			list = append(list, f)
		}
	}
	if s.draft.Closed() || !s.session().PassAll(list) {
		s.open()
		return nil
	}
	s.reload()
	s.nextHeld(list[len(list)-1])
	s.enter()
	s.said = i18n.Count(s.env.Words.Repeat.Held, len(list))
	return s.commit()
}

// nextHeld puts the marker on the first carried value behind a field. There is none
// where the section is done: then one stays.
func (s *Screen) nextHeld(behind form.Field) {
	from := slices.IndexFunc(s.entries, func(e form.Entry) bool { return e.Field == behind })
	for i := from + 1; i < len(s.entries); i++ {
		if s.session().Get(s.entries[i].Field).Carried {
			s.at = i
			s.top = max(0, min(i-1, len(s.entries)-s.rows()))
			return
		}
	}
}
