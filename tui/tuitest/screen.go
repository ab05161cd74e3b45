package tuitest

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// Screen returns the rows of the screen as text, without the blanks at their ends.
func (t *Terminal) Screen() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.screen.rows()
}

// WaitFor waits until text stands on the screen, within one row. It fails the
// test when limit passes, or the program ends, without it.
func (t *Terminal) WaitFor(text string, limit time.Duration) {
	t.tb.Helper()
	t.WaitUntil("the text "+text, limit, func(rows []string) bool {
		for _, row := range rows {
			if strings.Contains(row, text) {
				return true
			}
		}
		return false
	})
}

// WaitForMatch waits until the screen matches pattern; its rows are joined with
// newlines. It fails like WaitFor.
func (t *Terminal) WaitForMatch(pattern *regexp.Regexp, limit time.Duration) {
	t.tb.Helper()
	t.WaitUntil("a match of "+pattern.String(), limit, func(rows []string) bool {
		return pattern.MatchString(strings.Join(rows, "\n"))
	})
}

// WaitUntil waits until done says so of the screen's rows; what names it in the
// failing test's message. done must not call the terminal.
func (t *Terminal) WaitUntil(what string, limit time.Duration, done func(rows []string) bool) {
	t.tb.Helper()
	t.mu.Lock()
	defer t.mu.Unlock()
	found := false
	t.await(limit, func() bool {
		found = done(t.screen.rows())
		return found || t.drained
	})
	switch {
	case found:
	case t.drained:
		t.tb.Fatalf("the program ended before %s was shown\n%s", what, t.picture())
	default:
		t.tb.Fatalf("%s was not shown within %v\n%s", what, limit, t.picture())
	}
}

// WaitForOutput waits until the program has sent a text, among what it has sent
// after the first so many bytes. It fails like WaitFor.
func (t *Terminal) WaitForOutput(text string, after int, limit time.Duration) {
	t.tb.Helper()
	t.WaitUntil(fmt.Sprintf("the output %q", text), limit, func([]string) bool {
		return bytes.Contains(t.received.Bytes()[after:], []byte(text)) // the lock is held
	})
}

// WaitChange waits until the program has sent something, at most as long as limit.
func (t *Terminal) WaitChange(limit time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	seen := t.received.Len()
	t.await(limit, func() bool { return t.drained || t.received.Len() != seen })
}

// WaitStill waits until the program has sent nothing for as long as quiet. It
// fails the test when that does not happen within Patience.
func (t *Terminal) WaitStill(quiet time.Duration) {
	t.tb.Helper()
	t.mu.Lock()
	defer t.mu.Unlock()
	deadline := time.Now().Add(Patience)
	for !t.drained {
		left := quiet - time.Since(t.last)
		if left <= 0 {
			return
		}
		if time.Now().After(deadline) {
			t.tb.Fatalf("the program was not still for %v within %v\n%s", quiet, Patience, t.picture())
		}
		seen := t.last
		t.await(left, func() bool { return t.drained || t.last != seen })
	}
}

// frame draws a border around rows, so that a message shows where they end.
func frame(rows []string) string {
	width := 0
	for _, row := range rows {
		width = max(width, ansi.StringWidth(row))
	}
	edge := "+" + strings.Repeat("-", width) + "+"
	var b strings.Builder
	b.WriteString(edge + "\n")
	for _, row := range rows {
		b.WriteString("|" + row + strings.Repeat(" ", width-ansi.StringWidth(row)) + "|\n")
	}
	b.WriteString(edge)
	return b.String()
}
