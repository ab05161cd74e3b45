package storage

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"strconv"
	"strings"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migration is one step of the schema. Once released it is never edited.
type migration struct {
	version int
	name    string
	sql     string
}

// migrations returns the embedded steps in order: 1, 2, 3 …
func migrations() ([]migration, error) {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil {
		return nil, fmt.Errorf("list migrations: %w", err)
	}
	sort.Strings(names)
	steps := make([]migration, 0, len(names))
	for i, name := range names {
		text, err := fs.ReadFile(migrationFiles, name)
		if err != nil {
			return nil, fmt.Errorf("read migration: %w", err)
		}
		number, _, _ := strings.Cut(strings.TrimPrefix(name, "migrations/"), "_")
		version, err := strconv.Atoi(number)
		if err != nil || version != i+1 {
			return nil, fmt.Errorf("read migration %s: want number %04d", name, i+1)
		}
		steps = append(steps, migration{version: version, name: name, sql: string(text)})
	}
	return steps, nil
}

// migrate brings the schema from version `from` to the newest. Each step is a
// transaction that also writes the new version, so that a step cut short never
// happened. A database that has records gets a copy beside it first. Views are
// taken away for the step, since a table cannot be renamed under them, and made
// again after it.
func (s *Store) migrate(ctx context.Context, steps []migration, from int) error {
	if from >= len(steps) {
		return nil
	}
	if from > 0 {
		file := fmt.Sprintf("%s.before-%04d-%s", s.path, len(steps), s.now().UTC().Format("20060102T150405Z"))
		// A copy of this very second was made by another process that does the same.
		if err := s.Backup(ctx, file, false); err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("back up before migrating: %w", err)
		}
		s.log.Info("backed up before migrating", "file", file, "from", from, "to", len(steps))
	}
	for _, step := range steps[from:] {
		if err := s.step(ctx, step); err != nil {
			return fmt.Errorf("migrate to version %d: %w", step.version, err)
		}
	}
	return nil
}

func (s *Store) step(ctx context.Context, step migration) error {
	err := s.tx(ctx, s.writer, func(ctx context.Context, t *sql.Tx) error {
		// Another process may have been faster since the version was read.
		var now int
		if err := t.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&now); err != nil {
			return fmt.Errorf("read version: %w", err)
		}
		if now >= step.version {
			return nil
		}
		s.began = now == 0 || s.began
		views, err := takeViews(ctx, t)
		if err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, step.sql); err != nil {
			return fmt.Errorf("run %s: %w", step.name, err)
		}
		if err := s.putViews(ctx, t, views); err != nil {
			return err
		}
		// A pragma takes no parameter; the numbers are ours.
		mark := fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d`, applicationID, step.version)
		if _, err := t.ExecContext(ctx, mark); err != nil {
			return fmt.Errorf("write version: %w", err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	s.log.Info("migrated", "to", step.version)
	return nil
}
