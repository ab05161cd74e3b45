package form_test

import (
	"bytes"
	"os"
	"testing"
	"testing/fstest"

	"giamsat/model/form"
)

// A form of the data folder with the program's own version takes its place only
// when it is sound.
func TestAFaultyFormOfOnesOwnLeavesTheProgramsInPlace(t *testing.T) {
	src, err := os.ReadFile("defs/inspection-2022-07-15.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		src    []byte
		own    bool
		faulty bool
	}{
		"a sound one":  {src: bytes.Replace(src, []byte("# Inspection form"), []byte("# Our inspection form"), 1), own: true},
		"a faulty one": {src: bytes.Replace(src, []byte("type: yesnona"), []byte("type: yesnoo"), 1), faulty: true},
	} {
		t.Run(name, func(t *testing.T) {
			lib, err := form.OpenLibrary(loadCatalog(t), fstest.MapFS{"mine.yaml": {Data: c.src}})
			if err != nil {
				t.Fatal(err)
			}
			if got := len(lib.Faults()) > 0; got != c.faulty {
				t.Errorf("faults: %v", lib.Faults())
			}
			if c.faulty && lib.Faults()[0].File != "mine.yaml" {
				t.Errorf("the fault does not name the file: %v", lib.Faults()[0])
			}
			d, err := lib.Version("inspection", "2022-07-15")
			if err != nil {
				t.Fatal(err)
			}
			if got := bytes.Equal(d.Source, c.src); got != c.own {
				t.Errorf("the form of the data folder is used: %v", got)
			}
		})
	}
}
