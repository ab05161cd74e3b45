package i18n_test

import (
	"strings"
	"testing"

	"giamsat/tui/i18n"
)

func TestOneOfAKindIsNotCalledMany(t *testing.T) {
	en, vi := i18n.EN(), i18n.VI()
	for _, c := range []struct{ got, want string }{
		{i18n.Count(en.Fill.Rows, 1), "1 row"},
		{i18n.Count(en.Fill.Rows, 0), "0 rows"},
		{i18n.Count(en.Start.Sound, 1, int64(1), 12), "1 record, 1 event, 12 answers: the data is sound."},
		{i18n.Count(en.Review.WouldClear, 1, "1.02b"), "Completing clears 1 answer that no longer applies: 1.02b."},
		{i18n.Count(en.Review.WouldClear, 2, "1.02b, 2.04"), "Completing clears 2 answers that no longer apply: 1.02b, 2.04."},
		{i18n.Count(en.Undo.Pasted, 1, "3.T1"), "paste 1 cell into 3.T1"},
		{i18n.Count(en.Start.NoRevision, "a1", 3, 1), "The record a1 has no revision 3; it was completed 1 time."},
		{i18n.Count(en.Common.MoreLines, 1), "1 more line"},
		{i18n.Count(vi.Fill.Rows, 1), "1 dòng"},
		{i18n.Count("100%% of %d {row|rows}", 1), "100% of 1 row"},
	} {
		if c.got != c.want {
			t.Errorf("it says %q, want %q", c.got, c.want)
		}
	}
}

// A sentence with both words gives each of them, behind its number.
func TestBothWordsAreGivenBehindTheirNumber(t *testing.T) {
	for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
		for path, s := range sentences(w) {
			for rest := s; strings.Contains(rest, "{"); {
				before, after, _ := strings.Cut(rest, "{")
				both, behind, closed := strings.Cut(after, "}")
				if !closed || strings.Count(both, "|") != 1 || !strings.Contains(before, "%d") {
					t.Errorf("%s%s: {%s} in %q", w.Lang, path, both, s)
				}
				rest = "%d" + behind
			}
		}
	}
}
