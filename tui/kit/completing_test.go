package kit_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// found begins a visit with one shortcoming and puts it on the desk.
func (o *office) found() (id model.RecordID, row form.Row) {
	o.t.Helper()
	id = o.begin(kit.Begin{Round: "Đợt 1/2024"})
	row = o.shortcoming(o.open(id), "Chưa niêm yết danh sách")
	return id, row
}

func (o *office) shortcoming(d *kit.Draft, what string) form.Row {
	o.t.Helper()
	row := d.Session.AddFilledRow("shortcomings", map[string]string{"shortcoming": what, "area": "3", "item_code": "A3.06", "owner": "UBND xã", "deadline": "30/09/2024"})
	if row == "" {
		o.t.Fatal("the table takes no row")
	}
	return row
}

func (o *office) close(id model.RecordID) kit.CompletedMsg {
	o.t.Helper()
	msg := o.complete(id)
	if msg.Err != nil {
		o.t.Fatal(msg.Err)
	}
	return msg
}

func cell(table string, row form.Row, col string) form.Field {
	return form.Field{Item: table, Row: row, Part: col}
}

func TestCompletingBeginsARecordForEachFinding(t *testing.T) {
	o := newOffice(t)
	visit, row := o.found()
	msg := o.close(visit)
	if msg.Begun[model.Finding] != 1 || len(msg.Changed) != 0 {
		t.Errorf("it told of %v begun and %v changed", msg.Begun, msg.Changed)
	}
	list := o.all(model.Finding)
	if len(list) != 1 {
		t.Fatalf("%d findings were begun", len(list))
	}
	f := list[0]
	if f.Parent != visit || f.UnitName != "Xã Cẩm Bình" || f.Round != "Đợt 1/2024" || f.Programme != "GNBV-2021-2025" || f.Status != model.Draft {
		t.Errorf("the finding is %+v", f)
	}
	h := f.Head
	if h.Title != "Chưa niêm yết danh sách" || h.Area != 3 || h.Item != "A3.06" || h.State != "open" || h.Due != on(2024, 9, 30) || h.Settled || h.Responsible != "UBND xã" {
		t.Errorf("lists show it as %+v", h)
	}
	op, err := o.store.Record(t.Context(), f.ID)
	if err != nil {
		t.Fatal(err)
	}
	if from := op.Record.Origin; from.Item != "shortcomings" || from.Row != row {
		t.Errorf("it came from %s, want the row %s", from, row)
	}
	if got := o.stored(f.ID, "found_on"); got != "15/06/2024" {
		t.Errorf("it was found on %q", got)
	}
}

func TestCompletingAgainBringsWhatIsFollowedUpToDate(t *testing.T) {
	o := newOffice(t)
	visit, row := o.found()
	o.close(visit)
	finding := o.all(model.Finding)[0].ID
	o.answer(finding, map[string]string{"state": "in_progress", "report_number": "96/BC-UBND"})

	d := o.reopen(visit)
	d.Session.Answer(cell("shortcomings", row, "shortcoming"), "Chưa niêm yết danh sách hộ")
	d.Session.Answer(cell("shortcomings", row, "owner"), "")
	o.shortcoming(d, "Chưa có quy chế")
	msg := o.close(visit)
	if msg.Begun[model.Finding] != 1 || msg.Changed[model.Finding] != 1 {
		t.Errorf("it told of %v begun and %v changed", msg.Begun, msg.Changed)
	}
	if list := o.all(model.Finding); len(list) != 2 || list[1].Head.Title != "Chưa có quy chế" {
		t.Errorf("the findings are %+v", list)
	}
	for item, want := range map[string]string{"what": "Chưa niêm yết danh sách hộ", "responsible": "", "state": "in_progress", "report_number": "96/BC-UBND"} {
		if got := o.stored(finding, item); got != want {
			t.Errorf("%s is %q, want %q", item, got, want)
		}
	}
	o.reopen(visit)
	if msg := o.close(visit); len(msg.Begun) != 0 || len(msg.Changed) != 0 {
		t.Errorf("nothing was changed, and it told of %v begun and %v changed", msg.Begun, msg.Changed)
	}
}

