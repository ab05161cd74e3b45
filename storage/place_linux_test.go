package storage_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

func TestNetworkFileSystemsAreKnownByTheirNumber(t *testing.T) {
	for name, c := range map[string]struct {
		magic   uint32
		network bool
	}{
		"nfs": {unix.NFS_SUPER_MAGIC, true}, "smb": {unix.SMB_SUPER_MAGIC, true}, "cifs": {unix.CIFS_SUPER_MAGIC, true},
		"smb2": {unix.SMB2_SUPER_MAGIC, true}, "9p": {unix.V9FS_MAGIC, true}, "afs": {unix.AFS_SUPER_MAGIC, true},
		"kafs": {unix.AFS_FS_MAGIC, true}, "coda": {unix.CODA_SUPER_MAGIC, true}, "ncp": {unix.NCP_SUPER_MAGIC, true},
		"ceph": {unix.CEPH_SUPER_MAGIC, true}, "ocfs2": {unix.OCFS2_SUPER_MAGIC, true},
		"ext4": {unix.EXT4_SUPER_MAGIC, false}, "xfs": {unix.XFS_SUPER_MAGIC, false}, "btrfs": {unix.BTRFS_SUPER_MAGIC, false},
		"tmpfs": {unix.TMPFS_MAGIC, false}, "overlay": {unix.OVERLAYFS_SUPER_MAGIC, false}, "fuse": {unix.FUSE_SUPER_MAGIC, false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := storage.NetworkSystem(c.magic); (got != "") != c.network {
				t.Errorf("got %q", got)
			}
		})
	}
	if storage.FuseMagic != unix.FUSE_SUPER_MAGIC {
		t.Error("fuse has another number")
	}
}

func TestMountKindReadsTheListOfMounts(t *testing.T) {
	mounts := []byte(`36 35 98:0 / / rw,noatime master:1 - ext4 /dev/root rw,errors=continue
40 36 0:45 / /mnt/a rw,nosuid shared:20 - fuse.sshfs an@host:/data rw,user_id=0
41 36 8:17 / /mnt/stick rw - fuseblk /dev/sdb1 rw
damaged line
`)
	for _, c := range []struct {
		major, minor uint32
		want         string
	}{{98, 0, "ext4"}, {0, 45, "fuse.sshfs"}, {8, 17, "fuseblk"}, {7, 7, ""}} {
		if got := storage.MountKind(mounts, c.major, c.minor); got != c.want {
			t.Errorf("%d:%d is %q, want %q", c.major, c.minor, got, c.want)
		}
	}
}

