package whole

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// subject is a program that is measured.
type subject struct {
	name    string
	command []string // nil: it is not installed
	env     []string
	sign    string   // stands on the first screen
	typing  string   // what begins typing on the first screen
	moving  string   // what begins moving from field to field
	next    string   // goes to the next field
	back    string   // goes back
	clear   []string // empties the field that is typed in, and goes on typing
	search  []string // begins a new search of the list
	list    [2]int   // the rows of the screen from and up to which the list stands
}

// fields is how many a peer's form has.
const fields = 20

// vim is an editor: a file of twenty lines, without a person's settings.
func vim(b *testing.B) subject {
	b.Helper()
	s := subject{name: "vim", sign: "Item 20:", typing: "A", moving: "0", next: "j", back: "k", clear: []string{"\x03", "u", "A"}}
	var lines []string
	for i := range fields {
		lines = append(lines, fmt.Sprintf("Item %02d: ", i+1))
	}
	file := fileOf(b, lines)
	if path, ok := installed(b, s.name); ok {
		s.command = []string{path, "--clean", "-n", file}
	}
	return s
}

// dialog is a form program: a form of twenty fields, of which its window shows
// nine.
func dialog(b *testing.B) subject {
	b.Helper()
	s := subject{name: "dialog", sign: "Item 09:", next: "\x1bOB", back: "\x1bOA", clear: []string{"\x15"}}
	path, ok := installed(b, s.name)
	if !ok {
		return s
	}
	s.command = []string{path, "--form", "Inspection", "22", "78", "14"}
	for i := range fields {
		line := fmt.Sprint(i + 1)
		s.command = append(s.command, fmt.Sprintf("Item %02d:", i+1), line, "1", "", line, "12", "60", "4000")
	}
	return s
}

// fzf searches a file of lines like those of the list, by words in any order, as
// the list does.
func fzf(b *testing.B) subject {
	b.Helper()
	s := subject{name: "fzf", sign: fmt.Sprintf("%d/%d", many, many), search: []string{"\x15"}, list: [2]int{0, high - 2}}
	path, ok := installed(b, s.name)
	if !ok {
		return s
	}
	lines := make([]string, many)
	for i := range lines {
		unit := sought[i%(len(sought)-2)]
		lines[i] = fmt.Sprintf("xa %s ha tinh dot %d 2024-%02d-%02d %02d/%02d/2024 %d", unit, i%4, 1+i%12, 1+i%28, 1+i%28, 1+i%12, 18000+i)
	}
	s.command = []string{"/bin/sh", "-c", `exec "$0" --exact --no-sort <"$1"`, path, fileOf(b, lines)}
	return s
}

// fileOf writes lines into a file of their own.
func fileOf(b *testing.B, lines []string) string {
	b.Helper()
	file := filepath.Join(b.TempDir(), "lines.txt")
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	return file
}

// installed finds a program that is measured beside ours.
func installed(tb testing.TB, name string) (path string, ok bool) {
	tb.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		tb.Logf("%s is not installed: %v", name, err)
		return "", false
	}
	return path, true
}
