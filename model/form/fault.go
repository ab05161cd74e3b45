package form

import (
	"fmt"
	"sort"
	"strings"
)

// Fault is one thing that is wrong with a form file: where, and what to do.
type Fault struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Item   string `json:"item,omitempty"` // name of the item it stands in, when known
	Text   string `json:"text"`           // what is wrong and what would be right
	// Warning marks what is probably not meant, in a form that can be used.
	Warning bool `json:"warning,omitempty"`
}

// Error spells the fault as file:line:column: item: text.
func (f Fault) Error() string {
	where := fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column)
	if f.Item != "" {
		where += ": " + f.Item
	}
	return where + ": " + f.Text
}

// Faults is every fault of a form file, in the order of its lines.
type Faults []Fault

// Error spells all of them, one a line.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

func (fs Faults) sorted() Faults {
	sort.SliceStable(fs, func(i, j int) bool { return fs[i].Line < fs[j].Line })
	return fs
}
