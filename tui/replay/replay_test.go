package replay_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
	"giamsat/tui/replay"
)

// paper is a form with one of each thing that a script can speak of.
const paper = `
id: paper
version: "1"
title: {vi: "Phiếu", en: "Paper"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: head
    code: V
    title: {vi: "Chung", en: "Head"}
    short: {vi: "Chung", en: "Head"}
    items:
      - {name: unit, code: V.01, type: lookup, list: units, readonly: true, label: {vi: "Đơn vị", en: "Unit"}, basis: "I"}
      - {name: decision, code: V.02, type: text, readonly: true, label: {vi: "Quyết định", en: "Decision"}, basis: "I"}
      - {name: committee, code: "1.01", type: yesnona, label: {vi: "Ban Chỉ đạo", en: "Committee"}, required: true, basis: "C"}
      - {name: chair, code: "1.02", type: text, relevant: "committee == 'yes'", required: true, label: {vi: "Trưởng ban", en: "Chair"}, basis: "C"}
      - {name: officers, code: "1.03", type: integer, label: {vi: "Cán bộ", en: "Officers"}, basis: "C"}
      - name: trained
        code: "1.04"
        type: integer
        label: {vi: "Đã tập huấn", en: "Trained"}
        constraints:
          - {id: N9, rule: "trained <= officers", severity: stop, message: {vi: "{trained} nhiều hơn {officers}", en: "{trained} exceeds {officers}"}}
        basis: "C"
      - {name: share, code: "1.05", type: percent, label: {vi: "Tỷ lệ", en: "Share"}, calculation: "ratio(trained, officers)", basis: "C"}
  - name: money
    code: A3
    title: {vi: "Vốn", en: "Money"}
    short: {vi: "Vốn", en: "Money"}
    items:
      - name: grants
        code: A3.T1
        type: table
        label: {vi: "Các khoản giao", en: "Grants"}
        basis: "C"
        table:
          free: true
          totals: [amount]
          columns:
            - {name: number, code: A3.T1.1, type: text, label: {vi: "Số", en: "No."}, basis: "C"}
            - name: amount
              code: A3.T1.2
              type: money
              required: true
              label: {vi: "Số tiền", en: "Amount"}
              constraints:
                - {id: N3, rule: "amount <= million(9000)", severity: stop, message: {vi: "{amount} quá 9.000", en: "{amount} exceeds 9.000"}}
              basis: "C"
`

const head = "unit: Xã Cẩm Bình\nday: 15/06/2024\n"

// played plays a script on the paper and writes its faults, a line each.
func played(t *testing.T, script string) []string {
	t.Helper()
	st := stage(t)
	def, err := form.Load("paper.yaml", []byte(paper), st.Catalog)
	if err != nil {
		t.Fatal(err)
	}
	parsed, faults := replay.Parse("paper.keys", []byte(script), st.Words)
	if len(faults) == 0 {
		faults = st.Play(t.Context(), parsed, def)
	}
	var list []string
	for _, f := range faults {
		list = append(list, fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Text))
	}
	return list
}

func TestAScriptIsPlayedOnTheRealScreens(t *testing.T) {
	for _, c := range []struct{ name, script string }{
		{"keys answer and go on", "answer V.01 = Xã Cẩm Bình\nkeys 1 \"Nguyễn Văn Hòa\" Enter 12 Tab 7 Enter\nanswer 1.01 = Có\nanswer 1.02 = Nguyễn Văn Hòa\nanswer 1.03 = 12\nanswer 1.05 = 58,33\nno problem"},
		{"items are named by code or by name", "goto officers\nkeys 12 Enter\nanswer officers = 12\nanswer 1.03 = 12"},
		{"what hangs on an answer comes and goes", "hidden 1.02\nkeys 1\nshown 1.02\nproblem 1.02 missing\ngoto 1.01\nkeys 2\nhidden 1.02\nproblem 1.01 note-missing\nkeys Ctrl+N \"chưa kiện toàn\" Tab\nanswer 1.01 note = chưa kiện toàn\nno problem 1.01"},
		{"rules are met or not", "goto 1.03\nkeys 5 Enter 7 Enter\nproblem 1.04 N9\nkeys Ctrl+Z\nno problem 1.04 N9"},
		{"tables have rows and cells", "goto A3.T1\nrows A3.T1 = 0\nkeys Enter \"12/QĐ\" Tab 8tỷ Enter\nrows A3.T1 = 1\nanswer A3.T1.2 row 1 = 8.000\nno problem A3.T1 N3\ngoto A3.T1.2 row 1\nkeys 9500 Enter\nproblem A3.T1 N3\nproblem A3.T1 row 1 N3\nproblem A3.T1.2 N3\nproblem A3.T1.2 row 1 N3\nno problem A3.T1.1\nprogress A3 1/1"},
		{"a block is pasted", "goto A3.T1\nkeys Enter\npaste \"12/QĐ\\t8038\\n71/QĐ\\t804\\n\"\nkeys Enter\nrows A3.T1 = 2\nanswer A3.T1.2 row 2 = 804\nanswer A3.T1.1 row 1 = 12/QĐ"},
		{"keys are repeated", "keys Tab*2\nkeys 12 Enter\nanswer 1.04 = 12"},
		{"the screen is read", "screen Ban Chỉ đạo\ngoto A3.T1\nscreen Các khoản giao"},
		{"in the other language", "answer 1.01 =\nkeys 1\nanswer 1.01 = Yes\nscreen Committee"},
		{"what the program would fill in is given", "answer V.02 = 12/QĐ-UBND"},
		{"one goes to an item from anywhere", "goto A3.T1\nkeys Enter F2\ngoto 1.03\nkeys 4 Enter\nanswer 1.03 = 4"},
		{"a remark and an empty line say nothing", "# keys F99\n\n   # so\nkeys 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			script := head
			switch {
			case strings.Contains(c.script, "= Yes"):
				script += "lang: en\n"
			case strings.Contains(c.script, "V.02 ="):
				script += "given V.02 = 12/QĐ-UBND\n"
			}
			if faults := played(t, script+c.script); len(faults) > 0 {
				t.Error(strings.Join(faults, "\n"))
			}
		})
	}
}

