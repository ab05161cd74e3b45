package fill_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/fill"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// bench is a form screen on the real form with a store in memory.
type bench struct {
	*tuitest.Driver
	t     *testing.T
	store *tuitest.Store
	env   *kit.Env
	id    model.RecordID
	alone *tuitest.Alone
}

func at(t *testing.T, f form.Field, lang string) *bench {
	t.Helper()
	return sized(t, f, lang, 80, 19)
}

func sized(t *testing.T, f form.Field, lang string, w, h int) *bench {
	t.Helper()
	b := &bench{t: t, store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, lang)
	b.id = tuitest.Begin(t, b.env)
	return b.show(f, w, h)
}

func (b *bench) show(f form.Field, w, h int) *bench {
	var arg any
	if f != (form.Field{}) {
		arg = f
	}
	b.alone = tuitest.NewAlone(b.env, fill.New(b.env, b.id, arg), w, h)
	b.Driver = tuitest.NewModel(b.t, b.alone, w, h)
	return b
}

func item(name string) form.Field { return form.Field{Item: name} }

// stored is the value that reached the store.
func (b *bench) stored(f form.Field) string {
	b.t.Helper()
	return b.store.Answer(b.id, f).Value.Text()
}

// open is the line of the entry one is on.
func (b *bench) open() string {
	for _, l := range strings.Split(b.View(), "\n") {
		if strings.HasPrefix(l, " >") {
			return l
		}
	}
	b.t.Fatalf("no entry is open:\n%s", b.View())
	return ""
}

func TestLeavingAFieldSavesIt(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Type("Hội trường UBND xã")
	if b.stored(item("venue")) != "" {
		t.Fatal("saved before the field was left")
	}
	b.Press("enter")
	if got := b.stored(item("venue")); got != "Hội trường UBND xã" {
		t.Fatalf("the store has %q", got)
	}
	if strings.Contains(b.open(), "V.05") {
		t.Fatal("the focus did not move on")
	}
	b.Press("shift+tab")
	if !strings.Contains(b.open(), "V.05") {
		t.Fatalf("going back leads to %q", b.open())
	}
}

func TestOneKeyAnswersAndMovesOn(t *testing.T) {
	b := at(t, item("committee"), "vi")
	b.Press("1")
	if got := b.stored(item("committee")); got != form.Yes {
		t.Fatalf("the store has %q", got)
	}
	if strings.Contains(b.open(), "1.01 ") {
		t.Fatal("the answer did not move on")
	}
	b.Press("up", "2")
	if got := b.stored(item("committee")); got != form.No {
		t.Fatalf("the store has %q", got)
	}
	b.Press("up")
	if !strings.Contains(b.open(), "ghi chú") {
		t.Fatalf("one key up from a refused item is its note, not %q", b.open())
	}
	b.Type("đang trình")
	b.Press("tab")
	if got := b.stored(form.Field{Item: "committee", Part: form.Note}); got != "đang trình" {
		t.Fatalf("the note is %q", got)
	}
}

func TestAWrongValueIsKeptMarkedAndNeverBlocks(t *testing.T) {
	b := at(t, item("period_from"), "vi")
	b.Type("31/2")
	b.Press("enter")
	if !strings.Contains(b.open(), "R.11b") {
		t.Fatal("an impossible date kept the person in its field")
	}
	if got := b.store.Answer(b.id, item("period_from")); got.Raw != "31/2" || !got.Value.IsZero() {
		t.Fatalf("the store has %+v", got)
	}
	b.Press("up")
	if !strings.Contains(b.View(), "tháng 2/2024 có 29 ngày") {
		t.Fatalf("the note line says nothing of it:\n%s", b.View())
	}
	if !strings.Contains(b.open(), "!") {
		t.Fatalf("the row has no sign: %q", b.open())
	}
}

func TestSectionsTurnAndKeepTheirPlace(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Press("pgdown")
	if !strings.Contains(b.View(), "[1 ") {
		t.Fatalf("the second section is not open:\n%s", b.View())
	}
	b.Press("pgup")
	if !strings.Contains(b.open(), "V.05") {
		t.Fatalf("the place was lost: %q", b.open())
	}
}

