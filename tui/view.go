package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/tui/kit"
)

// The least window that shows a screen as it was thought.
const (
	MinWidth  = 60
	MinHeight = 20
)

// The frame: title line and rule above the body, rule, note line and key line
// below it.
const (
	above  = 2
	below  = 3
	chrome = above + below
)

// peek is how many rows of the screen below stay in sight above a drawer.
const peek = 2

// roomy reports whether the window can show a screen.
func (a *App) roomy() bool { return a.width >= MinWidth && a.height >= MinHeight }

// blind reports whether the window is so small that nobody sees what is typed:
// then nothing is. Before its size is known, keys are typed ahead.
func (a *App) blind() bool { return a.width > 0 && a.height > 0 && !a.roomy() }

// layout tells the screens that can be seen how much room they have.
func (a *App) layout() {
	if !a.roomy() || len(a.stack) == 0 {
		return
	}
	body := a.height - chrome
	a.base().SetSize(a.width, body)
	if drawer := a.drawer(); drawer != nil {
		drawer.SetSize(a.width, drawerLines(drawer, body))
	}
}

// base is the topmost screen that is not an overlay.
func (a *App) base() kit.Screen {
	for i := len(a.stack) - 1; i > 0; i-- {
		if _, over := a.stack[i].screen.(kit.Overlay); !over {
			return a.stack[i].screen
		}
	}
	return a.stack[0].screen
}

// drawer is the top screen when it is an overlay, else nil.
func (a *App) drawer() kit.Overlay {
	if len(a.stack) < 2 {
		return nil
	}
	drawer, _ := a.top().screen.(kit.Overlay)
	return drawer
}

// drawerLines is the height of a drawer, its rule not counted.
func drawerLines(drawer kit.Overlay, body int) int {
	return max(1, min(drawer.Lines(), body-peek-1))
}

// View draws the frame and the screens in it. The cursor is steady: a blinking
// one that the program draws would send bytes for ever.
func (a *App) View() tea.View {
	view := tea.View{AltScreen: true}
	switch {
	case a.width <= 0 || a.height <= 0 || len(a.stack) == 0:
		return view
	case !a.roomy():
		view.Content = a.tooSmall()
		return view
	}
	rows, cursor := a.rows()
	view.Content = a.env.Theme.Shown(strings.Join(rows, "\n"))
	if cursor != nil && cursor.X < a.width && cursor.Y < a.height {
		view.Cursor = tea.NewCursor(cursor.X, cursor.Y)
		view.Cursor.Shape, view.Cursor.Blink = tea.CursorBar, false
	}
	return view
}

// tooSmall is the one sentence for a window without room.
func (a *App) tooSmall() string {
	text := fmt.Sprintf(a.env.Words.Common.TooSmall, MinWidth, MinHeight)
	return strings.Join(a.block(ansi.Wrap(text, a.width, ""), a.height), "\n")
}

// rows draws the window: exactly its height, none wider than it. The cursor is
// counted from the window's upper left corner.
func (a *App) rows() ([]string, *kit.Cursor) {
	theme := a.env.Theme
	base := a.base().View()
	body := a.height - chrome
	rows := make([]string, 0, a.height)
	rows = append(rows, a.titleLine(base), a.rule())

	shown, at := base, above
	note := a.noteLine(base)
	if drawer := a.drawer(); drawer != nil {
		lines := drawerLines(drawer, body)
		shown, at = drawer.View(), a.height-below-lines
		note = a.noteLine(shown)
		rows = append(rows, a.block(base.Body, body-lines-1)...)
		rows = append(rows, a.drawerRule(shown.Title))
		rows = append(rows, a.block(shown.Body, lines)...)
		rows = append(rows, a.rule())
	} else {
		lines, over := a.block(base.Body, body), min(max(base.Above, 0), body)
		if said, last := a.noticeLines(base); said != nil {
			lines, over, note = a.noticed(lines, over, said), len(said), last
		}
		rows = append(rows, lines[:body-over]...)
		rows = append(rows, a.rule())
		rows = append(rows, lines[body-over:]...)
	}
	if a.leaving == asking {
		rows = append(rows, a.line(theme.Problem.Render(a.unsavedSaid())), a.line(a.answers()))
		return rows, nil
	}
	rows = append(rows, a.line(note), a.line(a.keyLine()))
	if shown.Cursor == nil {
		return rows, nil
	}
	return rows, &kit.Cursor{X: shown.Cursor.X, Y: shown.Cursor.Y + at}
}

