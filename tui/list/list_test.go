package list_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/list"
	"giamsat/tui/tuitest"
)

// shelf is a store with inspections made up as they are asked for.
type shelf struct {
	*tuitest.Store
	mu      sync.Mutex
	total   int
	fail    error
	queries []model.Query
	changed int // place of the one that was changed last, and so stands first
}

// at is the inspection at a place of the list.
func (s *shelf) at(i int) model.Summary {
	switch {
	case i == 0:
		return summary(s.changed)
	case i <= s.changed:
		return summary(i - 1)
	}
	return summary(i)
}

func (s *shelf) Records(_ context.Context, q model.Query) ([]model.Summary, int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queries = append(s.queries, q)
	if s.fail != nil {
		return nil, 0, s.fail
	}
	var found []model.Summary
	total := 0
	if q.Text == "" {
		total = s.total
		for i := q.Offset; i < min(q.Offset+q.Limit, s.total); i++ {
			found = append(found, s.at(i))
		}
		return found, total, nil
	}
	for i := range min(s.total, 1000) {
		row := summary(i)
		if !vn.Match(vn.Fold(row.UnitName+" "+row.Round), q.Text) {
			continue
		}
		if total >= q.Offset && len(found) < q.Limit {
			found = append(found, row)
		}
		total++
	}
	return found, total, nil
}

func summary(i int) model.Summary {
	units := []string{"Phường Thành Sen", "Xã Cẩm Xuyên", "Xã Kỳ Hoa", "Xã Hương Đô"}
	s := model.Summary{ID: model.RecordID(fmt.Sprintf("id-%d", i)), UnitName: units[i%len(units)], UnitPath: "tỉnh Hà Tĩnh",
		Day: vn.Date{Year: 2024, Month: 6, Day: 1 + i%28}, Round: fmt.Sprintf("%d/2024", i), Status: model.Draft, ChangedBy: "an",
		ChangedAt: time.Date(2024, 6, 20, 10, 42, 0, 0, time.Local).Add(-time.Duration(i) * 9 * time.Hour),
		Progress: []form.Progress{{Section: "header", Answered: 9, Items: 9}, {Section: "documents_area", Answered: 18, Items: 18},
			{Section: "progress_area", Answered: 7, Items: 9, Missing: 1, Stops: 1}, {Section: "capital_area", Answered: 4, Items: 12, Missing: 3},
			{Section: "compliance_area", Items: 14, Missing: 9}, {Section: "reporting_area"}}}
	if i%4 == 3 {
		s.Status = model.Completed
	}
	return s
}

type bench struct {
	*tuitest.Driver
	t     *testing.T
	shelf *shelf
	alone *tuitest.Alone
}

func shown(t *testing.T, total int, fail error) *bench {
	t.Helper()
	s := &shelf{Store: tuitest.NewStore(), total: total, fail: fail}
	env := tuitest.NewEnv(t, s, "vi")
	b := &bench{t: t, shelf: s}
	b.alone = tuitest.NewAlone(env, list.New(env, "", nil), 80, 19)
	b.Driver = tuitest.NewModel(t, b.alone, 80, 19)
	return b
}

// marked is the row that has the marker.
func (b *bench) marked() string {
	b.t.Helper()
	for _, l := range strings.Split(b.View(), "\n") {
		if strings.HasPrefix(l, " >") {
			return l
		}
	}
	b.t.Fatalf("no row has the marker:\n%s", b.View())
	return ""
}

func (b *bench) marks(text string) {
	b.t.Helper()
	if !strings.Contains(b.marked(), text) {
		b.t.Errorf("the marker is on %q, want %q", b.marked(), text)
	}
}

func (b *bench) shows(text string) {
	b.t.Helper()
	if !strings.Contains(b.View(), text) {
		b.t.Errorf("%q is not shown:\n%s", text, b.View())
	}
}

// begins wants that a record was asked for.
func (b *bench) begins(want kit.Begin) {
	b.t.Helper()
	open, ok := b.alone.Last().(kit.OpenMsg)
	got, is := open.Arg.(*kit.Begin)
	if !ok || !is || open.Kind != kit.KindNew || got.Kind != want.Kind || got.Parent != want.Parent {
		b.t.Errorf("asked for %+v, want a new %+v", b.alone.Last(), want)
	}
}

func TestARowTellsStatusAreasAndProblems(t *testing.T) {
	b := shown(t, 4, nil)
	want := "> ● Đang nhập   Phường Thành Sen        01/06/2024     ✓ 77!  33   0   -   !14"
	if got := strings.TrimSpace(b.marked()); got != want {
		t.Errorf("the row is\n%s, want\n%s", got, want)
	}
	b.shows("✓ Hoàn thành  Xã Hương Đô")
	b.shows("Phường Thành Sen · tỉnh Hà Tĩnh · đợt 0/2024 · an 10:42")
}

