package tuitest

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// keyBytes are what xterm sends for the keys that have names. PuTTY, Windows
// Terminal and the Linux console agree on most of them.
var keyBytes = map[string]string{
	"enter":     "\r",
	"tab":       "\t",
	"shift+tab": "\x1b[Z",
	"space":     " ",
	"esc":       "\x1b",
	"backspace": "\x7f",
	"delete":    "\x1b[3~",
	"insert":    "\x1b[2~",
	"up":        "\x1b[A",
	"down":      "\x1b[B",
	"right":     "\x1b[C",
	"left":      "\x1b[D",
	"home":      "\x1b[H",
	"end":       "\x1b[F",
	"pgup":      "\x1b[5~",
	"pgdown":    "\x1b[6~",
	"f1":        "\x1bOP",
	"f2":        "\x1bOQ",
	"f3":        "\x1bOR",
	"f4":        "\x1bOS",
	"f5":        "\x1b[15~",
	"f6":        "\x1b[17~",
	"f7":        "\x1b[18~",
	"f8":        "\x1b[19~",
	"f9":        "\x1b[20~",
	"f10":       "\x1b[21~",
	"f11":       "\x1b[23~",
	"f12":       "\x1b[24~",
}

// The marks that a terminal puts around a paste.
const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// encode returns the bytes a terminal sends for a key: a name of keyBytes, one
// letter ("a", "đ", "?"), "ctrl+" with a letter, or "alt+" with any of these.
func encode(key string) (string, error) {
	if sent, ok := keyBytes[key]; ok {
		return sent, nil
	}
	if rest, ok := strings.CutPrefix(key, "alt+"); ok {
		sent, err := encode(rest)
		return "\x1b" + sent, err
	}
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
		if len(letter) == 1 && letter[0] >= 'a' && letter[0] <= 'z' {
			return string(letter[0] - 'a' + 1), nil
		}
		return "", fmt.Errorf("encode the key %q: ctrl goes with a letter from a to z", key)
	}
	if utf8.RuneCountInString(key) == 1 {
		return key, nil
	}
	return "", fmt.Errorf("encode the key %q: no such key", key)
}