// A finding lives on after the minutes: who answers for it may change, and it may
// be settled by another visit. Putting right a word of the minutes undoes none of it.
func TestCompletingAgainLeavesAloneWhatHasHappenedMeanwhile(t *testing.T) {
	o := newOffice(t)
	first, row := o.found()
	o.close(first)
	finding := o.all(model.Finding)[0].ID
	second := o.begin(kit.Begin{Unit: o.unit("18685", on(2024, 9, 1)), Day: on(2024, 9, 1)})
	d := o.open(second)
	answered := d.Session.Rows("former_findings")[0].ID
	d.Session.Answer(cell("former_findings", answered, "now"), "in_progress")
	o.close(second)
	o.answer(finding, map[string]string{"responsible": "Phòng Kinh tế", "state": "verified"})

	d = o.reopen(first)
	d.Session.Answer(cell("shortcomings", row, "shortcoming"), "Chưa niêm yết danh sách hộ")
	o.close(first)
	d = o.reopen(second)
	d.Session.Answer(cell("former_findings", answered, "checked_by"), "Nguyễn Văn An")
	o.close(second)
	for item, want := range map[string]string{"what": "Chưa niêm yết danh sách hộ", "responsible": "Phòng Kinh tế", "state": "verified", "rechecked_by": "Nguyễn Văn An"} {
		if got := o.stored(finding, item); got != want {
			t.Errorf("%s is %q, want %q", item, got, want)
		}
	}
}

// second begins a visit of the same unit on a later day and answers, about the one
// former finding, what it is now.
func (o *office) second(day vn.Date, texts map[string]string) (id model.RecordID, row form.Row) {
	o.t.Helper()
	id = o.begin(kit.Begin{Unit: o.unit("18685", day), Day: day})
	d := o.open(id)
	row = d.Session.Rows("former_findings")[0].ID
	for col, text := range texts {
		if !d.Session.Answer(cell("former_findings", row, col), text) {
			o.t.Fatalf("%s takes no %q", col, text)
		}
	}
	o.run(d.Commit(model.Place{}))
	return id, row
}

func (o *office) wants(id model.RecordID, texts map[string]string) {
	o.t.Helper()
	for item, want := range texts {
		if got := o.stored(id, item); got != want {
			o.t.Errorf("%s is %q, want %q", item, got, want)
		}
	}
}

func TestACorrectionLeavesAloneWhatWasChangedInTheFinding(t *testing.T) {
	o := newOffice(t)
	visit, row := o.found()
	o.close(visit)
	finding := o.all(model.Finding)[0].ID
	o.answer(finding, map[string]string{"responsible": "Phòng Kinh tế"})

	d := o.reopen(visit)
	d.Session.Answer(cell("shortcomings", row, "owner"), "UBND xã Cẩm Bình")
	d.Session.Answer(cell("shortcomings", row, "deadline"), "31/10/2024")
	o.close(visit)
	o.wants(finding, map[string]string{"responsible": "Phòng Kinh tế", "due_first": "31/10/2024"})
}

func TestWhatAVisitDoesNotSayOfAFormerFindingStays(t *testing.T) {
	o := newOffice(t)
	o.visit.Item("former_findings").Table.Settles.Fill["due_first"] = "former_due"
	first, _ := o.found()
	o.close(first)
	finding := o.all(model.Finding)[0].ID
	second, _ := o.second(on(2024, 9, 1), map[string]string{"now": "reported"})
	o.answer(finding, map[string]string{"rechecked_by": "Trần Thị Bình", "due_first": "31/12/2024"})
	o.close(second)
	o.wants(finding, map[string]string{"state": "reported", "rechecked_by": "Trần Thị Bình", "due_first": "31/12/2024", "rechecked_on": "01/09/2024"})
}

func TestAFigureThatAVisitPutsRightGoesIntoTheFinding(t *testing.T) {
	for name, deadline := range map[string]string{"another one": "30/09/2024", "none before": ""} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			table := o.visit.Item("former_findings").Table
			table.Settles.Fill["due_first"], table.Column("former_due").Readonly = "former_due", false
			first, row := o.found()
			o.open(first).Session.Answer(cell("shortcomings", row, "deadline"), deadline)
			o.close(first)
			second, _ := o.second(on(2024, 9, 1), map[string]string{"now": "reported", "former_due": "15/11/2024"})
			o.close(second)
			o.wants(o.all(model.Finding)[0].ID, map[string]string{"due_first": "15/11/2024"})
		})
	}
}

