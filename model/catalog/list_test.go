package catalog

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"giamsat/model/vn"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

func listCodes(t *testing.T, c *Catalog, name, programme, iso string) []string {
	t.Helper()
	list, err := c.List(name, programme, day(t, iso))
	if err != nil {
		t.Fatal(err)
	}
	return codes(list, func(ch Choice) string { return ch.Code })
}

func TestListsChangeWithDayAndProgramme(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		name, programme, day string
		want                 []string
	}{
		{"capital_kinds", poverty, "2024-06-01", []string{"DTPT", "SN"}},
		{"capital_kinds", merged, "2026-06-01", []string{"DTPT", "KPTX"}},
		{"capital_kinds", "", "2026-06-01", []string{"DTPT", "SN", "KPTX"}},
		{"capital_sources", poverty, "2025-06-30", []string{"NSTW", "NSDP", "NSDP.T", "NSDP.H", "NSDP.X", "HDK"}},
		{"capital_sources", poverty, "2025-07-01", []string{"NSTW", "NSDP", "NSDP.T", "NSDP.X", "HDK"}},
		{"capital_sources", merged, "2026-07-01", []string{"NSTW", "NSDP", "NSDP.T", "NSDP.X", "LG", "TDCS", "DNCD"}},
		{"levels", "", "2025-06-30", []string{"tinh", "huyen", "xa"}},
		{"levels", "", "2025-07-01", []string{"tinh", "xa"}},
		{"unit_kinds", "", "2025-07-01", []string{"ubnd_xa", "so_nganh", "chu_dau_tu"}},
		{"poverty_standards", "", "2026-12-31", []string{"2022-2025"}},
		{"poverty_standards", "", "2027-01-01", []string{"2027-2030"}},
		{"lead_department", "", "2025-02-28", []string{"SO.LDTBXH"}},
		{"lead_department", "", "2025-03-01", []string{"SO.NNMT"}},
		{"lead_ministry", "", "2025-03-01", []string{"BO.NNMT"}},
		{"addressees", "", "2025-06-30", []string{"tinh", "so", "huyen", "xa", "bo_chu_quan", "bo_chu_tri", "chinh_phu"}},
		{"addressees", "", "2025-07-01", []string{"tinh", "so", "xa", "bo_chu_quan", "bo_chu_tri", "chinh_phu"}},
		{"projects", merged, "2026-06-01", []string{"HP1", "HP2"}},
		{"projects_here", poverty, "2024-06-01", []string{"DA2", "DA3", "DA3.TDA1", "DA3.TDA2", "DA4", "DA4.TDA1", "DA4.TDA2",
			"DA4.TDA3", "DA6", "DA6.TDA1", "DA6.TDA2", "DA7", "DA7.TDA1", "DA7.TDA2"}},
		{"programmes", "", "2026-03-01", []string{merged, poverty}},
		{"districts", "", "2025-07-01", nil},
	} {
		t.Run(tt.name+" "+tt.programme+" "+tt.day, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, listCodes(t, c, tt.name, tt.programme, tt.day)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for name, want := range map[string]int{"projects": 18, "project_leaves": 13} {
		if n := len(listCodes(t, c, name, poverty, "2024-06-01")); n != want {
			t.Errorf("%s has %d entries, want %d", name, n, want)
		}
	}
	for name, want := range map[string]int{"communes": 69, "units": 69, "former_districts": 13, "provinces": 34} {
		if n := len(listCodes(t, c, name, "", "2025-07-01")); n != want {
			t.Errorf("%s has %d entries, want %d", name, n, want)
		}
	}
}

// A setting with dates: exactly one department and one ministry lead on any day.
func TestOneLeadOnEveryDay(t *testing.T) {
	c := load(t)
	for _, name := range []string{"lead_department", "lead_ministry"} {
		for d := day(t, "2021-01-01"); d.Year < 2028; d = d.AddDays(1) {
			list, err := c.List(name, "", d)
			if err != nil || len(list) != 1 {
				t.Fatalf("%s on %s: %v, %v", name, d.ISO(), list, err)
			}
		}
	}
	if ch, ok := c.Choice("lead_department", "", "SO.NNMT"); !ok || ch.Basis.Confirmed() {
		t.Errorf("Sở Nông nghiệp và Môi trường of Hà Tĩnh is not confirmed, but its basis is %q", ch.Basis)
	}
}

// Reports go to ministries as they are called on the day: those that were dissolved are no longer offered, and those that
// took over not before.
func TestMinistriesAreThoseOfTheDay(t *testing.T) {
	c := load(t)
	for iso, want := range map[string][]string{
		"2025-02-28": {"BO.LDTBXH", "BO.NNPTNT", "BO.KHDT", "BO.TC", "BO.YT", "BO.XD", "BO.TTTT"},
		"2025-03-01": {"BO.NNMT", "BO.TC", "BO.YT", "BO.XD", "BO.NV", "BO.GDDT", "BO.KHCN", "BO.VHTTDL"},
	} {
		got := slices.DeleteFunc(listCodes(t, c, "agencies", poverty, iso), func(code string) bool { return !strings.HasPrefix(code, "BO.") })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", iso, diff)
		}
	}
}

