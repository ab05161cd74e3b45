package storage

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"giamsat/model"
	"giamsat/model/form"
)

// FaultKind says what a check found.
type FaultKind string

// The kinds of faults.
const (
	FaultFile   FaultKind = "file"   // SQLite finds the file damaged
	FaultLink   FaultKind = "link"   // a row points to one that is not there
	FaultForm   FaultKind = "form"   // a form's source does not have its hash
	FaultChain  FaultKind = "chain"  // a history was changed, cut or reordered
	FaultAnswer FaultKind = "answer" // an answer is not what its history says
	FaultHead   FaultKind = "head"   // what a record is, is not what its history says
)

// Fault is one thing that a check found.
type Fault struct {
	Kind   FaultKind
	Record model.RecordID // "" for the file and for forms
	Seq    int64          // of the event, for FaultChain
	Field  form.Field     // for FaultAnswer
	Text   string         // details, for the log
}

// Report is the outcome of a check.
type Report struct {
	Records int
	Events  int
	Answers int
	Faults  []Fault
}

// Sound reports whether nothing was found.
func (r Report) Sound() bool { return len(r.Faults) == 0 }

func (r *Report) add(f Fault) { r.Faults = append(r.Faults, f) }

// Check reads the whole database: the file's structure, every reference, every
// form's hash, every chain of history, and whether each answer is what the last
// event of its field says. It cannot see that the newest events were cut off
// together with what followed from them; the head of a chain kept elsewhere
// shows that. An error says that the check itself could not be done.
func (s *Store) Check(ctx context.Context) (Report, error) {
	var r Report
	err := s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		faults, err := integrity(ctx, t)
		if err != nil {
			return err
		}
		for _, text := range faults {
			r.add(Fault{Kind: FaultFile, Text: text})
		}
		if err := r.references(ctx, t); err != nil {
			return err
		}
		if err := r.forms(ctx, t); err != nil {
			return err
		}
		if err := r.tally(ctx, t); err != nil {
			return err
		}
		if err := r.words(ctx, t); err != nil {
			return err
		}
		return r.records(ctx, t)
	})
	if errors.Is(err, model.ErrDamaged) {
		r.add(Fault{Kind: FaultFile, Text: err.Error()})
		return r, nil
	}
	if err != nil {
		return r, fmt.Errorf("check database %s: %w", s.path, err)
	}
	return r, nil
}

// integrity returns what SQLite's own check finds; nothing when all is well.
func integrity(ctx context.Context, t *sql.Tx) (faults []string, err error) {
	rows, err := t.QueryContext(ctx, `PRAGMA integrity_check`)
	if err != nil {
		return nil, fmt.Errorf("check file: %w", err)
	}
	err = each(rows, func() error {
		var text string
		err := rows.Scan(&text)
		if text != "ok" {
			faults = append(faults, text)
		}
		return err
	})
	return faults, err
}

func (r *Report) references(ctx context.Context, t *sql.Tx) error {
	rows, err := t.QueryContext(ctx, `PRAGMA foreign_key_check`)
	if err != nil {
		return fmt.Errorf("check references: %w", err)
	}
	return each(rows, func() error {
		var table, parent string
		var row, key any
		err := rows.Scan(&table, &row, &parent, &key)
		r.add(Fault{Kind: FaultLink, Text: fmt.Sprintf("%s row %v points to no %s", table, row, parent)})
		return err
	})
}

func (r *Report) forms(ctx context.Context, t *sql.Tx) error {
	rows, err := t.QueryContext(ctx, `SELECT hash, id, version, source FROM form`)
	if err != nil {
		return fmt.Errorf("check forms: %w", err)
	}
	return each(rows, func() error {
		var hash, id, version string
		var source sql.RawBytes
		err := rows.Scan(&hash, &id, &version, &source)
		if err == nil && hashOf(source) != hash {
			r.add(Fault{Kind: FaultForm, Text: id + " " + version})
		}
		return err
	})
}

