package form_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// filledPaper is a record on paper with an answer in each item.
func filledPaper(t *testing.T, from *form.Definition, more ...form.FieldText) form.Record {
	t.Helper()
	s := form.NewSession(from, form.Record{}, setting(t))
	for _, a := range append([]form.FieldText{
		{Field: item("leader"), Raw: "Nguyễn An"}, {Field: item("officers"), Raw: "12"}, {Field: item("trained"), Raw: "7"}, {Field: item("level"), Raw: "low"},
		{Field: cell("capital", "central", "assigned"), Raw: "8tỷ"}, {Field: cell("capital", "local", "assigned"), Raw: "804"},
		{Field: cell("capital", "local", "paid"), Raw: "ba trăm"}, {Field: item("arrears"), Raw: "na"},
		{Field: form.Field{Item: "arrears", Part: form.Evidence}, Raw: "12/BC"}, {Field: form.Field{Item: "arrears", Part: form.Note}, Raw: "không có dự án"},
	}, more...) {
		if !s.Answer(a.Field, a.Raw) {
			t.Fatalf("the form refuses %q for %s", a.Raw, a.Field)
		}
	}
	return s.Record()
}

// fares writes the lines that are not kept: field, landing, what stood and what stands.
func fares(m form.Moving) []string {
	var list []string
	for _, l := range m.Lines {
		if l.Landing != form.Kept {
			list = append(list, fmt.Sprintf("%s %s: %s -> %s", l.Field, l.Landing, m.Was.Shown(l.Field, "vi"), m.Is.Shown(l.Field, "vi")))
		}
	}
	return list
}

