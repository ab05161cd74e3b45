package form

import (
	"testing"

	"giamsat/model/catalog"
)

// TestMostRulesOfThePublishedFormsGiveALimit walks every constraint of every form:
// what was found to be a comparison compiles by itself, and most rules have one.
func TestMostRulesOfThePublishedFormsGiveALimit(t *testing.T) {
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	lib, err := OpenLibrary(cat, nil)
	if err != nil {
		t.Fatal(err)
	}
	rules, solved := 0, 0
	for _, h := range lib.List() {
		d, err := lib.Version(h.ID, h.Version)
		if err != nil {
			t.Fatal(err)
		}
		count := func(it *Item) {
			for _, c := range it.Constraints {
				rules++
				if len(d.boundsOf(it, c.Rule)) > 0 {
					solved++
				}
			}
		}
		for _, it := range d.order {
			count(it)
			if it.Table != nil {
				for _, col := range it.Table.Columns {
					count(col)
				}
			}
		}
	}
	if rules == 0 || solved*5 < rules*4 {
		t.Errorf("%d of %d rules say what would be right", solved, rules)
	}
}
