package grid_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/tui/kit"
)

// hundred and manyRows are the rows of a table that is long, and of one that is as
// long as the money of every project of a programme over its years.
const (
	hundred  = 100
	manyRows = 500
)

// wide is a table of so many rows and seventeen columns, half of it filled.
func wide(b *testing.B, n int) *sheet {
	var cols, totals []string
	for i := range 17 {
		cols = append(cols, fmt.Sprintf("            - {name: c%d, code: A1.1.%d, type: money, label: {vi: \"Cột số %d\", en: \"Column %d\"}, basis: \"I\"}", i, i, i, i))
		totals = append(totals, fmt.Sprintf("c%d", i))
	}
	src := several[:strings.Index(several, "      - name: activities")] + `      - name: wide
        code: A1.1
        type: table
        label: {vi: "Rộng", en: "Wide"}
        basis: "I"
        table:
          free: true
          key: [c0]
          totals: [` + strings.Join(totals, ", ") + `]
          columns:
` + strings.Join(cols, "\n") + "\n"
	rows := make([]form.Row, n)
	var begin []form.FieldText
	for i := range rows {
		rows[i] = form.Row(fmt.Sprintf("x%d", i))
		for c := range 17 {
			if (i+c)%2 == 0 {
				begin = append(begin, form.FieldText{Field: cell("wide", string(rows[i]), fmt.Sprintf("c%d", c)), Raw: fmt.Sprint(i*17 + c)})
			}
		}
	}
	return open(b, options{source: src, at: cell("wide", "x3", "c4"), rows: map[string][]form.Row{"wide": rows}, begin: begin})
}

var sink kit.Frame

// BenchmarkKey is what a letter typed into a cell costs, picture included.
func BenchmarkKey(b *testing.B) {
	ofBothLengths(b, func(s *sheet) {
		s.Press("space")
	}, tea.KeyPressMsg{Code: '8', Text: "8"}, tea.KeyPressMsg{Code: tea.KeyBackspace})
}

// BenchmarkMove is what going to another cell costs, picture included.
func BenchmarkMove(b *testing.B) {
	ofBothLengths(b, nil, tea.KeyPressMsg{Code: tea.KeyDown}, tea.KeyPressMsg{Code: tea.KeyUp})
}

// BenchmarkScroll is what drawing everything anew costs.
func BenchmarkScroll(b *testing.B) {
	ofBothLengths(b, nil, tea.KeyPressMsg{Code: tea.KeyEnd}, tea.KeyPressMsg{Code: tea.KeyHome})
}

// BenchmarkPage is what going through the table by pages costs.
func BenchmarkPage(b *testing.B) {
	ofBothLengths(b, nil, tea.KeyPressMsg{Code: tea.KeyPgDown}, tea.KeyPressMsg{Code: tea.KeyPgUp})
}

// ofBothLengths presses keys in turn in a long table and in a very long one.
func ofBothLengths(b *testing.B, begin func(*sheet), keys ...tea.Msg) {
	for _, n := range []int{hundred, manyRows} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := wide(b, n)
			if begin != nil {
				begin(s)
			}
			for n := 0; b.Loop(); n++ {
				s.screen.Update(keys[n%len(keys)])
				sink = s.screen.View()
			}
		})
	}
}

// BenchmarkLeave is what keeping a cell costs, the form's rules included.
func BenchmarkLeave(b *testing.B) {
	for _, rows := range []int{hundred, manyRows} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			s := wide(b, rows)
			for n := 0; b.Loop(); n++ {
				s.screen.Update(tea.KeyPressMsg{Code: '1', Text: fmt.Sprint(n % 9)})
				s.screen.Update(tea.KeyPressMsg{Code: tea.KeyDown})
				s.screen.Update(tea.KeyPressMsg{Code: tea.KeyUp})
				sink = s.screen.View()
			}
		})
	}
}

// BenchmarkView is the picture alone.
func BenchmarkView(b *testing.B) {
	s := wide(b, hundred)
	for b.Loop() {
		sink = s.screen.View()
	}
}