func TestMovingReadsAnswersUnderTheNewForm(t *testing.T) {
	for _, c := range []struct {
		name  string
		parts []string
		more  []form.FieldText
		want  []string
	}{
		{name: "nothing differs for answers", parts: []string{`vi: "Trưởng đoàn"`, `vi: "Người dẫn đoàn"`}},
		{name: "a kind that takes the text", parts: []string{`code: "1.02", type: integer`, `code: "1.02", type: money`},
			want: []string{"officers anew: 12 -> 12"}},
		{name: "a number as a text", parts: []string{`{name: officers, code: "1.02", type: integer`, `{name: officers, code: "1.02", type: text`, `rule: "trained <= officers"`, `rule: "trained <= 9"`, `ratio(trained, officers)`, `ratio(trained, 9)`},
			want: []string{"officers anew: 12 -> 12"}},
		{name: "a choice as a text is what people read", parts: []string{`code: "1.05", type: one`, `code: "1.05", type: text`, `, choices: [{code: low, vi: "Thấp", en: "Low"}, {code: high, vi: "Cao", en: "High"}]`, ``},
			want: []string{"level anew: Thấp -> Thấp"}},
		{name: "a kind that cannot take the text", parts: []string{`code: "1.01", type: text`, `code: "1.01", type: date`},
			want: []string{"leader unfit: Nguyễn An -> Nguyễn An"}},
		{name: "an answer that has no place", parts: []string{leaderLine, ""}, want: []string{"leader homeless: Nguyễn An -> Nguyễn An"}},
		{name: "an item that is not shown any more", parts: []string{`code: "1.01", type: text`, `code: "1.01", hidden: true, type: text`}, want: []string{"leader homeless: Nguyễn An -> Nguyễn An"}},
		{name: "a calculation in the place of an answer", parts: []string{`type: integer, label: {vi: "Đã tập huấn", en: "Trained"}, basis: "C"`, `type: integer, label: {vi: "Đã tập huấn", en: "Trained"}, calculation: "officers - 1", basis: "C"`},
			want: []string{"trained homeless: 7 -> 11"}},
		{name: "a code that left the list", parts: []string{`{code: low, vi: "Thấp", en: "Low"}, `, ``}, want: []string{"level unfit: Thấp -> low"}},
		{name: "a code that was spelt anew", parts: []string{`{code: low, vi: "Thấp"`, `{code: lo, vi: "Thấp"`}, want: []string{"level anew: Thấp -> Thấp"}},
		{name: "a label that was changed", parts: []string{`{code: low, vi: "Thấp"`, `{code: low, vi: "Dưới"`}, want: []string{"level anew: Thấp -> Dưới"}},
		{name: "not applicable where that is no answer", parts: []string{`type: yesnona`, `type: yesno`},
			want: []string{"arrears unfit: Không áp dụng -> na", "arrears@evidence homeless: 12/BC -> 12/BC"}},
		{name: "a row that is gone", parts: []string{`            - {id: local, label: {vi: "Địa phương", en: "Local"}, values: {source: NSDP}}` + "\n", ""},
			want: []string{"capital[local].assigned homeless: 804 -> 804", "capital[local].paid homeless: ba trăm -> ba trăm"}},
		{name: "a column of another kind reads full amounts", parts: []string{`code: "3.T1.2", type: money`, `code: "3.T1.2", type: integer`, `calculation: "ratio(paid, assigned)"`, `calculation: "ratio(paid, paid)"`},
			want: []string{"capital[central].assigned anew: 8.000 -> 8.000", "capital[local].assigned anew: 804 -> 804"}},
		{name: "an amount is no count of đồng", parts: []string{`code: "3.T1.2", type: money`, `code: "3.T1.2", type: integer`, `calculation: "ratio(paid, assigned)"`, `calculation: "ratio(paid, paid)"`},
			more: []form.FieldText{{Field: cell("capital", "central", "assigned"), Raw: "8042,5"}},
			want: []string{"capital[central].assigned unfit: 8.042,5 -> 8.042,5", "capital[local].assigned anew: 804 -> 804"}},
		{name: "what the new form asks for", parts: []string{`type: text, label: {vi: "Trưởng đoàn", en: "Leader"}`, `type: text, required: true, label: {vi: "Trưởng đoàn", en: "Leader"}`,
			leaderLine[:1], leaderLine[:1], `      - {name: arrears,`, `      - {name: owed, code: "3.03", type: money, required: true, label: {vi: "Nợ", en: "Owed"}, basis: "C"}
      - {name: arrears,`, `code: "3.T1.3", type: money`, `code: "3.T1.3", type: money, required: true`},
			more: []form.FieldText{{Field: item("leader")}, {Field: cell("capital", "local", "paid")}},
			want: []string{"leader wanted:  -> ", "capital[central].paid wanted:  -> ", "capital[local].paid wanted:  -> ", "owed wanted:  -> "}},
		{name: "another section changes nothing", parts: []string{leaderLine, "", `      - {name: arrears,`, leaderLine + `      - {name: arrears,`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			from := version(t)
			rec := filledPaper(t, from, c.more...)
			m := form.Move(rec, from, version(t, c.parts...), setting(t))
			if diff := cmp.Diff(c.want, fares(m)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMovingTellsEveryAnswerInTheOrderOfTheForm(t *testing.T) {
	from := version(t)
	m := form.Move(filledPaper(t, from), from, version(t, leaderLine, ""), setting(t))
	var got []string
	for _, l := range m.Lines {
		got = append(got, l.Field.String()+" "+string(l.Landing))
	}
	want := []string{"leader homeless", "officers kept", "trained kept", "level kept", "capital[central].assigned kept", "capital[local].assigned kept",
		"capital[local].paid kept", "arrears kept", "arrears@evidence kept", "arrears@note kept"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if m.Count(form.Homeless) != 1 || m.Count(form.Kept) != 9 || m.Count(form.Wanted) != 0 {
		t.Errorf("counted wrongly: %v", m.Lines)
	}
}

// A record that lost an item's place gets it back with a form that has it.
func TestWhatHadNoPlaceComesBack(t *testing.T) {
	from := version(t)
	rec := filledPaper(t, from)
	without := version(t, leaderLine, "")
	m := form.Move(rec, from, without, setting(t))
	back := form.Move(m.Is.Record(), without, from, setting(t))
	if diff := cmp.Diff([]string{"leader anew: Nguyễn An -> Nguyễn An"}, fares(back)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(rec, back.Is.Record(), exact); diff != "" {
		t.Error(diff)
	}
}

// A date that was typed as “15” is read in full: “15” alone would be another day
// under another visit.
func TestAnAnswerIsReadAsItWouldBeTypedInFull(t *testing.T) {
	from := version(t, `code: "1.01", type: text`, `code: "1.01", type: date`)
	s := form.NewSession(from, form.Record{}, setting(t))
	s.Answer(item("leader"), "15")
	m := form.Move(s.Record(), from, version(t), setting(t))
	if got := m.Is.Get(item("leader")); got.Raw != "15/06/2024" {
		t.Errorf("the date became %q", got.Raw)
	}
	m = form.Move(s.Record(), from, version(t, `code: "1.01", type: text`, `code: "1.01", type: time`), setting(t))
	if got := m.Is.Get(item("leader")); got.Raw != "15/06/2024" || !got.Doubtful() {
		t.Errorf("the date that cannot be read as a time became %+v", got)
	}
}

// variants of the small form, each in another way.
var variants = [][]string{
	{},
	{`{name: officers, code: "1.22", type: integer`, `{name: officers, code: "1.22", type: decimal`},
	{`{name: remarks, code: "3.13", type: longtext`, `{name: remarks, code: "3.13", type: text`},
	{`{name: begins, code: "5.02", type: time`, `{name: begins, code: "5.02", type: text`, `rule: "begins < ends"`, `rule: "ends > 5"`},
	{`{code: NSDP, vi: "NSĐP", en: "Local"}`, `{code: NSX, vi: "NSĐP", en: "Local"}`, `.source == 'NSDP'`, `.source == 'NSX'`},
	{`          free: true
          key: [year, source]`, `          free: true
          key: [source]`, `            - {column: source}` + "\n", ``},
	{`{id: men, label: {vi: "Nam", en: "Men"}, values: {sex: m}}`, `{id: all, label: {vi: "Chung", en: "All"}, values: {sex: m}}`},
	{`            - {name: number, code: "3.01.1", type: text,`, `            - {name: number, code: "3.01.1", type: date,`},
	{`{name: begins, code: "5.02", type: time`, `{name: begins, code: "5.02", type: integer`},
	{`- {name: arrears, code: "5.07", type: yesno,`, `- {name: arrears, code: "5.07", type: yesnona,`},
}

func TestMovingDropsNothingAndSaysWhatItChanged(t *testing.T) {
	var defs []*form.Definition
	for _, parts := range variants {
		src := small
		for i := 0; i < len(parts); i += 2 {
			if !strings.Contains(src, parts[i]) {
				t.Fatalf("%q does not stand in the form", parts[i])
			}
			src = strings.Replace(src, parts[i], parts[i+1], 1)
		}
		defs = append(defs, load(t, src))
	}
	cat := loadCatalog(t)
	rapid.Check(t, func(t *rapid.T) {
		from, to := rapid.SampledFrom(defs).Draw(t, "from"), rapid.SampledFrom(defs).Draw(t, "to")
		s := form.NewSession(from, form.Record{}, settingOf(cat))
		s.Begin(nil)
		w := newWalker(s)
		for range rapid.IntRange(0, 60).Draw(t, "acts") {
			w.actFilled(t)
		}
		rec := s.Record()
		before := form.Record{Answers: maps.Clone(rec.Answers), Rows: rec.Rows}
		m := form.Move(rec, from, to, settingOf(cat))
		same(t, "moving changed the record that it was given", before.Answers, rec.Answers)

		is := m.Is.Record()
		same(t, "rows were lost", rec.Rows, is.Rows)
		changed := map[form.Field]form.Answer{}
		for _, c := range m.Changes {
			if c.Old != rec.Answers[c.Field] {
				t.Fatalf("the change of %s does not begin with what stood there", c.Field)
			}
			changed[c.Field] = c.New
		}
		told := map[form.Field]bool{}
		for _, l := range m.Lines {
			if told[l.Field] {
				t.Fatalf("%s is told twice", l.Field)
			}
			told[l.Field] = true
		}
		for f, a := range rec.Answers {
			now := is.Answers[f]
			if now.IsZero() || now.Raw == "" && a.Raw != "" {
				t.Fatalf("%s lost its answer %q", f, a.Raw)
			}
			if c, is := changed[f]; is && now != c || !is && now != a {
				t.Fatalf("%s is %+v, which no change says", f, now)
			}
			if _, is := changed[f]; is && !told[f] {
				t.Fatalf("%s is changed and not told", f)
			}
		}
		if from == to && (len(m.Changes) > 0 || m.Count(form.Kept) != len(m.Lines)) {
			t.Fatalf("moving to the same form changes %v", m.Changes)
		}
		again := form.Move(is, to, to, settingOf(cat))
		if len(again.Changes) > 0 {
			t.Fatalf("what was moved is read otherwise the next time: %v", again.Changes)
		}
	})
}

func TestNewerFormsAreThoseThatServeTheRecord(t *testing.T) {
	own := fstest.MapFS{}
	put := func(version, programme, from, to string) {
		src := strings.NewReplacer(`version: "1"`, fmt.Sprintf("version: %q", version), "GNBV-2021-2025", programme, `valid_from: "2022-07-15"`,
			fmt.Sprintf("valid_from: %q\nvalid_to: %q", from, to)).Replace(paper)
		own["paper-"+version+".yaml"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(src, `valid_to: ""`+"\n", ""))}
	}
	put("1", "GNBV-2021-2025", "2022-07-15", "")
	put("2", "GNBV-2021-2025", "2023-01-01", "")
	put("3", "MTQG-2026-2035", "2023-01-01", "")
	put("4", "GNBV-2021-2025", "2025-01-01", "")
	put("5", "GNBV-2021-2025", "2023-01-01", "2024-01-01")
	put("6", "GNBV-2021-2025", "2023-01-01", "")
	lib, err := form.OpenLibrary(loadCatalog(t), own)
	if err != nil {
		t.Fatal(err)
	}
	newer := func(version, day string) string {
		def, err := lib.Version("paper", version)
		if err != nil {
			t.Fatal(err)
		}
		on, err := vn.ParseISO(day)
		if err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, h := range lib.Newer(def, "GNBV-2021-2025", on) {
			list = append(list, h.Version)
		}
		return strings.Join(list, " ")
	}
	for _, c := range []struct{ version, day, want string }{
		{"1", "2024-06-15", "6 2"},
		{"1", "2023-06-15", "6 5 2"},
		{"1", "2025-06-15", "4 6 2"},
		{"2", "2024-06-15", "6"},
		{"4", "2025-06-15", ""},
	} {
		if got := newer(c.version, c.day); got != c.want {
			t.Errorf("newer than %s on %s: %q, want %q", c.version, c.day, got, c.want)
		}
	}
}
