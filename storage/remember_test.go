package storage_test

import (
	"os"
	"path/filepath"
	"testing"

	"giamsat/model/vn"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

func TestTheOpenInspectionIsRememberedForEachUser(t *testing.T) {
	dir := t.TempDir()
	ctx := t.Context()
	open := func(user string) *storage.Store {
		s, err := storage.Open(t.Context(), filepath.Join(dir, "g.db"), storage.Options{Create: true, User: user, RecoveryDir: filepath.Join(dir, "open")})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
		return s
	}
	an, binh := open("an"), open("bình")
	if got := an.Remembered(ctx); got != "" {
		t.Fatalf("nothing was open, yet %q is remembered", got)
	}
	id := storagetest.Create(t, an)
	if err := an.Remember(id); err != nil {
		t.Fatal(err)
	}
	if got := open("an").Remembered(ctx); got != id {
		t.Fatalf("remembered %q", got)
	}
	if got := binh.Remembered(ctx); got != "" {
		t.Fatalf("another user is led to %q", got)
	}
	files, err := filepath.Glob(filepath.Join(dir, "open", "last-*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("files %v, %v", files, err)
	}
	if info, err := os.Stat(files[0]); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("mode %v, %v", info.Mode(), err)
	}
	t.Run("a record of another database is not", func(t *testing.T) {
		if err := an.Remember("id-1"); err != nil {
			t.Fatal(err)
		}
		if got := open("an").Remembered(ctx); got != "" {
			t.Errorf("%q is remembered", got)
		}
	})
	if err := an.Remember(""); err != nil || an.Remembered(ctx) != "" {
		t.Fatalf("forgotten, it is %q (%v)", an.Remembered(ctx), err)
	}
}

func TestTheWayOfTypingIsRememberedForEachUser(t *testing.T) {
	dir := t.TempDir()
	open := func(user string) *storage.Store {
		s, err := storage.Open(t.Context(), filepath.Join(dir, "g.db"), storage.Options{Create: true, User: user, RecoveryDir: filepath.Join(dir, "open")})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
		return s
	}
	an := open("an")
	for _, m := range []vn.Method{vn.MethodOff, vn.MethodTelex, vn.MethodVNI, vn.MethodOff} {
		if err := an.RememberInput(m); err != nil {
			t.Fatal(err)
		}
		if got := open("an").RememberedInput(); got != m {
			t.Errorf("after %q the next start has %q", m, got)
		}
		if got := open("bình").RememberedInput(); got != vn.MethodOff {
			t.Errorf("after %q another user has %q", m, got)
		}
	}
	if err := an.RememberInput(vn.MethodVNI); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "open", "input-*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("files %v, %v", files, err)
	}
	for _, text := range []string{"qwerty", "", "telex\n\n\x00"} {
		if err := os.WriteFile(files[0], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := open("an").RememberedInput(); got != vn.MethodOff {
			t.Errorf("a file with %q switches to %q", text, got)
		}
	}
}
