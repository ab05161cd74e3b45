package catalog

import (
	"io/fs"
	"strings"
)

// Source is a public text that a row rests on.
type Source struct {
	Code  string // as written in a Basis: "QD90-CAP"
	Title string // in Vietnamese, as the text calls itself
	URL   string // public https address, "" where none is known
}

// Source returns the source of a code that stands in a Basis.
func (c *Catalog) Source(code string) (Source, bool) {
	s, ok := c.t.sources[code]
	return s, ok
}

func (t *tables) loadSources(fsys fs.FS) error {
	t.sources = make(map[string]Source, 64)
	return readRows(fsys, "sources.csv", []string{"code", "title", "url"}, func(r row) {
		s := Source{Code: r.code("code"), Title: r.need("title"), URL: r.text("url")}
		if s.URL != "" && !strings.HasPrefix(s.URL, "https://") {
			r.fail("url %q is not https", s.URL)
		}
		if _, twice := t.sources[s.Code]; twice {
			r.fail("source %s stands twice", s.Code)
		}
		t.sources[s.Code] = s
	})
}

// Basis says how well a row is founded: a letter, then the codes of its sources, as in "C QD90-CAP". The letters:
// C a public source says it, P a source confirms the matter but not the wording, I inference, U to be verified.
type Basis string

// Confirmed reports whether a public source says it.
func (b Basis) Confirmed() bool { return strings.HasPrefix(string(b), "C") }

// basis reads a Basis and checks its letter and its sources. C and P need a source to rest on.
func (r row) basis(t *tables) Basis {
	s := r.need("basis")
	letter, codes, _ := strings.Cut(s, " ")
	switch letter {
	case "C", "P":
		if codes == "" {
			r.fail("basis %q names no source", s)
		}
	case "I", "U":
	default:
		r.fail("basis %q does not begin with C, P, I or U", s)
	}
	for code := range strings.FieldsSeq(codes) {
		if _, ok := t.sources[code]; !ok {
			r.fail("basis names source %q, which sources.csv does not have", code)
		}
	}
	return Basis(s)
}

// Law names what a basis rests on, as far as that is law: its letter, then the
// texts ("C: Nghị định 27/2022/NĐ-CP, Điều 30"). It is empty for a basis that
// names no text of law, so that a report of a newspaper never passes for one.
func (c *Catalog) Law(b Basis) string {
	letter, codes, _ := strings.Cut(string(b), " ")
	codes, _, _ = strings.Cut(codes, ";") // what follows is about parts of the item
	var texts []string
	for _, code := range strings.FieldsFunc(codes, func(r rune) bool { return r == ' ' || r == ',' }) {
		if s, ok := c.t.sources[code]; ok && s.law() {
			texts = append(texts, s.Title)
		}
	}
	if len(texts) == 0 {
		return ""
	}
	return letter + ": " + strings.Join(texts, "; ")
}

// law reports whether the source is a text of law itself, which is what its
// title begins with.
func (s Source) law() bool {
	for _, kind := range []string{"Luật ", "Nghị quyết ", "Nghị định ", "Quyết định ", "Thông tư "} {
		if strings.HasPrefix(s.Title, kind) {
			return true
		}
	}
	return false
}
