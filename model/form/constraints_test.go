package form

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"giamsat/model/catalog"
	"giamsat/model/vn"
)

// TestEveryRuleOfTheInspectionFormCanBeBrokenAndMet fills the form with chance
// answers, small enough that sums and limits meet, until each constraint was seen
// both ways. A rule that is never broken guards nothing; one that is never met
// locks people in.
func TestEveryRuleOfTheInspectionFormCanBeBrokenAndMet(t *testing.T) {
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	lib, err := OpenLibrary(cat, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range lib.List() {
		d, err := lib.Version(h.ID, h.Version)
		if err != nil {
			t.Fatal(err)
		}
		tally := map[*Rule]*ways{}
		open := 0
		for seed := uint64(1); seed <= 250; seed++ {
			fillByChance(d, cat, seed).tally(tally)
			if open = openRules(tally); open == 0 && seed > 3 {
				break
			}
		}
		for _, it := range d.order {
			reportOpen(t, it, tally)
			if it.Table != nil {
				for _, c := range it.Table.Columns {
					reportOpen(t, c, tally)
				}
			}
		}
	}
}

type ways struct{ broken, met bool }

func openRules(tally map[*Rule]*ways) int {
	n := 0
	for _, w := range tally {
		if !w.broken || !w.met {
			n++
		}
	}
	return n
}

func reportOpen(t *testing.T, it *Item, tally map[*Rule]*ways) {
	t.Helper()
	for _, c := range it.Constraints {
		w := tally[c.Rule]
		if w == nil {
			w = &ways{}
		}
		if !w.broken || !w.met {
			t.Errorf("%s (%s) %s: seen broken %v, met %v: %s", it.Code, it.Name, c.ID, w.broken, w.met, c.Rule.Text)
		}
	}
}

// tally notes how each constraint stands now.
func (s *Session) tally(tally map[*Rule]*ways) {
	note := func(it *Item, row *TableRow) {
		for _, c := range it.Constraints {
			w := tally[c.Rule]
			if w == nil {
				w = &ways{}
				tally[c.Rule] = w
			}
			switch {
			case s.broken(c, row):
				w.broken = true
			case s.asked(c, row):
				w.met = true
			}
		}
	}
	for _, it := range s.def.order {
		if !s.relevant(it) {
			continue
		}
		note(it, nil)
		if it.Table == nil {
			continue
		}
		rows := s.Rows(it.Name)
		for i := range rows {
			for _, c := range it.Table.Columns {
				note(c, &rows[i])
			}
		}
	}
}

// asked reports whether a constraint has all it needs.
func (s *Session) asked(c Constraint, row *TableRow) bool {
	for _, it := range c.Rule.needs {
		if !s.has(it, row) {
			return false
		}
	}
	return true
}

func fillByChance(d *Definition, cat *catalog.Catalog, seed uint64) *Session {
	r := rand.New(rand.NewPCG(seed, 7))
	year := 2022 + int(seed%4)
	if p, ok := cat.Programme(d.Programme); ok {
		year = max(year, p.From.Year+int(seed%4))
	}
	visit := vn.Date{Year: year, Month: 6, Day: 15}
	n := 0
	s := NewSession(d, Record{}, Setting{Catalog: cat, Visit: visit, Province: "42", NewRow: func() Row { n++; return Row(fmt.Sprint("r", n)) }})
	s.Begin(nil)
	if seed%2 == 0 {
		s.bringByChance(r)
	}
	var list []FieldText
	add := func(f Field, it *Item) {
		if r.IntN(12) > 0 {
			list = append(list, FieldText{f, s.chance(r, f, it)})
		}
	}
	for range 2 { // once more, since the first round makes items and rows appear
		list = list[:0]
		for _, it := range d.order {
			switch {
			case it.Kind == KindRecords:
				s.SetChildren(it.Form, r.IntN(10))
				continue
			case it.Table == nil:
				add(Field{Item: it.Name}, it)
				continue
			}
			for it.Table.Free && len(s.rows[it.Name]) < 3 {
				s.AddRow(it.Name, "")
			}
			rows := s.Rows(it.Name)
			for _, i := range r.Perm(len(rows))[:min(len(rows), 8)] {
				for _, c := range it.Table.Columns {
					add(Field{Item: it.Name, Row: rows[i].ID, Part: c.Name}, c)
				}
			}
		}
		s.AnswerAll(list, Filled)
	}
	s.almost(r)
	return s
}

// bringByChance gives the tables that only the program fills some rows.
func (s *Session) bringByChance(r *rand.Rand) {
	for _, it := range s.def.order {
		if it.Table == nil || it.Table.Settles == nil {
			continue
		}
		row := map[string]string{}
		for _, c := range it.Table.Columns {
			row[c.Name] = s.chance(r, Field{Item: it.Name, Part: c.Name}, c)
		}
		s.Bring(it.Name, []map[string]string{row, row})
	}
}

// almost answers percentages a little beside what the form computes, which chance
// never does: a rule may speak of the difference.
func (s *Session) almost(r *rand.Rand) {
	for _, it := range s.def.order {
		for _, c := range it.Constraints {
			for _, rd := range c.Rule.reads {
				computed, ok := goValue(rd.it.Kind, s.value(rd.it, nil)).(float64)
				if it.Kind != KindPercent || rd.it.Kind != KindPercent || !rd.it.Computed() || !ok {
					continue
				}
				text := strconv.FormatFloat(computed+float64(r.IntN(3))*0.06, 'f', 2, 64)
				s.AnswerAll([]FieldText{{Field{Item: it.Name}, strings.Replace(text, ".", ",", 1)}}, Filled)
			}
		}
	}
}

func (s *Session) chance(r *rand.Rand, f Field, it *Item) string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	switch it.Kind {
	case KindInteger:
		if it.Plain() {
			return strconv.Itoa(s.set.Visit.Year + r.IntN(5) - 3)
		}
		return pick("-1", "0", "0", "1", "1", "2", "3", "5", "9")
	case KindMoney, KindDecimal, KindPercent:
		return pick("-1", "0", "0", "1", "1", "2", "3", "100", "100", "100", "6000", "150000")
	case KindDate:
		return pick("t", "t", "-1", "+1", "-3", "-30", "+40", "-400", "-2000", "+2000", "")
	case KindTime:
		return pick("8:00", "9:30", "17:00")
	case KindMany:
		text := ""
		for _, c := range s.Choices(f) {
			if r.IntN(3) > 0 {
				text += c.Code + " "
			}
		}
		return text
	case KindLookup:
		return ""
	case KindText, KindLongText:
		return pick("71/QĐ-UBND", "71/KH-UBND", "abc", "Xã Kỳ Xuân")
	}
	if list := s.Choices(f); len(list) > 0 {
		return list[r.IntN(len(list))].Code
	}
	return ""
}
