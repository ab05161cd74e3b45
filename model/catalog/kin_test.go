package catalog

import (
	"slices"
	"testing"
)

// What went wholly into a unit is the unit's own, and what was split never is.
func TestEverySuccessionIsInTheLineage(t *testing.T) {
	c := load(t)
	partial := 0
	for _, s := range c.t.successions {
		if s.Old == s.New {
			continue
		}
		l := c.Lineage(s.New)
		if s.Full != slices.Contains(l.Whole, s.Old) || s.Full == slices.Contains(l.Split, s.Old) {
			t.Errorf("%s to %s, wholly %v: whole are %v, split are %v", s.Old, s.New, s.Full, l.Whole, l.Split)
		}
		if !s.Full {
			partial++
		}
		if !slices.Contains(c.Kin(s.New), s.Old) || !slices.Contains(c.Kin(s.Old), s.New) {
			t.Errorf("%s and %s share no ground", s.Old, s.New)
		}
	}
	if partial != 9 {
		t.Errorf("%d successions are of a part, want 9", partial)
	}
}

// Who went wholly into one unit went nowhere else that day: its records would belong to two.
func TestWhatWentWhollySomewhereWentNowhereElse(t *testing.T) {
	c := load(t)
	for _, s := range c.t.successions {
		for _, other := range c.Successors(s.Old) {
			if s.Full && other.Effective == s.Effective && other != s {
				t.Errorf("%s went wholly into %s, and also into %s", s.Old, s.New, other.New)
			}
		}
	}
}

func TestKinBeginsWithTheUnitAndGoesBothWays(t *testing.T) {
	c := load(t)
	daiNai, _ := c.UnitOn("18082", day(t, "2025-06-30"))
	names := func(code, iso string) (found []string) {
		u, ok := c.UnitOn(code, day(t, iso))
		if !ok {
			t.Fatalf("no unit %s on %s", code, iso)
		}
		for _, k := range c.Kin(u.Key) {
			kin, _ := c.Unit(k)
			found = append(found, kin.FullName)
		}
		return found
	}
	if got, want := names("18082", "2025-06-30"), []string{"Phường Đại Nài", "Phường Thành Sen", "Phường Hà Huy Tập"}; !slices.Equal(got, want) {
		t.Errorf("kin of %s: %v, want %v", daiNai.FullName, got, want)
	}
	// Nguyễn Du became Bắc Hà on 01/01/2025, and that went into Thành Sen on 01/07/2025.
	if got, want := names("18077", "2024-12-31"), []string{"Phường Nguyễn Du", "Phường Bắc Hà", "Phường Thành Sen"}; !slices.Equal(got, want) {
		t.Errorf("kin over two changes: %v, want %v", got, want)
	}
}

func TestBearersOfACodeAreToldByTheirDays(t *testing.T) {
	c := load(t)
	var got []string
	for _, u := range c.Bearers("18073") {
		got = append(got, u.FullName)
	}
	if want := []string{"Phường Nam Hà", "Phường Thành Sen"}; !slices.Equal(got, want) {
		t.Errorf("18073 was %v, want %v", got, want)
	}
	if len(c.Bearers("00000")) != 0 {
		t.Error("a code that nobody bore has bearers")
	}
}

func TestFormerNamesAreFoundOnAnyDay(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		outcome, query string
		want           []string
	}{
		{"a former ward without accents", "dai nai", []string{"Phường Đại Nài"}},
		{"what is in force before what was", "cam xuyen", []string{"Huyện Cẩm Xuyên", "Xã Cẩm Xuyên", "Thị trấn Cẩm Xuyên"}},
		{"all that bore a code", "18073", []string{"Phường Thành Sen", "Phường Nam Hà"}},
		{"by the former district", "nguyen du thanh pho ha tinh", []string{"Phường Nguyễn Du"}},
	} {
		t.Run(tt.outcome, func(t *testing.T) {
			var got []string
			for _, u := range c.FindUnitsEver(tt.query, len(tt.want)) {
				got = append(got, u.FullName)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("found %v, want %v", got, tt.want)
			}
		})
	}
}
