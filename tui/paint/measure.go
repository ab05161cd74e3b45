package paint

import "unicode/utf8"

// state says what the beginning of the input is.
type state int

const (
	nothing      state = iota // there is no input
	whole                     // a whole piece
	halfLetter                // the beginning of a letter
	halfSequence              // the beginning of an escape sequence
)

// measure returns the length in bytes of the piece that buf begins with, or 0
// and what is there instead. A byte that begins nothing is a piece of its own.
func measure(buf []byte, pasting bool) (int, state) {
	switch {
	case len(buf) == 0:
		return 0, nothing
	case buf[0] == escape && pasting:
		return measurePasted(buf)
	case buf[0] == escape:
		size, state := measureEscape(buf)
		if state == halfSequence && len(buf) >= longestSequence {
			return len(buf), whole
		}
		return size, state
	case !utf8.FullRune(buf):
		return 0, halfLetter
	}
	_, size := utf8.DecodeRune(buf)
	return size, whole
}

// measureEscape measures what begins with ESC, by the forms of ECMA-48 that
// terminals send.
func measureEscape(buf []byte) (int, state) {
	if len(buf) == 1 {
		return 0, halfSequence
	}
	switch buf[1] {
	case '[':
		return measureControl(buf)
	case 'O':
		return measureShift(buf)
	case ']', 'P', '_', '^', 'X':
		return measureString(buf)
	case escape:
		// Alt with a sequence is ESC before the sequence. Three are a held Esc
		// key, which would otherwise be kept back for as long as it is held.
		if len(buf) > 2 && buf[2] == escape {
			return 1, whole
		}
	}
	// Alt with a letter is ESC before the letter, which may be cut as well.
	size, state := measure(buf[1:], false)
	if state != whole {
		return 0, state
	}
	return 1 + size, whole
}

// measureControl measures ESC [: parameters, then one final byte. Any other
// byte breaks the sequence off and belongs to what follows.
func measureControl(buf []byte) (int, state) {
	const introducer = 2
	if len(buf) > introducer && buf[introducer] == '[' {
		return measureConsole(buf)
	}
	for i := introducer; i < len(buf); i++ {
		switch b := buf[i]; {
		case b >= 0x20 && b <= 0x3f:
			continue
		case b >= 0x40 && b <= 0x7e:
			return i + 1, whole
		default:
			return i, whole
		}
	}
	return 0, halfSequence
}

// measureConsole measures ESC [ [, which only the Linux console sends, before
// one letter from A to E.
func measureConsole(buf []byte) (int, state) {
	const introducer = 3
	switch {
	case len(buf) == introducer:
		return 0, halfSequence
	case buf[introducer] >= 'A' && buf[introducer] <= 'E':
		return introducer + 1, whole
	}
	return introducer, whole
}

// measureShift measures ESC O: one character, with some terminals after a
// modifier in digits.
func measureShift(buf []byte) (int, state) {
	for i := 2; i < len(buf); i++ {
		switch b := buf[i]; {
		case b >= '0' && b <= '9':
			continue
		case b >= 0x21 && b <= 0x7e:
			return i + 1, whole
		default:
			return i, whole
		}
	}
	return 0, halfSequence
}

// measureString measures the sequences that carry a text and end in BEL or
// ESC \; CAN and SUB cancel them, any other ESC begins something new.
func measureString(buf []byte) (int, state) {
	const bell, cancel, substitute = 0x07, 0x18, 0x1a
	for i := 2; i < len(buf); i++ {
		switch buf[i] {
		case bell, cancel, substitute:
			return i + 1, whole
		case escape:
			switch {
			case i+1 == len(buf):
				return 0, halfSequence
			case buf[i+1] == '\\':
				return i + 2, whole
			}
			return i, whole
		}
	}
	return 0, halfSequence
}
