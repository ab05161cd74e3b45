package storage

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"giamsat/model"
)

// commitError says that it is not known whether a transaction was written.
type commitError struct{ cause error }

func (e *commitError) Error() string { return "commit: " + e.cause.Error() }
func (e *commitError) Unwrap() error { return e.cause }

// tx is the only begin and commit of the project.
//
// A context that ends while a transaction is open would break it: the driver
// rolls back behind our back and the next statement commits on its own
// (go-sqlite3 #769). So only the wait for a connection listens to ctx; the
// transaction is bounded by the busy timeout. Reading has nothing to lose and
// stops when ctx ends.
func (s *Store) tx(ctx context.Context, db *sql.DB, fn func(context.Context, *sql.Tx) error) (err error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("connect: %w", translate(err))
	}
	// Give the connection back at the end; after a failure of the disk throw it
	// away instead: what it has in memory may no longer be what is on the disk.
	defer func() {
		if errors.Is(err, model.ErrIO) || errors.Is(err, model.ErrNoSpace) || errors.Is(err, model.ErrDamaged) {
			err = errors.Join(err, discard(conn))
			return
		}
		err = errors.Join(err, conn.Close())
	}()

	// Reading begins so too: a transaction that ends with its context takes its
	// connection along, and a search that is given up does that at every letter.
	t, err := conn.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return fmt.Errorf("begin: %w", translate(err))
	}
	// After a commit there is nothing to roll back; after a panic there is.
	defer func() {
		if undo := t.Rollback(); undo != nil && !errors.Is(undo, sql.ErrTxDone) {
			err = errors.Join(err, fmt.Errorf("roll back: %w", translate(undo)), discard(conn))
		}
	}()
	if db != s.reader {
		ctx = context.WithoutCancel(ctx)
	}
	if err := fn(ctx, t); err != nil {
		return translate(err)
	}
	if err := s.commit(t); err != nil {
		return &commitError{cause: translate(err)}
	}
	return nil
}

// discard closes a connection for good instead of giving it back to its pool.
func discard(conn *sql.Conn) error {
	err := conn.Raw(func(any) error { return driver.ErrBadConn })
	if err != nil && !errors.Is(err, driver.ErrBadConn) && !errors.Is(err, sql.ErrConnDone) {
		return fmt.Errorf("drop connection: %w", err)
	}
	return nil
}

// read runs fn on one snapshot of the database.
func (s *Store) read(ctx context.Context, fn func(context.Context, *sql.Tx) error) error {
	return s.tx(ctx, s.reader, fn)
}

// write runs fn in one immediate transaction. fn returns the last link that it
// added to a chain of events: when the commit fails, a fresh connection looks
// whether that link stands, so that the answer says what is on the disk.
func (s *Store) write(ctx context.Context, fn func(context.Context, *sql.Tx) (link, error)) error {
	var last link
	err := s.tx(ctx, s.writer, func(ctx context.Context, t *sql.Tx) (err error) {
		last, err = fn(ctx, t)
		return err
	})
	var unknown *commitError
	if !errors.As(err, &unknown) || last.seq == 0 {
		return err
	}
	stands, look := s.stands(ctx, last)
	if look != nil {
		return errors.Join(err, look)
	}
	if !stands {
		return err
	}
	s.log.Warn("commit reported a failure but is on the disk", "cause", err)
	return nil
}

// stands looks with a new connection whether a link is in the database.
func (s *Store) stands(ctx context.Context, l link) (bool, error) {
	found := false
	err := s.tx(context.WithoutCancel(ctx), s.writer, func(ctx context.Context, t *sql.Tx) error {
		return t.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM event WHERE record = ? AND seq = ? AND hash = ?)`,
			l.record, l.seq, l.hash).Scan(&found)
	})
	if err != nil {
		return false, fmt.Errorf("read back: %w", err)
	}
	return found, nil
}
