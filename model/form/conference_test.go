package form

import (
	"testing"

	"giamsat/model/vn"
)

var officersClass = sheet{
	form: "conference", programme: "GNBV-2021-2025", day: "2025-08-12", unit: "42@2020-01-01",
	typed: `
		organiser: Sở Nông nghiệp và Môi trường
		level: tinh
		conference_kind: tap_huan
		topic: Tập huấn cán bộ giảm nghèo năm 2025
		content: Rà soát hộ nghèo; giám sát, đánh giá
		projects: DA7.TDA1
		invitation_number: 58/KH-SNNMT
		ends: 14/08/2025
		place: Hội trường Sở
		people: 202
		women: 90
		minority: 3
		commune_staff: 69
		village_staff: 120
		funding[r1].fund_source: NSTW
		funding[r1].amount: 180
		funding[r2].fund_source: NSDP.T
		funding[r2].amount: 20,5`,
}

func TestTheConferenceForm(t *testing.T) {
	head := Head{
		Title: "Tập huấn cán bộ giảm nghèo năm 2025", Number: "58/KH-SNNMT", Year: 2025, Level: "tinh", Sort: "tap_huan",
		From: vn.Date{Year: 2025, Month: 8, Day: 12}, To: vn.Date{Year: 2025, Month: 8, Day: 14},
	}
	empty := []string{"organiser missing", "level missing", "conference_kind missing", "topic missing", "content missing", "place missing",
		"people missing", "women missing", "minority missing", "commune_staff missing", "village_staff missing", "funding missing"}
	officersClass.try(t, empty, head, []trial{
		{"a number without its form", "invitation_number: giấy mời", []string{"invitation_number note T1"}},
		{"an end before the start", "ends: 11/08/2025", []string{"ends stop D1"}},
		{"nobody came", "people: 0\nwomen: 0\nminority: 0\ncommune_staff: 0\nvillage_staff: 0", []string{"people stop N14"}},
		{"more women than people", "women: 203", []string{"women stop N9"}},
		{"more of a minority than people", "minority: 203", []string{"minority stop N9"}},
		{"more commune staff than people", "commune_staff: 203\nvillage_staff: 0", []string{"commune_staff stop N9"}}, // no figure of the others is wrong
		{"more village staff than people", "commune_staff: 0\nvillage_staff: 203", []string{"village_staff stop N9", "village_staff stop N9"}},
		{"staff counted twice", "commune_staff: 100\nvillage_staff: 103", []string{"village_staff stop N9"}},
		{"all of them staff", "commune_staff: 100\nvillage_staff: 102", []string{}},
		{"fewer than none", "women: -1", []string{"women stop N9"}},
		{"money below nought", "funding[r1].amount: -1", []string{"funding[r1].amount stop N14"}},
		{"a source twice", "funding[r2].fund_source: NSTW", []string{"funding[r2].fund_source duplicate-row"}},
		{"money of no source", "funding[r1].fund_source:", []string{"funding[r1].fund_source missing"}},
		{"the district's money after its end", "funding[r2].fund_source: NSDP.H", []string{"funding[r2].fund_source not-a-choice"}},
	})
}

func TestAConferenceCountsItsDaysAndMoney(t *testing.T) {
	s := officersClass.open(t)
	s.write(t, officersClass.typed)
	for name, want := range map[string]string{"days_held": "3", "cost": "200,5"} {
		if got := s.Shown(Field{Item: name}, "vi"); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}
