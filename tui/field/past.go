package field

import "slices"

// past is what was typed in an open field since it was opened, edit by edit, in
// pieces that one press takes back: a word, a run of deleting, a paste. What an
// input method sends for one word (letters, Backspaces, other letters) is one
// piece.
//
// It is bounded: what was typed long ago in a very long text cannot be taken back
// piece by piece, only all at once.
type past struct {
	done, undone []edited
	letters      int  // in done, on both sides of the edits
	sealed       bool // the next edit begins a piece
	run          int  // where in done the Backspaces began that are being pressed
}

// edited is one edit: letters at a place that others took the place of.
type edited struct {
	at            int
	old, new      []string
	before, after int // the caret
	begins        bool
	kind          editedKind
}

type editedKind uint8

const (
	wrote editedKind = iota
	wroteBlank
	erased
	erasedBlank // a Backspace that took a blank or more than a letter
	erasedForward
	emptied // the whole, before something else is typed in its place
)

// The bounds of memory, and how many Backspaces an input method may send to write
// a syllable anew: more of them are a person's who deletes.
const (
	mostEdits   = 4_000
	mostLetters = 200_000
	rewriting   = 7
)

// note takes an edit up, and decides whether it begins a piece.
func (p *past) note(x edited) {
	p.undone = nil
	last := len(p.done) - 1
	x.begins = p.sealed || last < 0 || p.done[last].after != x.before || p.parted(p.done[last].kind, x)
	p.sealed = false
	p.done = append(p.done, x)
	p.letters += len(x.old) + len(x.new)
	if x.kind == erased || x.kind == erasedBlank {
		p.deleting(x)
	}
	p.trim()
}

// parted reports whether an edit begins a piece by what it is and what came before.
func (p *past) parted(last editedKind, x edited) bool {
	switch x.kind {
	case wrote:
		return last == wroteBlank || last == erasedForward
	case wroteBlank, erased, erasedBlank:
		return last == erasedForward
	case erasedForward:
		return last != erasedForward
	case emptied:
		return true
	}
	return false
}

// deleting parts a run of Backspaces from the typing before, when it is a person
// who deletes.
func (p *past) deleting(x edited) {
	at := len(p.done) - 1
	if at == 0 || x.begins || p.done[at-1].kind != erased && p.done[at-1].kind != erasedBlank {
		p.run = at
	}
	if at-p.run >= rewriting || x.kind == erasedBlank {
		p.done[p.run].begins = true
	}
}

// trim forgets the oldest edits beyond the bounds, a quarter too late: what is left
// is copied, which need not be at every letter.
func (p *past) trim() {
	if len(p.done) <= mostEdits*5/4 && p.letters <= mostLetters*5/4 {
		return
	}
	n := max(len(p.done)-mostEdits, 0)
	for left := p.letters; n < len(p.done) && left > mostLetters; n++ {
		left -= len(p.done[n].old) + len(p.done[n].new)
	}
	if n == 0 {
		return
	}
	for _, x := range p.done[:n] {
		p.letters -= len(x.old) + len(x.new)
	}
	p.done = slices.Clone(p.done[n:])
	p.run = max(p.run-n, 0)
	if len(p.done) > 0 {
		p.done[0].begins = true
	}
}

// back takes the last piece back that left something to take back; false when
// there is none.
func (e *editor) back() bool {
	p, was := &e.past, e.text()
	for len(p.done) > 0 && e.text() == was {
		for begins := false; len(p.done) > 0 && !begins; {
			x := p.done[len(p.done)-1]
			p.done = p.done[:len(p.done)-1]
			p.letters -= len(x.old) + len(x.new)
			p.undone = append(p.undone, x)
			e.put(slices.Replace(e.letters, x.at, x.at+len(x.new), x.old...))
			e.caret, begins = x.before, x.begins
		}
	}
	p.sealed = true
	return e.text() != was
}

// forward writes the piece again that was taken back last.
func (e *editor) forward() bool {
	p, was := &e.past, e.text()
	for len(p.undone) > 0 && e.text() == was {
		for more := true; more; more = len(p.undone) > 0 && !p.undone[len(p.undone)-1].begins {
			x := p.undone[len(p.undone)-1]
			p.undone = p.undone[:len(p.undone)-1]
			p.letters += len(x.old) + len(x.new)
			p.done = append(p.done, x)
			e.put(slices.Replace(e.letters, x.at, x.at+len(x.old), x.new...))
			e.caret = x.after
		}
	}
	p.sealed = true
	return e.text() != was
}

// backTo makes the text what it was when nothing of the typing is known any more;
// forward gives what stood there.
func (e *editor) backTo(letters []string) {
	x := edited{old: letters, new: e.letters, before: len(letters), after: e.caret, begins: true}
	e.put(slices.Clone(letters))
	e.caret = len(letters)
	e.past = past{undone: append(e.past.undone, x)}
}

// seal makes the next edit begin a piece.
func (e *editor) seal() { e.past.sealed = true }

// blank empties the text for what is typed next, which is one piece with it.
func (e *editor) blank() {
	if len(e.letters) > 0 {
		e.edit(0, len(e.letters), "", emptied)
	}
}

// rewinder is a widget that takes typing back piece by piece.
type rewinder interface {
	back() bool
	forward() bool
	backTo(raw string)
	blank()
	rest() (back, forward bool)
}

// Back takes the last piece of typing back; once there is none it makes the text
// what it was, before. False says that the text is that already.
func Back(w Widget, before string) bool {
	if w.Value() == before {
		return false
	}
	r, ok := w.(rewinder)
	switch {
	case !ok:
		w.SetValue(before, -1)
	case !r.back():
		r.backTo(before)
	}
	return true
}

// Forward writes again what was taken back last; false when there is nothing.
func Forward(w Widget) bool {
	r, ok := w.(rewinder)
	return ok && r.forward()
}

// CanForward reports whether typing was taken back that can be had again.
func CanForward(w Widget) bool {
	if r, ok := w.(rewinder); ok {
		_, forward := r.rest()
		return forward
	}
	return false
}

// Blank empties a field for what is typed next; Back gives both back at once.
func Blank(w Widget) {
	if r, ok := w.(rewinder); ok {
		r.blank()
		return
	}
	w.SetValue("", 0)
}
