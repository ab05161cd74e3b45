package round

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

const (
	// most is how many visits of a round are read: more than any round has.
	most = 1000
)

// Items of the round's form, and columns of its plan.
const (
	planTable      = "plan"
	planUnit       = "planned_unit"
	planDay        = "visit_planned"
	decisionNumber = "decision_number"
	decisionDate   = "decision_date"
	inScope        = "projects_in_scope"
	reportSent     = "report_sent"
)

// line is a planned unit, a visit, or both.
type line struct {
	unit    catalog.UnitKey
	name    string
	planned vn.Date        // the planned day; zero: none
	inPlan  bool           // the unit stands in the plan
	visit   *model.Summary // nil: not begun
}

// same reports whether a line is about the same as another of an older reading.
func (l line) same(was line) bool {
	if l.visit != nil && was.visit != nil {
		return l.visit.ID == was.visit.ID
	}
	return l.unit == was.unit && l.inPlan == was.inPlan
}

// found is a round with its visits.
type found struct {
	round                 model.Record
	projects              []string
	decision, dated, sent string // as they are shown
	lines                 []line
	count                 model.Count // of units
	outside               int         // units that were visited and not planned
	findings, overdue     int
	areas                 kit.Areas
}

// readMsg answers a reading.
type readMsg struct {
	id    model.RecordID
	seq   int
	found *found
	err   error
}

// read asks the store for the round and its visits, in one command.
func (s *Screen) read() tea.Cmd {
	s.seq++
	env, id, seq, today := s.env, s.id, s.seq, s.env.Today
	store, desk, cat, forms, log := env.Store, env.Desk, env.Catalog, env.Forms, env.Log
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		f := &found{}
		err := f.read(ctx, store, id, today, func(op *model.Opened) *form.Session {
			return form.NewSession(op.Form, op.Filled, desk.Setting(op.Record))
		}, cat)
		if err != nil {
			return readMsg{id: id, seq: seq, err: fmt.Errorf("read round %s: %w", id, err)}
		}
		f.areas = kit.ReadAreas(forms, log)
		return readMsg{id: id, seq: seq, found: f}
	}
}

// source is what a reading needs of the store.
type source interface {
	Record(ctx context.Context, id model.RecordID) (*model.Opened, error)
	Records(ctx context.Context, q model.Query) (page []model.Summary, total int, err error)
}

func (f *found) read(ctx context.Context, store source, id model.RecordID, today vn.Date, open func(*model.Opened) *form.Session, cat *catalog.Catalog) error {
	op, err := store.Record(ctx, id)
	if err != nil {
		return err
	}
	visits, _, err := store.Records(ctx, model.Query{Parent: id, Order: model.ByDay, Limit: most})
	if err != nil {
		return err
	}
	followed := model.Query{Kinds: model.Followed(), Round: id, Open: true, Limit: 1}
	if _, f.findings, err = store.Records(ctx, followed); err != nil {
		return err
	}
	followed.DueBefore = today
	if _, f.overdue, err = store.Records(ctx, followed); err != nil {
		return err
	}
	f.round = op.Record
	session := open(op)
	f.describe(session)
	f.arrange(session, visits, cat)
	return nil
}

// describe takes what the head of the screen says from the round's answers.
func (f *found) describe(session *form.Session) {
	text := func(item string) string { return session.Get(form.Field{Item: item}).Value.Text() }
	date := func(item string) string {
		d, err := vn.ParseISO(text(item))
		if err != nil {
			return "" // not answered, or not as a date
		}
		return d.String()
	}
	f.decision, f.dated, f.sent = text(decisionNumber), date(decisionDate), date(reportSent)
	f.projects = session.Get(form.Field{Item: inScope}).Value.Codes()
	if len(f.projects) == 0 {
		f.projects = slices.Clone(f.round.Projects)
	}
}

// arrange puts the units of the plan first, by their planned day, each with its
// visits; the visits to other units stand behind them.
func (f *found) arrange(session *form.Session, visits []model.Summary, cat *catalog.Catalog) {
	taken := make([]bool, len(visits))
	for _, row := range session.Rows(planTable) {
		at := func(column string) string {
			return session.Get(form.Field{Item: planTable, Row: row.ID, Part: column}).Value.Text()
		}
		l := line{inPlan: true, name: at(planUnit)}
		if l.name == "" {
			continue
		}
		if key, err := catalog.ParseUnitKey(l.name); err == nil {
			l.unit = key
			if u, ok := cat.Unit(key); ok {
				l.name = u.FullName
			}
		}
		if day, err := vn.ParseISO(at(planDay)); err == nil {
			l.planned = day
		}
		f.addPlanned(l, visits, taken, cat)
	}
	slices.SortStableFunc(f.lines, func(a, b line) int {
		if a.planned.IsZero() != b.planned.IsZero() {
			return b.planned.Compare(a.planned) // without a day last
		}
		return a.planned.Compare(b.planned)
	})
	planned := f.count.Planned > 0 // without a plan every unit counts
	seen, done, outside := map[catalog.UnitKey]bool{}, map[catalog.UnitKey]bool{}, map[catalog.UnitKey]bool{}
	for i, v := range visits {
		if taken[i] || !planned {
			seen[v.Unit] = true
		}
		if v.Status == model.Completed && (taken[i] || !planned) {
			done[v.Unit] = true
		}
		if !taken[i] {
			outside[v.Unit] = true
			f.lines = append(f.lines, line{unit: v.Unit, name: v.UnitName, visit: &visits[i]})
		}
	}
	f.count.Begun, f.count.Completed, f.outside = len(seen), len(done), len(outside)
}

// addPlanned adds a planned unit with its visits. A unit that was merged since
// was visited when the one it went into was.
func (f *found) addPlanned(l line, visits []model.Summary, taken []bool, cat *catalog.Catalog) {
	f.count.Planned++
	some := false
	for i := range visits {
		if taken[i] || !slices.Contains(cat.Whole(visits[i].Unit), l.unit) {
			continue
		}
		with := l
		with.visit, taken[i], some = &visits[i], true, true
		f.lines = append(f.lines, with)
	}
	if !some {
		f.lines = append(f.lines, l)
	}
}
