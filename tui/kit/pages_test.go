package kit_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// shelf is a store with records made up as they are asked for.
type shelf struct {
	*tuitest.Store
	total int
	fail  error
	asked []model.Query
}

func (s *shelf) Records(_ context.Context, q model.Query) (rows []model.Summary, total int, err error) {
	s.asked = append(s.asked, q)
	for i := q.Offset; i < min(q.Offset+q.Limit, s.total); i++ {
		rows = append(rows, model.Summary{ID: model.RecordID(fmt.Sprint(q.Text, i))})
	}
	return rows, s.total, s.fail
}

// take runs a command and hands over what it brings.
func take(p *kit.Pages, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case kit.PageMsg:
		p.Take(msg)
	case tea.BatchMsg:
		for _, c := range msg {
			take(p, c)
		}
	}
}

func row(t *testing.T, p *kit.Pages, i int, want model.RecordID) {
	t.Helper()
	if got, ok := p.Row(i); !ok || got.ID != want {
		t.Errorf("row %d is %q (%v), want %q", i, got.ID, ok, want)
	}
}

func TestPagesReadWhatComesIntoSight(t *testing.T) {
	s := &shelf{total: 100_000}
	p := kit.NewPages(s)
	if p.Started() || p.Total() != 0 {
		t.Error("a list that nobody asked for has begun")
	}
	take(p, p.Ask(model.Query{}, 0))
	row(t, p, 0, "0")
	if p.Total() != 100_000 || !p.Started() {
		t.Errorf("%d records", p.Total())
	}
	take(p, p.Need(99_980, 100_000))
	row(t, p, 99_999, "99999")
	take(p, p.Need(50_000, 50_020))
	row(t, p, 50_010, "50010")
	if _, kept := p.Row(99_999); kept {
		t.Error("what is far from the window is kept for ever")
	}
	read := 0
	for _, q := range s.asked {
		read += q.Limit
	}
	if read > 600 {
		t.Errorf("%d rows were read for three windows", read)
	}
	if _, ok := p.Row(-1); ok {
		t.Error("there is a row before the first")
	}
}

func TestAReplyToAFormerQuestionIsDropped(t *testing.T) {
	p, other := kit.NewPages(&shelf{total: 3}), kit.NewPages(&shelf{total: 3})
	_, first := both(t, p.Ask(model.Query{Text: "a"}, 0))
	_, second := both(t, p.Ask(model.Query{Text: " b "}, 0))
	if !p.Take(second) || p.Take(first) {
		t.Error("the former question's reply was taken")
	}
	if p.Take(other.Ask(model.Query{}, 0)().(kit.PageMsg)) {
		t.Error("another list's reply was taken")
	}
	row(t, p, 0, "b0")
}

// both runs the two commands of a search: the hasty one, then the whole.
func both(t *testing.T, cmd tea.Cmd) (glance tea.Msg, whole kit.PageMsg) {
	t.Helper()
	list, ok := cmd().(tea.BatchMsg)
	if !ok || len(list) != 2 {
		t.Fatalf("a search is %v, want a hasty and a whole one", list)
	}
	return list[0](), list[1]().(kit.PageMsg)
}

// haste is a store whose hasty searches find the first lines.
type haste struct {
	*shelf
	finds   int
	running []context.Context
}

func (s *haste) Records(ctx context.Context, q model.Query) (rows []model.Summary, total int, err error) {
	s.running = append(s.running, ctx)
	rows, total, err = s.shelf.Records(ctx, q)
	if q.Hasty {
		return rows[:s.finds], model.Uncounted, s.fail
	}
	return rows, total, err
}

