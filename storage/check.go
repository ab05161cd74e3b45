package storage

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"

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
	FaultHead   FaultKind = "head"   // what an inspection is, is not what its history says
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
		return r.inspections(ctx, t)
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

// head is the part of an inspection that its history must bear out.
type head struct {
	key    int64
	id     model.RecordID
	rev    int64
	status model.Status
	header string
}

func (r *Report) inspections(ctx context.Context, t *sql.Tx) error {
	var all []head
	rows, err := t.QueryContext(ctx, `SELECT key, id, rev, status, unit, unit_name, unit_path, visit, round, programme, projects, form
		FROM inspection ORDER BY key`)
	if err != nil {
		return fmt.Errorf("check inspections: %w", err)
	}
	err = each(rows, func() error {
		var h head
		var what header
		var projects string
		err := rows.Scan(&h.key, &h.id, &h.rev, &h.status, &what.Unit, &what.UnitName, &what.UnitPath, &what.Visit,
			&what.Round, &what.Programme, &projects, &what.Form)
		if err != nil {
			return err
		}
		if err := decode(projects, &what.Projects); err != nil {
			return err
		}
		h.header, err = encode(what)
		all = append(all, h)
		return err
	})
	if err != nil {
		return err
	}
	for _, h := range all {
		if err := r.inspection(ctx, t, h); err != nil {
			return fmt.Errorf("check inspection %s: %w", h.id, err)
		}
	}
	r.Records = len(all)
	return nil
}

// inspection walks one history, links its hashes, and compares where it leads
// with what stands.
func (r *Report) inspection(ctx context.Context, t *sql.Tx, h head) error {
	var former []byte
	var seq int64
	status := model.Draft
	told := make(map[form.Field]form.Answer)
	broken := false
	err := eachEvent(ctx, t, h.key, func(n int64, e event, hash []byte) error {
		seq++
		r.Events++
		if !broken && (n != seq || !bytes.Equal(hash, e.hash(former, h.id, n))) {
			// What follows a break cannot be judged: one fault says all.
			broken = true
			r.add(Fault{Kind: FaultChain, Record: h.id, Seq: n, Text: "the hash does not follow from the events before"})
		}
		former = hash
		switch e.kind {
		case created:
			if e.detail != h.header {
				r.add(Fault{Kind: FaultHead, Record: h.id, Seq: n, Text: "is " + h.header + ", was begun as " + e.detail})
			}
		case completed:
			status = model.Completed
		case reopened:
			status = model.Draft
		case string(form.Answered):
			told[e.field] = e.new
		}
		return nil
	})
	if err != nil {
		return err
	}
	if seq != h.rev {
		r.add(Fault{Kind: FaultChain, Record: h.id, Seq: seq, Text: fmt.Sprintf("%d events, revision %d", seq, h.rev)})
	}
	if status != h.status {
		r.add(Fault{Kind: FaultHead, Record: h.id, Text: fmt.Sprintf("is %s, should be %s", h.status, status)})
	}
	return r.answers(ctx, t, h, told)
}

func (r *Report) answers(ctx context.Context, t *sql.Tx, h head, told map[form.Field]form.Answer) error {
	answers, revs, err := readAnswers(ctx, t, h.key)
	if err != nil {
		return err
	}
	r.Answers += len(revs)
	for f := range revs {
		if answers[f] != told[f] {
			r.add(Fault{Kind: FaultAnswer, Record: h.id, Field: f, Text: fmt.Sprintf("%s stands, history says %s", answers[f].Raw, told[f].Raw)})
		}
		delete(told, f)
	}
	for f := range told {
		r.add(Fault{Kind: FaultAnswer, Record: h.id, Field: f, Text: "is missing"})
	}
	return nil
}
