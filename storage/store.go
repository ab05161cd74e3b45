package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/mattn/go-sqlite3"

	"giamsat/model"
	"giamsat/model/form"
)

// Loader builds a form from its stored source.
type Loader func(src []byte) (*form.Definition, error)

// Options say who is at the keyboard and what the store may not know by itself.
type Options struct {
	User   string // who stands in the history
	From   string // host or key it comes from
	Create bool   // make the file and its folder when they are not there
	Load   Loader // needed to read records
	// RecoveryDir holds the texts of fields that are open. Empty: beside the
	// database, its name with ".open" added.
	RecoveryDir string
	// Wait is how long another process may hold the database before a method
	// gives up with model.ErrBusy. Zero: ten seconds.
	Wait  time.Duration
	Clock func() time.Time // nil: the system's
	NewID func() string    // nil: UUIDv7
	Log   *slog.Logger     // nil: silence

	steps []migration                              // tests: other migrations than the embedded ones
	hook  func(*sqlite3.SQLiteConn) error          // tests: sees every connection
	end   func(*sql.Tx) error                      // tests: commits
	dsn   func(string, role, time.Duration) string // tests: other settings
}

// Store is an open database. Its methods may be called from several goroutines.
type Store struct {
	path   string
	user   string
	from   string
	now    func() time.Time
	newID  func() string
	wait   time.Duration
	load   Loader
	log    *slog.Logger
	commit func(*sql.Tx) error
	writer *sql.DB
	reader *sql.DB
	keeper *sql.DB
	forms  formShelf
	open   *recovery
	last   lastRev

	began   bool // the schema was made by this very opening
	empty   bool // it was made in a file that stood there without content
	closing sync.Once
	closed  error
}

func (o Options) withDefaults(path string) (Options, error) {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.NewID == nil {
		o.NewID = newUUID
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Wait == 0 {
		o.Wait = 10 * time.Second
	}
	if o.RecoveryDir == "" {
		o.RecoveryDir = path + ".open"
	}
	if o.end == nil {
		o.end = (*sql.Tx).Commit
	}
	if o.dsn == nil {
		o.dsn = dsn
	}
	if o.steps == nil {
		steps, err := migrations()
		if err != nil {
			return o, err
		}
		o.steps = steps
	}
	return o, nil
}

// newUUID panics when the system has no randomness, as the library does: nothing
// can be identified then.
func newUUID() string { return uuid.Must(uuid.NewV7()).String() }

// Open opens the database at path, brings its schema up to date, and refuses
// what could not keep the promises: model.ErrMissing when there is no file and
// Create is not set, ErrForeign and ErrDamaged for other content, ErrNewer for
// the file of a newer program, ErrNetwork, ErrReadOnly, ErrPermission, ErrBusy,
// ErrNoSpace and ErrIO for what their names say.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s, err := open(ctx, path, o)
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, translate(err))
	}
	return s, nil
}

func open(ctx context.Context, path string, o Options) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if o, err = o.withDefaults(path); err != nil {
		return nil, err
	}
	empty, err := prepare(path, o.Create, o.Log)
	if err != nil {
		return nil, err
	}
	s := &Store{
		path: path, user: o.User, from: o.From, now: o.Clock, newID: o.NewID, wait: o.Wait, load: o.Load, log: o.Log, commit: o.end,
		writer: pool(o.dsn(path, writes, o.Wait), writes, o.Wait, o.hook),
		reader: pool(o.dsn(path, reads, o.Wait), reads, o.Wait, o.hook),
		keeper: pool(o.dsn(path, keeps, o.Wait), keeps, o.Wait, o.hook),
		open:   newRecovery(o.RecoveryDir, o.NewID(), o.Log),
	}
	version, err := s.claim(ctx, len(o.steps))
	if err == nil {
		// The writer first: it brings a restored backup back to keeping a log.
		err = s.connect(ctx, s.writer)
	}
	if err == nil {
		err = s.migrate(ctx, o.steps, version)
	}
	if err == nil {
		err = s.connect(ctx, s.reader)
	}
	if err != nil {
		return nil, errors.Join(err, s.closePools())
	}
	s.empty = empty && s.began
	s.keeper.SetMaxIdleConns(-1) // from now on closed after each use, which is rare
	if low, err := s.LowSpace(); err != nil {
		s.log.Warn("cannot tell how much room the disk has", "cause", err)
	} else if low {
		s.log.Warn("the disk is nearly full", "path", path)
	}
	return s, nil
}

