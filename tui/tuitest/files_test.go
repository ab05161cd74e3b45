package tuitest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestGolden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "screen.golden")
	cases := []struct {
		name, got string
		write     bool
		want      string // in what the test says; "" is a pass
	}{
		{"fails without a file", "one\ntwo", false, "-update"},
		{"passes when it writes", "one\ntwo", true, ""},
		{"passes on the same text", "one\ntwo", false, ""},
		{"passes with a newline more", "one\ntwo\n", false, ""},
		{"fails on another line and shows it", "one\nthree", false, `"three"`},
		{"passes after writing it", "one\nthree", true, ""},
	}
	for _, c := range cases { // in this order: each sees the file the last left
		t.Run(c.name, func(t *testing.T) {
			said := watch(t, func(tb testing.TB) { compareGolden(tb, path, c.got, c.write) })
			if (said == "") != (c.want == "") || !strings.Contains(said, c.want) {
				t.Errorf("the test said %q, want %q in it", said, c.want)
			}
		})
	}
	content, err := os.ReadFile(path)
	if err != nil || string(content) != "one\nthree\n" {
		t.Errorf("the file holds %q, %v", content, err)
	}
}

func TestBuild(t *testing.T) {
	write := func(t *testing.T, main string) (root string) {
		root = t.TempDir()
		for name, content := range map[string]string{"go.mod": "module tiny\n", "main.go": main} {
			if err := os.WriteFile(filepath.Join(root, name), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		return root
	}
	t.Run("makes a program that runs", func(t *testing.T) {
		root := write(t, "package main\nfunc main() { print(\"here\") }\n")
		path := filepath.Join(root, "tiny")
		if err := build(root, path); err != nil {
			t.Fatal(err)
		}
		if said, err := exec.Command(path).CombinedOutput(); err != nil || string(said) != "here" {
			t.Errorf("the program said %q, %v", said, err)
		}
	})
	t.Run("tells what the compiler says", func(t *testing.T) {
		root := write(t, "package main\nfunc main() { nonsense }\n")
		if err := build(root, filepath.Join(root, "tiny")); err == nil || !strings.Contains(err.Error(), "undefined: nonsense") {
			t.Errorf("the error is %v", err)
		}
	})
}

func TestModuleRoot(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "a", "b")
	if err := os.MkdirAll(deep, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "go.mod"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := moduleRoot(deep); got != root || err != nil {
		t.Errorf("found %q, %v, want %q", got, err, root)
	}
	if got, err := moduleRoot(string(filepath.Separator)); err == nil {
		t.Errorf("found %q where there is none", got)
	}
}
