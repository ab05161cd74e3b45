package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"giamsat/model"
	"giamsat/model/form"
)

// recovery keeps the texts of fields that are open, outside the database.
//
// A session has a lock file, <session>.lock, that it holds locked while it
// lives, and a file for each record with an open field,
// <record>.<session>.open. The files of a session whose lock nobody holds
// were left by a crash: reading them moves them under the name of the reading
// session, so that nobody else takes them and a second crash loses nothing.
type recovery struct {
	dir     string
	session string
	log     *slog.Logger

	mu    sync.Mutex
	lock  *os.File                   // nil until the first use
	bound map[model.RecordID]string  // hash of the form
	taken map[model.RecordID][]taken // found after a crash, not settled yet
	count int
}

// taken is a text of a dead session that this one has taken over.
type taken struct {
	file string
	kept kept
}

// kept is what a file holds.
type kept struct {
	Record string `json:"inspection"`
	Form   string `json:"form"` // hash
	Item   string `json:"item"`
	Row    string `json:"row,omitempty"`
	Part   string `json:"part,omitempty"`
	Text   string `json:"text"`
	Caret  int    `json:"caret"`
	Rev    int64  `json:"rev,omitempty"`
}

func (k kept) field() form.Field {
	return form.Field{Item: k.Item, Row: form.Row(k.Row), Part: k.Part}
}

func newRecovery(dir, session string, log *slog.Logger) *recovery {
	return &recovery{dir: dir, session: session, log: log,
		bound: make(map[model.RecordID]string), taken: make(map[model.RecordID][]taken)}
}

// KeepOpen keeps the text of a field that is still open. An empty text clears
// what this session keeps for the record; together with a field it also
// gives up the recovered texts of that field. Recovered texts of other fields
// stay until their field is saved, kept open or cleared.
func (s *Store) KeepOpen(id model.RecordID, text model.OpenText) error {
	hash, err := s.boundForm(context.Background(), id)
	if err == nil {
		err = s.open.keep(id, hash, text)
	}
	if err != nil {
		return wrap("keep open field of", id, translate(err))
	}
	return nil
}

// Recovered returns the texts of open fields that crashed sessions left behind.
// A text that stands in its field already is nothing to recover. Each is told
// once to each session, and again to a later one if this one ends before the
// field is saved.
func (s *Store) Recovered(ctx context.Context, id model.RecordID) ([]model.OpenText, error) {
	hash, err := s.boundForm(ctx, id)
	if err != nil {
		return nil, wrap("recover open fields of", id, err)
	}
	found, err := s.open.recover(id, hash)
	if err != nil {
		return nil, wrap("recover open fields of", id, translate(err))
	}
	texts := make([]model.OpenText, 0, len(found))
	var settled []form.Field
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		for _, f := range found {
			var raw string
			err := t.QueryRowContext(ctx, `SELECT raw FROM answer WHERE record = (SELECT key FROM record WHERE id = ?)
				AND item = ? AND row = ? AND part = ?`, string(id), f.kept.Item, f.kept.Row, f.kept.Part).Scan(&raw)
			if err != nil && !errors.Is(err, sql.ErrNoRows) {
				return err
			}
			if raw == f.kept.Text {
				settled = append(settled, f.kept.field())
				continue
			}
			texts = append(texts, model.OpenText{Field: f.kept.field(), Text: f.kept.Text, Caret: f.kept.Caret, Rev: f.kept.Rev})
		}
		return nil
	})
	if err != nil {
		return nil, wrap("recover open fields of", id, err)
	}
	s.open.settle(id, settled)
	return texts, nil
}

// boundForm returns the hash of the form of a record, which only a move changes.
func (s *Store) boundForm(ctx context.Context, id model.RecordID) (hash string, err error) {
	s.open.mu.Lock()
	hash = s.open.bound[id]
	s.open.mu.Unlock()
	if hash != "" {
		return hash, nil
	}
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		return t.QueryRowContext(ctx, `SELECT form FROM record WHERE id = ?`, string(id)).Scan(&hash)
	})
	if err != nil {
		return "", err
	}
	s.open.mu.Lock()
	s.open.bound[id] = hash
	s.open.mu.Unlock()
	return hash, nil
}

// unbind forgets which form a record has.
func (r *recovery) unbind(id model.RecordID) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.bound, id)
}

func (r *recovery) keep(id model.RecordID, hash string, text model.OpenText) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	file := r.path(string(id) + "." + r.session + ".open")
	if text.Text == "" {
		if err := removeIfThere(file); err != nil {
			return err
		}
		if text.Field != (form.Field{}) {
			r.forget(id, text.Field)
		}
		return nil
	}
	if err := r.begin(); err != nil {
		return err
	}
	err := writeSealed(file, kept{Record: string(id), Form: hash, Item: text.Field.Item, Row: string(text.Field.Row),
		Part: text.Field.Part, Text: text.Text, Caret: text.Caret, Rev: text.Rev})
	if err != nil {
		return err
	}
	// What was recovered for this field lives on in the file just written.
	r.forget(id, text.Field)
	return nil
}

