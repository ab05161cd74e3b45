package cli

import (
	"errors"
	"fmt"
	"strings"

	"giamsat/model/catalog"
	"giamsat/model/form"
)

// Forms prints every form there is.
func (p Printer) Forms(lib *form.Library) error {
	start := p.Words.Start
	rows := [][]string{{start.ID, start.Version, start.Valid, start.Form}}
	for _, h := range lib.List() {
		if p.JSON {
			if err := p.json(h); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{h.ID, h.Version, h.ValidFrom.String(), h.Title.In(p.Words.Lang)})
	}
	if p.JSON {
		return nil
	}
	return p.table(rows)
}

// formItem is an item of a form in JSON.
type formItem struct {
	Section string     `json:"section"`
	Name    string     `json:"name"`
	Code    string     `json:"code"`
	Kind    form.Kind  `json:"type"`
	Label   form.Label `json:"label"`
	Columns []formItem `json:"columns,omitempty"`
}

// Form prints the items of one form. The name is its id, or id@version; without
// a version it is the latest. The error wraps form.ErrNoForm when there is none.
func (p Printer) Form(lib *form.Library, name string) error {
	id, version, _ := strings.Cut(name, "@")
	def, err := lib.Version(id, version)
	if err != nil {
		return fmt.Errorf("read form %s: %w", name, err)
	}
	for _, sec := range def.Sections {
		if !p.JSON {
			if err := p.line(sec.Code + " " + sec.Title.In(p.Words.Lang)); err != nil {
				return err
			}
		}
		for _, it := range sec.Items {
			if err := p.item(sec.Name, it); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p Printer) item(section string, it *form.Item) error {
	if !p.JSON {
		return p.line(fmt.Sprintf("  %-8s %-9s %s", it.Code, it.Kind, it.Label.In(p.Words.Lang)))
	}
	out := formItem{Section: section, Name: it.Name, Code: it.Code, Kind: it.Kind, Label: it.Label}
	if it.Table != nil {
		for _, col := range it.Table.Columns {
			out.Columns = append(out.Columns, formItem{Section: section, Name: col.Name, Code: col.Code, Kind: col.Kind, Label: col.Label})
		}
	}
	return p.json(out)
}

// Lint prints every fault of form files, each at once; sound says whether there
// was none. A file that cannot be read is told like a fault.
func (p Printer) Lint(files []string, read func(string) ([]byte, error), cat *catalog.Catalog) (sound bool, err error) {
	sound = true
	for _, file := range files {
		src, err := read(file)
		if err != nil {
			sound = false
			if err := p.line(fmt.Sprintf(p.Words.Start.File, file, p.Words.Err(err))); err != nil {
				return false, err
			}
			continue
		}
		ok, err := p.lint(file, src, cat)
		if err != nil {
			return false, err
		}
		sound = sound && ok
	}
	return sound, nil
}

func (p Printer) lint(file string, src []byte, cat *catalog.Catalog) (sound bool, err error) {
	_, err = form.Load(file, src, cat)
	var faults form.Faults
	switch {
	case err == nil:
		return true, p.line(fmt.Sprintf(p.Words.Start.FormSound, file))
	case errors.As(err, &faults):
		return false, p.Faults(faults)
	}
	return false, err
}

// Faults prints the faults of form files, one a line.
func (p Printer) Faults(faults []form.Fault) error {
	for _, f := range faults {
		text := f.Text
		if f.Item != "" {
			text = f.Item + ": " + text
		}
		if err := p.line(fmt.Sprintf(p.Words.Start.Fault, f.File, f.Line, f.Column, text)); err != nil {
			return err
		}
	}
	return nil
}
