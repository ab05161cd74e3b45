package storage

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strings"

	"golang.org/x/sys/unix"

	"giamsat/model"
)

// networkSystems are the file systems on which locks or the memory shared
// between processes cannot be trusted, by their number in statfs(2).
func networkSystem(magic uint32) string {
	switch magic {
	case 0x6969:
		return "nfs"
	case 0x517b, 0xff534d42, 0xfe534d42:
		return "smb"
	case 0x01021997:
		return "9p"
	case 0x5346414f, 0x6b414653:
		return "afs"
	case 0x73757245:
		return "coda"
	case 0x564c:
		return "ncp"
	case 0x00c36400:
		return "ceph"
	case 0x0bd00bd0:
		return "lustre"
	case 0x01161970:
		return "gfs2"
	case 0x7461636f:
		return "ocfs2"
	}
	return ""
}

// fuseMagic is the number of every file system made by a program; what stands
// behind it only the list of mounts says.
const fuseMagic = 0x65735546

func refuseNetwork(dir string) error {
	var fs unix.Statfs_t
	if err := unix.Statfs(dir, &fs); err != nil {
		return fmt.Errorf("find file system of %s: %w", dir, err)
	}
	name := networkSystem(uint32(fs.Type))
	if uint32(fs.Type) == fuseMagic {
		var st unix.Stat_t
		if err := unix.Stat(dir, &st); err != nil {
			return fmt.Errorf("find file system of %s: %w", dir, err)
		}
		mounts, err := os.ReadFile("/proc/self/mountinfo")
		if err != nil {
			return fmt.Errorf("find file system of %s: %w", dir, err)
		}
		// fuseblk is a disk of this machine (NTFS); all else is taken for far away.
		if kind := mountKind(mounts, unix.Major(st.Dev), unix.Minor(st.Dev)); kind != "fuseblk" {
			name = "fuse " + kind
		}
	}
	if name != "" {
		return fmt.Errorf("%w: %s is on %s", model.ErrNetwork, dir, name)
	}
	return nil
}

// mountKind finds the type of the file system with a device number in the text
// of /proc/self/mountinfo (proc(5)): field 3 is major:minor, the type follows " - ".
func mountKind(mounts []byte, major, minor uint32) string {
	device := fmt.Sprintf("%d:%d", major, minor)
	lines := bufio.NewScanner(bytes.NewReader(mounts))
	for lines.Scan() {
		before, after, _ := strings.Cut(lines.Text(), " - ")
		if f := strings.Fields(before); len(f) < 3 || f[2] != device {
			continue
		}
		if f := strings.Fields(after); len(f) > 0 {
			return f[0]
		}
	}
	return ""
}

func writable(path string) error {
	if err := unix.Access(path, unix.W_OK); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// space returns what is left for this user and the whole, in bytes.
func space(dir string) (free, total uint64, err error) {
	var fs unix.Statfs_t
	if err := unix.Statfs(dir, &fs); err != nil {
		return 0, 0, err
	}
	return fs.Bavail * uint64(fs.Bsize), fs.Blocks * uint64(fs.Bsize), nil
}
