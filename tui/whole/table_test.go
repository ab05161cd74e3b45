package whole

import (
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
)

// table gathers what was measured, to be read at the end of a run.
type table struct{ rows []*row }

// row is one thing that was measured, with its budget and what each program
// needed.
type row struct {
	name, budget string
	of           map[string]float64 // by the program's name
}

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

// String writes the table; the ratio is that of the same run, which a slow or
// busy machine changes little.
func (t *table) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-38s %8s %10s %10s %12s\n", "", "budget", "giamsat", "vim", "giamsat/vim")
	for _, r := range t.rows {
		ours, vim, ratio := cell(r.of, "giamsat"), cell(r.of, "vim"), "–"
		if r.of["vim"] > 0 {
			ratio = fmt.Sprintf("%.2f", r.of["giamsat"]/r.of["vim"])
		}
		fmt.Fprintf(&b, "%-38s %8s %10s %10s %12s\n", r.name, r.budget, ours, vim, ratio)
	}
	return b.String() + "\n"
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

// installed finds a program that is measured beside ours.
func installed(tb testing.TB, name string) (path string, ok bool) {
	tb.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		tb.Logf("%s is not installed: %v", name, err)
		return "", false
	}
	return path, true
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
	table := &table{rows: []*row{{name: "bytes per letter", budget: "≤ 4", of: map[string]float64{"giamsat": 1, "vim": 4}},
		{name: "type-ahead", budget: "≤ 16", of: map[string]float64{"giamsat": 3}}}}
	got := strings.Join(strings.Fields(table.String()), " ")
	for _, want := range []string{"bytes per letter ≤ 4 1.00 4.00 0.25", "type-ahead ≤ 16 3.00 – –"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, table)
		}
	}
}
