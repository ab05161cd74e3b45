package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

func TestASaveIsToldWithItsTime(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.settled(b.answer("Hội trường"))
	if title, _, _ := strings.Cut(b.View(), "\n"); !strings.HasSuffix(title, "Đã lưu 10:42") {
		t.Errorf("the title line is %q", title)
	}
}

func TestASaveGoesOnWithWhatWasChangedMeanwhile(t *testing.T) {
	b := newHouse(t, 80, 24)
	first := b.answer("a")
	if b.answer("b") != nil {
		t.Fatal("two saves of one inspection at once")
	}
	b.settled(first)
	if len(b.store.Saves) != 2 || b.env.Desk.Owed() != 0 {
		t.Errorf("%d saves and %d changes owed, want 2 and none", len(b.store.Saves), b.env.Desk.Owed())
	}
}

func TestAFailedSaveIsToldKeptAndTriedAgain(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.store.Fail = model.ErrNoSpace
	b.settled(b.answer("Hội trường"))
	b.shows("CHƯA LƯU ĐƯỢC")
	b.shows("Ổ đĩa đã đầy")
	b.Type("x")
	b.hides("Ổ đĩa đã đầy")
	b.shows("CHƯA LƯU ĐƯỢC")
	if b.env.Desk.Owed() != 1 {
		t.Fatalf("%d changes are owed, want the one that failed", b.env.Desk.Owed())
	}
	b.Send(kit.RetryMsg{})
	b.shows("Ổ đĩa đã đầy")
	b.store.Fail = nil
	b.Send(kit.RetryMsg{})
	b.shows("Đã lưu 10:42")
	b.hides("CHƯA LƯU ĐƯỢC")
	if b.env.Desk.Owed() != 0 || len(b.store.Saves) != 1 {
		t.Errorf("%d changes owed after %d saves", b.env.Desk.Owed(), len(b.store.Saves))
	}
}

// It said that what was typed is kept, where nothing but the program had it.
func TestWhatNeitherTheDatabaseNorTheRecoveryFileTakesIsToldSo(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.store.Fail = model.ErrNoSpace
	b.settled(b.answer("Hội trường"))
	b.hides("đừng tắt")
	b.store.Unkept = model.ErrNoSpace
	b.Type("x")
	b.Send(kit.RetryMsg{})
	b.shows("đừng tắt")
}

func TestQuittingWithNothingOwedEndsAtOnce(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.Press("ctrl+c")
	if !b.Quit() {
		t.Errorf("the program goes on:\n%s", b.View())
	}
}

func TestQuittingWritesTheOpenTextToo(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.Send(kit.OpenMsg{Kind: kit.KindFill, ID: b.id})
	b.settled(b.answer("Hội trường"))
	venue := form.Field{Item: "venue"}
	b.env.Desk.Draft(b.id).SetOpen(venue, "Hội trường UBND", -1)
	b.Press("ctrl+c")
	if got := b.store.Answer(b.id, venue).Raw; !b.Quit() || got != "Hội trường UBND" {
		t.Errorf("left (%v) with %q in the store", b.Quit(), got)
	}
}

// saves stops the commands that save, so that a test can run them itself.
func saves(b *house) {
	b.RunIf(func(name string) bool {
		return tuitest.NotTimers(name) && !strings.Contains(name, "kit.(*Draft).send")
	})
}

func TestQuittingWaitsForTheSaveUnderWay(t *testing.T) {
	b := newHouse(t, 80, 24)
	save := b.answer("Hội trường")
	b.Press("ctrl+c")
	if b.Quit() {
		t.Fatal("left before the save ended")
	}
	b.shows("Đang lưu nốt rồi thoát.")
	b.settled(save)
	if !b.Quit() {
		t.Errorf("the program goes on although all is saved:\n%s", b.View())
	}
}

