package i18n_test

import (
	"os"
	"regexp"
	"testing"

	"giamsat/tui/i18n"
)

// property finds the words of form files that a comparison of forms tells.
var property = regexp.MustCompile(`\bb\.(?:text|named|namedLabel|label|flag|count|words)\("(\w+)"`)

func TestEveryPropertyOfAFormHasAName(t *testing.T) {
	seen := 0
	for _, file := range []string{"../../model/form/diff.go", "../../model/form/diffdetail.go"} {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range property.FindAllStringSubmatch(string(src), -1) {
			seen++
			for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
				if w.Diff.Keys[m[1]] == "" {
					t.Errorf("%s: the property %s has no name", w.Lang, m[1])
				}
			}
		}
	}
	if seen < 40 {
		t.Errorf("only %d properties were found in the source", seen)
	}
}
