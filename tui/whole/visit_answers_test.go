package whole

import (
	"strconv"
	"strings"

	"giamsat/model/form"
)

// meant is one answer of the model visit: how it is typed, and what it must
// become, written out by hand and never worked out by the program under test.
type meant struct {
	typed string
	value form.Value
	comma bool // the amount has two readings: thousands is answered when asked
	// passed says that the item is left as it is.
	passed bool
}

func pass() meant { return meant{passed: true} }

func text(s string) meant            { return meant{typed: s, value: form.Text(s)} }
func number(s string, n int64) meant { return meant{typed: s, value: form.Int(n)} }
func count(n int64) meant            { return number(strconv.FormatInt(n, 10), n) }
func dong(s string, n int64) meant   { return number(s, n) }
func day(s, iso string) meant        { return meant{typed: s, value: form.Text(iso)} }
func choice(codes string) meant      { return meant{value: form.Text(codes)} }

// decimal is a figure typed with a comma.
func decimal(s string) meant {
	return meant{typed: s, value: form.Text(strings.Replace(s, ",", ".", 1))}
}

const million = 1_000_000

// The visit is on 15/12/2023, in Xã Cẩm Bình of that day.
const (
	visitTyped = "15/12/2023"
	visitISO   = "2023-12-15"
	visitRound = "Đợt 2 năm 2023"
)

// projects are those that Hà Tĩnh runs, or may run: the choice that a new
// inspection begins with.
const projects = "DA2 DA3.TDA1 DA3.TDA2 DA4.TDA1 DA4.TDA2 DA4.TDA3 DA6.TDA1 DA6.TDA2 DA7.TDA1 DA7.TDA2"

// answers are those that other answers bind, or that show a way of typing. What
// is not here gets a general one by its kind.
func answers() map[string]meant {
	return map[string]meant{
		"unit_kind":          choice("ubnd_xa"),
		"venue":              text("Trụ sở Ủy ban nhân dân xã Cẩm Bình"),
		"period_from":        day("1/1/2023", "2023-01-01"),
		"period_to":          day("t", visitISO),
		"cut_off":            day("3011", "2023-11-30"),
		"unit_report_number": text("71/BC-UBND"),
		"unit_report_date":   day("-10", "2023-12-05"),
		"projects":           choice(projects),
		"areas":              choice("1 2 3 4 5"),
		"methods":            choice("ho_so thuc_dia lanh_dao thon"), // households have sheets of their own

		"committee_number":       text("1234/QĐ-UBND"),
		"committee_date":         day("5/3/2022", "2022-03-05"),
		"helping_team":           choice("no"),
		"period_plan_number":     text("56/KH-UBND"),
		"period_plan_date":       day("100622", "2022-06-10"),
		"annual_plan_number":     text("12/KH-UBND"),
		"annual_plan_date":       day("20/2", "2023-02-20"),
		"annual_plan_year":       count(2023),
		"council_resolution":     choice("no"),
		"monitoring_plan_number": text("15/KH-UBND"),
		"monitoring_plan_date":   day("1/3", "2023-03-01"),
		"documents_timely":       choice("na"),
		"officers":               count(12),
		"officers_trained":       count(10),

		"children_eligible":     number("1.040", 1040),
		"children_served":       count(1038),
		"mothers_eligible":      count(20),
		"mothers_served":        count(19),
		"stunting_under5_start": decimal("12,5"),
		"stunting_under5_now":   decimal("11,75"),
		"abroad_advised":        count(30),
		"abroad_trained":        count(12),
		"abroad_ready":          count(9),
		"abroad_departed":       count(8),
		"abroad_women":          count(3),
		"abroad_minority":       count(0),
		"abroad_cost":           {typed: "1,250", value: form.Int(1250 * million), comma: true},
		"job_fair_people":       count(350),
		"jobs_found":            count(120),

		"capital_years":       choice("2023"),
		"capital_sources":     choice("NSTW NSDP"),
		"slow_below":          decimal("50"),
		"reported_rate":       decimal("76,59"),
		"arrears_amount":      dong("=100+20", 120*million),
		"committed_rate":      decimal("80"),
		"misuse_amount":       dong("15,5", 15_500_000),
		"settlement_report":   choice("no"),
		"payment_files":       choice("yes"),
		"tender_plan":         choice("na"),
		"tender_files":        choice("no"),
		"poverty_review":      choice("na"),
		"right_beneficiaries": choice("yes"),

		"beneficiaries_sampled": count(20),
		"beneficiaries_wrong":   count(0),
		"self_checks_planned":   count(2),
		"self_checks_done":      count(0), // asks for the reason
		"complaints_received":   count(2),
		"complaints_solved":     count(1),
		"prior_total":           count(5),
		"prior_fixed":           count(2),
		"prior_ongoing":         count(2),
		"prior_open":            count(1),
		"system_updated_on":     day("-3", "2023-12-12"),

		"started_on":       day("t", visitISO),
		"started_at":       number("8h", 8*60),
		"ended_on":         day("15", visitISO),
		"ended_at":         number("16h30", 16*60+30),
		"unit_opinion":     choice("mot_phan"),
		"copies":           count(4),
		"minutes_pages":    count(6),
		"signed_on":        day(visitTyped, visitISO),
		"conclusion_on":    day("+5", "2023-12-20"),
		"conclusion_paper": text("96/KL-SLĐTBXH"),
		"signed_head":      text("Nguyễn Văn Hòa"),
		"signed_unit":      text("Đặng Thị Thủy"),
		"minutes_number":   text("03/BB-ĐKT"),
	}
}

