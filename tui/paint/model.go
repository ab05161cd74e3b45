package paint

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// glimpse is how long keys that come without end can keep a picture back.
const glimpse = 100 * time.Millisecond

// shown is a model whose picture is on the terminal when its Update has
// returned. While keys wait that came together with the last one, it holds the
// picture back: they are read in thousandths of a second, and one picture shows
// them all. A lone key never waits.
type shown struct {
	model   tea.Model
	painter *Painter
	size    func() (tea.WindowSizeMsg, bool) // the window's, now
	waiting func() bool                      // more keys follow at once
	begun   tea.Cmd                          // once, when the loop runs
	painted time.Time
}

var _ tea.Model = (*shown)(nil)

// Init starts the model.
func (s *shown) Init() tea.Cmd { return tea.Batch(s.model.Init(), s.begun) }

// Update hands a message on and paints what has come of it.
func (s *shown) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		// Sizes may overtake one another on their way; only that of now is true.
		if now, known := s.size(); known {
			m, msg = now, now
		}
		s.painter.Resize(m.Width, m.Height)
	case tea.ModeReportMsg:
		if m.Mode == ansi.ModeUnicodeCore && !m.Value.IsNotRecognized() && !m.Value.IsPermanentlyReset() {
			s.painter.Graphemes()
		}
	}
	next, cmd := s.model.Update(msg)
	s.model = next
	// Bubble Tea keeps the types of these two to itself; both are empty.
	switch msg {
	case tea.ClearScreen():
		s.painter.Forget()
	case tea.RequestWindowSize():
		cmd = tea.Batch(cmd, s.ask)
	}
	if !s.waiting() || time.Since(s.painted) > glimpse {
		// An Output has told its line of a terminal that is gone; after any
		// other error the next picture is painted afresh.
		_ = s.painter.Paint(next.View())
		s.painted = time.Now()
	}
	return s, cmd
}

// ask answers a request for the window's size.
func (s *shown) ask() tea.Msg {
	if now, known := s.size(); known {
		return now
	}
	return nil
}

// View is empty: the picture is painted already.
func (s *shown) View() tea.View { return tea.View{} }
