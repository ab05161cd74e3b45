package kit_test

import (
	"testing"

	"pgregory.net/rapid"

	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

func TestScrollKeepsTheMarkerInTheWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s kit.Scroll
		lines, height := 0, 0
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			if rapid.Bool().Draw(t, "fit") {
				lines, height = rapid.IntRange(0, 50).Draw(t, "lines"), rapid.IntRange(1, 20).Draw(t, "height")
				s.Fit(lines, height)
			} else {
				s.Move(rapid.SampledFrom([]keymap.Action{keymap.Up, keymap.Down, keymap.PageUp, keymap.PageDown, keymap.First, keymap.Last}).Draw(t, "move"))
			}
			from, to := s.Shown()
			if to-from != min(lines, height) {
				t.Fatalf("%d of %d lines are shown in a window of %d", to-from, lines, height)
			}
			if lines > 0 && (s.At < from || s.At >= to) {
				t.Fatalf("the marker on %d is outside %d to %d", s.At, from, to)
			}
		}
	})
}

func TestScrollMovesByPagesAndToBothEnds(t *testing.T) {
	var s kit.Scroll
	s.Fit(100, 10)
	for _, step := range []struct {
		action  keymap.Action
		at, top int
	}{
		{keymap.Down, 1, 0}, {keymap.PageDown, 11, 2}, {keymap.Last, 99, 90}, {keymap.PageUp, 89, 89},
		{keymap.Down, 90, 89}, {keymap.First, 0, 0}, {keymap.Up, 0, 0},
	} {
		if !s.Move(step.action) || s.At != step.at || s.Top != step.top {
			t.Errorf("%s leads to line %d in a window from %d, want %d and %d", step.action, s.At, s.Top, step.at, step.top)
		}
	}
	if s.Move(keymap.Open) {
		t.Error("an action that does not move was taken for one")
	}
}
