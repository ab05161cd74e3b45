package vn

import (
	"fmt"
	"slices"
	"testing"
)

func BenchmarkFold(b *testing.B) {
	for _, s := range []string{"UBND xã Sơn Hồng, huyện Hương Sơn, tỉnh Hà Tĩnh", "ubnd xa son hong, huyen huong son, tinh ha tinh"} {
		b.Run(fmt.Sprintf("%d bytes", len(s)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fold(s)
			}
		})
	}
}

// A hundred thousand inspections filtered as one types: the first line is due within 16 ms.
func BenchmarkMatchOver100000(b *testing.B) {
	texts := make([]string, 100_000)
	for i := range texts {
		texts[i] = Fold(fmt.Sprintf("%d/KH-UBND xã Sơn Hồng %d, huyện Hương Sơn", i, i%300))
	}
	for _, query := range []string{"hồng 299", Fold("hồng 299"), "khong co"} {
		b.Run(query, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range texts {
					Match(s, query)
				}
			}
		})
	}
}

func BenchmarkParseMoney(b *testing.B) {
	for _, raw := range []string{"8042", "8.042,5", "68 tỷ 782 triệu", "8,842", "=8038+804-12"} {
		b.Run(raw, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := ParseMoney(raw, UnitMillion, CommaUnknown); err != nil && raw != "8,842" {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkParseDate(b *testing.B) {
	ref := Date{2024, 6, 20}
	for _, raw := range []string{"15", "15/6/24", "15 tháng 6 năm 2024"} {
		b.Run(raw, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := ParseDate(raw, ref); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSort300Units(b *testing.B) {
	units := make([]string, 300)
	for i := range units {
		units[i] = fmt.Sprintf("Xã %s %d", []string{"Sơn Hồng", "Đức Thọ", "Ân Phú", "Hương Khê"}[i%4], 300-i)
	}
	for b.Loop() {
		slices.SortFunc(slices.Clone(units), Compare)
	}
}
