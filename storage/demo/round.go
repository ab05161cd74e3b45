package demo

import (
	"context"
	"fmt"
	"strings"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// earliest is the first day after the visits of the sample. A clock that is
// before it does not move the round among these.
var earliest = vn.Date{Year: 2026, Month: 1, Day: 12}

// today is the day on which the round is under way.
func (m Maker) today() vn.Date {
	if m.Today.Before(earliest) {
		return earliest
	}
	return m.Today
}

// organiser is the province, by its code.
const organiser = "42"

// stop is a unit of the round's plan: the day of the visit, counted from today,
// and how far its inspection has come; nil when it was not begun.
type stop struct {
	unit  string
	after int
	areas *[5]int
}

func stops() []stop {
	return []stop{
		{"18550", -2, &[5]int{100, 100, 60, 0, 0}},
		{"18547", -1, &[5]int{80, 20, 0, 0, 0}},
		{"18496", 1, nil},
		{"18133", 2, nil},
		{"18229", 3, nil},
		{"18313", 6, nil},
	}
}

// round makes the round that is under way, with its plan, its team, and the
// inspections that were begun. It returns how many these are.
func (m Maker) round(ctx context.Context) (visits int, err error) {
	today := m.today()
	def, err := m.Forms.For(string(model.Inspection), "", today)
	if err != nil {
		return 0, err
	}
	round, err := m.begin(ctx, beginning{kind: model.Round, unit: organiser, day: today.AddDays(-2), programme: def.Programme})
	if err != nil {
		return 0, err
	}
	if err := m.order(round); err != nil {
		return 0, err
	}
	if err := m.save(ctx, round); err != nil {
		return 0, err
	}
	for _, s := range stops() {
		if s.areas == nil {
			continue
		}
		visit, err := m.begin(ctx, beginning{kind: model.Inspection, unit: s.unit, day: today.AddDays(s.after), round: round.session.Head().Title,
			programme: round.record.Programme, projects: round.record.Projects, parent: &round})
		if err != nil {
			return visits, fmt.Errorf("visit %s: %w", s.unit, err)
		}
		visit.session.AnswerAll([]form.FieldText{answer("unit_kind", "ubnd_xa")}, form.Typed)
		answerAreas(visit.session, *s.areas)
		if err := m.save(ctx, visit); err != nil {
			return visits, fmt.Errorf("visit %s: %w", s.unit, err)
		}
		visits++
	}
	return visits, nil
}

// order answers what the decision on a round says; its numbers are examples.
func (m Maker) order(round draft) error {
	day, s := round.record.Day, round.session
	until := vn.Date{Year: day.Year, Month: day.Month, Day: 1}.AddDays(-1)
	s.AnswerAll([]form.FieldText{
		answer("level", "tinh"), answer("round_kind", "ke_hoach"), answer("round_number", "1"),
		answer("plan_number", "01/KH-VIDU"), answer("plan_date", day.AddDays(-30).String()),
		answer("decision_number", "01/QĐ-VIDU"), answer("decision_date", day.AddDays(-10).String()), answer("decision_issuer", "UBND tỉnh Hà Tĩnh"),
		answer("ends", day.AddDays(12).String()),
		answer("period_from", vn.Date{Year: until.Year, Month: 1, Day: 1}.String()), answer("period_to", until.String()), answer("cut_off", until.String()),
		answer("methods", "ho_so thuc_dia lanh_dao"),
	}, form.Typed)
	for _, stop := range stops() {
		visited := m.today().AddDays(stop.after)
		unit, ok := m.Catalog.UnitOn(stop.unit, visited)
		if !ok {
			return fmt.Errorf("there is no unit %s on %s", stop.unit, visited)
		}
		s.AddFilledRow("plan", map[string]string{"planned_unit": unit.Key.String(), "visit_planned": visited.String()})
	}
	for _, member := range []struct{ role, position, agency string }{
		{"truong_doan", "Lãnh đạo Sở", "Sở Nông nghiệp và Môi trường"},
		{"thanh_vien", "Chuyên viên", "Sở Tài chính"},
		{"thu_ky", "Chuyên viên", "Văn phòng điều phối"},
	} {
		s.AddFilledRow("team", map[string]string{"person": "Ví dụ: " + strings.ToLower(member.agency), "role": member.role,
			"position": member.position, "agency": member.agency})
	}
	for _, p := range s.Problems() {
		if p.Severity == form.Stop {
			return fmt.Errorf("the round has a problem: %s at %s", p.Code, p.Field)
		}
	}
	return nil
}
