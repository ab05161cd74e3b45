package tuitest

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Ceiling holds that a figure has not grown by more than so many percent over the
// one that is kept in testdata/figures/<name>.txt beside the test. Run the test
// with -update to write the file anew: a figure that falls is to be kept too.
func Ceiling(tb testing.TB, name string, got int64, percent int64) {
	tb.Helper()
	path := filepath.Join("testdata", "figures", name+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatalf("make the folder of a figure: %v", err)
		}
		if err := os.WriteFile(path, fmt.Appendf(nil, "%d\n", got), 0o644); err != nil {
			tb.Fatalf("write a figure: %v", err)
		}
		return
	}
	if fault := grown(path, got, percent); fault != "" {
		tb.Error(fault)
	}
}

// grown says what is wrong with a figure; "" when nothing is.
func grown(path string, got, percent int64) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Sprintf("read a figure (go test -update writes it): %v", err)
	}
	kept, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)
	if err != nil {
		return fmt.Sprintf("read the figure %s: %v", path, err)
	}
	if got > kept+kept*percent/100 {
		return fmt.Sprintf("%s is %d, more than %d %% over the %d that are kept", path, got, percent, kept)
	}
	return ""
}
