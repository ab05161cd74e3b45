package list_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/list"
	"giamsat/tui/tuitest"
)

func day(d, m, y int) vn.Date { return vn.Date{Year: y, Month: time.Month(m), Day: d} }

// put adds a record of a kind as it is listed.
func put(t *testing.T, s *tuitest.Store, kind model.Kind, unit string, change func(*model.Record)) model.RecordID {
	t.Helper()
	id, err := s.Create(t.Context(), model.NewRecord{Form: &form.Definition{ID: string(kind)}, UnitName: unit, Day: day(10, 6, 2024)})
	if err != nil {
		t.Fatal(err)
	}
	s.Edit(id, func(r *model.Record) {
		r.ChangedAt = time.Date(2024, 6, 20, 10, 42, 0, 0, time.Local)
		if change != nil {
			change(r)
		}
	})
	return id
}

// archive has records of several kinds: two rounds, the running one with three
// visits, of which one has a household sheet, and an evaluation.
type archive struct {
	*tuitest.Store
	ended, running, visit model.RecordID
}

func newArchive(t *testing.T) *archive {
	a := &archive{Store: tuitest.NewStore()}
	round := func(title string, from, to, due vn.Date, planned int, settled bool) model.RecordID {
		return put(t, a.Store, model.Round, "Tỉnh Hà Tĩnh", func(r *model.Record) {
			r.Head = form.Head{Title: title, From: from, To: to, Due: due, Planned: planned, Settled: settled}
		})
	}
	a.ended = round("Đợt 1/2024 · cấp tỉnh", day(1, 4, 2024), day(31, 5, 2024), day(21, 6, 2024), 9, true)
	a.running = round("Đợt 2/2024 · cấp tỉnh", day(10, 6, 2024), day(28, 6, 2024), day(19, 7, 2024), 14, false)
	for i, unit := range []string{"Xã Cẩm Lĩnh", "Xã Cẩm Bình", "Xã Nam Phúc Thăng"} {
		a.visit = put(t, a.Store, model.Inspection, unit, func(r *model.Record) {
			r.Parent, r.Round = a.running, "Đợt 2/2024 · cấp tỉnh"
			if i == 0 {
				r.Status = model.Completed
			}
		})
	}
	put(t, a.Store, model.Household, "Xã Nam Phúc Thăng", func(r *model.Record) {
		r.Parent, r.Head.Title = a.visit, "Hộ thứ nhất, thôn Đông Hưng"
		r.Progress = []form.Progress{{Section: "header", Answered: 9, Items: 12, Missing: 3}}
	})
	put(t, a.Store, model.Evaluation, "Tỉnh Hà Tĩnh", func(r *model.Record) { r.Head.Title, r.Status = "Đánh giá giữa kỳ 2021-2025", model.Completed })
	return a
}

func listed(t *testing.T, a *archive, arg *kit.Listing, lang string, width, height int) *bench {
	t.Helper()
	env := tuitest.NewEnv(t, a, lang)
	b := &bench{t: t}
	b.alone = tuitest.NewAlone(env, list.New(env, "", arg), width, height)
	b.Driver = tuitest.NewModel(t, b.alone, width, height)
	return b
}

func of(kinds ...model.Kind) *kit.Listing { return &kit.Listing{Query: model.Query{Kinds: kinds}} }

// The root's frame takes five rows of the window.
func TestPicturesOfKinds(t *testing.T) {
	mixed := of(model.Inspection, model.Evaluation, model.Round)
	mixed.Title = "Việc của tôi"
	for name, l := range map[string]*kit.Listing{"rounds": of(model.Round), "households": of(model.Household), "mixed": mixed} {
		for _, lang := range []string{"vi", "en"} {
			for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
				name := fmt.Sprintf("%s-%s-%dx%d", name, lang, size[0], size[1])
				t.Run(name, func(t *testing.T) {
					tuitest.Golden(t, name, listed(t, newArchive(t), l, lang, size[0], size[1]-5).View())
				})
			}
		}
	}
}

func TestEnterOpensARoundAndEItsForm(t *testing.T) {
	a := newArchive(t)
	b := listed(t, a, of(model.Round), "vi", 80, 19)
	b.Press("enter")
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindRound, ID: a.running}) {
		t.Errorf("asked for %+v", got)
	}
	b.Press("e")
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindFill, ID: a.running}) {
		t.Errorf("asked for %+v", got)
	}
}

