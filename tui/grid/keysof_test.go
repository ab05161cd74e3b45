package grid

import (
	"slices"
	"testing"

	"giamsat/model/form"
)

// A table gave "not applicable" a digit, where the form has the dash for it.
func TestNotApplicableHasTheDashInATableToo(t *testing.T) {
	list := func(codes ...string) (l []form.Choice) {
		for _, c := range codes {
			l = append(l, form.Choice{Code: c})
		}
		return l
	}
	for _, c := range []struct{ codes, keys []string }{
		{[]string{"yes", "no", "na"}, []string{"1", "2", "-"}},
		{[]string{"na", "yes", "no"}, []string{"-", "1", "2"}},
		{[]string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"}},
	} {
		if got := keysOf(list(c.codes...)); !slices.Equal(got, c.keys) {
			t.Errorf("the keys of %v are %v, want %v", c.codes, got, c.keys)
		}
	}
}
