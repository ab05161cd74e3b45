package tuitest

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAFigureMayFallButNotGrow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys.txt")
	if err := os.WriteFile(path, []byte("200\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for got, fine := range map[int64]bool{150: true, 200: true, 210: true, 211: false} {
		if fault := grown(path, got, 5); (fault == "") != fine {
			t.Errorf("%d over 200 by at most 5 %%: %q", got, fault)
		}
	}
	if grown(filepath.Join(t.TempDir(), "none"), 1, 5) == "" {
		t.Error("a figure that is not kept is taken for any")
	}
}
