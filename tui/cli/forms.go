package cli

import (
	"errors"
	"fmt"
	"os"
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

// Form prints the items of one form, or its file as it is. The name is its id, or
// id@version; without a version it is the latest.
func (p Printer) Form(lib *form.Library, name string, source bool) error {
	def, err := p.version(lib, name)
	if err != nil {
		return err
	}
	if source {
		if _, err := p.Out.Write(def.Source); err != nil {
			return fmt.Errorf("print: %w", err)
		}
		return nil
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

// version loads a form by its id or id@version.
func (p Printer) version(lib *form.Library, name string) (*form.Definition, error) {
	id, version, _ := strings.Cut(name, "@")
	def, err := lib.Version(id, version)
	if errors.Is(err, form.ErrNoForm) {
		return nil, say(p.Words.Start.NoForm, name)
	}
	return def, err
}

// readFile reads a file that a person named; the error is of a kind that there is
// a sentence for.
func readFile(name string) ([]byte, error) {
	src, err := os.ReadFile(name)
	return src, Reason(err)
}

// unusable says why a file that a person named cannot be used: one that is not
// there is no lost data.
func (p Printer) unusable(file string, err error) string {
	return fmt.Sprintf(p.Words.Start.File, file, p.Words.FileErr(err))
}

// Lint prints every fault of form files, each at once; it returns ErrFaults where
// there was one. A file that cannot be read is told like a fault.
func (p Printer) Lint(files []string, cat *catalog.Catalog) error {
	sound := true
	for _, file := range files {
		src, err := readFile(file)
		if err != nil {
			sound = false
			if err := p.line(p.unusable(file, err)); err != nil {
				return err
			}
			continue
		}
		ok, err := p.lint(file, src, cat)
		if err != nil {
			return err
		}
		sound = sound && ok
	}
	if !sound {
		return ErrFaults
	}
	return nil
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
