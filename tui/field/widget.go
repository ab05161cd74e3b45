package field

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
	"giamsat/tui/theme"
)

// Widget is what stands in an open field. A change of language, theme or
// choices makes a new one, with SetValue(old.Value(), old.Caret()).
type Widget interface {
	// Update takes a key or a paste; false: not for me, the screen decides.
	Update(msg tea.Msg) bool
	// Captures reports whether the widget must get a key before the screen's
	// key map: Enter, Up and Down inside a long text, a Backspace that an input
	// method sends after a letter that was refused.
	Captures(msg tea.KeyPressMsg) bool
	// Typing reports whether letters belong to the widget, so that the screen's
	// scope is one of text; false where single letters may be commands.
	Typing() bool
	// SetWidth gives the room, in cells.
	SetWidth(width int)
	// View draws at most height lines; only a long text and several choices draw
	// more than one.
	View(height int) Drawing
	// Value returns what was entered, as Session.Answer takes it.
	Value() string
	// SetValue replaces what was entered; the caret is put after so many
	// letters, at the end when there are fewer or caret is negative.
	SetValue(raw string, caret int)
	// Caret says after how many letters the caret stands.
	Caret() int
	// Done reports whether the last key answered the item and the form says
	// that such a key also moves on.
	Done() bool
	// Echo is what the note line says while one types: that a key was refused
	// or a paste joined, else what was understood. It is plain text, often "".
	Echo(w *i18n.Words) string
	// Tell adds to what a screen says who hears the field instead of seeing it:
	// its choices, its value, or the text that is being typed.
	Tell(said kit.Spoken) kit.Spoken
}

// Drawing is a widget as it looks now: styled lines of at most the width that
// was set, and the place of the real cursor in them, in cells. X is -1 where
// there is no cursor.
type Drawing struct {
	Lines []string
	X, Y  int
}

// Line is the first line, for fields that have only one.
func (d Drawing) Line() string {
	if len(d.Lines) == 0 {
		return ""
	}
	return d.Lines[0]
}

// Spec is what a widget needs besides its item. Theme and Words are required.
type Spec struct {
	Theme *theme.Theme
	Words *i18n.Words
	Width int
	Part  string   // of the field: form.Note and form.Evidence are texts whatever the item is
	Visit vn.Date  // the day that short dates are counted from
	Comma vn.Comma // what a comma with three digits means in this record
	// Input is how Vietnamese is composed from plain keys in texts of words, as the root
	// has it now; nil where nothing is composed.
	Input *vn.Method
	// Choices is what can be chosen now, in the list's order.
	Choices []form.Choice
	// Find is the type-ahead of a look-up; nil searches Choices.
	Find func(typed string, limit int) []form.Choice
	// Name says what a code of a look-up is called; nil searches Choices.
	Name func(code string) (string, bool)

	kind form.Kind // of the item
}

// New makes the empty widget for an item, or for the companion of one that
// Spec.Part names. It is the only switch on the kind of an item.
func New(it *form.Item, s Spec) Widget {
	s.kind = it.Kind
	switch s.Part {
	case form.Note:
		return newLongText(s, 0)
	case form.Evidence:
		return newText(s, 0)
	}
	switch it.Kind {
	case form.KindText:
		if it.Coded() {
			return newCode(s, it.Max)
		}
		return newText(s, it.Max)
	case form.KindLongText:
		return newLongText(s, it.Max)
	case form.KindInteger:
		return newLine(s, count{plain: it.Plain()}, it.Max)
	case form.KindDecimal:
		return newLine(s, decimal{}, it.Max)
	case form.KindMoney:
		return newLine(s, money{comma: s.Comma}, it.Max)
	case form.KindPercent:
		return newLine(s, percent{}, it.Max)
	case form.KindDate:
		return newLine(s, date{visit: s.Visit}, it.Max)
	case form.KindTime:
		return newLine(s, clock{}, it.Max)
	case form.KindYesNo:
		return newChoice(s, yesNo(s.Words, false), it.Advance)
	case form.KindYesNoNA:
		return newChoice(s, yesNo(s.Words, true), it.Advance)
	case form.KindOne:
		return newChoice(s, entries(s), it.Advance)
	case form.KindMany:
		return newMany(s, entries(s))
	case form.KindLookup:
		return newLookup(s)
	case form.KindTable, form.KindRecords:
		return newTableLine()
	}
	return newLine(s, anyText{}, it.Max)
}
