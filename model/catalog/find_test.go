package catalog

import (
	"strings"
	"testing"
	"unicode/utf8"

	"giamsat/model/vn"

	"github.com/google/go-cmp/cmp"
)

func names(c *Catalog, units []Unit, d vn.Date) []string {
	var found []string
	for _, u := range units {
		found = append(found, c.Path(u, d))
	}
	return found
}

func TestFindUnitsPutsTheBestFirst(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		outcome, query, day string
		limit               int
		want                []string
	}{
		{"without accents", "thanh sen", "2025-07-01", 5, []string{"Phường Thành Sen · tỉnh Hà Tĩnh"}},
		{"in any word order", "sen thanh", "2025-07-01", 5, []string{"Phường Thành Sen · tỉnh Hà Tĩnh"}},
		{"with accents and kind", "PHƯỜNG Thành  Sen", "2025-07-01", 5, []string{"Phường Thành Sen · tỉnh Hà Tĩnh"}},
		{"nothing before it existed", "thanh sen", "2025-06-30", 5, nil},
		{"district before the town of its name, then its communes", "cam xuyen", "2024-12-31", 3, []string{
			"Huyện Cẩm Xuyên · tỉnh Hà Tĩnh", "Thị trấn Cẩm Xuyên · huyện Cẩm Xuyên", "Xã Cẩm Bình · huyện Cẩm Xuyên"}},
		{"a commune that left the district is gone from it", "cam xuyen", "2025-06-30", 3, []string{
			"Huyện Cẩm Xuyên · tỉnh Hà Tĩnh", "Thị trấn Cẩm Xuyên · huyện Cẩm Xuyên", "Xã Cẩm Duệ · huyện Cẩm Xuyên"}},
		{"only the commune since July 2025", "cam xuyen", "2025-07-01", 5, []string{"Xã Cẩm Xuyên · tỉnh Hà Tĩnh"}},
		{"the exact kind before others of the name", "thi xa ky anh", "2024-12-31", 1, []string{"Thị xã Kỳ Anh · tỉnh Hà Tĩnh"}},
		{"an abbreviated kind", "tp ha tinh", "2024-12-31", 1, []string{"Thành phố Hà Tĩnh · tỉnh Hà Tĩnh"}},
		{"by code", "18073", "2025-06-30", 5, []string{"Phường Nam Hà · thành phố Hà Tĩnh"}},
		{"by the beginning of a code, old names on an old day", "1807", "2025-06-30", 5, []string{
			"Phường Bắc Hà · thành phố Hà Tĩnh", "Phường Nam Hà · thành phố Hà Tĩnh", "Phường Tân Giang · thành phố Hà Tĩnh"}},
		{"home before other provinces, name prefix before the rest", "hoa", "2024-12-31", 4, []string{
			"Xã Hòa Hải · huyện Hương Khê", "Xã Hòa Lạc · huyện Đức Thọ", "Tỉnh Hòa Bình", "Xã An Hòa Thịnh · huyện Hương Sơn"}},
		{"nothing for nonsense", "zzz", "2025-07-01", 5, nil},
	} {
		t.Run(tt.outcome, func(t *testing.T) {
			d := day(t, tt.day)
			if diff := cmp.Diff(tt.want, names(c, c.FindUnits(tt.query, d, tt.limit), d)); diff != "" {
				t.Errorf("FindUnits(%q) on %s (-want +got):\n%s", tt.query, tt.day, diff)
			}
		})
	}
}

func TestBothSpellingsOfHoaFindTheSame(t *testing.T) {
	c := load(t)
	for _, iso := range []string{"2024-12-31", "2025-07-01"} {
		d := day(t, iso)
		a, b := c.FindUnits("hòa", d, 0), c.FindUnits("hoà", d, 0)
		if len(a) == 0 {
			t.Errorf("%s: nothing found", iso)
		}
		if diff := cmp.Diff(names(c, a, d), names(c, b, d)); diff != "" {
			t.Errorf("%s:\n%s", iso, diff)
		}
	}
}

func TestAnotherHomeComesFirst(t *testing.T) {
	c, err := load(t).WithHome("40")
	if err != nil {
		t.Fatal(err)
	}
	d := day(t, "2025-07-01")
	if diff := cmp.Diff([]string{"Tỉnh Nghệ An"}, names(c, c.FindUnits("", d, 0), d)); diff != "" {
		t.Error(diff)
	}
	if _, err := c.WithHome("18073"); err == nil {
		t.Error("a commune was taken for a province")
	}
}

func TestEveryUnitIsFoundByItsFullName(t *testing.T) {
	c := load(t)
	for _, u := range c.t.units {
		found := c.FindUnits(u.FullName, u.Key.From, 0)
		ok := false
		for _, f := range found {
			if f.FullName == u.FullName {
				ok = ok || f.Key == u.Key
			} else if !ok && vn.Fold(f.FullName) != vn.Fold(u.FullName) {
				break // something else stands before it
			}
		}
		if !ok {
			t.Errorf("%s %s is not among the first of %q", u.Key, u.FullName, names(c, found, u.Key.From))
		}
	}
}

func FuzzFindUnits(f *testing.F) {
	c := load(f)
	for _, q := range []string{"thanh sen", "sen thanh", "18", "", " ", "tp. hà tĩnh", "s sen", "đ", "\xff", "a\u0301"} {
		f.Add(q, 2025, 7, 1)
	}
	f.Fuzz(func(t *testing.T, query string, y, m, d int) {
		on, ok := vn.NewDate(y, m, d)
		if !ok {
			return
		}
		all := c.FindUnits(query, on, 0)
		for _, u := range all {
			if !u.ValidOn(on) {
				t.Fatalf("%s was not in force on %s", u.Key, on.ISO())
			}
		}
		if few := c.FindUnits(query, on, 3); len(few) > 3 || len(all) >= 3 && cmp.Diff(all[:3], few) != "" {
			t.Fatalf("the limit changed the order: %v", few)
		}
		if utf8.ValidString(query) {
			if upper := c.FindUnits(strings.ToUpper(vn.Fold(query)), on, 0); cmp.Diff(all, upper) != "" {
				t.Fatalf("%q folded and in capitals finds something else", query)
			}
		}
	})
}
