package replay

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui"
	"giamsat/tui/drive"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/theme"
)

// Stage is what a script is played on. The store is thrown away afterwards.
type Stage struct {
	Store   kit.Store
	Catalog *catalog.Catalog
	Forms   *form.Library
	Words   *i18n.Words // of the faults; a script says itself in which language it is played
}

// The window that scripts are played in: wide enough for whole labels.
const (
	width  = 120
	height = 40
)

// Play plays a script against a form and returns every expectation that is not
// met. A step that cannot be done ends the play.
func (st Stage) Play(ctx context.Context, s *Script, def *form.Definition) []Fault {
	p := &play{Stage: st, script: s, def: def, words: st.Words.Replay}
	if p.begin(ctx) {
		for _, step := range s.steps {
			if !p.do(step) {
				break
			}
		}
	}
	return p.faults
}

// play is a script being played.
type play struct {
	Stage
	script *Script
	def    *form.Definition
	words  i18n.Replay
	faults []Fault

	env    *kit.Env
	id     model.RecordID
	app    *tui.App
	player *drive.Player
}

func (p *play) fault(line int, format string, args ...any) {
	p.faults = append(p.faults, Fault{File: p.script.File, Line: line, Text: fmt.Sprintf(format, args...)})
}

// session is the walk through the record, as the screens have it now.
func (p *play) session() *form.Session { return p.env.Desk.Draft(p.id).Session }

// begin makes the record that the head of the script describes, and opens it.
func (p *play) begin(ctx context.Context) bool {
	known, ok := p.known()
	if !ok {
		return false
	}
	rows := 0
	newRow := func() form.Row { rows++; return form.Row(fmt.Sprintf("row-%d", rows)) }
	p.env = &kit.Env{Store: p.Store, Desk: kit.NewDesk(p.Store, p.Catalog, p.Forms, newRow).On(known.Day), Catalog: p.Catalog, Forms: p.Forms,
		Words: i18n.In(p.script.lang), Theme: theme.New(theme.Options{Profile: colorprofile.ASCII}), Keys: keymap.New(),
		User: "keys", Today: known.Day, Log: slog.New(slog.DiscardHandler)}
	begun, _ := p.env.BeginRecord(known, p.def)().(kit.BegunMsg)
	if begun.Err != nil {
		p.fault(1, p.words.CannotBegin, p.Words.Err(begun.Err))
		return false
	}
	p.id = begun.ID
	if !p.give(ctx) {
		return false
	}
	p.app = tui.New(p.env, tui.Options{First: []kit.OpenMsg{{Kind: kit.KindFill, ID: p.id}}, Clock: func() time.Time { return time.Time{} }})
	var err error
	if p.player, err = drive.Start(p.app, width, height, drive.NotTimers); err == nil && p.env.Desk.Draft(p.id) == nil {
		err = fmt.Errorf("open the record: %w", model.ErrNotFound)
	}
	if err != nil {
		p.fault(1, p.words.CannotBegin, p.Words.Err(err))
	}
	return err == nil
}

// known reads the head of the script.
func (p *play) known() (kit.Begin, bool) {
	head := p.script.head
	b := kit.Begin{Kind: model.Kind(p.def.ID), Round: head["round"].text, Programme: head["programme"].text, Projects: strings.Fields(head["projects"].text)}
	day, err := vn.ParseDate(head["day"].text, vn.Date{})
	if err != nil {
		p.fault(head["day"].line, p.words.BadDay, head["day"].text)
		return b, false
	}
	b.Day = day
	if _, known := p.Catalog.Programme(b.Programme); b.Programme != "" && !known {
		p.fault(head["programme"].line, p.words.NoProgramme, b.Programme)
		return b, false
	}
	unit := head["unit"]
	switch units := p.units(unit.text, day); len(units) {
	case 0:
		p.fault(unit.line, p.words.NoUnit, unit.text, day)
		return b, false
	case 1:
		b.Unit = units[0].Key
		return b, true
	default:
		codes := make([]string, len(units))
		for i, u := range units {
			codes[i] = u.Key.Code
		}
		p.fault(unit.line, p.words.Units, unit.text, strings.Join(codes, ", "))
		return b, false
	}
}

