package tui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// probe is a screen that notes what it gets.
type probe struct {
	name    string
	got     []tea.Msg
	w, h    int
	actions []kit.Action
	over    int // rows as an overlay
	above   int // lines of the body that begin the note
}

func (p *probe) Init() tea.Cmd { return nil }

func (p *probe) Update(msg tea.Msg) tea.Cmd {
	p.got = append(p.got, msg)
	if key, ok := msg.(tea.KeyPressMsg); ok && key.Text == "!" {
		panic("the probe fails")
	}
	return nil
}

func (p *probe) View() kit.Frame {
	return kit.Frame{Title: p.name, Body: strings.Repeat(p.name+" ", 60) + "\nsecond\n" + strings.Repeat("more\n", 60), Note: "note of " + p.name,
		Above: p.above, Cursor: &kit.Cursor{X: 3, Y: 0}}
}

func (p *probe) SetSize(w, h int)      { p.w, p.h = w, h }
func (p *probe) Scope() keymap.Scope   { return keymap.InReview }
func (p *probe) Actions() []kit.Action { return p.actions }

// keys counts the key presses that reached the probe.
func (p *probe) keys() int {
	n := 0
	for _, m := range p.got {
		if _, ok := m.(tea.KeyPressMsg); ok {
			n++
		}
	}
	return n
}

func (p *probe) last() tea.Msg {
	if len(p.got) == 0 {
		return nil
	}
	return p.got[len(p.got)-1]
}

// drawer is a probe that covers only the lower rows.
type drawer struct{ *probe }

func (d drawer) Lines() int { return d.over }

// house is an App over probes and a store in memory.
type house struct {
	*tuitest.Driver
	t     *testing.T
	env   *kit.Env
	store *tuitest.Store
	id    model.RecordID
	base  *probe
	upper *probe
	over  *probe
}

func newHouse(t *testing.T, w, h int) *house {
	t.Helper()
	b := &house{t: t, store: tuitest.NewStore(), base: &probe{name: "base"}, upper: &probe{name: "upper"}, over: &probe{name: "over", over: 5}}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	b.id = tuitest.Begin(t, b.env)
	show := func(s kit.Screen) tui.Maker {
		return func(*kit.Env, model.RecordID, any) kit.Screen { return s }
	}
	b.Driver = tuitest.NewModel(t, tui.New(b.env, tui.Options{
		Clock: func() time.Time { return time.Date(2024, 6, 20, 10, 42, 7, 0, time.UTC) },
		Makers: map[kit.Kind]tui.Maker{kit.KindHome: show(b.base), kit.KindFill: show(b.upper), kit.KindPick: show(drawer{b.over}),
			kit.KindHelp: show(&probe{name: "help"}), kit.KindPalette: show(&probe{name: "palette"})},
	}), w, h)
	return b
}

// answer changes a field of the inspection on the desk, as a screen would, and
// returns the command that saves it.
func (b *house) answer(text string) tea.Cmd {
	b.t.Helper()
	if b.env.Desk.Draft(b.id) == nil {
		if msg, ok := b.env.Desk.Load(b.id)().(kit.OpenedMsg); !ok || msg.Err != nil {
			b.t.Fatalf("load the inspection: %v", msg)
		}
	}
	d := b.env.Desk.Draft(b.id)
	if !d.Session.Answer(form.Field{Item: "venue"}, text) {
		b.t.Fatal("the answer was not taken")
	}
	return d.Commit(model.Place{})
}

// settled runs a command and sends what it returns.
func (b *house) settled(cmd tea.Cmd) {
	b.t.Helper()
	if cmd == nil {
		b.t.Fatal("there is nothing to save")
	}
	b.Send(cmd())
}

func (b *house) shows(text string) {
	b.t.Helper()
	if !strings.Contains(b.View(), text) {
		b.t.Errorf("%q is not shown:\n%s", text, b.View())
	}
}

func (b *house) hides(text string) {
	b.t.Helper()
	if strings.Contains(b.View(), text) {
		b.t.Errorf("%q is shown:\n%s", text, b.View())
	}
}

