package form_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// Each test here is named for a fault that was once there.

func TestAColumnMayAddUpItsOwnTable(t *testing.T) {
	s := begin(t)
	for _, amount := range []string{"5", "7"} {
		row := string(s.AddRow("decisions", ""))
		s.Answer(cell("decisions", row, "level"), "tỉnh")
		s.Answer(cell("decisions", row, "money"), amount)
	}
	for _, r := range s.Rows("decisions") {
		if got := s.Shown(cell("decisions", string(r.ID), "same_level"), "vi"); got != "12" {
			t.Errorf("row %s adds up to %q", r.ID, got)
		}
	}
}

func TestWhatCouldNotBeSavedIsDoneAgainAsOneStep(t *testing.T) {
	s := begin(t)
	gone := s.AddRow("decisions", "")
	s.TakeChanges()
	row := s.AddRow("decisions", gone)
	s.Answer(cell("decisions", string(row), "money"), "7")
	s.RemoveRow("decisions", gone)
	owed := s.TakeChanges()

	again := begin(t)
	again.AdoptAll(nil, map[string][]form.Row{"decisions": {gone}}, "an") // as it was stored
	again.TakeChanges()
	if again.Resume(owed); len(again.TakeChanges()) != len(owed) {
		t.Fatal("it is not owed again")
	}
	if rows := again.Rows("decisions"); len(rows) != 1 || rows[0].ID != row || again.Get(cell("decisions", string(row), "money")).Raw != "7" {
		t.Errorf("the rows are %+v", rows)
	}
	if again.Resume(owed[:2]) {
		t.Error("what stands already was done once more")
	}
	again.Undo()
	if rows := again.Rows("decisions"); len(rows) != 1 || rows[0].ID != gone {
		t.Errorf("undone, the rows are %+v", rows)
	}
}

func TestAColumnThatAddsItselfUpIsRefused(t *testing.T) {
	src := strings.Replace(small, "sum(filter(decisions, .level == level), .money)", "sum(filter(decisions, .level == level), .same_level)", 1)
	_, err := form.Load("x.yaml", []byte(src), loadCatalog(t))
	if err == nil || !strings.Contains(err.Error(), "decisions.same_level: its value or relevance hangs on itself") {
		t.Fatalf("%v", err)
	}
}

func TestWhatIsEditedReadsBack(t *testing.T) {
	s := begin(t)
	for name, raws := range map[string][]string{
		"area":   {"50", "1.234,5", "0,000001", "1234567"},
		"paid":   {"8.842", "0,5", "1234,5", "0,000001", "-12,5"},
		"begins": {"8:05"}, "officers": {"1.200"}, "decision_date": {"15/6/24"},
	} {
		for _, raw := range raws {
			s.Answer(item(name), raw)
			a := s.Get(item(name))
			if again := s.Read(item(name), s.Editing(item(name))); a.Value.IsZero() || again.Value != a.Value {
				t.Errorf("%s: %q is edited as %q and read as %+v, not %+v", name, raw, s.Editing(item(name)), again.Value, a.Value)
			}
		}
	}
}

func TestMoneyIsShownWithoutAZeroThatSaysNothing(t *testing.T) {
	s := begin(t)
	for raw, want := range map[string]string{"8842500000đ": "8.842,5", "8042123000đ": "8.042,123", "8042123đ": "8,042123"} {
		s.Answer(item("paid"), raw)
		if got := s.Shown(item("paid"), "vi"); got != want {
			t.Errorf("%s is shown as %q, want %q", raw, got, want)
		}
	}
}

func TestAmountsThatWouldOverflowASumAreRefused(t *testing.T) {
	s := begin(t)
	s.Answer(item("paid"), "9000000000000 tr")
	var pe *vn.ParseError
	if ps := s.ProblemsAt(item("paid")); len(ps) != 1 || !errors.As(ps[0].Err, &pe) || pe.Code != vn.TooLarge {
		t.Fatalf("%+v", ps)
	}
}