func TestTheFirstLinesOfASearchComeBeforeTheirNumber(t *testing.T) {
	s := &haste{shelf: &shelf{total: 200}, finds: 3}
	p := kit.NewPages(s)
	glance, whole := both(t, p.Ask(model.Query{Text: "a"}, 0))
	if !p.Take(glance.(kit.PageMsg)) || !p.Counting() || p.Total() != 3 {
		t.Errorf("of 3 first lines %d are there, counting: %v", p.Total(), p.Counting())
	}
	row(t, p, 2, "a2")
	if p.Need(0, 20) != nil {
		t.Error("what the whole search will bring is asked for again")
	}
	if !p.Take(whole) || p.Counting() || p.Total() != 200 {
		t.Errorf("%d records, counting: %v", p.Total(), p.Counting())
	}
	row(t, p, 59, "a59")
	if p.Take(glance.(kit.PageMsg)) {
		t.Error("first lines that came late took the place of all")
	}
	s.finds = 0
	if glance, _ := both(t, p.Ask(model.Query{Text: "ab"}, 0)); glance != nil {
		t.Errorf("a hasty search that found nothing yet says %v", glance)
	}
	s.fail = errors.New("busy")
	if glance, whole := both(t, p.Ask(model.Query{Text: "abc"}, 0)); glance != nil || whole.Err == nil {
		t.Errorf("a failure is told by %v and %v", glance, whole.Err)
	}
}

// The marker stands on some line: fewer lines would move it.
func TestTheSameSearchIsNotLookedAtHastilyAgain(t *testing.T) {
	p := kit.NewPages(&shelf{total: 3})
	take(p, p.Ask(model.Query{Text: "a"}, 0))
	if msg := p.Ask(model.Query{Text: "a"}, 0)(); msg.(kit.PageMsg).Total != 3 {
		t.Errorf("refreshing brought %v", msg)
	}
}

func TestTheNextLetterGivesTheSearchUp(t *testing.T) {
	s := &haste{shelf: &shelf{total: 3}}
	p := kit.NewPages(s)
	later := p.Ask(model.Query{Text: "a"}, 0)
	p.Ask(model.Query{Text: "ab"}, 0)
	both(t, later)
	for _, ctx := range s.running {
		if ctx.Err() == nil {
			t.Error("the former search goes on")
		}
	}
	s.running = nil
	both(t, p.Ask(model.Query{Text: "abc"}, 0))
	if len(s.running) != 2 {
		t.Errorf("%d searches for the last letter", len(s.running))
	}
}

func TestAFailureKeepsWhatWasRead(t *testing.T) {
	s := &shelf{total: 3}
	p := kit.NewPages(s)
	take(p, p.Ask(model.Query{}, 0))
	s.fail = errors.New("busy")
	take(p, p.AskWithTop(model.Query{}, 2))
	if p.Err() == nil {
		t.Error("the failure is not told")
	}
	row(t, p, 2, "2")
	s.fail = nil
	take(p, p.AskWithTop(model.Query{}, 100))
	if p.Err() != nil {
		t.Error("the failure stays")
	}
	row(t, p, 0, "0")
}

func TestWhatBelongsToAPageIsReadWithIt(t *testing.T) {
	s := &shelf{total: 3}
	p := kit.NewPages(s)
	p.Beside = func(_ context.Context, rows []model.Summary) (any, error) { return len(rows), nil }
	if msg := p.Ask(model.Query{}, 0)().(kit.PageMsg); msg.Beside != 3 || msg.First() != 0 {
		t.Errorf("came with %v", msg.Beside)
	}
	p.Beside = func(context.Context, []model.Summary) (any, error) { return nil, errors.New("busy") }
	if msg := p.Ask(model.Query{}, 0)().(kit.PageMsg); msg.Err == nil {
		t.Error("its failure is not told")
	}
}

func TestAListThatGrewIsKnown(t *testing.T) {
	s := &shelf{total: 3}
	p := kit.NewPages(s)
	take(p, p.Ask(model.Query{}, 0))
	take(p, p.Ask(model.Query{}, 0))
	if p.Grown() {
		t.Error("nothing came to it")
	}
	s.total = 4
	take(p, p.AskWithTop(model.Query{}, 100))
	if !p.Grown() {
		t.Error("one came to it")
	}
}
