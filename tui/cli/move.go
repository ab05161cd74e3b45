package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

// move shows a record under a newer form, and moves it where --yes and a reason
// are given.
func (t Tools) move(ctx context.Context, s Store, lib *form.Library) error {
	asked, w := t.Commands.Form.Move, t.Words.Move
	id, err := t.find(ctx, s, asked.ID)
	if err != nil {
		return err
	}
	op, err := s.Record(ctx, id)
	if err != nil {
		return err
	}
	to, err := t.newer(lib, op, asked.Version)
	if err != nil {
		return err
	}
	set, err := kit.Looking(ctx, s, t.Catalog, op.Record, op.Form, to)
	if err != nil {
		return err
	}
	moving := form.Move(op.Filled, op.Form, to, set)
	if err := t.moving(op.Record, moving); err != nil {
		return err
	}
	switch {
	case op.Record.Status == model.Completed:
		return Said(w.Closed)
	case !asked.Yes:
		return t.line("\n" + w.Unsaid)
	case strings.TrimSpace(asked.Reason) == "":
		return Said(w.NoReason)
	}
	if err := s.Move(ctx, model.SaveOf(op, moving), to, asked.Reason); err != nil {
		return err
	}
	return t.line("\n" + fmt.Sprintf(w.Done, to.Version))
}

// newer loads the version that a record is moved to: the one that was named, or
// the newest that serves it.
func (t Tools) newer(lib *form.Library, op *model.Opened, version string) (*form.Definition, error) {
	w, r := t.Words.Move, op.Record
	if version == "" {
		list := lib.Newer(op.Form, r.Programme, r.Day)
		if len(list) == 0 {
			return nil, Said(w.NoNewer)
		}
		version = list[0].Version
	}
	to, err := lib.Version(op.Form.ID, version)
	switch {
	case errors.Is(err, form.ErrNoForm):
		return nil, say(t.Words.Start.NoForm, op.Form.ID+"@"+version)
	case err != nil:
		return nil, err
	case to.Hash == op.Form.Hash:
		return nil, say(w.Same, version)
	case to.Programme != "" && to.Programme != r.Programme:
		return nil, say(w.Other, version)
	}
	return to, nil
}

// moving prints how the answers fare that do not stay as they are.
func (p Printer) moving(r model.Record, m form.Moving) error {
	w := p.Words.Move
	def := m.Is.Definition()
	heading := fmt.Sprintf(w.Heading, r.UnitName, r.Day, def.Title.In(p.Words.Lang), m.Was.Definition().Version, def.Version)
	if err := p.line(heading); err != nil {
		return err
	}
	var counts []string
	for _, l := range []form.Landing{form.Anew, form.Unfit, form.Homeless, form.Wanted, form.Kept} {
		counts = append(counts, fmt.Sprintf(w.Counts.Of(l), m.Count(l)))
	}
	if err := p.line(strings.Join(counts, ", ")); err != nil {
		return err
	}
	if m.Count(form.Kept) == len(m.Lines) {
		return p.line(w.Nothing)
	}
	for _, l := range m.Lines {
		if l.Landing == form.Kept {
			continue
		}
		code, label, _ := p.Words.Answer(m.Is, l.Field)
		if code == "" {
			code, label, _ = p.Words.Answer(m.Was, l.Field)
		}
		_, _, was := p.Words.Answer(m.Was, l.Field)
		text := "  " + code + " " + label
		if l.Landing == form.Homeless {
			text += " “" + was + "”"
		}
		if err := p.line(text + ": " + p.Words.Landing(m, l)); err != nil {
			return err
		}
	}
	return nil
}
