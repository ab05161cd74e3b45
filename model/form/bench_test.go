package form_test

import (
	"fmt"
	"testing"

	"giamsat/model/form"
)

// What a person waits for: opening an inspection loads its form (25 ms at most),
// and leaving a field works out all that follows (300 µs of a key's 900).

func realSource(tb testing.TB) []byte {
	tb.Helper()
	return realForm(tb).Source
}

func BenchmarkLoad(b *testing.B) {
	src, cat := realSource(b), loadCatalog(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := form.Load("x", src, cat); err != nil {
			b.Fatal(err)
		}
	}
}

// bigSession has sixty rows of the capital table filled in.
func bigSession(b *testing.B) *form.Session {
	b.Helper()
	s := form.NewSession(realForm(b), form.Record{}, setting(b))
	s.Begin([]form.FieldText{{item("visit_date"), "15/06/2024"}, {item("projects"), "DA2 DA3.TDA1 DA3.TDA2 DA4.TDA1 DA4.TDA2 DA4.TDA3 DA6.TDA1 DA6.TDA2 DA7.TDA1 DA7.TDA2"}, {item("capital_years"), "2022 2023 2024"}})
	n := 0
	for _, r := range s.Rows("capital") {
		n++
		if n > 60 {
			break
		}
		for i, c := range []string{"assigned", "carried_in", "allocated", "disbursed_period", "disbursed", "settled"} {
			s.Answer(cell("capital", string(r.ID), c), fmt.Sprint(1000-i*10))
		}
	}
	return s
}

func BenchmarkAnswer(b *testing.B) {
	for name, f := range map[string]form.Field{"plain": item("venue"), "number": item("officers"), "settled": cell("capital", "2022/DA2/SN/NSTW", "settled"), "assigned": cell("capital", "2022/DA2/SN/NSTW", "assigned")} {
		b.Run(name, func(b *testing.B) {
			s := bigSession(b)
			s.Problems()
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				n++
				if !s.Answer(f, fmt.Sprint(900+n%2)) {
					b.Fatal("nothing changed")
				}
				s.Problems()
				s.Progress()
				s.Entries("capital_area", nil)
			}
		})
	}
}
