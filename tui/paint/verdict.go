package paint

import (
	"os"

	"github.com/charmbracelet/x/term"
)

// Verdict says whether the interface can be shown on a terminal, and if not,
// for which reason. It is a code: the sentences a person reads are made from
// it elsewhere.
type Verdict int

// The verdicts of CheckTerminal.
const (
	// Usable terminals can show the interface.
	Usable Verdict = iota
	// InputNotTerminal means that the keys would come from a file or a pipe.
	InputNotTerminal
	// OutputNotTerminal means that the picture would go to a file or a pipe.
	OutputNotTerminal
	// TermUnset means that TERM is empty, so that nothing is known of the
	// terminal; it happens under cron and with `ssh host command`.
	TermUnset
	// TermDumb means that the terminal says it cannot move its cursor.
	TermDumb
)

// String returns the verdict's name for logs.
func (v Verdict) String() string {
	switch v {
	case Usable:
		return "usable"
	case InputNotTerminal:
		return "input is not a terminal"
	case OutputNotTerminal:
		return "output is not a terminal"
	case TermUnset:
		return "TERM is unset"
	case TermDumb:
		return "TERM is dumb"
	}
	return "unknown verdict"
}

// CheckTerminal says whether the interface can be drawn when keys are read
// from in, the picture is written to out, and the environment's TERM is termName.
// Where several reasons hold, the first in the order of the constants is told.
func CheckTerminal(in, out *os.File, termName string) Verdict {
	switch {
	case !term.IsTerminal(in.Fd()):
		return InputNotTerminal
	case !term.IsTerminal(out.Fd()):
		return OutputNotTerminal
	case termName == "":
		return TermUnset
	case termName == "dumb":
		return TermDumb
	}
	return Usable
}
