package kit_test

import (
	"errors"
	"testing"

	"giamsat/tui/kit"
)

func TestWhatIsShownIsStaleUntilItIsReadAndSaved(t *testing.T) {
	var r kit.Return
	r.Began(false)
	if r.Read(); r.Stale() {
		t.Error("what was read is stale")
	}
	r.Began(true)
	if r.Read(); !r.Stale() {
		t.Error("what was read before the saving ended is not stale")
	}
	if !r.Saved(nil) || !r.Stale() {
		t.Error("after the saving it is not read again")
	}
	if r.Read(); r.Stale() || r.Saved(nil) {
		t.Error("read again, it is stale still")
	}
	r.Began(true)
	if r.Saved(errors.New("full")) || r.Stale() {
		t.Error("what could not be saved is waited for")
	}
}
