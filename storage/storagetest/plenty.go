package storagetest

import (
	"fmt"
	"testing"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/storage"
)

// Plenty says how many records Stock makes.
type Plenty struct{ Rounds, Inspections, Findings int }

// Stock fills a store as years of a province's work would: rounds with
// inspections of invented communes, and findings of these, in every state, due
// before, around and after 15 June 2024, half of them settled. It returns the
// ids of the rounds and of the inspections.
func Stock(tb testing.TB, s *storage.Store, p Plenty) (rounds, visits []model.RecordID) {
	tb.Helper()
	base := func(kind model.Kind) model.NewRecord {
		in := New(tb)
		in.Form = FormOf(tb, kind)
		return in
	}
	round, visit, finding := base(model.Round), base(model.Inspection), base(model.Finding)
	rounds = batches(tb, s, p.Rounds, func(i int) model.NewRecord { return roundOf(round, i) })
	visits = batches(tb, s, p.Inspections, func(i int) model.NewRecord {
		in := visitOf(visit, i)
		if len(rounds) > 0 {
			in.Parent = rounds[i%len(rounds)]
		}
		return in
	})
	batches(tb, s, p.Findings, func(i int) model.NewRecord {
		in := findingOf(finding, i)
		if len(visits) > 0 {
			n := i * 7 % len(visits)
			in.Parent, in.Unit, in.UnitName = visits[n], unitOf(n), communeOf(n)
		}
		return in
	})
	return rounds, visits
}

// Fill makes n inspections of invented communes on consecutive days, each with
// three answers.
func Fill(tb testing.TB, s *storage.Store, n int) []model.RecordID {
	tb.Helper()
	_, visits := Stock(tb, s, Plenty{Inspections: n})
	return visits
}

// batches begins records, a thousand in a transaction.
func batches(tb testing.TB, s *storage.Store, n int, next func(i int) model.NewRecord) (ids []model.RecordID) {
	tb.Helper()
	var all []model.NewRecord
	for i := range n {
		if all = append(all, next(i)); len(all) < 1000 && i < n-1 {
			continue
		}
		made, err := s.CreateAll(tb.Context(), all)
		if err != nil {
			tb.Fatal(err)
		}
		ids, all = append(ids, made...), all[:0]
	}
	return ids
}

func roundOf(in model.NewRecord, i int) model.NewRecord {
	in.Day = in.Day.AddDays(-10 * i)
	in.Head = form.Head{Title: fmt.Sprintf("Đợt %d/%d · cấp tỉnh", 1+i%4, in.Day.Year), Year: in.Day.Year, From: in.Day, To: in.Day.AddDays(20),
		Due: in.Day.AddDays(30), Planned: 500, Settled: i%8 > 0}
	return in
}

func visitOf(in model.NewRecord, i int) model.NewRecord {
	in.Unit, in.UnitName = unitOf(i), communeOf(i)
	in.Day = in.Day.AddDays(i % 700)
	in.Round = fmt.Sprintf("Đợt %d", 1+i%4)
	in.Changes = []form.Change{
		Typed(form.Field{Item: "leader"}, "Nguyễn Văn An"),
		{Kind: form.Answered, Field: form.Field{Item: "officers"}, New: form.Answer{Raw: "12", Value: form.Int(12)}, Cause: form.Typed},
		Typed(form.Field{Item: "committee"}, form.Yes),
	}
	in.Progress = []form.Progress{{Section: "head", Answered: 3, Items: 4}}
	return in
}

func findingOf(in model.NewRecord, i int) model.NewRecord {
	states := [...]string{"open", "in_progress", "reported", "open", "verified", "withdrawn", "verified", "cannot"}
	in.Origin = form.Field{Item: "shortcomings", Row: form.Row(fmt.Sprint("row-", i))}
	in.Head = form.Head{
		Title:  fmt.Sprintf("%s chưa đúng quy định tại %s %d", faults[i%len(faults)], first[i%len(first)], i%97),
		Number: fmt.Sprintf("TT-%04d", i+1), State: states[i%len(states)], Settled: i%len(states) > 3,
		Due: vn.Date{Year: 2024, Month: 6, Day: 15}.AddDays(i%800 - 400), Area: 1 + i%5, Item: fmt.Sprintf("A%d.%02d", 1+i%5, i%30),
		Responsible: "UBND " + communeOf(i), Amount: vn.Money(i%9) * 1_000_000,
	}
	return in
}

func unitOf(i int) catalog.UnitKey {
	return catalog.UnitKey{Code: fmt.Sprint(18000 + i%400), From: vn.Date{Year: 2025, Month: 7, Day: 1}}
}

func communeOf(i int) string {
	return fmt.Sprintf("Xã %s %s", first[i%len(first)], second[i/len(first)%len(second)])
}

// faults are what goes wrong.
var faults = [...]string{"Hồ sơ thanh toán", "Danh sách hộ thụ hưởng", "Biên bản nghiệm thu", "Kế hoạch vốn", "Quyết toán dự án", "Công khai kinh phí"}

// The halves of invented names: 400 communes.
var (
	first  = [...]string{"Thạch", "Cẩm", "Kỳ", "Hương", "Đức", "Nghi", "Quỳnh", "Diễn", "Yên", "Thanh", "Vĩnh", "Tân", "Phú", "Sơn", "Lộc", "Xuân", "Hòa", "Trung", "Bình", "Đông"}
	second = [...]string{"Hà", "Xuyên", "Anh", "Khê", "Thọ", "Lộc", "Lưu", "Châu", "Thành", "Chương", "Hòa", "Lâm", "Phong", "Tiến", "Sơn", "Ninh", "Thịnh", "Đồng", "Giang", "Mỹ"}
)
