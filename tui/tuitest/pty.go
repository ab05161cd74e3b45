package tuitest

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/termios"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// openPTY returns the two ends of a new pseudo-terminal of that many cells.
func openPTY(width, height int) (master, slave *os.File, err error) {
	first, slave, err := pty.Open()
	if err != nil {
		return nil, nil, fmt.Errorf("open a pseudo-terminal: %w", err)
	}
	// Package pty leaves its file in blocking mode, in which Close waits for
	// the Read under way, so that a line could never be dropped.
	fd, err := syscall.Dup(int(first.Fd()))
	if err == nil {
		syscall.CloseOnExec(fd)
		err = syscall.SetNonblock(fd, true)
		master = os.NewFile(uintptr(fd), first.Name())
	}
	if err == nil {
		err = setSize(master, width, height)
	}
	if err = errors.Join(err, first.Close()); err != nil {
		if master != nil {
			err = errors.Join(err, master.Close())
		}
		return nil, nil, fmt.Errorf("prepare a pseudo-terminal: %w", errors.Join(err, slave.Close()))
	}
	return master, slave, nil
}

// setSize tells the terminal its size in cells; the kernel tells the program.
func setSize(master *os.File, width, height int) error {
	size := &unix.Winsize{Col: uint16(width), Row: uint16(height)}
	var setErr error
	err := control(master, func(fd int) { setErr = termios.SetWinsize(fd, size) })
	return errors.Join(err, setErr)
}

// Modes returns the terminal's modes as the kernel keeps them: whether it
// echoes, waits for whole lines, and so on. They can be read after the program
// has ended, to see whether it has put them back.
func (t *Terminal) Modes() unix.Termios {
	t.tb.Helper()
	return ModesOf(t.tb, t.pty)
}

// ModesOf returns the modes of any terminal, by either of its ends.
func ModesOf(tb testing.TB, f *os.File) unix.Termios {
	tb.Helper()
	var modes *unix.Termios
	var getErr error
	err := control(f, func(fd int) { modes, getErr = termios.GetTermios(fd) })
	if err = errors.Join(err, getErr); err != nil {
		tb.Fatalf("read the terminal's modes: %v", err)
	}
	return *modes
}

// control runs a system call on a file without turning it to blocking mode,
// which its method Fd would do.
func control(f *os.File, call func(fd int)) error {
	conn, err := f.SyscallConn()
	if err != nil {
		return fmt.Errorf("reach the descriptor of %s: %w", f.Name(), err)
	}
	return conn.Control(func(fd uintptr) { call(int(fd)) })
}