func TestAnExpectationThatIsNotMetNamesFileAndLine(t *testing.T) {
	for _, c := range []struct{ name, script, want string }{
		{"an answer", "keys 1\nanswer 1.01 = Không", "4: 1.01 shows “Có”; the script expects “Không”."},
		{"an answer of a row", "goto A3.T1\nkeys Enter \"12\" Tab\nanswer A3.T1.1 row 1 = 13", "5: A3.T1.1 row 1 shows “12”; the script expects “13”."},
		{"a problem that is not there", "goto 1.03\nkeys 5 Enter 3 Enter\nproblem 1.04 N9", "5: 1.04 has no problem N9; it has: no problems."},
		{"another problem", "problem 1.01 N9", "3: 1.01 has no problem N9; it has: missing."},
		{"a problem that is there", "no problem 1.01", "3: 1.01 has the problem missing: Required and not answered: it needs yes, no or not applicable."},
		{"any problem at all", "no problem", "3: 1.01 has the problem missing: Required and not answered: it needs yes, no or not applicable."},
		{"rows", "rows A3.T1 = 2", "3: The table A3.T1 has 0 filled rows; the script expects 2."},
		{"progress", "progress V 3/4", "3: Section V is at 0/3; the script expects 3/4."},
		{"what should be shown", "shown 1.02", "3: 1.02 is not shown: the rule of the item (or of its section) is not met."},
		{"what should be hidden", "hidden 1.03", "3: 1.03 is shown; the script expects it to be hidden."},
		{"the screen", "screen Nothing of the kind", "3: The screen does not show “Nothing of the kind”."},
	} {
		t.Run(c.name, func(t *testing.T) {
			// Later lines are played all the same.
			want := []string{"paper.keys:" + c.want, fmt.Sprintf("paper.keys:%d: The screen does not show “the end”.", strings.Count(head+c.script, "\n")+2)}
			if diff := cmp.Diff(want, played(t, head+c.script+"\nscreen the end")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAStepThatCannotBeDoneEndsTheScript(t *testing.T) {
	for _, c := range []struct{ name, script, want string }{
		{"an item that is not there", "goto 9.99", "3: The form has no item or column with the code or name 9.99."},
		{"an item that is not shown", "goto 1.02", "3: 1.02 is not shown: the rule of the item (or of its section) is not met."},
		{"a column without a row", "answer A3.T1.1 = 12", "3: A3.T1.1 is a column of a table: add the row, such as A3.T1.1 row 1."},
		{"a row that is not there", "answer A3.T1.1 row 4 = 12", "3: The table A3.T1 has only 0 rows."},
		{"a row of what is no table", "answer 1.01 row 1 = Có", "3: 1.01 is no table."},
		{"rows of what is no table", "rows 1.01 = 1", "3: 1.01 is no table."},
		{"a section that is not there", "progress B 1/2", "3: The form has no section with the code or name B."},
		{"evidence of an item without", "answer 1.03 evidence = 12", "3: 1.03 has no evidence."},
		{"leaving the program", "keys Ctrl+C", "3: These keys leave the program."},
		{"what the form does not take", "given 1.05 = 12", "3: 1.05 cannot be given: the form does not take “12” there."},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := []string{"paper.keys:" + c.want}
			if c.name == "rows of what is no table" {
				want = append(want, "paper.keys:4: The screen does not show “the end”.")
			}
			if diff := cmp.Diff(want, played(t, head+c.script+"\nscreen the end")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAFaultyScriptIsNotPlayed(t *testing.T) {
	for _, c := range []struct{ name, script, want string }{
		{"a line of another kind", head + "press 1", "3: “press” is not understood"},
		{"no before another word", head + "no answer 1.01", "3: “no answer 1.01” is not understood"},
		{"a key that is none", head + "keys Entr", "3: “Entr” is no key: write the name that the screen shows (Enter, Shift+Tab, F8, Ctrl+T), or put what is typed in quotes: \"Entr\"."},
		{"a word that is no key", head + "keys 1 xã", "3: “xã” is no key"},
		{"a function key too many", head + "keys F13", "3: “F13” is no key"},
		{"a control key that is none", head + "keys Ctrl+đ", "3: “Ctrl+đ” is no key"},
		{"a key too often", head + "keys Tab*0", "3: “Tab*0” is no key"},
		{"a quote that is not closed", head + "keys \"xã", "3: The quotes are not closed"},
		{"no keys", head + "keys", "3: A keys line needs at least one key."},
		{"a paste without quotes", head + "paste 12", "3: What is pasted must stand in quotes"},
		{"no code", head + "goto", "3: “goto” needs the code of an item, such as A3.06."},
		{"no equals sign", head + "answer 1.01 Có", "3: A line “answer” needs a = between the item and the text."},
		{"no number of a row", head + "answer A3.T1.1 row = 1", "3: A3.T1.1 row needs the number of a row, from 1."},
		{"no number of rows", head + "rows A3.T1 = two", "3: “two” is no number of rows."},
		{"no progress", head + "progress A3 12", "3: “A3 12” is no progress: write it as A3 12/14."},
		{"words too many", head + "shown 1.01 now", "3: “now” is too much."},
		{"nothing on the screen", head + "screen", "3: “screen” needs the text that must be on the screen."},
		{"no unit", "day: 15/06/2024", "1: The script lacks the line “unit:”."},
		{"no day", "unit: Xã Cẩm Bình\nkeys 1", "2: The script lacks the line “day:”."},
		{"the head after a step", head + "keys 1\nround: Đợt 1", "4: “round” must stand before the first step."},
		{"the head twice", head + "day: 16/06/2024", "3: “day:” stands twice: keep one."},
		{"a language that is not there", head + "lang: fr", "3: There is no language “fr”: choose vi or en."},
		{"a day that is none", "unit: Xã Cẩm Bình\nday: 31/02/2024", "2: “31/02/2024” is no day: write day, month and year, such as 15/06/2024."},
		{"a day without its year", "unit: Xã Cẩm Bình\nday: 15", "2: “15” is no day"},
		{"a unit that is not there", "unit: Xã Không Có\nday: 15/06/2024", "1: There is no unit “Xã Không Có” on 15/06/2024"},
		{"a programme that is not there", head + "programme: GNBV-1821", "3: There is no programme “GNBV-1821”."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := played(t, c.script)
			if len(got) != 1 || !strings.HasPrefix(got[0], "paper.keys:"+c.want) {
				t.Errorf("the faults are %q, want %q", got, c.want)
			}
		})
	}
}

func TestAllFaultsOfAScriptAreToldAtOnce(t *testing.T) {
	if got := played(t, head+"press 1\nkeys Entr\ngoto"); len(got) != 3 {
		t.Errorf("the faults are %q", got)
	}
}

func TestScriptsBelongToTheFormWithTheLongestName(t *testing.T) {
	names := []string{"x.yaml", "x-2.yaml", "x.keys", "x-money.keys", "x-2.keys", "x-2-money.keys", "y.keys", "x.txt"}
	if diff := cmp.Diff([]string{"x.keys", "x-money.keys"}, replay.Beside("forms/x.yaml", names)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"x-2.keys", "x-2-money.keys"}, replay.Beside("x-2.yaml", names)); diff != "" {
		t.Error(diff)
	}
	if got := replay.FormOf("y.keys", names); got != "" {
		t.Errorf("y.keys belongs to %q", got)
	}
}

func TestFaultsAreToldInBothLanguages(t *testing.T) {
	_, faults := replay.Parse("a.keys", []byte("unit: a\nday: b\nkeys Entr"), i18n.VI())
	if len(faults) != 1 || !strings.HasPrefix(faults[0].Text, "“Entr” không phải là phím") {
		t.Errorf("the faults are %v", faults)
	}
}

// Whatever a file holds, its faults name lines that it has.
func TestAnyTextIsReadAsAScript(t *testing.T) {
	words := i18n.EN()
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.OneOf(rapid.String(), rapid.Custom(func(t *rapid.T) string {
			parts := rapid.SliceOfN(rapid.SampledFrom([]string{"keys", "paste", "goto", "answer", "rows", "problem", "no", "progress", "shown", "hidden", "screen", "given",
				"unit:", "day:", "lang:", "1.01", "A3.T1.1", "row", "2", "0", "note", "=", "Enter", "Tab*3", "F13", "Ctrl+", "\"", "\"a\\t\"", "12/14", "#", "ế"}), 0, 6).Draw(t, "words")
			return strings.Join(parts, " ")
		}))
		text := strings.Join(rapid.SliceOfN(line, 0, 8).Draw(t, "lines"), "\n")
		lines := strings.Count(vn.CleanText(text), "\n") + 1
		script, faults := replay.Parse("any.keys", []byte(text), words)
		for _, f := range faults {
			if f.Line < 1 || f.Line > lines || f.Text == "" || strings.Contains(f.Text, "%!") && !strings.Contains(text, "%") {
				t.Fatalf("the fault %+v of %q", f, text)
			}
		}
		if script == nil {
			t.Fatal("no script")
		}
	})
}
