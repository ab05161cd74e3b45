package fill

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/field"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// key sends a key where it belongs: to the question on the note line, to a
// widget that must have it, to the screen's own keys, then to the widget.
func (s *Screen) key(msg tea.KeyPressMsg) tea.Cmd {
	if s.draft == nil {
		if a, ok := s.env.Keys.Action(s.Scope(), msg); ok && a == keymap.Back {
			return s.env.Back(nil)
		}
		return nil
	}
	owing, keyed := s.owing, s.keyed
	s.said, s.owing, s.keyed, s.warned = "", "", "", ""
	if cmd, taken := s.pressQuestion(msg); taken {
		return cmd
	}
	a, ok := s.env.Keys.Action(s.Scope(), msg)
	if s.widget != nil && s.widget.Captures(msg) && !(ok && a == keymap.Next && s.unseen()) {
		return s.typeInto(msg)
	}
	if ok {
		switch { // the answer was given a moment ago: it is meant
		case a == keymap.Note && owing != "":
			return s.noteOf(owing)
		case a == keymap.Finding && keyed != "" && (owing != "" || s.blank()):
			return s.findingOf(form.Field{Item: keyed})
		}
		return s.do(a)
	}
	return s.typeInto(msg)
}

// blank reports whether nothing is answered yet where one is.
func (s *Screen) blank() bool {
	e, ok := s.entry()
	return ok && s.session().Get(e.Field).IsZero() && s.untouched()
}

// typeInto hands a key or a paste to the open widget.
func (s *Screen) typeInto(msg tea.Msg) tea.Cmd {
	s.ditto.Stop()
	s.outOf = form.Field{}
	e, ok := s.entry()
	if !ok || s.widget == nil {
		if ok && e.Item.Table != nil && !e.Item.Unconfirmed && e.Depth == 0 && kit.Types(msg) {
			if list := s.session().Awaited(e.Item.Name); len(list) > 0 {
				s.said = s.env.RowsFrom(list[0])
				return nil
			}
			return tea.Batch(s.openTable(), s.env.Hand(msg))
		}
		return s.refuse(e, ok)
	}
	if !s.replaces(e, msg) || !s.widget.Update(msg) {
		return nil
	}
	s.asking = false
	if s.widget.Done() {
		return s.advance()
	}
	s.warnHidden(e, s.widget.Value())
	return s.draft.SetOpen(e.Field, s.widget.Value(), s.widget.Caret())
}

// warnHidden says that items which have answers would go with what was just
// unchosen of several: a stray digit must not put an area out of the record
// unseen.
func (s *Screen) warnHidden(e form.Entry, raw string) {
	if e.Depth != 0 || e.Item.Kind != form.KindMany || raw == s.before {
		return
	}
	if n := len(s.session().Hides(e.Field, raw)); n > 0 {
		s.said = fmt.Sprintf(s.env.Words.Fill.NoLongerAsked, n)
	}
}

// replaces clears a figure that stands in a field just opened, when another one
// is typed: 8042 typed on 8.038 is 8.042. So it is with a line of text that was
// carried over. Arrows and Backspace edit instead. It reports false for what the
// field refuses: then the figure stays.
func (s *Screen) replaces(e form.Entry, msg tea.Msg) bool {
	carried := e.Item.Kind == form.KindText && s.session().Get(e.Field).Carried
	if !s.anew || !kit.Types(msg) || e.Depth != 0 || !figure(e.Item.Kind) && !carried || s.before == "" {
		s.anew = false
		return true
	}
	was := s.widget.Value()
	if s.widget.Update(msg); s.widget.Value() == was {
		return false
	}
	s.anew = false
	field.Back(s.widget, was) // what was typed to see whether it is taken
	field.Blank(s.widget)
	return true
}

func figure(k form.Kind) bool {
	switch k {
	case form.KindInteger, form.KindDecimal, form.KindMoney, form.KindPercent, form.KindDate, form.KindTime:
		return true
	case form.KindText, form.KindLongText, form.KindYesNo, form.KindYesNoNA, form.KindOne, form.KindMany, form.KindLookup, form.KindTable, form.KindRecords:
	}
	return false
}

// refuse says why nothing can be typed here.
func (s *Screen) refuse(e form.Entry, ok bool) tea.Cmd {
	switch {
	case !ok:
	case s.draft.Closed():
		s.said = s.env.Words.Fill.Closed
	case e.Item.Readonly:
		s.said = s.given(e)
	case e.Item.Computed():
		s.said = s.env.Words.Fill.ComputedHere
	case e.Item.Unconfirmed:
		s.said = s.env.Words.Fill.Unconfirmed
	case e.Item.Kind == form.KindRecords:
		s.said = s.env.Words.Fill.RecordsHere
	}
	return nil
}

// given says where the value of an item comes from that nobody types.
func (s *Screen) given(e form.Entry) string {
	switch {
	case e.Item.Inherit != "":
		return s.env.Words.Fill.Inherited
	case slices.Contains(model.Followed(), s.draft.Record.Kind()):
		return s.env.Words.Fill.FromMinutes
	}
	return s.env.Words.Fill.Readonly
}

