package fill

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Entry by repetition: ditto, "as last time", and pins. A carried value stays
// marked until Enter passes it, so that a second visit costs about a key an item
// and nothing of it is completed unseen.

// What the lists of this file were opened for.
type (
	pickLast struct {
		fields []form.Field
		from   *form.Session
	}
	pickPin struct{}
)

// unseen reports whether the open entry has a carried value that nobody has passed
// and nothing was typed on: Enter passes it, also in a text of several lines.
func (s *Screen) unseen() bool {
	e, ok := s.entry()
	return ok && s.untouched() && s.session().Get(e.Field).Carried
}

// pass says of a carried value that the person has seen it; the caller commits.
func (s *Screen) pass() {
	if e, ok := s.entry(); ok && !s.draft.Closed() && s.unseen() {
		s.session().Pass(e.Field)
		s.reload()
	}
}

// unseenIn counts the carried values of a section that nobody has passed.
func (s *Screen) unseenIn(section string) int {
	n := 0
	for _, p := range s.session().Problems() {
		if p.Code == form.Unseen && s.session().Definition().Item(p.Field.Item).Section == section {
			n++
		}
	}
	return n
}

// former asks for the former records, unless they are there: the action is done
// when they have come. It is false when there is nothing to wait for.
func (s *Screen) former(a keymap.Action) (tea.Cmd, bool) {
	cmd := s.env.ReadFormer(s.draft)
	if cmd != nil {
		s.wanted = a
	}
	return cmd, cmd != nil
}

// formerRead takes the former records, and does what waited for them.
func (s *Screen) formerRead(msg kit.FormerMsg) tea.Cmd {
	if msg.ID != s.id || s.draft == nil {
		return nil
	}
	s.draft.TakeFormer(msg)
	a := s.wanted
	s.wanted = ""
	switch {
	case a == "":
		return nil
	case msg.Err != nil:
		return s.env.Warn(s.env.Words.Err(msg.Err))
	}
	return s.do(a)
}

// repeat brings into the open entry what the former record says there; again, an
// older one. On the line of a table it brings all rows.
func (s *Screen) repeat() tea.Cmd {
	e, ok := s.entry()
	switch {
	case !ok || s.draft.Closed():
		s.said = s.closedWord()
		return nil
	case opens(e) && e.Item.Table != nil && !e.Item.Unconfirmed:
		if why := s.env.RefuseRows(s.draft, e.Item); why != "" && !s.ditto.At(e.Field) {
			s.said = why
			return nil
		}
	case !s.session().Editable(e.Field):
		return s.refuse(e, ok)
	}
	if cmd, reading := s.former(keymap.Ditto); reading {
		return cmd
	}
	s.keep()
	s.asking = false
	said, changed := s.ditto.Next(s.env, s.draft, e.Field)
	s.said = said
	if changed {
		s.open()
	}
	return tea.Batch(s.commit(), s.draft.ClearOpen())
}

// askLast lists what "as last time" would answer in the section; one confirmation
// carries it, less what the person takes out.
func (s *Screen) askLast() tea.Cmd {
	if s.said = s.closedWord(); s.draft.Closed() {
		return nil
	}
	if cmd, reading := s.former(keymap.AsLast); reading {
		return cmd
	}
	left := s.leave()
	w := s.env.Words
	last, ok := s.draft.Last()
	if !ok {
		s.said = w.Repeat.LastNone
		if len(s.draft.Former()) > 0 {
			s.said = w.Repeat.LastRound
		}
		return left
	}
	fields := s.session().Carriable(s.sectionName(), last.Session)
	if len(fields) == 0 {
		s.said = w.Repeat.LastEmpty
		return left
	}
	var entries []kit.Entry
	var chosen []string
	for _, f := range fields {
		it := s.session().Definition().Item(f.Item)
		shown := flat(last.Session.Shown(f, w.Lang))
		if it.Table != nil {
			shown = i18n.Count(w.Repeat.Rows, last.Session.Filled(f.Item))
		}
		entries = append(entries, kit.Entry{Code: f.Item, Label: it.Label.In(w.Lang) + ": " + shown, Detail: kit.ShortCode(it.Code)})
		chosen = append(chosen, f.Item)
	}
	return tea.Batch(left, s.cover(kit.KindPick, &kit.Pick{
		Tag: pickLast{fields, last.Session}, Many: true, Confirm: func(n int) string { return i18n.Count(w.Repeat.LastAsk, n, last.UnitName, last.Day) },
		Chosen: chosen, Find: kit.Among(entries),
	}))
}

