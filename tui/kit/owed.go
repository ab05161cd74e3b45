package kit

import (
	"errors"
	"slices"
	"strings"

	"giamsat/model"
	"giamsat/model/form"
)

// What cannot be saved, on a full disk say or since a colleague answered too, lies in
// the recovery file until it can be: kill -9 loses none of it, and the next start goes
// on trying.

// keepOwed brings the recovery file up to date after a save.
func (d *Draft) keepOwed() error {
	d.keeping.Lock()
	defer d.keeping.Unlock()
	d.mu.Lock()
	owed := d.unsaved()
	d.mu.Unlock()
	if len(owed.Changes) == 0 && !d.keptOwed {
		return nil
	}
	if err := d.desk.store.KeepOwed(d.id, owed); err != nil {
		return err
	}
	d.keptOwed = len(owed.Changes) > 0
	return nil
}

// unsaved lists what the database does not have: what is owed, and before it the
// answers that it refused; the lock is held. A refused one goes with the revision
// that it was typed over, so that it is asked about again.
func (d *Draft) unsaved() model.Owed {
	owed := model.Owed{Revs: map[form.Field]int64{}}
	for f, r := range d.refused {
		owed.Changes = append(owed.Changes, form.Change{Kind: form.Answered, Field: f, New: r.ours, Cause: form.Typed})
	}
	slices.SortFunc(owed.Changes, func(a, b form.Change) int { return strings.Compare(a.Field.String(), b.Field.String()) })
	owed.Changes = append(owed.Changes, d.owed...)
	for _, c := range owed.Changes {
		owed.Revs[c.Field] = d.revs[c.Field] // 0 where there was no answer
		if r, refused := d.refused[c.Field]; refused {
			owed.Revs[c.Field] = r.rev
		}
	}
	return owed
}

// resume takes up what a former run of the program could not save.
func (d *Draft) resume(owed model.Owed) {
	d.keptOwed = len(owed.Changes) > 0
	if !d.Session.Resume(owed.Changes) {
		return
	}
	changes := d.Session.TakeChanges()
	for _, c := range changes {
		if rev, ok := owed.Revs[c.Field]; ok {
			// What somebody else has answered since is asked about.
			d.revs[c.Field] = min(rev, d.revs[c.Field])
			d.Resumed++
		}
	}
	d.take(changes)
}

// Secure puts all that is not saved into the recovery files, the texts of open fields
// included. It is called where the program may end without saving; it returns the
// first failure.
func (k *Desk) Secure() error {
	var first error
	for _, d := range k.all() {
		if err := errors.Join(d.keepOwed(), d.keepText()); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// secure has what is still owed after a save in the recovery file, or notes that
// it is not.
func (d *Draft) secure() {
	err := d.keepOwed()
	d.mu.Lock()
	d.unkept = err != nil
	d.mu.Unlock()
}

func (d *Draft) isUnkept() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.unkept
}
