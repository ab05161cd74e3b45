package storage

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"giamsat/model"
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
			if got := networkSystem(c.magic); (got != "") != c.network {
				t.Errorf("got %q", got)
			}
		})
	}
	if fuseMagic != unix.FUSE_SUPER_MAGIC {
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
		if got := mountKind(mounts, c.major, c.minor); got != c.want {
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
	dir := t.TempDir()
	path := filepath.Join(dir, "giamsat.db")
	s, err := Open(t.Context(), path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	mount(t, dir, dir, "", unix.MS_BIND, "")
	if err := unix.Mount("", dir, "", unix.MS_REMOUNT|unix.MS_BIND|unix.MS_RDONLY, ""); err != nil {
		t.Skipf("SKIPPED, NOT SHOWN HERE: remount: %v", err)
	}
	if s, err = Open(t.Context(), path, Options{Create: true}); !errors.Is(err, model.ErrReadOnly) {
		t.Errorf("error %v", err)
	}
	if err == nil {
		t.Error(s.Close())
	}
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
			if _, err := Open(t.Context(), path, Options{Create: true}); !errors.Is(err, model.ErrPermission) {
				t.Errorf("error %v", err)
			}
		})
	}
}
