package register_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/register"
	"giamsat/tui/tuitest"
)

// bench is the register over a few entries; today is 20/06/2024.
type bench struct {
	*tuitest.Driver
	t     *testing.T
	store *tuitest.Store
	env   *kit.Env
	alone *tuitest.Alone
	round model.RecordID
	visit model.RecordID
	ids   map[string]model.RecordID // by number
}

func date(y, m, d int) vn.Date { return vn.Date{Year: y, Month: time.Month(m), Day: d} }

func open(t *testing.T, lang string, width, height int, arg func(*bench) *model.Query) *bench {
	t.Helper()
	b := &bench{t: t, store: tuitest.NewStore(), ids: map[string]model.RecordID{}}
	b.env = tuitest.NewEnv(t, b.store, lang)
	b.fill()
	var q any
	if arg != nil {
		q = arg(b)
	}
	b.alone = tuitest.NewAlone(b.env, register.New(b.env, "", q), width, height)
	b.Driver = tuitest.NewModel(t, b.alone, width, height)
	return b
}

// entry is what is followed up.
type entry struct {
	kind   model.Kind
	unit   string // code
	origin form.Field
	day    vn.Date
	head   form.Head
}

func (b *bench) fill() {
	b.t.Helper()
	b.round = b.begin(entry{kind: model.Round, unit: "42", day: date(2024, 6, 1), head: form.Head{Title: "Đợt 1/2024 · cấp tỉnh"}}, "")
	b.visit = b.begin(entry{kind: model.Inspection, unit: "18685", day: date(2024, 6, 15)}, b.round)
	b.follow(b.visit,
		entry{kind: model.Finding, unit: "18685", origin: form.Field{Item: "shortcomings", Row: "row-3"}, day: date(2024, 6, 15), head: form.Head{
			Number: "TT-0117", Title: "Chưa niêm yết công khai danh sách hộ nghèo, hộ cận nghèo tại trụ sở xã và nhà văn hoá thôn.", State: "open",
			Due: date(2024, 6, 16), Area: 1, Item: "A1.05", Responsible: "UBND xã Cẩm Bình"}},
		entry{kind: model.Finding, unit: "18685", day: date(2024, 6, 15), head: form.Head{
			Number: "TT-0118", Title: "Thanh toán vượt khối lượng nghiệm thu", State: "in_progress", Due: date(2024, 7, 5), Area: 3, Item: "A3.09",
			Responsible: "Phòng Tài chính - Kế hoạch", Amount: 12_500_000, Recovered: 4_000_000}},
		entry{kind: model.Finding, unit: "18685", day: date(2024, 6, 15), head: form.Head{
			Number: "TT-0119", Title: "Báo cáo năm gửi chậm", State: "verified", Settled: true, Due: date(2024, 6, 1), Area: 5}},
		entry{kind: model.Difficulty, unit: "18685", day: date(2024, 6, 15), head: form.Head{
			Number: "KK-0003", Title: "Chưa có hướng dẫn định mức hỗ trợ", State: "passed_up", Area: 5, Responsible: "Sở Nông nghiệp và Môi trường"}},
	)
	b.follow("", entry{kind: model.Recommendation, unit: "18796", day: date(2024, 5, 20), head: form.Head{
		Number: "KN-0009", Title: "Bổ sung vốn sự nghiệp", State: "open", Due: date(2024, 8, 30), Area: 5}})
}

func (b *bench) follow(parent model.RecordID, list ...entry) {
	for _, e := range list {
		b.ids[e.head.Number] = b.begin(e, parent)
	}
}

