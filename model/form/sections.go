package form

import (
	"bytes"
	"fmt"
	"io/fs"

	"go.yaml.in/yaml/v4"
)

// SectionName is how a section is called in a form file.
type SectionName struct{ Name, Code string }

// Sections tells the names and codes of a form's sections. The form is not loaded
// for it, which takes a hundred times as long and as much memory: a list only
// wants to know which sections are areas.
func (l *Library) Sections(id, version string) ([]SectionName, error) {
	f, ok := l.find(id, version)
	if !ok {
		return nil, fmt.Errorf("form %q version %q: %w", id, version, ErrNoForm)
	}
	if l.isLoaded(f) {
		return l.sectionsOf(f)
	}
	src, err := fs.ReadFile(f.fsys, f.path)
	if err != nil {
		return nil, fmt.Errorf("read form %s: %w", f.File, err)
	}
	if names, ok := namesIn(src); ok {
		return names, nil
	}
	return l.sectionsOf(f)
}

// sectionsOf loads a form and takes the names from it.
func (l *Library) sectionsOf(f source) ([]SectionName, error) {
	d, err := l.load(f)
	if err != nil {
		return nil, err
	}
	names := make([]SectionName, 0, len(d.Sections))
	for _, s := range d.Sections {
		names = append(names, SectionName{s.Name, s.Code})
	}
	return names, nil
}

// namesIn reads a form file of which the items are left out. It is false for
// a file that is written in another way than a block of lines a section, which
// must be loaded to be known.
func namesIn(src []byte) (names []SectionName, ok bool) {
	_, body, found := bytes.Cut(src, append(bytes.Clone(sections), '\n'))
	if !found {
		return nil, false
	}
	var read []map[string]any
	if err := yaml.Unmarshal(withoutItems(body), &read); err != nil || len(read) == 0 {
		return nil, false
	}
	for _, s := range read {
		name, named := s["name"].(string)
		code, coded := s["code"].(string)
		if _, has := s["code"]; !named || has && !coded {
			return nil, false
		}
		names = append(names, SectionName{name, code})
	}
	return names, true
}

// withoutItems keeps the lines of the sections' own keys: of what stands deeper,
// and of the list of items, nothing is left.
func withoutItems(body []byte) (kept []byte) {
	dash, key := -1, -1 // the columns of a section's dash and of its keys
	for line := range bytes.Lines(body) {
		text := bytes.TrimLeft(line, " ")
		column := len(line) - len(text)
		after, dashed := bytes.CutPrefix(text, []byte("- "))
		switch {
		case len(bytes.TrimSpace(text)) == 0 || text[0] == '#':
			continue
		case dash < 0 && dashed:
			dash, key = column, column+len(text)-len(bytes.TrimLeft(after, " "))
		case dash < 0, column < dash, column == dash && !dashed:
			return kept // the sections are over, or begin in another way
		}
		if column == dash && dashed || column == key && !dashed {
			kept = append(kept, line...)
		}
	}
	return kept
}
