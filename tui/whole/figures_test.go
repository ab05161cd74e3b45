package whole

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"giamsat/tui/tuitest"
)

// The source's own figures, for the two sub-projects of project 7: triệu đồng,
// the totals of 2021–2023, entered under plan year 2023, exactly as printed.
// The total of the first is printed with a comma where its parts have a dot.
var figures = []struct {
	project, total, central, local string
	dong                           [3]int64 // total, central, local
	ratio                          string   // local to central
}{
	{"DA7.TDA1", "8,842", "8.038", "804", [3]int64{8_842_000_000, 8_038_000_000, 804_000_000}, "10,00"},
	{"DA7.TDA2", "4.715", "4.286", "429", [3]int64{4_715_000_000, 4_286_000_000, 429_000_000}, "10,01"},
}

const patience = 15 * time.Second

// sqlite asks the database with the sqlite3 command, as somebody who knows SQL
// and not this program would.
func sqlite(t *testing.T, db, query string) string {
	t.Helper()
	path, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("the sqlite3 command is not here: what a person who knows SQL sees was not checked")
	}
	out, err := exec.Command(path, "-readonly", db, query).CombinedOutput()
	if err != nil {
		t.Fatalf("sqlite3: %v\n%s", err, out)
	}
	return strings.TrimSpace(string(out))
}

// goTo uses go to, by an item's code.
func goTo(t *testing.T, term *tuitest.Terminal, code string) {
	t.Helper()
	term.Press("ctrl+g")
	term.WaitFor("Tới mục", patience)
	term.Type(code)
	term.Press("enter")
	term.WaitUntil("the item "+code+" is open", patience, func(rows []string) bool {
		for _, r := range rows {
			if strings.HasPrefix(r, " >") && strings.Contains(r, " "+code+" ") {
				return true
			}
		}
		return false
	})
}

func TestTheSourcesFiguresFromTheKeyboardToSQLite(t *testing.T) {
	db := filepath.Join(t.TempDir(), "giamsat.db")
	term := tuitest.Start(t, tuitest.Options{Path: tuitest.BuildBinary(t), Args: []string{"--db", db, "--user", "an", "--lang", "vi"}})
	term.WaitFor("Chưa có phiếu kiểm tra nào", patience)
	term.Press("n")
	term.WaitFor("Đơn vị được kiểm tra", patience)
	term.Press("down", "ctrl+u")
	term.Type("15122023")
	term.Press("up")
	term.Type("thanh pho ha tinh")
	term.Press("enter")
	term.WaitFor("Phường Bắc Hà", patience) // several match: the list, best first
	term.Press("enter")
	term.WaitFor("Thành phố Hà Tĩnh · tỉnh Hà Tĩnh", patience)
	term.Press("down", "down") // to the projects, which are those of the form once it is read
	term.WaitUntil("the projects are open", patience, func(rows []string) bool {
		return strings.Contains(strings.Join(rows, "\n"), "[2] DA1.TDA2")
	})
	term.Press("delete", "end") // none chosen, then the last two
	term.Type(" ")
	term.Press("left")
	term.Type(" ")
	term.Press("ctrl+b")
	term.WaitFor("V.02", patience)

	goTo(t, term, "3.T1a")
	term.Press("delete")
	term.WaitStill(100 * time.Millisecond)
	term.Type("3") // 2021, 2022, 2023: the third year of the programme
	term.WaitFor("2023", patience)
	enterCapital(t, term)
	enterDecisions(t, term)

	goTo(t, term, "3.03b")
	term.Press("enter")
	for _, f := range figures {
		term.WaitUntil("the ratio of "+f.project, patience, func(rows []string) bool {
			for _, r := range rows {
				if strings.Contains(r, f.project) && strings.Contains(r, f.ratio) {
					return true
				}
			}
			return false
		})
	}
	term.Press("esc")
	term.WaitFor("3.03a", patience)
	term.Press("ctrl+c")
	if code, err := term.Wait(); code != 0 || err != nil {
		t.Fatalf("the program ended with %d, %v", code, err)
	}
	readBack(t, db)
}

// enterCapital fills the capital table in: each row's assigned amount.
func enterCapital(t *testing.T, term *tuitest.Terminal) {
	t.Helper()
	goTo(t, term, "3.T1")
	term.Press("enter")
	term.WaitFor("NSTW", patience)
	for _, f := range figures {
		for _, amount := range []string{f.central, f.local} {
			term.Type(amount)
			term.Press("enter")
			term.WaitFor(amount, patience)
		}
	}
	term.WaitFor("13.557", patience) // 8.842 + 4.715
	term.Press("esc")
	term.WaitFor("3.T1c", patience)
}

// enterDecisions fills the assignment decisions in; the comma of the first is
// asked about, with the reading that the parts add up to, and never again.
func enterDecisions(t *testing.T, term *tuitest.Terminal) {
	t.Helper()
	goTo(t, term, "3.01")
	term.Press("enter")
	asked := 0
	for i, f := range figures {
		term.Press("ctrl+t")
		term.Type(fmt.Sprintf("%d/QĐ-UBND", 71+i))
		term.Press("tab")
		term.Type("15/1/2023")
		term.Press("tab")
		term.Type("2") // assigned by the province
		term.Type("2023")
		term.Press("tab")
		term.Type(fmt.Sprint(i + 1)) // the project, as its digit
		term.Type(f.total)
		term.Press("enter")
		if strings.Contains(f.total, ",") {
			term.WaitFor("khớp tổng các", patience)
			asked++
			term.Press(".")
		}
		term.WaitFor(map[string]string{"8,842": "8.842", "4.715": "4.715"}[f.total], patience)
	}
	if asked != 1 {
		t.Fatalf("the comma was asked about %d times", asked)
	}
	term.WaitFor("13.557", patience)
	term.Press("esc")
	term.WaitFor("3.03a", patience)
}

func readBack(t *testing.T, db string) {
	t.Helper()
	for i, f := range figures {
		for source, want := range map[string]int64{"NSTW": f.dong[1], "NSDP": f.dong[2]} {
			got := sqlite(t, db, fmt.Sprintf(`SELECT value, typeof(value) FROM answer WHERE item = 'capital' AND part = 'assigned' AND row LIKE '2023/%s/%%/%s'`, f.project, source))
			if got != fmt.Sprintf("%d|integer", want) {
				t.Errorf("%s from %s is %q in the database, want %d", f.project, source, got, want)
			}
			got = sqlite(t, db, fmt.Sprintf(`SELECT amount FROM fact WHERE year = 2023 AND project = '%s' AND source = '%s' AND measure = 'assigned'`, f.project, source))
			if got != fmt.Sprint(want) {
				t.Errorf("the fact of %s from %s is %q, want %d", f.project, source, got, want)
			}
		}
		got := sqlite(t, db, fmt.Sprintf(`SELECT a.value, a.raw FROM answer a JOIN table_row r USING (record, row)
			WHERE a.item = 'assignments' AND a.part = 'amount' ORDER BY r.pos LIMIT 1 OFFSET %d`, i))
		if got != fmt.Sprintf("%d|%s", f.dong[0], f.total) {
			t.Errorf("decision %d is %q in the database, want %d typed as %s", i+1, got, f.dong[0], f.total)
		}
	}
}
