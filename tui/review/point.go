package review

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// point is one line of the review: a problem of an answer, what was carried into a
// section and not passed, or something about the records around this one, which
// only informs.
type point struct {
	problem form.Problem  // of carried values the first
	section *form.Section // of carried values
	unseen  int           // how many carried values; 0: it is no such line
	around  string        // the sentence about the records around; "" for a problem
	kind    model.Kind
	opens   kit.OpenMsg // where Enter leads from such a sentence
}

// points lists what is the matter: first what was answered and is in doubt, in
// the order of the form, then what the records around say, then what is not
// answered yet. A form just begun has a hundred of the latter, which must not bury
// the one wrong figure; nor must what a second visit carries over, of which each
// section has one line.
func (s *Screen) points() []point {
	if s.draft == nil {
		return nil
	}
	var doubtful, missing []point
	def, carried := s.draft.Session.Definition(), map[string]int{}
	for _, p := range s.draft.Session.Problems() {
		switch p.Code {
		case form.Missing:
			missing = append(missing, point{problem: p})
		case form.Unseen:
			name := def.Item(p.Field.Item).Section
			i, there := carried[name]
			if !there {
				i = len(doubtful)
				carried[name], doubtful = i, append(doubtful, point{problem: p, section: def.Section(name)})
			}
			doubtful[i].unseen++
		default:
			doubtful = append(doubtful, point{problem: p})
		}
	}
	return slices.Concat(doubtful, s.neighbours(), missing)
}

// neighbours are the sentences about the records around.
func (s *Screen) neighbours() (list []point) {
	w := s.env.Words
	add := func(kind model.Kind, text string, opens kit.OpenMsg) {
		list = append(list, point{problem: form.Problem{Severity: form.Notice}, around: text, kind: kind, opens: opens})
	}
	if s.draft.Closed() {
		return nil
	}
	if n := s.around.Whole; n > 0 && s.unverified() {
		add(s.draft.Record.Kind(), fmt.Sprintf(w.Review.Whole, n), kit.OpenMsg{Kind: kit.KindVerify, ID: s.id, Arg: true})
	}
	for _, kind := range slices.Sorted(maps.Keys(s.around.InEntry)) {
		add(kind, fmt.Sprintf(w.Review.InEntry, s.around.InEntry[kind], w.Kind(kind).Many), s.children(kind, model.Draft))
	}
	for _, kind := range slices.Sorted(maps.Keys(s.around.Twice)) {
		add(kind, fmt.Sprintf(w.Review.Twice, w.Kind(kind).Many, strings.Join(s.around.Twice[kind], ", ")), s.children(kind, ""))
	}
	return list
}

// children opens the list of the records of a kind that belong to this one.
func (s *Screen) children(kind model.Kind, status model.Status) kit.OpenMsg {
	return kit.OpenMsg{Kind: kit.KindList, Arg: &kit.Listing{
		Query: model.Query{Kinds: []model.Kind{kind}, Parent: s.id, Status: status},
		Title: s.env.Join(s.env.KindTitle(kind), s.draft.Record.UnitName),
	}}
}

// unverified reports whether anything that was typed is not verified.
func (s *Screen) unverified() bool {
	return slices.ContainsFunc(s.draft.Session.Verifiable(true), func(f form.Field) bool {
		return s.draft.Session.Verification(f) == form.NotRead
	})
}

// surrounded takes what the records around say.
func (s *Screen) surrounded(msg kit.SurroundedMsg) tea.Cmd {
	if msg.ID != s.id {
		return nil
	}
	if msg.Err != nil {
		return s.env.Warn(s.env.Words.Err(msg.Err))
	}
	s.around = msg.Around
	s.fit()
	return nil
}

// problem is the one the marker is on; it is false on any other line.
func (s *Screen) problem() (form.Problem, bool) {
	list := s.points()
	if s.scroll.At >= len(list) || list[s.scroll.At].around != "" || list[s.scroll.At].unseen > 0 {
		return form.Problem{}, false
	}
	return list[s.scroll.At].problem, true
}

// open leads to the field of a problem, or to the records that a sentence is
// about.
func (s *Screen) open() tea.Cmd {
	list := s.points()
	switch {
	case s.scroll.At >= len(list):
		return s.env.Back(nil)
	case list[s.scroll.At].around != "":
		to := list[s.scroll.At].opens
		return s.env.Open(to.Kind, to.ID, to.Arg)
	}
	return s.env.Back(kit.Jump{Field: list[s.scroll.At].problem.Field})
}

// sentence says a point in full.
func (s *Screen) sentence(at point) string {
	switch {
	case at.around != "":
		return at.around
	case at.unseen > 0:
		return fmt.Sprintf(s.env.Words.Repeat.Unseen, at.unseen)
	}
	return s.env.Words.Problem(at.problem)
}

// verified says, under the problems, how far the second reading is, with the key
// that goes on with it. It says nothing while there is nothing to verify.
func (s *Screen) verified() []string {
	if s.draft.Closed() && !s.anyVerified() || len(s.draft.Session.Verifiable(false)) == 0 {
		return nil
	}
	text := s.env.Words.Verified(s.draft.Session, s.around.Whole > 0)
	if !s.draft.Closed() {
		text += " (" + s.env.Keys.Short(s.Scope(), s.verifying()) + ")"
	}
	return []string{" " + s.env.Theme.Muted.Render(ansi.Truncate(text, s.width-2, s.env.Theme.Sign.CutRight))}
}

// verifying is the second reading that is due: of the amounts, or of everything.
func (s *Screen) verifying() keymap.Action {
	if s.around.Whole > 0 {
		return keymap.VerifyAll
	}
	return keymap.Verify
}

func (s *Screen) anyVerified() bool {
	return slices.ContainsFunc(s.draft.Session.Verifiable(false), func(f form.Field) bool {
		return s.draft.Session.Verification(f) != form.NotRead
	})
}