func TestAnotherKindIsShownInTheSamePlace(t *testing.T) {
	b := listed(t, newArchive(t), nil, "vi", 80, 19)
	b.marks("Xã Nam Phúc Thăng")
	b.Press("D")
	b.marks("Đợt 2/2024")
	b.shows("Đợt kiểm tra, giám sát")
	b.Press("p")
	b.marks("Xã Nam Phúc Thăng")
	b.Press("k")
	open, ok := b.alone.Last().(kit.OpenMsg)
	pick, isPick := open.Arg.(*kit.Pick)
	if !ok || !isPick || len(pick.Find("phieu kiem tra")) != 1 {
		t.Fatalf("asked for %+v, want a list of kinds", b.alone.Last())
	}
	b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{string(model.Evaluation)}})
	b.marks("Đánh giá giữa kỳ")
	b.shows("1/1 đánh giá")
	b.Press("n")
	b.begins(kit.Begin{Kind: model.Evaluation})
}

func TestANewRecordBelongsToWhatTheListIsOf(t *testing.T) {
	a := newArchive(t)
	for _, c := range []struct {
		name  string
		query model.Query
		want  kit.Begin
	}{
		{"a household sheet of a visit", model.Query{Kinds: []model.Kind{model.Household}, Parent: a.visit}, kit.Begin{Kind: model.Household, Parent: a.visit}},
		{"an inspection of a round", model.Query{Round: a.running}, kit.Begin{Kind: model.Inspection, Parent: a.running}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := listed(t, a, &kit.Listing{Query: c.query}, "vi", 80, 19)
			b.Press("n")
			b.begins(c.want)
		})
	}
}

func TestWhatIsBegunWithinAnInspectionIsNotBegunHere(t *testing.T) {
	for _, kind := range []model.Kind{model.Household, model.Finding} {
		b := listed(t, newArchive(t), of(kind), "vi", 80, 19)
		b.Press("n")
		if b.alone.Last() != nil || !strings.Contains(b.alone.Said, "từ trong phiếu kiểm tra") {
			t.Errorf("%s: asked for %+v, said %q", kind, b.alone.Last(), b.alone.Said)
		}
	}
}

func TestEscLeavesTheFilterThenTheList(t *testing.T) {
	b := listed(t, newArchive(t), nil, "vi", 80, 19)
	b.Press("/")
	b.Type("lĩnh")
	b.Press("esc")
	if b.alone.Last() != nil {
		t.Fatalf("leaving the filter asked for %+v", b.alone.Last())
	}
	b.shows("3/3 phiếu")
	b.Press("esc")
	if b.alone.Last() != (kit.BackMsg{}) {
		t.Errorf("leaving the list asked for %+v", b.alone.Last())
	}
}

func TestAProblemOfTheReviewLeadsIntoTheForm(t *testing.T) {
	a := newArchive(t)
	b := listed(t, a, nil, "vi", 80, 19)
	b.Press("f2")
	at := form.Field{Item: "venue"}
	b.Send(kit.Jump{Field: at})
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindFill, ID: a.visit, Arg: at}) {
		t.Errorf("asked for %+v", got)
	}
}

// Nobody completes a finding: one that was verified was "being entered" for ever.
func TestWhatIsFollowedUpStandsWithItsStateAndWhatIsCompletedIsDone(t *testing.T) {
	for lang, want := range map[string][]string{"vi": {"✓ xác nhận", "✓ Hoàn thành"}, "en": {"✓ confirmed", "✓ Completed"}} {
		a := newArchive(t)
		put(t, a.Store, model.Finding, "Xã Cẩm Bình", func(r *model.Record) {
			r.Head = form.Head{Title: "chậm giải ngân", State: "verified", Settled: true}
		})
		put(t, a.Store, model.Household, "Xã Cẩm Bình", func(r *model.Record) {
			r.Status, r.Head.Title = model.Completed, "Hộ thứ hai"
			r.Progress = []form.Progress{{Section: "header", Answered: 9, Items: 11}}
		})
		b := listed(t, a, of(model.Finding, model.Household), lang, 80, 19)
		b.marks("Hộ thứ hai")
		if row := b.marked(); !strings.Contains(row, want[1]) || strings.Contains(row, "81") {
			t.Errorf("the completed household stands as %q", row)
		}
		b.Press("down")
		if row := b.marked(); !strings.Contains(row, want[0]) {
			t.Errorf("the finding stands as %q", row)
		}
	}
}
