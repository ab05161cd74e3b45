package fill

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// What a pick list was opened for; it comes back with what was picked.
type (
	pickChoice  struct{ field form.Field }
	pickGoto    struct{}
	pickConform struct{ fields []form.Field }
)

// pickable reports whether F9 has a list to show for an entry.
func (s *Screen) pickable(e form.Entry) bool {
	if e.Item == nil || e.Depth > 0 {
		return false
	}
	switch e.Item.Kind {
	case form.KindOne, form.KindMany, form.KindLookup:
		return s.session().Editable(e.Field)
	}
	return false
}

func (s *Screen) openPick() tea.Cmd {
	e, ok := s.entry()
	if !ok || s.draft.Closed() {
		s.said = s.closedWord()
		return nil
	}
	if amb, _ := s.session().Ambiguity(e.Field); amb != nil && s.untouched() {
		s.asking, s.anew = false, true // an amount left undecided is asked about again
		return nil
	}
	if !s.pickable(e) {
		s.said = s.env.Words.Common.NotHere
		return nil
	}
	const most = 500 // as many as there are: who has not typed looks for what it is called
	lang, f := s.env.Words.Lang, e.Field
	return s.cover(kit.KindPick, &kit.Pick{
		Tag: pickChoice{f}, Title: s.name(f), Many: e.Item.Kind == form.KindMany,
		Chosen: s.ticked(e), Typed: field.Sought(s.widget),
		Find: func(typed string) []kit.Entry {
			var list []kit.Entry
			for _, c := range s.session().FindChoices(f, typed, most) {
				list = append(list, kit.Entry{Code: c.Code, Label: c.Label.In(lang), Detail: s.env.Beside(c.Code)})
			}
			return list
		},
	})
}

// ticked is what is chosen in a field now, also what was not left yet.
func (s *Screen) ticked(e form.Entry) []string {
	switch {
	case s.widget == nil || e.Item.Kind != form.KindMany && s.untouched():
		return s.session().Get(e.Field).Value.Codes()
	case field.Sought(s.widget) == s.widget.Value():
		return nil // what is typed is no entry yet
	}
	return strings.Fields(s.widget.Value())
}

// gotoPick offers every item that is relevant, by its code or its label.
func (s *Screen) gotoPick() *kit.Pick {
	var items []*form.Item
	away := map[string]*form.Item{} // by the code that is typed for them
	for _, it := range s.session().Definition().Items() {
		if s.session().Visible(it.Name) {
			items = append(items, it)
		} else if !it.Hidden {
			away[kit.BareCode(it.Code)] = it
		}
	}
	w, among := s.env.Words, kit.AmongItems(items, s.env.Words.Lang)
	return &kit.Pick{Tag: pickGoto{}, Title: w.Fill.Goto, Find: func(typed string) []kit.Entry {
		list := among(typed)
		if it := away[kit.BareCode(typed)]; it != nil {
			said := kit.Entry{Code: it.Name, Label: s.notAsked(it, it.Label.In(w.Lang)), Detail: kit.ShortCode(it.Code)}
			list = append([]kit.Entry{said}, list...)
		}
		return list
	}}
}

// notAsked says that an item is not asked for in this record, and which answers
// decide that.
func (s *Screen) notAsked(it *form.Item, called string) string {
	w := s.env.Words.Fill
	said := fmt.Sprintf(w.NotAsked, called)
	var codes []string
	for _, on := range it.HangsOn() {
		if !on.Hidden && on.Code != "" {
			codes = append(codes, kit.ShortCode(on.Code))
		}
	}
	if len(codes) == 0 {
		return said
	}
	return fmt.Sprintf(w.AskedBy, said, strings.Join(codes, ", "))
}

// picked takes what was chosen in a list that this screen opened.
func (s *Screen) picked(msg kit.PickedMsg) tea.Cmd {
	switch tag := msg.Tag.(type) {
	case pickGoto:
		if len(msg.Codes) != 1 {
			return nil
		}
		if name := msg.Codes[0]; !s.session().Visible(name) {
			s.said = s.notAsked(s.session().Definition().Item(name), s.name(form.Field{Item: name}))
			return nil
		}
		return s.jump(form.Field{Item: msg.Codes[0]})
	case pickChoice:
		raw := strings.Join(msg.Codes, " ")
		if e, ok := s.entry(); ok && e.Field == tag.field {
			s.warnHidden(e, raw)
		}
		s.session().Answer(tag.field, raw)
		s.left = tag.field
		s.open()
		return s.move(1)
	case pickLast:
		return s.asLast(tag, msg.Codes)
	case pickHold:
		return s.hold(tag, msg.Codes)
	case pickPin:
		return s.unpin(msg.Codes)
	case pickConform:
		return s.conform(msg.Codes)
	}
	cmd, settled := s.dispute.Settle(s.draft, msg)
	if settled {
		s.open()
	}
	return cmd
}