func (s *Screen) paste(msg tea.PasteMsg) tea.Cmd {
	if s.draft == nil {
		return nil
	}
	s.said = ""
	if s.asking {
		cmd, free := s.typeOn()
		if !free {
			return cmd
		}
		return tea.Batch(cmd, s.paste(msg))
	}
	return s.typeInto(msg)
}

// do carries out an action, whether it came by a key or from the palette.
func (s *Screen) do(a keymap.Action) tea.Cmd {
	if s.draft == nil && a != keymap.Back {
		return nil
	}
	if a != keymap.Ditto {
		s.ditto.Stop()
	}
	if a != keymap.NextProblem && a != keymap.PrevProblem {
		s.outOf = form.Field{}
	}
	switch a {
	case keymap.Next:
		s.pass()
		return s.move(1)
	case keymap.Down: // looks further: what was carried over is not passed by it
		return s.move(1)
	case keymap.Prev, keymap.Up:
		return s.move(-1)
	case keymap.NextSection, keymap.PageDown:
		return s.turn(1)
	case keymap.PrevSection, keymap.PageUp:
		return s.turn(-1)
	case keymap.NextProblem:
		return s.nextProblem(1)
	case keymap.PrevProblem:
		return s.nextProblem(-1)
	case keymap.FirstUnanswered:
		return s.firstUnanswered()
	case keymap.Undo, keymap.Redo:
		return s.unwind(a == keymap.Redo)
	case keymap.Goto:
		return tea.Batch(s.leave(), s.cover(kit.KindGoto, s.gotoPick()))
	case keymap.Pick:
		return s.openPick()
	case keymap.Note:
		return s.toggleNote()
	case keymap.Conform:
		return s.askConform()
	case keymap.Open:
		return s.openTable()
	case keymap.None:
		return s.setNone()
	case keymap.NewRow:
		return s.newRow()
	case keymap.Finding:
		return s.finding()
	case keymap.Ditto:
		return s.repeat()
	case keymap.AsLast:
		return s.askLast()
	case keymap.Hold:
		return s.askHold()
	case keymap.Pin:
		return s.pin()
	case keymap.Pins:
		return s.askPins()
	case keymap.Review:
		return tea.Batch(s.leave(), s.cover(kit.KindReview, nil))
	case keymap.Back:
		return tea.Batch(s.leave(), s.env.Desk.Remember(""), s.env.LeaveRecord(s.id))
	}
	return s.about(a)
}

// about opens what belongs to the record on a screen of its own.
func (s *Screen) about(a keymap.Action) tea.Cmd {
	if !s.env.OpenAbout(a, s.draft.Record) {
		return nil
	}
	s.under = true
	return s.leave()
}

// Actions lists what can be done here now, the usual ones first.
func (s *Screen) Actions() []kit.Action {
	w := s.env.Words.Fill
	if s.draft == nil {
		return []kit.Action{{ID: keymap.Back}}
	}
	e, _ := s.entry()
	var list []kit.Action
	if opens(e) {
		list = append(list, kit.Action{ID: keymap.Open})
		if e.Item.Table != nil && e.Item.Table.MayBeNone {
			list = append(list, kit.Action{ID: keymap.None, Refused: s.closedWord()})
		}
	}
	if s.pickable(e) {
		list = append(list, kit.Action{ID: keymap.Pick, Refused: s.closedWord()})
	}
	list = append(list, kit.Action{ID: keymap.NextProblem}, kit.Action{ID: keymap.Goto}, kit.Action{ID: keymap.Note, Refused: s.closedWord()})
	list = append(list, s.env.FindingActions(s.draft, false)...)
	if scope := s.Scope(); scope == keymap.InFillChoice || scope == keymap.InFillTable {
		refused := s.closedWord()
		if len(s.session().Conforming(s.sectionName())) == 0 && refused == "" {
			refused = w.ConformNone
		}
		list = append(list, kit.Action{ID: keymap.Conform, Refused: refused})
	}
	list = append(list, s.repeating()...)
	undo, redo := "", ""
	if !s.session().CanUndo() && !s.unleft() {
		undo = w.NothingBack
	}
	if !s.session().CanRedo() && (s.widget == nil || !field.CanForward(s.widget)) {
		redo = w.NothingAgain
	}
	list = append(list,
		kit.Action{ID: keymap.Review}, kit.Action{ID: keymap.Back},
		kit.Action{ID: keymap.Undo, Refused: undo, Quiet: true}, kit.Action{ID: keymap.Redo, Refused: redo, Quiet: true},
		kit.Action{ID: keymap.Next, Quiet: true}, kit.Action{ID: keymap.Prev, Quiet: true},
		kit.Action{ID: keymap.NextSection, Quiet: true}, kit.Action{ID: keymap.PrevSection, Quiet: true},
		kit.Action{ID: keymap.PrevProblem, Quiet: true}, kit.Action{ID: keymap.FirstUnanswered, Quiet: true})
	return append(list, s.env.About(s.draft.Record)...)
}

func (s *Screen) closedWord() string {
	if s.draft.Closed() {
		return s.env.Words.Fill.Closed
	}
	return ""
}