// line puts one row of text behind the margin.
func (a *App) line(text string) string {
	return ansi.Truncate(" "+text, a.width, a.env.Theme.Sign.CutRight)
}

// titleLine has the title left and the status right; the title gives way.
func (a *App) titleLine(frame kit.Frame) string {
	status, style := frame.Status, a.env.Theme.Status
	if status == "" {
		status = a.savingStatus()
		if len(a.account.failed) > 0 {
			style = a.env.Theme.Problem
		}
	}
	if typing := a.env.Words.Input.Name(a.env.Input); typing != "" {
		status = strings.TrimSpace(status + "  " + typing)
	}
	room := a.width - 2 // the margins
	if status != "" {
		room -= ansi.StringWidth(status) + 1
	}
	title := ansi.Truncate(frame.Title, max(room, 0), a.env.Theme.Sign.CutRight)
	gap := strings.Repeat(" ", max(room-ansi.StringWidth(title), 0))
	if status == "" {
		return ansi.Truncate(" "+a.env.Theme.Title.Render(title), a.width, "")
	}
	return ansi.Truncate(" "+a.env.Theme.Title.Render(title)+gap+" "+style.Render(status), a.width, "")
}

// savingStatus says what is saved. A save that is under way is told only when it
// takes long (see slow).
func (a *App) savingStatus() string {
	words := a.env.Words
	switch {
	case len(a.account.failed) > 0:
		return words.Common.SaveFault
	case a.account.slow:
		return words.Common.Saving
	case a.account.at.IsZero():
		return ""
	}
	return words.Saved(a.account.at)
}

// drawerRule divides a drawer from the screen below and bears its title.
func (a *App) drawerRule(title string) string {
	theme := a.env.Theme
	if title == "" {
		return a.rule()
	}
	const lead = (kit.TitleMargin - 2) / 2
	title = ansi.Truncate(title, a.width-kit.TitleMargin, theme.Sign.CutRight)
	rest := a.width - lead - ansi.StringWidth(title) - 2
	return theme.Line(lead) + " " + theme.Title.Render(title) + " " + theme.Line(rest)
}

// noticeLines lays a notice out over as many lines as it takes; nil when there is
// none, or the cursor stands where those above the note line would be: there it is
// cut.
func (a *App) noticeLines(base kit.Frame) (said []string, last string) {
	if a.notice.Text == "" || a.leaving != staying {
		return nil, ""
	}
	text, style := a.notice.Text, a.env.Theme.Hint
	if a.notice.Bad {
		text, style = a.env.Theme.Sign.Problem+" "+text, a.env.Theme.Problem
	}
	over, last := kit.Wrap(text, a.width, a.env.Theme.Sign.CutRight)
	if base.Cursor != nil && base.Cursor.Y >= a.height-chrome-len(over) {
		return nil, ""
	}
	said = make([]string, len(over))
	for i, line := range over {
		said[i] = a.line(style.Render(line))
	}
	return said, style.Render(last)
}

// noticed puts a notice in the place of the body's last lines: of those that begin
// the screen's own note, which it stands for, and of as many as it takes.
func (a *App) noticed(lines []string, own int, said []string) []string {
	n := len(lines)
	for i := n - own; i < n; i++ {
		lines[i] = ""
	}
	copy(lines[n-len(said):], said)
	return lines
}

// noteLine is the one line that says what is the matter.
func (a *App) noteLine(frame kit.Frame) string {
	words, theme := a.env.Words, a.env.Theme
	switch {
	case a.leaving != staying:
		return theme.Hint.Render(words.Common.Quitting)
	case a.notice.Bad:
		return theme.Problem.Render(theme.Sign.Problem + " " + a.notice.Text)
	case a.notice.Text != "":
		return theme.Hint.Render(a.notice.Text)
	}
	return frame.Note
}
