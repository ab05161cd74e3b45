package model_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// room is what go list tells of one package.
type room struct {
	ImportPath string
	Dir        string
	Imports    []string
	GoFiles    []string
}

const module = "giamsat"

func rooms(t *testing.T) []room {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,Imports,GoFiles", "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var list []room
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var r room
		if err := d.Decode(&r); errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, r)
	}
}

// kind names the row of the import table that a package stands in.
func kind(path string) string {
	rest := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
	switch {
	case rest == "":
		return "main"
	case rest == "model" || strings.HasPrefix(rest, "model/"):
		return "model"
	case rest == "storage" || strings.HasPrefix(rest, "storage/"):
		return "storage"
	case rest == "tui":
		return "tui"
	case rest == "tui/replay" || rest == "tui/cli":
		return strings.TrimPrefix(rest, "tui/")
	case rest == "tui/tuitest" || strings.HasPrefix(rest, "tui/whole"):
		return "test"
	case rest == "tui/kit" || rest == "tui/theme" || rest == "tui/keymap" || rest == "tui/i18n" || rest == "tui/paint" || rest == "tui/speak" || rest == "tui/drive":
		return "ground"
	case rest == "tui/field":
		return "field"
	}
	return "screen"
}

// allowed is the import table of the house: which kinds a kind may import
// directly. A screen never imports another screen.
var allowed = map[string]string{
	"model":   "model",
	"storage": "model storage",
	"ground":  "model ground",
	"field":   "model ground",
	"screen":  "model ground field",
	"tui":     "model ground screen",
	"replay":  "model ground tui",
	"cli":     "model ground replay",
	"main":    "model storage ground tui cli",
	"test":    "model storage ground field screen tui main test",
}

func TestRoomsImportOnlyWhatTheHouseAllows(t *testing.T) {
	for _, r := range rooms(t) {
		from := kind(r.ImportPath)
		for _, imp := range r.Imports {
			switch {
			case strings.HasPrefix(imp, module+"/") && !strings.Contains(" "+allowed[from]+" ", " "+kind(imp)+" "):
				t.Errorf("%s (%s) may not import %s (%s)", r.ImportPath, from, imp, kind(imp))
			case strings.HasPrefix(imp, "charm.land/") && (from == "model" || from == "storage"):
				t.Errorf("%s (%s) may not import the interface's library %s", r.ImportPath, from, imp)
			case strings.HasPrefix(imp, "charm.land/") && from == "main" && imp != "charm.land/bubbletea/v2":
				t.Errorf("main may import bubbletea only, not %s", imp)
			case strings.HasPrefix(imp, "github.com/mattn/go-sqlite3") && r.ImportPath != module+"/storage":
				t.Errorf("%s may not import the driver of SQLite", r.ImportPath)
			case imp == "database/sql" && from != "storage":
				t.Errorf("%s speaks SQL; only storage does", r.ImportPath)
			}
		}
	}
}

func TestModelImportsDownwardsOnly(t *testing.T) {
	level := map[string]int{module + "/model/vn": 0, module + "/model/catalog": 1, module + "/model/form": 2, module + "/model": 3, module + "/model/report": 4}
	for _, r := range rooms(t) {
		for _, imp := range r.Imports {
			from, isModel := level[r.ImportPath]
			if to, ok := level[imp]; ok && isModel && to >= from {
				t.Errorf("%s may not import %s", r.ImportPath, imp)
			}
		}
	}
}

func TestTheModelHasNoClockAndNoDisk(t *testing.T) {
	for _, r := range rooms(t) {
		if kind(r.ImportPath) != "model" {
			continue
		}
		for _, f := range r.GoFiles {
			src, err := os.ReadFile(filepath.Join(r.Dir, f))
			if err != nil {
				t.Fatal(err)
			}
			for _, word := range []string{"time.Now(", "os.Open", "os.ReadFile", "os.Getenv", "os.WriteFile", "rand."} {
				if bytes.Contains(src, []byte(word)) {
					t.Errorf("%s/%s uses %s", r.ImportPath, f, word)
				}
			}
		}
	}
}

func TestStylesAreMadeInThemeOnlyAndKeysInKeymapOnly(t *testing.T) {
	for _, r := range rooms(t) {
		for _, f := range r.GoFiles {
			src, err := os.ReadFile(filepath.Join(r.Dir, f))
			if err != nil {
				t.Fatal(err)
			}
			if r.ImportPath != module+"/tui/theme" && bytes.Contains(src, []byte("lipgloss.NewStyle(")) {
				t.Errorf("%s/%s makes a style", r.ImportPath, f)
			}
			if r.ImportPath != module+"/tui/keymap" && bytes.Contains(src, []byte("key.NewBinding(")) {
				t.Errorf("%s/%s binds a key", r.ImportPath, f)
			}
		}
	}
}

func TestTheTopLevelIsWhatItsOwnerAskedFor(t *testing.T) {
	want := " main.go tui model storage go.mod go.sum README.md LICENSE "
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, ".") && !strings.Contains(want, " "+name+" ") && name != module {
			t.Errorf("%s stands at the top", name)
		}
	}
}
