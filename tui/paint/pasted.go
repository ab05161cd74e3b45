package paint

import "unicode/utf8"

// A text that is copied from a terminal or a log has escape sequences in it, which
// would leave their letters in a field: "[31m". A whole sequence is a piece that is
// dropped; of a broken one only what is surely no text is, so that no word is lost.

// measurePasted measures what begins with ESC inside a paste: the paste's end, a
// sequence, or ESC alone, behind which text goes on.
func measurePasted(buf []byte) (int, state) {
	if len(buf) == 1 {
		return 0, halfSequence
	}
	switch buf[1] {
	case '[':
		return measurePastedControl(buf)
	case ']', 'P', '_', '^', 'X':
		return measurePastedString(buf)
	case 'O', '(', ')':
		return measurePastedPair(buf)
	}
	return 1, whole
}

// measurePastedControl measures ESC [ with its parameters and final byte, or as far
// as a broken one goes: a blank belongs to the words behind it. Behind a second
// bracket anything may stand, and its letters stay.
func measurePastedControl(buf []byte) (int, state) {
	const introducer = 2
	for i := introducer; i < min(len(buf), longestSequence); i++ {
		switch b := buf[i]; {
		case b >= '0' && b <= '?':
			continue
		case i == introducer && b == '[':
			return 1, whole
		case b >= '@' && b <= '~':
			return i + 1, whole
		default:
			return i, whole
		}
	}
	if len(buf) >= longestSequence {
		return 1, whole
	}
	return 0, halfSequence
}

// measurePastedString measures a sequence that carries a text: a title, an address.
// One that does not end in its line has no end, and its text stays.
func measurePastedString(buf []byte) (int, state) {
	const bell = 0x07
	for i := 2; i < len(buf) && i < longestSequence; i++ {
		switch buf[i] {
		case bell:
			return i + 1, whole
		case '\r', '\n':
			return 1, whole
		case escape:
			switch {
			case i+1 == len(buf):
				return 0, halfSequence
			case buf[i+1] == '\\':
				return i + 2, whole
			}
			return 1, whole
		}
	}
	if len(buf) >= longestSequence {
		return 1, whole
	}
	return 0, halfSequence
}

// measurePastedPair measures the two sequences of three characters that are seen in
// texts: a key, as in ESC O P, and the choice of letters, ESC ( B, with which many
// programs end a colour. Anything else is a word or a bracket.
func measurePastedPair(buf []byte) (int, state) {
	const size = 3
	if len(buf) < size {
		return 0, halfSequence
	}
	switch c := buf[2]; {
	case buf[1] == 'O' && c >= 'A' && c <= 'D', buf[1] == 'O' && c >= 'P' && c <= 'S', buf[1] != 'O' && (c == 'B' || c == '0'):
		return size, whole
	}
	return 1, whole
}

// introduces reports whether a piece of a paste is an escape sequence or what one
// begins with: ESC, or a byte that is no letter, among which are the 8-bit controls.
// Bubble Tea reads sequences inside a paste as well, and one without its end would
// take the paste's end, and then all keys, for its own.
func introduces(piece []byte) bool {
	return piece[0] == escape || len(piece) == 1 && piece[0] >= utf8.RuneSelf
}

// unended is what is kept of a paste's last piece when nothing more comes: of a
// sequence that did not end, the text that it may carry.
func unended(raw []byte) []byte {
	if len(raw) == 0 || raw[0] != escape {
		return raw
	}
	if len(raw) > 1 && raw[1] == '[' {
		return nil
	}
	return raw[1:]
}
