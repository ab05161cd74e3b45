package tui_test

import (
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/google/go-cmp/cmp"

	"giamsat/model/form"
	"giamsat/tui"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
	"giamsat/tui/theme"
	"giamsat/tui/tuitest"
)

// drawnBy turns this test into the interface, drawn by "paint" or by "tea".
const drawnBy = "GIAMSAT_TEST_DRAWN_BY"

// act is what a person does, and a text that stands on the screen afterwards in
// either language, and not before: a key that is still on its way would be lost in
// a window that is too small.
type act struct {
	keys   string
	size   [2]int // the window's, where it changes
	vi, en string
}

// visit goes through what the interface has: a form, its questions, a drawer, a
// table, a list, another language, a window that is too small and back.
var visit = []act{
	{vi: "Địa điểm", en: "Place"},
	{keys: "Nhà văn hóa", vi: "Nhà văn hóa", en: "Nhà văn hóa"},
	{keys: "\x7f\x7fá", vi: "Nhà văn há", en: "Nhà văn há"},
	{keys: "日本 e\u0302\u0301 😀", vi: "日本", en: "日本"},
	{keys: "\t", vi: "Đã lưu", en: "Saved"},
	{keys: "\t\t\t", vi: "F9 danh sách", en: "F9 list"},
	{keys: "\x1bOP", vi: "Các phím dùng được ở đây", en: "The keys valid here"},
	{keys: "\x1b", vi: "F9 danh sách", en: "F9 list"},
	{keys: "\x10", vi: "Gõ để tìm", en: "Type to find"},
	{keys: "in", vi: "> in", en: "> in"},
	{keys: "\x1b", vi: "F9 danh sách", en: "F9 list"},
	{keys: "\x0c", vi: "F9 danh sách", en: "F9 list"},
	{size: [2]int{40, 10}, vi: "60", en: "60"},
	{size: [2]int{100, 30}, vi: "F9 danh sách", en: "F9 list"},
	{size: [2]int{72, 22}, vi: "F9 danh sách", en: "F9 list"},
	{keys: "\t\r", vi: "V.06", en: "V.06"},
	{keys: "Nguyễn Văn An\t", vi: "Nguyễn Văn An", en: "Nguyễn Văn An"},
	{keys: "\x1b", vi: "V.07", en: "V.07"},
	{keys: "\x1b", vi: "15/06/2024", en: "15/06/2024"},
	{keys: "/cam", vi: "cam", en: "cam"},
}

// The painter and Bubble Tea's own renderer show the same: every letter, style
// and cursor, after every key, in every size, language and colour.
func TestThePainterShowsWhatTheStockRendererShows(t *testing.T) {
	if by := os.Getenv(drawnBy); by != "" {
		interact(t, by)
		return
	}
	sizes := [][2]int{{60, 20}, {80, 24}, {132, 43}}
	for i, size := range sizes {
		for _, lang := range i18n.Languages() {
			for _, colour := range []string{"TERM=xterm-256color", "TERM=linux", "NO_COLOR=1"}[i:] {
				t.Run(fmt.Sprintf("%dx%d %s %s", size[0], size[1], lang, colour), func(t *testing.T) {
					t.Parallel()
					ours, theirs := begin(t, "paint", size, lang, colour), begin(t, "tea", size, lang, colour)
					for n, a := range visit {
						if a.size[0] > 0 {
							ours.Resize(a.size[0], a.size[1])
							theirs.Resize(a.size[0], a.size[1])
						}
						ours.Type(a.keys)
						theirs.Type(a.keys)
						text := a.vi
						if lang == "en" {
							text = a.en
						}
						ours.WaitFor(text, tuitest.Patience)
						same(t, fmt.Sprintf("act %d, %q", n, a.keys), ours, theirs)
					}
				})
			}
		}
	}
}

// same waits until both show the same picture.
func same(t *testing.T, when string, ours, theirs *tuitest.Terminal) {
	t.Helper()
	diff := "-"
	for end := time.Now().Add(tuitest.Patience); diff != "" && time.Now().Before(end); {
		if diff = cmp.Diff(theirs.Picture(), ours.Picture()); diff != "" {
			theirs.WaitChange(100 * time.Millisecond)
		}
	}
	if diff != "" {
		t.Fatalf("after %s (- stock, + painter):\n%s", when, diff)
	}
}

// begin starts the interface on a terminal of its own.
func begin(t *testing.T, by string, size [2]int, lang, colour string) *tuitest.Terminal {
	t.Helper()
	name, _, _ := strings.Cut(t.Name(), "/")
	return tuitest.Start(t, tuitest.Options{Path: os.Args[0], Args: []string{"-test.run=^" + name + "$"}, Width: size[0], Height: size[1],
		Env: []string{drawnBy + "=" + by, "LANG=" + lang, colour}})
}

// interact runs the interface on a store in memory, at a time that stands still.
func interact(t *testing.T, by string) {
	env := tuitest.NewEnv(t, tuitest.NewStore(), os.Getenv("LANG"))
	env.Theme = theme.New(theme.Options{Profile: colorprofile.Detect(os.Stdout, os.Environ()), Dark: true})
	id := tuitest.Begin(t, env)
	ends := make(chan os.Signal, 1)
	signal.Notify(ends, syscall.SIGTERM)
	tui.Run(env, tui.Options{
		First: []kit.OpenMsg{{Kind: kit.KindList}, {Kind: kit.KindFill, ID: id, Arg: form.Field{Item: "venue"}}},
		Clock: func() time.Time { return time.Date(2024, 6, 20, 10, 42, 0, 0, time.UTC) },
		Stock: by == "tea",
	}, os.Stdin, os.Stdout, ends)
}
