package storage

import (
	"context"
	"database/sql"
	"time"

	"github.com/mattn/go-sqlite3"

	"giamsat/model"
)

// What tests of this folder need to reach into.

// Translate gives an error its kind.
var Translate = translate

// Step is a migration of a test.
type Step struct{ SQL string }

// WithSteps replaces the embedded migrations.
func (o Options) WithSteps(steps ...Step) Options {
	for i, st := range steps {
		o.steps = append(o.steps, migration{version: i + 1, name: "test", sql: st.SQL})
	}
	return o
}

// WithHook shows every connection to fn.
func (o Options) WithHook(fn func(*sqlite3.SQLiteConn) error) Options {
	o.hook = fn
	return o
}

// WithCommit replaces the commit.
func (o Options) WithCommit(fn func(*sql.Tx) error) Options {
	o.end = fn
	return o
}

// WithDSN edits the settings of every connection.
func (o Options) WithDSN(edit func(string) string) Options {
	o.dsn = func(path string, r role, wait time.Duration) string { return edit(dsn(path, r, wait)) }
	return o
}

// EmbeddedSQL returns the text of each embedded migration.
func EmbeddedSQL() ([]string, error) {
	steps, err := migrations()
	texts := make([]string, 0, len(steps))
	for _, st := range steps {
		texts = append(texts, st.sql)
	}
	return texts, err
}

// Write runs a transaction of the writer.
func (s *Store) Write(ctx context.Context, fn func(context.Context, *sql.Tx) error) error {
	return s.tx(ctx, s.writer, fn)
}

// Read runs a transaction of the reader.
func (s *Store) Read(ctx context.Context, fn func(context.Context, *sql.Tx) error) error {
	return s.read(ctx, fn)
}

// ErrSettings is what a connection with wrong settings is refused with.
var ErrSettings = errSettings

// Low is the limit of LowSpace.
var Low = low

// HashOf is the hash under which a form is kept.
var HashOf = hashOf

// Search is a query as the store puts it to SQLite.
type Search struct {
	SQL  string
	Args []any
}

// Searches returns how the matches of a query are found in no order, and how in
// that of the list.
func (s *Store) Searches(ctx context.Context, q model.Query) (shortest, ordered Search, err error) {
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		f, err := filterOf(ctx, t, q, s.user)
		if err != nil {
			return err
		}
		shortest.SQL, shortest.Args = counted(f.shortest(), f.terms)
		ordered.SQL, ordered.Args = found(f.ordered(), f.terms)
		ordered.SQL += ` ORDER BY ` + f.order.by + ` LIMIT 50`
		return nil
	})
	return shortest, ordered, err
}