func TestUndoGoesBackAcrossFieldsAndSaysWhat(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Type("Trụ sở")
	b.Press("enter", "pgdown", "ctrl+z")
	if got := b.stored(item("venue")); got != "" {
		t.Fatalf("undone, the store has %q", got)
	}
	if !strings.Contains(b.View(), "Đã hoàn tác, nay là: V.05") || !strings.Contains(b.open(), "V.05") {
		t.Fatalf("undo does not show what it did:\n%s", b.View())
	}
	b.Press("ctrl+y")
	if got := b.stored(item("venue")); got != "Trụ sở" {
		t.Fatalf("done again, the store has %q", got)
	}
	b.Type("x")
	b.Press("ctrl+z")
	if got := b.stored(item("venue")); got != "Trụ sở" || strings.Contains(b.open(), "Trụ sởx") {
		t.Fatal("the first step back must be the text that was not left yet")
	}
}

func TestTheRestConformsAfterOneConfirmation(t *testing.T) {
	b := at(t, item("committee"), "vi")
	b.Press("2", "=")
	msg, ok := b.alone.Last().(kit.OpenMsg)
	if !ok || msg.Kind != kit.KindPick {
		t.Fatalf("nothing was asked: %T", b.alone.Last())
	}
	pick := msg.Arg.(*kit.Pick)
	if len(pick.Chosen) < 3 {
		t.Fatalf("only %v would be set", pick.Chosen)
	}
	b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: pick.Chosen[1:]})
	if got := b.stored(item(pick.Chosen[0])); got != "" {
		t.Fatalf("%s was taken out of the list and is %q", pick.Chosen[0], got)
	}
	if got := b.stored(item(pick.Chosen[1])); got != form.Yes {
		t.Fatalf("%s is %q", pick.Chosen[1], got)
	}
	if got := b.stored(item("committee")); got != form.No {
		t.Fatal("an answered item was changed in bulk")
	}
}

func TestGoToFindsByCodeAndByWords(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Press("ctrl+g")
	pick := b.alone.Last().(kit.OpenMsg).Arg.(*kit.Pick)
	for typed, want := range map[string]string{"3.06": "arrears", "no dong": "arrears", "1.22": "officers", "3.T1": "capital",
		"A3.T1": "capital", "3t1": "capital", "a3t1": "capital", "306": "arrears", "A3.06": "arrears"} {
		found := pick.Find(typed)
		if len(found) == 0 || found[0].Code != want {
			t.Errorf("%q finds %v, want %s first", typed, found, want)
		}
	}
	b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{"arrears"}})
	if !strings.Contains(b.open(), "3.06") {
		t.Fatalf("go to leads to %q", b.open())
	}
}

func TestProblemsAreVisitedInTurn(t *testing.T) {
	b := at(t, item("officers"), "vi")
	b.Type("10")
	b.Press("enter")
	b.Type("12")
	b.Press("enter", "pgup")
	var seen []string
	for range 400 {
		b.Press("f8")
		line := b.open()
		if strings.Contains(line, "1.23") {
			if !strings.Contains(b.View(), "12") {
				t.Fatal("the sentence does not name the value")
			}
			return
		}
		seen = append(seen, line)
	}
	t.Fatalf("the broken rule was never reached; seen %d entries, first %v", len(seen), seen[:3])
}

func TestAnAmountWithTwoReadingsAsksOnce(t *testing.T) {
	b := at(t, item("arrears"), "vi")
	b.Press("1")
	if !strings.Contains(b.open(), "3.06") {
		t.Fatalf("the amount does not follow: %q", b.open())
	}
	name := "arrears_amount"
	b.Type("8,842")
	b.Press("enter")
	if !strings.Contains(b.View(), "[,] 8 triệu 842 nghìn đồng") || !strings.Contains(b.View(), "[.] 8 tỷ 842 triệu đồng") {
		t.Fatalf("nothing was asked:\n%s", b.View())
	}
	b.Press(".")
	if got := b.stored(item(name)); got != "8842000000" {
		t.Fatalf("the store has %q", got)
	}
}

func TestACrashLeavesTheOpenTextInItsField(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Type("Nhà văn hóa thôn")
	b.Send(kit.QuietMsg{ID: b.id}, kit.QuietMsg{ID: b.id})
	left := b.store.Kept[b.id]
	if left.Text != "Nhà văn hóa thôn" {
		t.Fatalf("the recovery file holds %+v", left)
	}
	b.store.Left[b.id] = []model.OpenText{left}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	b.show(form.Field{}, 80, 19)
	if !strings.Contains(b.open(), "Nhà văn hóa thôn") || !strings.Contains(b.View(), "Đã lấy lại") {
		t.Fatalf("the text is not back:\n%s", b.View())
	}
	b.Press("enter")
	if got := b.stored(item("venue")); got != "Nhà văn hóa thôn" {
		t.Fatalf("the store has %q", got)
	}
	if _, kept := b.store.Kept[b.id]; kept {
		t.Fatal("the recovery file was not cleared")
	}
}