func TestADivisionByZeroIsBlankAndSilent(t *testing.T) {
	src := strings.Replace(small, `rule: "trained <= officers"`, `rule: "ratio(trained, officers) >= 50 && trained / officers < 2"`, 1)
	s := form.NewSession(load(t, src), form.Record{}, setting(t))
	s.Answer(item("trained"), "5")
	s.Answer(item("officers"), "0")
	s.Answer(item("area"), "0")
	if got := s.ProblemsAt(item("trained")); len(got) != 0 {
		t.Errorf("a rule that cannot be worked out is broken: %+v", got)
	}
	for _, name := range []string{"share", "density"} {
		if got := s.Shown(item(name), "vi"); got != "" {
			t.Errorf("%s is %q", name, got)
		}
	}
	s.Answer(item("officers"), "20")
	if got := s.ProblemsAt(item("trained")); len(got) != 1 {
		t.Errorf("25 %% meets the rule of 50 %%: %+v", got)
	}
}

func TestRulesReadNoClock(t *testing.T) {
	src := strings.Replace(small, "decision_date <= visit", "decision_date <= now()", 1)
	if _, err := form.Load("x.yaml", []byte(src), loadCatalog(t)); err == nil {
		t.Fatal("a rule may ask what time it is")
	}
}

func TestATypedTextIsNoPlaceholder(t *testing.T) {
	src := strings.Replace(small, "{trained} lớn hơn {officers}", "{remarks}: {trained} lớn hơn {officers}", 1)
	s := form.NewSession(load(t, src), form.Record{}, setting(t))
	s.Answer(item("remarks"), "{officers}")
	s.Answer(item("trained"), "12")
	s.Answer(item("officers"), "10")
	if got := s.ProblemsAt(item("trained"))[0].Text.VI; got != "{officers}: 12 lớn hơn 10" {
		t.Fatalf("the message is %q", got)
	}
}

func TestAHiddenAnswerDoesNotFillARow(t *testing.T) {
	s := begin(t)
	s.Answer(item("arrears"), "yes")
	s.Answer(cell("staff", "men", "away"), "3")
	if s.Filled("staff") != 1 {
		t.Fatal("the answer does not fill its row")
	}
	s.Answer(item("arrears"), "no")
	if s.Filled("staff") != 0 {
		t.Fatal("an answer that is not asked for fills its row")
	}
}

func TestAnAnswerTakesBackThatThereAreNone(t *testing.T) {
	s := begin(t)
	s.SetNone("staff", true)
	s.Answer(cell("staff", "women", "people"), "4")
	if s.None("staff") {
		t.Fatal("a table has rows and was said to have none")
	}
	s.Undo()
	if !s.None("staff") {
		t.Fatal("one step of undo must take back both")
	}
}

func TestLabelsOfSeveralChoicesReadBack(t *testing.T) {
	s := begin(t)
	row := string(s.AddRow("decisions", ""))
	s.Answer(cell("decisions", row, "for_year"), "2023")
	f := cell("decisions", row, "tags")
	s.Answer(f, "b, a")
	shown := s.Shown(f, "vi")
	if shown != "An toàn, sớm; Bảo đảm" {
		t.Fatalf("shown as %q", shown)
	}
	if got := s.Read(f, shown).Value.Text(); got != "a b" {
		t.Fatalf("%q reads as %q", shown, got)
	}
}

