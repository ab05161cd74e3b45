package unit_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
	"giamsat/tui/unit"
)

type bench struct {
	*tuitest.Driver
	t     *testing.T
	store *tuitest.Store
	env   *kit.Env
	alone *tuitest.Alone
}

func day(y int, m time.Month, d int) vn.Date { return vn.Date{Year: y, Month: m, Day: d} }

var (
	before = day(2025, 6, 30)
	after  = day(2025, 7, 1)
)

func key(t *testing.T, cat *catalog.Catalog, code string, on vn.Date) catalog.UnitKey {
	t.Helper()
	u, ok := cat.UnitOn(code, on)
	if !ok {
		t.Fatalf("no unit %s on %s", code, on)
	}
	return u.Key
}

// open shows a unit; "" looks one up.
func open(t *testing.T, lang string, width, height int, code string, on vn.Date) *bench {
	t.Helper()
	b := &bench{t: t, store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, lang)
	var arg any
	if code != "" {
		arg = key(t, b.env.Catalog, code, on)
	}
	b.alone = tuitest.NewAlone(b.env, unit.New(b.env, "", arg), width, height)
	b.Driver = tuitest.NewModel(t, b.alone, width, height)
	return b
}

func (b *bench) shows(texts ...string) {
	b.t.Helper()
	for _, text := range texts {
		if !strings.Contains(b.View(), text) {
			b.t.Errorf("%q is not shown:\n%s", text, b.View())
		}
	}
}

func (b *bench) marks(text string) {
	b.t.Helper()
	for _, l := range strings.Split(b.View(), "\n") {
		if strings.HasPrefix(l, " >") {
			if !strings.Contains(l, text) {
				b.t.Errorf("the marker is on %q, want %q", l, text)
			}
			return
		}
	}
	b.t.Errorf("nothing has the marker:\n%s", b.View())
}

func TestPictures(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		for _, size := range [][2]int{{60, 15}, {80, 19}, {120, 35}} {
			name := fmt.Sprintf("%s-%dx%d", lang, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				tuitest.Golden(t, "thanh-sen-"+name, open(t, lang, size[0], size[1], "18073", after).View())
				tuitest.Golden(t, "dai-nai-"+name, open(t, lang, size[0], size[1], "18082", before).View())
				b := open(t, lang, size[0], size[1], "", after)
				b.Type("cam xuyen")
				tuitest.Golden(t, "search-"+name, b.View())
			})
		}
	}
}

func TestALifeIsTold(t *testing.T) {
	for _, c := range []struct {
		name, code string
		on         vn.Date
		says       []string
	}{
		{"of a unit of today", "18073", after, []string{"mã 18073 · từ 01/07/2025 · đang có hiệu lực", "Trực thuộc", "Tỉnh Hà Tĩnh", "Hợp thành từ",
			"Phường Nam Hà", "toàn bộ   01/07/2025  1665/NQ-UBTVQH15", "Đơn vị khác từng mang mã 18073"}},
		{"of one that a part went to", "18073", after, []string{"Phường Đại Nài chỉ nhập một phần vào đây. Tỷ lệ không được công bố"}},
		{"of one that was divided", "18082", before, []string{"mã 18082 · từ 01/01/2020 hoặc trước đó đến 30/06/2025", "Thành phố Hà Tĩnh", "Đã nhập vào",
			"một phần  01/07/2025", "Phường Đại Nài được chia cho 2 đơn vị. Tỷ lệ chia không được công bố"}},
		{"of one divided among three", "18796", before, []string{"Xã Kỳ Lợi được chia cho 3 đơn vị"}},
		{"of one that kept its identity", "446", before, []string{"Giữ tên và mã, địa giới thay đổi từ 01/01/2025 (1283/NQ-UBTVQH15).",
			"Một phần của Huyện Cẩm Xuyên chuyển sang đơn vị khác."}},
		{"of one that never changed", "01", after, []string{"Không có thay đổi nào được ghi nhận."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			open(t, "vi", 80, 35, c.code, c.on).shows(c.says...)
		})
	}
}

// What nobody published in so many words is marked, and the note says so.
func TestAChangeThatWasInferredIsMarked(t *testing.T) {
	b := open(t, "vi", 80, 24, "18070", day(2024, 12, 31))
	b.Press("end")
	b.marks("Phường Trần Phú ?")
	b.shows("suy ra từ tên và vị", "chưa xác nhận")
}

func TestEnterFollowsAndEscComesBackAlongTheWay(t *testing.T) {
	b := open(t, "vi", 80, 24, "18082", before)
	b.marks("Thành phố Hà Tĩnh")
	b.Press("down", "down")
	b.marks("Phường Thành Sen")
	b.Press("enter")
	b.shows("Phường Đại Nài → Phường Thành Sen", "mã 18073")
	b.Press("end", "enter")
	b.shows("→ Phường Nam Hà", "đến 30/06/2025")
	b.Press("esc")
	b.marks("Phường Nam Hà")
	b.Press("esc")
	b.shows("mã 18082")
	b.marks("Phường Thành Sen")
	b.Press("esc")
	if b.alone.Last() != (kit.BackMsg{}) {
		t.Errorf("Esc asked for %v", b.alone.Last())
	}
}

func TestTheMarkerPassesOverWhatLeadsNowhere(t *testing.T) {
	b := open(t, "vi", 60, 15, "18073", after)
	seen := map[string]bool{}
	for range 30 {
		marked := ""
		for _, l := range strings.Split(b.View(), "\n") {
			if strings.HasPrefix(l, " >") {
				marked = l
			}
		}
		if !strings.Contains(marked, "Phường") && !strings.Contains(marked, "Tỉnh") {
			t.Fatalf("the marker is on %q:\n%s", marked, b.View())
		}
		seen[marked] = true
		b.Press("down")
	}
	if len(seen) != 11 { // the province, nine predecessors, the former bearer of the code
		t.Errorf("%d lines were reached", len(seen))
	}
	b.Press("home")
	b.shows("Trực thuộc")
}

