package history_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/history"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// bench is the history of an inspection of Xã Cẩm Bình that was completed twice.
type bench struct {
	*tuitest.Driver
	t     *testing.T
	store *tuitest.Store
	env   *kit.Env
	alone *tuitest.Alone
	id    model.RecordID
}

// moment is some minutes into the visit.
func moment(day, hour, minute int) time.Time {
	return time.Date(2024, time.June, day, hour, minute, 0, 0, time.Local)
}

func answer(item, old, now string, cause form.Cause) model.Event {
	said := func(raw string) form.Answer { return form.Answer{Raw: raw, Value: form.Text(raw)} }
	return model.Event{Kind: string(form.Answered), Field: form.Field{Item: item}, Old: said(old), New: said(now), Cause: cause}
}

// events are what happened, oldest first.
func events() []model.Event {
	row := form.Field{Item: "violations", Row: "gone"}
	money := answer("arrears_amount", "", "", form.Typed)
	money.New = form.Answer{Raw: "8,5", Value: form.Int(8_500_000)}
	carried := answer("officers", "", "10", form.Carried)
	carried.New = form.Answer{Raw: "10", Value: form.Int(10), Carried: true}
	note := answer("committee", "", "đang trình ký", form.Typed)
	note.Field.Part = form.Note
	list := []model.Event{
		{Kind: model.EventCreate, At: moment(15, 8, 0)},
		answer("visit_date", "", "2024-06-15", form.Filled),
		answer("committee", "", form.No, form.Typed),
		note,
		carried,
		{Kind: string(form.RowAdded), Field: row, Cause: form.Typed},
		{Kind: string(form.RowRemoved), Field: row, Cause: form.Undone},
		answer("arrears", "", form.Yes, form.Bulk),
		money,
		{Kind: model.EventComplete},
		{Kind: model.EventReopen, Reason: "sai số liệu nợ đọng", By: "binh", At: moment(17, 9, 30)},
		answer("committee", form.No, form.Yes, form.Typed),
		{Kind: model.EventComplete, At: moment(17, 10, 42)},
	}
	at := moment(15, 8, 0)
	for i := range list {
		e := &list[i]
		e.Seq = int64(i + 1)
		if at = at.Add(time.Minute); e.At.IsZero() {
			e.At = at
		}
		at = e.At
		if e.By == "" {
			e.By = "an"
		}
		e.From = "10.0.0.7"
	}
	return list
}

func open(t *testing.T, lang string, width, height int, arg any) *bench {
	t.Helper()
	b := &bench{t: t, store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, lang)
	b.id = tuitest.Begin(t, b.env)
	b.store.Told = map[model.RecordID][]model.Event{b.id: events()}
	b.store.Revised = map[model.RecordID][]model.Revision{b.id: {{N: 1, Seq: 10}, {N: 2, Seq: 13, Reason: "sai số liệu nợ đọng"}}}
	b.show(width, height, arg)
	return b
}

func (b *bench) show(width, height int, arg any) {
	b.alone = tuitest.NewAlone(b.env, history.New(b.env, b.id, arg), width, height)
	b.Driver = tuitest.NewModel(b.t, b.alone, width, height)
}

// lines are those with an event, from the top.
func (b *bench) lines() (list []string) {
	for _, l := range strings.Split(b.View(), "\n")[2:] {
		if strings.Contains(l, ":") && (strings.HasPrefix(l, "   ") || strings.HasPrefix(l, " > ")) {
			list = append(list, l)
		}
	}
	return list
}

func (b *bench) shows(texts ...string) {
	b.t.Helper()
	for _, text := range texts {
		if !strings.Contains(b.View(), text) {
			b.t.Errorf("%q is not shown:\n%s", text, b.View())
		}
	}
}

func TestPictures(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		for _, size := range [][2]int{{60, 15}, {80, 19}, {120, 35}} {
			name := fmt.Sprintf("%s-%dx%d", lang, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				b := open(t, lang, size[0], size[1], nil)
				b.Press("down")
				tuitest.Golden(t, name, b.View())
			})
		}
	}
}