func (b *bench) begin(e entry, parent model.RecordID) model.RecordID {
	b.t.Helper()
	unit, ok := b.env.Catalog.UnitOn(e.unit, e.day)
	if !ok {
		b.t.Fatalf("no unit %s", e.unit)
	}
	def, err := b.env.Forms.Version(string(e.kind), "")
	if err != nil {
		b.t.Fatal(err)
	}
	id := tuitest.BeginOn(b.t, b.env, def, kit.Begin{Unit: unit.Key, Day: e.day})
	b.store.Edit(id, func(r *model.Record) {
		r.Parent, r.Origin, r.Head, r.Round = parent, e.origin, e.head, "1/2024"
	})
	return id
}

func (b *bench) line(text string) string {
	b.t.Helper()
	for _, l := range strings.Split(b.View(), "\n") {
		if strings.Contains(l, text) {
			return l
		}
	}
	b.t.Fatalf("%q is not shown:\n%s", text, b.View())
	return ""
}

func (b *bench) shows(texts ...string) {
	b.t.Helper()
	for _, text := range texts {
		if !strings.Contains(b.View(), text) {
			b.t.Errorf("%q is not shown:\n%s", text, b.View())
		}
	}
}

// lists are the numbers that are shown, from the top.
func (b *bench) lists(want ...string) {
	b.t.Helper()
	var got []string
	for _, l := range strings.Split(b.View(), "\n")[3:] {
		for number := range b.ids {
			if f := strings.Fields(l); len(f) > 2 && (f[1] == number || f[2] == number) {
				got = append(got, number)
			}
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		b.t.Errorf("lists %v, want %v:\n%s", got, want, b.View())
	}
}

func TestPictures(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		for _, size := range [][2]int{{60, 15}, {80, 19}, {120, 35}} {
			name := fmt.Sprintf("%s-%dx%d", lang, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				b := open(t, lang, size[0], size[1], nil)
				tuitest.Golden(t, "all-"+name, b.View())
				b.Press("o", "k", "a", "a", "a", "down")
				tuitest.Golden(t, "facets-"+name, b.View())
			})
		}
	}
}

func TestWhatIsDueFirstStandsOnTopAndTheSettledAreLeftOut(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	b.lists("TT-0117", "TT-0118", "KN-0009", "KK-0003")
	b.shows("o chưa xong", "4 mục · ! 1 quá hạn", "mục 1.05, kiểm tra ngày 15/06/2024", "trách nhiệm: UBND xã Cẩm")
	if l := b.line("TT-0117"); !strings.HasPrefix(l, " > ! ") || !strings.Contains(l, "16/06/2024 chưa") {
		t.Errorf("the overdue row is %q", l)
	}
	if l := b.line("KN-0009"); !strings.Contains(l, "30/08/2024 chưa") {
		t.Errorf("a row that is not due yet is %q", l)
	}
}

func TestARowSaysHowFarOffItsDayIs(t *testing.T) {
	for _, c := range []struct {
		width int
		due   vn.Date
		want  string // in the row, or for 80 cells in the note
	}{
		{60, date(2024, 6, 16), "quá 4"},
		{80, date(2024, 6, 16), "quá 4 ngày"},
		{80, date(2021, 12, 31), "quá 2 năm"},
		{120, date(2024, 8, 30), "30/08/2024    còn 71"},
		{120, date(2021, 12, 31), "31/12/2021 quá 2 năm"},
	} {
		t.Run(fmt.Sprint(c.width, " ", c.due), func(t *testing.T) {
			b := open(t, "vi", c.width, 19, nil)
			b.store.Edit(b.ids["TT-0117"], func(r *model.Record) { r.Head.Due = c.due })
			b.Press("f5")
			b.shows(c.want)
		})
	}
}

func TestTheUnitTakesNoMoreRoomThanItsNames(t *testing.T) {
	for name, want := range map[string]string{
		"Xã Cẩm Bình":      "Xã Cẩm Bình Chưa",
		"Phường Thành Sen": "Phường Thành Sen Chưa",
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, "vi", 80, 19, nil)
			for _, id := range b.ids {
				b.store.Edit(id, func(r *model.Record) { r.UnitName = name })
			}
			b.alone = tuitest.NewAlone(b.env, register.New(b.env, "", nil), 80, 19)
			b.Driver = tuitest.NewModel(t, b.alone, 80, 19)
			if l := b.line("TT-0117"); !strings.Contains(l, want) {
				t.Errorf("the row is %q", l)
			}
		})
	}
}

