package catalog

import (
	"encoding/csv"
	"testing"

	"giamsat/model/vn"

	"github.com/google/go-cmp/cmp"
)

func TestHaTinhHasAsManyUnitsAsTheResolutionsSay(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		day                            string
		provinces, districts, communes int
	}{
		{"2022-01-01", 63, 13, 216},
		{"2024-12-31", 63, 13, 216},
		{"2025-01-01", 63, 12, 209},
		{"2025-06-30", 63, 12, 209},
		{"2025-07-01", 34, 0, 69},
		{"2026-11-22", 34, 0, 69},
	} {
		t.Run(tt.day, func(t *testing.T) {
			d := day(t, tt.day)
			got := []int{len(c.UnitsOn(d, Province, "")), len(c.UnitsOn(d, District, "42")), len(c.UnitsOn(d, Commune, "42"))}
			if diff := cmp.Diff([]int{tt.provinces, tt.districts, tt.communes}, got); diff != "" {
				t.Errorf("provinces, districts, communes (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSixtyCommunesAndNineWardsSinceJuly2025(t *testing.T) {
	count := map[UnitKind]int{}
	for _, u := range load(t).UnitsOn(day(t, "2025-07-01"), Commune, "42") {
		count[u.Kind]++
	}
	if diff := cmp.Diff(map[UnitKind]int{Xa: 60, Phuong: 9}, count); diff != "" {
		t.Error(diff)
	}
}

func TestUnitsAreInVietnameseOrder(t *testing.T) {
	units := load(t).UnitsOn(day(t, "2025-07-01"), Commune, "42")
	for i, u := range units[1:] {
		if vn.Compare(units[i].Name, u.Name) > 0 {
			t.Errorf("%s stands before %s", units[i].Name, u.Name)
		}
	}
}

func TestUnitKeyRoundTrips(t *testing.T) {
	c := load(t)
	for _, u := range c.t.units {
		key, err := ParseUnitKey(u.Key.String())
		if err != nil || key != u.Key {
			t.Fatalf("ParseUnitKey(%q) = %v, %v", u.Key, key, err)
		}
		if got, ok := c.Unit(key); !ok || got != u {
			t.Errorf("Unit(%s) = %v, %v, want %v", key, got, ok, u)
		}
	}
}

func TestParseUnitKeyRefusesWhatIsNoKey(t *testing.T) {
	for _, s := range []string{"", "18073", "@2025-07-01", "18073@", "18073@01/07/2025", "x@2025-07-01", "18073@2025-02-30", "1 @2025-07-01"} {
		if key, err := ParseUnitKey(s); err == nil {
			t.Errorf("ParseUnitKey(%q) = %v, want an error", s, key)
		}
	}
}

// A code names another unit before and after 01/07/2025; each day must show its own name.
func TestReusedCodeShowsTheNameOfItsDay(t *testing.T) {
	c := load(t)
	before, after := day(t, "2025-06-30"), day(t, "2025-07-01")
	reused, renamed := 0, 0
	for _, now := range c.UnitsOn(after, Commune, "42") {
		var old *Unit
		for _, u := range c.t.unitsOf(now.Key.Code) {
			if u.Key != now.Key && u.Key.From.Before(after) {
				old = &u
			}
		}
		if old == nil {
			t.Errorf("%s took over no code", now.Key)
			continue
		}
		reused++
		if old.Name != now.Name {
			renamed++
		}
		if got, ok := c.UnitOn(now.Key.Code, after); !ok || got.FullName != now.FullName {
			t.Errorf("%s after: %q, want %q", now.Key.Code, got.FullName, now.FullName)
		}
		if got, ok := c.UnitOn(old.Key.Code, before); ok && got.FullName != old.FullName {
			t.Errorf("%s before: %q, want %q", old.Key.Code, got.FullName, old.FullName)
		}
		if got, ok := c.Unit(old.Key); !ok || got.FullName != old.FullName {
			t.Errorf("key %s shows %q, want %q", old.Key, got.FullName, old.FullName)
		}
	}
	if reused != 69 || renamed != 48 {
		t.Errorf("%d codes re-used, %d under another name; want 69 and 48", reused, renamed)
	}
}

// Every code, on every day on which records may lie, shows the name that the data file gives it for that day and no
// other. The file is read here a second time, line by line.
func TestNoCodeShowsTheNameOfAnotherDay(t *testing.T) {
	c := load(t)
	f, err := embedded.Open("data/units.csv")
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	type span struct{ from, to, name string }
	spans := map[string][]span{}
	for _, row := range rows[1:] {
		spans[row[0]] = append(spans[row[0]], span{row[4], row[5], row[6]})
	}
	for d := day(t, "2021-01-01"); d.Year < 2028; d = d.AddDays(1) {
		iso := d.ISO()
		for code, list := range spans {
			want := ""
			for _, s := range list {
				if s.from <= iso && (s.to == "" || iso <= s.to) {
					want = s.name
				}
			}
			got, ok := c.UnitOn(code, d)
			if got.FullName != want || ok != (want != "") {
				t.Fatalf("code %s on %s shows %q, want %q", code, iso, got.FullName, want)
			}
			if again, _ := c.Unit(got.Key); ok && again.FullName != want {
				t.Fatalf("key %s of %s shows %q, want %q", got.Key, iso, again.FullName, want)
			}
		}
	}
}

func TestSameNameIsAnotherPlace(t *testing.T) {
	c := load(t)
	thanhSen, _ := c.UnitOn("18073", day(t, "2025-07-01"))
	for _, tt := range []struct{ name, oldCode, newCode string }{
		{"Phường Trần Phú", "18094", "18100"},
		{"Phường Hà Huy Tập", "18085", "18652"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			old, ok := c.UnitOn(tt.oldCode, day(t, "2025-06-30"))
			now, ok2 := c.UnitOn(tt.newCode, day(t, "2025-07-01"))
			if !ok || !ok2 || old.FullName != tt.name || now.FullName != tt.name {
				t.Fatalf("got %q and %q", old.FullName, now.FullName)
			}
			next := c.Successors(old.Key)
			if len(next) != 1 || next[0].New != thanhSen.Key || !next[0].Full {
				t.Errorf("old one went into %v, want Thành Sen alone", next)
			}
			for _, s := range c.Predecessors(now.Key) {
				if s.Old == old.Key {
					t.Error("the new one claims the old one as its predecessor")
				}
			}
		})
	}
}

func TestTenCommunesBearAFormerDistrictsName(t *testing.T) {
	c := load(t)
	districts := map[string]bool{}
	for _, u := range c.UnitsOn(day(t, "2024-12-31"), District, "42") {
		districts[u.Name] = true
	}
	count := 0
	for _, u := range c.UnitsOn(day(t, "2025-07-01"), Commune, "42") {
		if districts[u.Name] {
			count++
		}
	}
	if count != 10 {
		t.Errorf("%d communes bear a former district's name, want 10", count)
	}
}

func TestSplitCommunesGoInPart(t *testing.T) {
	c := load(t)
	before, after := day(t, "2025-06-30"), day(t, "2025-07-01")
	want := map[string][]string{
		"Phường Đại Nài": {"Phường Thành Sen", "Phường Hà Huy Tập"},
		"Xã Kỳ Lợi":      {"Phường Sông Trí", "Phường Vũng Áng", "Phường Hoành Sơn"},
	}
	got := map[string][]string{}
	for _, u := range c.UnitsOn(before, Commune, "42") {
		for _, s := range c.Successors(u.Key) {
			if s.Effective != after || s.Full {
				continue
			}
			into, _ := c.Unit(s.New)
			got[u.FullName] = append(got[u.FullName], into.FullName)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("communes that went in part (-want +got):\n%s", diff)
	}
}

func TestEverySuccessionJoinsTwoUnits(t *testing.T) {
	c := load(t)
	if n := len(c.t.successions); n != 317 {
		t.Errorf("%d successions, want 317", n)
	}
	for _, s := range c.t.successions {
		old, ok := c.Unit(s.Old)
		if !ok || !old.ValidOn(s.Effective.AddDays(-1)) {
			t.Errorf("%s was not in force before %s", s.Old, s.Effective.ISO())
		}
		now, ok := c.Unit(s.New)
		if !ok || !now.ValidOn(s.Effective) {
			t.Errorf("%s is not in force on %s", s.New, s.Effective.ISO())
		}
	}
}

// What ended must have gone somewhere; districts ended without a successor, since their level did.
func TestEveryUnitThatEndedHasASuccessor(t *testing.T) {
	c := load(t)
	for _, u := range c.t.units {
		if u.To.IsZero() || u.Level() == District && u.To == day(t, "2025-06-30") {
			continue
		}
		if len(c.Successors(u.Key)) == 0 {
			t.Errorf("%s %s ended on %s and went nowhere", u.Key, u.FullName, u.To.ISO())
		}
	}
}

func TestPathNamesTheUnitAboveOnItsDay(t *testing.T) {
	c := load(t)
	for _, tt := range []struct{ code, day, want string }{
		{"18073", "2025-07-01", "Phường Thành Sen · tỉnh Hà Tĩnh"},
		{"18073", "2025-06-30", "Phường Nam Hà · thành phố Hà Tĩnh"},
		{"18727", "2024-12-31", "Xã Cẩm Hà · huyện Cẩm Xuyên"},
		{"446", "2024-12-31", "Huyện Cẩm Xuyên · tỉnh Hà Tĩnh"},
		{"42", "2024-12-31", "Tỉnh Hà Tĩnh"},
	} {
		d := day(t, tt.day)
		u, ok := c.UnitOn(tt.code, d)
		if !ok {
			t.Fatalf("no unit %s on %s", tt.code, tt.day)
		}
		if got := c.Path(u, d); got != tt.want {
			t.Errorf("Path = %q, want %q", got, tt.want)
		}
		if got := c.Path(u, day(t, "2030-01-01")); got != tt.want {
			t.Errorf("Path years later = %q, want %q", got, tt.want)
		}
	}
}
