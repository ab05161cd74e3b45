package kit

import (
	"context"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// Store is what the screens need of storage. Its methods may block on the disk
// and are called from commands only. Errors are model's kinds.
type Store interface {
	// Records lists a page in the order asked for, and says how many match in all.
	Records(ctx context.Context, q model.Query) (page []model.Summary, total int, err error)
	// Record reads one with its answers, their revisions, and the form it was made with.
	Record(ctx context.Context, id model.RecordID) (*model.Opened, error)
	// Rev tells a record's revision, which grows with every change: it is asked
	// again and again while the record is open.
	Rev(ctx context.Context, id model.RecordID) (int64, error)
	// Create begins a record and returns its id.
	Create(ctx context.Context, in model.NewRecord) (model.RecordID, error)
	// Save writes changes; a *model.ConflictError means the other fields were written.
	Save(ctx context.Context, s model.Save) (model.Saved, error)
	// Complete closes a record, and writes what follows from that for others; the
	// caller has made sure that no stop problem is left. model.ErrConflict means
	// that nothing was written, since a record is not as it was read.
	Complete(ctx context.Context, c model.Completion) (model.Saved, error)
	// Reopen makes a completed one a draft again; the reason is kept in its history.
	Reopen(ctx context.Context, id model.RecordID, reason string) error
	// Move binds a record to another form, by a deliberate act; answers that the
	// new form has no place for stay stored.
	Move(ctx context.Context, s model.Save, to *form.Definition, reason string) error
	// Counts tells how far rounds are.
	Counts(ctx context.Context, rounds []model.RecordID) (map[model.RecordID]model.Count, error)
	// History tells all that happened to a record, oldest first.
	History(ctx context.Context, id model.RecordID) ([]model.Event, error)
	// Revisions tells each time that a record was completed, oldest first.
	Revisions(ctx context.Context, id model.RecordID) ([]model.Revision, error)
	// RecordAt reads a record as it was at an event of its history.
	RecordAt(ctx context.Context, id model.RecordID, seq int64) (*model.Opened, error)
	// Pins tells what is pinned for the records of a kind in the round that a
	// record is or belongs to.
	Pins(ctx context.Context, of model.RecordID, kind model.Kind) (model.Pins, error)
	// Pin keeps a pin for that round; an empty text takes it out.
	Pin(ctx context.Context, of model.RecordID, p model.Pin) error
	// Steps reads the latest changes of a draft up to a revision, oldest first: the
	// way back after a restart.
	Steps(ctx context.Context, id model.RecordID, rev int64) ([]form.Done, error)
	// Recovered returns texts of open fields that a crash left behind, and where.
	Recovered(ctx context.Context, id model.RecordID) ([]model.OpenText, error)
	// KeepOpen keeps the text of a field that is still open, outside the database;
	// the empty text clears it.
	KeepOpen(id model.RecordID, t model.OpenText) error
	// KeepOwed keeps changes that could not be saved, outside the database; none
	// clears them.
	KeepOwed(id model.RecordID, owed model.Owed) error
	// Owed returns the changes that a crash left behind unsaved.
	Owed(ctx context.Context, id model.RecordID) (model.Owed, error)
	// Paces tells what the user's own last records took to enter, the last one first.
	Paces(ctx context.Context, limit int) ([]model.Pace, error)
	// Remember keeps which record is being filled in, so that the next start
	// goes back there; "" forgets it.
	Remember(id model.RecordID) error
	// RememberInput keeps how the person types Vietnamese, for the next start.
	RememberInput(m vn.Method) error
}