func TestGoingOnTakesTheWishToLeaveBack(t *testing.T) {
	for _, key := range []string{"esc", "x"} {
		t.Run(key, func(t *testing.T) {
			b := newHouse(t, 80, 24)
			save := b.answer("Hội trường")
			b.Press("ctrl+c", key)
			b.settled(save)
			if b.Quit() {
				t.Error("left although the person went on")
			}
			if want := map[string]int{"esc": 0, "x": 1}[key]; b.base.keys() != want {
				t.Errorf("the screen got %d keys, want %d", b.base.keys(), want)
			}
		})
	}
}

func TestQuittingAsksWhenItCannotSave(t *testing.T) {
	for _, c := range []struct {
		name, key string
		mended    bool
		quit      bool
		asks      bool
	}{
		{name: "stay", key: "1"},
		{name: "esc stays", key: "esc"},
		{name: "save again in vain", key: "2", asks: true},
		{name: "save again with success", key: "2", mended: true, quit: true},
		{name: "leave", key: "3", quit: true},
		{name: "another key asks on", key: "x", asks: true},
		{name: "quit again asks on", key: "ctrl+c", asks: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newHouse(t, 80, 24)
			b.store.Fail, b.store.Unkept = model.ErrBusy, model.ErrNoSpace
			b.settled(b.answer("Hội trường"))
			b.Press("ctrl+c")
			b.shows("nếu thoát sẽ mất 1 câu trả lời")
			b.shows("1 ở lại  2 lưu lại  3 thoát, bỏ phần chưa lưu")
			if c.mended {
				b.store.Fail = nil
			}
			b.Press(c.key)
			if b.Quit() != c.quit {
				t.Errorf("quit is %v, want %v", b.Quit(), c.quit)
			}
			if asks := strings.Contains(b.View(), "nếu thoát sẽ mất"); asks != c.asks && !c.quit {
				t.Errorf("asking is %v, want %v:\n%s", asks, c.asks, b.View())
			}
			if b.base.keys() != 0 {
				t.Error("the answer reached the screen below")
			}
		})
	}
}

func TestAskedTwiceWhileASaveHangsThePersonDecides(t *testing.T) {
	b := newHouse(t, 80, 24)
	saves(b)
	b.store.Unkept = model.ErrNoSpace
	b.answer("Hội trường")
	b.Press("ctrl+c", "ctrl+c")
	b.shows("nếu thoát sẽ mất 1 câu trả lời")
	b.Press("3")
	if !b.Quit() {
		t.Error("the program goes on although the person chose to leave")
	}
}

// It called answers lost that were in the recovery file.
func TestTheQuestionAboutLeavingSaysWhatBecomesOfTheAnswers(t *testing.T) {
	for _, lang := range i18n.Languages() {
		for _, kept := range []bool{true, false} {
			b := newHouse(t, 80, 24)
			b.env.Words = i18n.In(lang)
			b.store.Fail = model.ErrNoSpace
			if !kept {
				b.store.Unkept = model.ErrNoSpace
			}
			b.settled(b.answer("Hội trường"))
			b.Press("ctrl+c")
			w := b.env.Words.Common
			says, hides, leave, lose := w.QuitKept, w.QuitUnsaved, w.LeaveKept, w.Leave
			if !kept {
				says, hides, leave, lose = hides, says, lose, leave
			}
			b.shows(i18n.Count(says, 1))
			b.hides(i18n.Count(hides, 1))
			b.shows("3 " + leave)
			b.hides(lose)
			b.Press("3")
			if in := len(b.store.Owing[b.id].Changes) == 1; !b.Quit() || in != kept {
				t.Errorf("%s: left is %v, and the answer is in the recovery file: %v, want %v", lang, b.Quit(), in, kept)
			}
		}
	}
}

