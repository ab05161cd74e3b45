package i18n_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
)

// sentences returns every text of a language by its path in Words.
func sentences(w *i18n.Words) map[string]string {
	all := map[string]string{}
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			all[path] = v.String()
		case reflect.Struct:
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				walk(path+"."+string(rune('0'+i)), v.Index(i))
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				walk(path+"."+k.String(), v.MapIndex(k))
			}
		default:
			panic("words of kind " + v.Kind().String() + " are not checked: " + path)
		}
	}
	walk("", reflect.ValueOf(*w))
	return all
}

func TestNoSentenceIsEmptyOrLeftOutInALanguage(t *testing.T) {
	vi, en := sentences(i18n.VI()), sentences(i18n.EN())
	for path := range en {
		if _, ok := vi[path]; !ok {
			t.Errorf("%s is in English only", path)
		}
	}
	for path, s := range vi {
		other, ok := en[path]
		if !ok {
			t.Errorf("%s is in Vietnamese only", path)
		}
		for _, said := range []string{s, other} {
			if strings.TrimSpace(said) == "" {
				t.Errorf("%s is empty in a language", path)
			}
		}
	}
}

var verb = regexp.MustCompile(`%(\[\d+\])?[-+ #0]*[\d.]*[a-zA-Z%]`)

func TestBothLanguagesHaveTheSamePlaceholders(t *testing.T) {
	en := sentences(i18n.EN())
	for path, s := range sentences(i18n.VI()) {
		vi, en := strings.Join(verb.FindAllString(s, -1), ""), strings.Join(verb.FindAllString(en[path], -1), "")
		if vi != en {
			t.Errorf("%s has %q in Vietnamese and %q in English", path, vi, en)
		}
	}
}

func TestTextIsComposedAndWithoutControls(t *testing.T) {
	for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
		for path, s := range sentences(w) {
			if !norm.NFC.IsNormalString(s) {
				t.Errorf("%s%s is not composed", w.Lang, path)
			}
			if strings.ContainsFunc(s, unicode.IsControl) || s != strings.TrimSpace(s) {
				t.Errorf("%s%s has a control character or blanks at its ends: %q", w.Lang, path, s)
			}
		}
	}
}

// slots are the widths that screens give to words, in cells. A path ends with
// * for everything below it. What follows %s is not counted.
var slots = []struct {
	path  string
	cells int
}{
	{".Actions.*.Short", 14},
	{".Actions.*.Long", 56},
	{".Common.Yes", 9}, {".Common.No", 9}, {".Common.NA", 9},
	{".Common.Saved", 20}, {".Common.SaveFault", 20}, {".Common.Product", 30},
	{".Common.Weekdays.*", 10},
	{".Common.Draft", 12}, {".Common.Completed", 12},
	{".Common.QuitUnsaved", 60}, {".Common.QuitKept", 60},
	{".Fill.Unanswered", 16}, {".Fill.Computed", 12}, {".Fill.NoneRecorded", 12},
	{".Fill.*", 78}, {".Grid.*", 78}, {".Review.*", 78}, {".Pick.*", 78}, {".Field.*", 78},
	{".Home.Drafts", 9}, {".Home.Returned", 9}, {".Home.Overdue", 9}, {".Home.DueSoon", 9}, {".Home.Reports", 9}, {".Home.UnderWay", 9},
	{".Register.Days", 8}, {".Register.Left", 8}, {".Register.Late", 8}, {".Register.Amount", 10}, {".Register.States.*", 10}, {".Register.*", 78},
	{".History.Causes.*", 14}, {".History.*", 78}, {".Unit.Whole", 9}, {".Unit.Part", 9},
	{".Past.*", 78},
	{".Pace.Day", 10}, {".Pace.KeysHead", 7}, {".Pace.Time", 9}, {".Pace.AnswersHead", 7}, {".Pace.RateHead", 9}, {".Pace.CorrectionsHead", 5},
	{".Past.*", 78}, {".Verify.Readings.*", 24}, {".Verify.*", 78},
	{".Home.More", 8}, {".Home.Left", 12}, {".Home.Late", 12},
	{".Round.Plan", 10}, {".Round.Visit", 10}, {".Round.Wrong", 4}, {".Round.NotBegun", 16}, {".Round.InEntry", 18}, {".Round.*", 90},
	{".Home.*", 78}, {".Kinds.*", 24}, {".List.*", 78}, {".New.*", 78}, {".Help.*", 78}, {".Common.*", 78},
	// The note line of 80 columns, less a sign and the margins.
	{".Problems.*", 76},
	{".Failures.*", 104}, // may wrap once
}

func TestWordsFitTheirSlots(t *testing.T) {
	for _, slot := range slots {
		pattern := regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(slot.path), `\*`, ".*") + "$")
		found := false
		for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
			for path, s := range sentences(w) {
				if !pattern.MatchString(path) {
					continue
				}
				found = true
				if n := ansi.StringWidth(s); n > slot.cells {
					t.Errorf("%s%s is %d cells, %d are there: %q", w.Lang, path, n, slot.cells, s)
				}
			}
		}
		if !found {
			t.Errorf("no sentence has the path %s", slot.path)
		}
	}
}

func TestEveryActionIsNamed(t *testing.T) {
	for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
		for _, a := range keymap.Actions() {
			if short, long := w.Action(a); short == "" || long == "" {
				t.Errorf("%s: %s is called %q, %q", w.Lang, a, short, long)
			}
		}
		if len(w.Actions) != len(keymap.Actions()) {
			t.Errorf("%s names %d actions, there are %d", w.Lang, len(w.Actions), len(keymap.Actions()))
		}
	}
}

func TestTheLanguageIsChosenAtTheStart(t *testing.T) {
	for _, c := range []struct {
		name, flag string
		env        map[string]string
		want       string
		ok         bool
	}{
		{"asked for", "en", map[string]string{"LANG": "vi_VN.UTF-8"}, "en", true},
		{"asked for with a region", "vi-VN", nil, "vi", true},
		{"asked for one that is not there", "fr", nil, "vi", false},
		{"nothing says anything", "", nil, "vi", true},
		{"LANG", "", map[string]string{"LANG": "en_GB.UTF-8"}, "en", true},
		{"LC_ALL comes first", "", map[string]string{"LC_ALL": "vi_VN", "LC_MESSAGES": "en_US", "LANG": "en_US"}, "vi", true},
		{"LC_MESSAGES before LANG", "", map[string]string{"LC_MESSAGES": "en_US", "LANG": "vi_VN"}, "en", true},
		{"C is Vietnamese", "", map[string]string{"LANG": "C.UTF-8"}, "vi", true},
		{"another language is Vietnamese", "", map[string]string{"LANG": "fr_FR.UTF-8"}, "vi", true},
		{"a word that begins alike is not English", "", map[string]string{"LANG": "enm"}, "vi", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := i18n.Language(c.flag, func(name string) string { return c.env[name] })
			if got != c.want || ok != c.ok {
				t.Errorf("Language(%q) = %q, %v, want %q, %v", c.flag, got, ok, c.want, c.ok)
			}
		})
	}
	for _, l := range i18n.Languages() {
		if w := i18n.In(l); w.Lang != l || i18n.In(w.Other()).Lang == l {
			t.Errorf("In(%q) is %q and its other %q", l, w.Lang, w.Other())
		}
	}
}