func TestTheNewestStandsOnTopWithItsDay(t *testing.T) {
	b := open(t, "vi", 80, 24, nil)
	lines := b.lines()
	if len(lines) != 13 || !strings.Contains(lines[0], "✓ 17/06/2024 10:42 an   Hoàn thành lần 2") {
		t.Fatalf("%d lines:\n%s", len(lines), b.View())
	}
	if strings.Contains(lines[1], "17/06/2024") || !strings.Contains(lines[3], "15/06/2024") {
		t.Errorf("a day stands before its first line alone:\n%s", b.View())
	}
	b.shows("Lịch sử · Xã Cẩm Bình", "13/13 thay đổi")
}

func TestEveryKindOfEventIsToldInWords(t *testing.T) {
	b := open(t, "vi", 120, 35, nil)
	for name, want := range map[string]string{
		"begun":      "○            08:00 an   Lập phiếu",
		"filled in":  ": 15/06/2024 (tự điền)",
		"a choice":   ": Không",
		"a note":     ", ghi chú: đang trình ký",
		"carried":    ": ≈ 10 (mang sang)",
		"row added":  "dòng đã bỏ: thêm dòng",
		"row undone": "dòng đã bỏ: bỏ dòng (hoàn tác)",
		"in bulk":    ": Có (ghi một lượt)",
		"money":      ": 8,5",
		"completed":  "Hoàn thành lần 1",
		"reopened":   "Mở lại: “sai số liệu nợ đọng”",
		"again":      "Không → Có",
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(b.View(), want) {
				t.Errorf("%q is not shown:\n%s", want, b.View())
			}
		})
	}
}

func TestTheNoteTellsTheEventWhole(t *testing.T) {
	b := open(t, "vi", 60, 20, nil)
	b.Press("down", "down")
	b.shows("Mở lại: “sai số liệu nợ đọng” · binh · 17/06/2024 09:30:00", "từ 10.0.0.7")
	for range 6 {
		b.Press("down")
	}
	b.shows("≈ 10 · mang sang", "chưa xem lại")
}

func TestEnterShowsTheRecordAsItWas(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	for _, key := range []string{"enter", "v"} {
		b.Press(key)
		if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindPast, ID: b.id, Arg: int64(13)}) {
			t.Errorf("%s asked for %v", key, got)
		}
	}
	b.Press("down", "down", "down", "v")
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindPast, ID: b.id, Arg: int64(10)}) {
		t.Errorf("asked for %v", got)
	}
}

func TestOneItemAloneIsShown(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	b.Press("m")
	if b.alone.Said != b.env.Words.History.NoItem {
		t.Errorf("said %q", b.alone.Said)
	}
	b.Press("down", "m")
	b.shows("3/13 thay đổi", "chỉ mục 1.01")
	b.Press("down", "down", "esc")
	b.shows(" 13/13 thay đổi")
	b.Press("esc")
	if b.alone.Last() != (kit.BackMsg{}) {
		t.Errorf("Esc asked for %v", b.alone.Last())
	}
	b.show(80, 19, form.Field{Item: "committee"})
	b.shows(" 3/13 thay đổi")
}

func TestTheMarkerStaysOnTheChangeOfTheItem(t *testing.T) {
	b := open(t, "vi", 80, 24, nil)
	for range 10 {
		b.Press("down")
	}
	b.Press("m", "m")
	marked := ""
	for _, l := range b.lines() {
		if strings.HasPrefix(l, " >") {
			marked = l
		}
	}
	if !strings.Contains(marked, ": Không") {
		t.Errorf("the marker is on %q:\n%s", marked, b.View())
	}
}

func TestTypingFindsChangesWithoutAccents(t *testing.T) {
	for typed, want := range map[string]int{"no dong": 3, "dang trinh ky": 1, "binh": 1, "hoan tac": 1, "17/06/2024": 3, "zzz": 0} {
		b := open(t, "vi", 80, 24, nil)
		b.Press("/")
		b.Type(typed)
		if want == 0 {
			b.shows("Không có thay đổi nào khớp. Bấm Esc để bỏ lọc.")
			continue
		}
		b.shows(fmt.Sprintf("%d/13 thay đổi", want))
		b.Press("esc")
		b.shows(" 13/13 thay đổi")
	}
}

