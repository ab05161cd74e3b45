package whole

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/colorprofile"
	"github.com/google/uuid"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/storage/demo"
	"giamsat/tui"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/theme"
	"giamsat/tui/tuitest"
)

// way leads from an invented visit, or from the first screen, to a kind of screen.
type way struct {
	kind kit.Kind
	home bool
	keys []string // what begins with "=" is typed
}

func ways() []way {
	table := []string{"ctrl+g", "=giai ngan theo nguon", "enter", "enter"}
	return []way{
		{kit.KindHome, true, nil},
		{kit.KindList, true, []string{"p"}},
		{kit.KindList, true, []string{"/", "=cam"}},
		{kit.KindList, true, []string{"d"}},
		{kit.KindNew, true, []string{"n"}},
		{kit.KindNew, true, []string{"n", "=cam binh", "tab"}},
		{kit.KindRound, true, []string{"d", "enter"}},
		{kit.KindRegister, true, []string{"t"}},
		{kit.KindUnit, true, []string{"v", "=cam xuyen"}},
		{kit.KindUnit, true, []string{"v", "=cam xuyen", "enter"}},
		{kit.KindPick, true, []string{"N"}},
		{kit.KindFill, false, nil},
		{kit.KindFill, false, []string{"pgdown"}},
		{kit.KindFill, false, []string{"pgdown", "ctrl+n"}},
		{kit.KindFill, false, []string{"pgdown", "pgdown", "pgdown"}},
		{kit.KindFill, false, []string{"f8"}},
		{kit.KindGrid, false, table},
		{kit.KindGrid, false, append(table[:4:4], "=8,842", "tab")},
		{kit.KindAsk, false, append(table[:4:4], "ctrl+n")},
		{kit.KindReview, false, []string{"f2"}},
		{kit.KindHistory, false, []string{"f2", "l"}},
		{kit.KindPast, false, []string{"f2", "l", "v"}},
		{kit.KindMove, false, []string{"f2", "c"}},
		{kit.KindVerify, false, []string{"f2", "k"}},
		{kit.KindPace, true, []string{"s"}},
		{kit.KindGoto, false, []string{"ctrl+g"}},
		{kit.KindPalette, false, []string{"ctrl+p"}},
		{kit.KindHelp, false, []string{"f1"}},
	}
}

// invented is a data file with invented records, as --demo has it.
func invented(t *testing.T, lang string) (*kit.Env, []kit.OpenMsg) {
	t.Helper()
	s := newDesk(t).open(t)
	t.Cleanup(func() { shut(t, s) })
	env := tuitest.NewEnv(t, s, lang)
	env.Today = vn.Date{Year: 2026, Month: 11, Day: 28}
	row := func() form.Row { return form.Row(uuid.NewString()) }
	if _, err := (demo.Maker{Store: s, Catalog: env.Catalog, Forms: env.Forms, NewRow: row, Today: env.Today}).Fill(t.Context()); err != nil {
		t.Fatal(err)
	}
	rows, _, err := s.Records(t.Context(), model.Query{Kinds: []model.Kind{model.Inspection}, Limit: 1})
	if err != nil || len(rows) == 0 {
		t.Fatalf("there are no invented visits: %v", err)
	}
	return env, []kit.OpenMsg{{Kind: kit.KindHome}, {Kind: kit.KindFill, ID: rows[0].ID}}
}

func (w way) String() string { return fmt.Sprint(w.kind, " by ", w.keys) }

// follow goes the way, and holds that it leads there.
func (w way) follow(t *testing.T, d *tuitest.Driver, a *tui.App) {
	t.Helper()
	for _, key := range w.keys {
		if text, typed := strings.CutPrefix(key, "="); typed {
			d.Type(text)
		} else {
			d.Press(key)
		}
	}
	if got := a.Top(); got != w.kind {
		t.Fatalf("%v leads to %s", w, got)
	}
}

// first is the way's first screens.
func (w way) first(visit []kit.OpenMsg) []kit.OpenMsg {
	if w.home {
		return visit[:1]
	}
	return visit
}

func TestEveryScreenSaysSomethingInTheLinearMode(t *testing.T) {
	t.Parallel()
	for _, lang := range i18n.Languages() {
		env, visit := invented(t, lang)
		env.Theme, env.Keys = theme.New(theme.Options{Spoken: true, Profile: colorprofile.ASCII}), keymap.NewASCII()
		seen := map[kit.Kind]bool{}
		for _, w := range ways() {
			t.Run(lang+" "+w.String(), func(t *testing.T) {
				var said strings.Builder
				app := tui.New(env, tui.Options{First: w.first(visit)})
				d := tuitest.NewModel(t, tui.NewLinear(app, &said), 20, 5)
				w.follow(t, d, app)
				plain(t, said.String())
				seen[w.kind] = true
				for _, key := range []string{"", "ctrl+l"} {
					if key != "" {
						said.Reset()
						d.Press(key)
					}
					plain(t, said.String())
					if lines := strings.Fields(said.String()); len(lines) < 3 {
						t.Errorf("behind %q only %q is said", key, said.String())
					}
				}
				t.Logf("%s", said.String())
			})
		}
		for _, kind := range tui.Kinds() {
			if !seen[kind] {
				t.Errorf("no way leads to %s", kind)
			}
		}
	}
}

// With --ascii a terminal without the signs of Unicode shows whole screens: only
// letters are beyond ASCII, since no Vietnamese word can do without them.
func TestWithASCIIOnlyLettersAreBeyondIt(t *testing.T) {
	t.Parallel()
	for _, lang := range i18n.Languages() {
		env, visit := invented(t, lang)
		env.Theme, env.Keys = theme.New(theme.Options{ASCII: true, Profile: colorprofile.ASCII}), keymap.NewASCII()
		for _, w := range ways() {
			for _, size := range [][2]int{{60, 20}, {80, 24}, {132, 43}} {
				t.Run(fmt.Sprint(lang, " ", w, " ", size), func(t *testing.T) {
					app := tui.New(env, tui.Options{First: w.first(visit)})
					d := tuitest.NewModel(t, app, size[0], size[1])
					w.follow(t, d, app)
					for _, line := range strings.Split(d.View(), "\n") {
						for _, r := range line {
							if r > unicode.MaxASCII && !unicode.Is(unicode.Latin, r) {
								t.Errorf("%q stands in %q", r, line)
							}
						}
					}
				})
			}
		}
	}
}
