package whole

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/i18n"
)

// shown reports whether the screen has a spot open.
func (p spot) shown(screen []string) bool {
	if p.table {
		return p.cellShown(screen)
	}
	for i, line := range screen {
		if !strings.HasPrefix(line, " >") {
			continue
		}
		code, label := codeOf(line)
		if p.part == "" {
			return code == p.code
		}
		words := i18n.In("vi").Fill
		name := map[string]string{form.Note: words.Note, form.Evidence: words.Evidence}[p.part]
		if code != "" || !strings.HasPrefix(label, "  "+name) {
			return false
		}
		// The item of the companion is the nearest one above.
		for i--; i > 1; i-- {
			if code, _ := codeOf(screen[i]); code != "" {
				return code == p.code
			}
		}
		return true
	}
	return false
}

// codeOf takes the code and what follows from a row of the form.
func codeOf(line string) (code, rest string) {
	letters := []rune(line)
	if len(letters) < 11 {
		return "", ""
	}
	return strings.TrimSpace(string(letters[4:11])), string(letters[11:])
}

// cellShown reports whether a table is open on a cell: its title, the number of
// the row with the marker, and the label over the cell in brackets.
func (p spot) cellShown(screen []string) bool {
	if len(screen) < 4 || !strings.HasPrefix(screen[0], " "+p.code+" ") {
		return false
	}
	at := -1
	for i, line := range screen {
		if strings.HasPrefix(line, ">") {
			at = i
		}
	}
	if at < 0 || p.row == emptyRow {
		return at < 0 && p.row == emptyRow
	}
	line := screen[at]
	number, ok := rowNumber(line)
	to := strings.LastIndex(line, "]")
	from := strings.LastIndexAny(line[:max(to, 0)], "[≈!") // a mark stands behind the bracket
	if !ok || number != p.row || from < 0 || to < from {
		return false
	}
	left, right := ansi.StringWidth(line[:from]), ansi.StringWidth(line[:to])
	return p.under(heads(screen), left, right)
}

// heads are the lines of column labels: those above the first row with a number.
func heads(screen []string) []string {
	for i := 2; i < len(screen); i++ {
		if _, ok := rowNumber(screen[i]); ok {
			return screen[2:i]
		}
	}
	return nil
}

// rowNumber reads the number of a table's row, behind at most three signs. The
// last line of labels may have a number too: of the rows above.
func rowNumber(line string) (int, bool) {
	if strings.HasPrefix(line, "↑") {
		return 0, false
	}
	rest := strings.TrimLeftFunc(line, func(r rune) bool { return !unicode.IsDigit(r) && !unicode.IsLetter(r) })
	if ansi.StringWidth(line)-ansi.StringWidth(rest) > 5 {
		return 0, false
	}
	end := strings.IndexAny(rest, " [") // the bracket of a marked first cell stands right behind it
	if end < 0 {
		end = len(rest)
	}
	n, err := strconv.Atoi(rest[:end])
	return n, err == nil
}

// under reports whether the label in the columns between left and right can be
// that of the spot: every word shown there, as far as it is shown, is one of it.
func (p spot) under(heads []string, left, right int) bool {
	words := 0
	for _, head := range heads {
		for _, word := range strings.Fields(ansi.Cut(head, left+1, right)) {
			word = strings.TrimRight(word, "…")
			if strings.Trim(word, "│─") == "" {
				continue
			}
			if !strings.Contains(p.column, word) {
				return false
			}
			words++
		}
	}
	return words > 0
}
