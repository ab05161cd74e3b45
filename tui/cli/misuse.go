package cli

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"

	"giamsat/tui/i18n"
)

// misuses are the messages of the parser that a wrong call leads to. A hack: kong
// has no kinds of errors, only English texts. A test calls the program wrongly in
// every way, so that other texts of another version are noticed; a text that none
// fits is said as it is.
var misuses = []struct {
	text *regexp.Regexp
	say  func(words *i18n.Start, found []string) string
}{
	{regexp.MustCompile(`^unexpected (?:flag )?argument "?(.+?)"?$`), func(w *i18n.Start, m []string) string { return fmt.Sprintf(w.BadWord, m[1]) }},
	{regexp.MustCompile(`^unknown flag (\S+)$`), func(w *i18n.Start, m []string) string { return fmt.Sprintf(w.BadFlag, m[1]) }},
	{regexp.MustCompile(`^expected one of (.+)$`), func(w *i18n.Start, m []string) string { return fmt.Sprintf(w.NeedsOneOf, words(m[1])) }},
	{regexp.MustCompile(`^expected "(<.+)"$`), func(w *i18n.Start, m []string) string { return fmt.Sprintf(w.NeedsArg, arguments(m[1])) }},
	{regexp.MustCompile(`^(--\S+): expected .* but got "EOL"`), func(w *i18n.Start, m []string) string { return fmt.Sprintf(w.NeedsValue, m[1]) }},
	{regexp.MustCompile(`^(--\S+): missing value`), func(w *i18n.Start, m []string) string { return fmt.Sprintf(w.NeedsValue, m[1]) }},
	{regexp.MustCompile(`^(--\S+): .* but got "(.*?)"`), func(w *i18n.Start, m []string) string { return fmt.Sprintf(w.BadValue, m[1], m[2]) }},
}

// like is how the parser proposes other words, behind a message.
var like = regexp.MustCompile(`^(.*), did you mean (?:one of )?(".*")\?$`)

// Misuse says in the person's language what is wrong with how the program was
// called; err is what Parse returned.
func Misuse(w *i18n.Start, err error) string {
	text, meant := err.Error(), ""
	if m := like.FindStringSubmatch(text); m != nil {
		text, meant = m[1], words(m[2])
	}
	if strings.HasPrefix(text, oneOf) {
		text = allOf(text, err)
	}
	said := text
	for _, known := range misuses {
		if m := known.text.FindStringSubmatch(text); m != nil {
			said = known.say(w, m)
			break
		}
	}
	if meant != "" {
		said = fmt.Sprintf(w.Meant, said, meant)
	}
	return fmt.Sprintf(w.BadCommand, said)
}

// oneOf begins the message that a command wants another word.
const oneOf = "expected one of "

// allOf is that message with every word that may follow: the parser leaves out those
// behind the fifth.
func allOf(text string, err error) string {
	var wrong *kong.ParseError
	if !errors.As(err, &wrong) {
		return text
	}
	node := wrong.Context.Selected()
	if node == nil {
		node = wrong.Context.Model.Node
	}
	var names []string
	for _, child := range node.Children {
		if !child.Hidden {
			names = append(names, child.Name)
		}
	}
	return oneOf + strings.Join(names, ", ")
}

// words are the quoted words of a message.
func words(text string) string { return strings.NewReplacer(`"`, "", "...", "…").Replace(text) }

// arguments spells arguments as the help does, one where several may stand: "<files> ..."
// is FILE.
func arguments(text string) string {
	return strings.ToUpper(strings.NewReplacer("s> ...", "", "<", "", ">", "").Replace(text))
}
