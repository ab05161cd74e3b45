package cli

import (
	"fmt"
	"slices"
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

// Form prints the items of one form. The name is its id, or id@version; without
// a version it is the latest. The error wraps form.ErrNoForm when there is none.
func (p Printer) Form(lib *form.Library, name string) error {
	id, version, _ := strings.Cut(name, "@")
	def, err := lib.Version(id, version)
	if err != nil {
		return fmt.Errorf("read form %s: %w", name, err)
	}
	if p.JSON {
		return p.json(def.Outline())
	}
	for _, sec := range def.Sections {
		if err := p.line(sec.Code + " " + sec.Title.In(p.Words.Lang)); err != nil {
			return err
		}
		for _, it := range sec.Items {
			if err := p.line(fmt.Sprintf("  %-8s %-9s %s", it.Code, it.Kind, it.Label.In(p.Words.Lang))); err != nil {
				return err
			}
		}
	}
	return nil
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

// lint prints what is wrong with one file. Warnings are told and do not make a
// form unsound: it can be used.
func (p Printer) lint(file string, src []byte, cat *catalog.Catalog) (sound bool, err error) {
	faults := form.Lint(file, src, cat)
	sound = !slices.ContainsFunc(faults, func(f form.Fault) bool { return !f.Warning })
	if err := p.Faults(faults); err != nil || !sound {
		return false, err
	}
	return true, p.line(fmt.Sprintf(p.Words.Start.FormSound, file))
}

// Faults prints the faults of form files, one a line.
func (p Printer) Faults(faults []form.Fault) error {
	for _, f := range faults {
		text := f.Text
		if f.Item != "" {
			text = f.Item + ": " + text
		}
		if f.Warning {
			text = fmt.Sprintf(p.Words.Start.Warning, text)
		}
		if err := p.line(fmt.Sprintf(p.Words.Start.Fault, f.File, f.Line, f.Column, text)); err != nil {
			return err
		}
	}
	return nil
}