// tally looks whether the numbers of records that lists tell are those that stand.
func (r *Report) tally(ctx context.Context, t *sql.Tx) error {
	rows, err := t.QueryContext(ctx, `SELECT kind, status, SUM(told), SUM(stands) FROM (
		SELECT kind, status, settled, n AS told, 0 AS stands FROM tally
		UNION ALL SELECT kind, status, settled, 0, 1 FROM record)
		GROUP BY kind, status, settled HAVING SUM(told) <> SUM(stands)`)
	if err != nil {
		return fmt.Errorf("check tally: %w", err)
	}
	return each(rows, func() error {
		var kind, status string
		var told, stands int
		err := rows.Scan(&kind, &status, &told, &stands)
		r.add(Fault{Kind: FaultHead, Text: fmt.Sprintf("%d of kind %s, %s, are told, %d stand", told, kind, status, stands)})
		return err
	})
}

// words looks whether inspections have words that a search takes for found nowhere.
func (r *Report) words(ctx context.Context, t *sql.Tx) error {
	rows, err := t.QueryContext(ctx, `SELECT DISTINCT value
		FROM record, json_each('[' || replace(json_quote(folded), ' ', '","') || ']')
		WHERE kind = 'inspection' AND NOT EXISTS (SELECT 1 FROM inspection_word WHERE word = value)`)
	if err != nil {
		return fmt.Errorf("check words: %w", err)
	}
	return each(rows, func() error {
		var word string
		err := rows.Scan(&word)
		r.add(Fault{Kind: FaultHead, Text: fmt.Sprintf("%q is not among the words of inspections", word)})
		return err
	})
}

// stored is the part of a record that its history must bear out.
type stored struct {
	key      int64
	id       model.RecordID
	rev      int64
	kind     string
	formID   string // of the form it is bound to; "" when that is not there
	status   model.Status
	header   header
	returned [2]string // by whom, and why
	round    string    // id
	wanted   string    // the round that follows from the parent
	head     headRow
}

func (r *Report) records(ctx context.Context, t *sql.Tx) error {
	var all []stored
	rows, err := t.QueryContext(ctx, `SELECT r.key, r.id, r.rev, r.kind, COALESCE((SELECT id FROM form WHERE hash = r.form), ''), r.status,
		r.unit, r.unit_name, r.unit_path, r.visit, r.round, r.programme, r.projects, r.form,
		COALESCE(p.id, ''), r.origin_item, r.origin_row, r.returned_by, r.returned_reason,
		COALESCE(d.id, ''), COALESCE(CASE p.kind WHEN ? THEN p.id ELSE (SELECT id FROM record WHERE key = p.in_round) END, ''), `+
		qualified("r", headColumns)+`
		FROM record r LEFT JOIN record p ON p.key = r.parent LEFT JOIN record d ON d.key = r.in_round ORDER BY r.key`, string(model.Round))
	if err != nil {
		return fmt.Errorf("check records: %w", err)
	}
	err = each(rows, func() error {
		var s stored
		h := &s.header
		var projects string
		err := rows.Scan(append([]any{&s.key, &s.id, &s.rev, &s.kind, &s.formID, &s.status,
			&h.Unit, &h.UnitName, &h.UnitPath, &h.Visit, &h.Round, &h.Programme, &projects, &h.Form,
			&h.Parent, &h.OriginItem, &h.OriginRow, &s.returned[0], &s.returned[1], &s.round, &s.wanted}, s.head.into()...)...)
		if err != nil {
			return err
		}
		err = decode(projects, &h.Projects)
		all = append(all, s)
		return err
	})
	if err != nil {
		return err
	}
	for _, s := range all {
		if err := r.record(ctx, t, s); err != nil {
			return fmt.Errorf("check record %s: %w", s.id, err)
		}
	}
	r.Records = len(all)
	return nil
}

