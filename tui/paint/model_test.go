package paint

import (
	"bytes"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// letters shows what was typed.
type letters string

func (l letters) Init() tea.Cmd { return nil }

func (l letters) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		l += letters(key.Text)
	}
	return l, nil
}

func (l letters) View() tea.View { return tea.NewView(string(l)) }

// sent counts what was written.
type sent struct {
	bytes.Buffer
	writes int
}

func (s *sent) Write(p []byte) (int, error) {
	s.writes++
	return s.Buffer.Write(p)
}

func TestKeysThatCameTogetherAreShownTogetherAndALoneOneAtOnce(t *testing.T) {
	wire, more := &sent{}, 0
	painter := NewPainter(wire, colorprofile.TrueColor, []string{"TERM=xterm"})
	var model tea.Model
	painted := &shown{model: letters(""), painter: painter, size: func() (tea.WindowSizeMsg, bool) { return tea.WindowSizeMsg{}, false },
		waiting: func() bool { return more > 0 }}
	model, _ = painted.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	begun := wire.writes
	painted.painted = time.Now().Add(time.Hour) // however slow this machine is
	for more = 39; more >= 0; more-- {
		model, _ = model.Update(tea.KeyPressMsg{Code: 'a', Text: "a"})
	}
	if wire.writes != begun+1 {
		t.Errorf("forty keys took %d writes", wire.writes-begun)
	}
	more = 0
	model, _ = model.Update(tea.KeyPressMsg{Code: 'b', Text: "b"})
	if wire.writes != begun+2 {
		t.Errorf("a lone key took %d writes", wire.writes-begun-1)
	}
	if model.Update(tea.ClearScreen()); !bytes.HasSuffix(wire.Bytes(), []byte("aab")) || wire.writes != begun+3 {
		t.Errorf("after a request to draw anew %q was sent", wire.Bytes())
	}
}
