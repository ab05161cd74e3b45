package whole

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// table gathers what was measured, to be read at the end of a run.
type table struct {
	rows  []*row
	notes []string
}

// row is one thing that was measured, with its budget and what each program
// needed.
type row struct {
	name, budget string
	of           map[string]float64 // by the program's name
}

// peers are measured beside the program, in the same run: an editor, a form
// program, and for the list, which neither has, a program that searches lines.
func peers() []string { return []string{"vim", "dialog", "fzf"} }

// put reports a figure as a metric and keeps it for the table.
func (t *table) put(b *testing.B, s subject, name, unit, budget string, value float64) {
	b.Helper()
	b.ReportMetric(value, unit)
	i := slices.IndexFunc(t.rows, func(r *row) bool { return r.name == name })
	if i < 0 {
		i = len(t.rows)
		t.rows = append(t.rows, &row{name: name, budget: budget, of: map[string]float64{}})
	}
	t.rows[i].of[s.name] = value
}

// note adds a line below the table, once.
func (t *table) note(format string, args ...any) {
	if line := fmt.Sprintf(format, args...); !slices.Contains(t.notes, line) {
		t.notes = append(t.notes, line)
	}
}

// String writes the table. Behind a peer's figure stands what ours is of it: that
// is of the same run, which a slow or busy machine changes little.
func (t *table) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-38s %8s %10s", "", "budget", "giamsat")
	beside := slices.DeleteFunc(peers(), func(peer string) bool {
		return !slices.ContainsFunc(t.rows, func(r *row) bool { _, measured := r.of[peer]; return measured })
	})
	for _, peer := range beside {
		fmt.Fprintf(&b, " %10s %7s", peer, "ours/it")
	}
	for _, r := range t.rows {
		fmt.Fprintf(&b, "\n%-38s %8s %10s", r.name, r.budget, cell(r.of, "giamsat"))
		for _, peer := range beside {
			ratio := "–"
			if r.of[peer] > 0 {
				ratio = fmt.Sprintf("%.2f", r.of["giamsat"]/r.of[peer])
			}
			fmt.Fprintf(&b, " %10s %7s", cell(r.of, peer), ratio)
		}
	}
	for _, note := range t.notes {
		fmt.Fprintf(&b, "\n%s", note)
	}
	return b.String() + "\n\n"
}

func cell(of map[string]float64, name string) string {
	value, measured := of[name]
	if !measured {
		return "–"
	}
	return fmt.Sprintf("%.2f", value)
}

// spans are the times that one thing took, each time it was done.
type spans []time.Duration

// at returns the time, in milliseconds, within which a share of them stayed.
func (s spans) at(share float64) float64 {
	if len(s) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(s))
	return float64(sorted[min(int(share*float64(len(s))), len(s)-1)].Microseconds()) / 1000
}

// put reports the median and the ninety-ninth of a hundred.
func (s spans) put(b *testing.B, t *table, of subject, name, unit, median, worst string) {
	b.Helper()
	t.put(b, of, name+", p50 ms", unit+"-p50-ms", median, s.at(0.50))
	t.put(b, of, name+", p99 ms", unit+"-p99-ms", worst, s.at(0.99))
}

func TestSpansTellTheMedianAndTheWorst(t *testing.T) {
	var s spans
	for i := range 100 {
		s = append(s, time.Duration(100-i)*time.Millisecond)
	}
	if p50, p99 := s.at(0.50), s.at(0.99); p50 != 51 || p99 != 100 {
		t.Errorf("of 1 to 100 ms the median is %v and the worst of a hundred %v, want 51 and 100", p50, p99)
	}
	if got := (spans{}).at(0.5); got != 0 {
		t.Errorf("the median of nothing is %v", got)
	}
}

func TestTheTableShowsTheRatio(t *testing.T) {
	table := &table{rows: []*row{{name: "bytes per letter", budget: "≤ 4", of: map[string]float64{"giamsat": 1, "vim": 4, "dialog": 2}},
		{name: "type-ahead", budget: "≤ 16", of: map[string]float64{"giamsat": 3, "fzf": 30}}}}
	table.note("%s is not installed", "emacs")
	table.note("%s is not installed", "emacs")
	got := strings.Join(strings.Fields(table.String()), " ")
	for _, want := range []string{"bytes per letter ≤ 4 1.00 4.00 0.25 2.00 0.50 – –", "type-ahead ≤ 16 3.00 – – – – 30.00 0.10 emacs is not installed"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, table)
		}
	}
	if n := strings.Count(got, "emacs"); n != 1 {
		t.Errorf("a note stands there %d times", n)
	}
}
