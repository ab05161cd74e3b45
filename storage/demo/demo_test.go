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
	return sampleOf(t, vn.Date{Year: 2026, Month: 11, Day: 25})
}

func sampleOf(t *testing.T, today vn.Date) (*storage.Store, *catalog.Catalog) {
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
	n, err := demo.Maker{Store: store, Catalog: cat, Forms: forms, NewRow: newRow, Today: today}.Fill(t.Context())
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

func TestTheSampleHasWorkThatWaitsWhateverTheDay(t *testing.T) {
	for _, today := range []vn.Date{{Year: 2026, Month: 11, Day: 25}, {Year: 2026, Month: 1, Day: 12}, {Year: 2027, Month: 1, Day: 31}, {Year: 2028, Month: 2, Day: 29}} {
		t.Run(today.ISO(), func(t *testing.T) {
			store, _ := sampleOf(t, today)
			rounds, n, err := store.Records(t.Context(), model.Query{Kinds: []model.Kind{model.Round}, Open: true})
			if err != nil || n != 1 {
				t.Fatalf("%d rounds are under way, %v", n, err)
			}
			head := rounds[0].Head
			if head.Title == "" || !head.From.Before(today) || !today.Before(head.To) {
				t.Errorf("the round is %+v", head)
			}
			counts, err := store.Counts(t.Context(), []model.RecordID{rounds[0].ID})
			if want := (model.Count{Planned: 6, Begun: 2}); err != nil || counts[rounds[0].ID] != want {
				t.Errorf("the round counts %+v, %v", counts, err)
			}
			for name, c := range map[string]struct {
				query model.Query
				want  int
			}{
				"drafts":     {model.Query{Status: model.Draft, By: "demo"}, 27},
				"late":       {model.Query{Kinds: model.Followed(), Open: true, DueBefore: today}, 1},
				"due soon":   {model.Query{Kinds: model.Followed(), Open: true, DueFrom: today, DueBefore: today.AddDays(16)}, 1},
				"register":   {model.Query{Kinds: model.Followed(), Text: "TT-000 vi du"}, 3},
				"of a visit": {model.Query{Kinds: model.Followed(), Text: "03/12/2025"}, 2},
			} {
				if _, n, err := store.Records(t.Context(), c.query); n != c.want || err != nil {
					t.Errorf("%s: %d, want %d, %v", name, n, c.want, err)
				}
			}
			if report, err := store.Check(t.Context()); err != nil || !report.Sound() {
				t.Errorf("the check finds %v, %v", report.Faults, err)
			}
		})
	}
}

func TestAFindingOfTheSampleIsAsItsRowSays(t *testing.T) {
	store, cat := sample(t)
	list, _, err := store.Records(t.Context(), model.Query{Kinds: []model.Kind{model.Finding}, Text: "niêm yết"})
	if err != nil || len(list) != 1 {
		t.Fatalf("%d findings, %v", len(list), err)
	}
	finding, err := store.Record(t.Context(), list[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	visit, err := store.Record(t.Context(), finding.Record.Parent)
	if err != nil {
		t.Fatal(err)
	}
	s := form.NewSession(visit.Form, visit.Filled, form.Setting{Catalog: cat, Visit: visit.Record.Day, Province: cat.Home()})
	row := finding.Record.Origin
	if got := s.Get(form.Field{Item: row.Item, Row: row.Row, Part: "shortcoming"}).Raw; got == "" || got != list[0].Head.Title {
		t.Errorf("the row says %q, the finding %q", got, list[0].Head.Title)
	}
}