func TestAnEarlierVisitThatIsCompletedLateChangesNothing(t *testing.T) {
	o := newOffice(t)
	first, _ := o.found()
	o.close(first)
	finding := o.all(model.Finding)[0].ID
	second, _ := o.second(on(2024, 9, 1), map[string]string{"now": "in_progress", "checked_by": "Nguyễn Văn An"})
	third, _ := o.second(on(2024, 10, 1), map[string]string{"now": "verified", "checked_by": "Trần Thị Bình"})
	o.close(third)
	if msg := o.close(second); len(msg.Changed) != 0 {
		t.Errorf("%v changed", msg.Changed)
	}
	o.wants(finding, map[string]string{"state": "verified", "rechecked_by": "Trần Thị Bình", "rechecked_on": "01/10/2024"})
}

func TestAFollowedRecordThatIsElsewhereDoesNotKeepTheVisitOpen(t *testing.T) {
	o := newOffice(t)
	first, _ := o.found()
	o.close(first)
	second, row := o.second(on(2024, 9, 1), map[string]string{"now": "reported"})
	d := o.open(second)
	d.Session.AnswerAll([]form.FieldText{{Field: cell("former_findings", row, "followed"), Raw: "elsewhere"}}, form.Filled)
	if msg := o.close(second); len(msg.Changed) != 0 {
		t.Errorf("%v changed", msg.Changed)
	}
}

func TestAFindingThatAPersonWithdrewStaysWithdrawn(t *testing.T) {
	o := newOffice(t)
	visit, row := o.found()
	o.close(visit)
	finding := o.all(model.Finding)[0].ID
	o.answer(finding, map[string]string{"state": "withdrawn"})
	d := o.reopen(visit)
	d.Session.Answer(cell("shortcomings", row, "shortcoming"), "Chưa niêm yết danh sách hộ")
	o.close(visit)
	o.wants(finding, map[string]string{"state": "withdrawn", "what": "Chưa niêm yết danh sách hộ"})
}

func TestAFindingThatIsFollowedUpAllTheSameIsWithdrawnOnce(t *testing.T) {
	o := newOffice(t)
	visit, row := o.found()
	o.close(visit)
	finding := o.all(model.Finding)[0].ID
	o.reopen(visit).Session.RemoveRow("shortcomings", row)
	o.close(visit)
	o.wants(finding, map[string]string{"state": "withdrawn"})
	o.answer(finding, map[string]string{"state": "in_progress"})
	o.reopen(visit)
	o.close(visit)
	o.wants(finding, map[string]string{"state": "in_progress"})
}

func TestAFindingComesBackAsItWas(t *testing.T) {
	o := newOffice(t)
	visit, row := o.found()
	o.close(visit)
	finding := o.all(model.Finding)[0].ID
	f := o.open(finding)
	f.Session.Answer(form.Field{Item: "state"}, "reported")
	f.Session.Answer(form.Field{Item: "state", Part: form.Note}, "Chờ đối chiếu")
	f.Session.Answer(form.Field{Item: "responsible"}, "Phòng Kinh tế")
	o.run(f.Commit(model.Place{}))
	o.env.Desk.Close(finding)

	d := o.reopen(visit)
	d.Session.RemoveRow("shortcomings", row)
	if msg := d.Complete()().(kit.CompletedMsg); msg.Err != nil {
		t.Fatal(msg.Err)
	}
	o.wants(finding, map[string]string{"state": "withdrawn"})
	if err := o.store.Reopen(t.Context(), visit, "sửa"); err != nil {
		t.Fatal(err)
	}
	for len(d.Session.Rows("shortcomings")) == 0 || d.Session.Get(cell("shortcomings", row, "shortcoming")).IsZero() {
		if _, ok := d.Session.Undo(); !ok {
			t.Fatal("undo does not bring the row back")
		}
	}
	if msg := d.Complete()().(kit.CompletedMsg); msg.Err != nil {
		t.Fatal(msg.Err)
	}
	o.wants(finding, map[string]string{"state": "reported", "responsible": "Phòng Kinh tế"})
	if note := o.store.Answer(finding, form.Field{Item: "state", Part: form.Note}).Raw; !strings.HasPrefix(note, "Chờ đối chiếu.") {
		t.Errorf("the note is %q", note)
	}
}

