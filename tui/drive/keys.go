package drive

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
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

// Bytes returns what a terminal sends for a key: "enter", "tab", "shift+tab",
// "space", "esc", "backspace", "delete", "insert", the arrows "up", "down",
// "left" and "right", "home", "end", "pgup", "pgdown", "f1" to "f12", one letter
// ("a", "đ", "?"), "ctrl+" with a letter, or "alt+" with any of these.
func Bytes(key string) (string, error) {
	if sent, ok := keyBytes[key]; ok {
		return sent, nil
	}
	if rest, ok := strings.CutPrefix(key, "alt+"); ok {
		sent, err := Bytes(rest)
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

// decode returns the messages that Bubble Tea makes of a terminal's bytes, with
// the decoder that it uses itself.
func decode(sent string) ([]tea.Msg, error) {
	var decoder uv.EventDecoder
	var msgs []tea.Msg
	for rest := []byte(sent); len(rest) > 0; {
		n, event := decoder.Decode(rest)
		key, ok := event.(uv.KeyPressEvent)
		if !ok {
			return nil, fmt.Errorf("decode %q: not a key but %T: %v", rest, event, event)
		}
		msgs = append(msgs, tea.KeyPressMsg(key))
		rest = rest[n:]
	}
	return msgs, nil
}
