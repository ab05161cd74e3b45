package grid

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/tui/field"
	"giamsat/tui/kit"
)

// pickTag comes back with what was chosen for a cell.
type pickTag struct{ field form.Field }

// byDigit is how many entries of a list can have a digit each: 1 to 9, then 0.
const byDigit = 10

// digits lists the choices of the cell that a digit chooses. Of a longer list they
// are its first ones, as in the form, and the others are found by their letters;
// where digits stand in its names or codes, as those of projects and years, it is
// searched by them instead: then nil.
func (s *Screen) digits() []form.Choice {
	if len(s.rows) == 0 || !choosable(s.column(s.col)) {
		return nil
	}
	list := s.session.Choices(s.field())
	switch {
	case len(list) <= byDigit:
		return list
	case s.column(s.col).Kind == form.KindLookup || slices.ContainsFunc(list, hasDigit):
		return nil
	}
	return list[:byDigit]
}

// hasDigit reports whether a digit may begin the search for a choice.
func hasDigit(c form.Choice) bool {
	return strings.ContainsAny(c.Code+c.Label.VI+c.Label.EN, "0123456789")
}

// notApplicable is the key of the answer that stands beside the digits, as in
// the form: it takes no digit.
const notApplicable = "-"

// keysOf are the keys that choose the entries of a short list.
func keysOf(list []form.Choice) []string {
	keys := make([]string, len(list))
	digit := 0
	for i, c := range list {
		if c.Code == form.NA {
			keys[i] = notApplicable
			continue
		}
		digit++
		keys[i] = strconv.Itoa(digit % byDigit)
	}
	return keys
}

// digit chooses with one key. done is false when the key begins a text instead.
func (s *Screen) digit(msg tea.KeyPressMsg) (cmd tea.Cmd, done bool) {
	list := s.digits()
	if list == nil || s.refusal(s.row, s.col) != "" {
		return nil, false
	}
	pressed, isDigit := digitOf(msg)
	n := slices.Index(keysOf(list), pressed)
	switch {
	case n < 0 && isDigit:
		return s.env.Warn(s.env.Words.Field.RefusedChoice), true
	case n < 0:
		return nil, false
	}
	col := s.column(s.col)
	if col.Kind == form.KindMany {
		return s.choose(s.field(), toggled(s.session.Get(s.field()).Value.Codes(), list[n].Code)), true
	}
	cmd = s.choose(s.field(), list[n].Code)
	if col.Advance {
		cmd = both(cmd, s.next())
	}
	return cmd, true
}

// digitOf reads what a key types, also of a keypad that sends no text, and
// whether that is a digit.
func digitOf(msg tea.KeyPressMsg) (key string, digit bool) {
	switch {
	case msg.Text == "" && msg.Code >= tea.KeyKp0 && msg.Code <= tea.KeyKp9:
		return strconv.Itoa(int(msg.Code - tea.KeyKp0)), true
	case msg.Text == "" && msg.Code == tea.KeyKpMinus:
		return notApplicable, false
	}
	return msg.Text, len(msg.Text) == 1 && msg.Text[0] >= '0' && msg.Text[0] <= '9'
}

func toggled(codes []string, code string) string {
	if i := slices.Index(codes, code); i >= 0 {
		return strings.Join(slices.Delete(slices.Clone(codes), i, i+1), " ")
	}
	return strings.Join(append(slices.Clone(codes), code), " ")
}

func (s *Screen) choose(f form.Field, raw string) tea.Cmd {
	if !s.session.Answer(f, raw) {
		return nil
	}
	s.told = f
	return s.changed()
}

// refusePick is the sentence why there is no list for the cell; "" when there is one.
func (s *Screen) refusePick() string {
	if why := s.refusal(s.row, s.col); why != "" {
		return why
	}
	if !choosable(s.column(s.col)) && !s.twofold() {
		return s.env.Words.Grid.NoList
	}
	return ""
}

// twofold reports whether the cell holds an amount with two readings.
func (s *Screen) twofold() bool {
	amb, _ := s.session.Ambiguity(s.field())
	return amb != nil
}

// pick opens the list of the cell's choices. For an amount with two readings it
// asks the question again.
func (s *Screen) pick() tea.Cmd {
	if why := s.refusePick(); why != "" {
		return s.env.Warn(why)
	}
	f, col := s.field(), s.column(s.col)
	if !choosable(col) {
		s.ask(f, "")
		return nil
	}
	const most = 500 // more than any list but that of units has, and that one is searched
	session, lang, env := s.session, s.env.Words.Lang, s.env
	typed, chosen := s.sought()
	return s.open(kit.KindPick, &kit.Pick{
		Tag: pickTag{f}, Title: col.Label.In(lang), Many: col.Kind == form.KindMany,
		Chosen: chosen, Typed: typed,
		Find: func(typed string) []kit.Entry {
			found := session.FindChoices(f, typed, most)
			list := make([]kit.Entry, len(found))
			for i, c := range found {
				list[i] = kit.Entry{Code: c.Code, Label: c.Label.In(lang), Detail: env.Beside(c.Code)}
			}
			return list
		},
	})
}

// seeking reports whether a name is being typed that is looked up in the cell's list.
func (s *Screen) seeking() bool {
	return s.editor != nil && choosable(s.column(s.col)) && s.column(s.col).Kind != form.KindMany
}

// sought is what the list of the cell begins with: what is typed there, and the
// marker on what that was understood as. A short list is seen whole then; a long one
// begins with what was typed all the same.
func (s *Screen) sought() (typed string, chosen []string) {
	now := s.session.Get(s.field())
	if !s.seeking() || s.editor.unchanged() {
		return kit.Unread(now), now.Value.Codes()
	}
	value := s.editor.Value()
	if typed = field.Sought(s.editor.Widget); typed == value {
		return typed, nil
	}
	if s.column(s.col).Kind != form.KindLookup {
		typed = ""
	}
	return typed, []string{value}
}

// closeEditor gives up what is typed in a cell that was answered from its list.
func (s *Screen) closeEditor(f form.Field) tea.Cmd {
	if s.editor == nil || s.field() != f {
		return nil
	}
	s.editor, s.edges = nil, edges{} // its matches stood at the foot
	s.redraw(s.row)
	return s.draft.ClearOpen()
}

func (s *Screen) picked(msg kit.PickedMsg) tea.Cmd {
	tag, ok := msg.Tag.(pickTag)
	if !ok {
		return nil
	}
	s.comeBack()
	if s.draft.Closed() {
		return nil
	}
	closed := s.closeEditor(tag.field)
	cmd := both(closed, s.choose(tag.field, strings.Join(msg.Codes, " ")))
	if at := s.session.Definition().At(tag.field); at != nil && at.Advance && tag.field == s.field() {
		cmd = both(cmd, s.next())
	}
	return cmd
}
