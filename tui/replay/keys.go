package replay

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"giamsat/tui/drive"
)

// stroke is what one word of a keys line presses or types.
type stroke struct {
	key   string // as drive.Bytes knows it; "": text is typed
	text  string
	times int
}

// spellings are the names of keys as they stand on keyboards and in the program's
// line of keys, in small letters.
var spellings = map[string]string{
	"enter": "enter", "tab": "tab", "shift+tab": "shift+tab", "space": "space", "esc": "esc", "backspace": "backspace",
	"del": "delete", "delete": "delete", "ins": "insert", "insert": "insert", "home": "home", "end": "end",
	"pgup": "pgup", "pgdn": "pgdown", "pgdown": "pgdown", "up": "up", "down": "down", "left": "left", "right": "right",
	"↑": "up", "↓": "down", "←": "left", "→": "right",
}

// strokes reads the words of a keys line: names of keys, each perhaps with *N for
// N times, and texts. A text stands in quotes, unless it cannot be mistaken for
// the name of a key: one letter, or what is no word.
func (p *parser) strokes(text string) []stroke {
	var list []stroke
	for rest := strings.TrimSpace(text); rest != ""; rest = strings.TrimSpace(rest) {
		if rest[0] == '"' {
			quoted, err := strconv.QuotedPrefix(rest)
			if err != nil {
				p.fault(p.words.OpenQuote, rest)
				return nil
			}
			rest = rest[len(quoted):]
			typed, err := strconv.Unquote(quoted)
			if err != nil || strings.ContainsFunc(typed, unicode.IsControl) {
				p.fault(p.words.OpenQuote, quoted)
				return nil
			}
			list = append(list, stroke{text: typed, times: 1})
			continue
		}
		word, after, _ := strings.Cut(rest, " ")
		s, ok := strokeOf(word)
		if !ok {
			p.fault(p.words.NoKey, word, word)
			return nil
		}
		list, rest = append(list, s), after
	}
	if len(list) == 0 {
		p.say(p.words.NoKeys)
	}
	return list
}

func strokeOf(word string) (stroke, bool) {
	name, count, found := strings.Cut(word, "*")
	if key := keyNamed(name); key != "" {
		times := 1
		if found {
			var err error
			if times, err = strconv.Atoi(count); err != nil || times < 1 || times > 1000 {
				return stroke{}, false
			}
		}
		return stroke{key: key, times: times}, true
	}
	if likeKey.MatchString(word) {
		return stroke{}, false // a name that no key has
	}
	return stroke{text: word, times: 1}, true
}

// likeKey matches what may be meant for the name of a key: words of letters,
// letters with a +, an F with a number.
var likeKey = regexp.MustCompile(`^(\pL[\pL\pM+*]+|\pL+\+.*|[fF]\d+)$`)

// keyNamed finds a key by its name; "" when there is none.
func keyNamed(name string) string {
	folded := strings.ToLower(name)
	if key := spellings[folded]; key != "" {
		return key
	}
	if utf8.RuneCountInString(folded) < 2 {
		return ""
	}
	if _, err := drive.Bytes(folded); err != nil || strings.HasPrefix(folded, "alt+") {
		return ""
	}
	return folded
}
