package kit

// Return is what a screen knows of having been come back to. What it shows is from
// before until it has read again; and as long as something is still being saved, it
// has to read once more when that is done.
type Return struct {
	owed  bool // something was still being saved at the last reading
	stale bool // what is shown is from before
}

// Began notes that one came back, and whether something is still being saved.
func (r *Return) Began(owed bool) { r.owed, r.stale = owed, true }

// Saved takes the end of a saving, and reports whether it is time to read once more.
// What could not be saved is not waited for.
func (r *Return) Saved(err error) bool {
	again := r.owed && err == nil
	if again {
		r.owed = false
	} else {
		r.stale = r.stale && err == nil
	}
	return again
}

// Read notes that the screen has read, or could not.
func (r *Return) Read() { r.stale = r.stale && r.owed }

// Stale reports whether what is shown is from before: whoever says it would have to
// take it back.
func (r *Return) Stale() bool { return r.stale }
