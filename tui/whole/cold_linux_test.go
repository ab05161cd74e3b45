package whole

import (
	"os"

	"golang.org/x/sys/unix"
)

// cold takes what was written to a file out of memory: who needs it reads it from
// the disk.
func cold(f *os.File) error {
	if err := f.Sync(); err != nil {
		return err
	}
	return unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED)
}