func TestWhatIsSettledIsNeitherLateNorDue(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	b.Press("o")
	b.shows("5 mục · ! 1 quá hạn")
	if l := b.line("TT-0119"); !strings.HasPrefix(l, " > ✓ ") || strings.Contains(l, "quá") || strings.Contains(l, "còn") {
		t.Errorf("the settled row is %q", l)
	}
}

func TestMoneyIsAddedUpWhereAllIsRead(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	b.shows("4 mục · ! 1 quá hạn · phải thu hồi 12,5 triệu đồng · đã thu 4")
	b.Press("a")
	if strings.Contains(b.View(), "triệu đồng ·") {
		t.Errorf("money of others is shown:\n%s", b.View())
	}
	for i := range 70 {
		b.follow(b.visit, entry{kind: model.Finding, unit: "18685", day: date(2024, 6, 15), head: form.Head{Number: fmt.Sprint("TT-1", i), State: "open", Amount: 1_000_000}})
	}
	b.Press("esc", "f5")
	b.shows("74 mục")
	if strings.Contains(b.View(), "triệu đồng ·") {
		t.Errorf("a part of the money is shown as all:\n%s", b.View())
	}
	b.Press("end")
	b.shows("phải thu hồi 82,5 triệu đồng")
}

func TestALateCountOfAFormerQuestionIsDropped(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	screen := register.New(b.env, "", nil)
	screen.SetSize(80, 19)
	send := func(key string) []tea.Msg {
		return replies(screen.Update(tea.KeyPressMsg{Code: rune(key[0]), Text: key}))
	}
	all := replies(screen.Init())
	second := send("l") // overdue
	third := send("l")  // due soon: none of them is late
	for _, msg := range slices.Concat(third, second, all) {
		screen.Update(msg)
	}
	if body := screen.View().Body; !strings.Contains(body, "1 mục") || strings.Contains(body, "quá hạn") {
		t.Errorf("the late reply won:\n%s", body)
	}
}

// replies runs a command and returns what it and its parts return.
func replies(cmd tea.Cmd) (all []tea.Msg) {
	if cmd == nil {
		return nil
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			all = append(all, replies(c)...)
		}
	default:
		all = append(all, msg)
	}
	return all
}

func TestFacetsNarrowWhatIsShownAndEscTakesThemBack(t *testing.T) {
	for name, c := range map[string]struct {
		keys  []string
		says  string
		lists []string
	}{
		"everything":        {[]string{"o"}, "o cả đã xong", []string{"TT-0119", "TT-0117", "TT-0118", "KN-0009", "KK-0003"}},
		"overdue":           {[]string{"l"}, "l quá hạn", []string{"TT-0117"}},
		"due soon":          {[]string{"l", "l"}, "l đến hạn trong 15 ngày", []string{"TT-0118"}},
		"due, once around":  {[]string{"l", "l", "l"}, "o chưa xong", []string{"TT-0117", "TT-0118", "KN-0009", "KK-0003"}},
		"overdue is open":   {[]string{"o", "l"}, "o chưa xong  l quá hạn", []string{"TT-0117"}},
		"findings":          {[]string{"k"}, "k Tồn tại, hạn chế", []string{"TT-0117", "TT-0118"}},
		"difficulties":      {[]string{"k", "k"}, "k Khó khăn, vướng mắc", []string{"KK-0003"}},
		"recommendations":   {[]string{"k", "k", "k"}, "k Kiến nghị", []string{"KN-0009"}},
		"an area":           {[]string{"a", "a", "a"}, "a khu vực 3", []string{"TT-0118"}},
		"areas, around":     {[]string{"a", "a", "a", "a", "a", "a"}, "o chưa xong", []string{"TT-0117", "TT-0118", "KN-0009", "KK-0003"}},
		"newest first":      {[]string{"t"}, "t mới nhất trước", []string{"KK-0003", "TT-0118", "TT-0117", "KN-0009"}},
		"several together":  {[]string{"o", "k", "a", "a", "a", "a", "a"}, "k Tồn tại, hạn chế  a khu vực 5", []string{"TT-0119"}},
		"overdue, then all": {[]string{"l", "o"}, "o cả đã xong", []string{"TT-0119", "TT-0117", "TT-0118", "KN-0009", "KK-0003"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, "vi", 80, 19, nil)
			b.Press(c.keys...)
			b.shows(c.says)
			b.lists(c.lists...)
			b.Press("esc")
			b.lists("TT-0117", "TT-0118", "KN-0009", "KK-0003")
			if b.alone.Last() != nil && c.says != "o chưa xong" {
				t.Errorf("Esc asked for %v", b.alone.Last())
			}
			b.Press("esc")
			if b.alone.Last() != (kit.BackMsg{}) {
				t.Errorf("a second Esc asked for %v", b.alone.Last())
			}
		})
	}
}

