package kit

import (
	"context"
	"errors"
	"maps"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
)

// Draft is one record on the desk. The session and Record belong to the loop;
// everything that saving needs is under the lock, since Flush comes from another
// goroutine.
type Draft struct {
	// Session is the walk through the answers. After each change to it the
	// screen calls Commit.
	Session *form.Session
	// Record is as it was read, with Status, Head and Place kept up to date.
	Record model.Record
	// Recovered are texts that a crash left behind; the screen shows them and
	// empties the list.
	Recovered []model.OpenText
	// Resumed counts the changes that a former run could not save, and that are owed
	// again; the screen says so and sets it to 0.
	Resumed int

	desk *Desk
	id   model.RecordID

	mu        sync.Mutex
	owed      []form.Change
	settled   int // how many changes were saved before the first that is owed
	revs      map[form.Field]int64
	facts     map[model.FactRow][]form.Fact // of changed rows, not saved yet
	factRows  map[model.FactRow]bool        // rows that have facts in the store
	progress  []form.Progress
	head      form.Head
	place     model.Place
	moved     bool          // the place is not saved yet
	seen      int64         // the record's revision, as last looked at
	watched   bool          // somebody looks at it
	flight    chan struct{} // closed when the save under way ends; nil: none
	err       error         // of the last save
	unkept    bool          // what could not be saved is not in the recovery file either
	conflicts []model.Conflict
	refused   map[form.Field]refusal // asked about, or to be asked about
	shut      bool                   // somebody else has completed the record
	shutBy    string                 // who; "" until it is known
	sitting   model.Sitting          // of this run of the program
	pressed   time.Time              // when the last key came

	open     model.OpenText
	openNow  func() form.Answer // what the open text would become
	openOld  form.Answer
	openStep int64 // the step that leaving the field will be
	typed    bool  // since the last tick
	ticking  bool
	kept     bool // the recovery file holds something

	former     []Former // see ReadFormer; the loop's
	formerRead bool
	pins       model.Pins // of its round and kind; the loop's

	keeping  sync.Mutex     // held while the recovery file is written; taken before mu
	keptOpen model.OpenText // what was put there last; under keeping
	keptOwed bool           // unsaved changes lie there; under keeping
}

func newDraft(k *Desk, op *model.Opened, past []form.Done, left []model.OpenText) *Draft {
	d := &Draft{
		Record: op.Record, Recovered: left,
		desk: k, id: op.Record.ID,
		revs: map[form.Field]int64{}, refused: map[form.Field]refusal{}, facts: map[model.FactRow][]form.Fact{}, factRows: map[model.FactRow]bool{},
		place: op.Record.Place, kept: len(left) > 0, seen: op.Record.Rev,
	}
	for f, r := range op.Revs {
		d.revs[f] = r
	}
	for _, t := range left {
		// Who typed it had seen this answer and no newer one: that one is asked about.
		d.revs[t.Field] = min(t.Rev, d.revs[t.Field])
	}
	d.Session = k.session(op)
	d.Session.TakeUp(past, op.Record.Rev)
	d.Session.Reread()
	for _, it := range op.Form.Items() {
		if it.Table == nil || it.Table.Facts == nil {
			continue
		}
		for _, r := range d.Session.Rows(it.Name) {
			if len(d.Session.Facts(it.Name, r.ID)) > 0 {
				d.factRows[model.FactRow{Table: it.Name, Row: r.ID}] = true
			}
		}
	}
	return d
}

// Closed reports whether the record is completed: it is shown, not changed.
func (d *Draft) Closed() bool { return d.Record.Status == model.Completed }

// Turned says that the record was completed, or is a draft again. Either ends the
// way back: what was completed is changed by new answers, not by undo.
func (d *Draft) Turned(to model.Status) {
	d.Record.Status = to
	d.Session.ForgetSteps()
	d.mu.Lock()
	d.shut, d.shutBy = false, ""
	d.mu.Unlock()
}

