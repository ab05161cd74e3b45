package i18n_test

import (
	"regexp"
	"strings"
	"testing"

	"giamsat/tui/i18n"
	"giamsat/tui/kit"
)

// typical is what stands in sentences: a field by its code and a label as long as
// sentences show it, an answer of some length, a name, a number.
var typical = map[string]string{
	"s": "3.07b Nguyên nhân giải ngân chậm so với k…, dòng 128",
	"q": "“Ủy ban nhân dân xã”",
	"d": "1.128",
}

// footed are the words that the note line shows while a record is filled in.
var footed = regexp.MustCompile(`^\.(Fill|Undo|Repeat|Field|Grid|Problems|Failures|Input|New|Diff|Review)\.`)

// What does not fit in the note line begins above it; nothing of a sentence with
// ordinary words in it may be cut off in a window of 80 columns.
func TestNoSentenceOfTheNoteLineIsCutAt80Columns(t *testing.T) {
	for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
		checked := 0
		for path, sentence := range sentences(w) {
			if !footed.MatchString(path) {
				continue
			}
			checked++
			said := verb.ReplaceAllStringFunc(sentence, func(v string) string { return typical[v[len(v)-1:]] })
			if strings.HasPrefix(path, ".Undo.") && !strings.HasPrefix(path, ".Undo.GivenUp") {
				said = strings.NewReplacer("%s", said).Replace(w.Undo.UndidTo) // which it stands in
			}
			above, last := kit.Wrap(said, 80, "…CUT")
			if strings.Contains(last, "…CUT") {
				t.Errorf("%s%s is cut: %q %q", w.Lang, path, above, last)
			}
		}
		if checked < 200 {
			t.Errorf("%s: only %d sentences were looked at", w.Lang, checked)
		}
	}
}