func TestATextKeptAtTheEndIsReadWhenTheRecordIsTakenUp(t *testing.T) {
	d := load(t, small)
	rec := form.Record{Answers: map[form.Field]form.Answer{}}
	for name, raw := range map[string]string{"officers": " 1.200\n", "committee": "có", "decision": "71/QĐ\tUBND\x1b", "remarks": "a\r\nb "} {
		rec.Answers[item(name)] = d.Plain(item(name), raw)
	}
	s := form.NewSession(d, rec, setting(t))
	s.Reread()
	got := map[string]string{}
	for f := range rec.Answers {
		got[f.Item] = s.Get(f).Raw + "=" + s.Get(f).Value.Text()
	}
	want := map[string]string{"officers": "1.200=1200", "committee": "có=yes", "decision": "71/QĐ UBND=71/QĐ UBND", "remarks": "a\nb=a\nb"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
}

func TestFaultsOfTheHeadNameNoItem(t *testing.T) {
	src := strings.Replace(small, "programme: GNBV-2021-2025", "programme: XYZ\nvalid_to: \"2020-01-01\"", 1)
	_, err := form.Load("x.yaml", []byte(src), loadCatalog(t))
	var faults form.Faults
	if !errors.As(err, &faults) || len(faults) != 2 {
		t.Fatalf("%v", err)
	}
	for _, f := range faults {
		if f.Item != "" || f.Line == 0 {
			t.Errorf("%+v", f)
		}
	}
}

func TestFormsThatCannotBeMeantAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"a section twice":         {"name: rest", "name: head", "stands twice"},
		"a word of the rules":     {"name: density", "name: in", "word of the rules"},
		"a default of a column":   {"{name: level, code: \"5.12.2\", type: text,", "{name: level, code: \"5.12.2\", type: text, default: \"'x'\",", "takes no default"},
		"a fixed row's choice":    {"values: {sex: f}", "values: {sex: x}", "no choice of column"},
		"rows that hang on cells": {"any(decisions, .for_year == share_year)", "part > 5", "columns of axes"},
	} {
		t.Run(name, func(t *testing.T) {
			src := strings.Replace(small, c.old, c.new, 1)
			if src == small {
				t.Fatal("the case changes nothing")
			}
			if _, err := form.Load("x.yaml", []byte(src), loadCatalog(t)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("%v", err)
			}
		})
	}
}

func TestASecondDocumentIsNotPassedOver(t *testing.T) {
	for name, src := range map[string]string{"a second form": small + "\n---\nid: other\n", "broken after the first": small + "\n---\n[", "nothing": "", "a comment": "# none\n"} {
		t.Run(name, func(t *testing.T) {
			_, err := form.Load("x.yaml", []byte(src), loadCatalog(t))
			var faults form.Faults
			if !errors.As(err, &faults) || faults[0].Line == 0 {
				t.Fatalf("%v", err)
			}
		})
	}
}

func TestTheLibraryTakesAPersonsOwnForm(t *testing.T) {
	cat := loadCatalog(t)
	later := strings.Replace(strings.Replace(small, `version: "1"`, `version: "2"`, 1), `valid_from: "2022-07-15"`, `valid_from: "2024-01-01"`, 1)
	lib, err := form.OpenLibrary(cat, fstest.MapFS{"a.yaml": {Data: []byte(small)}, "b.yaml": {Data: []byte(later)}, "c.yaml": {Data: []byte("id: [")}, "readme.txt": {}})
	if err != nil {
		t.Fatal(err)
	}
	if len(lib.Faults()) == 0 || lib.Faults()[0].File != "c.yaml" {
		t.Errorf("the faulty file is not told: %v", lib.Faults())
	}
	for day, want := range map[string]string{"2023-06-01": "1", "2024-06-01": "2"} {
		on, err := vn.ParseISO(day)
		if err != nil {
			t.Fatal(err)
		}
		if d, err := lib.For("small", "", on); err != nil || d.Version != want {
			t.Errorf("on %s: %v, %v", day, d, err)
		}
	}
	if _, err := lib.Version("small", "3"); !errors.Is(err, form.ErrNoForm) {
		t.Errorf("%v", err)
	}
}

