package storage_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// stocked is a store with a round's work of several people: more inspections and
// findings than are sorted when found, so that both ways of listing are used.
func stocked(tb testing.TB) *storage.Store {
	tb.Helper()
	o := storagetest.Options()
	now := o.Clock()
	o.Clock = func() time.Time { now = now.Add(time.Minute); return now }
	s := storagetest.OpenAt(tb, filepath.Join(tb.TempDir(), "giamsat.db"), o)
	_, visits := storagetest.Stock(tb, s, storagetest.Plenty{Rounds: 6, Inspections: 1500, Findings: 1300})
	binh := second(tb, s, "binh")
	for i, id := range visits[:60] {
		complete(tb, s, model.Completion{Save: model.Save{ID: id}})
		if i%3 == 0 {
			if err := []*storage.Store{s, binh}[i%2].Reopen(tb.Context(), id, "sửa"); err != nil {
				tb.Fatal(err)
			}
		}
	}
	return s
}

// everything reads all records in the order of the last change.
func everything(tb testing.TB, s *storage.Store) (all []known) {
	tb.Helper()
	page, _, err := s.Records(tb.Context(), model.Query{Kinds: []model.Kind{model.Inspection, model.Finding, model.Round}, Limit: 10_000})
	if err != nil {
		tb.Fatal(err)
	}
	rounds := make(map[model.RecordID]model.RecordID)
	for _, m := range page {
		if m.Kind == model.Inspection {
			rounds[m.ID] = m.Parent
		}
	}
	for _, m := range page {
		k := known{Summary: m, round: m.Parent, by: []string{mustOpen(tb, s, m.ID).Record.CreatedBy, m.ChangedBy}}
		if m.Kind == model.Finding {
			k.round = rounds[m.Parent]
		}
		k.text = vn.Fold(fmt.Sprint(m.UnitName, " ", m.UnitPath, " ", m.Round, " ", m.Head.Title, " ", m.Head.Number, " ", m.Head.Responsible,
			" ", m.Day, " ", m.Day.Time().Format("2/1/2006"), " ", m.Unit.Code))
		all = append(all, k)
	}
	return all
}

// known is a record with what a list does not show of it.
type known struct {
	model.Summary
	round model.RecordID
	by    []string
	text  string
}

// fits says plainly what a query means.
func (k known) fits(q model.Query) bool {
	kinds := q.Kinds
	if len(kinds) == 0 {
		kinds = []model.Kind{model.Inspection}
	}
	due, dated := k.Head.Due, !k.Head.Due.IsZero()
	for _, asked := range []bool{
		slices.Contains(kinds, k.Kind),
		q.Status == "" || k.Status == q.Status,
		q.Parent == "" || k.Parent == q.Parent,
		q.Round == "" || k.round == q.Round,
		len(q.Units) == 0 || slices.Contains(q.Units, k.Unit),
		q.Area == 0 || k.Head.Area == q.Area,
		len(q.States) == 0 || slices.Contains(q.States, k.Head.State),
		!q.Open || !k.Head.Settled,
		q.DueFrom.IsZero() || dated && !due.Before(q.DueFrom),
		q.DueBefore.IsZero() || dated && due.Before(q.DueBefore),
		q.By == "" || slices.Contains(k.by, q.By),
		!q.Returned || k.ReturnedBy != "" && k.ReturnedBy != q.By && (q.By != "" || k.ReturnedBy != "an"),
		vn.Match(k.text, q.Text),
	} {
		if !asked {
			return false
		}
	}
	return true
}

// sorted puts records that are in the order of change into that of a query.
func sorted(all []known, o model.Order) []known {
	all = slices.Clone(all)
	switch o {
	case model.ByDue:
		slices.SortFunc(all, func(a, b known) int {
			if a.Head.Due.IsZero() != b.Head.Due.IsZero() {
				if a.Head.Due.IsZero() {
					return 1
				}
				return -1
			}
			if c := a.Head.Due.Compare(b.Head.Due); c != 0 {
				return c
			}
			return strings.Compare(string(a.ID), string(b.ID))
		})
	case model.ByDay:
		slices.SortFunc(all, func(a, b known) int {
			if c := b.Day.Compare(a.Day); c != 0 {
				return c
			}
			return strings.Compare(string(b.ID), string(a.ID))
		})
	case model.ByChange:
	}
	return all
}

