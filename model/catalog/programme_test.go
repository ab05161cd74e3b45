package catalog

import (
	"testing"

	"giamsat/model/vn"

	"github.com/google/go-cmp/cmp"
)

const poverty, merged = "GNBV-2021-2025", "MTQG-2026-2035"

func codes[T any](items []T, code func(T) string) []string {
	var found []string
	for _, it := range items {
		found = append(found, code(it))
	}
	return found
}

func TestProgrammesOnADay(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		outcome, day string
		want         []string
	}{
		{"none before the first", "2020-12-31", nil},
		{"the poverty programme in its period", "2024-06-01", []string{poverty}},
		{"the merged one first, the old one still inspected", "2026-03-01", []string{merged, poverty}},
		{"the old one is over", "2027-01-01", []string{merged}},
	} {
		t.Run(tt.outcome, func(t *testing.T) {
			got := codes(c.ProgrammesOn(day(t, tt.day)), func(p Programme) string { return p.Code })
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSevenProjectsAndElevenSubProjects(t *testing.T) {
	c := load(t)
	top, sub := 0, 0
	seen := map[string]bool{}
	for _, p := range c.Projects(poverty) {
		if p.Parent == "" {
			top++
		} else {
			sub++
			if !seen[p.Parent] {
				t.Errorf("%s stands before its project", p.Code)
			}
		}
		seen[p.Code] = true
	}
	if top != 7 || sub != 11 {
		t.Errorf("%d projects and %d sub-projects, want 7 and 11", top, sub)
	}
	want := []string{"DA1.TDA1", "DA1.TDA2", "DA2", "DA3.TDA1", "DA3.TDA2", "DA4.TDA1", "DA4.TDA2", "DA4.TDA3", "DA5",
		"DA6.TDA1", "DA6.TDA2", "DA7.TDA1", "DA7.TDA2"}
	got := codes(c.ProjectLeaves(poverty), func(p Project) string { return p.Code })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("leaves (-want +got):\n%s", diff)
	}
}

// Nothing of the merged programme's tree is invented: two components, and no
// project of the programme before it.
func TestTheMergedProgrammeHasItsTwoComponentsAlone(t *testing.T) {
	c := load(t)
	got := codes(c.Projects(merged), func(p Project) string { return p.Code })
	if diff := cmp.Diff([]string{"HP1", "HP2"}, got); diff != "" {
		t.Errorf("components (-want +got):\n%s", diff)
	}
	for _, p := range c.Projects(merged) {
		if p.NameEvidence == "quoted" {
			t.Errorf("the wording of %s is marked as quoted", p.Code)
		}
		if diff := cmp.Diff([]string{"DTPT", "KPTX"}, p.CapitalKinds); diff != "" {
			t.Errorf("capital of %s (-want +got):\n%s", p.Code, diff)
		}
	}
}

func TestDA1AndDA5DoNotRunInHaTinhButMayElsewhere(t *testing.T) {
	c := load(t)
	elsewhere, err := c.WithHome("40")
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]Applies{"DA1": No, "DA1.TDA2": No, "DA5": No, "DA2": Yes, "DA7.TDA2": Yes, "DA3.TDA1": Unchecked} {
		p, ok := c.Project(poverty, code)
		if !ok || p.Applies != want {
			t.Errorf("%s in Hà Tĩnh: %q, want %q", code, p.Applies, want)
		}
		if p, _ := elsewhere.Project(poverty, code); p.Applies != Unchecked {
			t.Errorf("%s in Nghệ An: %q, want %q", code, p.Applies, Unchecked)
		}
	}
}

func TestUnconfirmedNamesKeepTheirMark(t *testing.T) {
	c := load(t)
	for code, want := range map[string]string{"DA1.TDA1": "memory", "DA7.TDA1": "partial", "DA2": "quoted"} {
		if p, _ := c.Project(poverty, code); p.NameEvidence != want {
			t.Errorf("name of %s is marked %q, want %q", code, p.NameEvidence, want)
		}
	}
}

func TestCallersCannotChangeTheCatalogue(t *testing.T) {
	c := load(t)
	p, _ := c.Project(poverty, "DA4")
	p.CapitalKinds[0] = "X"
	list, err := c.List("levels", "", day(t, "2025-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	list[0].VI = "X"
	q, _ := c.Project(poverty, "DA4")
	again, _ := c.Choice("levels", "", list[0].Code)
	if q.CapitalKinds[0] == "X" || again.VI == "X" {
		t.Error("what a caller changed is seen by the next one")
	}
}

func TestCounterpartBand(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		province  string
		year      int
		percent   int
		confirmed bool
	}{
		{"42", 2024, 10, false}, {"51", 2024, 15, true}, {"49", 2022, 15, true}, {"42", 2026, 0, false}, {"01", 2024, 0, false},
	} {
		percent, basis, confirmed := c.CounterpartBand(tt.province, tt.year)
		if percent != tt.percent || confirmed != tt.confirmed || (basis == "") != (percent == 0) {
			t.Errorf("CounterpartBand(%s, %d) = %d, %q, %v", tt.province, tt.year, percent, basis, confirmed)
		}
	}
}

func TestCarryOverOf2022And2023EndsWith2024(t *testing.T) {
	c := load(t)
	want := []CarryOver{{poverty, 2022, 2023, day(t, "2024-12-31"), "C NQ104"}}
	if diff := cmp.Diff(want, c.CarryOverWindows(poverty)); diff != "" {
		t.Error(diff)
	}
	if n := len(c.CarryOverWindows(merged)); n != 0 {
		t.Errorf("%d windows of %s", n, merged)
	}
}

func TestTheProvincesTotalIsToldWhereItIsPublished(t *testing.T) {
	c := load(t)
	if got, ok := c.ProvinceTotal(poverty, "42", 2023); !ok || got != (110_202+7_966)*vn.Million {
		t.Errorf("Hà Tĩnh 2023: %d đồng, %v; want 110.202 + 7.966 triệu", got, ok)
	}
	for _, tt := range []struct {
		programme, province string
		year                int
	}{{poverty, "42", 2024}, {poverty, "40", 2023}, {merged, "42", 2026}} {
		if got, ok := c.ProvinceTotal(tt.programme, tt.province, tt.year); ok {
			t.Errorf("%s of %s in %d: %d đồng, and none is published", tt.programme, tt.province, tt.year, got)
		}
	}
}
