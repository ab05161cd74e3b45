package form_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"giamsat/model/form"
)

// loaded are the sections' names as the whole form has them.
func loaded(t *testing.T, lib *form.Library, id, version string) (names []form.SectionName) {
	t.Helper()
	d, err := lib.Version(id, version)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range d.Sections {
		names = append(names, form.SectionName{Name: s.Name, Code: s.Code})
	}
	return names
}

func TestSectionsAreKnownWithoutLoadingTheForm(t *testing.T) {
	lib, err := form.OpenLibrary(loadCatalog(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range lib.List() {
		quick, err := lib.Sections(h.ID, h.Version)
		if err != nil {
			t.Fatal(err)
		}
		if whole := loaded(t, lib, h.ID, h.Version); !slices.Equal(quick, whole) {
			t.Errorf("%s: %v, want %v", h.File, quick, whole)
		}
		if again, err := lib.Sections(h.ID, h.Version); err != nil || !slices.Equal(again, quick) {
			t.Errorf("%s: once it is loaded %v, %v", h.File, again, err)
		}
	}
	if _, err := lib.Sections("none", "1"); err == nil {
		t.Error("a form that is not there has sections")
	}
}

// However a person writes a form of their own, its sections are those of the
// loaded one.
func TestSectionsOfAFormThatIsWrittenInAnotherWay(t *testing.T) {
	const head = "id: own\nversion: \"1\"\ntitle: {vi: A, en: A}\nprogramme: any\nvalid_from: \"2024-01-01\"\nbasis: C x\n"
	const item = `{name: a, code: "1", type: text, label: {vi: A, en: A}, basis: C x}`
	const title = "title: {vi: A, en: A}, short: {vi: A, en: A}"
	for name, sections := range map[string]string{
		"two spaces":  "sections:\n  - name: s\n    code: A1\n    title: {vi: A, en: A}\n    short: {vi: A, en: A}\n    items:\n      - " + item + "\n",
		"no spaces":   "sections:\n- name: s\n  code: A1\n  title: {vi: A, en: A}\n  short: {vi: A, en: A}\n  items:\n  - " + item + "\n",
		"one line":    "sections: [{name: s, code: A1, " + title + ", items: [" + item + "]}]\n",
		"a line each": "sections:\n  - {name: s, code: A1, " + title + ", items: [" + item + "]}\n",
		"code last":   "sections:\n  -   name: s\n      items:\n        - " + item + "\n      title: {vi: A, en: A}\n      short: {vi: A, en: A}\n      # A9\n\n      code: A1\n",
		"lines of DOS": strings.ReplaceAll("sections:\n  - name: s\n    code: A1\n    title: {vi: A, en: A}\n    short: {vi: A, en: A}\n    items:\n      - "+
			item+"\n", "\n", "\r\n"),
	} {
		t.Run(name, func(t *testing.T) {
			for what, src := range map[string]string{"sections last": head + sections, "sections first": sections + head} {
				lib, err := form.OpenLibrary(loadCatalog(t), fstest.MapFS{"own.yaml": {Data: []byte(src)}})
				if err != nil || len(lib.Faults()) > 0 {
					t.Fatal(what, err, lib.Faults())
				}
				got, ok := form.NamesOf([]byte(src))
				if want := loaded(t, lib, "own", "1"); ok && !slices.Equal(got, want) {
					t.Errorf("%s: %v, want %v", what, got, want)
				}
				if got, err := lib.Sections("own", "1"); err != nil || len(got) != 1 || got[0].Code != "A1" {
					t.Errorf("%s: %v, %v", what, got, err)
				}
			}
		})
	}
}
