package paint

import (
	"bytes"
	"slices"
)

// late is the beginning of an escape sequence that was passed on when patience ran
// out: Esc, as a person presses it, or more, which no person types. When a line was
// only slow, the rest of the sequence still comes, and "[A" must not be typed into
// a field.
type late []byte

// The ends of the sequences that keys send: of those without parameters (cursor
// keys, F1 to F4, focus), and of those behind ESC O. A "[" or an "O" with another
// letter behind it is what a person typed after Esc.
const (
	plainEnds = "ABCDEFHIOPQRSZ"
	shiftEnds = "ABCDFHMPQRS"
)

// alone reports whether it is Esc, pressed once or more.
func (l late) alone() bool { return len(bytes.TrimLeft(l, string(rune(escape)))) == 0 }

// rest measures how much of what comes next is the rest of the sequence; nothing
// means that it is something else.
func (l late) rest(buf []byte) (int, state) {
	if len(l) == 0 || len(buf) == 0 {
		return 0, nothing
	}
	sequence := bytes.TrimLeft(slices.Concat(l, buf), string(rune(escape)))
	known := len(sequence) - len(buf) // bytes behind ESC that were passed on
	if known < 0 {
		return 0, nothing // it begins with an Esc of its own
	}
	switch size, state := restOf(sequence, known, buf); {
	case state != whole:
		return 0, state
	case size > known:
		return size - known, whole
	}
	return 0, nothing
}

// restOf measures a sequence without its ESC, the first bytes of which were passed
// on before the others came.
func restOf(sequence []byte, known int, buf []byte) (int, state) {
	whole := slices.Concat([]byte{escape}, sequence)
	switch sequence[0] {
	case '[':
		size, state := measureControl(whole)
		return endsLike(sequence, size-1, state)
	case 'O':
		return measureLateShift(sequence, known, buf)
	case ']', 'P', '_', '^', 'X':
		// A terminal's answer. Its first letter alone may be a person's.
		if known < 2 && (sequence[0] != ']' || len(sequence) < 2 || sequence[1] < '0' || sequence[1] > '9') {
			return 0, nothing
		}
		size, state := measureString(whole)
		if len(whole) >= longestSequence {
			return 0, nothing
		}
		return size - 1, state
	}
	return 0, nothing
}

// endsLike says whether what begins with "[" is a key's: with parameters behind it
// any letter ends it ("[1]" is a person's), without them only what keys end with.
func endsLike(sequence []byte, size int, is state) (int, state) {
	parameters := func(b []byte) bool { return len(b) > 0 && bytes.IndexByte([]byte("0123456789?<>="), b[0]) >= 0 }
	ends := func(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b == '~' }
	switch {
	case is == halfSequence && len(sequence) < longestSequence && (len(sequence) == 1 || sequence[1] == '[' || parameters(sequence[1:])):
		return 0, halfSequence
	case is != whole || size < 2:
		return 0, nothing
	case size == 3 && sequence[1] == '[': // the Linux console's
		return size, whole
	case size == 2 && bytes.IndexByte([]byte(plainEnds), sequence[1]) >= 0:
		return size, whole
	case size > 2 && ends(sequence[size-1]) && parameters(sequence[1:size-1]):
		return size, whole
	}
	return 0, nothing
}

// measureLateShift measures "O" and the letter of a key. "OA" may begin a word:
// behind a bare Esc it is a key only when both came together and no letter with
// them.
func measureLateShift(sequence []byte, known int, buf []byte) (int, state) {
	const size = 2
	if len(sequence) < size || bytes.IndexByte([]byte(shiftEnds), sequence[1]) < 0 {
		return 0, nothing
	}
	if known == 0 && len(buf) > size && buf[size] >= ' ' && buf[size] != delete7f {
		return 0, nothing
	}
	return size, whole
}
