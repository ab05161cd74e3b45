package history

import (
	"fmt"
	"strings"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

// told is an event in words.
type told struct {
	code  string // of the item
	label string // of the item, with its row
	said  string // what became of it
	what  string // label and said
	cause string // how it came about; "" when it was typed
}

// tell puts an event into words, and keeps them.
func (s *Screen) tell(i int) told {
	if t, kept := s.told[i]; kept {
		return t
	}
	w, e := s.env.Words.History, s.seen.events[i]
	session := s.seen.at(e.Seq)
	t := told{cause: w.Causes[string(e.Cause)]}
	switch e.Kind {
	case model.EventCreate:
		t.what = w.Begun
	case model.EventComplete:
		t.what = fmt.Sprintf(w.Done, s.seen.revisions[e.Seq])
	case model.EventReopen:
		t.what = fmt.Sprintf(w.Reopen, kit.Flat(e.Reason))
	case model.EventMove:
		t.what = fmt.Sprintf(w.Move, e.Old.Raw, e.New.Raw)
		if e.Reason != "" {
			t.what += ", " + fmt.Sprintf(w.Reason, kit.Flat(e.Reason))
		}
	case string(form.RowAdded), string(form.RowRemoved):
		t.said = w.Added
		if e.Kind == string(form.RowRemoved) {
			t.said = w.Removed
		}
		var table string
		t.code, table = s.env.Words.Asked(session, form.Field{Item: e.Field.Item})
		t.label = table + ", " + s.env.Words.RowName(session, e.Field)
	default:
		t.code, t.label = s.env.Words.Asked(session, e.Field)
		if c := (form.Change{Kind: form.Answered, Old: e.Old, New: e.New}); e.Cause == form.Bulk && c.Passed() {
			t.cause = w.Held
		}
		t.said = s.became(s.shownAs(session, e.Field, e.Old), s.shownAs(session, e.Field, e.New))
	}
	if t.code == "" && e.Field.Item != "" {
		t.label = e.Field.String() // of a form that cannot be read any more
	}
	if t.what == "" {
		t.what = t.label + ": " + t.said
	}
	s.told[i] = t
	return t
}

// became tells what an answer was and is. Where nothing stood before, as in most
// changes, or where only the spelling is another, what it is tells it all.
func (s *Screen) became(was, is string) string {
	if was == s.env.Words.History.Blank || was == is {
		return is
	}
	return was + " " + s.env.Theme.Sign.Into + " " + is
}

// shownAs is an answer on one line; what is blank is said to be.
func (s *Screen) shownAs(session *form.Session, f form.Field, a form.Answer) string {
	shown := kit.Flat(s.env.Words.Said(session, f, a))
	switch {
	case shown == "":
		return s.env.Words.History.Blank
	case a.Carried:
		return s.env.Theme.Sign.Carried + " " + shown
	}
	return shown
}

// when writes the moment of an event.
func when(at time.Time) string { return at.Local().Format("02/01/2006 15:04") }

// dayTime is the moment of an event as a line has it, in two parts of a fixed
// width; a narrow window has no room for the year, which the note line tells.
func (s *Screen) dayTime(at time.Time) (day, hour string) {
	at = at.Local()
	if s.width < broad {
		return at.Format("02/01"), at.Format("15:04")
	}
	return at.Format("02/01/2006"), at.Format("15:04")
}

func dayOf(e model.Event) vn.Date { return vn.DateOf(e.At.Local()) }

// Widths of a line, in cells: the marker and the sign; the item's code.
const (
	margin    = 5
	codeWidth = 7
)

// broad and wide are the widths from which a line has more.
const (
	broad = 80
	wide  = 100
)

// whoWidth is the room for who did it: as much as the longest name takes, up to a
// bound by the width of the window.
func (s *Screen) whoWidth() int {
	switch {
	case s.width >= wide:
		return min(s.seen.longest, 14)
	case s.width >= broad:
		return min(s.seen.longest, 8)
	}
	return 0
}

// line draws an event. The day stands before the first of it, and before the
// first line of the window.
func (s *Screen) line(i int, first bool) string {
	theme := s.env.Theme
	e := s.seen.events[s.shown[i]]
	day, hour := s.dayTime(e.At)
	if !first && dayOf(e) == dayOf(s.seen.events[s.shown[i-1]]) {
		day = strings.Repeat(" ", len(day))
	}
	at := day + " " + hour
	t := s.tell(s.shown[i])
	sign, style := s.sign(e)
	text := sign + " " + at + " "
	if who := s.whoWidth(); who > 0 {
		text += kit.Fit(e.By, who, theme.Sign.CutRight) + " "
	}
	room := s.width - margin - len(at) - 3 - s.whoWidth()
	if e.Field.Item != "" {
		text += kit.Fit(kit.ShortCode(t.code), codeWidth, "") + " "
		room -= codeWidth + 1
	}
	text += strings.TrimRight(kit.Fit(s.body(t, room), room, theme.Sign.CutRight), " ")
	if i == s.scroll.At {
		return " " + theme.Focus.Render(theme.Sign.Focus+" "+text)
	}
	return "   " + style.Render(text)
}

// body is what became of an item, in a room: where all does not fit, first how it
// came about is left out, which the note line tells; then the label gives way as
// far as half of the room, since it says what the change is about.
func (s *Screen) body(t told, room int) string {
	if t.label == "" {
		return t.what
	}
	whole := t.what
	if t.cause != "" {
		whole += " (" + t.cause + ")"
	}
	if ansi.StringWidth(whole) <= room {
		return whole
	}
	left := room - ansi.StringWidth(t.said) - 2
	return ansi.Truncate(t.label, max(left, room/2), s.env.Theme.Sign.CutRight) + ": " + t.said
}

// sign marks the milestones of a record; what the program did by itself is muted.
func (s *Screen) sign(e model.Event) (string, lipgloss.Style) {
	theme := s.env.Theme
	switch e.Kind {
	case model.EventComplete:
		return theme.Sign.Done, theme.Section
	case model.EventReopen, model.EventMove:
		return theme.Sign.Open, theme.Section
	case model.EventCreate:
		return theme.Sign.Ahead, theme.Section
	}
	if e.Cause == form.Filled || e.Cause == form.Cleared {
		return " ", theme.Muted
	}
	return " ", theme.Value
}

// note tells the event under the marker whole, since its line may be cut.
func (s *Screen) note() string {
	e, ok := s.current()
	if !ok {
		return ""
	}
	w := s.env.Words.History
	t := s.tell(s.shown[s.scroll.At])
	parts := []string{strings.TrimSpace(kit.ShortCode(t.code) + " " + t.what), t.cause}
	if e.New.Carried {
		parts = append(parts, w.Carried)
	}
	parts = append(parts, e.By, e.At.Local().Format("02/01/2006 15:04:05"))
	if e.From != "" {
		parts = append(parts, fmt.Sprintf(w.From, e.From))
	}
	return s.env.Join(parts...)
}