func TestAnEmptyListSaysWhatToDo(t *testing.T) {
	shown(t, 0, nil).shows("Chưa có phiếu nào. Bấm n để lập.")
}

func TestEnterOpensTheInspectionUnderTheMarker(t *testing.T) {
	b := shown(t, 100, nil)
	b.Press("down", "down", "enter")
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindFill, ID: "id-2"}) {
		t.Errorf("asked for %v", got)
	}
	b.Press("r")
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindReview, ID: "id-2"}) {
		t.Errorf("asked for %v", got)
	}
	b.Press("n")
	b.begins(kit.Begin{Kind: model.Inspection})
}

func TestTheUnitOfAnInspectionIsOneKeyAway(t *testing.T) {
	b := shown(t, 10, nil)
	b.Press("v")
	if got, ok := b.alone.Last().(kit.OpenMsg); !ok || got.Kind != kit.KindUnit || got.Arg == nil {
		t.Errorf("asked for %+v", b.alone.Last())
	}
	b = shown(t, 0, nil)
	b.Press("v")
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindUnit}) {
		t.Errorf("asked for %+v", got)
	}
}

func TestAHundredThousandRowsAreReadAsTheyComeIntoSight(t *testing.T) {
	b := shown(t, 100_000, nil)
	b.marks("01/06/2024")
	b.Press("end")
	b.marks(summary(99_999).UnitName)
	b.shows("đợt 99999/2024")
	b.Press("pgup", "home", "pgdown", "down")
	b.shows("đợt 18/2024")
	read := 0
	for _, q := range b.shelf.queries {
		if q.Limit <= 0 || q.Limit > 100 {
			t.Errorf("a page of %d was asked for", q.Limit)
		}
		read += q.Limit
	}
	if read > 600 {
		t.Errorf("%d rows were read for a few windows", read)
	}
}

func TestTypingFiltersWithoutAccentsInAnyOrder(t *testing.T) {
	b := shown(t, 200, nil)
	b.Press("/")
	b.Type("xuyen cam")
	b.shows("50/200 phiếu")
	b.marks("Xã Cẩm Xuyên")
	b.Press("down", "enter")
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindFill, ID: "id-5"}) {
		t.Errorf("asked for %v", got)
	}
	b.Type(" xyz")
	b.shows("Không có phiếu nào khớp “xuyen cam xyz”.")
	b.Press("esc")
	b.shows("200/200 phiếu")
	b.Press("n")
	b.begins(kit.Begin{Kind: model.Inspection}) // after Esc letters are commands again
}

func TestALetterWithinTheFilterIsNoCommand(t *testing.T) {
	b := shown(t, 10, nil)
	b.Press("/")
	b.Type("nrm/d")
	if b.alone.Last() != nil {
		t.Errorf("asked for %v", b.alone.Last())
	}
	b.shows("Tìm nrm/d")
	if x, y, ok := b.Cursor(); !ok || x != len(" Tìm nrm/d")-1 || y != 1 {
		t.Errorf("the cursor is at %d,%d (%v)", x, y, ok)
	}
}

func TestAReplyToAnOlderQuestionIsDropped(t *testing.T) {
	s := &shelf{Store: tuitest.NewStore(), total: 200}
	env := tuitest.NewEnv(t, s, "vi")
	screen := list.New(env, "", nil)
	screen.SetSize(80, 19)
	send := func(msg tea.Msg) []tea.Msg { return replies(screen.Update(msg)) }
	for _, msg := range replies(screen.Init()) {
		send(msg)
	}
	key := func(text string) tea.KeyPressMsg {
		return tea.KeyPressMsg{Code: []rune(text)[0], Text: text}
	}
	send(key("/"))
	first := send(key("k"))  // answers with the units that have a k
	second := send(key("y")) // … with "ky"
	for _, msg := range append(second, first...) {
		send(msg)
	}
	if body := screen.View().Body; strings.Contains(body, "Cẩm Xuyên") || !strings.Contains(body, "Xã Kỳ Hoa") || !strings.Contains(body, "50/200") {
		t.Errorf("the reply to the older question won:\n%s", body)
	}
}

// A list that is opened over another one asks questions of its own: its replies
// stood in the list below.
func TestAListDoesNotTakeTheRepliesOfAnother(t *testing.T) {
	below := &shelf{Store: tuitest.NewStore(), total: 200}
	env := tuitest.NewEnv(t, below, "vi")
	screen := list.New(env, "", nil)
	screen.SetSize(80, 19)
	for _, msg := range replies(screen.Init()) {
		screen.Update(msg)
	}
	before := screen.View().Body
	env.Store = &shelf{Store: tuitest.NewStore(), total: 3}
	over := list.New(env, "", &kit.Listing{Title: "khác"})
	over.SetSize(80, 19)
	for _, msg := range replies(over.Init()) {
		screen.Update(msg)
		over.Update(msg)
	}
	if body := screen.View().Body; body != before {
		t.Errorf("the list below shows what was read for the other:\n%s", body)
	}
}

