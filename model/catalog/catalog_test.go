package catalog

import (
	"testing"

	"giamsat/model/vn"
)

// load returns the embedded catalogue, or ends the test.
func load(tb testing.TB) *Catalog {
	tb.Helper()
	c, err := Load()
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// day reads an ISO day, or ends the test.
func day(tb testing.TB, iso string) vn.Date {
	tb.Helper()
	d, err := vn.ParseISO(iso)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFindUnits(b *testing.B) {
	c := load(b)
	today := day(b, "2025-10-01")
	c.FindUnits("", today, 1) // makes the index
	b.ReportAllocs()
	for b.Loop() {
		if len(c.FindUnits("sen thanh", today, 20)) == 0 {
			b.Fatal("nothing found")
		}
	}
}

// BenchmarkFirstFind includes the index of folded names, which the first search makes.
func BenchmarkFirstFind(b *testing.B) {
	today := day(b, "2025-10-01")
	for b.Loop() {
		b.StopTimer()
		c := load(b)
		b.StartTimer()
		if len(c.FindUnits("sen thanh", today, 20)) == 0 {
			b.Fatal("nothing found")
		}
	}
}