func TestAFindingWhoseRowIsGoneIsWithdrawnAndComesBackWithIt(t *testing.T) {
	o := newOffice(t)
	visit, row := o.found()
	o.close(visit)
	finding := o.all(model.Finding)[0].ID

	d := o.reopen(visit)
	d.Session.RemoveRow("shortcomings", row)
	if msg := d.Complete()().(kit.CompletedMsg); msg.Err != nil || msg.Changed[model.Finding] != 1 {
		t.Fatalf("%v changed, %v", msg.Changed, msg.Err)
	}
	if f := o.all(model.Finding)[0]; f.Head.State != "withdrawn" || !f.Head.Settled {
		t.Errorf("the finding without a row is %+v", f.Head)
	}
	if o.store.Answer(finding, form.Field{Item: "state", Part: form.Note}).Raw == "" {
		t.Error("it does not say why it was withdrawn")
	}

	if err := o.store.Reopen(t.Context(), visit, "sửa"); err != nil {
		t.Fatal(err)
	}
	for len(d.Session.Rows("shortcomings")) == 0 || d.Session.Get(cell("shortcomings", row, "shortcoming")).IsZero() {
		if _, ok := d.Session.Undo(); !ok {
			t.Fatal("undo does not bring the row back")
		}
	}
	if msg := d.Complete()().(kit.CompletedMsg); msg.Err != nil {
		t.Fatal(msg.Err)
	}
	if list := o.all(model.Finding); len(list) != 1 || list[0].Head.State != "open" || list[0].Head.Settled {
		t.Errorf("with its row back, the finding is %+v", list)
	}
}

func TestWhatWasAnsweredAboutAFormerFindingGoesIntoIt(t *testing.T) {
	o := newOffice(t)
	first, _ := o.found()
	o.close(first)
	finding := o.all(model.Finding)[0].ID

	day := on(2025, 8, 1) // the unit is part of a new one by then
	second := o.begin(kit.Begin{Unit: o.unit("18685", day), Day: day})
	d := o.open(second)
	rows := d.Session.Rows("former_findings")
	if len(rows) != 1 {
		t.Fatalf("%d former findings are asked about", len(rows))
	}
	row := rows[0].ID
	for col, want := range map[string]string{"followed": string(finding), "former_what": "Chưa niêm yết danh sách", "former_due": "30/09/2024", "former_unit": "Xã Cẩm Bình"} {
		if got := d.Session.Get(cell("former_findings", row, col)).Raw; got != want {
			t.Errorf("%s is %q, want %q", col, got, want)
		}
	}
	d.Session.Answer(cell("former_findings", row, "now"), "verified")
	d.Session.Answer(cell("former_findings", row, "conclusion"), "verified")
	d.Session.Answer(cell("former_findings", row, "checked_by"), "Nguyễn Văn An")
	msg := o.close(second)
	if msg.Changed[model.Finding] != 1 || len(msg.Begun) != 0 {
		t.Errorf("it told of %v begun and %v changed", msg.Begun, msg.Changed)
	}
	for item, want := range map[string]string{"state": "verified", "recheck": "verified", "rechecked_on": "01/08/2025", "rechecked_by": "Nguyễn Văn An"} {
		if got := o.stored(finding, item); got != want {
			t.Errorf("%s is %q, want %q", item, got, want)
		}
	}
	if f := o.all(model.Finding)[0]; !f.Head.Settled {
		t.Errorf("the finding is still open: %+v", f.Head)
	}
	third := o.begin(kit.Begin{Unit: o.unit("18685", on(2025, 9, 1)), Day: on(2025, 9, 1)})
	if n := len(o.open(third).Session.Rows("former_findings")); n != 0 {
		t.Errorf("%d settled findings are asked about again", n)
	}
}

// broken is a store that cannot look for what belongs to a record.
type broken struct{ *tuitest.Store }

func (b broken) Records(ctx context.Context, q model.Query) ([]model.Summary, int, error) {
	if len(q.Kinds) > 1 && q.Parent != "" {
		return nil, 0, model.ErrBusy
	}
	return b.Store.Records(ctx, q)
}