// rows are the tables of the visit: nil says "there are none", typed on the
// table's line; an empty list says it inside the table. Of a table with rows of
// its own, the first lists are for those, by their order; the last list goes for
// all that follow.
type rows []map[string]meant

func tables() map[string]rows {
	household := func(n ...int64) map[string]meant {
		names := []string{"households", "at_start", "escaped", "relapsed", "arisen", "reported_end", "minority_start", "minority_escaped", "minority_relapsed", "minority_arisen"}
		row := map[string]meant{}
		for i, name := range names {
			row[name] = count(n[i])
		}
		return row
	}
	return map[string]rows{
		"representatives": {
			{"person": text("Nguyễn Thị Hương Giang"), "position": text("Chủ tịch UBND xã")},
			{"person": text("Trần Đức Thuận"), "position": text("Công chức Văn hóa - xã hội")},
		},
		"team": {
			{"person": text("Nguyễn Văn Hòa"), "role": choice("truong_doan"), "subgroup": count(1), "absent": choice("no")},
			{"person": text("Trần Thị Ngọc Ánh"), "role": choice("thu_ky"), "subgroup": count(2), "absent": choice("no")},
			{"person": text("Lê Đình Khuê"), "role": choice("thanh_vien"), "subgroup": count(2), "absent": choice("yes")},
		},
		"others_present":  nil,
		"sampled_places":  {{"commune": text("Xã Cẩm Bình"), "village": text("Thôn Đông Trung")}},
		"papers_received": {{"number": text("71/BC-UBND"), "pages": count(12)}},
		"documents": {
			{"doc_kind": choice("quyet_dinh"), "number": text("90/QĐ-TTg"), "project": choice("DA7.TDA1")},
			{"doc_kind": choice("ke_hoach"), "number": text("15/KH-UBND"), "in_force": choice("no")},
		},
		"communication": {{"measure": text("buổi"), "quantity": count(52), "reached": number("1.200", 1200), "cost": dong("500k", 500_000)}},
		"training": {{"organiser": choice("tinh"), "people": count(60), "women": count(25), "minority": count(3),
			"commune_staff": count(10), "village_staff": count(20), "cost": dong("45tr", 45*million)}},
		"targets": {
			{"measure": choice("percent"), "period_target": decimal("5,5"), "year_target": decimal("1,5"), "actual": decimal("1,62")},
			{"year_target": decimal("3"), "actual": decimal("2,5")},
			{"year_target": decimal("4"), "actual": decimal("4")},
			{"year_target": decimal("30"), "actual": decimal("28")},
			{"year_target": decimal("12"), "actual": decimal("10")},
			{"indicator": choice("other"), "indicator_name": text("Số hộ có nhà tiêu hợp vệ sinh"), "measure": choice("household"),
				"year_target": decimal("100"), "actual": decimal("90,5")},
		},
		"poor_households":      {household(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), household(1200, 90, 30, 2, 3, 65, 5, 2, 1, 0)},
		"near_poor_households": {household(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), household(0, 70, 20, 1, 4, 55, 3, 1, 0, 1)},
		"models": {
			{"model": text("Nuôi bò sinh sản"), "approval_number": text("412/QĐ-UBND"), "project": choice("DA2"), "method": choice("cong_dong"), "begins": day("1/3", "2023-03-01"), "ends": day("30/11", "2023-11-30"),
				"participants": count(20), "poor": count(8), "near_poor": count(7), "newly_escaped": count(3), "other_households": count(2),
				"minority": count(0), "women_headed": count(3), "disabled": count(1), "merit": count(1),
				"central": dong("800", 800*million), "local": dong("80", 80*million), "own_share": dong("0,1tỷ", 100*million), "other_money": dong("20", 20*million),
				"disbursed": dong("600", 600*million), "experienced": choice("na"), "escaped": count(3),
				"revolving_due": dong("100", 100*million), "revolving_collected": dong("60", 60*million)},
			{"approval_number": text("98/2023/QĐ-UBND"), "project": choice("DA3.TDA1"), "method": choice("lien_ket"), "begins": day("15/4", "2023-04-15"), "ends": day("-1", "2023-12-14"),
				"participants": count(10), "poor": count(4), "near_poor": count(3), "newly_escaped": count(2), "other_households": count(1),
				"minority": count(0), "women_headed": count(2), "disabled": count(0), "merit": count(1),
				"central": dong("8tỷ", 8000*million), "local": dong("804000000đ", 804*million), "own_share": dong("0", 0), "other_money": dong("0", 0),
				"disbursed": dong("=8038+804-42", 8800*million), "escaped": count(0),
				"revolving_due": dong("0", 0), "revolving_collected": dong("0", 0)},
		},
		"inputs":                {{"measure": text("con"), "quantity": decimal("150,5"), "unit_price": dong("0,035", 35_000)}},
		"vocational":            {{"trainees": count(30), "women": count(12), "minority": count(2), "poor": count(8), "near_poor": count(9), "employed": count(21)}},
		"vocational_facilities": {{"investment": dong("1.500", 1500*million), "volume": decimal("100"), "disbursed": dong("1.200", 1200*million)}},
		"media_products":        {{}, {}, {}, {}, {"product": choice("other"), "quantity": count(7)}},
		"capital":               nil, // by the source of each row: see capitalRow
		"assignments": {{"number": text("71/QĐ-UBND"), "issued": day("15/1", "2023-01-15"), "level": choice("tinh"), "plan_year": count(2023),
			"project": choice("DA7.TDA2"), "amount": dong("1.105", 1105*million), "allocated_on": day("25/1", "2023-01-25")}},
		"integrated_funds": {},
		"outside_checks":   {{"held_year": count(2022), "conclusion_number": text("12/KL-TTr"), "asked": count(3), "done": count(2)}},
		"violations": {{"description": text("Hai hộ nhận con giống không đúng đối tượng,\nđã thu hồi một hộ."), "violation": choice("khac"), "project": choice("DA2"),
			"violation_year": count(2022), "conclusion_number": text("7/KL-TTr"), "wrong_amount": dong("30", 30*million), "measures": choice("chan_chinh thu_hoi"),
			"to_recover": dong("20", 20*million), "recovered": dong("10,25", 10_250_000), "remedy_by": day("31/3/2024", "2024-03-31"), "remedied_on": day("1012", "2023-12-10")}},
		"reports": {
			{"report_year": count(2023), "due_set": day("31/5", "2023-05-31"), "sent": day("25/5", "2023-05-25"), "number": text("45/BC-UBND")},
			{"report_year": count(2023), "due_set": day("30/11", "2023-11-30"), "sent": day("2811", "2023-11-28"), "number": text("98/BC-UBND")},
			{"report_kind": choice("dot_xuat"), "report_year": count(2022), "due_set": day("1/7/2022", "2022-07-01"), "sent": day("300622", "2022-06-30"), "number": text("33/BC-UBND")},
		},
		"difficulties":    {{"group": choice("khac"), "authority": choice("don_vi"), "project": choice("DA3.TDA2")}},
		"proposals":       {{"wanted_by": day("31/1/2024", "2024-01-31")}},
		"field_survey":    {{"object": choice("mo_hinh"), "linked": text("nuôi bò sinh sản"), "match": choice("lech_it"), "on_file": count(20), "on_site": count(18)}},
		"shortcomings":    {{"item_code": text("3.06"), "area": choice("3"), "amount": dong("20", 20*million), "due": day("+30", "2024-01-14")}},
		"former_findings": {{"recovered_so_far": dong("5", 5*million)}},
		"demands":         {{"deadline": day("+30", "2024-01-14")}},
	}
}

