package demo_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/storage"
	"giamsat/storage/demo"
)

// sample fills a new database and opens it.
func sample(t *testing.T) (*storage.Store, *catalog.Catalog) {
	t.Helper()
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	forms, err := form.OpenLibrary(cat, nil)
	if err != nil {
		t.Fatal(err)
	}
	store, err := storage.Open(t.Context(), filepath.Join(t.TempDir(), "demo.db"), storage.Options{
		User: "demo", Create: true, Load: func(src []byte) (*form.Definition, error) { return form.Load("stored", src, cat) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	rows := 0
	newRow := func() form.Row { rows++; return form.Row(fmt.Sprintf("row-%d", rows)) }
	n, err := demo.Maker{Store: store, Catalog: cat, Forms: forms, NewRow: newRow}.Fill(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if n < 20 {
		t.Errorf("the sample has %d inspections, want at least 20", n)
	}
	return store, cat
}

func TestTheSampleIsSoundAndOfManyStages(t *testing.T) {
	store, _ := sample(t)
	report, err := store.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if !report.Sound() {
		t.Errorf("the check finds %v", report.Faults)
	}
	list, total, err := store.Records(t.Context(), model.Query{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	if total != len(list) {
		t.Errorf("%d of %d inspections are listed", len(list), total)
	}
	least, most := 1000, 0
	for _, s := range list {
		if s.UnitName == "" || s.UnitPath == "" && s.UnitName != "Tỉnh Hà Tĩnh" {
			t.Errorf("inspection %s names its unit %q, %q", s.ID, s.UnitName, s.UnitPath)
		}
		answered := 0
		for _, p := range s.Progress[1:] {
			answered += p.Answered
		}
		least, most = min(least, answered), max(most, answered)
	}
	if most < 4*least {
		t.Errorf("the inspections have %d to %d answers: want some hardly begun and some far on", least, most)
	}
}

func TestTheSampleHasTheMoneyOfProject7(t *testing.T) {
	store, cat := sample(t)
	list, _, err := store.Records(t.Context(), model.Query{Text: "15/11/2023"})
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 {
		t.Fatalf("%d inspections are of 15/11/2023, want one", len(list))
	}
	op, err := store.Record(t.Context(), list[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	s := form.NewSession(op.Form, op.Filled, form.Setting{Catalog: cat, Visit: op.Record.Day, Province: cat.Home()})
	var assigned vn.Money
	rows := 0
	for _, r := range s.Rows("capital") {
		for _, f := range s.Facts("capital", r.ID) {
			if f.Measure == "assigned" && f.Amount != 0 {
				rows++
				assigned += f.Amount
			}
		}
	}
	if want := vn.Money(13_557_000_000); assigned != want || rows != 4 {
		t.Errorf("%d rows have %d đồng assigned, want 4 with %d", rows, assigned, want)
	}
}