func TestWhatFailsInTheMiddleOfCompletingLosesNothing(t *testing.T) {
	o := newOffice(t)
	whole := o.env.Desk
	for name, fail := range map[string]func(on bool){
		"while reading": func(on bool) {
			o.env.Desk = whole
			if on {
				o.env.Desk = kit.NewDesk(broken{o.store}, o.env.Catalog, o.env.Forms, func() form.Row { return "row" })
			}
		},
		"while writing": func(on bool) {
			o.store.Fail = nil
			if on {
				o.store.Fail = model.ErrNoSpace
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			before := len(o.all(model.Finding))
			visit := o.begin(kit.Begin{})
			fail(true)
			d := o.open(visit)
			o.shortcoming(d, "Chưa niêm yết danh sách")
			msg := d.Complete()().(kit.CompletedMsg)
			if msg.Err == nil || d.Closed() || d.Owes() != (name == "while writing") || len(o.all(model.Finding)) != before {
				t.Fatalf("%v; closed %v, owes %v", msg.Err, d.Closed(), d.Owes())
			}
			fail(false)
			if msg := o.close(visit); msg.Begun[model.Finding] != 1 || o.store.Status(visit) != model.Completed {
				t.Errorf("completed at last with %v", msg.Begun)
			}
		})
	}
}

// hasty is a store in which somebody else changes a followed record just before
// it is written, so many times.
type hasty struct {
	*tuitest.Store
	times int
}

func (h *hasty) Complete(ctx context.Context, c model.Completion) (model.Saved, error) {
	if h.times--; h.times >= 0 {
		return model.Saved{}, fmt.Errorf("bring up to date: %w", model.ErrConflict)
	}
	return h.Store.Complete(ctx, c)
}

func TestWhatIsChangedMeanwhileIsReadAgain(t *testing.T) {
	for times, want := range map[int]error{1: nil, 99: model.ErrBusy} {
		o := newOffice(t)
		o.env.Desk = kit.NewDesk(&hasty{o.store, times}, o.env.Catalog, o.env.Forms, func() form.Row { return "row" })
		visit, _ := o.found()
		d := o.open(visit)
		if msg := d.Complete()().(kit.CompletedMsg); !errors.Is(msg.Err, want) {
			t.Errorf("%d times changed meanwhile, completing says %v, want %v", times, msg.Err, want)
		}
		if d.Owes() {
			t.Errorf("%d times changed meanwhile, something is owed", times)
		}
	}
}

// A team splits the areas: whoever completes must have seen what the others wrote.
func TestWhatSomebodyElseWroteIsSeenBeforeCompleting(t *testing.T) {
	for name, change := range map[string]func(s *form.Session, row form.Row){
		"an answer": func(s *form.Session, _ form.Row) { s.Answer(form.Field{Item: "poor_end"}, "31") },
		"a row": func(s *form.Session, _ form.Row) {
			s.AddFilledRow("shortcomings", map[string]string{"shortcoming": "Chưa có quy chế", "owner": "UBND xã"})
		},
		"a row that is gone": func(s *form.Session, row form.Row) { s.RemoveRow("shortcomings", row) },
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			visit, row := o.found()
			mine := o.open(visit)
			o.run(mine.Commit(model.Place{}))
			rows := 0
			newRow := func() form.Row { rows++; return form.Row(fmt.Sprintf("theirs-%d", rows)) }
			theirs := office{t: t, store: o.store, visit: o.visit, env: tuitest.NewEnv(t, o.store, "vi")}
			theirs.env.Desk = kit.NewDesk(o.store, theirs.env.Catalog, theirs.env.Forms, newRow)
			d := theirs.open(visit)
			change(d.Session, row)
			theirs.run(d.Commit(model.Place{}))
			if d.Owes() || !mine.Session.Answer(form.Field{Item: "poor_start"}, "42") {
				t.Fatal("nothing was changed")
			}
			if msg := mine.Complete()().(kit.CompletedMsg); !errors.Is(msg.Err, model.ErrUnseen) || o.store.Status(visit) != model.Draft {
				t.Errorf("completing says %v, and the visit is %s", msg.Err, o.store.Status(visit))
			}
			if mine.Owes() || len(o.all(model.Finding)) != 0 {
				t.Errorf("something is owed: %v; %d findings were begun", mine.Owes(), len(o.all(model.Finding)))
			}
			o.env.Desk.Close(visit)
			o.close(visit)
		})
	}
}

func TestARowWithoutAFormToFollowItUpKeepsTheVisitOpen(t *testing.T) {
	o := newOffice(t)
	o.visit.Item("shortcomings").Table.Opens.Form = "nowhere"
	visit, _ := o.found()
	msg := o.open(visit).Complete()().(kit.CompletedMsg)
	if !errors.Is(msg.Err, form.ErrNoForm) || o.store.Status(visit) != model.Draft {
		t.Errorf("%v, and the visit is %s", msg.Err, o.store.Status(visit))
	}
}
