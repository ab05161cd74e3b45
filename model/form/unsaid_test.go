package form

import (
	"strings"
	"testing"

	"giamsat/model/catalog"
)

// What published versions could not say is said of items that they have.
func TestWhatPublishedVersionsCouldNotSayIsMarked(t *testing.T) {
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	lib, err := OpenLibrary(cat, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		unsaid map[string]string
		marked func(*Item) bool
	}{
		{unsaidIdentifies, func(it *Item) bool { return it.Identifies }},
		{unsaidNoBulk, func(it *Item) bool { return it.NoBulk }},
	} {
		for of, names := range c.unsaid {
			id, version, _ := strings.Cut(of, "@")
			d, err := lib.Version(id, version)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range strings.Fields(names) {
				table, column, isColumn := strings.Cut(name, ".")
				it := d.Item(table)
				if it != nil && isColumn {
					it = it.Table.Column(column)
				}
				if it == nil || !c.marked(it) {
					t.Errorf("%s has no %s that is marked", of, name)
				}
			}
		}
	}
}
