package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/replay"
)

// test plays the scripts beside form files, and scripts that are named themselves.
// It returns ErrFaults when one failed, or there was none.
func (t Tools) test(ctx context.Context, lib *form.Library, files []string) error {
	sum := trial{Tools: t, lib: lib, done: map[string]bool{}}
	for _, file := range files {
		if err := sum.file(ctx, file); err != nil {
			return err
		}
	}
	if sum.played > 0 {
		if err := t.line(i18n.Count(t.Words.Replay.Sum, sum.played, sum.failed)); err != nil {
			return err
		}
	}
	if sum.failed > 0 || sum.lacking {
		return ErrFaults
	}
	return nil
}

// trial is the playing of scripts, and what came of it.
type trial struct {
	Tools
	lib     *form.Library
	done    map[string]bool // scripts that were played
	played  int
	failed  int  // expectations that were not met
	lacking bool // a form without scripts, a script without a form, a file that cannot be used
}

// lacks prints why a file cannot be tested.
func (t *trial) lacks(format string, args ...any) error {
	t.lacking = true
	return t.line(fmt.Sprintf(format, args...))
}

// file tests a form by the scripts beside it, or plays one script.
func (t *trial) file(ctx context.Context, file string) error {
	w := t.Words.Replay
	dir, base := filepath.Split(file)
	names, err := namesIn(dir)
	if err != nil {
		return t.lacks("%s", t.unusable(file, err))
	}
	if ext := filepath.Ext(base); (ext == ".keys" || ext == ".yaml") && !slices.Contains(names, base) {
		return t.lacks("%s", t.unusable(file, model.ErrMissing))
	}
	switch filepath.Ext(base) {
	case ".keys":
		formFile := replay.FormOf(base, names)
		if formFile == "" {
			return t.lacks(w.NoForm, file)
		}
		return t.scripts(ctx, dir, formFile, []string{base})
	case ".yaml":
		scripts := replay.Beside(base, names)
		if len(scripts) == 0 {
			return t.lacks(w.NoScript, file, strings.TrimSuffix(base, ".yaml")+"*.keys")
		}
		return t.scripts(ctx, dir, base, scripts)
	}
	return t.lacks(w.NoFile, file)
}

func namesIn(dir string) ([]string, error) {
	if dir == "" {
		dir = "."
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, Reason(err)
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names, nil
}

// scripts plays scripts against one form.
func (t *trial) scripts(ctx context.Context, dir, formFile string, scripts []string) error {
	src, err := readFile(filepath.Join(dir, formFile))
	if err != nil {
		return t.lacks("%s", t.unusable(filepath.Join(dir, formFile), err))
	}
	def, err := form.Load(formFile, src, t.Catalog)
	var faults form.Faults
	if errors.As(err, &faults) {
		return t.lacks(t.Words.Replay.BadForm, filepath.Join(dir, formFile))
	}
	if err != nil {
		return err
	}
	for _, name := range scripts {
		file := filepath.Join(dir, name)
		if t.done[file] {
			continue // a script may be named beside its form
		}
		t.done[file] = true
		if err := t.script(ctx, file, def); err != nil {
			return err
		}
	}
	return nil
}

// script plays one script on a store of its own, and prints what failed.
func (t *trial) script(ctx context.Context, file string, def *form.Definition) error {
	src, err := readFile(file)
	if err != nil {
		return t.lacks("%s", t.unusable(file, err))
	}
	t.played++
	script, faults := replay.Parse(file, src, t.Words)
	if len(faults) == 0 {
		store, done, err := t.Scratch(ctx)
		if err != nil {
			return err
		}
		stage := replay.Stage{Store: store, Catalog: t.Catalog, Forms: t.lib, Words: t.Words}
		faults = stage.Play(ctx, script, def)
		if err := done(); err != nil {
			return err
		}
	}
	t.failed += len(faults)
	for _, f := range faults {
		if err := t.line(fmt.Sprintf(t.Words.Replay.Failed, f.File, f.Line, f.Text)); err != nil {
			return err
		}
	}
	if len(faults) > 0 {
		return nil
	}
	return t.line(i18n.Count(t.Words.Replay.Passed, file, script.Steps()))
}