func TestTheFrameIsExactlyTheWindow(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {132, 43}, {61, 21}, {300, 90}, {20, 5}, {59, 19}, {1, 1}, {200, 10}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			b := newHouse(t, size[0], size[1])
			for range 2 {
				lines := strings.Split(b.View(), "\n")
				if len(lines) != size[1] {
					t.Errorf("%d lines, want %d", len(lines), size[1])
				}
				for i, line := range lines {
					if w := ansi.StringWidth(line); w > size[0] {
						t.Errorf("line %d is %d cells wide, want at most %d: %q", i, w, size[0], line)
					}
				}
				b.Send(kit.OpenMsg{Kind: kit.KindPick})
			}
		})
	}
}

func TestALongNoteStandsUnderTheRuleAsAWhole(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.base.above = 2
	b.Press("down")
	lines := strings.Split(b.View(), "\n")
	for i, want := range []string{"more", "───", "more", "more", " note of base"} {
		if got := lines[18+i]; !strings.HasPrefix(got, want) {
			t.Errorf("row %d is %q, want %q", 18+i, got, want)
		}
	}
	if len(lines) != 24 {
		t.Errorf("%d lines", len(lines))
	}
}

func TestAWindowWithoutRoomKeepsEverythingElse(t *testing.T) {
	b := newHouse(t, 80, 24)
	w, h := b.base.w, b.base.h
	for _, size := range [][2]int{{59, 24}, {20, 5}, {80, 19}, {3, 1}, {59, 19}} {
		b.Resize(size[0], size[1])
		if size[0] > 40 {
			b.shows("60×20")
		}
		if b.base.w != w || b.base.h != h {
			t.Fatalf("at %v the screen was told %d×%d", size, b.base.w, b.base.h)
		}
	}
	b.Type("xyz")
	b.Paste("blind")
	if got := b.base.keys(); got != 0 || len(b.base.got) > 0 && b.base.last() == (tea.PasteMsg{Content: "blind"}) {
		t.Errorf("%d keys that nobody saw went to the screen, the last was %v", got, b.base.last())
	}
	b.Resize(132, 43)
	if b.base.w != 132 || b.base.h != 38 {
		t.Errorf("the screen has %d×%d, want 132×38", b.base.w, b.base.h)
	}
	b.shows("note of base")
}

func TestAKeyGoesToTheTopScreenAlone(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.Send(kit.OpenMsg{Kind: kit.KindFill, ID: b.id})
	b.Type("abc")
	b.Paste("xyz")
	if b.upper.keys() != 3 || b.base.keys() != 0 {
		t.Errorf("the top screen had %d keys and the covered one %d, want 3 and 0", b.upper.keys(), b.base.keys())
	}
	if p, ok := b.upper.last().(tea.PasteMsg); !ok || p.Content != "xyz" {
		t.Errorf("the top screen got %v last, want the paste", b.upper.last())
	}
	b.Send(kit.OpenedMsg{ID: b.id})
	if b.base.last() != (kit.OpenedMsg{ID: b.id}) {
		t.Errorf("the covered screen got %v last, want what it may be waiting for", b.base.last())
	}
}

func TestBackHandsTheResultToTheUncoveredScreen(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.Send(kit.OpenMsg{Kind: kit.KindFill})
	b.Send(kit.BackMsg{Result: kit.AnsweredMsg{Tag: 1, Text: "x"}})
	if b.base.last() != (kit.AnsweredMsg{Tag: 1, Text: "x"}) {
		t.Errorf("the uncovered screen got %v", b.base.last())
	}
	b.Send(kit.OpenMsg{Kind: kit.KindFill})
	b.Send(kit.BackMsg{})
	if _, ok := b.base.last().(kit.BackMsg); !ok {
		t.Errorf("the uncovered screen got %v, want to be told that it is looked at again", b.base.last())
	}
	b.Send(kit.BackMsg{})
	b.shows("note of base") // the lowest screen stays
}

func TestReplaceLeavesNothingBelow(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.Send(kit.OpenMsg{Kind: kit.KindFill})
	b.Send(kit.OpenMsg{Kind: kit.KindHelp, Replace: true})
	b.shows("note of help")
	b.Send(kit.BackMsg{})
	b.shows("note of base")
}

