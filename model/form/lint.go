package form

import (
	"errors"
	"fmt"
	"strings"

	"giamsat/model/catalog"
	"giamsat/model/vn"
)

// Widths that a form's texts should keep to, in cells of an 80-column screen.
const (
	widestLabel  = 60
	widestColumn = 14
	widestShort  = 12
)

// Lint tells everything that is wrong with a form file: its faults, or, where it
// has none, its warnings, which are marked as such.
func Lint(name string, src []byte, cat *catalog.Catalog) []Fault {
	d, err := Load(name, src, cat)
	var faults Faults
	switch {
	case errors.As(err, &faults):
		return faults
	case err != nil:
		return []Fault{{File: name, Line: 1, Column: 1, Text: err.Error()}}
	}
	warnings := Warnings(d)
	for i := range warnings {
		warnings[i].File = name
	}
	return warnings
}

// Warnings tells what is probably not meant in a form that can be used: texts too
// wide for the screen, items that can never be seen, rules that ask for what
// nobody can give.
func Warnings(d *Definition) []Fault {
	var w warner
	for i := range d.Sections {
		s := &d.Sections[i]
		w.width("short title of section "+s.Name, s.Short, widestShort, nil)
		if len(s.Items) == 0 {
			w.add(nil, "section %q has no item", s.Name)
		}
		for _, it := range s.Items {
			w.item(it)
			if it.Table == nil {
				continue
			}
			for _, c := range it.Table.Columns {
				w.item(c)
			}
		}
	}
	return Faults(w).sorted()
}

type warner []Fault

func (w *warner) add(it *Item, format string, args ...any) {
	f := Fault{Line: 1, Column: 1, Text: fmt.Sprintf(format, args...), Warning: true}
	if it != nil {
		f.Item, f.Line, f.Column = it.Name, it.line, it.column
		if it.parent != nil {
			f.Item = it.parent.Name + "." + it.Name
		}
	}
	*w = append(*w, f)
}

func (w *warner) width(what string, l Label, widest int, it *Item) {
	for _, text := range []string{l.VI, l.EN} { // every letter of both languages is one cell wide
		if n := len(vn.Graphemes(text)); n > widest {
			w.add(it, "the %s %q is %d cells wide; %d fit on a screen", what, text, n, widest)
		}
	}
}

func (w *warner) item(it *Item) {
	if it.Column() {
		w.width("column label", it.Label, widestColumn, it)
	} else {
		w.width("label", it.Label, widestLabel, it)
	}
	if strings.TrimSpace(it.Basis) == "" {
		w.add(it, "basis is empty: say where the item comes from")
	}
	if it.Unconfirmed {
		w.add(it, "the columns are not confirmed: nothing can be filled in")
	}
	if it.Relevant != nil && it.Relevant.fixed != nil && !*it.Relevant.fixed {
		w.add(it, "relevant is always false: nobody will ever see the item")
	}
	if it.Readonly && it.Required != nil && it.Default == nil && it.Column() && it.parent.Table.Settles == nil {
		w.add(it, "a readonly column is required, and nothing fills it")
	}
	for _, c := range it.Constraints {
		if c.Rule.fixed != nil {
			w.add(it, "the rule %q does not hang on any answer", c.Rule.Text)
		}
		if c.Severity == Reason && strings.TrimSpace(c.Basis) == "" {
			w.add(it, "the rule %q asks for a reason and has no basis", c.Rule.Text)
		}
	}
}
