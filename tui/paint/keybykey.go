package paint

import (
	"fmt"
	"io"

	"github.com/charmbracelet/x/term"
)

// KeyByKey has a terminal hand over each key as it is pressed and print none
// itself; restore takes that back. Nothing is sent to it. It is for the linear
// mode, in which Bubble Tea sets no modes. For a reader that is no terminal there
// is nothing to do.
func KeyByKey(in io.Reader) (restore func() error, err error) {
	fd := descriptor(in)
	if !term.IsTerminal(fd) {
		return func() error { return nil }, nil
	}
	before, err := term.MakeRaw(fd)
	if err != nil {
		return nil, fmt.Errorf("read the terminal key by key: %w", err)
	}
	return func() error {
		if err := term.Restore(fd, before); err != nil {
			return fmt.Errorf("put the terminal's modes back: %w", err)
		}
		return nil
	}, nil
}
