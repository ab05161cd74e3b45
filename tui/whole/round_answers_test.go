package whole

import (
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// The round is the second of 2023, in December; the visits are those whose
// answers stand in answers().
var (
	roundBegins  = vn.Date{Year: 2023, Month: 12, Day: 4}
	roundVisit   = vn.Date{Year: 2023, Month: 12, Day: 15}
	recheckVisit = vn.Date{Year: 2024, Month: 6, Day: 18}
)

const (
	roundTitle    = "Đợt 2/2023 · cấp tỉnh"
	firstVillage  = "Xã Cẩm Bình"
	secondVillage = "Xã Thạch Hạ"
)

// unitKey is a lookup's answer: the name is typed, the key is stored.
func unitKey(u catalog.Unit) meant {
	return meant{typed: vn.Fold(u.FullName), value: form.Text(u.Key.String())}
}

// roundAnswers plan the round: its decision, its days, and what it covers.
func roundAnswers() map[string]meant {
	return map[string]meant{
		"level": choice("tinh"), "round_kind": choice("ke_hoach"), "round_year": count(2023), "round_number": count(2),
		"plan_number": text("71/KH-SLĐTBXH"), "plan_date": day("20/1/2023", "2023-01-20"),
		"decision_number": text("1234/QĐ-SLĐTBXH"), "decision_date": day("15/11/2023", "2023-11-15"),
		"decision_issuer": text("Sở Lao động - Thương binh và Xã hội"),
		"ends":            day("29/12/2023", "2023-12-29"),
		"period_from":     day("1/1/2023", "2023-01-01"), "period_to": day("15/12/2023", visitISO), "cut_off": day("30/11/2023", "2023-11-30"),
		"areas": choice("1 2 3 4 5"), "projects_in_scope": choice(projects), "methods": choice("ho_so thuc_dia lanh_dao thon ho"),
		"report_number": pass(), "report_sent": pass(),
	}
}

// team are the two people of the round.
var team = rows{
	{"person": text("Nguyễn Văn Hòa"), "role": choice("truong_doan"), "position": text("Phó Giám đốc"), "agency": text("Sở Lao động - Thương binh và Xã hội"), "subgroup": count(1)},
	{"person": text("Trần Thị Bình"), "role": choice("thu_ky"), "position": text("Chuyên viên"), "agency": text("Phòng Bảo trợ xã hội"), "subgroup": count(2)},
}

// visitAnswers are those of a visit of the round: what the round says stands
// there already, and is left.
func visitAnswers() map[string]meant {
	return with(answers(), map[string]meant{
		"period_from": pass(), "period_to": pass(), "cut_off": pass(), "areas": pass(), "methods": pass(), "projects_in_scope": pass(), "team": pass(),
		"signed_head": text("Nguyễn Văn Hòa"),
	})
}

// household is a household consulted on the first visit.
func household(p *planner, code, kind, satisfaction string) map[string]meant {
	return map[string]meant{
		"household_code": text(code), "household_name": pass(), "commune": unitKey(p.unit(firstVillage, roundVisit)), "village": text("Thôn Đông Trung"),
		"household_kind": choice(kind), "marks": pass(), "members": count(5), "workers": count(2), "known": choice("tin_dung"),
		"channels": choice("hop_thon"), "had_to_pay": choice("no"), "effect": choice("tot_hon"), "satisfaction": choice(satisfaction),
	}
}

// support is what each household received.
var support = map[string]rows{"supports": {{"policy": choice("tin_dung"), "support_project": choice("DA2"), "support_year": count(2023),
	"support_form": choice("vay"), "support_value": dong("50", 50*million)}}}

// recheckAnswers are those of the next visit, which looks at compliance alone.
func recheckAnswers() map[string]meant {
	return with(answers(), map[string]meant{
		"areas": choice("4"), "methods": choice("ho_so"),
		"period_from": day("1/1/2024", "2024-01-01"), "period_to": day("t", "2024-06-18"), "cut_off": day("3105", "2024-05-31"),
		"unit_report_date": day("-10", "2024-06-08"), "started_on": day("t", "2024-06-18"), "ended_on": day("18", "2024-06-18"),
		"signed_on": day("18/6/2024", "2024-06-18"), "conclusion_on": day("+5", "2024-06-23"),
	})
}

// recheckTables answer the findings of the former visit: the arrears, which were
// due first, are paid; of the violation a part is still to come.
func recheckTables() map[string]rows {
	return withTables(tables(), map[string]rows{
		"former_findings": {
			{"conclusion": choice("verified"), "recovered_so_far": dong("12", 12*million), "evidence": text("Giấy nộp tiền của Kho bạc")},
			{"conclusion": choice("in_progress"), "recovered_so_far": dong("15", 15*million), "evidence": text("Còn một hộ")},
		},
		"violations": nil, "shortcomings": nil, "demands": nil, "field_survey": nil, "leaders": nil, "village_heads": nil,
		"outside_checks":  {{"held_year": count(2022), "conclusion_date": day("8", "2024-06-08"), "asked": count(3), "done": count(2)}},
		"papers_received": nil,
	})
}
