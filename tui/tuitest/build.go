package tuitest

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// BuildBinary builds the program at the module's root and returns its path. It
// is built once a test process, at a path of its own for each copy of the
// sources below the system's temporary folder: there the go command sees that
// it is up to date, so that the next process need not link it again, and no
// more than one copy is ever left behind.
func BuildBinary(tb testing.TB) string {
	tb.Helper()
	path, err := built()
	if err != nil {
		tb.Fatal(err)
	}
	return path
}

var built = sync.OnceValues(func() (string, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("build the program: %w", err)
	}
	root, err := moduleRoot(here)
	if err != nil {
		return "", fmt.Errorf("build the program: %w", err)
	}
	copyOf := sha256.Sum256([]byte(root))
	folder := filepath.Join(os.TempDir(), fmt.Sprintf("giamsat-test-%d-%x", os.Getuid(), copyOf[:6]))
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("build the program: %w", err)
	}
	path := filepath.Join(folder, "giamsat")
	return path, build(root, path)
})

// build builds the main package in root into the file path.
func build(root, path string) error {
	cmd := exec.Command("go", "build", "-o", path, ".")
	cmd.Dir = root
	if said, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("build %s: %w\n%s", root, err, said)
	}
	return nil
}

// moduleRoot returns the nearest folder at or above folder that has a go.mod.
func moduleRoot(folder string) (string, error) {
	for {
		_, err := os.Stat(filepath.Join(folder, "go.mod"))
		switch {
		case err == nil:
			return folder, nil
		case !errors.Is(err, os.ErrNotExist):
			return "", fmt.Errorf("find the module's root: %w", err)
		case folder == filepath.Dir(folder):
			return "", fmt.Errorf("find the module's root: %w", err)
		}
		folder = filepath.Dir(folder)
	}
}
