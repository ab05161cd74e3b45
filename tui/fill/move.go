package fill

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/field"
	"giamsat/tui/kit"
)

// commit hands what changed to the desk, with the place.
func (s *Screen) commit() tea.Cmd {
	if s.draft.Closed() {
		return nil
	}
	place := model.Place{Section: s.sectionName()}
	if e, ok := s.entry(); ok {
		place.Field = e.Field
	}
	return s.draft.Commit(place)
}

// keep answers the open field with what was typed. It is called on leaving the
// field, for whatever reason; it reports whether the amount's comma is in doubt.
func (s *Screen) keep() (doubt bool) {
	e, ok := s.entry()
	if !ok || s.widget == nil {
		return false
	}
	typed := s.widget.Value()
	if typed == s.before {
		return false
	}
	had, _ := s.problemHere(e)
	s.session().Answer(e.Field, typed)
	s.before, s.left = typed, e.Field
	s.reload()
	s.warn(e, had)
	amb, _ := s.session().Ambiguity(e.Field)
	return amb != nil
}

// warn says on the note line of the next field what is the matter with the answer that
// was just given: the sign in its row tells that, and one would have to come back to
// read what. What was the matter before is no news.
func (s *Screen) warn(e form.Entry, had form.Problem) {
	p, ok := s.problemHere(e)
	if ok && (p.Code != had.Code || p.Rule != had.Rule) {
		s.warned = s.env.Words.ProblemOf(kit.ShortCode(e.Item.Code), p)
	}
}

// leave keeps the open field and forgets that it is open.
func (s *Screen) leave() tea.Cmd {
	if s.draft == nil {
		return nil
	}
	s.keep()
	s.asking = false
	return tea.Batch(s.commit(), s.draft.ClearOpen())
}

// advance goes on after a key that answered. It passes over the note that the
// answer may ask for: forty rated items are forty keys, and the note is one key
// back.
func (s *Screen) advance() tea.Cmd {
	e, ok := s.entry()
	s.pass()
	s.keep()
	owing := ""
	for _, p := range s.session().ProblemsAt(e.Field) {
		if p.Code == form.NoteMissing {
			owing = e.Field.Item
		}
	}
	defer func() {
		s.keyed = e.Field.Item
		if s.owing = owing; owing != "" {
			s.said = fmt.Sprintf(s.env.Words.Fill.OwesNote, s.name(e.Field))
		}
	}()
	for i := s.at + 1; ok && i < len(s.entries) && s.entries[i].Field.Item == e.Field.Item; i++ {
		s.at, s.widget = i, nil
	}
	return s.move(1)
}

// move goes n entries on, over what cannot be typed, and past the ends of the
// section into the next. An amount with two readings is asked about first, once;
// a second press goes on and leaves the question to the review.
func (s *Screen) move(n int) tea.Cmd {
	asked := s.asking
	if s.keep() && !asked && n > 0 {
		s.asking = true
		return s.commit()
	}
	s.asking = false
	for i := s.at + n; i >= 0 && i < len(s.entries); i += n {
		if s.stops(s.entries[i]) {
			s.at = i
			s.enter() // what was kept on the way has drawn its rows anew
			return tea.Batch(s.commit(), s.draft.ClearOpen())
		}
	}
	return s.turnTo(s.onward(n), n < 0)
}

// stops reports whether moving comes to rest on an entry: where something is
// typed or opened, and on a long text that was filled in elsewhere, so that it can
// be read in full. A computed text does not stop the hand; go-to leads there.
func (s *Screen) stops(e form.Entry) bool {
	return opens(e) || s.session().Editable(e.Field) || long(e) && e.Item.Readonly && !s.session().Get(e.Field).IsZero()
}

// turn goes to another section, to the entry that was left there.
func (s *Screen) turn(n int) tea.Cmd {
	s.keep()
	return s.turnTo(s.onward(n), false)
}

// onward is the next section in a direction in which anything is asked.
func (s *Screen) onward(n int) int {
	section := s.section + n
	for section >= 0 && section < len(s.session().Definition().Sections) && !s.asks(section) {
		section += n
	}
	return section
}

func (s *Screen) turnTo(section int, atEnd bool) tea.Cmd {
	defer s.scroll()
	if section < 0 || section >= len(s.session().Definition().Sections) {
		s.open()
		return tea.Batch(s.commit(), s.draft.ClearOpen())
	}
	if e, ok := s.entry(); ok {
		s.seen[s.section] = e.Field
	}
	s.section, s.top = section, 0
	clear(s.drawn)
	s.entries = s.session().Entries(s.sectionName(), s.isOpened)
	s.at = s.firstStop()
	if f, ok := s.seen[section]; ok && !atEnd {
		s.find(f)
	}
	if atEnd {
		s.at = s.lastStop()
	}
	s.open()
	return tea.Batch(s.commit(), s.draft.ClearOpen())
}