func TestTheProgramEndingInAFieldKeepsItsText(t *testing.T) {
	b := at(t, item("officers"), "vi")
	b.Type("12")
	if err := b.env.Desk.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := b.store.Answer(b.id, item("officers")).Raw; got != "12" {
		t.Fatalf("the store has %q", got)
	}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	b.show(item("officers"), 80, 19)
	if got := b.stored(item("officers")); got != "12" {
		t.Fatalf("read again, the store has the value %q", got)
	}
}

func TestAFieldChangedByTwoIsShownBothWays(t *testing.T) {
	for _, mine := range []bool{true, false} {
		t.Run(fmt.Sprintf("keeping mine: %v", mine), func(t *testing.T) {
			b := at(t, item("venue"), "vi")
			theirs := form.Answer{Raw: "Nhà B", Value: form.Text("Nhà B")}
			b.store.Clash = &model.ConflictError{Conflicts: []model.Conflict{{Field: item("venue"), Ours: form.Answer{Raw: "Nhà A", Value: form.Text("Nhà A")}, Theirs: theirs, By: "bình", Rev: 7}}}
			b.Type("Nhà A")
			b.Press("enter")
			msg, ok := b.alone.Last().(kit.OpenMsg)
			if !ok {
				t.Fatal("nobody was asked")
			}
			pick := msg.Arg.(*kit.Pick)
			shown := fmt.Sprint(pick.Find(""))
			if !strings.Contains(shown, "Nhà A") || !strings.Contains(shown, "Nhà B") || !strings.Contains(shown, "bình") {
				t.Fatalf("the question shows %s", shown)
			}
			code := "theirs"
			if mine {
				code = "mine"
			}
			b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{code}})
			if mine {
				last := b.store.Saves[len(b.store.Saves)-1]
				if b.stored(item("venue")) != "Nhà A" || last.Revs[item("venue")] != 7 {
					t.Fatalf("the store has %q, written over revision %d", b.stored(item("venue")), last.Revs[item("venue")])
				}
			} else if got := b.env.Desk.Draft(b.id).Session.Get(item("venue")); got != theirs {
				t.Fatalf("the form shows %+v", got)
			}
		})
	}
}

func TestAFailedSaveLosesNothingAndGoesOnLater(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.store.Fail = model.ErrNoSpace
	b.Type("Trụ sở")
	b.Press("enter")
	if b.env.Desk.Owed() == 0 {
		t.Fatal("the failed save was forgotten")
	}
	b.store.Fail = nil
	b.Send(kit.RetryMsg{})
	if got := b.stored(item("venue")); got != "Trụ sở" || b.env.Desk.Owed() != 0 {
		t.Fatalf("the store has %q, %d owed", got, b.env.Desk.Owed())
	}
}

func TestACompletedInspectionIsShownAndNotChanged(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Send(kit.CompletedMsg{ID: b.id})
	b.Type("x")
	if !strings.Contains(b.View(), "mở lại") {
		t.Fatalf("nothing says why:\n%s", b.View())
	}
	b.Press("enter")
	if b.stored(item("venue")) != "" || len(b.env.Desk.Draft(b.id).Session.TakeChanges()) > 0 {
		t.Fatal("a completed inspection was changed")
	}
	b.Send(kit.CompletedMsg{ID: b.id, Reopened: true})
	b.show(item("venue"), 80, 19)
	b.Type("y")
	b.Press("enter")
	if b.stored(item("venue")) != "y" {
		t.Fatal("a reopened inspection cannot be changed")
	}
}

// TestEverySizeDrawsInsideTheWindow walks every section at many sizes.
func TestEverySizeDrawsInsideTheWindow(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		b := at(t, item("venue"), lang)
		for _, size := range [][2]int{{60, 14}, {61, 15}, {80, 18}, {97, 30}, {132, 37}, {200, 60}} {
			b.Resize(size[0], size[1])
			for range 8 {
				for range 12 {
					b.Press("down")
					inside(t, b, size[0], size[1])
				}
				b.Press("pgdown")
			}
			for range 9 {
				b.Press("pgup")
			}
		}
	}
}

