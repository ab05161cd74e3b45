package kit

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// Desk holds every record that is open, with what is owed to the store. It
// lives outside the Bubble Tea model, since a panic gives an empty model back
// and a dropped line never reaches Update: main can have everything written
// from here at any moment.
//
// What may be lost: with Flush, nothing. Without it (kill -9, a power cut) the
// text of the one field that is open, as far as it is younger than a second. What
// the store refuses lives on in the recovery file, if that can be written.
type Desk struct {
	store  Store
	cat    *catalog.Catalog
	forms  *form.Library // for the records that completing begins; nil: it begins none
	newRow func() form.Row
	today  vn.Date       // the day the program was started; zero: short dates are of the visit
	hang   time.Duration // how long Flush waits for a save under way

	mu     sync.Mutex
	drafts map[model.RecordID]*Draft
	moment time.Time // when the last key came
}

// NewDesk makes an empty desk. newRow makes ids of table rows and never gives
// the same twice.
func NewDesk(store Store, cat *catalog.Catalog, forms *form.Library, newRow func() form.Row) *Desk {
	return &Desk{store: store, cat: cat, forms: forms, newRow: newRow, hang: 2 * time.Second, drafts: map[model.RecordID]*Draft{}}
}

// On tells the desk what day it is, and returns it.
func (k *Desk) On(today vn.Date) *Desk {
	k.today = today
	return k
}

// Load reads a record onto the desk; OpenedMsg says when it lies there.
// One that lies there already is left as it is.
func (k *Desk) Load(id model.RecordID) tea.Cmd {
	return func() tea.Msg {
		if k.Draft(id) != nil {
			return OpenedMsg{ID: id}
		}
		op, err := k.store.Record(context.Background(), id)
		if err != nil {
			return OpenedMsg{ID: id, Err: fmt.Errorf("open record %s: %w", id, err)}
		}
		left, err := k.store.Recovered(context.Background(), id)
		if err != nil {
			// What a crash left behind is a help, never a reason not to open.
			left = nil
		}
		owed, err := k.owedOf(context.Background(), op)
		if err != nil {
			owed = model.Owed{}
		}
		past, err := k.wayBack(context.Background(), op)
		if err != nil {
			return OpenedMsg{ID: id, Err: fmt.Errorf("open record %s: %w", id, err)}
		}
		d := newDraft(k, op, past, left)
		if err := d.lookAround(context.Background()); err != nil {
			return OpenedMsg{ID: id, Err: fmt.Errorf("open record %s: %w", id, err)}
		}
		d.resume(owed)
		k.put(d)
		return OpenedMsg{ID: id}
	}
}

// wayBack reads what can still be undone; of a completed record nothing can.
func (k *Desk) wayBack(ctx context.Context, op *model.Opened) ([]form.Done, error) {
	if op.Record.Status == model.Completed {
		return nil, nil
	}
	return k.store.Steps(ctx, op.Record.ID, op.Record.Rev)
}

// owedOf reads what a former run could not save; of a completed record it waits
// for the reopening.
func (k *Desk) owedOf(ctx context.Context, op *model.Opened) (model.Owed, error) {
	if op.Record.Status == model.Completed {
		return model.Owed{}, nil
	}
	return k.store.Owed(ctx, op.Record.ID)
}

// session takes a stored record up, to be read or answered by the program.
func (k *Desk) session(op *model.Opened) *form.Session {
	return form.NewSession(op.Form, op.Filled, k.Setting(op.Record))
}

func (k *Desk) put(d *Draft) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.drafts[d.id] == nil {
		k.drafts[d.id] = d
	}
}

// Draft returns a record that lies on the desk, or nil.
func (k *Desk) Draft(id model.RecordID) *Draft {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.drafts[id]
}

// Close takes a record off the desk; one that owes something stays, and one with a
// conflict that nobody was asked about: the next visit asks.
func (k *Desk) Close(id model.RecordID) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if d := k.drafts[id]; d != nil && !d.Owes() && !d.Torn() {
		delete(k.drafts, id)
	}
}

// Setting is what a session for a record needs. What is followed up is written to
// long after its visit: there a date typed short is of these days, not of that year.
func (k *Desk) Setting(in model.Record) form.Setting {
	set := settingOf(k.cat, in, k.newRow)
	if slices.Contains(model.Followed(), in.Kind()) {
		set.Short = k.today
	}
	return set
}

// Owed counts the changes that are not saved yet, over all records.
func (k *Desk) Owed() int {
	n := 0
	for _, d := range k.all() {
		n += d.owedCount()
	}
	return n
}

// SaveAll begins a save of every record that owes one and has none under way.
func (k *Desk) SaveAll() tea.Cmd {
	var cmds []tea.Cmd
	for _, d := range k.all() {
		cmds = append(cmds, d.Save())
	}
	return tea.Batch(cmds...)
}

// Flush writes everything that is owed, the texts of open fields included. It
// is called by main when the program must end, from any goroutine; it waits for
// saves under way, and returns the first failure.
func (k *Desk) Flush(ctx context.Context) error {
	var first error
	for _, d := range k.all() {
		if err := d.flush(ctx); err != nil && first == nil {
			first = err
		}
	}
	return first
}

func (k *Desk) all() []*Draft {
	k.mu.Lock()
	defer k.mu.Unlock()
	list := make([]*Draft, 0, len(k.drafts))
	for _, d := range k.drafts {
		list = append(list, d)
	}
	return list
}

// QuietMsg comes each second while a person types in an open field, and once
// more after that.
type QuietMsg struct{ ID model.RecordID }

// quiet is how long the open text may lie in memory alone, also while the person
// types on: promise 2 of the product is that at most this much is lost.
const quiet = time.Second

func quietTick(id model.RecordID) tea.Cmd {
	return tea.Tick(quiet, func(time.Time) tea.Msg { return QuietMsg{ID: id} })
}

// Quiet is called by the root for each QuietMsg: it keeps the open text, and
// goes on ticking while the person types.
func (k *Desk) Quiet(msg QuietMsg) tea.Cmd {
	d := k.Draft(msg.ID)
	if d == nil {
		return nil
	}
	return d.quieted()
}

// Remember keeps which record is being filled in; "" says none.
func (k *Desk) Remember(id model.RecordID) tea.Cmd {
	return func() tea.Msg {
		if err := k.store.Remember(id); err != nil {
			return KeptMsg{ID: id, Err: err}
		}
		return nil
	}
}

// RememberInput keeps how the person types Vietnamese.
func (k *Desk) RememberInput(m vn.Method) tea.Cmd {
	return func() tea.Msg {
		if err := k.store.RememberInput(m); err != nil {
			return KeptMsg{Err: err}
		}
		return nil
	}
}
