package grid_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/grid"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/theme"
	"giamsat/tui/tuitest"
)

// source is a form with a table of every make: rows from axes with totals,
// computed columns and rules; rows of the form; rows of the person.
const source = `
id: small
version: "1"
title: {vi: "Phiếu nhỏ", en: "Small form"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: capital_section
    code: "A3"
    title: {vi: "Vốn", en: "Capital"}
    short: {vi: "Vốn", en: "Capital"}
    items:
      - {name: years, code: A3.00, type: many, label: {vi: "Năm kế hoạch", en: "Plan years"}, choices: [{code: "2022", vi: "2022", en: "2022"}, {code: "2023", vi: "2023", en: "2023"}], default: "['2023']", basis: "I"}
      - {name: officers, code: A3.02, type: integer, label: {vi: "Cán bộ", en: "Officers"}, required: true, basis: "I"}
      - name: capital
        code: A3.T1
        type: table
        label: {vi: "Kế hoạch và giải ngân", en: "Plan and disbursement"}
        unit: {vi: "triệu đồng", en: "million đồng"}
        required: true
        basis: "I"
        table:
          free: true
          key: [plan_year, kind, source]
          totals: [assigned, carried_in, available, disbursed]
          axes:
            - {column: plan_year, from: years}
            - {column: kind}
            - {column: source}
          columns:
            - {name: plan_year, code: A3.T1.1, type: one, width: 5, label: {vi: "Năm", en: "Year"}, choices: [{code: "2022", vi: "2022", en: "2022"}, {code: "2023", vi: "2023", en: "2023"}], required: true, basis: "I"}
            - {name: kind, code: A3.T1.3, type: one, width: 5, label: {vi: "Loại", en: "Kind"}, choices: [{code: SN, vi: "Vốn sự nghiệp", en: "Recurrent capital"}, {code: DT, vi: "Vốn đầu tư phát triển", en: "Investment capital"}], required: true, basis: "I"}
            - {name: source, code: A3.T1.4, type: one, width: 7, label: {vi: "Nguồn", en: "Source"}, choices: [{code: NSTW, vi: "Ngân sách trung ương", en: "Central budget"}, {code: NSĐP, vi: "Ngân sách địa phương", en: "Local budget"}], required: true, basis: "I"}
            - {name: assigned, code: A3.T1.5, type: money, width: 11, label: {vi: "Giao", en: "Assigned"}, hint: {vi: "Kế hoạch vốn giao trong năm", en: "Capital assigned in the year"}, required: true, basis: "I"}
            - {name: carried_in, code: A3.T1.6, type: money, width: 11, label: {vi: "Kéo dài", en: "Carried in"}, basis: "I"}
            - {name: available, code: A3.T1.8, type: money, width: 11, label: {vi: "Tổng vốn", en: "Available"}, calculation: "assigned + carried_in", basis: "I"}
            - name: disbursed
              code: A3.T1.11
              type: money
              width: 11
              label: {vi: "Giải ngân lũy kế đến ngày chốt", en: "Disbursed up to the cut-off date"}
              constraints:
                - {id: N3, rule: "disbursed <= available", severity: stop, message: {vi: "Giải ngân {disbursed} vượt tổng vốn {available} (triệu đồng)", en: "Disbursed {disbursed} exceeds {available} (million đồng)"}}
              basis: "I"
            - {name: rate, code: A3.T1.12, type: percent, width: 7, label: {vi: "Tỷ lệ", en: "Rate"}, unit: {vi: "%", en: "%"}, calculation: "ratio(disbursed, available)", basis: "I"}
            - {name: cause, code: A3.T1.17, type: text, width: 24, max: 300, label: {vi: "Nguyên nhân", en: "Cause"}, basis: "I"}
      - {name: capital_rate, code: A3.T1c, type: percent, label: {vi: "Tỷ lệ giải ngân chung", en: "Disbursement rate"}, calculation: "ratio(sum(capital, .disbursed), sum(capital, .available))", basis: "I"}
      - name: decisions
        code: A3.01
        type: table
        label: {vi: "Quyết định giao vốn", en: "Decisions"}
        unit: {vi: "triệu đồng", en: "million đồng"}
        basis: "I"
        table:
          free: true
          may_be_none: true
          key: [number]
          columns:
            - {name: number, code: A3.01.1, type: text, width: 16, label: {vi: "Số, ký hiệu", en: "Number"}, required: true, basis: "I"}
            - {name: issued, code: A3.01.2, type: date, width: 10, label: {vi: "Ngày", en: "Date"}, basis: "I"}
            - {name: issuer, code: A3.01.3, type: one, width: 12, label: {vi: "Cấp", en: "Level"}, choices: [{code: province, vi: "Tỉnh", en: "Province"}, {code: district, vi: "Huyện", en: "District"}, {code: commune, vi: "Xã", en: "Commune"}], basis: "I"}
            - {name: in_force, code: A3.01.4, type: yesno, label: {vi: "Còn hiệu lực", en: "In force"}, basis: "I"}
            - {name: replaced_by, code: A3.01.5, type: text, width: 14, label: {vi: "Văn bản thay thế", en: "Replaced by"}, relevant: "in_force == 'no'", basis: "I"}
            - {name: amount, code: A3.01.6, type: money, width: 10, label: {vi: "Số tiền", en: "Amount"}, expect: "sum(capital, .assigned)", basis: "I"}
  - name: households_section
    code: "A2"
    title: {vi: "Hộ nghèo", en: "Poor households"}
    short: {vi: "Hộ", en: "Homes"}
    items:
      - name: households
        code: A2.02
        type: table
        label: {vi: "Biến động hộ nghèo", en: "Movement of poor households"}
        unit: {vi: "hộ", en: "households"}
        basis: "I"
        table:
          totals: [at_start, escaped, at_end]
          fixed:
            - {id: urban, label: {vi: "Thành thị", en: "Urban"}, values: {area: urban}}
            - {id: rural, label: {vi: "Nông thôn và hải đảo", en: "Rural and islands"}, values: {area: rural}}
          columns:
            - {name: area, code: A2.02.1, type: one, width: 10, label: {vi: "Khu vực", en: "Area"}, choices: [{code: urban, vi: "Thành thị", en: "Urban"}, {code: rural, vi: "Nông thôn", en: "Rural"}], basis: "I"}
            - {name: at_start, code: A2.02.2, type: integer, label: {vi: "Đầu năm", en: "At start"}, basis: "I"}
            - {name: escaped, code: A2.02.3, type: integer, label: {vi: "Thoát nghèo", en: "Escaped"}, basis: "I"}
            - {name: at_end, code: A2.02.4, type: integer, label: {vi: "Cuối năm", en: "At end"}, calculation: "at_start - escaped", basis: "I"}
`