// replies runs a command and returns what it and its parts return.
func replies(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	switch msg := cmd().(type) {
	case nil:
		return nil
	case tea.BatchMsg:
		var all []tea.Msg
		for _, c := range msg {
			all = append(all, replies(c)...)
		}
		return all
	default:
		return []tea.Msg{msg}
	}
}

func TestAFailedReadingSaysWhyAndCanBeRepeated(t *testing.T) {
	b := shown(t, 10, errors.Join(model.ErrBusy, errors.New("details for the log")))
	b.shows("Cơ sở dữ liệu đang bận")
	b.shows("Bấm F5 để đọc lại.")
	b.shelf.fail = nil
	b.Press("f5")
	b.marks("Phường Thành Sen")
}

func TestAFailureLaterKeepsWhatWasRead(t *testing.T) {
	b := shown(t, 10, nil)
	b.shelf.fail = model.ErrBusy
	b.Press("f5")
	b.marks("Phường Thành Sen")
	if !strings.Contains(b.alone.Said, "đang bận") {
		t.Errorf("said %q", b.alone.Said)
	}
}

func TestComingBackReadsTheListAgainAndKeepsThePlace(t *testing.T) {
	b := shown(t, 200, nil)
	b.Press("pgdown", "pgdown")
	before, asked := b.marked(), len(b.shelf.queries)
	b.Send(kit.BackMsg{})
	if len(b.shelf.queries) == asked {
		t.Error("the list was not read again")
	}
	if b.marked() != before {
		t.Errorf("the marker went from %q to %q", before, b.marked())
	}
}

func TestReopeningAsksForAReasonAndOnlyOfACompletedOne(t *testing.T) {
	b := shown(t, 8, nil)
	b.Press("m")
	if b.alone.Last() != nil || b.alone.Said == "" {
		t.Errorf("a draft is reopened: asked for %v, said %q", b.alone.Last(), b.alone.Said)
	}
	b.Press("down", "down", "down", "m")
	open, ok := b.alone.Last().(kit.OpenMsg)
	ask, isAsk := open.Arg.(*kit.Ask)
	if !ok || !isAsk || !ask.Required {
		t.Fatalf("asked for %v, want a question that requires an answer", b.alone.Last())
	}
	b.shelf.Store.Fail = model.ErrBusy
	b.Send(kit.AnsweredMsg{Tag: ask.Tag, Text: "số liệu sai"})
	if !strings.Contains(b.alone.Said, "đang bận") {
		t.Errorf("said %q", b.alone.Said)
	}
}

// Whoever changes an inspection moves it to the top of the list; the next Enter
// opened another one.
func TestTheMarkerStaysOnTheInspectionThatWasOpen(t *testing.T) {
	b := shown(t, 200, nil)
	b.Press("down", "down", "down", "enter")
	opened, ok := b.alone.Last().(kit.OpenMsg)
	if !ok || opened.ID != "id-3" {
		t.Fatalf("opened %+v", b.alone.Last())
	}
	b.shelf.changed = 3
	b.Send(kit.BackMsg{})
	b.Press("enter")
	if again := b.alone.Last().(kit.OpenMsg); again.ID != opened.ID {
		t.Errorf("Enter opens %s, %s was open", again.ID, opened.ID)
	}
	b.Press("down", "down")
	b.shelf.changed = 7
	b.Send(kit.BackMsg{})
	b.Press("enter")
	if again := b.alone.Last().(kit.OpenMsg); again.ID == opened.ID {
		t.Error("the marker was moved from where the person put it")
	}
}

func TestANewInspectionHasTheMarker(t *testing.T) {
	b := shown(t, 200, nil)
	b.Press("down", "down", "n")
	b.shelf.total++
	b.Send(kit.BackMsg{})
	b.Press("enter")
	if opened := b.alone.Last().(kit.OpenMsg); opened.ID != "id-0" {
		t.Errorf("Enter opens %s, not the one begun last", opened.ID)
	}
}

// Behind a record that was found and opened, d, r, l and v went into the filter.
func TestAListHasItsKeysAgainBehindARecordThatWasFound(t *testing.T) {
	b := shown(t, 200, nil)
	b.Press("/")
	b.Type("xuyen cam")
	b.Press("enter")
	b.Send(kit.BackMsg{})
	b.Press("n")
	b.begins(kit.Begin{Kind: model.Inspection})
	b.shows("50/200 phiếu")
	b.Press("/", "tab", "n")
	b.begins(kit.Begin{Kind: model.Inspection})
	b.shows("50/200 phiếu")
	b.Press("esc")
	b.shows("200/200 phiếu")
}
