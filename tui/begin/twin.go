package begin

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

// twinKey is what an inspection that there is already was looked for by.
type twinKey struct {
	unit  catalog.UnitKey
	day   vn.Date
	round model.RecordID
}

// twin is an inspection of the same unit on the same day, or one of the same round
// that is not completed. It is told, and begun beside it only when that is meant.
type twin struct {
	key   twinKey
	found *model.Summary // nil: none
	meant bool           // a second one is meant
}

// twinMsg brings what was found.
type twinMsg struct {
	key   twinKey
	found *model.Summary
	err   error
}

// twinKey is what there is to look for; it is false while unit or day is not
// known.
func (s *Screen) twinKey() (twinKey, bool) {
	day, err := s.day()
	u, known := s.unitOf(s.fields[unit].Value())
	if err != nil || !known || s.in.Kind != model.Inspection {
		return twinKey{}, false
	}
	c, _ := s.chosen()
	return twinKey{unit: u.Key, day: day, round: c.id}, true
}

// readTwin looks for such an inspection, unless that was done.
func (s *Screen) readTwin() tea.Cmd {
	key, ok := s.twinKey()
	if !ok || key == s.twin.key {
		return nil
	}
	store := s.env.Store
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		rows, _, err := store.Records(ctx, model.Query{Units: []catalog.UnitKey{key.unit}, Order: model.ByDay, Limit: most})
		for i, row := range rows {
			if row.Day == key.day || key.round != "" && row.Parent == key.round && row.Status == model.Draft {
				return twinMsg{key: key, found: &rows[i]}
			}
		}
		return twinMsg{key: key, err: err}
	}
}

// twinRead takes what was found, unless something else is looked for by now. That
// it could not be looked for stands in nobody's way.
func (s *Screen) twinRead(msg twinMsg) tea.Cmd {
	if key, ok := s.twinKey(); !ok || key != msg.key {
		return nil
	}
	if msg.err != nil {
		s.env.Log.Error("cannot look for an inspection of the unit", "unit", msg.key.unit.String(), "cause", msg.err)
	}
	s.twin = twin{key: msg.key, found: msg.found}
	if s.begin {
		return s.start()
	}
	return nil
}

// twinSaid tells of the inspection that there is already.
func (s *Screen) twinSaid() string {
	key, ok := s.twinKey()
	if !ok || key != s.twin.key || s.twin.found == nil {
		return ""
	}
	return fmt.Sprintf(s.env.Words.New.Twin, s.twin.found.UnitName, s.twin.found.Day, s.twinState())
}

func (s *Screen) twinState() string {
	if s.twin.found.Status == model.Completed {
		return s.env.Words.New.TwinDone
	}
	return s.env.Words.New.TwinDraft
}

// pickTwin marks the question what is to be done beside an inspection that there
// is already; its codes are openIt and beginNew.
type pickTwin struct{}

const (
	openIt   = "open"
	beginNew = "begin"
)

// askTwin asks whether the inspection that there is is meant.
func (s *Screen) askTwin() tea.Cmd {
	words := s.env.Words.New
	list := []kit.Entry{
		{Code: openIt, Label: words.OpenTwin, Detail: s.twin.found.UnitName + " " + s.env.Theme.Sign.Sep + " " + s.twin.found.Day.String()},
		{Code: beginNew, Label: words.BeginBeside},
	}
	return s.env.Open(kit.KindPick, "", &kit.Pick{Tag: pickTwin{}, Title: s.twinSaid(), Find: kit.Among(list)})
}

func (s *Screen) twinPicked(codes []string) tea.Cmd {
	switch {
	case len(codes) != 1 || s.twin.found == nil:
		return nil
	case codes[0] == openIt:
		return s.env.Replace(kit.KindFill, s.twin.found.ID, nil)
	}
	s.twin.meant = true
	return s.start()
}
