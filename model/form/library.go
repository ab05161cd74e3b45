package form

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"giamsat/model/catalog"
	"giamsat/model/vn"
)

//go:embed defs/*.yaml
var embedded embed.FS

// Header is what a form file says of itself before its sections.
type Header struct {
	File      string  `json:"file"`
	Own       bool    `json:"own"` // from the data folder, not from the program
	ID        string  `json:"id"`
	Version   string  `json:"version"`
	Title     Label   `json:"title"`
	Programme string  `json:"programme"` // "": it serves every programme
	Parent    string  `json:"parent,omitempty"`
	ValidFrom vn.Date `json:"valid_from"`
	ValidTo   vn.Date `json:"valid_to"`
}

// Library knows every form: those of the program and those that a person put
// into the data folder. Only the head of each file is read at first; a form is
// loaded when it is asked for, and kept. It is safe for concurrent use.
type Library struct {
	cat    *catalog.Catalog
	forms  []source
	faults []Fault

	mu     sync.Mutex
	loaded map[string]*Definition // by file
}

type source struct {
	Header
	fsys fs.FS
	path string
}

// OpenLibrary reads the heads of the embedded forms and of the *.yaml files in
// extra, which may be nil. A file of extra with the id and version of an
// embedded form takes its place. A faulty file is left out and told by Faults.
func OpenLibrary(cat *catalog.Catalog, extra fs.FS) (*Library, error) {
	l := &Library{cat: cat, loaded: map[string]*Definition{}}
	if err := l.scan(embedded, "defs", false); err != nil {
		return nil, err
	}
	if len(l.faults) > 0 {
		return nil, Faults(l.faults)
	}
	if extra != nil {
		if err := l.scan(extra, ".", true); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func (l *Library) scan(fsys fs.FS, dir string, own bool) error {
	files, err := fs.ReadDir(fsys, dir)
	if own && errors.Is(err, fs.ErrNotExist) {
		return nil // the person has no forms of their own
	}
	if err != nil {
		return fmt.Errorf("read form folder: %w", err)
	}
	for _, f := range files {
		if f.IsDir() || !strings.HasSuffix(f.Name(), ".yaml") {
			continue
		}
		name := path.Join(dir, f.Name())
		h, faults, err := readHeader(fsys, name)
		if err != nil {
			faults = Faults{{File: f.Name(), Text: "cannot be read: " + err.Error()}}
		}
		if len(faults) > 0 {
			l.faults = append(l.faults, faults...)
			continue
		}
		h.Own = own
		at := source{Header: h, fsys: fsys, path: name}
		if !own || l.sound(at) {
			l.add(at)
		}
	}
	return nil
}

// sound loads a form of the data folder whole, and keeps it. A person may have
// just edited it: one that is faulty must not take the place of the program's
// own, and its faults are told at the start, not when a visit is begun.
func (l *Library) sound(at source) bool {
	_, err := l.load(at)
	var faults Faults
	switch {
	case errors.As(err, &faults):
		l.faults = append(l.faults, faults...)
	case err != nil:
		l.faults = append(l.faults, Fault{File: at.File, Text: err.Error()})
	}
	return err == nil
}

func (l *Library) add(s source) {
	l.forms = slices.DeleteFunc(l.forms, func(old source) bool { return old.ID == s.ID && old.Version == s.Version })
	l.forms = append(l.forms, s)
	sort.SliceStable(l.forms, func(i, j int) bool {
		a, b := l.forms[i], l.forms[j]
		if a.ID != b.ID {
			return a.ID < b.ID
		}
		if a.ValidFrom != b.ValidFrom {
			return a.ValidFrom.Before(b.ValidFrom)
		}
		return a.Version < b.Version
	})
}

// sections is the line that the items stand behind.
var sections = []byte("\nsections:")

// readHeader reads the keys before `sections:` alone, and no more of the file: the
// start of the program does not wait for thousands of lines of items.
func readHeader(fsys fs.FS, name string) (h Header, faults Faults, err error) {
	head, err := upTo(fsys, name, sections)
	if err != nil {
		return h, nil, err
	}
	if h, faults = parseHeader(path.Base(name), append(head, "\nsections: []\n"...)); len(faults) == 0 {
		return h, nil, nil
	}
	// Something is wrong, or the sections do not stand last: the whole file tells.
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return h, nil, err
	}
	h, faults = parseHeader(path.Base(name), src)
	return h, faults, nil
}

// upTo reads a file up to a text, or to its end.
func upTo(fsys fs.FS, name string, end []byte) (text []byte, err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	part := make([]byte, 4096)
	for {
		n, err := f.Read(part)
		from := max(len(text)-len(end), 0)
		text = append(text, part[:n]...)
		if i := bytes.Index(text[from:], end); i >= 0 {
			return text[:from+i], nil
		}
		switch {
		case errors.Is(err, io.EOF):
			return text, nil
		case err != nil:
			return nil, err
		}
	}
}

func parseHeader(name string, head []byte) (Header, Faults) {
	r := &reader{file: name}
	var root yaml.Node
	if err := yaml.Unmarshal(head, &root); err != nil {
		return Header{}, Faults{yamlFault(name, err)}
	}
	if len(root.Content) != 1 {
		return Header{}, Faults{{File: name, Line: 1, Column: 1, Text: "the file holds no form"}}
	}
	d := &Definition{}
	d.Sections = []Section{{}} // the head has none, and that is right here
	r.definition(root.Content[0], d)
	return Header{File: name, ID: d.ID, Version: d.Version, Title: d.Title, Programme: d.Programme, Parent: d.Parent,
		ValidFrom: d.ValidFrom, ValidTo: d.ValidTo}, r.faults
}

// List tells every form, by id, then by the day from which it is valid, then by
// version.
func (l *Library) List() []Header {
	list := make([]Header, len(l.forms))
	for i, f := range l.forms {
		list[i] = f.Header
	}
	return list
}

// Faults tells what was wrong with files of the data folder; such files are
// not used.
func (l *Library) Faults() []Fault { return l.faults }

// For loads the form with an id that serves a programme and is valid on a day. A
// form for any programme serves each, and an unknown programme ("") is served by
// each form. Where several fit, the one that is valid since the latest day is
// taken, and of those with the same day the highest version. The error wraps
// ErrNoForm, or is Faults.
func (l *Library) For(id, programme string, day vn.Date) (*Definition, error) {
	for i := len(l.forms) - 1; i >= 0; i-- {
		f := l.forms[i]
		if f.ID == id && f.Serves(programme, day) {
			return l.load(f)
		}
	}
	return nil, fmt.Errorf("form %q for %q on %s: %w", id, programme, day.ISO(), ErrNoForm)
}

// Serves reports whether a form is for a programme and valid on a day.
func (h Header) Serves(programme string, day vn.Date) bool {
	return (programme == "" || h.Programme == "" || h.Programme == programme) &&
		!day.Before(h.ValidFrom) && (h.ValidTo.IsZero() || !day.After(h.ValidTo))
}

// Version loads one version of a form; "" means the latest.
func (l *Library) Version(id, version string) (*Definition, error) {
	if f, ok := l.find(id, version); ok {
		return l.load(f)
	}
	return nil, fmt.Errorf("form %q version %q: %w", id, version, ErrNoForm)
}

// find looks for a version of a form; "" means the latest.
func (l *Library) find(id, version string) (source, bool) {
	for i := len(l.forms) - 1; i >= 0; i-- {
		if f := l.forms[i]; f.ID == id && (version == "" || f.Version == version) {
			return f, true
		}
	}
	return source{}, false
}

// ErrNoForm says that no form fits.
var ErrNoForm = errors.New("there is no such form")

func (l *Library) isLoaded(f source) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.loaded[f.path] != nil
}

func (l *Library) load(f source) (*Definition, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if d := l.loaded[f.path]; d != nil {
		return d, nil
	}
	src, err := fs.ReadFile(f.fsys, f.path)
	if err != nil {
		return nil, fmt.Errorf("read form %s: %w", f.File, err)
	}
	d, err := Load(f.File, src, l.cat)
	if err != nil {
		return nil, err
	}
	l.loaded[f.path] = d
	return d, nil
}
