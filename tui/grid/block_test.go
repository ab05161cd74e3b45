package grid

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"giamsat/model/vn"
)

func TestBlocksAsSpreadsheetsWriteThem(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want [][]string
	}{
		"one cell":             {"a", [][]string{{"a"}}},
		"a row":                {"a\tb", [][]string{{"a", "b"}}},
		"rows of Windows":      {"a\tb\r\nc\td", [][]string{{"a", "b"}, {"c", "d"}}},
		"rows of an old Mac":   {"a\rb", [][]string{{"a"}, {"b"}}},
		"empty cells":          {"\t\ta\n\t", [][]string{{"", "", "a"}, {"", ""}}},
		"a break in a cell":    {"\"a\nb\"\tc", [][]string{{"a b", "c"}}},
		"a tab in a cell":      {"\"a\tb\"\tc", [][]string{{"a b", "c"}}},
		"quotes in a cell":     {"\"a \"\"b\"\"\"\tc", [][]string{{`a "b"`, "c"}}},
		"a quote by itself":    {"\"a\tb", [][]string{{`"a`, "b"}}},
		"a quoted word":        {"\"a\" b\tc", [][]string{{`"a" b`, "c"}}},
		"an inch":              {`5"` + "\tc", [][]string{{`5"`, "c"}}},
		"decomposed letters":   {"e\u0302\u0301", [][]string{{"ế"}}},
		"control characters":   {"a\x1b[31mb", [][]string{{"a[31mb"}}},
		"a blank last column":  {"a\t\nb\t", [][]string{{"a", ""}, {"b", ""}}},
		"a line that is empty": {"a\n\nb", [][]string{{"a"}, {""}, {"b"}}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, readBlock(c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Whatever cells a spreadsheet writes, they come back: the reader drops none
// and cuts none.
func TestEveryCellOfABlockComesBack(t *testing.T) {
	word := rapid.StringOf(rapid.SampledFrom([]rune("aế1.,\" \t\n")))
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOfN(rapid.SliceOfN(word, 1, 4), 1, 4).Draw(t, "cells")
		var lines []string
		want := make([][]string, len(cells))
		for i, row := range cells {
			quoted := make([]string, len(row))
			for j, text := range row {
				quoted[j] = text
				if strings.ContainsAny(text, "\"\t\n") {
					quoted[j] = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
				}
				want[i] = append(want[i], vn.CleanLine(text))
			}
			lines = append(lines, strings.Join(quoted, "\t"))
		}
		if diff := cmp.Diff(want, readBlock(strings.Join(lines, "\r\n"))); diff != "" {
			t.Error(diff)
		}
	})
}

func TestALabelTakesTwoLinesAtMost(t *testing.T) {
	for label, want := range map[string]int{"": 0, "Giao": 4, "Tổng vốn": 4, "Giải ngân lũy kế": 9} {
		if got := headWidth(label); got != want {
			t.Errorf("%q needs %d cells, want %d", label, got, want)
		}
	}
}

func TestWhatIsLeftOfTheRoomIsShared(t *testing.T) {
	for _, c := range []struct {
		least, want []int
		left        int
		width       []int
	}{
		{[]int{3, 3}, []int{5, 9}, 4, []int{5, 5}},
		{[]int{3, 3}, []int{5, 9}, 100, []int{5, 9}},
		{[]int{3, 3}, []int{5, 9}, 1, []int{4, 3}},
		{[]int{3, 3}, []int{5, 9}, -7, []int{3, 3}},
	} {
		if got := share(c.least, c.want, c.left); !cmp.Equal(got, c.width) {
			t.Errorf("%d shared over %v, %v is %v, want %v", c.left, c.least, c.want, got, c.width)
		}
	}
}