// TestQueriesFindWhatTheySay compares lists of any query with what a plain walk
// over all records finds.
func TestQueriesFindWhatTheySay(t *testing.T) {
	s := stocked(t)
	all := everything(t, s)
	var rounds, visits []model.RecordID
	for _, k := range all {
		switch k.Kind {
		case model.Round:
			rounds = append(rounds, k.ID)
		case model.Inspection:
			visits = append(visits, k.ID)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuery(t, rounds, visits)
		var want []model.RecordID
		for _, k := range sorted(all, q.Order) {
			if k.fits(q) {
				want = append(want, k.ID)
			}
		}
		page, total, err := s.Records(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		if total != len(want) {
			t.Fatalf("%+v: total %d, want %d", q, total, len(want))
		}
		shown := want[min(q.Offset, len(want)):]
		shown = shown[:min(q.Limit, len(shown))]
		if diff := cmp.Diff(shown, ids(page)); diff != "" && len(shown)+len(page) > 0 {
			t.Fatalf("%+v:\n%s", q, diff)
		}
		q.Hasty = true
		top, total, err := s.Records(t.Context(), q)
		if err != nil || total != model.Uncounted && total != len(want) && q.Offset == 0 {
			t.Fatalf("%+v: total %d of %d, %v", q, total, len(want), err)
		}
		if len(top) > len(page) || !slices.Equal(ids(top), ids(page[:len(top)])) {
			t.Fatalf("%+v: what is found first is not the top of the page", q)
		}
	})
}

func drawQuery(t *rapid.T, rounds, visits []model.RecordID) model.Query {
	seldom := func(name string) bool { return rapid.IntRange(0, 4).Draw(t, name) == 0 }
	q := model.Query{Order: rapid.SampledFrom([]model.Order{model.ByChange, model.ByDue, model.ByDay}).Draw(t, "order"),
		Limit: rapid.SampledFrom([]int{1, 6, 50}).Draw(t, "limit"), Offset: rapid.SampledFrom([]int{0, 0, 3, 50, 1280}).Draw(t, "offset")}
	q.Kinds = rapid.SampledFrom([][]model.Kind{nil, {model.Inspection}, model.Followed(), {model.Round}, {model.Household}, {model.Finding, model.Finding},
		{model.Inspection, model.Finding, model.Round}}).Draw(t, "kinds")
	q.Open, q.Returned = rapid.Bool().Draw(t, "open"), seldom("returned")
	if seldom("status?") {
		q.Status = rapid.SampledFrom([]model.Status{model.Draft, model.Completed}).Draw(t, "status")
	}
	if seldom("parent?") {
		q.Parent = rapid.SampledFrom(append(visits[:20:20], rounds...)).Draw(t, "parent")
	}
	if seldom("round?") {
		q.Round = rapid.SampledFrom(rounds).Draw(t, "round")
	}
	if seldom("units?") {
		for range rapid.IntRange(1, 60).Draw(t, "units") {
			q.Units = append(q.Units, catalog.UnitKey{Code: fmt.Sprint(18000 + rapid.IntRange(0, 420).Draw(t, "unit")), From: onDay(2025, 7, 1)})
		}
	}
	if seldom("area?") {
		q.Area = rapid.IntRange(1, 5).Draw(t, "area")
	}
	if seldom("states?") {
		q.States = rapid.SampledFrom([][]string{{"open"}, {"open", "reported"}, {"verified", "cannot", "withdrawn"}, {"none"}}).Draw(t, "states")
	}
	if seldom("from?") {
		q.DueFrom = onDay(2024, 6, 15).AddDays(rapid.IntRange(-420, 420).Draw(t, "from"))
	}
	if seldom("before?") {
		q.DueBefore = onDay(2024, 6, 15).AddDays(rapid.IntRange(-420, 420).Draw(t, "before"))
	}
	if seldom("by?") {
		q.By = rapid.SampledFrom([]string{"an", "binh", "cuc"}).Draw(t, "by")
	}
	if seldom("text?") {
		q.Text = rapid.SampledFrom([]string{"xã", "kỳ", "TT-0", "thanh toan", "1/8/2024", "zzz", "ubnd lưu", "18073"}).Draw(t, "text")
	}
	return q
}

// TestListsAreReadFromTheirIndex holds that no list is sorted, and no row looked
// at that is not shown, however many there are.
func TestListsAreReadFromTheirIndex(t *testing.T) {
	s := stocked(t)
	due := onDay(2024, 6, 15)
	for name, q := range map[string]model.Query{
		"inspections":                   {},
		"drafts":                        {Status: model.Draft},
		"inspections by text":           {Text: "xã kỳ"},
		"completed inspections by text": {Status: model.Completed, Text: "xã kỳ"},
		"my drafts of every kind":       {Kinds: []model.Kind{model.Inspection, model.Finding, model.Round}, Status: model.Draft, By: "an"},
		"the register":                  {Kinds: model.Followed(), Open: true, Order: model.ByDue},
		"the register of an area":       {Kinds: model.Followed(), Open: true, Order: model.ByDue, Area: 3, States: []string{"open"}},
		"the register by text":          {Kinds: model.Followed(), Open: true, Order: model.ByDue, Text: "thanh toán"},
		"settled ones too":              {Kinds: model.Followed(), Order: model.ByDue, Text: "thanh toán"},
		"late":                          {Kinds: model.Followed(), Open: true, Order: model.ByDue, DueBefore: due},
		"due soon":                      {Kinds: model.Followed(), Open: true, Order: model.ByDue, DueFrom: due, DueBefore: due.AddDays(16)},
		"the register by change":        {Kinds: model.Followed(), Status: model.Draft, Text: "thanh toán"},
	} {
		t.Run(name, func(t *testing.T) {
			shortest, ordered, err := s.Searches(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			for _, search := range []storage.Search{shortest, ordered} {
				plan := planOf(t, s, search)
				for line := range strings.Lines(plan) {
					if strings.Contains(line, "TEMP B-TREE") || strings.Contains(line, " record ") && !strings.Contains(line, "COVERING INDEX") {
						t.Errorf("%s\n%s", search.SQL, plan)
					}
				}
			}
		})
	}
	t.Run("the newest visits need their rows", func(t *testing.T) {
		_, ordered, err := s.Searches(t.Context(), model.Query{Order: model.ByDay})
		if plan := planOf(t, s, ordered); err != nil || !strings.Contains(plan, "record_day") || strings.Contains(plan, "TEMP B-TREE") {
			t.Error(plan, err)
		}
	})
}

// TestWhatNoInspectionHasIsNotLookedForInThem holds that a word found nowhere costs
// no reading of all inspections.
func TestWhatNoInspectionHasIsNotLookedForInThem(t *testing.T) {
	s := stocked(t)
	for text, among := range map[string]bool{"kỳ": true, "ỳ": true, "kỳ zzz": false, "zzz": false, "TT-0": false} {
		for _, kinds := range [][]model.Kind{nil, {model.Inspection, model.Finding}} {
			shortest, ordered, err := s.Searches(t.Context(), model.Query{Text: text, Kinds: kinds})
			if err != nil {
				t.Fatal(err)
			}
			for _, search := range []storage.Search{shortest, ordered} {
				if got := strings.Contains(search.SQL, "BY inspection_"); got != among {
					t.Errorf("%q of %v is looked for by %s", text, kinds, search.SQL)
				}
			}
		}
	}
}

// TestInspectionsAreFoundByWordsThatComeLater renames one.
func TestInspectionsAreFoundByWordsThatComeLater(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	query := model.Query{Text: `"chuyên đề \vốn`}
	if _, total, err := s.Records(t.Context(), query); err != nil || total != 0 {
		t.Fatal(total, err)
	}
	mustSave(t, s, model.Save{ID: id, Head: form.Head{Title: `Kiểm tra "chuyên đề" \vốn\ 2024`}})
	if _, total, err := s.Records(t.Context(), query); err != nil || total != 1 {
		t.Errorf("%d are found, %v", total, err)
	}
	sound(t, s)
}

func planOf(t *testing.T, s *storage.Store, search storage.Search) (plan string) {
	t.Helper()
	err := s.Read(t.Context(), func(ctx context.Context, tx *sql.Tx) (err error) {
		plan, err = explain(ctx, tx, search.SQL, search.Args...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}
