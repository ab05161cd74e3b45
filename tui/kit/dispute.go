package kit

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
)

// Dispute puts the questions whose answer stands, one after the other, where
// somebody else answered the same fields as the person here. Each screen in which a
// draft is filled in has one, and asks as soon as nothing lies above it: what is said
// to be saved is then what both have seen.
type Dispute struct {
	open []model.Conflict // being asked about; the first is in the question
}

// disputed is the tag of a question; it comes back with the choice.
type disputed struct{}

// What can be chosen.
const (
	mine   = "mine"
	theirs = "theirs"
)

// Ask returns the next question, for a window of a width; nil when there is none.
func (q *Dispute) Ask(e *Env, d *Draft, width int) *Pick {
	q.open = append(q.open, d.Conflicts()...)
	if len(q.open) == 0 {
		return nil
	}
	c, w, s := q.open[0], e.Words.Fill, d.Session
	entries := []Entry{
		{Code: mine, Label: fmt.Sprintf(w.ConflictMine, e.answered(s, c.Field, s.Get(c.Field)))},
		{Code: theirs, Label: fmt.Sprintf(w.ConflictTheirs, c.By, e.answered(s, c.Field, c.Theirs))},
	}
	room := width - TitleMargin - ansi.StringWidth(fmt.Sprintf(w.ConflictAsk, ""))
	name := ansi.Truncate(e.disputedName(s, c.Field), max(room, 0), e.Theme.Sign.CutRight)
	return &Pick{
		Tag: disputed{}, Title: fmt.Sprintf(w.ConflictAsk, name),
		Find: func(typed string) []Entry {
			if typed != "" { // meant for the next field, with the eyes on paper: the Enter behind it chooses nothing
				return nil
			}
			return entries
		},
	}
}

// Settle takes the choice in a question. It is false when the pick was no question
// of this kind.
func (q *Dispute) Settle(d *Draft, picked PickedMsg) (tea.Cmd, bool) {
	if _, is := picked.Tag.(disputed); !is || len(q.open) == 0 {
		return nil, is
	}
	c := q.open[0]
	q.open = q.open[1:]
	return d.Settle(c, len(picked.Codes) == 1 && picked.Codes[0] == mine), true
}

// Leave ends a question that was left by Esc, with all that were to follow it: what
// is stored stands, and undo gives the own answers back. It returns what is to be
// said; "" when no question was open.
func (q *Dispute) Leave(e *Env, d *Draft) (said string, cmd tea.Cmd) {
	list := q.open
	q.open = nil
	if len(list) == 0 {
		return "", nil
	}
	var cmds []tea.Cmd
	for _, c := range list {
		cmds = append(cmds, d.Settle(c, false))
	}
	return fmt.Sprintf(e.Words.Fill.ConflictLeft, e.disputedName(d.Session, list[0].Field), list[0].By), tea.Batch(cmds...)
}

// disputedName is how a question calls a field. Of a cell its row and column are said
// and not what its table is about: that tells it from its neighbours, and the end may
// be cut.
func (e *Env) disputedName(s *form.Session, f form.Field) string {
	it := s.Definition().Item(f.Item)
	if it == nil {
		return f.Item
	}
	if f.Row == "" {
		return strings.TrimSpace(ShortCode(it.Code) + " " + it.Label.In(e.Words.Lang))
	}
	name := ShortCode(it.Code) + ", " + e.Words.RowName(s, f)
	switch col := s.Definition().At(f); {
	case f.Part == form.Note:
		name += ", " + e.Words.Fill.Note
	case col != nil:
		name += ", " + col.Label.In(e.Words.Lang)
	}
	return name
}

// answered is an answer as the form shows it, in one line.
func (e *Env) answered(s *form.Session, f form.Field, a form.Answer) string {
	shown := strings.Join(strings.Fields(e.Words.Said(s, f, a)), " ")
	if shown == "" {
		return e.Words.Grid.Blank
	}
	return shown
}
