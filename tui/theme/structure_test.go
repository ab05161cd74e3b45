package theme_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// A style that is made elsewhere escapes NO_COLOR, --ascii and the rule of two
// accents, so that this is held by a test and not by good will.
func TestStylesAreMadeHereOnly(t *testing.T) {
	root := ".."
	files := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		here := filepath.Dir(path) == filepath.Join(root, "theme")
		if d.IsDir() || !strings.HasSuffix(path, ".go") || here {
			return nil
		}
		files++
		for _, place := range stylesMadeIn(t, path) {
			t.Errorf("%s makes a style: name it for its meaning in tui/theme instead", place)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Error("no file was looked at")
	}
}

// stylesMadeIn returns the places in a file where lipgloss makes a style or a
// colour.
func stylesMadeIn(t *testing.T, path string) []string {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	maker := map[string]bool{"NewStyle": true, "Color": true, "ANSIColor": true, "RGBColor": true}
	var places []string
	ast.Inspect(file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if pkg, ok := sel.X.(*ast.Ident); ok && pkg.Name == "lipgloss" && maker[sel.Sel.Name] {
			places = append(places, set.Position(sel.Pos()).String())
		}
		return true
	})
	return places
}