func inside(t *testing.T, b *bench, w, h int) {
	t.Helper()
	f := b.alone.Screen.View()
	lines := strings.Split(f.Body, "\n")
	if len(lines) > h {
		t.Fatalf("%d lines in %d", len(lines), h)
	}
	for _, l := range lines {
		if ansi.StringWidth(l) > w {
			t.Fatalf("%d cells in %d: %q", ansi.StringWidth(l), w, ansi.Strip(l))
		}
	}
	if c := f.Cursor; c != nil && (c.X < 0 || c.X >= w || c.Y < 0 || c.Y >= len(lines)) {
		t.Fatalf("the cursor stands at %+v in %dx%d", *c, w, len(lines))
	}
	b.open()
}

func TestRandomKeysNeverBreakTheForm(t *testing.T) {
	b := at(t, item("venue"), "vi")
	keys := []string{"enter", "tab", "up", "down", "pgdown", "pgup", "ctrl+z", "ctrl+y", "f8", "f5", "f10", "ctrl+n", "backspace", "1", "2", "-", "0", "=", "home", "end", "left", "delete", "esc"}
	texts := []string{"8,842", "15/6", "Hội trường", "\x1b[31mđỏ", "=1+", "ơ", "\u0302", "9999999999999999999", "200\n300"}
	seed := uint32(7)
	next := func(n int) int { seed = seed*1664525 + 1013904223; return int(seed>>8) % n }
	for i := range 1500 {
		switch next(6) {
		case 0:
			b.Type(vn.CleanLine(texts[next(len(texts))]))
		case 1:
			b.Send(tea.PasteMsg{Content: texts[next(len(texts))]})
		default:
			b.Press(keys[next(len(keys))])
		}
		if i%25 == 0 {
			inside(t, b, 80, 19)
		}
	}
}

func TestTheNextStartGoesBackToTheOpenInspection(t *testing.T) {
	b := at(t, item("venue"), "vi")
	if b.store.Last != b.id {
		t.Fatalf("the store remembers %q", b.store.Last)
	}
	b.Press("down", "down")
	b.Send(kit.QuietMsg{ID: b.id}, kit.QuietMsg{ID: b.id})
	line := b.open()
	b.env = tuitest.NewEnv(t, b.store, "vi")
	b.show(form.Field{}, 80, 19)
	if b.open() != line {
		t.Fatalf("it was left at %q and opens at %q", line, b.open())
	}
	b.Press("esc")
	if b.store.Last != "" {
		t.Fatal("left on purpose, it is still remembered")
	}
}

func TestAConflictWaitsUntilTheTableAboveIsClosed(t *testing.T) {
	b := at(t, item("capital"), "vi")
	b.Press("enter")
	asked := len(b.alone.Asked)
	clash := form.Field{Item: "capital", Row: "2024/DA7.TDA1/SN/NSTW", Part: "assigned"}
	b.store.Clash = &model.ConflictError{Conflicts: []model.Conflict{{Field: clash, Ours: form.Answer{Raw: "1"}, Theirs: form.Answer{Raw: "2"}, By: "bình", Rev: 2}}}
	d := b.env.Desk.Draft(b.id)
	d.Session.Answer(clash, "1")
	b.Send(d.Commit(model.Place{})())
	if len(b.alone.Asked) != asked {
		t.Fatalf("asked over the table: %+v", b.alone.Last())
	}
	b.Send(kit.Jump{Field: item("capital")})
	if msg, ok := b.alone.Last().(kit.OpenMsg); !ok || msg.Kind != kit.KindPick {
		t.Fatalf("the conflict was forgotten: %+v", b.alone.Last())
	}
}

// Letters typed on the line of a table went nowhere.
func TestALetterOnTheLineOfATableOpensItAndIsTypedThere(t *testing.T) {
	b := at(t, item("representatives"), "vi")
	for _, press := range []string{"N", "ctrl+t"} {
		b.alone.Asked = nil
		b.Press(press)
		if len(b.alone.Asked) != 2 {
			t.Fatalf("%q asked for %+v", press, b.alone.Asked)
		}
		if open, ok := b.alone.Asked[0].(kit.OpenMsg); !ok || open.Kind != kit.KindGrid {
			t.Fatalf("%q did not open the table: %+v", press, b.alone.Asked[0])
		}
		b.Send(kit.Jump{Field: item("representatives")})
	}
	if _, ok := b.alone.Asked[1].(kit.RunMsg); !ok {
		t.Errorf("a new row is not asked for: %+v", b.alone.Asked[1])
	}
}

