package storage

import (
	"context"
	"database/sql"
	"os"
	"sync"
	"time"

	"giamsat/model"
)

// settledLog is the age from which a log's time of change says whether it was
// written since: file systems count in ticks of some milliseconds, and two
// changes within one tick bear the same time.
const settledLog = time.Second

// lastRev is the revision that was read last, and how the log of the database
// looked before that. Every commit of every program writes the log.
type lastRev struct {
	mu      sync.Mutex
	id      model.RecordID
	rev     int64
	size    int64
	changed time.Time
}

// Rev tells the revision of a record, which grows with every saved change. It is
// asked again and again while a record is open, hardly ever after a change: while
// the log of the database is as it was, the number is too, and nothing is read.
func (s *Store) Rev(ctx context.Context, id model.RecordID) (rev int64, err error) {
	s.last.mu.Lock()
	defer s.last.mu.Unlock()
	log, unseen := os.Stat(s.path + "-wal")
	if unseen == nil && id == s.last.id && log.Size() == s.last.size && log.ModTime().Equal(s.last.changed) {
		return s.last.rev, nil
	}
	s.last.id = ""
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		return t.QueryRowContext(ctx, `SELECT rev FROM record WHERE id = ?`, string(id)).Scan(&rev)
	})
	if err != nil {
		return 0, wrap("read the revision of", id, err)
	}
	if unseen == nil && time.Since(log.ModTime()) > settledLog {
		s.last.id, s.last.rev, s.last.size, s.last.changed = id, rev, log.Size(), log.ModTime()
	}
	return rev, nil
}
