package review

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
)

// askClear comes back with whether these answers may go.
type askClear struct{ fields []form.Field }

// The entry that completes; every other one is an item whose answers would go.
const clearAll = "+"

// cleared are answers of one item, or of one table, that completing would take out.
type cleared struct {
	item   *form.Item
	fields []form.Field
}

// clearing lists what completing would take out, in the order of the form.
func (s *Screen) clearing() []cleared {
	session := s.draft.Session
	by := map[string][]form.Field{}
	for _, f := range session.Hidden() {
		by[f.Item] = append(by[f.Item], f)
	}
	var list []cleared
	for _, it := range session.Definition().Items() {
		if fields := by[it.Name]; len(fields) > 0 {
			list = append(list, cleared{it, fields})
		}
	}
	return list
}

// mostNamed is how many items a sentence names: more would push the problems out of
// sight. The question before completing lists them all.
const mostNamed = 8

// wouldClear says how many answers completing takes out, and of which items; "" when
// it takes out none.
func (s *Screen) wouldClear() string {
	list, n := s.clearing(), 0
	var codes []string
	for _, c := range list {
		n += len(c.fields)
		code := kit.ShortCode(c.item.Code)
		if len(c.fields) > 1 {
			code += fmt.Sprintf(" (%d)", len(c.fields))
		}
		codes = append(codes, code)
	}
	if n == 0 {
		return ""
	}
	w := s.env.Words.Review
	if more := len(codes) - mostNamed; more > 0 {
		codes = append(codes[:mostNamed:mostNamed], fmt.Sprintf(w.MoreItems, more))
	}
	return i18n.Count(w.WouldClear, n, strings.Join(codes, ", "))
}

// askClear asks once whether what does not apply any more may be taken out, and shows
// what it is: a record that loses nothing is completed by one key.
func (s *Screen) askClear() tea.Cmd {
	w, lang := s.env.Words.Review, s.env.Words.Lang
	fields := s.draft.Session.Hidden()
	entries := []kit.Entry{{Code: clearAll, Label: i18n.Count(w.ClearAll, len(fields))}}
	for _, c := range s.clearing() {
		entries = append(entries, kit.Entry{
			Code: c.item.Name, Label: kit.ShortCode(c.item.Code) + " " + c.item.Label.In(lang), Detail: s.going(c)})
	}
	return s.env.Open(kit.KindPick, s.id, &kit.Pick{Tag: askClear{fields}, Title: i18n.Count(w.ClearAsk, len(fields)),
		Find: func(typed string) []kit.Entry {
			if typed == "" {
				return entries
			}
			// Letters look for an item: they do not complete.
			return slices.DeleteFunc(slices.Clone(entries[1:]), func(e kit.Entry) bool { return !vn.Match(vn.Fold(e.Label), typed) })
		}})
}

// going says what would go of an item: its answer, or how many there are.
func (s *Screen) going(c cleared) string {
	if f := c.fields[0]; len(c.fields) == 1 && !f.Cell() {
		return strings.Join(strings.Fields(s.env.Words.Said(s.draft.Session, f, s.draft.Session.Get(f))), " ")
	}
	return i18n.Count(s.env.Words.Review.Answers, len(c.fields))
}

// clear completes the record if that was the answer, and what goes is what was shown;
// one of the items leads to what decides whether it is asked.
func (s *Screen) clear(tag askClear, codes []string) tea.Cmd {
	switch {
	case len(codes) != 1 || s.busy || s.draft == nil:
		return nil
	case codes[0] == clearAll && slices.Equal(tag.fields, s.draft.Session.Hidden()):
		return s.close()
	case codes[0] == clearAll:
		return s.complete()
	}
	if it := s.draft.Session.Definition().Item(codes[0]); it != nil {
		for _, on := range it.HangsOn() {
			if s.draft.Session.Visible(on.Name) {
				return s.env.Back(kit.Jump{Field: form.Field{Item: on.Name}})
			}
		}
	}
	return s.env.Notice(s.env.Words.Review.NotCleared)
}