// again is the pause between two tries to connect.
const again = 20 * time.Millisecond

// connect opens the first connection of a pool. While another program turns a
// new file to keeping a log, SQLite answers "busy" at once, whatever the timeout:
// two people who start at the same first moment would be told that somebody
// holds the data. So it is tried until the wait is over. A file that is really
// held has used the wait up with the first try.
func (s *Store) connect(ctx context.Context, pool *sql.DB) error {
	began := time.Now()
	for {
		err := pool.PingContext(ctx)
		if !errors.Is(translate(err), model.ErrBusy) || time.Since(began)+again > s.wait {
			return err
		}
		time.Sleep(again)
	}
}

// claim makes sure that the file is ours or empty and returns the version of
// its schema. It writes nothing: what is not ours stays as it is.
func (s *Store) claim(ctx context.Context, newest int) (version int, err error) {
	var application, objects int
	err = s.tx(ctx, s.keeper, func(ctx context.Context, t *sql.Tx) error {
		if err := t.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&application); err != nil {
			return fmt.Errorf("read application id: %w", err)
		}
		if err := t.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
			return fmt.Errorf("read version: %w", err)
		}
		if application != 0 {
			return nil
		}
		// Only here: reading the schema means parsing the views of all forms.
		if err := t.QueryRowContext(ctx, `SELECT COUNT(*) FROM sqlite_schema`).Scan(&objects); err != nil {
			return fmt.Errorf("read schema: %w", err)
		}
		return nil
	})
	switch {
	case errors.Is(err, model.ErrDamaged) && !bearsOurMark(s.path):
		// Told as one kind alone: it was never a database of ours to restore.
		return 0, fmt.Errorf("%w: %v", model.ErrForeign, err)
	case err != nil:
		return 0, err
	case application == 0 && objects == 0 && version == 0:
		return 0, nil
	case application != applicationID:
		return 0, fmt.Errorf("%w: application id %#x", model.ErrForeign, application)
	case version > newest:
		return 0, fmt.Errorf("%w: version %d, this program knows %d", model.ErrNewer, version, newest)
	}
	return version, nil
}

// BegunInEmptyFile reports whether the file stood there without content when it
// was opened, so that new data was begun in it: it may have lost what was in it.
func (s *Store) BegunInEmptyFile() bool { return s.empty }

// Path returns the absolute name of the database file.
func (s *Store) Path() string { return s.path }

// Close writes the log of the database back into its file as far as others
// allow it, ends the session of recovery, and closes all connections. Closing
// again returns what the first closing returned.
func (s *Store) Close() error {
	s.closing.Do(func() { s.closed = s.close() })
	return s.closed
}

func (s *Store) close() error {
	var busy, frames, done int
	// PASSIVE never waits: leaving the program does not hang on another's reading.
	check := s.writer.QueryRow(`PRAGMA wal_checkpoint(PASSIVE)`).Scan(&busy, &frames, &done)
	if check != nil {
		check = fmt.Errorf("checkpoint: %w", translate(check))
	}
	if err := errors.Join(check, s.open.close(), s.closePools()); err != nil {
		return fmt.Errorf("close database %s: %w", s.path, err)
	}
	return nil
}

// closePools closes the writer last: the last connection empties the log, which
// one that may only read cannot.
func (s *Store) closePools() error {
	return errors.Join(s.reader.Close(), s.keeper.Close(), s.writer.Close())
}

// stamp is the present moment as it is stored: it sorts as text.
func (s *Store) stamp() string { return s.now().UTC().Format(timeLayout) }

// timeLayout is RFC 3339 in UTC with always three digits of the second.
const timeLayout = "2006-01-02T15:04:05.000Z"
