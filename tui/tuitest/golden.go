package tuitest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// update makes Golden write its files. It must be a package variable, because
// flags are parsed before any test runs; nothing but package flag changes it.
var update = flag.Bool("update", false, "write the golden files anew instead of comparing with them")

// Golden compares got with testdata/golden/<name>.golden beside the test and
// shows the difference in lines. Run the test with -update to write the file,
// and read the difference in git before it is committed. A name may have
// slashes. Files end with one newline, whether got does or not.
func Golden(tb testing.TB, name, got string) {
	tb.Helper()
	compareGolden(tb, filepath.Join("testdata", "golden", filepath.FromSlash(name)+".golden"), got, *update)
}

func compareGolden(tb testing.TB, path, got string, write bool) {
	tb.Helper()
	got = strings.TrimRight(got, "\n") + "\n"
	if write {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatalf("make the folder of a golden file: %v", err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			tb.Fatalf("write a golden file: %v", err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tb.Fatalf("read a golden file (go test -update writes it): %v", err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		tb.Errorf("%s differs (- file, + now; go test -update accepts it):\n%s", path, diff)
	}
}