// store keeps what was saved, in memory.
type store struct {
	kit.Store // what a grid never asks of it is not there
	opened    model.Opened
	left      []model.OpenText
	saves     []model.Save
}

func (s *store) Record(context.Context, model.RecordID) (*model.Opened, error) {
	return &s.opened, nil
}

func (s *store) Records(context.Context, model.Query) ([]model.Summary, int, error) {
	return nil, 0, nil
}

func (s *store) Steps(context.Context, model.RecordID, int64) ([]form.Done, error) { return nil, nil }

func (s *store) Recovered(context.Context, model.RecordID) ([]model.OpenText, error) {
	return s.left, nil
}

func (s *store) KeepOpen(model.RecordID, model.OpenText) error { return nil }

func (s *store) KeepOwed(model.RecordID, model.Owed) error { return nil }

func (s *store) Owed(context.Context, model.RecordID) (model.Owed, error) { return model.Owed{}, nil }

func (s *store) Save(_ context.Context, b model.Save) (model.Saved, error) {
	s.saves = append(s.saves, b)
	return model.Saved{}, nil
}

const inspection = model.RecordID("i1")

// host is the root as far as a screen needs one: it draws the lines around the
// body and notes what the screen asks for.
type host struct {
	env     *kit.Env
	screen  kit.Screen
	store   *store
	session *form.Session
	draft   *kit.Draft
	width   int
	height  int
	notice  string
	bad     bool
	opened  *kit.OpenMsg
	back    *kit.BackMsg
}

const chrome = 5 // title, rule, rule, note, keys

func (h *host) Init() tea.Cmd {
	cmd := h.screen.Init()
	h.grant()
	return cmd
}

func (h *host) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		h.width, h.height = msg.Width, msg.Height
		h.screen.SetSize(msg.Width, msg.Height-chrome)
	case tea.KeyPressMsg:
		h.notice, h.bad = "", false
		cmd = h.screen.Update(msg)
	default:
		cmd = h.screen.Update(msg)
	}
	h.grant()
	return h, cmd
}

// grant notes what the screen wished for.
func (h *host) grant() {
	for _, wish := range h.env.Wishes() {
		switch wish := wish.(type) {
		case kit.NoticeMsg:
			h.notice, h.bad = wish.Text, wish.Bad
		case kit.OpenMsg:
			h.opened = &wish
		case kit.BackMsg:
			h.back = &wish
		}
	}
}