func TestEveryListSpeaksBothLanguagesWithUniqueCodes(t *testing.T) {
	c := load(t)
	days := []string{"2022-06-01", "2024-12-31", "2025-03-01", "2025-06-30", "2025-07-01", "2026-06-01"}
	for _, name := range c.Lists() {
		total := 0
		for _, programme := range []string{"", poverty, merged} {
			for _, iso := range days {
				list, err := c.List(name, programme, day(t, iso))
				if err != nil {
					t.Fatal(err)
				}
				total += len(list)
				seen := map[string]bool{}
				for _, ch := range list {
					if ch.VI == "" || ch.EN == "" || ch.Code == "" || seen[ch.Code] {
						t.Errorf("%s on %s: %+v is empty or stands twice", name, iso, ch)
					}
					if !ch.Matches(vn.Fold(ch.VI)) {
						t.Errorf("%s: %s is not found by its own label", name, ch.Code)
					}
					seen[ch.Code] = true
				}
			}
		}
		if total == 0 {
			t.Errorf("list %s is always empty", name)
		}
	}
	if !slices.IsSorted(c.Lists()) {
		t.Error("Lists is not sorted")
	}
}

func TestOldCodesKeepTheirLabel(t *testing.T) {
	ch, ok := load(t).Choice("capital_sources", poverty, "NSDP.H")
	if !ok || ch.VI != "Ngân sách huyện" || ch.Parent != "NSDP" {
		t.Errorf("got %+v, %v", ch, ok)
	}
}

func TestListErrorsSayWhatIsUnknown(t *testing.T) {
	c := load(t)
	d := day(t, "2024-06-01")
	if _, err := c.List("no_such_list", "", d); !errors.Is(err, ErrUnknownList) {
		t.Errorf("got %v", err)
	}
	if _, err := c.List("levels", "NTM-2030", d); !errors.Is(err, ErrUnknownProgramme) {
		t.Errorf("got %v", err)
	}
	if _, ok := c.Choice("no_such_list", "", "x"); ok {
		t.Error("found a choice in no list")
	}
}

func TestDataFilesAreComposedUTF8WithLineFeeds(t *testing.T) {
	files, err := fs.Glob(embedded, "data/*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		text, err := fs.ReadFile(embedded, file)
		if err != nil {
			t.Fatal(err)
		}
		if !norm.NFC.IsNormal(text) || bytes.ContainsAny(text, "\r\ufeff\t") || !bytes.HasSuffix(text, []byte("\n")) {
			t.Errorf("%s is not UTF-8 in composed form with line feeds", file)
		}
	}
}

var (
	basisOfForm = regexp.MustCompile(`basis: "([^"]*)"`)
	sourceCode  = regexp.MustCompile(`\b[A-Z0-9]+(?:-[A-Z0-9]+)*\b`)
)

// codesOfForms are the words of the forms' bases that can be codes of sources.
func codesOfForms(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../form/defs/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no forms: %v", err)
	}
	var codes []string
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range basisOfForm.FindAllSubmatch(src, -1) {
			codes = append(codes, sourceCode.FindAllString(string(m[1]), -1)...)
		}
	}
	return codes
}

func TestEverySourceIsUsedAndPublic(t *testing.T) {
	c := load(t)
	used := map[string]bool{}
	note := func(b Basis) {
		for _, code := range strings.Fields(string(b))[1:] {
			used[code] = true
		}
	}
	for _, e := range c.t.entries {
		note(e.Basis)
	}
	for _, p := range c.t.programmes {
		note(p.Basis)
	}
	for _, d := range c.t.deadlines {
		note(d.Basis)
	}
	for _, b := range c.t.counterpart {
		note(b.basis)
	}
	for _, w := range c.t.carryOver {
		note(w.Basis)
	}
	for _, code := range codesOfForms(t) {
		used[code] = true
	}
	for _, p := range c.t.totals {
		note(p.basis)
	}
	for code := range c.t.sources {
		if !used[code] {
			t.Errorf("source %s is named by no row and by no form", code)
		}
	}
	if s, ok := c.Source("ND27-30"); !ok || !strings.HasPrefix(s.URL, "https://") {
		t.Errorf("Source(ND27-30) = %+v, %v", s, ok)
	}
}