// units finds those with a code or a full name on a day.
func (p *play) units(name string, day vn.Date) []catalog.Unit {
	if u, ok := p.Catalog.UnitOn(name, day); ok {
		return []catalog.Unit{u}
	}
	const most = 20
	var found []catalog.Unit
	for _, u := range p.Catalog.FindUnits(name, day, most) {
		if vn.Fold(u.FullName) == vn.Fold(name) {
			found = append(found, u)
		}
	}
	return found
}

// give fills in what the program would fill in, from a round or an inspection
// that the script does without.
func (p *play) give(ctx context.Context) bool {
	if len(p.script.given) == 0 {
		return true
	}
	op, err := p.Store.Record(ctx, p.id)
	if err != nil {
		p.fault(1, p.words.CannotBegin, p.Words.Err(err))
		return false
	}
	s := form.NewSession(op.Form, op.Filled, p.env.Desk.Setting(op.Record))
	for _, g := range p.script.given {
		f, ok := p.find(g, s)
		if !ok {
			return false
		}
		s.AnswerAll([]form.FieldText{{Field: f, Raw: g.rest}}, form.Filled)
		if want := s.Read(f, g.rest).Value; want.IsZero() || s.Get(f).Value != want {
			p.fault(g.line, p.words.NoGiven, g.at.code, g.rest)
			return false
		}
	}
	_, err = p.Store.Save(ctx, model.Save{ID: p.id, Changes: s.TakeChanges(), Revs: op.Revs, Progress: s.Progress(), Head: s.Head()})
	if err != nil {
		p.fault(1, p.words.CannotBegin, p.Words.Err(err))
	}
	return err == nil
}

// do plays one step; false ends the play.
func (p *play) do(s step) bool {
	switch s.do {
	case doKeys:
		return p.press(s)
	case doPaste:
		return p.went(s, p.player.Paste(s.rest))
	case doGoto:
		return p.goTo(s)
	case doAnswer, doRows, doShown, doHidden:
		return p.expect(s)
	case doProblem:
		return p.expectProblem(s)
	case doProgress:
		return p.expectProgress(s)
	case doScreen:
		if !strings.Contains(p.player.View(), s.rest) {
			p.fault(s.line, p.words.NoScreen, s.rest)
		}
	case doGiven: // was done before
	}
	return true
}

// press presses the keys of a line.
func (p *play) press(s step) bool {
	for _, k := range s.keys {
		for range k.times {
			var err error
			if k.key != "" {
				err = p.player.Press(k.key)
			} else {
				err = p.player.Type(k.text)
			}
			if !p.went(s, err) {
				return false
			}
		}
	}
	return true
}

// went reports whether the program goes on after a step.
func (p *play) went(s step, err error) bool {
	switch {
	case err != nil:
		p.fault(s.line, p.words.CannotPlay, err)
		return false
	case p.player.Quit():
		p.faults = append(p.faults, Fault{File: p.script.File, Line: s.line, Text: p.words.Left})
		return false
	}
	return true
}

// goTo leaves what is open above the form and goes to an item or a cell.
func (p *play) goTo(s step) bool {
	const deepest = 8 // screens above the form
	for n := 0; p.app.Top() != kit.KindFill; n++ {
		if n == deepest {
			p.fault(s.line, p.words.CannotGo, s.at.code)
			return false
		}
		if !p.went(s, p.player.Press("esc")) {
			return false
		}
	}
	f, ok := p.find(s, p.session())
	if !ok {
		return false
	}
	if !p.visible(f) {
		p.fault(s.line, p.words.NotShown, s.at.code)
		return false
	}
	return p.went(s, p.player.Send(tea.Msg(kit.Jump{Field: f})))
}

// visible reports whether a field is shown now.
func (p *play) visible(f form.Field) bool {
	it := p.def.Item(f.Item)
	if it.Hidden || !p.session().Visible(f.Item) {
		return false
	}
	return f.Row == "" || f.Part == form.Note || p.session().CellVisible(f)
}
