package kit

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
)

// BegunMsg says which record was begun, or why none was.
type BegunMsg struct {
	ID  model.RecordID
	Err error
}

// BeginRecord makes a record with what is known of it and with all that follows
// from that: the form's own defaults, what the record it belongs to says, figures
// of the unit's former record, and what is still open of former visits. What b
// leaves out is as in the record it belongs to: unit, day, round, programme,
// projects. def is the form; nil lets the library choose the one for that day and
// programme. It answers with BegunMsg.
func (e *Env) BeginRecord(b Begin, def *form.Definition) tea.Cmd {
	b.Projects = slices.Clone(b.Projects)
	m := beginning{store: e.Store, cat: e.Catalog, forms: e.Forms, desk: e.Desk, known: b, def: def}
	return func() tea.Msg {
		id, err := m.begin(context.Background())
		return BegunMsg{ID: id, Err: err}
	}
}

// beginning is a record on its way into the store. It belongs to one command.
type beginning struct {
	store Store
	cat   *catalog.Catalog
	forms *form.Library
	desk  *Desk

	known  Begin
	def    *form.Definition
	parent *model.Opened // nil: it belongs to nothing
}

func (m *beginning) begin(ctx context.Context) (model.RecordID, error) {
	if err := m.readParent(ctx); err != nil {
		return "", err
	}
	if err := m.chooseForm(); err != nil {
		return "", err
	}
	in := m.describe()
	session := form.NewSession(m.def, form.Record{}, m.desk.Setting(recordOf(in)))
	if m.parent != nil {
		session.Inherit(m.desk.session(m.parent), true)
	}
	known := knownOf(in)
	if m.setsScope() {
		known = append(known, form.FieldText{Field: form.Field{Item: scope}, Raw: strings.Join(in.Projects, " ")})
	}
	session.Begin(known, m.open()...)
	if m.parent != nil {
		session.LeaveOut(m.desk.session(m.parent))
	}
	if err := m.recall(ctx, session); err != nil {
		return "", err
	}
	if err := m.repeat(ctx, session); err != nil {
		return "", fmt.Errorf("begin %s with former answers: %w", m.known.Kind, err)
	}
	in.Changes, in.Progress, in.Head = session.TakeChanges(), session.Progress(), session.Head()
	id, err := m.store.Create(ctx, in)
	if err != nil {
		return "", fmt.Errorf("begin %s: %w", m.known.Kind, err)
	}
	return id, nil
}

// recall fills in figures of the unit's former record, and what is still open of
// former visits.
func (m *beginning) recall(ctx context.Context, session *form.Session) error {
	figures, err := m.priorFigures(ctx)
	if err != nil {
		return err
	}
	session.Prior(figures)
	return m.bring(ctx, session)
}

// readParent takes what was not said from the record that this one belongs to.
func (m *beginning) readParent(ctx context.Context) error {
	if m.known.Parent == "" {
		return nil
	}
	op, err := m.store.Record(ctx, m.known.Parent)
	if err != nil {
		return fmt.Errorf("read what the %s belongs to: %w", m.known.Kind, err)
	}
	m.parent = op
	b, in := &m.known, op.Record
	if b.Unit == (catalog.UnitKey{}) {
		b.Unit = in.Unit
	}
	if b.Day.IsZero() {
		b.Day = in.Day
	}
	if b.Programme == "" {
		b.Programme = in.Programme
	}
	if b.Projects == nil {
		b.Projects = slices.Clone(in.Projects)
	}
	switch {
	case b.Round != "":
	case in.Kind() == model.Round:
		b.Round = model.RoundName(in.Head)
	default:
		b.Round = in.Round
	}
	return nil
}

func (m *beginning) chooseForm() error {
	if m.def != nil {
		return nil
	}
	def, err := m.forms.For(string(m.known.Kind), m.known.Programme, m.known.Day)
	if err != nil {
		return fmt.Errorf("begin %s: %w", m.known.Kind, err)
	}
	m.def = def
	return nil
}

// describe is the record as far as it is known before anything is answered.
func (m *beginning) describe() model.NewRecord {
	b := m.known
	if b.Projects == nil && m.setsScope() {
		b.Projects = m.applicable()
	}
	in := model.NewRecord{Parent: b.Parent, Unit: b.Unit, Day: b.Day, Round: b.Round, Programme: b.Programme, Projects: b.Projects, Form: m.def}
	if in.Programme == "" {
		in.Programme = m.def.Programme
	}
	if u, ok := m.cat.Unit(b.Unit); ok {
		in.UnitName = u.FullName
		_, in.UnitPath, _ = strings.Cut(m.cat.Path(u, b.Day), " · ")
	}
	return in
}

// scope is the item that says which projects a round looks at. It begins with
// those that are carried out in the home province, or may be.
const scope = "projects_in_scope"

// setsScope reports whether the record says itself what is in scope.
func (m *beginning) setsScope() bool {
	it := m.def.Item(scope)
	return it != nil && it.Inherit == ""
}

func (m *beginning) applicable() []string {
	var codes []string
	programme := m.known.Programme
	if programme == "" {
		programme = m.def.Programme
	}
	for _, p := range m.cat.ProjectLeaves(programme) {
		if p.Applies != catalog.No {
			codes = append(codes, p.Code)
		}
	}
	return codes
}

// livesIn is the item that says which commune a household lives in.
const livesIn = "commune"

// open are items that a person has to answer though their form knows an answer: a
// household of a visit to a district lives in one of its communes, nobody knows which.
func (m *beginning) open() []string {
	if u, ok := m.cat.Unit(m.known.Unit); ok && u.Level() != catalog.Commune {
		return []string{livesIn}
	}
	return nil
}

// recordOf is a record to be, as far as a session's setting hangs on it.
func recordOf(in model.NewRecord) model.Record {
	return model.Record{Parent: in.Parent, Unit: in.Unit, UnitName: in.UnitName, UnitPath: in.UnitPath, Day: in.Day, Round: in.Round,
		Programme: in.Programme, Projects: in.Projects}
}

// knownOf is what a record's items are filled with before anything else; a form
// takes what it has an item for.
func knownOf(in model.NewRecord) []form.FieldText {
	return []form.FieldText{
		{Field: form.Field{Item: "unit"}, Raw: in.Unit.String()},
		{Field: form.Field{Item: "visit_date"}, Raw: in.Day.String()},
		{Field: form.Field{Item: "round"}, Raw: in.Round},
		{Field: form.Field{Item: "programme"}, Raw: in.Programme},
		{Field: form.Field{Item: "projects"}, Raw: strings.Join(in.Projects, " ")},
	}
}