func (b *bench) pick() *kit.Pick {
	b.t.Helper()
	msg, ok := b.alone.Last().(kit.OpenMsg)
	p, isPick := msg.Arg.(*kit.Pick)
	if !ok || !isPick {
		b.t.Fatalf("asked for %v, want a pick list", b.alone.Last())
	}
	return p
}

func TestAUnitIsPickedByAnyName(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	b.Press("u")
	p := b.pick()
	found := p.Find("ky loi")
	if len(found) == 0 || found[0].Label != "Xã Kỳ Lợi" || found[0].Detail != "thị xã Kỳ Anh · đến 30/06/2025" {
		t.Fatalf("found %v", found)
	}
	b.Send(kit.PickedMsg{Tag: p.Tag, Codes: []string{found[0].Code}})
	b.lists("KN-0009")
	b.shows("u Xã Kỳ Lợi")
	b.Press("u")
	all := b.pick().Find("")[0]
	b.Send(kit.PickedMsg{Tag: p.Tag, Codes: []string{all.Code}})
	b.lists("TT-0117", "TT-0118", "KN-0009", "KK-0003")
}

// A unit answers for those that went wholly into it.
func TestAUnitsFindingsAreThoseOfWhatWentIntoIt(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	u, _ := b.env.Catalog.UnitOn("18685", date(2024, 6, 15))
	into := b.env.Catalog.Successors(u.Key)
	if len(into) != 1 || !into[0].Full {
		t.Fatalf("Cẩm Bình went into %v", into)
	}
	b.Press("u")
	b.Send(kit.PickedMsg{Tag: b.pick().Tag, Codes: []string{into[0].New.String()}})
	b.lists("TT-0117", "TT-0118", "KK-0003")
	if l := b.line("TT-0117"); !strings.Contains(l, "Xã Cẩm Bình") {
		t.Errorf("the unit is left out of %q, though there are several", l)
	}
}

func TestARoundIsPicked(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	b.Press("r")
	p := b.pick()
	if found := p.Find("dot 1"); len(found) != 1 || found[0].Code != string(b.round) {
		t.Fatalf("found %v", found)
	}
	b.Send(kit.PickedMsg{Tag: p.Tag, Codes: []string{string(b.round)}})
	b.lists("TT-0117", "TT-0118", "KK-0003")
	b.shows("r Đợt 1/2024 · cấp tỉnh")
}

func TestStatesArePickedAmongThoseOfTheKind(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	b.Press("k", "s")
	p := b.pick()
	if found := p.Find(""); !p.Many || len(found) != 6 || found[1].Label != "Đang khắc phục" {
		t.Fatalf("found %v", found)
	}
	b.Send(kit.PickedMsg{Tag: p.Tag, Codes: []string{"in_progress", "reported"}})
	b.lists("TT-0118")
	b.shows("s đang làm +1")
	b.Press("k") // another kind has other states
	b.lists("KK-0003")
}

