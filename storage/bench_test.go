package storage_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// many is a number of inspections that no province will reach.
const many = 100_000

// large makes the big database once for all benchmarks of a run. The folder is
// removed by the benchmark that comes last, by its name.
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
		storagetest.Fill(b, s, many)
	}
	return s
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

func BenchmarkSaveOneField(b *testing.B) {
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

func BenchmarkLarge(b *testing.B) {
	s := largeStore(b)
	for name, q := range map[string]model.Query{
		"first page":      {Limit: 50},
		"completed":       {Limit: 50, Status: model.Completed},
		"rare word":       {Limit: 50, Text: "kỳ lưu"},
		"frequent word":   {Limit: 50, Text: "xã"},
		"a day":           {Limit: 50, Text: "1/8/2024"},
		"found nowhere":   {Limit: 50, Text: "zzz"},
		"last page of it": {Limit: 50, Offset: many - 50},
	} {
		b.Run(name, func(b *testing.B) {
			measured(b, func(int) error { _, _, err := s.Records(context.Background(), q); return err })
		})
	}
	b.Run("save", func(b *testing.B) {
		page, _, err := s.Records(b.Context(), model.Query{Limit: 1, Offset: many / 2})
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
