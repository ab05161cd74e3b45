package review_test

import (
	"slices"
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// household begins a household sheet of the visit.
func (b *bench) household(t *testing.T, code string) model.RecordID {
	t.Helper()
	id := tuitest.BeginOn(t, b.env, formOf(t, b.env, model.Household), kit.Begin{Parent: b.id})
	op, err := b.store.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	save := model.Save{ID: id, Head: op.Record.Head}
	save.Head.Title = code + " · thôn Đông"
	if _, err := b.store.Save(t.Context(), save); err != nil {
		t.Fatal(err)
	}
	return id
}

func (b *bench) line(text string) (int, string) {
	for i, l := range strings.Split(b.View(), "\n") {
		if strings.Contains(l, text) {
			return i, l
		}
	}
	return -1, ""
}

func TestSheetsInEntryAreANoteThatLeadsToThem(t *testing.T) {
	b := visit(t) // has one household sheet in entry
	_, line := b.line("1 phiếu hộ còn đang nhập")
	if !strings.Contains(line, "· ") {
		t.Fatalf("no note about the sheet in entry:\n%s", b.View())
	}
	b.Press("home", "enter")
	open, ok := b.alone.Last().(kit.OpenMsg)
	l, isList := open.Arg.(*kit.Listing)
	if !ok || !isList || l.Query.Parent != b.id || l.Query.Status != model.Draft || !slices.Equal(l.Query.Kinds, []model.Kind{model.Household}) {
		t.Fatalf("Enter asked for %+v", b.alone.Last())
	}
	b.Press("h")
	if b.store.Status(b.id) != model.Completed {
		t.Errorf("the note stood in the way: %s", b.alone.Said)
	}
}

func TestCompletedSheetsAreNoNews(t *testing.T) {
	b := visit(t)
	list, _, err := b.store.Records(t.Context(), model.Query{Kinds: []model.Kind{model.Household}, Parent: b.id})
	if err != nil || len(list) != 1 {
		t.Fatalf("%d sheets, %v", len(list), err)
	}
	if _, err := b.store.Complete(t.Context(), model.Completion{Save: model.Save{ID: list[0].ID}}); err != nil {
		t.Fatal(err)
	}
	b.Send(kit.BackMsg{}) // looked at again
	if _, line := b.line("còn đang nhập"); line != "" {
		t.Errorf("it still says %q", line)
	}
}

func TestACodeThatTwoSheetsHaveIsANote(t *testing.T) {
	b := visit(t)
	b.household(t, "H-012")
	b.household(t, "H-013")
	b.Send(kit.BackMsg{})
	if _, line := b.line("trùng mã"); line != "" {
		t.Fatalf("different codes are said to be the same: %q", line)
	}
	b.household(t, "H-012")
	b.Send(kit.BackMsg{})
	if _, line := b.line("trùng mã H-012"); line == "" {
		t.Errorf("nothing about the code:\n%s", b.View())
	}
}

func TestEveryTenthInspectionOfARoundIsToBeVerifiedWhole(t *testing.T) {
	b := visit(t)
	round := tuitest.BeginOn(t, b.env, formOf(t, b.env, model.Round), kit.Begin{})
	var ids []model.RecordID
	for range kit.WholeEvery {
		ids = append(ids, tuitest.BeginOn(t, b.env, tuitest.Form(t, b.env, tuitest.VisitForm), kit.Begin{Parent: round}))
	}
	slices.Sort(ids) // as the ids of the real store stand
	for i, id := range ids {
		b.id = id
		b.show(t)
		b.session().Answer(form.Field{Item: "poor_end"}, "12")
		b.Press("down")
		_, line := b.line("Phiếu thứ 10 của đợt")
		if tenth := i == len(ids)-1; tenth != (line != "") {
			t.Errorf("inspection %d says %q", i+1, line)
		}
	}
	for _, f := range b.session().Verifiable(true) {
		b.session().Verify(f, b.session().Get(f))
	}
	b.Press("down")
	if _, line := b.line("Phiếu thứ 10 của đợt"); line != "" {
		t.Errorf("it is verified, and still says %q", line)
	}
}

func TestTheReviewSaysHowFarTheSecondReadingIs(t *testing.T) {
	b := open(t, "vi")
	if _, line := b.line("Kiểm tra lại:"); line != "" {
		t.Fatalf("nothing was typed, and it says %q", line)
	}
	f := form.Field{Item: "capital", Row: "2024/DA7.TDA1/SN/NSTW", Part: "assigned"}
	b.session().Answer(f, "8.038")
	b.Press("down")
	if _, line := b.line("Kiểm tra lại: 0/1 khoản tiền"); line == "" {
		t.Fatalf("it does not say what is to be verified:\n%s", b.View())
	}
	b.session().Verify(f, b.session().Read(f, "8.083"))
	b.Press("up")
	if _, line := b.line("Kiểm tra lại: 1/1 khoản tiền, 1 đã sửa"); line == "" {
		t.Errorf("it does not say what was verified:\n%s", b.View())
	}
	b.Press("k")
	if open, ok := b.alone.Last().(kit.OpenMsg); !ok || open.Kind != kit.KindVerify || open.ID != b.id || open.Arg != false {
		t.Errorf("k asked for %+v", b.alone.Last())
	}
	b.Press("K")
	if open, ok := b.alone.Last().(kit.OpenMsg); !ok || open.Kind != kit.KindVerify || open.Arg != true {
		t.Errorf("K asked for %+v", b.alone.Last())
	}
}