// It asked the same again, so that one could not see that anything had been tried.
func TestTheQuestionAboutLeavingSaysThatSavingFailedAgain(t *testing.T) {
	for lang, want := range map[string][]string{"vi": {"Đã thử lại 1 lần.", "Đã thử lại 2 lần."}, "en": {"Tried 1 time more.", "Tried 2 times more."}} {
		b := newHouse(t, 80, 24)
		b.env.Words = i18n.In(lang)
		b.store.Fail = model.ErrNoSpace
		b.settled(b.answer("Hội trường"))
		b.Press("ctrl+c")
		b.hides(want[0])
		for _, said := range want {
			b.Press("2")
			b.shows(i18n.Count(b.env.Words.Common.QuitKept, 1) + " " + said)
		}
		b.Press("1", "ctrl+c")
		b.hides(want[1])
	}
}

// What a save that hangs has not brought home is put aside before it is called kept.
func TestAnAnswerThatASaveHangsOnIsPutAsideBeforeTheQuestion(t *testing.T) {
	b := newHouse(t, 80, 24)
	saves(b)
	b.answer("Hội trường")
	b.Press("ctrl+c", "ctrl+c")
	b.shows("1 câu trả lời đã giữ")
	if owing := b.store.Owing[b.id].Changes; len(owing) != 1 || owing[0].New.Raw != "Hội trường" {
		t.Errorf("in the recovery file are %+v", owing)
	}
}

func TestAnOpenTextThatCannotBeKeptEitherIsCalledLost(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.Send(kit.OpenMsg{Kind: kit.KindFill, ID: b.id})
	b.settled(b.answer("Hội trường"))
	b.store.Fail = model.ErrNoSpace // the store in memory keeps no open text then
	b.env.Desk.Draft(b.id).SetOpen(form.Field{Item: "venue"}, "Hội trường UBND", -1)
	b.Press("ctrl+c")
	b.shows("nếu thoát sẽ mất 1 câu trả lời")
}

func TestAPanicIsReportedAndShowsTheLastPicture(t *testing.T) {
	for _, c := range []struct {
		name string
		send func(d *tuitest.Driver)
	}{
		{"in Update", func(d *tuitest.Driver) { d.Type("!") }},
		{"in a command", func(d *tuitest.Driver) { d.Send(failing{}) }},
		{"in View", func(d *tuitest.Driver) { d.Send(blinding{}) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newHouse(t, 80, 24)
			var reported any
			guard := tui.NewGuard(commander{b.Model(), false}, func(value any, stack []byte) {
				reported = value
				if !strings.Contains(string(stack), "goroutine") {
					t.Error("the report has no stack")
				}
			})
			d := tuitest.NewModelRunning(t, guard, 80, 24, func(string) bool { return true })
			before := d.View()
			c.send(d)
			after := d.View()
			if reported == nil {
				t.Fatal("the panic was not reported")
			}
			if after != before {
				t.Errorf("the picture changed:\n%s", after)
			}
		})
	}
}

// failing asks the commander for commands that panic, blinding to panic itself
// when it is looked at.
type (
	failing  struct{}
	blinding struct{}
)

// commander is a model that fails as it is asked to.
type commander struct {
	tea.Model
	blind bool
}

func (c commander) View() tea.View {
	if c.blind {
		panic("the view fails")
	}
	return c.Model.View()
}

func (c commander) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(failing); ok {
		fails := func() tea.Msg { panic("the command fails") }
		return c, tea.Sequence(func() tea.Msg { return nil }, tea.Batch(fails, fails))
	}
	if _, ok := msg.(blinding); ok {
		return commander{c.Model, true}, nil
	}
	next, cmd := c.Model.Update(msg)
	return commander{next, c.blind}, cmd
}

func TestBadNewsOfTheStartStandsUntilTheFirstKey(t *testing.T) {
	env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
	d := tuitest.NewModel(t, tui.New(env, tui.Options{Notice: env.Words.Start.LowSpace}), 80, 24)
	if !strings.Contains(d.View(), "sắp đầy") {
		t.Fatalf("nothing is said:\n%s", d.View())
	}
	d.Press("down")
	if strings.Contains(d.View(), "sắp đầy") {
		t.Error("it stands in the way of everything else")
	}
}