// Commit takes what changed in the session into what is owed, and begins a save
// when none is under way. place is where the person stands.
func (d *Draft) Commit(place model.Place) tea.Cmd {
	d.take(d.Session.TakeChanges())
	d.Record.Place = place
	d.mu.Lock()
	d.moved = d.moved || d.place != place
	d.place = place
	d.mu.Unlock()
	return d.Save()
}

// take puts changes of the session on the account, with what follows from them.
func (d *Draft) take(changes []form.Change) {
	if len(changes) == 0 {
		return
	}
	facts := d.changedFacts(changes)
	d.measure()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.owed = append(d.owed, changes...)
	d.tally(changes)
	for row, fs := range facts {
		d.facts[row] = fs
		d.factRows[row] = len(fs) > 0
	}
}

// changedFacts works out the facts of the rows that the changes touch. A change
// outside the table may make rows appear or vanish, so that it asks for all.
func (d *Draft) changedFacts(changes []form.Change) map[model.FactRow][]form.Fact {
	out := map[model.FactRow][]form.Fact{}
	for _, it := range d.Session.Definition().Items() {
		if it.Table == nil || it.Table.Facts == nil {
			continue
		}
		for _, c := range changes {
			switch {
			case c.Field.Item == it.Name && c.Field.Row != "":
				out[model.FactRow{Table: it.Name, Row: c.Field.Row}] = d.Session.Facts(it.Name, c.Field.Row)
			case d.Session.Definition().Feeds(c.Field.Item, it.Name):
				d.allFacts(it.Name, out)
			}
		}
	}
	return out
}

func (d *Draft) allFacts(table string, out map[model.FactRow][]form.Fact) {
	d.mu.Lock()
	known := make([]model.FactRow, 0, len(d.factRows))
	for row := range d.factRows {
		known = append(known, row)
	}
	d.mu.Unlock()
	for _, row := range known {
		if row.Table == table {
			out[row] = d.Session.Facts(table, row.Row)
		}
	}
	for _, r := range d.Session.Rows(table) {
		row := model.FactRow{Table: table, Row: r.ID}
		out[row] = d.Session.Facts(table, r.ID)
	}
}

// Save begins to write what is owed; it returns nil when nothing is, or when a
// save is under way: that one goes on with the rest when it ends.
func (d *Draft) Save() tea.Cmd {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.flight != nil || len(d.owed) == 0 {
		return nil
	}
	return d.send()
}

// send begins a save of whatever is there; the lock is held.
func (d *Draft) send() tea.Cmd {
	batch, end := d.batch()
	done := make(chan struct{})
	d.flight = done
	return func() tea.Msg {
		err := d.write(context.Background(), batch, end)
		d.land(done)
		return SavedMsg{ID: d.id, Err: err, Unkept: err != nil && d.isUnkept()}
	}
}

// claim waits for the save under way and makes the caller's the next one; the
// caller calls what it returns when it is done. When limit comes first, the save
// under way hangs: the caller goes on beside it, which is safe, since what is
// owed is settled by number.
func (d *Draft) claim(limit <-chan time.Time) (land func()) {
	for {
		d.mu.Lock()
		flight := d.flight
		if flight == nil {
			done := make(chan struct{})
			d.flight = done
			d.mu.Unlock()
			return func() { d.land(done) }
		}
		d.mu.Unlock()
		select {
		case <-flight:
		case <-limit:
			return func() {}
		}
	}
}

func (d *Draft) land(done chan struct{}) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.flight = nil
	close(done)
}

