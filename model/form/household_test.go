package form

import (
	"slices"
	"testing"
)

var poorHousehold = sheet{
	form: "household", programme: "GNBV-2021-2025", day: "2025-09-16", unit: "18766@2025-07-01",
	begun: "round: Đợt 2/2025 · cấp tỉnh",
	typed: `
		household_code: H01
		village: Thôn Mẫu
		household_kind: ngheo
		marks: nu_chu_ho nkt
		members: 4
		workers: 2
		known: sinh_ke bhyt
		channels: hop_thon truyen_thanh
		supports[r1].policy: sinh_ke
		supports[r1].support_project: DA2
		supports[r1].support_year: 2024
		supports[r1].support_form: hien_vat
		supports[r1].support_value: 15
		joined_meeting: yes
		list_public: yes
		fits_need: 4
		fits_season: 3
		good_quality: 2
		had_to_pay: no
		effect: tot_hon
		satisfaction: 4
		opinion: Mong được tập huấn kỹ thuật nuôi bò`,
}

func TestTheHouseholdSheet(t *testing.T) {
	head := Head{Title: "H01 · Thôn Mẫu", Year: 2025, Sort: "ngheo"}
	empty := []string{"household_code missing", "village missing", "household_kind missing", "known missing", "supports missing",
		"joined_meeting missing", "list_public missing", "had_to_pay missing", "effect missing", "satisfaction missing"}
	poorHousehold.try(t, empty, head, []trial{
		{"nobody lives there", "members: 0", []string{"members stop N14", "workers stop N9"}},
		{"workers below nought", "workers: -1", []string{"workers stop N14"}},
		{"more workers than members", "workers: 5", []string{"workers stop N9"}},
		{"knows of none, and of some", "known: bhyt khong_biet", []string{"known stop H.06"}},
		{"knows of none", "known: khong_biet\nchannels:", []string{}},
		{"knows, and nobody told", "channels:", []string{"channels missing"}},
		{"a support before the programme", "supports[r1].support_year: 2020", []string{"supports[r1].support_year stop H.07"}},
		{"a support after the visit", "supports[r1].support_year: 2026", []string{"supports[r1].support_year stop H.07"}},
		{"a support below nought", "supports[r1].support_value: -15", []string{"supports[r1].support_value stop N14"}},
		{"a support without its year and form", "supports[r1].support_year:\nsupports[r1].support_form:", []string{"supports[r1].support_year missing", "supports[r1].support_form missing"}},
		{"no support, and so no word of it", "supports[r1].policy:\nsupports[r1].support_project:\nsupports[r1].support_year:\nsupports[r1].support_form:\nsupports[r1].support_value:\nsupports@none: yes", []string{}},
		{"a support of which nothing is said", "fits_need:\nfits_season:\ngood_quality:", []string{"fits_need missing", "fits_season missing", "good_quality missing"}},
		{"not asked to the meeting", "joined_meeting: no", []string{"joined_meeting note-missing"}},
		{"paid, and not said what", "had_to_pay: yes", []string{"what_was_paid missing"}},
		{"paid", "had_to_pay: yes\nwhat_was_paid: 200 nghìn đồng tiền vận chuyển, cho nhà cung ứng", []string{}},
	})
}

func TestAHouseholdIsListedWithoutItsName(t *testing.T) {
	s := poorHousehold.open(t)
	s.write(t, poorHousehold.typed)
	s.write(t, "household_name: Trần Thị Mẫu\nvillage:")
	if got := s.Head().Title; got != "H01" {
		t.Errorf("the title is %q", got)
	}
}

func TestAHouseholdLivesInTheVisitedUnitUnlessSaid(t *testing.T) {
	s := poorHousehold.open(t)
	if got := s.Get(Field{Item: "commune"}).Value.Text(); got != poorHousehold.unit {
		t.Errorf("the commune is %q", got)
	}
	if !s.Answer(Field{Item: "commune"}, "18073@2025-07-01") {
		t.Error("another commune cannot be said")
	}
}

func TestNoSupportComesOfKnowingNone(t *testing.T) {
	s := poorHousehold.open(t)
	s.write(t, "supports[r1].support_year: 2024")
	for _, c := range s.Choices(Field{Item: "supports", Row: "r1", Part: "policy"}) {
		if c.Code == "khong_biet" {
			t.Error("the support may be of no policy")
		}
	}
	if !slices.ContainsFunc(s.Choices(Field{Item: "known"}), func(c Choice) bool { return c.Code == "khong_biet" }) {
		t.Error("nobody can say that they know of none")
	}
}

// The merged programme began with 2026: what came before is no support of it.
func TestASupportBeginsWithItsProgramme(t *testing.T) {
	sh := poorHousehold
	sh.programme, sh.day = "MTQG-2026-2035", "2026-03-10"
	s := sh.open(t)
	for year, want := range map[string]int{"2025": 1, "2026": 0, "2027": 1} {
		f := Field{Item: "supports", Row: "r1", Part: "support_year"}
		s.write(t, f.String()+": "+year)
		if got := len(s.ProblemsAt(f)); got != want {
			t.Errorf("%s: %d problems, want %d", year, got, want)
		}
	}
}
