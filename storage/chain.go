package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"strconv"

	"giamsat/model"
	"giamsat/model/form"
)

// The kinds of events beside those of form.ChangeKind.
const (
	created   = "create"
	completed = "complete"
	reopened  = "reopen"
	moved     = "move"
)

// event is one line of a history as it is stored.
type event struct {
	at, by, origin string
	kind, cause    string
	field          form.Field
	old, new       form.Answer
	detail, reason string
	step           int64 // 0: none
}

// hash returns SHA-256 over the former hash and the line. Every part is written
// with its length before it, so that no two lines read the same, and the id of
// the record is a part, so that a chain cannot be given to another. The step is
// one where there is one: events from before steps keep their hashes.
func (e event) hash(former []byte, id model.RecordID, seq int64) []byte {
	line := make([]byte, 0, 256)
	line = appendPart(line, string(former))
	for _, part := range []string{
		string(id), strconv.FormatInt(seq, 10), e.at, e.by, e.origin, e.kind, e.cause,
		e.field.Item, string(e.field.Row), e.field.Part,
		e.old.Raw, spellValue(e.old.Value), strconv.FormatBool(e.old.Carried),
		e.new.Raw, spellValue(e.new.Value), strconv.FormatBool(e.new.Carried),
		e.detail, e.reason,
	} {
		line = appendPart(line, part)
	}
	if e.step != 0 {
		line = appendPart(line, strconv.FormatInt(e.step, 10))
	}
	sum := sha256.Sum256(line)
	return sum[:]
}

func appendPart(line []byte, part string) []byte {
	line = strconv.AppendInt(line, int64(len(part)), 10)
	line = append(line, ':')
	return append(line, part...)
}

// spellValue tells the number 5 from the text "5" and from no value.
func spellValue(v form.Value) string {
	switch a := v.Any().(type) {
	case int64:
		return "i" + strconv.FormatInt(a, 10)
	case string:
		return "t" + a
	}
	return "n"
}

// link is the end of a chain: the last event of a record. Its number is
// the revision of the record.
type link struct {
	record int64 // key
	id     model.RecordID
	seq    int64 // 0: no event yet
	hash   []byte
}

// lastLink reads the end of a record's chain.
func lastLink(ctx context.Context, t *sql.Tx, key int64, id model.RecordID) (link, error) {
	l := link{record: key, id: id}
	err := t.QueryRowContext(ctx, `SELECT seq, hash FROM event WHERE record = ? ORDER BY seq DESC LIMIT 1`, key).
		Scan(&l.seq, &l.hash)
	if errors.Is(err, sql.ErrNoRows) {
		return l, fmt.Errorf("read history of %s: %w: it is empty", id, model.ErrDamaged)
	}
	if err != nil {
		return l, fmt.Errorf("read history of %s: %w", id, err)
	}
	return l, nil
}

// add appends an event to the chain and moves the link to it.
func (l *link) add(ctx context.Context, t *sql.Tx, e event) error {
	seq := l.seq + 1
	hash := e.hash(l.hash, l.id, seq)
	_, err := t.ExecContext(ctx, `INSERT INTO event
		(record, seq, at, by, origin, kind, cause, item, row, part,
		 old_raw, old_value, old_carried, new_raw, new_value, new_carried, detail, reason, hash, step)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		l.record, seq, e.at, e.by, e.origin, e.kind, e.cause, e.field.Item, string(e.field.Row), e.field.Part,
		e.old.Raw, e.old.Value.Any(), e.old.Carried, e.new.Raw, e.new.Value.Any(), e.new.Carried, e.detail, e.reason, hash, e.step)
	if err != nil {
		return fmt.Errorf("write history: %w", err)
	}
	l.seq, l.hash = seq, hash
	return nil
}