func TestTypingFiltersWithoutAccentsInAnyOrder(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	b.Press("/")
	b.Type("vuot thanh toan")
	b.lists("TT-0118")
	b.shows("Tìm vuot thanh toan", "1 mục")
	if _, y, ok := b.Cursor(); !ok || y != 1 {
		t.Errorf("the cursor is in row %d (%v)", y, ok)
	}
	b.Type("zzz")
	b.shows("Không có mục nào khớp. Bấm Esc để bỏ lọc.")
	b.Press("esc")
	b.lists("TT-0117", "TT-0118", "KN-0009", "KK-0003")
	b.Press("k")
	b.lists("TT-0117", "TT-0118")
}

// Once a search is over, however it was left, letters are the register's keys again.
func TestTheRegisterHasItsKeysAgainBehindASearch(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	wants := func(key string, want kit.Kind) {
		t.Helper()
		b.Press(key)
		if got, ok := b.alone.Last().(kit.OpenMsg); !ok || got.Kind != want {
			t.Errorf("%s asked for %+v, want %s:\n%s", key, b.alone.Last(), want, b.View())
		}
	}
	b.Press("/")
	b.Type("thanh toan h")
	if b.alone.Last() != nil {
		t.Errorf("while it is typed a letter asked for %+v", b.alone.Last())
	}
	b.Press("backspace", "backspace", "tab")
	b.lists("TT-0118")
	wants("h", kit.KindHistory)
	b.Send(kit.BackMsg{})
	b.shows("Tìm thanh toan")
	b.Press("k", "k") // the facets work within what was found
	b.lists()
	b.Press("k", "k")
	b.lists("TT-0118")
	b.Press("/")
	b.Type(" vuot")
	wants("enter", kit.KindFill)
	b.Send(kit.BackMsg{})
	b.lists("TT-0118")
	wants("v", kit.KindUnit)
	b.Send(kit.BackMsg{})
	b.Press("esc")
	b.lists("TT-0117", "TT-0118", "KN-0009", "KK-0003")
	wants("h", kit.KindHistory)
	b.Send(kit.BackMsg{})
	b.Press("k", "/", "esc")
	b.lists("TT-0117", "TT-0118") // an empty search takes nothing else away
	b.Press("esc", "esc")
	if b.alone.Last() != (kit.BackMsg{}) {
		t.Errorf("Esc asked for %+v", b.alone.Last())
	}
}

// It said that Esc would take back what the register was opened for, a round.
func TestARegisterOpenedForWhatHasNoEntryPromisesNothingOfEsc(t *testing.T) {
	b := open(t, "vi", 80, 19, func(*bench) *model.Query {
		return &model.Query{Kinds: model.Followed(), Round: "another", Order: model.ByDue}
	})
	b.shows("Chưa có gì để theo dõi ở đây.")
	b.Press("k")
	b.shows("Không có mục nào khớp. Bấm Esc để bỏ lọc.")
	b.Press("esc")
	b.shows("Chưa có gì để theo dõi ở đây.")
	b.Press("esc")
	if b.alone.Last() != (kit.BackMsg{}) {
		t.Errorf("Esc asked for %v", b.alone.Last())
	}
}

func TestWhatItIsOpenedWithStaysOnEsc(t *testing.T) {
	b := open(t, "vi", 80, 19, func(b *bench) *model.Query {
		return &model.Query{Kinds: model.Followed(), Open: true, DueBefore: b.env.Today, Order: model.ByDue}
	})
	b.shows("l quá hạn")
	b.lists("TT-0117")
	b.Press("o")
	b.lists("TT-0119", "TT-0117", "TT-0118", "KN-0009", "KK-0003")
	b.Press("esc")
	b.lists("TT-0117")
	b.Press("esc")
	if b.alone.Last() != (kit.BackMsg{}) {
		t.Errorf("Esc asked for %v", b.alone.Last())
	}
}