// Once a search is over, however it was left, letters are the history's keys again.
func TestTheHistoryHasItsKeysAgainBehindASearch(t *testing.T) {
	b := open(t, "vi", 80, 24, nil)
	past := func(key string, seq int64) {
		t.Helper()
		b.Press(key)
		if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindPast, ID: b.id, Arg: seq}) {
			t.Errorf("%s asked for %+v, want the record at %d:\n%s", key, got, seq, b.View())
		}
	}
	b.Press("/")
	b.Type("no dong v")
	if b.alone.Last() != nil {
		t.Errorf("while it is typed a letter asked for %+v", b.alone.Last())
	}
	b.Press("backspace", "backspace", "tab", "down")
	b.shows(" 3/13 thay đổi")
	past("v", 9)
	b.Send(kit.BackMsg{})
	b.Press("m")
	b.shows(" 1/13 thay đổi")
	b.Press("m", "/")
	b.Type(" sai so")
	past("enter", 11)
	b.Send(kit.BackMsg{})
	past("v", 11)
	b.Send(kit.BackMsg{})
	b.Press("esc")
	b.shows(" 13/13 thay đổi")
	past("v", 13)
}

// Esc in a search where nothing was typed also showed the other items again.
func TestEscInASearchLeavesOnlyTheSearch(t *testing.T) {
	b := open(t, "vi", 80, 24, nil)
	b.Press("down", "m")
	b.shows(" 3/13 thay đổi")
	b.Press("/", "esc")
	b.shows(" 3/13 thay đổi")
	b.Press("/")
	b.Type("trinh ky")
	b.shows(" 1/13 thay đổi")
	b.Press("esc")
	b.shows(" 3/13 thay đổi")
	b.Press("esc")
	b.shows(" 13/13 thay đổi")
	b.Press("esc")
	if b.alone.Last() != (kit.BackMsg{}) {
		t.Errorf("Esc asked for %+v", b.alone.Last())
	}
}

// What happened on a former form is told in that form's words.
func TestAFormerFormTellsWhatHappenedOnIt(t *testing.T) {
	b := open(t, "vi", 80, 24, nil)
	list := append(events(), model.Event{Kind: model.EventMove, Seq: 14, At: moment(18, 8, 0), By: "an", Reason: "mẫu mới",
		Old: form.Answer{Raw: "2022-07-15"}, New: form.Answer{Raw: "2026-11-25"}})
	b.store.Told[b.id] = list
	store := &moved{Store: b.store}
	store.now = tuitest.Form(t, b.env, newForm)
	b.env.Store = store
	b.show(80, 24, nil)
	b.shows("Chuyển từ mẫu 2022-07-15 sang mẫu 2026-11-25, lý do: “mẫu mới”", "Không → Có", "Lịch sử · Xã Cẩm Bình")
	b.Press("down", "down")
	b.shows("1.01")
}

const newForm = `
id: inspection
version: "2026-11-25"
title: {vi: "Phiếu", en: "Form"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "I"
sections:
  - name: header
    code: V
    title: {vi: "Chung", en: "General"}
    short: {vi: "Chung", en: "General"}
    items:
      - name: visit_date
        code: V.04
        type: date
        label: {vi: "Ngày", en: "Day"}
        basis: "I"
`

// moved is a store whose record is on another form now.
type moved struct {
	*tuitest.Store
	now *form.Definition
}

func (m *moved) Record(ctx context.Context, id model.RecordID) (*model.Opened, error) {
	op, err := m.Store.Record(ctx, id)
	op.Form = m.now
	return op, err
}

func TestAFailedReadingSaysWhyAndCanBeRepeated(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	good := b.id
	b.id = "none"
	b.show(80, 19, nil)
	b.shows("Bấm F5 để đọc lại.")
	b.id = good
}

func TestASaveIsSeenAtOnce(t *testing.T) {
	b := open(t, "vi", 80, 19, nil)
	b.Press("down")
	b.store.Told[b.id] = append(b.store.Told[b.id], model.Event{Seq: 14, Kind: model.EventReopen, Reason: "thêm", By: "an", At: moment(19, 8, 0)})
	b.Send(kit.SavedMsg{ID: b.id})
	b.shows("14/14 thay đổi", "Mở lại: “thêm”")
	if l := b.lines()[2]; !strings.HasPrefix(l, " >") {
		t.Errorf("the marker left its event:\n%s", b.View())
	}
}