// The key that answers moves on; Ctrl+N after it wrote the note of the next item.
func TestTheNoteAfterAnAnswerIsThatOfTheItemAnswered(t *testing.T) {
	b := at(t, item("committee"), "vi")
	b.Press("2")
	if !strings.Contains(b.View(), "1.01") || !strings.Contains(b.View(), "Ctrl+N ghi chú lý do") {
		t.Fatalf("nothing says that a note is owed:\n%s", b.View())
	}
	b.Press("ctrl+n")
	b.Type("đang trình")
	b.Press("tab")
	if got := b.stored(form.Field{Item: "committee", Part: form.Note}); got != "đang trình" {
		t.Fatalf("the note of the item is %q", got)
	}
	b.Press("down", "ctrl+n", "ctrl+n", "down")
	if strings.Contains(b.View(), "căn cứ") {
		t.Errorf("an empty companion stays open:\n%s", b.View())
	}
}

func TestAFigureTypedOnAnotherReplacesIt(t *testing.T) {
	b := at(t, item("officers"), "vi")
	b.Type("12")
	b.Press("enter", "up")
	b.Type("7")
	b.Press("enter")
	if got := b.stored(item("officers")); got != "7" {
		t.Fatalf("7 typed on 12 gives %q", got)
	}
	b.Press("up")
	b.Type("a")
	if !strings.Contains(b.open(), "7") || !strings.Contains(b.View(), "“a”") {
		t.Fatalf("a letter takes the figure away, or is refused without a word:\n%s", b.View())
	}
	b.Press("home")
	b.Type("4")
	b.Press("enter")
	if got := b.stored(item("officers")); got != "47" {
		t.Fatalf("edited, it is %q", got)
	}
	b.Press("up")
	b.Type("9")
	b.Press("ctrl+z")
	if !strings.Contains(b.open(), "47") {
		t.Fatalf("undo does not bring the figure back: %q", b.open())
	}
}

func TestAnAmountLeftUndecidedIsAskedAboutAgain(t *testing.T) {
	b := at(t, item("arrears"), "vi")
	b.Press("1")
	b.Type("8,842")
	b.Press("enter", "enter", "up", "f9")
	if !strings.Contains(b.View(), "[,] 8 triệu 842") {
		t.Fatalf("nothing is asked:\n%s", b.View())
	}
	b.Press(",")
	if got := b.stored(item("arrears_amount")); got != "8842000" {
		t.Fatalf("the store has %q", got)
	}
}

func TestTypingOnWhatWasSetSaysWhyNothingHappens(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Send(kit.Jump{Field: item("visit_date")})
	b.Type("1")
	if !strings.Contains(b.View(), "ghi khi lập phiếu") {
		t.Fatalf("nothing is said:\n%s", b.View())
	}
}

func TestWhatBelongsToTheRecordIsReachedByName(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Type("Trụ sở")
	b.Send(kit.RunMsg{Action: keymap.History})
	if open, ok := b.alone.Last().(kit.OpenMsg); !ok || open.Kind != kit.KindHistory || open.ID != b.id {
		t.Fatalf("the history was not asked for: %+v", b.alone.Last())
	}
	if b.stored(item("venue")) != "Trụ sở" {
		t.Error("the open field was not kept before the screen was covered")
	}
}

func TestTheNextProblemIsAWrongAnswerAndNotOneThatIsMissing(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Press("f8") // nothing is wrong yet: then the missing ones are gone to
	if strings.Contains(b.View(), b.env.Words.Fill.NoProblem) {
		t.Fatal("the required items are not gone to")
	}
	b.Send(kit.Jump{Field: item("officers")})
	b.Type("10")
	b.Press("enter")
	b.Type("12")
	b.Press("enter")
	b.Send(kit.Jump{Field: item("period_from")})
	b.Type("31/2")
	b.Press("enter")
	for i, want := range []string{"1.23", "R.11a", "1.23"} {
		if b.Press("f8"); !strings.Contains(b.open(), want) {
			t.Errorf("problem %d is at %q, not at %s", i+1, b.open(), want)
		}
	}
	if b.Press("f5"); !strings.Contains(b.open(), "R.11a") {
		t.Errorf("the problem before is at %q", b.open())
	}
	first, _ := b.session().FirstUnanswered()
	code := kit.ShortCode(b.session().Definition().Item(first.Item).Code)
	if b.Press("f10"); !strings.Contains(b.open(), code) {
		t.Errorf("the first unanswered item is %s, F10 leads to %q", code, b.open())
	}
}
