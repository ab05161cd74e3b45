package storage_test

import (
	"os"
	"testing"

	"giamsat/storage/storagetest"
)

// A bare name was read as the host of a URI when the copy was checked.
func TestABackupMayBeNamedWithoutAFolder(t *testing.T) {
	s := storagetest.Open(t)
	t.Chdir(t.TempDir())
	if err := s.Backup(t.Context(), "copy.db", false); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat("copy.db"); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("%v, %v", info, err)
	}
}