// A long page ends with a sentence that leads nowhere: it is read with the last link.
func TestWhatStandsBelowTheLastLinkComesIntoSight(t *testing.T) {
	b := open(t, "vi", 60, 12, "18796", before)
	b.Press("down", "down", "down", "down")
	b.shows("nên số liệu của đơn vị này không")
}

func TestAUnitIsLookedUpByAnyNameOrCode(t *testing.T) {
	for _, c := range []struct{ typed, first, says string }{
		{"dai nai", "Phường Đại Nài", "thành phố Hà Tĩnh · đến 30/06/2025"},
		{"ky loi", "Xã Kỳ Lợi", "thị xã Kỳ Anh · đến 30/06/2025"},
		{"thanh sen", "Phường Thành Sen", "tỉnh Hà Tĩnh · từ 01/07/2025"},
		{"18073", "Phường Thành Sen", "Phường Nam Hà"},
	} {
		b := open(t, "vi", 80, 19, "", after)
		b.Type(c.typed)
		b.marks(c.first)
		b.shows(c.says)
		b.Press("enter", "/")
		b.shows("Tra cứu đơn vị")
		b.Press("esc")
		b.shows(c.first)
		b.Press("esc")
		if b.alone.Last() != (kit.BackMsg{}) {
			t.Errorf("%s: Esc asked for %v", c.typed, b.alone.Last())
		}
	}
	b := open(t, "vi", 80, 19, "", after)
	b.Type("zzz")
	b.shows("Không có đơn vị nào, cũ hay mới, khớp “zzz”.")
}

// Tab was nothing in the search, and went to the list in every other one.
func TestTabLeavesTheSearchForWhatItFound(t *testing.T) {
	b := open(t, "vi", 80, 19, "18073", after)
	b.Press("/")
	b.Type("cam xuyen")
	b.Press("tab", "down")
	b.marks("Xã Cẩm Xuyên")
	if _, _, typing := b.Cursor(); typing {
		t.Error("the cursor stays in the text")
	}
	b.Press("i")
	listed, ok := b.alone.Last().(kit.OpenMsg).Arg.(*kit.Listing)
	if !ok || listed.Title != "Phiếu kiểm tra · Xã Cẩm Xuyên" {
		t.Errorf("i asked for %+v, want those of the unit under the marker", b.alone.Last())
	}
	b.Send(kit.BackMsg{})
	b.marks("Xã Cẩm Xuyên")
	b.Press("/")
	b.Type(" thi tran")
	b.marks("Thị trấn Cẩm Xuyên")
	b.shows("cam xuyen thi tran")
	b.Press("tab", "enter")
	b.shows("→ Thị trấn Cẩm Xuyên")
	b.Press("esc")
	b.shows("mã 18073")
}

func TestASearchThatBeganTheScreenIsLeftByEscStepByStep(t *testing.T) {
	b := open(t, "vi", 80, 19, "", after)
	b.Type("dai nai")
	b.Press("tab", "esc")
	if _, _, typing := b.Cursor(); !typing || strings.Contains(b.View(), "dai nai") {
		t.Errorf("Esc does not begin the search anew:\n%s", b.View())
	}
	b.Press("esc")
	if b.alone.Last() != (kit.BackMsg{}) {
		t.Errorf("Esc asked for %v", b.alone.Last())
	}
	b = open(t, "vi", 80, 19, "", after)
	b.Type("zzz")
	b.Press("tab", "t")
	if b.alone.Last() != nil {
		t.Errorf("where nothing was found t asked for %v", b.alone.Last())
	}
}

func TestKeysLeadToWhatThereIsAboutAUnit(t *testing.T) {
	b := open(t, "vi", 80, 24, "18073", after)
	cat, here := b.env.Catalog, key(t, b.env.Catalog, "18073", after)
	b.Press("i")
	own := b.alone.Last().(kit.OpenMsg).Arg.(*kit.Listing)
	if len(own.Query.Units) != 1 || own.Query.Units[0] != here || own.Title != "Phiếu kiểm tra · Phường Thành Sen" {
		t.Errorf("i lists %+v", own)
	}
	b.Press("I")
	kin := b.alone.Last().(kit.OpenMsg).Arg.(*kit.Listing)
	if len(kin.Query.Units) != len(cat.Kin(here)) || len(kin.Query.Units) < 10 {
		t.Errorf("I lists %d units", len(kin.Query.Units))
	}
	b.Press("t")
	open := b.alone.Last().(kit.OpenMsg)
	q, ok := open.Arg.(*model.Query)
	if !ok || open.Kind != kit.KindRegister || !q.Open || len(q.Units) != len(cat.Whole(here)) {
		t.Errorf("t asked for %+v", open)
	}
	for _, u := range q.Units {
		if u == key(t, cat, "18082", before) {
			t.Error("what was found in a divided unit is taken for this one's")
		}
	}
}

func TestWhatThereIsAboutAUnitIsCounted(t *testing.T) {
	b := open(t, "vi", 80, 24, "18685", day(2024, 6, 15))
	b.shows("0 phiếu kiểm tra · 0 mục theo dõi chưa xong")
	id := tuitest.Begin(t, b.env)
	def, err := b.env.Forms.Version("finding", "")
	if err != nil {
		t.Fatal(err)
	}
	tuitest.BeginOn(t, b.env, def, kit.Begin{Parent: id})
	b.Send(kit.BackMsg{})
	b.shows("1 phiếu kiểm tra · 1 mục theo dõi chưa xong")
}