// capitalRow is the money of one row of the capital table. The local budget
// gives 10.5 % of the central one in every row, a little over what is asked.
func capitalRow(source string) map[string]meant {
	if source == "NSTW" {
		return map[string]meant{
			"assigned": dong("1.000", 1000*million), "carried_in": dong("50", 50*million), "adjustment": dong("-10", -10*million),
			"allocated": dong("1tỷ", 1000*million), "disbursed_period": dong("400", 400*million), "disbursed": dong("800", 800*million),
			"advance_paid": dong("300", 300*million), "volume_paid": dong("500", 500*million), "settled": dong("250", 250*million),
			"carried_out": dong("200", 200*million), "cancelled": dong("40", 40*million),
		}
	}
	return map[string]meant{
		"assigned": dong("105", 105*million), "carried_in": dong("5", 5*million), "adjustment": dong("-1", -1*million),
		"allocated": dong("105tr", 105*million), "disbursed_period": dong("40", 40*million), "disbursed": dong("80", 80*million),
		"advance_paid": dong("30", 30*million), "volume_paid": dong("50", 50*million), "settled": dong("25", 25*million),
		"carried_out": dong("20", 20*million), "cancelled": dong("9", 9*million),
	}
}

// phrases go round through the texts that nothing binds. Together they have
// every tone, and the letters that other alphabets lack.
var phrases = []string{
	"Đã kiểm tra hồ sơ gốc", "Ủy ban nhân dân xã", "Nguyễn Thị Thủy Tiên", "Hội Liên hiệp Phụ nữ", "Nuôi bò sinh sản",
	"Đường trục thôn Trung Thành", "Chậm do thời tiết mưa lũ", "Đề nghị hướng dẫn bổ sung", "Phòng Lao động huyện", "Gà thả vườn, giống địa phương",
}

