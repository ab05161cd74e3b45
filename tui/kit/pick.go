package kit

import (
	"slices"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// Pick is what a pick list offers: it is opened with KindPick, and answers with
// a PickedMsg to the screen below.
type Pick struct {
	Tag    any    // handed back, so that the opener knows what was asked
	Title  string // plain text
	Many   bool   // several may be chosen
	Chosen []string
	Typed  string // what the list begins narrowed by
	Aloud  bool   // the linear mode reads all of it out: what is taken by one key was heard
	// Confirm asks whether so many things are to be done at once, in the place of
	// Title: what is ticked and in sight. Nil: the list is of choices, and what is
	// ticked stays so out of sight too.
	Confirm func(n int) string
	// Find returns the entries for what was typed, best first; it is pure and
	// fast, and never reads a disk.
	Find func(typed string) []Entry
}

// Entry is one line of a pick list.
type Entry struct {
	Code   string
	Label  string
	Detail string // beside the label, muted; may be empty
}

// Unread is what was typed where something is chosen, and fits no one entry: the list
// begins with it. "" when an entry was found.
func Unread(a form.Answer) string {
	if !a.Doubtful() {
		return ""
	}
	return a.Raw
}

// Among finds the entries of a short list that have every typed word in what is
// shown of them, without accents.
func Among(list []Entry) func(typed string) []Entry {
	return func(typed string) []Entry {
		var found []Entry
		for _, e := range list {
			if vn.Match(vn.Fold(e.Label+" "+e.Detail), typed) {
				found = append(found, e)
			}
		}
		return found
	}
}

// AmongItems finds the items of a form by code or label, without accents: the
// code that was typed first, as labels write it or without its signs, then codes
// that begin so, then what has the words.
func AmongItems(items []*form.Item, lang string) func(typed string) []Entry {
	type line struct {
		entry  Entry
		code   cited
		folded string
	}
	lines := make([]line, len(items))
	for i, it := range items {
		code := ShortCode(it.Code)
		lines[i] = line{Entry{Code: it.Name, Label: it.Label.In(lang), Detail: code}, citedBy(it.Code),
			vn.Fold(code + " " + it.Code + " " + it.Label.VI + " " + it.Label.EN)}
	}
	return func(typed string) []Entry {
		typed = vn.Fold(typed)
		var found [fits][]Entry
		for _, l := range lines {
			if fit := l.code.fit(typed); fit < fitsNot || vn.Match(l.folded, typed) {
				found[fit] = append(found[fit], l.entry)
			}
		}
		return slices.Concat(found[:]...)
	}
}

// PickedMsg is what was chosen in a pick list; it is not sent when the person
// leaves the list without choosing.
type PickedMsg struct {
	Tag   any
	Codes []string
}

// Ask is a one-line question: it is opened with KindAsk, and answers with an
// AnsweredMsg to the screen below.
type Ask struct {
	Tag      any
	Title    string // the question, plain text
	Initial  string
	Required bool // an empty answer is refused
	Keeps    bool // leaving keeps what was typed, as leaving a field does
	// Field is what the text becomes the answer of: it is kept while it is typed, as
	// that of any open field. Whoever takes the answer clears it. Zero: of none.
	Field form.Field
}

// AnsweredMsg is the text that was typed to an Ask.
type AnsweredMsg struct {
	Tag  any
	Text string
}

// Jump asks the fill screen below to go to a field.
type Jump struct{ Field form.Field }
