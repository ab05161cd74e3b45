package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"giamsat/model"
)

// Commands is the command line. Its help is in i18n, in both languages.
type Commands struct {
	DB      string `name:"db" env:"GIAMSAT_DB"`
	User    string `env:"GIAMSAT_USER"`
	Lang    string
	ASCII   bool `name:"ascii"`
	Linear  bool `env:"GIAMSAT_LINEAR"`
	Demo    bool
	Version bool
	Help    bool `short:"h"`

	Interface struct{} `cmd:"" default:"1" hidden:""`
	List      struct {
		Kind string
		JSON bool
	} `cmd:""`
	Show struct {
		ID       string `arg:""`
		Revision int
		JSON     bool
	} `cmd:""`
	Check  struct{} `cmd:""`
	Backup struct {
		File    string `arg:""`
		Replace bool
	} `cmd:""`
	Form struct {
		Lint struct {
			Files []string `arg:""`
		} `cmd:""`
		List struct{ JSON bool } `cmd:""`
		Show struct {
			ID     string `arg:""`
			JSON   bool
			Source bool
		} `cmd:""`
		Diff struct {
			Old  string `arg:""`
			New  string `arg:""`
			JSON bool
		} `cmd:""`
		Test struct {
			Files []string `arg:""`
		} `cmd:""`
		Move struct {
			ID      string `arg:""`
			Version string `arg:"" optional:""`
			Yes     bool
			Reason  string
		} `cmd:""`
	} `cmd:""`
}

// Parse reads the arguments and returns the command as kong spells it: "show
// <id>". A wish for help is met before anything is found fault with.
func (c *Commands) Parse(args []string) (command string, err error) {
	if c.Help = slices.Contains(args, "--help") || slices.Contains(args, "-h"); c.Help {
		return "", nil
	}
	parser, err := kong.New(c, kong.Name("giamsat"), kong.NoDefaultHelp())
	if err != nil {
		return "", fmt.Errorf("describe the command line: %w", err)
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		return "", err
	}
	return parsed.Command(), nil
}

// Flag finds a flag's value before the command line is parsed: even its faults
// are told in the person's language.
func Flag(args []string, name string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, name+"="); ok {
			return value
		}
		if arg == name && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}

// Reason gives an error of the system its kind of package model, where the person
// can do something about it.
func Reason(err error) error {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: %w", model.ErrPermission, err)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %w", model.ErrMissing, err)
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("%w: %w", model.ErrNoSpace, err)
	case errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%w: %w", model.ErrReadOnly, err)
	}
	return err
}