// settle gives up the recovered texts of fields whose answer is in the database.
func (r *recovery) settle(id model.RecordID, fields []form.Field) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, f := range fields {
		r.forget(id, f)
	}
}

// forget removes the recovered texts of one field. A file that cannot be
// removed is offered once more after the next start, which loses nothing.
func (r *recovery) forget(id model.RecordID, f form.Field) {
	var stay []taken
	for _, t := range r.taken[id] {
		if t.kept.field() != f {
			stay = append(stay, t)
			continue
		}
		if err := removeIfThere(t.file); err != nil {
			r.log.Warn("cannot remove a recovery file", "file", t.file, "cause", err)
			stay = append(stay, t)
		}
	}
	r.taken[id] = stay
}

// recover takes over the files of dead sessions for a record.
func (r *recovery) recover(id model.RecordID, hash string) ([]taken, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	names, err := r.names()
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		if n.record != string(id) || n.session == r.session || n.kind != "open" {
			continue
		}
		if err := r.begin(); err != nil {
			return nil, err
		}
		if err := r.takeOver(id, hash, n); err != nil {
			return nil, err
		}
	}
	return append([]taken(nil), r.taken[id]...), nil
}

// takeOver moves the file of a dead session under this session's name and
// reads it. The file of a living one is left alone.
func (r *recovery) takeOver(id model.RecordID, hash string, n name) (err error) {
	lock, err := lockFile(r.path(n.session + ".lock"))
	if errors.Is(err, errLocked) {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.bury(n.session), lock.Close()) }()
	r.count++
	mine := r.path(fmt.Sprintf("%s.%s.%d.open", id, r.session, r.count))
	if err := os.Rename(r.path(n.file), mine); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // another session was faster
		}
		return err
	}
	var k kept
	err = readSealed(mine, &k)
	if err == nil && (k.Record != string(id) || k.Form != hash) {
		err = errors.New("it belongs to another record or form")
	}
	if err != nil {
		r.log.Warn("a recovery file cannot be used and is set aside", "file", mine+".bad", "cause", err)
		return os.Rename(mine, mine+".bad")
	}
	r.log.Info("recovered the text of an open field", "record", string(id), "field", k.field().String())
	r.taken[id] = append(r.taken[id], taken{file: mine, kept: k})
	return nil
}

// bury removes what a dead session left beside texts, once no text is left. Its
// lock is held by the caller.
func (r *recovery) bury(session string) error {
	names, err := r.names()
	if err != nil {
		return err
	}
	var half []string
	for _, n := range names {
		switch {
		case n.session != session:
		case n.kind == "open", n.kind == "owed":
			return nil
		case n.kind == "new":
			half = append(half, n.file)
		}
	}
	for _, file := range half {
		err = errors.Join(err, removeIfThere(r.path(file)))
	}
	return errors.Join(err, removeIfThere(r.path(session+".lock")))
}

// begin makes the folder and the lock of this session at their first use.
func (r *recovery) begin() error {
	if r.lock != nil {
		return nil
	}
	if err := os.MkdirAll(r.dir, 0o700); err != nil {
		return err
	}
	lock, err := lockFile(r.path(r.session + ".lock"))
	if err != nil {
		return err
	}
	r.lock = lock
	return nil
}

// close ends the session. With no text left its lock goes too; else it stays,
// unlocked, and the next session finds the texts.
func (r *recovery) close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.lock == nil {
		return nil
	}
	err := errors.Join(r.bury(r.session), r.lock.Close())
	r.lock = nil
	return err
}

// name is the name of a file in the folder, taken apart.
type name struct {
	file    string
	record  string // "" for a lock
	session string
	kind    string // lock, open, owed, new, bad
}

func (r *recovery) names() ([]name, error) {
	entries, err := os.ReadDir(r.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	names := make([]name, 0, len(entries))
	for _, e := range entries {
		parts := strings.Split(e.Name(), ".")
		n := name{file: e.Name(), kind: parts[len(parts)-1]}
		switch {
		case len(parts) == 2:
			n.session = parts[0]
		case len(parts) > 2:
			n.record, n.session = parts[0], parts[1]
		}
		names = append(names, n)
	}
	return names, nil
}

func (r *recovery) path(file string) string { return filepath.Join(r.dir, file) }

// writeSealed replaces a file as a whole: a crash leaves the former or the new
// content. The first line is the hash of the second.
func writeSealed(file string, content any) error {
	body, err := json.Marshal(content)
	if err != nil {
		return err
	}
	return replaceFile(file, fmt.Appendf(nil, "%s\n%s\n", hashOf(body), body))
}

// replaceFile writes a small file so that a crash leaves the former or the new
// one, never a part.
func replaceFile(file string, content []byte) error {
	temp := file + ".new"
	f, err := os.OpenFile(temp, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := os.Rename(temp, file); err != nil {
		return err
	}
	return syncDir(filepath.Dir(file))
}

func readSealed(file string, content any) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	sum, body, _ := strings.Cut(strings.TrimSuffix(string(text), "\n"), "\n")
	if sum != hashOf([]byte(body)) {
		return errors.New("its hash does not fit")
	}
	return json.Unmarshal([]byte(body), content)
}

func removeIfThere(file string) error {
	if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
