package storage

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
)

// applicationID stands in the header of every database of this program: "gsat".
const applicationID = 0x67736174

// role is what a connection is for.
type role uint8

const (
	writes role = iota // the one connection that changes records
	reads              // sees a snapshot, cannot change anything
	keeps              // looks before the file is known to be ours, backs up, checks backups
)

// errSettings says that a connection does not have the settings that the
// promises rest on. The driver silently ignores an option that it does not know.
var errSettings = errors.New("connection has other settings than asked for")

// cacheKB bounds the pages that a connection keeps. A hundred people have a
// program each on one machine, and what is read again soon fits in it; a search
// reads ten megabytes of an index, once, which no bearable cache would hold and
// which the system keeps for all of them.
const cacheKB = 384

// dsn spells the settings of a connection. They stand in the name of the
// database so that every connection of a pool has them.
func dsn(path string, r role, wait time.Duration) string {
	options := []string{"mode=rw", "_busy_timeout=" + strconv.FormatInt(wait.Milliseconds(), 10), "_cache_size=-" + strconv.Itoa(cacheKB)}
	switch r {
	case writes:
		options = append(options, "_journal_mode=WAL", "_synchronous=FULL", "_txlock=immediate", "_foreign_keys=1", "_stmt_cache_size=64")
	case reads:
		options = append(options, "_synchronous=FULL", "_txlock=deferred", "_foreign_keys=1", "_query_only=1", "_stmt_cache_size=64")
	case keeps:
		// No journal mode: a file that is not ours must not be converted.
		options = append(options, "_synchronous=FULL")
	}
	u := url.URL{Scheme: "file", Path: path}
	return u.String() + "?" + strings.Join(options, "&")
}

// settings are what a connection must answer when its pragmas are read back.
func settings(r role, wait time.Duration) map[string]string {
	want := map[string]string{
		"busy_timeout": strconv.FormatInt(wait.Milliseconds(), 10),
		"synchronous":  "2", // FULL
		"cache_size":   "-" + strconv.Itoa(cacheKB),
	}
	switch r {
	case writes:
		want["journal_mode"], want["foreign_keys"], want["query_only"] = "wal", "1", "0"
	case reads:
		want["journal_mode"], want["foreign_keys"], want["query_only"] = "wal", "1", "1"
	case keeps:
		want["query_only"] = "0"
	}
	return want
}

// connector opens connections of one role. It is used instead of a registered
// driver name, since names are shared by the whole process.
type connector struct {
	driver *sqlite3.SQLiteDriver
	name   string
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.name) }
func (c connector) Driver() driver.Driver                        { return c.driver }

// pool opens connections by name and refuses each that does not have the
// settings of its role. hook, if not nil, sees every connection after that.
func pool(name string, r role, wait time.Duration, hook func(*sqlite3.SQLiteConn) error) *sql.DB {
	check := func(c *sqlite3.SQLiteConn) error {
		if err := readBack(c, settings(r, wait)); err != nil {
			return err
		}
		if r == writes {
			if err := beginsImmediate(c); err != nil {
				return err
			}
		}
		if hook != nil {
			return hook(c)
		}
		return nil
	}
	db := sql.OpenDB(connector{driver: &sqlite3.SQLiteDriver{ConnectHook: check}, name: name})
	switch r {
	case writes:
		db.SetMaxOpenConns(1)
		db.SetMaxIdleConns(1)
	case keeps:
		db.SetMaxOpenConns(1)
		// The one that opening uses is held until the writer is there: the last
		// connection that closes takes the log away, to be made again at once.
		db.SetMaxIdleConns(1)
	case reads:
		db.SetMaxOpenConns(4)
		db.SetMaxIdleConns(2)
	}
	return db
}

func readBack(c *sqlite3.SQLiteConn, want map[string]string) error {
	for pragma, value := range want {
		got, err := pragmaValue(c, pragma)
		if err != nil {
			return fmt.Errorf("read pragma %s: %w", pragma, err)
		}
		if got != value {
			return fmt.Errorf("%w: %s is %s, not %s", errSettings, pragma, got, value)
		}
	}
	return nil
}

func pragmaValue(c *sqlite3.SQLiteConn, pragma string) (value string, err error) {
	rows, err := c.Query("PRAGMA "+pragma, nil)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	row := make([]driver.Value, len(rows.Columns()))
	if err := rows.Next(row); err != nil {
		return "", err
	}
	return fmt.Sprint(row[0]), nil
}

// beginsImmediate finds out whether the driver begins transactions with BEGIN
// IMMEDIATE, which no pragma tells.
//
// It is a trick: a connection that may only query refuses an immediate
// transaction, which wants to write, and allows a deferred one. Nothing is
// locked by it. When the driver gains a way to ask, this can go.
func beginsImmediate(c *sqlite3.SQLiteConn) error {
	if _, err := c.Exec("PRAGMA query_only = 1", nil); err != nil {
		return fmt.Errorf("try transaction: %w", err)
	}
	t, begun := c.Begin()
	if begun == nil {
		if err := t.Rollback(); err != nil {
			return fmt.Errorf("try transaction: %w", err)
		}
		return fmt.Errorf("%w: transactions are not immediate", errSettings)
	}
	var lite sqlite3.Error
	if !errors.As(begun, &lite) || lite.Code != sqlite3.ErrReadonly {
		return fmt.Errorf("try transaction: %w", begun)
	}
	if _, err := c.Exec("PRAGMA query_only = 0", nil); err != nil {
		return fmt.Errorf("try transaction: %w", err)
	}
	return nil
}
