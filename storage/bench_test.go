package storage_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// many is a number of inspections that no province will reach; the findings and
// rounds stand in the same table.
const (
	many     = 100_000
	findings = 50_000
	rounds   = 200
)

// large makes the big database once for all benchmarks of a run. The folder is
// removed by the benchmark that comes last, by its place in this file.
var large = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "giamsat-large-")
	return filepath.Join(dir, "giamsat.db"), err
})

func largeStore(b *testing.B) *storage.Store {
	b.Helper()
	if testing.Short() {
		b.Skip("a hundred thousand inspections take a while to make")
	}
	path, err := large()
	if err != nil {
		b.Fatal(err)
	}
	o := storagetest.Options()
	o.NewID = nil
	s := storagetest.OpenAt(b, path, o)
	_, total, err := s.Records(b.Context(), model.Query{Limit: 1})
	if err != nil {
		b.Fatal(err)
	}
	if total == 0 {
		storagetest.Stock(b, s, storagetest.Plenty{Rounds: rounds, Inspections: many, Findings: findings})
		settleDown(b, s)
	}
	return s
}

// settleDown does what would take a completion each: of the inspections one in
// twenty is left open, and some of these were returned; forty people share the work.
func settleDown(b *testing.B, s *storage.Store) {
	b.Helper()
	err := s.Write(b.Context(), func(ctx context.Context, t *sql.Tx) error {
		_, err := t.ExecContext(ctx, `UPDATE record SET created_by = 'p' || (key * 31 % 40), changed_by = 'p' || (key * 17 % 40),
			changed_at = strftime('%Y-%m-%dT%H:%M:%S.000Z', '2024-06-15 08:00:00', '-' || (key * 7919 % 600000) || ' minutes');
			UPDATE record SET status = 'completed', completed_at = changed_at, completed_by = changed_by WHERE kind = 'inspection' AND key % 20 > 0;
			UPDATE record SET returned_by = 'p' || (key % 3), returned_reason = 'sai số liệu' WHERE status = 'draft' AND key % 500 = 0`)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}

// measured runs fn b.N times and reports the median and the 99th percentile.
func measured(b *testing.B, fn func(n int) error) {
	b.Helper()
	took := make([]time.Duration, 0, b.N)
	b.ResetTimer()
	for n := range b.N {
		start := time.Now()
		if err := fn(n); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	b.StopTimer()
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

// BenchmarkSaveOneField saves as leaving a field does. The bare sync beside it, of
// as much as a save writes, is what nobody can do without.
func BenchmarkSaveOneField(b *testing.B) {
	b.Run("save", saveOneField)
	b.Run("bare sync", bareSync)
}

func bareSync(b *testing.B) {
	f, err := os.Create(filepath.Join(b.TempDir(), "log"))
	if err != nil {
		b.Fatal(err)
	}
	page := make([]byte, 4096)
	measured(b, func(int) error {
		if _, err := f.Write(page); err != nil {
			return err
		}
		return f.Sync()
	})
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}

func saveOneField(b *testing.B) {
	s := storagetest.Open(b)
	id := storagetest.Create(b, s)
	revs := map[form.Field]int64{}
	measured(b, func(n int) error {
		saved, err := s.Save(context.Background(), model.Save{ID: id, Revs: revs, Changes: []form.Change{typed(leader, fmt.Sprint("Nguyễn ", n))},
			Progress: []form.Progress{{Section: "head", Answered: 1, Items: 4}}, Place: model.Place{Section: "head", Caret: n}})
		revs = saved.Revs
		return err
	})
}

// BenchmarkReadInspection reads one with 150 answers, as a real one has.
func BenchmarkReadInspection(b *testing.B) {
	s := storagetest.Open(b)
	id := storagetest.Create(b, s)
	var changes []form.Change
	for n := range 150 {
		changes = append(changes, typed(form.Field{Item: fmt.Sprint("item_", n)}, "câu trả lời"))
	}
	mustSave(b, s, model.Save{ID: id, Changes: changes})
	measured(b, func(int) error { _, err := s.Record(context.Background(), id); return err })
}

// BenchmarkReadSteps reads the way back of an inspection with 150 answers, and of
// one that was changed without end.
func BenchmarkReadSteps(b *testing.B) {
	for _, n := range []int{150, 20_000} {
		b.Run(fmt.Sprint(n, " changes"), func(b *testing.B) {
			s := storagetest.Open(b)
			id := storagetest.Create(b, s)
			var changes []form.Change
			for i := range n {
				c := typed(form.Field{Item: fmt.Sprint("item_", i%150)}, fmt.Sprint("câu trả lời ", i))
				c.Step = int64(i + 1)
				changes = append(changes, c)
			}
			mustSave(b, s, model.Save{ID: id, Changes: changes})
			measured(b, func(int) error { _, err := s.Steps(context.Background(), id, int64(n)+1); return err })
		})
	}
}

// day is the morning on which the benchmarks ask.
var day = vn.Date{Year: 2024, Month: 6, Day: 15}

// BenchmarkRegister asks for the first page of open findings, in the ways that
// the register filters them.
func BenchmarkRegister(b *testing.B) {
	s := largeStore(b)
	first, _, err := s.Records(b.Context(), model.Query{Kinds: []model.Kind{model.Round}, Limit: 1})
	if err != nil {
		b.Fatal(err)
	}
	for name, narrow := range map[string]func(q *model.Query){
		"open by due": func(*model.Query) {},
		"of a unit": func(q *model.Query) {
			q.Units = []catalog.UnitKey{{Code: "18073", From: vn.Date{Year: 2025, Month: 7, Day: 1}}}
		},
		"of a round":        func(q *model.Query) { q.Round = first[0].ID },
		"of an area":        func(q *model.Query) { q.Area = 3 },
		"in a state":        func(q *model.Query) { q.States = []string{"reported"} },
		"late":              func(q *model.Query) { q.DueBefore = day },
		"late, by text":     func(q *model.Query) { q.DueBefore, q.Text = day, "thanh toan" },
		"by text":           func(q *model.Query) { q.Text = "nghiệm thu kỳ" },
		"by number":         func(q *model.Query) { q.Text = "TT-4711" },
		"found nowhere":     func(q *model.Query) { q.Text = "zzz" },
		"settled ones too":  func(q *model.Query) { q.Open = false },
		"by change":         func(q *model.Query) { q.Order = model.ByChange },
		"by change, a word": func(q *model.Query) { q.Order, q.Text = model.ByChange, "von" },
		"by day":            func(q *model.Query) { q.Order = model.ByDay },
		"last page":         func(q *model.Query) { q.Offset = findings/2 - 50 },
	} {
		b.Run(name, func(b *testing.B) {
			q := model.Query{Kinds: model.Followed(), Open: true, Order: model.ByDue, Limit: 50}
			narrow(&q)
			measured(b, func(int) error { _, _, err := s.Records(context.Background(), q); return err })
		})
	}
}

// BenchmarkHome asks for all that the first screen shows, each alone and
// together.
func BenchmarkHome(b *testing.B) {
	s := largeStore(b)
	kinds := append(model.Followed(), model.Inspection, model.Round, model.Household, model.Evaluation, model.Conference, model.Supervision, model.Annex)
	queries := map[string]model.Query{
		"my drafts":      {Kinds: kinds, Status: model.Draft, By: "p7", Limit: 6},
		"returned to me": {Kinds: kinds, Status: model.Draft, By: "p7", Returned: true, Limit: 6},
		"late":           {Kinds: model.Followed(), Open: true, DueBefore: day, Order: model.ByDue, Limit: 6},
		"due soon":       {Kinds: model.Followed(), Open: true, DueFrom: day, DueBefore: day.AddDays(16), Order: model.ByDue, Limit: 6},
		"rounds":         {Kinds: []model.Kind{model.Round}, Open: true, Order: model.ByDay, Limit: 6},
		"inspections":    {Limit: 1},
	}
	ask := func(q model.Query) error {
		page, _, err := s.Records(context.Background(), q)
		if err != nil || len(q.Kinds) != 1 {
			return err
		}
		var ids []model.RecordID
		for _, m := range page {
			ids = append(ids, m.ID)
		}
		_, err = s.Counts(context.Background(), ids)
		return err
	}
	for name, q := range queries {
		b.Run(name, func(b *testing.B) { measured(b, func(int) error { return ask(q) }) })
	}
	b.Run("all", func(b *testing.B) {
		measured(b, func(int) error {
			for _, q := range queries {
				if err := ask(q); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func BenchmarkLarge(b *testing.B) {
	s := largeStore(b)
	for name, q := range map[string]model.Query{
		"first page":      {Limit: 50},
		"completed":       {Limit: 50, Status: model.Completed},
		"drafts":          {Limit: 50, Status: model.Draft},
		"by day":          {Limit: 50, Order: model.ByDay},
		"by day, a word":  {Limit: 50, Order: model.ByDay, Text: "kỳ lưu"},
		"rare word":       {Limit: 50, Text: "kỳ lưu"},
		"frequent word":   {Limit: 50, Text: "xã"},
		"a day":           {Limit: 50, Text: "1/8/2024"},
		"found nowhere":   {Limit: 50, Text: "zzz"},
		"last page of it": {Limit: 50, Offset: many - 50},

		"first lines, frequent word": {Limit: 60, Text: "xã", Hasty: true},
		"first lines, rare word":     {Limit: 60, Text: "kỳ lưu", Hasty: true},
		"first lines, found nowhere": {Limit: 60, Text: "zzz", Hasty: true},
	} {
		b.Run(name, func(b *testing.B) {
			measured(b, func(int) error { _, _, err := s.Records(context.Background(), q); return err })
		})
	}
	b.Run("save", func(b *testing.B) {
		page, _, err := s.Records(b.Context(), model.Query{Limit: 1, Offset: many / 40, Status: model.Draft})
		if err != nil {
			b.Fatal(err)
		}
		revs := mustOpen(b, s, page[0].ID).Revs
		measured(b, func(n int) error {
			saved, err := s.Save(context.Background(), model.Save{ID: page[0].ID, Revs: revs, Changes: []form.Change{typed(note, fmt.Sprint(n))}})
			revs = saved.Revs
			return err
		})
	})
	b.Run("open", func(b *testing.B) {
		measured(b, func(int) error {
			o, err := storage.Open(context.Background(), s.Path(), storagetest.Options())
			if err != nil {
				return err
			}
			return o.Close()
		})
	})
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Dir(s.Path())); err != nil {
		b.Fatal(err)
	}
}
