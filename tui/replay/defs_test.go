package replay_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/tui/i18n"
	"giamsat/tui/replay"
)

// stage is a real store in a folder that goes away with the test.
func stage(t *testing.T) replay.Stage {
	t.Helper()
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	forms, err := form.OpenLibrary(cat, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	store, err := storage.Open(t.Context(), filepath.Join(dir, "giamsat.db"), storage.Options{User: "keys", Create: true, RecoveryDir: filepath.Join(dir, "recovery"),
		Load: func(src []byte) (*form.Definition, error) { return form.Load("stored form", src, cat) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return replay.Stage{Store: store, Catalog: cat, Forms: forms, Words: i18n.EN()}
}

const defs = "../../model/form/defs"

// Every form of the program has a script beside it, and does what its scripts say.
func TestTheFormsOfTheProgramDoWhatTheirScriptsSay(t *testing.T) {
	entries, err := os.ReadDir(defs)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	for _, name := range names {
		if strings.HasSuffix(name, ".yaml") && len(replay.Beside(name, names)) == 0 {
			t.Errorf("%s has no script", name)
		}
		if !strings.HasSuffix(name, ".keys") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			st := stage(t)
			formFile := replay.FormOf(name, names)
			source, err := os.ReadFile(filepath.Join(defs, formFile))
			script, errKeys := os.ReadFile(filepath.Join(defs, name))
			if err := errors.Join(err, errKeys); err != nil {
				t.Fatal(err)
			}
			def, err := form.Load(formFile, source, st.Catalog)
			if err != nil {
				t.Fatal(err)
			}
			parsed, faults := replay.Parse(name, script, st.Words)
			if len(faults) == 0 {
				faults = st.Play(t.Context(), parsed, def)
			}
			for _, f := range faults {
				t.Errorf("%s:%d: %s", f.File, f.Line, f.Text)
			}
		})
	}
}