// general is the answer of an item that nothing binds: the nth of its kind.
func general(it *form.Item, n int, choices []form.Choice) meant {
	switch it.Kind {
	case form.KindText:
		return text(phrases[n%len(phrases)] + " " + strconv.Itoa(n))
	case form.KindLongText:
		return text(phrases[n%len(phrases)] + ";\n" + strings.ToLower(phrases[(n+3)%len(phrases)]) + " " + strconv.Itoa(n) + ".")
	case form.KindInteger:
		return count(4)
	case form.KindDecimal, form.KindPercent:
		return decimal("9,5")
	case form.KindMoney:
		return []meant{dong("8.042", 8042*million), dong("8042", 8042*million), dong("8,5", 8_500_000), dong("8842tr", 8842*million), dong("=8038+804", 8842*million)}[n%5]
	case form.KindDate:
		return []meant{day("20/11/2023", "2023-11-20"), day("2011", "2023-11-20"), day("201123", "2023-11-20"), day("8", "2023-12-08"), day("-25", "2023-11-20")}[n%5]
	case form.KindTime:
		return number("9:15", 9*60+15)
	case form.KindYesNo, form.KindYesNoNA:
		return choice(form.Yes)
	case form.KindOne, form.KindLookup:
		return choice(choices[n%len(choices)].Code)
	case form.KindMany:
		return choice(choices[0].Code + " " + choices[len(choices)-1].Code)
	case form.KindTable:
	}
	return meant{}
}