// record walks one history, links its hashes, and compares where it leads with
// what stands.
func (r *Report) record(ctx context.Context, t *sql.Tx, s stored) error {
	var former []byte
	var seq int64
	p := newPast()
	broken := false
	begun := ""
	err := eachEvent(ctx, t, s.key, func(n int64, e event, hash []byte) error {
		seq++
		r.Events++
		if !broken && (n != seq || !bytes.Equal(hash, e.hash(former, s.id, n))) {
			// What follows a break cannot be judged: one fault says all.
			broken = true
			r.add(Fault{Kind: FaultChain, Record: s.id, Seq: n, Text: "the hash does not follow from the events before"})
		}
		former = hash
		if e.kind == created {
			begun = e.detail
		}
		err := p.add(n, e)
		if errors.Is(err, errSpelling) {
			r.add(Fault{Kind: FaultHead, Record: s.id, Seq: n, Text: err.Error()})
			err = nil
		}
		return err
	})
	if err != nil {
		return err
	}
	if seq != s.rev {
		r.add(Fault{Kind: FaultChain, Record: s.id, Seq: seq, Text: fmt.Sprintf("%d events, revision %d", seq, s.rev)})
	}
	if err := r.head(s, p, begun); err != nil {
		return err
	}
	if err := r.rows(ctx, t, s, p); err != nil {
		return err
	}
	return r.answers(ctx, t, s, p.answers)
}

// head compares what a record is with what its history says. What lists show of
// its answers is known while nothing was written since it was completed.
func (r *Report) head(s stored, p *past, begun string) error {
	differs := func(what string, is, should any) {
		if is != should {
			r.add(Fault{Kind: FaultHead, Record: s.id, Text: fmt.Sprintf("%s is %v, should be %v", what, is, should)})
		}
	}
	// It is compared with its beginning as that was written, except for the form,
	// to which it may have been moved since.
	form := s.header.Form
	s.header.Form = p.begun.Form
	is, err := encode(s.header)
	if err != nil {
		return err
	}
	differs("it", is, begun)
	differs("form", form, p.form)
	if s.formID != "" { // else the reference is at fault
		differs("kind", s.kind, s.formID)
	}
	differs("status", s.status, p.status)
	differs("returned by", s.returned[0], p.returned.by)
	differs("reason of its return", s.returned[1], p.returned.reason)
	differs("round", s.round, s.wanted)
	head, err := s.head.read()
	if err != nil {
		return err
	}
	if p.headKnown {
		differs("head", head, p.head)
	}
	return nil
}

// rows looks whether the rows that were added and not removed are those that stand.
func (r *Report) rows(ctx context.Context, t *sql.Tx, s stored, p *past) error {
	stand, err := readRows(ctx, t, s.key)
	if err != nil {
		return err
	}
	for table := range p.rows {
		if _, found := stand[table]; !found {
			stand[table] = nil
		}
	}
	for table, rows := range stand {
		told := slices.Sorted(slices.Values(p.rows[table]))
		if is := slices.Sorted(slices.Values(rows)); !slices.Equal(is, told) {
			r.add(Fault{Kind: FaultAnswer, Record: s.id, Field: form.Field{Item: table},
				Text: fmt.Sprintf("rows %v stand, history says %v", is, told)})
		}
	}
	return nil
}

func (r *Report) answers(ctx context.Context, t *sql.Tx, s stored, told map[form.Field]form.Answer) error {
	answers, revs, err := readAnswers(ctx, t, s.key)
	if err != nil {
		return err
	}
	r.Answers += len(revs)
	for f := range revs {
		if answers[f] != told[f] {
			r.add(Fault{Kind: FaultAnswer, Record: s.id, Field: f, Text: fmt.Sprintf("%s stands, history says %s", answers[f].Raw, told[f].Raw)})
		}
		delete(told, f)
	}
	for f := range told {
		r.add(Fault{Kind: FaultAnswer, Record: s.id, Field: f, Text: "is missing"})
	}
	return nil
}
