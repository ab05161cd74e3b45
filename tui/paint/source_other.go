//go:build !linux

package paint

import "io"

// newSource returns the source for r. Waiting on a terminal's descriptor with
// poll is not to be relied on outside Linux (macOS refuses /dev/tty).
func newSource(r io.Reader) (source, error) {
	return newPump(r), nil
}
