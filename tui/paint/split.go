package paint

import (
	"bytes"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// How long an unfinished piece of input is kept back, counted from its last
// byte. A line that is slower than this cuts letters and keys; the times are
// chosen from what SSH over poor lines was seen to do.
const (
	// letterPatience is long, since nobody types half a letter: what follows
	// can only be the rest of it.
	letterPatience = 2 * time.Second
	// escapePatience is short, since a person who presses Esc waits for it; on a
	// line that was seen to cut a key by more it is slowPatience, since an Esc that
	// nobody pressed leaves a screen.
	escapePatience = 100 * time.Millisecond
	slowPatience   = 400 * time.Millisecond
	// latePatience is how long the rest of a key is still looked for after its
	// beginning was passed on.
	latePatience = 2 * time.Second
	// pastePatience is how long a paste may be silent before it is ended.
	pastePatience = 2 * time.Second
)

// longestSequence is the most bytes of an unfinished escape sequence that are
// kept back. Keys have less than twenty and a terminal's answers less than a
// hundred; what is longer is a terminal gone mad, and is passed on.
const longestSequence = 1024

const (
	escape     = 0x1b
	delete7f   = 0x7f
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// linuxKeys are the function keys of the Linux console, which Bubble Tea does
// not know when they arrive together with other keys (linux/drivers/tty/vt,
// defkeymap: ESC [ [ A to E), and the same keys as xterm sends them.
var linuxKeys = map[string]string{
	"\x1b[[A": "\x1bOP",
	"\x1b[[B": "\x1bOQ",
	"\x1b[[C": "\x1bOR",
	"\x1b[[D": "\x1bOS",
	"\x1b[[E": "\x1b[15~",
}

// splitter cuts a stream of terminal input into whole pieces: a letter, a
// control character, or an escape sequence. It knows no clock; whoever feeds
// it asks for its patience, and tells it when that has run out.
type splitter struct {
	raw     []byte // what came and is not cut yet
	ready   []byte // what is cut and was not taken yet
	pasting bool   // between a paste's start and its end
	late    late   // the beginning of a sequence that was passed on just now
	slow    bool   // the line was seen to cut a key by more than escapePatience
}

// push adds what the terminal sent.
func (s *splitter) push(b []byte) {
	s.raw = append(s.raw, b...)
}

// take moves as many whole pieces as fit into p and returns their length in
// bytes; 0 means that nothing is whole yet. Only where p is smaller than the
// first piece does it return a part of one.
func (s *splitter) take(p []byte) int {
	n := 0
	for {
		if len(s.ready) == 0 && !s.cut() {
			return n
		}
		if n > 0 && len(s.ready) > len(p)-n {
			return n
		}
		moved := copy(p[n:], s.ready)
		s.ready = s.ready[moved:]
		n += moved
		if n == len(p) {
			return n
		}
	}
}

// cut moves the next whole piece from raw to ready, if there is one.
func (s *splitter) cut() bool {
	switch size, state := s.late.rest(s.raw); {
	case state == whole:
		s.ready = s.arrived(size)
		return true
	case state == halfSequence:
		return false
	case len(s.raw) > 0:
		s.late = nil
	}
	size, state := measure(s.raw, s.pasting)
	if state != whole {
		return false
	}
	s.ready = s.translate(s.raw[:size])
	s.raw = s.raw[size:]
	return true
}

// arrived takes the rest of a late sequence from raw. Behind an Esc that has done
// what Esc does it is dropped: an arrow would move the marker of a screen that the
// person did not mean to go back to. Only the start of a paste counts all the same.
// A sequence of which more was there did nothing so far, and does it now.
func (s *splitter) arrived(size int) []byte {
	sequence := slices.Concat(s.late, s.raw[:size])
	drop := s.late.alone() && !bytes.HasSuffix(sequence, []byte(pasteStart))
	s.raw, s.late, s.slow = s.raw[size:], nil, true
	if drop {
		return nil
	}
	return s.translate(sequence)
}

// translate returns what Bubble Tea is to read instead of a whole piece, and
// follows where pastes start and end.
func (s *splitter) translate(piece []byte) []byte {
	if s.pasting {
		if s.pasting = string(piece) != pasteEnd; s.pasting && introduces(piece) {
			return nil
		}
		return piece
	}
	switch string(piece) {
	case pasteStart:
		s.pasting = true
	case pasteEnd:
		// Its paste was ended already; Bubble Tea would make an empty one of it.
		return nil
	case "\x08":
		// Bubble Tea reads Ctrl+H, but half of the terminals mean Backspace.
		return []byte{delete7f}
	case "\x1b\x08":
		return []byte{escape, delete7f}
	}
	if key, ok := linuxKeys[string(piece)]; ok {
		return []byte(key)
	}
	if met(piece) {
		return slices.Concat([]byte(escKey), piece[1:])
	}
	return piece
}

// escKey is Esc as terminals send it that tell keys apart: what follows it is a key
// of its own.
const escKey = "\x1b[27u"

// met reports whether a piece is Esc and a letter, a figure, Enter or Tab that a slow
// line has brought together. It could be a key pressed with Alt as well; but none of
// these has a meaning, and both keys would be lost.
func met(piece []byte) bool {
	if len(piece) < 2 || piece[0] != escape {
		return false
	}
	key, size := utf8.DecodeRune(piece[1:])
	return 1+size == len(piece) && (unicode.IsLetter(key) || unicode.IsDigit(key) || strings.ContainsRune("/\r\t", key))
}

// patience returns how long to wait for more before giving up; 0 is for ever.
func (s *splitter) patience() time.Duration {
	if s.pasting {
		return pastePatience
	}
	if len(s.raw) == 0 && s.late == nil {
		return 0
	}
	if _, late := s.late.rest(s.raw); late == halfSequence || len(s.raw) == 0 {
		return latePatience
	}
	switch _, state := measure(s.raw, false); {
	case state == halfLetter:
		return letterPatience
	case state == halfSequence && s.slow:
		return slowPatience
	case state == halfSequence:
		return escapePatience
	}
	return 0
}

// giveUp passes on as it stands what was kept back, and ends an open paste. A
// paste's end that was cut in two is completed, not repeated.
func (s *splitter) giveUp() {
	switch _, state := measure(s.raw, s.pasting); {
	case s.pasting:
		s.ready = append(append(s.ready, unended(s.raw)...), pasteEnd...)
		s.pasting = false
	case state == halfSequence && s.late == nil:
		s.late = slices.Clone(s.raw)
		s.ready = append(s.ready, s.raw...)
	default:
		s.late = nil
		s.ready = append(s.ready, s.raw...)
	}
	s.raw = nil
}