func TestADrawerCoversTheLowerRowsAndHasTheCursor(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.Send(kit.OpenMsg{Kind: kit.KindPick})
	lines := strings.Split(b.View(), "\n")
	if !strings.HasPrefix(lines[0], " base") || !strings.HasPrefix(lines[2], "base") {
		t.Errorf("the screen below is not seen:\n%s", b.View())
	}
	const first = 24 - 3 - 5
	if !strings.Contains(lines[first-1], " over ") || !strings.HasPrefix(lines[first-1], "──") || !strings.HasPrefix(lines[first], "over") {
		t.Errorf("the drawer does not begin with its rule in row %d:\n%s", first-1, b.View())
	}
	b.shows("note of over")
	if x, y, ok := b.Cursor(); !ok || x != 3 || y != first {
		t.Errorf("the cursor is at %d,%d (%v), want 3,%d", x, y, ok, first)
	}
	if b.over.w != 80 || b.over.h != 5 || b.base.h != 19 {
		t.Errorf("the drawer has %d×%d and the screen below %d rows, want 80×5 and 19", b.over.w, b.over.h, b.base.h)
	}
}

func TestANoticeStandsUntilTheNextKey(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.Send(kit.NoticeMsg{Text: "so it is"})
	b.shows("so it is")
	b.hides("note of base")
	b.Type("x")
	b.hides("so it is")
	b.shows("note of base")
}

// Of a notice longer than the note line the end was cut off.
func TestALongNoticeIsReadInFull(t *testing.T) {
	const notice = "Không hoàn tác đè lên: 3.07b Nguyên nhân giải ngân chậm so với kế hoạch, dòng 2, nguyen.van.an đã ghi “chậm giao vốn”."
	for _, own := range []int{0, 1, 2} { // lines that begin the screen's own note
		b := newHouse(t, 80, 24)
		b.base.above = own
		b.Send(kit.NoticeMsg{Text: notice})
		lines := strings.Split(b.View(), "\n")
		foot := strings.Join(strings.Fields(strings.Join(lines[len(lines)-3:len(lines)-1], " ")), " ")
		if foot != notice {
			t.Errorf("with %d lines of its own, the foot says %q\n%s", own, foot, b.View())
		}
		if rule := lines[len(lines)-4]; !strings.HasPrefix(rule, "──") {
			t.Errorf("with %d lines of its own, %q stands above the notice", own, rule)
		}
		b.Type("x")
		b.hides("chậm giao vốn")
	}
}

func TestARefusedActionSaysWhyAndIsNotDone(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.base.actions = []kit.Action{{ID: keymap.Complete, Refused: "not yet, for a reason"}, {ID: keymap.Reason}}
	b.hides("hoàn thành")
	b.shows("g ghi lý do")
	b.Type("h")
	b.shows("not yet, for a reason")
	if b.base.keys() != 0 {
		t.Error("the refused key reached the screen")
	}
	b.Send(kit.RunMsg{Action: keymap.Complete})
	if _, ok := b.base.last().(kit.RunMsg); ok {
		t.Error("the refused action reached the screen by the palette")
	}
}

func TestHelpAndPaletteOpenCloseAndTakeTurns(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.Press("f1")
	b.shows("note of help")
	b.Press("ctrl+p")
	b.shows("note of palette")
	b.Press("ctrl+p")
	b.shows("note of base")
	b.Press("?")
	b.shows("note of help")
	b.Press("f1")
	b.shows("note of base")
}

func TestTheLanguageSwitchesEverywhereAtOnce(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.Send(kit.OpenMsg{Kind: kit.KindFill})
	b.Press("f3")
	for _, p := range []*probe{b.base, b.upper} {
		if _, ok := p.last().(kit.LanguageMsg); !ok {
			t.Errorf("%s got %v, want to be told of the language", p.name, p.last())
		}
	}
	b.shows("Switched to English.")
	if b.env.Words.Lang != "en" {
		t.Errorf("the words are in %q", b.env.Words.Lang)
	}
}