// batch copies what a save needs, and numbers the end of its changes; the lock
// is held.
func (d *Draft) batch() (s model.Save, end int) {
	s = model.Save{ID: d.id, Changes: d.writable(), Revs: map[form.Field]int64{},
		Progress: d.progress, Place: d.place, Head: d.head, Sitting: d.sitting, Facts: map[model.FactRow][]form.Fact{}}
	for _, c := range s.Changes {
		s.Revs[c.Field] = d.revs[c.Field]
	}
	for row, fs := range d.facts {
		s.Facts[row] = fs
	}
	d.moved = false
	return s, d.settled + len(d.owed)
}

// saveOwed writes what is owed. A *model.ConflictError says that a part of it was
// not written, and is to be asked about.
func (d *Draft) saveOwed(ctx context.Context) error {
	d.mu.Lock()
	if len(d.owed) == 0 {
		d.mu.Unlock()
		return nil
	}
	batch, end := d.batch()
	d.mu.Unlock()
	return d.put(ctx, batch, end)
}

// known copies the revisions of the answers that the person has seen.
func (d *Draft) known() map[form.Field]int64 {
	d.mu.Lock()
	defer d.mu.Unlock()
	return maps.Clone(d.revs)
}

// write is put, for which a conflict is no failure: the screen asks about it.
func (d *Draft) write(ctx context.Context, batch model.Save, end int) error {
	err := d.put(ctx, batch, end)
	var conflict *model.ConflictError
	if errors.As(err, &conflict) {
		return nil
	}
	return err
}

// put saves a batch of the owed changes up to a number, and settles the account.
func (d *Draft) put(ctx context.Context, batch model.Save, end int) error {
	saved, err := d.desk.store.Save(ctx, batch)
	var conflict *model.ConflictError
	written := err == nil || errors.As(err, &conflict)
	d.mu.Lock()
	d.err = err
	d.shut = d.shut && !written || errors.Is(err, model.ErrClosed)
	if conflict != nil {
		d.clashed(conflict)
		d.err = nil
	}
	d.moved = d.moved || !written
	if written {
		d.settle(saved, end)
	}
	clear := written && d.kept && d.openNow == nil
	d.mu.Unlock()
	if clear {
		d.clearKept()
	}
	d.secure()
	return err
}

// settle takes what was saved off the account; the lock is held.
func (d *Draft) settle(saved model.Saved, end int) {
	if n := end - d.settled; n > 0 {
		d.owed, d.settled = d.owed[n:], end
	}
	for f, r := range saved.Revs {
		d.revs[f] = max(r, d.revs[f])
	}
	if len(d.owed) == 0 {
		clear(d.facts)
	}
}

// Owes reports whether something is not saved yet.
func (d *Draft) Owes() bool { return d.owedCount() > 0 }

func (d *Draft) owedCount() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.owed)
}

// Saving reports whether a save is under way, and the failure of the last one.
func (d *Draft) Saving() (bool, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.flight != nil, d.err
}

// flush writes what is owed and the open text, waiting for a save under way.
func (d *Draft) flush(ctx context.Context) error {
	defer d.claim(time.After(d.desk.hang))()
	d.mu.Lock()
	moved, kept := d.moved && !d.Closed(), d.kept
	batch, end := d.batch()
	open, opened := d.openText(), d.openNow != nil
	if opened {
		if now := d.openNow(); now.Raw != d.openOld.Raw && !d.Closed() {
			f := d.open.Field
			batch.Place.Field, batch.Place.Caret = f, d.open.Caret // the next start goes on there
			batch.Changes = append(batch.Changes, form.Change{Kind: form.Answered, Field: f, Old: d.openOld, New: now, Cause: form.Typed, Step: d.openStep})
			if _, known := batch.Revs[f]; !known {
				batch.Revs[f] = d.revs[f]
			}
		}
	}
	d.mu.Unlock()
	if len(batch.Changes) > 0 || moved {
		if err := d.write(ctx, batch, end); err != nil {
			if opened {
				err = errors.Join(err, d.desk.store.KeepOpen(d.id, open))
			}
			return err
		}
	}
	if opened && kept {
		return d.settleOpen(open)
	}
	return nil
}
