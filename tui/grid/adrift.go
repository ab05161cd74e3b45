package grid

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// What somebody else takes out may be the very row in which a person types, with
// the eyes on paper. Then the cursor stands on another row by chance: what is typed
// goes nowhere until the person has moved. A row in which the person has typed is
// brought back by undo.

// heldCells is how much of a row that is gone the sentence tells.
const heldCells = 150

// adopted shows what somebody else has changed. A cell that is being typed in
// stays open, unless its row is gone: then it is said who took it out, and what
// stood in it.
func (s *Screen) adopted(msg kit.AdoptedMsg) tea.Cmd {
	if msg.ID != s.id {
		return nil
	}
	here, before := s.field(), s.rows
	open := ""
	if s.editor != nil && !s.editor.unchanged() {
		open = s.editor.Value()
	}
	s.refresh()
	var gone []row
	for _, r := range before {
		if _, _, still := s.find(form.Field{Item: s.table.Name, Row: r.id}); !still {
			gone = append(gone, r)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	w := s.env.Words.Grid
	mine := func(r row) bool { return r.id == here.Row || s.session.TypedIn(s.table.Name, r.id) }
	s.session.Forgo(s.table.Name, added(before, nil), added(gone, mine))
	if i := slices.IndexFunc(gone, func(r row) bool { return r.id == here.Row }); i >= 0 {
		s.adrift = fmt.Sprintf(w.TheyRemoved, s.remover(msg, gone[i].id), s.held(gone[i], open))
		s.editor, s.question = nil, nil
		return both(s.draft.ClearOpen(), s.env.Warn(s.adrift))
	}
	said, which := w.TheyRemovedOther, gone[0]
	if i := slices.IndexFunc(gone, mine); i >= 0 {
		said, which = w.TheyRemovedMine, gone[i]
	}
	return s.env.Warn(fmt.Sprintf(said, s.remover(msg, which.id), s.held(which, "")))
}

// added lists the rows that a person added, of those that which chooses; nil: of all.
func added(rows []row, which func(row) bool) []form.Row {
	var list []form.Row
	for _, r := range rows {
		if r.free && (which == nil || which(r)) {
			list = append(list, r.id)
		}
	}
	return list
}

func (s *Screen) remover(msg kit.AdoptedMsg, id form.Row) string {
	if by := msg.Gone[form.Field{Item: s.table.Name, Row: id}]; by != "" {
		return by
	}
	return msg.By
}

// held is what a person had typed in a row, with the text that was still open.
func (s *Screen) held(r row, open string) string {
	var texts []string
	for _, c := range r.cells {
		if c.access == typed && c.text != "" {
			texts = append(texts, c.text)
		}
	}
	if open != "" {
		texts = append(texts, open)
	}
	if len(texts) == 0 {
		return s.env.Words.Grid.Blank
	}
	return ansi.Truncate(strings.Join(texts, "; "), heldCells, s.env.Theme.Sign.CutRight)
}

// stray reports whether an action would change a row that the person did not go
// to. One that moves by a key of its own ends that; Enter, which ends an entry,
// does not.
func (s *Screen) stray(action keymap.Action) bool {
	if s.adrift == "" {
		return false
	}
	switch action {
	case keymap.Return, keymap.ClearCell, keymap.FillDown, keymap.DuplicateRow, keymap.DeleteRow, keymap.None, keymap.Note, keymap.Ditto, keymap.Pick, keymap.Finding:
		return true
	}
	return false
}
