package kit

import "giamsat/tui/keymap"

// Scroll is the marker in a list of lines and the window that shows it. At is
// the line the marker is on, Top the first line shown; both are kept inside.
type Scroll struct {
	At, Top       int
	lines, height int
}

// Fit says how many lines there are and how many of them can be shown.
func (s *Scroll) Fit(lines, height int) {
	s.lines, s.height = max(lines, 0), max(height, 0)
	s.To(s.At)
}

// To puts the marker on a line, and moves the window as little as needed.
func (s *Scroll) To(line int) {
	s.At = max(0, min(line, s.lines-1))
	s.Top = min(s.Top, s.At)
	s.Top = max(s.Top, s.At-s.height+1)
	s.Top = max(0, min(s.Top, s.lines-s.height))
}

// Move does a moving action; false when the action does not move.
func (s *Scroll) Move(a keymap.Action) bool {
	switch a {
	case keymap.Up:
		s.To(s.At - 1)
	case keymap.Down:
		s.To(s.At + 1)
	case keymap.PageUp:
		s.To(s.At - max(1, s.height))
	case keymap.PageDown:
		s.To(s.At + max(1, s.height))
	case keymap.First:
		s.To(0)
	case keymap.Last:
		s.To(s.lines - 1)
	default:
		return false
	}
	return true
}

// Shown returns the lines in the window: from the first to before the second.
func (s *Scroll) Shown() (from, to int) { return s.Top, min(s.Top+s.height, s.lines) }

// Lines returns how many lines there are.
func (s *Scroll) Lines() int { return s.lines }
