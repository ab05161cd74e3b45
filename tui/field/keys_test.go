package field_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/i18n"
	"giamsat/tui/theme"
)

// names are the keys that tests spell between angle brackets.
var names = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "tab": {Code: tea.KeyTab}, "bs": {Code: tea.KeyBackspace},
	"bs8": {Code: 'h', Mod: tea.ModCtrl}, "del": {Code: tea.KeyDelete},
	"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "find": {Code: tea.KeyFind}, "select": {Code: tea.KeySelect},
	"word": {Code: 'w', Mod: tea.ModCtrl}, "start": {Code: 'u', Mod: tea.ModCtrl},
	"kp1": {Code: tea.KeyKp1}, "kp.": {Code: tea.KeyKpDecimal}, "f9": {Code: tea.KeyF9},
	"ctrl+k": {Code: 'k', Mod: tea.ModCtrl}, "esc": {Code: tea.KeyEscape},
}

// script reads keys: "abc<left>X<bs>"; "{tieng}" is one burst of letters and
// "[...]" a paste, in which | is a new line.
func script(tb testing.TB, s string) []tea.Msg {
	tb.Helper()
	var msgs []tea.Msg
	until := func(end string) string {
		inside, rest, ok := strings.Cut(s[1:], end)
		if !ok {
			tb.Fatalf("the script %q has no %q", s, end)
		}
		s = rest
		return inside
	}
	for s != "" {
		switch s[0] {
		case '<':
			name := until(">")
			key, ok := names[name]
			if !ok {
				tb.Fatalf("no key is called %q", name)
			}
			msgs = append(msgs, key)
		case '{':
			msgs = append(msgs, tea.KeyPressMsg{Code: tea.KeyExtended, Text: until("}")})
		case '[':
			msgs = append(msgs, tea.PasteMsg{Content: strings.ReplaceAll(until("]"), "|", "\n")})
		default:
			r := []rune(s)[0]
			s = s[len(string(r)):]
			msgs = append(msgs, tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return msgs
}

func press(tb testing.TB, w field.Widget, keys string) {
	tb.Helper()
	for _, msg := range script(tb, keys) {
		w.Update(msg)
	}
}

// spec is what most tests need: Vietnamese, no colour, a width of forty.
func spec(tb testing.TB) field.Spec {
	tb.Helper()
	visit, ok := vn.NewDate(2026, 9, 15)
	if !ok {
		tb.Fatal("the day of the visit is none")
	}
	return field.Spec{
		Theme: theme.New(theme.Options{Profile: colorprofile.ASCII}), Words: i18n.VI(), Width: 40, Visit: visit,
	}
}

func ascii(s field.Spec) field.Spec {
	s.Theme = theme.New(theme.Options{Profile: colorprofile.ASCII, ASCII: true})
	return s
}

func of(kind form.Kind) *form.Item { return &form.Item{Name: "x", Kind: kind, Advance: true} }

func drawn(w field.Widget) string {
	return ansi.Strip(strings.Join(w.View(5).Lines, "\n"))
}