func TestTheRoundItIsOpenedForIsNamed(t *testing.T) {
	b := open(t, "vi", 80, 19, func(b *bench) *model.Query { return &model.Query{Round: b.round, Open: true} })
	b.shows("r Đợt 1/2024 · cấp tỉnh")
	b.lists("KK-0003", "TT-0118", "TT-0117")
}

func TestOfOneUnitTheUnitIsLeftOut(t *testing.T) {
	b := open(t, "vi", 80, 19, func(b *bench) *model.Query {
		u, _ := b.env.Catalog.UnitOn("18796", date(2024, 6, 15))
		return &model.Query{Units: []catalog.UnitKey{u.Key}, Order: model.ByDue}
	})
	b.lists("KN-0009")
	b.shows("o cả đã xong  u Xã Kỳ Lợi")
	if l := b.line("KN-0009"); strings.Contains(l, "Xã Kỳ Lợi") {
		t.Errorf("the row is %q", l)
	}
}

func TestKeysLeadToWhatBelongsToAnEntry(t *testing.T) {
	for key, want := range map[string]func(b *bench) kit.OpenMsg{
		"enter": func(b *bench) kit.OpenMsg { return kit.OpenMsg{Kind: kit.KindFill, ID: b.ids["TT-0117"]} },
		"h":     func(b *bench) kit.OpenMsg { return kit.OpenMsg{Kind: kit.KindHistory, ID: b.ids["TT-0117"]} },
		"f2":    func(b *bench) kit.OpenMsg { return kit.OpenMsg{Kind: kit.KindReview, ID: b.ids["TT-0117"]} },
		"i": func(b *bench) kit.OpenMsg {
			return kit.OpenMsg{Kind: kit.KindFill, ID: b.visit, Arg: form.Field{Item: "shortcomings", Row: "row-3"}}
		},
		"v": func(b *bench) kit.OpenMsg {
			u, _ := b.env.Catalog.UnitOn("18685", date(2024, 6, 15))
			return kit.OpenMsg{Kind: kit.KindUnit, Arg: u.Key}
		},
	} {
		t.Run(key, func(t *testing.T) {
			b := open(t, "vi", 80, 19, nil)
			b.Press(key)
			if got := b.alone.Last(); got != want(b) {
				t.Errorf("asked for %+v, want %+v", got, want(b))
			}
		})
	}
}

func TestWhatCameFromNoInspectionSaysSo(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	b.Press("down", "down", "i")
	if b.alone.Last() != nil || b.alone.Said != b.env.Words.Register.NoOrigin {
		t.Errorf("asked for %v, said %q", b.alone.Last(), b.alone.Said)
	}
}

func TestTheMarkerStaysOnTheEntryThatWasOpen(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	b.Press("down", "enter")
	b.store.Edit(b.ids["TT-0118"], func(r *model.Record) { r.Head.Due = date(2024, 6, 10) })
	b.Send(kit.BackMsg{})
	b.lists("TT-0118", "TT-0117", "KN-0009", "KK-0003")
	if l := b.line("TT-0118"); !strings.HasPrefix(l, " > !") {
		t.Errorf("the marker is not on %q", l)
	}
	b.shows("2 quá hạn")
}

func TestAnEmptyRegisterSaysWhy(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	for _, id := range b.ids {
		b.store.Edit(id, func(r *model.Record) { r.Head.Settled = true })
	}
	b.Press("f5")
	b.shows("Không có tồn tại, khó khăn, kiến nghị nào chưa xong.")
	for _, id := range b.ids {
		b.store.Edit(id, func(r *model.Record) { r.Form.ID = "other" })
	}
	b.Press("o")
	b.shows("Chưa có gì để theo dõi")
}