// asLast carries what was confirmed, and goes to the first of it.
func (s *Screen) asLast(tag pickLast, codes []string) tea.Cmd {
	var items []string
	for _, f := range tag.fields { // in the form's order: a later one may hang on an earlier one
		if slices.Contains(codes, f.Item) {
			items = append(items, f.Item)
		}
	}
	if !s.session().CarryItems(items, tag.from) {
		return nil
	}
	s.goTo(form.Field{Item: items[0]})
	s.said = i18n.Count(s.env.Words.Repeat.LastDone, len(items))
	return s.commit()
}

// pin pins the value of the open entry for the round, or takes that pin out.
func (s *Screen) pin() tea.Cmd {
	w := s.env.Words.Repeat
	e, ok := s.entry()
	switch {
	case !ok || opens(e):
		s.said = s.env.Words.Common.NotHere
		return nil
	case !s.draft.Closed() && !s.session().Editable(e.Field):
		return s.refuse(e, ok)
	case s.draft.Pinned().Round == "":
		s.said = w.NoRound
		return nil
	}
	s.keep()
	s.open()
	raw := s.session().Editing(e.Field)
	if s.session().Get(e.Field).Value.IsZero() {
		s.said = w.NoValue
		return s.commit()
	}
	said := w.Pinned
	if now := s.draft.Pinned().At(e.Field); now != "" && s.session().Read(e.Field, now).Value == s.session().Get(e.Field).Value {
		raw, said = "", w.Unpinned
	}
	s.pinning = fmt.Sprintf(said, s.name(e.Field))
	return tea.Batch(s.commit(), s.draft.ClearOpen(), s.draft.Pin(e.Field, raw))
}

// pinned takes what is pinned now, and says what was done.
func (s *Screen) pinned(msg kit.PinnedMsg) tea.Cmd {
	if msg.ID != s.id || s.draft == nil {
		return nil
	}
	s.draft.TakePins(msg)
	said := s.pinning
	s.pinning = ""
	if msg.Err != nil {
		return s.env.Warn(s.env.Words.Err(msg.Err))
	}
	clear(s.drawn)
	s.said = said
	return nil
}

// askPins lists what is pinned; choosing one takes it out.
func (s *Screen) askPins() tea.Cmd {
	pins := s.draft.Pinned()
	switch {
	case pins.Round == "":
		s.said = s.env.Words.Repeat.NoRound
		return nil
	case len(pins.List) == 0:
		s.said = s.env.Words.Repeat.NoPins
		return nil
	}
	return tea.Batch(s.leave(), s.cover(kit.KindPick, s.env.PickPin(pickPin{}, pins, s.session())))
}

// unpin takes out the pin that was chosen in the list.
func (s *Screen) unpin(codes []string) tea.Cmd {
	f, err := form.ParseField(codes[0])
	if err != nil {
		return nil // the list names fields
	}
	s.pinning = fmt.Sprintf(s.env.Words.Repeat.Unpinned, s.name(f))
	return s.draft.Pin(f, "")
}

// repeating are the actions of this file.
func (s *Screen) repeating() []kit.Action {
	w := s.env.Words
	e, ok := s.entry()
	ditto, pin, pins := s.closedWord(), "", ""
	switch {
	case !ok:
		ditto, pin = w.Common.NotHere, w.Common.NotHere
	case opens(e):
		pin = w.Common.NotHere
		if e.Item.Table == nil || e.Item.Unconfirmed {
			ditto = w.Common.NotHere
		} else if !s.ditto.At(e.Field) {
			ditto = s.env.RefuseRows(s.draft, e.Item)
		}
	case !s.draft.Closed() && !s.session().Editable(e.Field):
		ditto, pin = w.Common.NotHere, w.Common.NotHere
	}
	if s.draft.Pinned().Round == "" {
		pin, pins = w.Repeat.NoRound, w.Repeat.NoRound
	}
	return []kit.Action{{ID: keymap.Ditto, Refused: ditto}, {ID: keymap.AsLast, Refused: s.closedWord(), Quiet: true},
		{ID: keymap.Hold, Refused: s.refuseHold(), Quiet: true},
		{ID: keymap.Pin, Refused: pin, Quiet: true}, {ID: keymap.Pins, Refused: pins, Quiet: true}}
}
