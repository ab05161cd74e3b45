package cli

import (
	"fmt"
	"os"
	"strings"

	"giamsat/model/form"
	"giamsat/tui/i18n"
)

// comparison is two versions of a form in JSON.
type comparison struct {
	Old         version           `json:"old"`
	New         version           `json:"new"`
	Differences []form.Difference `json:"differences"`
}

type version struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Hash    string `json:"hash"`
}

// diff compares two forms, each a file or a form of the library.
func (t Tools) diff(lib *form.Library, oldName, newName string) error {
	was, err := t.formOf(lib, oldName)
	if err != nil {
		return err
	}
	is, err := t.formOf(lib, newName)
	if err != nil {
		return err
	}
	return t.Diff(was, is)
}

// formOf loads a form from a file, or from the library by id or id@version. A
// name that could be both is the file's.
func (t Tools) formOf(lib *form.Library, name string) (*form.Definition, error) {
	if _, err := os.Stat(name); err != nil && !strings.HasSuffix(name, ".yaml") {
		return t.version(lib, name)
	}
	src, err := readFile(name)
	if err != nil {
		return nil, Said(t.unusable(name, err))
	}
	return form.Load(name, src, t.Catalog)
}

// Diff prints what differs between two versions of a form, section by section,
// and what it means for the answers of records.
func (p Printer) Diff(was, is *form.Definition) error {
	list := form.Diff(was, is)
	if p.JSON {
		if list == nil {
			list = []form.Difference{}
		}
		return p.json(comparison{Old: version{was.ID, was.Version, was.Hash}, New: version{is.ID, is.Version, is.Hash}, Differences: list})
	}
	w := p.Words.Diff
	if err := p.line(fmt.Sprintf(w.Heading, was.ID, was.Version, is.ID, is.Version)); err != nil {
		return err
	}
	if len(list) == 0 {
		return p.line(w.None)
	}
	section := ""
	count := map[form.What]int{}
	for _, d := range list {
		count[d.What]++
		if d.Section != section {
			section = d.Section
			if err := p.line("\n" + sectionTitle(was, is, section, p.Words.Lang)); err != nil {
				return err
			}
		}
		if err := p.difference(d); err != nil {
			return err
		}
	}
	return p.line("\n" + i18n.Count(w.Sum, len(list), count[form.Added], count[form.Removed], count[form.Moved], count[form.Changed]))
}

func sectionTitle(was, is *form.Definition, name, lang string) string {
	for _, d := range []*form.Definition{is, was} {
		if s := d.Section(name); s != nil {
			return s.Code + " " + s.Title.In(lang)
		}
	}
	return name
}

// Signs before a difference, by what it is.
var signs = map[form.What]string{form.Added: "+", form.Removed: "-", form.Moved: ">", form.Changed: "~"}

// difference prints one difference and its details.
func (p Printer) difference(d form.Difference) error {
	w := p.Words.Diff
	indent := "  "
	if d.Column != "" {
		indent += "  "
	}
	parts := []string{w.What[string(d.What)]}
	if d.From != "" {
		parts = append(parts, fmt.Sprintf(w.From, d.From))
	}
	if fate := p.Words.Fate(d.Fate); fate != "" {
		parts = append(parts, fate)
	}
	if d.Twin != "" {
		parts = append(parts, fmt.Sprintf(w.Twin, d.Twin))
	}
	name := strings.TrimSpace(d.Code + " " + d.Label.In(p.Words.Lang))
	if err := p.line(indent + signs[d.What] + " " + name + ": " + strings.Join(parts, "; ")); err != nil {
		return err
	}
	for _, detail := range d.Details {
		if err := p.line(indent + "    " + p.detail(detail)); err != nil {
			return err
		}
	}
	return nil
}

// detail names a property and what it was and is. Texts of several lines stand on
// one.
func (p Printer) detail(d form.Detail) string {
	w := p.Words.Diff
	name := strings.Join(nonEmpty([]string{w.Keys[d.Key], d.Name, w.Lang[d.Lang]}), " ")
	old, is := strings.Join(strings.Fields(d.Old), " "), strings.Join(strings.Fields(d.New), " ")
	switch {
	case old == "":
		return name + ": " + fmt.Sprintf(w.New, is)
	case is == "":
		return name + ": " + fmt.Sprintf(w.Gone, old)
	}
	return name + ": " + fmt.Sprintf(w.Change, old, is)
}