func (s *Screen) firstStop() int {
	for i, e := range s.entries {
		if s.stops(e) {
			return i
		}
	}
	return 0
}

func (s *Screen) lastStop() int {
	for i := len(s.entries) - 1; i >= 0; i-- {
		if s.stops(s.entries[i]) {
			return i
		}
	}
	return 0
}

func (s *Screen) isOpened(item string) bool { return s.opened[item] }

func (s *Screen) sectionName() string {
	secs := s.session().Definition().Sections
	return secs[min(max(s.section, 0), len(secs)-1)].Name
}

// goTo shows the section of a field and opens it; a field that is not there
// any more opens the section's first entry. A cell opens its table's line.
func (s *Screen) goTo(f form.Field) {
	def := s.session().Definition()
	it := def.Item(f.Item)
	if it != nil {
		for i, sec := range def.Sections {
			if sec.Name == it.Section {
				s.section = i
			}
		}
		if f.Row == "" && f.Part != "" {
			s.opened[f.Item] = true
		}
	}
	if f.Row != "" {
		f = form.Field{Item: f.Item}
	}
	if !s.asks(s.section) { // it was, when the place was noted
		s.section = 0
		s.section = max(0, min(s.onward(1), len(def.Sections)-1))
	}
	clear(s.drawn)
	s.entries = s.session().Entries(s.sectionName(), s.isOpened)
	s.at = s.firstStop()
	s.find(f)
	s.open()
}

// jump goes to a field from elsewhere; a cell is opened in its table.
func (s *Screen) jump(f form.Field) tea.Cmd {
	if s.draft == nil {
		return nil
	}
	s.outOf = s.cameOut(f)
	cmd := s.leave()
	s.goTo(f)
	if f.Row != "" {
		return tea.Batch(cmd, s.cover(kit.KindGrid, f))
	}
	return tea.Batch(cmd, s.commit())
}

func (s *Screen) find(f form.Field) {
	for i, e := range s.entries {
		if e.Field == f {
			s.at = i
			return
		}
	}
}

// reload lists the entries again after an answer, and stays on the open one.
func (s *Screen) reload() {
	e, ok := s.entry()
	clear(s.drawn)
	s.entries = s.session().Entries(s.sectionName(), s.isOpened)
	if ok {
		s.find(e.Field)
	}
	s.at = min(s.at, max(0, len(s.entries)-1))
}

// open makes the widget of the entry one is on.
func (s *Screen) open() {
	s.reload()
	s.enter()
}

// enter makes the widget of the entry one is on; the rows stay as they are drawn.
func (s *Screen) enter() {
	s.widget, s.before, s.anew = nil, "", true
	s.closeCompanions()
	e, ok := s.entry()
	defer s.scroll()
	if !ok || s.draft.Closed() || !s.session().Editable(e.Field) {
		return
	}
	s.widget = s.field(e)
	s.widget.SetWidth(s.widgetWidth(e))
	s.before = s.session().Editing(e.Field)
	s.widget.SetValue(s.before, -1)
	s.before = s.widget.Value()
}

// field makes the empty widget of an entry.
func (s *Screen) field(e form.Entry) field.Widget {
	return field.New(e.Item, field.Spec{
		Part:    e.Field.Part,
		Choices: s.session().Choices(e.Field),
		Find:    func(typed string, limit int) []form.Choice { return s.session().FindChoices(e.Field, typed, limit) },
		Name: func(code string) (string, bool) {
			name := s.session().ShownAs(e.Field, form.Answer{Value: form.Text(code)}, s.env.Words.Lang)
			return name, name != "" && name != code
		},
		Theme: s.env.Theme,
		Words: s.env.Words,
		Visit: s.session().ShortDates(),
		Comma: s.session().Comma(),
		Input: &s.env.Input,
	})
}

// closeCompanions puts empty companions of other items away.
func (s *Screen) closeCompanions() {
	e, ok := s.entry()
	for item := range s.opened {
		if ok && item != e.Field.Item {
			delete(s.opened, item)
			s.reload()
		}
	}
}

// name is how a field is called in a sentence: its code and label.
func (s *Screen) name(f form.Field) string {
	it := s.session().Definition().Item(f.Item)
	if it == nil {
		return f.Item
	}
	name := kit.ShortCode(it.Code) + " " + it.Label.In(s.env.Words.Lang)
	if col := s.session().Definition().At(f); f.Row != "" && col != nil {
		name += ", " + col.Label.In(s.env.Words.Lang)
	}
	return name
}
