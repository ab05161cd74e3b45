package catalog_test

import (
	"slices"
	"testing"

	"giamsat/model/catalog"
	"giamsat/model/vn"
)

func TestLineageTellsWholeFromSplit(t *testing.T) {
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	merged := vn.Date{Year: 2025, Month: 7, Day: 1}
	for _, c := range []struct{ name, whole, split string }{
		{"Phường Thành Sen", "Phường Trần Phú", "Phường Đại Nài"},
		{"Phường Hà Huy Tập", "", "Phường Đại Nài"},
		{"Phường Vũng Áng", "", "Xã Kỳ Lợi"},
	} {
		t.Run(c.name, func(t *testing.T) {
			units := cat.UnitsOn(merged, catalog.Commune, catalog.HomeProvince)
			i := slices.IndexFunc(units, func(u catalog.Unit) bool { return u.FullName == c.name })
			if i < 0 {
				t.Fatalf("no %s", c.name)
			}
			l := cat.Lineage(units[i].Key)
			if l.Whole[0] != units[i].Key {
				t.Errorf("begins with %v", l.Whole[0])
			}
			if c.whole != "" && !slices.ContainsFunc(l.Whole, named(cat, c.whole)) {
				t.Errorf("%s is not among those that went wholly into it", c.whole)
			}
			if !slices.ContainsFunc(l.Split, named(cat, c.split)) || slices.ContainsFunc(l.Whole, named(cat, c.split)) {
				t.Errorf("%s is not told to have been split", c.split)
			}
		})
	}
}

func named(cat *catalog.Catalog, name string) func(catalog.UnitKey) bool {
	return func(key catalog.UnitKey) bool {
		u, ok := cat.Unit(key)
		return ok && u.FullName == name
	}
}

// Every commune of today descends from units whose own successors lead back to it.
func TestEveryWholePredecessorLeadsToTheUnit(t *testing.T) {
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range cat.UnitsOn(vn.Date{Year: 2025, Month: 7, Day: 1}, catalog.Commune, catalog.HomeProvince) {
		l := cat.Lineage(u.Key)
		for _, old := range l.Whole[1:] {
			if !leads(cat, old, u.Key, 0) {
				t.Errorf("%v is said to have gone into %s", old, u.FullName)
			}
			if slices.Contains(l.Split, old) {
				t.Errorf("%v went both wholly and in part into %s", old, u.FullName)
			}
		}
	}
}

// leads follows the changes forward, by whole steps only.
func leads(cat *catalog.Catalog, from, to catalog.UnitKey, steps int) bool {
	if from == to {
		return true
	}
	for _, s := range cat.Successors(from) {
		if s.Full && s.New != from && steps < 9 && leads(cat, s.New, to, steps+1) {
			return true
		}
	}
	return false
}
