package fill

import (
	"fmt"
	"strings"

	"giamsat/model/form"
	"giamsat/tui/field"
	"giamsat/tui/kit"
)

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the open entry: what is asked, how it is answered and what stands
// there; and what the last key answered.
func (s *Screen) Spoken() kit.Spoken {
	switch {
	case s.failed != nil:
		return kit.Spoken{Name: s.env.Words.Err(s.failed)}
	case s.draft == nil:
		return kit.Spoken{}
	}
	said := kit.Spoken{Said: s.said}
	said.Where, said.Far = s.whereabouts()
	s.sayLeft(&said)
	if e, ok := s.entry(); ok {
		s.sayEntry(&said, e)
	}
	return said
}

// whereabouts is the section with how far it is.
func (s *Screen) whereabouts() (where, far string) {
	sec := s.session().Definition().Sections[s.section]
	where = fmt.Sprintf(s.env.Words.Speak.Section, kit.ShortCode(sec.Code)+" "+sec.Short.In(s.env.Words.Lang))
	for i, p := range s.session().Progress() {
		if i == s.section && p.Items > 0 {
			far = fmt.Sprintf("%d/%d", p.Answered, p.Items)
		}
	}
	return where, far
}

// sayLeft says the answer of the field that the last key left: in words where it is
// a figure, so that an amount a thousand times too large is heard. The sentence on
// a note that it asks for belongs to it.
func (s *Screen) sayLeft(said *kit.Spoken) {
	if s.left == (form.Field{}) {
		return
	}
	it := s.session().Definition().Item(s.left.Item)
	shown := flat(s.session().Shown(s.left, s.env.Words.Lang))
	if shown == "" {
		shown = s.env.Words.Speak.Blank
	}
	if s.left.Part == "" && figure(it.Kind) {
		w := s.field(form.Entry{Item: it, Field: s.left})
		w.SetValue(s.session().Editing(s.left), -1)
		if echo := w.Echo(s.env.Words); echo != "" {
			shown = echo
		}
	}
	said.Left = shown
	if s.owing != "" {
		said.LeftSaid, said.Said = s.said, ""
		return
	}
	if p, ok := s.problemHere(form.Entry{Item: it, Field: s.left}); ok && !s.asking {
		said.LeftSaid = s.sentence(p)
	}
}

// sentence is a problem with its sign.
func (s *Screen) sentence(p form.Problem) string {
	sign := s.env.Theme.Sign
	mark := sign.Stop
	switch p.Severity {
	case form.Stop:
	case form.Reason:
		mark = sign.Reason
	case form.Notice:
		mark = sign.Notice
	}
	if s.fromPin(p) {
		return mark + " " + s.env.Words.Pinned(p)
	}
	return mark + " " + s.env.Words.ProblemByEar(p)
}

// sayEntry says an entry and what is the matter with it.
func (s *Screen) sayEntry(said *kit.Spoken, e form.Entry) {
	said.Name = strings.TrimSpace(s.label(e))
	if e.Item != nil {
		said.Name = kit.ShortCode(e.Item.Code) + " " + said.Name
	}
	said.Hint = s.hint(e)
	if s.widget != nil {
		*said = field.Tell(*said, s.widget, s.env.Words)
	}
	if said.Typing != kit.NotTyping && long(e) { // or Enter is heard to do nothing
		said.Name += " (" + strings.TrimSuffix(s.env.Words.Fill.LongHint, ".") + ")"
	}
	if said.Typing == kit.NotTyping {
		s.sayValue(said, e)
	}
	if said.Said != "" {
		return
	}
	if amb, proposed := s.asked(e); amb != nil {
		said.Said = s.env.Words.CommaByEar(amb, proposed)
	} else if p, ok := s.problemHere(e); ok && !(said.Typing != kit.NotTyping && s.unleft()) {
		said.Said = s.sentence(p) // of a text that is not being replaced: a line would stand between two letters
	}
}

// sayValue says what stands in an entry in which no text is typed.
func (s *Screen) sayValue(said *kit.Spoken, e form.Entry) {
	if said.Value == "" || s.widget == nil {
		said.Value, _ = s.value(e)
	}
	switch {
	case s.session().Get(e.Field).Carried:
		said.Value, said.Picked = s.env.Theme.Sign.Carried+" "+said.Value, false
	case opens(e) && !e.Item.Unconfirmed:
		said.Value = s.env.Join(said.Value, s.env.Words.Speak.Opens)
	}
}

// hint is what to enter, and why a former figure is not there.
func (s *Screen) hint(e form.Entry) string {
	if e.Depth > 0 {
		return s.env.Words.Fill.LongHint
	}
	return s.env.Join(s.noPrior(e), s.explained(e))
}