func (h *host) View() tea.View {
	f := h.screen.View()
	note := f.Note
	if h.notice != "" {
		note = h.notice
	}
	rule := strings.Repeat("─", h.width)
	v := tea.NewView(strings.Join([]string{" " + f.Title, rule, f.Body, rule, " " + note, h.keys()}, "\n"))
	if f.Cursor != nil {
		v.Cursor = tea.NewCursor(f.Cursor.X, f.Cursor.Y+2)
	}
	return v
}

func (h *host) keys() string {
	line := ""
	for _, a := range h.screen.Actions() {
		short, _ := h.env.Words.Action(a.ID)
		if !a.Quiet && a.Refused == "" {
			line += " " + h.env.Keys.Short(h.screen.Scope(), a.ID) + " " + short
		}
	}
	return line
}

// sheet is a grid under test.
type sheet struct {
	*tuitest.Driver
	*host
	tb testing.TB
}

type options struct {
	lang   string
	ascii  bool
	closed bool
	source string
	begin  []form.FieldText
	rows   map[string][]form.Row
	at     form.Field
	left   []model.OpenText
	width  int
	height int
}

func open(tb testing.TB, o options) *sheet {
	tb.Helper()
	cat, err := catalog.Load()
	if err != nil {
		tb.Fatal(err)
	}
	if o.source == "" {
		o.source = source
	}
	def, err := form.Load("small.yaml", []byte(o.source), cat)
	if err != nil {
		tb.Fatal(err)
	}
	visit, _ := vn.NewDate(2024, 6, 15)
	in := model.Record{ID: inspection, Day: visit, Status: model.Draft}
	if o.closed {
		in.Status = model.Completed
	}
	n := 0
	newRow := func() form.Row { n++; return form.Row(fmt.Sprintf("r%d", n)) }
	st := &store{left: o.left}
	desk := kit.NewDesk(st, cat, nil, newRow)
	first := form.NewSession(def, form.Record{Rows: o.rows}, desk.Setting(in))
	first.Begin(nil)
	first.AnswerAll(o.begin, form.Filled)
	st.opened = model.Opened{Record: in, Form: def, Filled: first.Record(), Revs: map[form.Field]int64{}}
	if msg, ok := desk.Load(inspection)().(kit.OpenedMsg); !ok || msg.Err != nil {
		tb.Fatalf("the inspection does not open: %v", msg.Err)
	}
	if o.lang == "" {
		o.lang = "vi"
	}
	env := &kit.Env{
		Store: st, Desk: desk, Catalog: cat, Words: i18n.In(o.lang), Keys: keymap.New(),
		Theme: theme.New(theme.Options{ASCII: o.ascii}), User: "nguyen.an", Today: visit,
		Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	}
	if o.width == 0 {
		o.width, o.height = 80, 24
	}
	draft := desk.Draft(inspection)
	h := &host{env: env, store: st, draft: draft, session: draft.Session, screen: grid.New(env, inspection, o.at)}
	return &sheet{Driver: tuitest.NewModel(tb, h, o.width, o.height), host: h, tb: tb}
}

// View is the driver's, without styles.
func (s *sheet) View() string { return s.Driver.View() }

// Init and Update are the driver's business.
func (s *sheet) value(f form.Field) string { return s.session.Shown(f, "vi") }

func cell(table, row, col string) form.Field {
	return form.Field{Item: table, Row: form.Row(row), Part: col}
}

func capital(row, col string) form.Field { return cell("capital", row, col) }

// here returns the cell that the next save would say the person is in.
func (s *sheet) here() string {
	f := s.draft.Record.Place.Field
	return f.String()
}

func (s *sheet) want(f form.Field, want string) {
	s.tb.Helper()
	if got := s.value(f); got != want {
		s.tb.Errorf("%s is %q, want %q\n%s", f, got, want, s.View())
	}
}

func (s *sheet) wantHere(want string) {
	s.tb.Helper()
	if got := s.here(); got != want {
		s.tb.Errorf("the cursor is on %s, want %s\n%s", got, want, s.View())
	}
}

func (s *sheet) wantShown(texts ...string) {
	s.tb.Helper()
	view := s.View()
	for _, text := range texts {
		if !strings.Contains(view, text) {
			s.tb.Errorf("%q is not shown\n%s", text, view)
		}
	}
}

func (s *sheet) enter(text string, keys ...string) {
	s.tb.Helper()
	s.Type(text)
	s.Press(keys...)
}