func TestFeedsFollowsRulesThroughTables(t *testing.T) {
	d := load(t, small)
	for _, c := range []struct {
		item, table string
		want        bool
	}{
		{"years", "capital", true}, {"decisions", "shares", true}, {"years", "shares", true},
		{"officers", "capital", false}, {"capital", "capital", false}, {"committee", "staff", true}, {"nowhere", "staff", false},
	} {
		if got := d.Feeds(c.item, c.table); got != c.want {
			t.Errorf("%s feeds %s: %v", c.item, c.table, got)
		}
	}
}

func TestWarningsSpeakOfWhatIsProbablyNotMeant(t *testing.T) {
	src := strings.Replace(small, `label: {vi: "Cán bộ", en: "Officers"}`, `relevant: "false", label: {vi: "Cán bộ", en: "`+strings.Repeat("o", 61)+`"}`, 1)
	var texts []string
	for _, f := range form.Lint("x.yaml", []byte(src), loadCatalog(t)) {
		if !f.Warning || f.Line == 0 || f.File != "x.yaml" {
			t.Errorf("%+v", f)
		}
		texts = append(texts, f.Error())
	}
	all := strings.Join(texts, "\n")
	if !strings.Contains(all, "nobody will ever see") || !strings.Contains(all, "61 cells wide") {
		t.Fatal(all)
	}
	if found := form.Lint("x.yaml", []byte("id: x"), loadCatalog(t)); len(found) == 0 || found[0].Warning {
		t.Fatalf("a file that is no form: %v", found)
	}
}

func TestAnIndexChangesNoAnswer(t *testing.T) {
	plain := strings.NewReplacer(".level == level", "!(.level != level)", ".for_year == share_year", "!(.for_year != share_year)").Replace(small)
	fast, slow := begin(t), form.NewSession(load(t, plain), form.Record{}, setting(t))
	slow.Begin(nil)
	for _, s := range []*form.Session{fast, slow} {
		s.Answer(item("years"), "2022 2023")
		for i, text := range []string{"2022 xã 5", "2023 xã 7", "2022 tỉnh 11", "2023 tỉnh 13", "2023 xã 17"} {
			row := string(s.AddRow("decisions", ""))
			for j, column := range []string{"for_year", "level", "money"} {
				s.Answer(cell("decisions", row, column), strings.Fields(text)[j])
			}
			if i == 3 {
				s.Answer(cell("decisions", row, "level"), "xã") // what an index was made of changes
			}
		}
	}
	if diff := cmp.Diff(pictureOf(slow), pictureOf(fast), exact); diff != "" {
		t.Fatal(diff)
	}
	if got := fast.Shown(cell("shares", "2023", "part"), "vi"); got != "69,81" {
		t.Fatalf("37 of 53 are %s %%", got)
	}
	for row, want := range map[string]string{"r1": "42", "r3": "11"} {
		if got := fast.Shown(cell("decisions", row, "same_level"), "vi"); got != want {
			t.Errorf("row %s: %q, want %q", row, got, want)
		}
	}
}

// In a table that cannot be typed in the person stands on its line: the note of
// that is the reason for its rows.
func TestTheNoteOfAComputedTableIsTheReasonForItsRows(t *testing.T) {
	s := begin(t)
	for year, money := range map[string]string{"2022": "30", "2023": "70"} {
		row := string(s.AddRow("decisions", ""))
		s.Answer(cell("decisions", row, "for_year"), year)
		s.Answer(cell("decisions", row, "money"), money)
	}
	s.Answer(item("years"), "2022 2023")
	reasons := func() (n int) {
		for _, p := range s.Problems() {
			if p.Code == form.NoReason && p.Field.Item == "shares" {
				n++
			}
		}
		return n
	}
	if n := reasons(); n != 1 {
		t.Fatalf("%d rows ask for a reason", n)
	}
	s.Answer(form.Field{Item: "shares", Part: form.Note}, "vốn dồn vào năm 2023")
	if n := reasons(); n != 0 {
		t.Errorf("%d rows still ask for a reason", n)
	}
	s.Undo()
	if n := reasons(); n != 1 {
		t.Errorf("after undo %d rows ask", n)
	}
}