// mount mounts a file system for one test, or skips it loudly.
func mount(t *testing.T, source, target, kind string, flags uintptr, data string) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("SKIPPED, NOT SHOWN HERE: only root may mount")
	}
	if err := unix.Mount(source, target, kind, flags, data); err != nil {
		t.Skipf("SKIPPED, NOT SHOWN HERE: mount %s: %v", kind, err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(target, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}

func TestOpenOnAFileSystemMountedReadOnlyIsTold(t *testing.T) {
	path, _ := filled(t)
	dir := filepath.Dir(path)
	mount(t, dir, dir, "", unix.MS_BIND, "")
	if err := unix.Mount("", dir, "", unix.MS_REMOUNT|unix.MS_BIND|unix.MS_RDONLY, ""); err != nil {
		t.Skipf("SKIPPED, NOT SHOWN HERE: remount: %v", err)
	}
	s, err := storage.Open(t.Context(), path, storagetest.Options())
	if !errors.Is(err, model.ErrReadOnly) {
		t.Errorf("error %v", err)
	}
	if err == nil {
		t.Error(s.Close())
	}
}

// fill takes all room of a disk and returns the file that holds it.
func fill(t *testing.T, dir string) string {
	t.Helper()
	f, err := os.Create(filepath.Join(dir, "ballast"))
	if err != nil {
		t.Fatal(err)
	}
	for size := 64 << 10; size > 0; {
		if _, err := f.Write(make([]byte, size)); err != nil {
			if !errors.Is(err, unix.ENOSPC) {
				t.Fatal(err)
			}
			size /= 2
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f.Name()
}

func TestFullDiskIsToldAndSavingGoesOnWhenThereIsRoom(t *testing.T) {
	dir := t.TempDir()
	mount(t, "tmpfs", dir, "tmpfs", 0, "size=1m")
	s := storagetest.OpenAt(t, filepath.Join(dir, "giamsat.db"), storagetest.Options())
	id := storagetest.Create(t, s)
	ballast := fill(t, dir)
	if low, err := s.LowSpace(); !low || err != nil {
		t.Errorf("low: %v, %v", low, err)
	}
	// What still fits into the last page may be saved; what was must stay.
	accepted, revs := "", map[form.Field]int64(nil)
	var err error
	for n := 0; err == nil && n < 100; n++ {
		text := strings.Repeat("đầy ", 500+n)
		var saved model.Saved
		saved, err = s.Save(t.Context(), model.Save{ID: id, Revs: revs, Changes: []form.Change{typed(leader, text)}})
		if err == nil {
			accepted, revs = text, saved.Revs
		}
	}
	if !errors.Is(err, model.ErrNoSpace) {
		t.Errorf("error %v, want no space", err)
	}
	if got := mustOpen(t, s, id).Filled.Answers[leader].Raw; got != accepted {
		t.Errorf("%d bytes stand, %d were acknowledged", len(got), len(accepted))
	}
	if err := s.KeepOpen(id, model.OpenText{Field: note, Text: strings.Repeat("x", 8192)}); !errors.Is(err, model.ErrNoSpace) {
		t.Errorf("keeping an open field gave %v", err)
	}
	t.Run("opening is refused with the reason", func(t *testing.T) {
		full := filepath.Join(dir, "second.db")
		o := storagetest.Options()
		s, err := storage.Open(t.Context(), full, o)
		if !errors.Is(err, model.ErrNoSpace) {
			t.Errorf("error %v", err)
		}
		if err == nil {
			t.Error(s.Close())
		}
		if _, err := os.Stat(full); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("an empty file is left behind: %v", err)
		}
	})
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	mustSave(t, s, model.Save{ID: id, Revs: revs, Changes: []form.Change{typed(leader, "có chỗ")}})
	sound(t, s)
}

func TestFullDiskInTheMiddleOfACompletionLeavesTheDraft(t *testing.T) {
	dir := t.TempDir()
	mount(t, "tmpfs", dir, "tmpfs", 0, "size=6m")
	s := storagetest.OpenAt(t, filepath.Join(dir, "giamsat.db"), storagetest.Options())
	id := storagetest.Create(t, s)
	in := model.Completion{Save: model.Save{ID: id, Changes: []form.Change{typed(leader, "An")}}}
	for row := range 40 {
		in.New = append(in.New, follows(t, model.Finding, form.Row(strings.Repeat("r", row+1)), strings.Repeat("dài ", 500)))
	}
	ballast := fill(t, dir)
	before := told(t, s)
	if _, err := s.Complete(t.Context(), in); !errors.Is(err, model.ErrNoSpace) {
		t.Errorf("error %v, want no space", err)
	}
	if after := told(t, s); after != before || len(register(t, s)) != 0 {
		t.Errorf("something was written: %s", after)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	complete(t, s, in)
	if got := register(t, s); len(got) != 40 || !strings.HasPrefix(got[39], "TT-0040 ") {
		t.Errorf("%d findings", len(got))
	}
	sound(t, s)
}

func TestOpenWithoutRightsIsTold(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("SKIPPED, NOT SHOWN HERE: root is refused nothing")
	}
	for name, mode := range map[string]os.FileMode{"file": 0o400, "folder": 0o500} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "giamsat.db")
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			target := map[string]string{"file": path, "folder": dir}[name]
			if err := os.Chmod(target, mode); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() {
				if err := os.Chmod(target, 0o700); err != nil {
					t.Error(err)
				}
			})
			if _, err := storage.Open(t.Context(), path, storagetest.Options()); !errors.Is(err, model.ErrPermission) {
				t.Errorf("error %v", err)
			}
		})
	}
}
