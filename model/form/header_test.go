package form

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestAFileIsReadUpToItsSectionsOnly(t *testing.T) {
	for _, size := range []int{0, 1, 4080, 4086, 4090, 4095, 4096, 4097, 8190, 9000} {
		head := strings.Repeat("x", size)
		files := fstest.MapFS{
			"whole.yaml": {Data: []byte(head + "\nsections:\n  - name: a\nsections:")},
			"head.yaml":  {Data: []byte(head)},
		}
		for name := range files {
			if got, err := upTo(files, name, sections); err != nil || string(got) != head {
				t.Errorf("of %d bytes before the sections of %s %d were read, %v", size, name, len(got), err)
			}
		}
	}
	if _, err := upTo(fstest.MapFS{}, "none.yaml", sections); err == nil {
		t.Error("a file that is not there was read")
	}
}