// askConform lists the items that "the rest conforms" would answer with yes;
// one confirmation answers them, less those that the person takes out.
func (s *Screen) askConform() tea.Cmd {
	s.said = s.closedWord()
	if s.draft.Closed() {
		return nil
	}
	fields := s.session().Conforming(s.sectionName())
	if len(fields) == 0 {
		s.said = s.env.Words.Fill.ConformNone
		return nil
	}
	var entries []kit.Entry
	var chosen []string
	for _, f := range fields {
		it := s.session().Definition().Item(f.Item)
		entries = append(entries, kit.Entry{Code: f.Item, Label: it.Label.In(s.env.Words.Lang), Detail: kit.ShortCode(it.Code)})
		chosen = append(chosen, f.Item)
	}
	return tea.Batch(s.leave(), s.cover(kit.KindPick, &kit.Pick{
		Tag: pickConform{fields}, Many: true, Chosen: chosen,
		Confirm: func(n int) string { return i18n.Count(s.env.Words.Fill.ConformAsk, n) },
		Find: func(typed string) []kit.Entry {
			var list []kit.Entry
			for _, e := range entries {
				if vn.Match(vn.Fold(e.Detail+" "+e.Label), typed) {
					list = append(list, e)
				}
			}
			return list
		},
	}))
}

func (s *Screen) conform(items []string) tea.Cmd {
	var list []form.FieldText
	for _, name := range items {
		list = append(list, form.FieldText{Field: form.Field{Item: name}, Raw: form.Yes})
	}
	s.session().AnswerAll(list, form.Bulk)
	s.open()
	return s.commit()
}

// toggleNote opens the note of the open item, or goes back to the item.
func (s *Screen) toggleNote() tea.Cmd {
	e, ok := s.entry()
	if !ok || s.draft.Closed() {
		s.said = s.closedWord()
		return nil
	}
	if e.Depth == 0 {
		return s.noteOf(e.Field.Item)
	}
	cmd := s.leave()
	delete(s.opened, e.Field.Item)
	s.goTo(form.Field{Item: e.Field.Item})
	return tea.Batch(cmd, s.commit())
}

// noteOf opens the note of an item.
func (s *Screen) noteOf(item string) tea.Cmd {
	cmd := s.leave()
	s.goTo(form.Field{Item: item, Part: form.Note})
	return tea.Batch(cmd, s.commit())
}

// openTable opens what an entry leads to: the grid of a table, or the list of the
// records that belong to this one.
func (s *Screen) openTable() tea.Cmd {
	e, ok := s.entry()
	switch {
	case !ok || !opens(e):
		return s.move(1)
	case e.Item.Unconfirmed:
		s.said = s.env.Words.Fill.Unconfirmed
		return nil
	case e.Item.Kind == form.KindRecords:
		s.under = true
		return tea.Batch(s.leave(), s.env.Open(kit.KindList, "", s.listing(e.Item)))
	}
	return tea.Batch(s.leave(), s.cover(kit.KindGrid, e.Field))
}

// listing is the records of a form that belong to this one.
func (s *Screen) listing(it *form.Item) *kit.Listing {
	return &kit.Listing{
		Query: model.Query{Kinds: []model.Kind{model.Kind(it.Form)}, Parent: s.id},
		Title: it.Label.In(s.env.Words.Lang) + " " + s.env.Theme.Sign.Sep + " " + s.draft.Record.UnitName,
	}
}

// newRow opens what an entry leads to with a new row in it, or a new record.
func (s *Screen) newRow() tea.Cmd {
	e, ok := s.entry()
	if ok && e.Item.Unconfirmed {
		return s.openTable()
	}
	if ok && opens(e) && e.Item.Kind == form.KindRecords {
		s.under = true
		return tea.Batch(s.leave(), s.env.Open(kit.KindNew, "", &kit.Begin{Kind: model.Kind(e.Item.Form), Parent: s.id}))
	}
	return tea.Batch(s.openTable(), s.env.Hand(kit.RunMsg{Action: keymap.NewRow}))
}

// finding records a shortcoming from the open item and opens it in its table;
// Esc there comes back to the item.
func (s *Screen) finding() tea.Cmd {
	e, ok := s.entry()
	if !ok {
		return nil
	}
	return s.findingOf(e.Field)
}

func (s *Screen) findingOf(f form.Field) tea.Cmd {
	if s.said = s.env.RefuseFinding(s.draft); s.said != "" {
		return nil
	}
	left := s.leave()
	aside := s.env.FindingOf(s.draft, f)
	s.reload()
	return tea.Batch(left, s.commit(), s.cover(kit.KindGrid, aside))
}

// setNone says that a table has no rows because there are none, or takes it back.
func (s *Screen) setNone() tea.Cmd {
	e, ok := s.entry()
	if !ok || e.Item.Table == nil || s.draft.Closed() {
		s.said = s.closedWord()
		return nil
	}
	none := !s.session().None(e.Field.Item)
	if !s.session().SetNone(e.Field.Item, none) {
		s.said = s.env.Words.Common.NotHere
		return nil
	}
	s.open()
	if none {
		return s.move(1)
	}
	return s.commit()
}

// conflicts asks about fields that somebody else changed at the same time, as
// soon as no other screen lies above this one.
func (s *Screen) conflicts() tea.Cmd {
	if question := s.dispute.Ask(s.env, s.draft, s.width); question != nil {
		return s.cover(kit.KindPick, question)
	}
	return nil
}

// undecided says what became of a question whose answer stands that was left by Esc.
func (s *Screen) undecided() tea.Cmd {
	said, cmd := s.dispute.Leave(s.env, s.draft)
	if said != "" {
		s.open()
		s.said = said
	}
	return cmd
}
