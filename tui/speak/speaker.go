package speak

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"giamsat/model/vn"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
	"giamsat/tui/theme"
)

// newLine ends a line: the terminal is in raw mode.
const newLine = "\r\n"

// Scene is all that could be heard at one moment.
type Scene struct {
	Screen string // tells screens apart
	Depth  int    // how many screens it stands on: of fewer than before, one came back
	Over   bool   // it is a drawer above the screen that was there before
	Title  string
	Fault  string // that saving fails; "" while it does not
	Saved  string // what is said when it does not any more
	kit.Spoken
}

// Speaker knows what a person has heard so far. The zero Speaker has said nothing.
type Speaker struct {
	heard Scene
	begun bool            // something was said
	title string          // of the last screen that was no drawer
	where string          // on it
	read  map[string]bool // the screens whose text to be read was said
	asked string          // the last question, with its choices
	still bool            // the screen is being read, and says nothing yet
	open  bool            // the last line has no end yet: letters are typed behind it
	// What the letters said since the field was opened amount to: where they were
	// only added to nothing, the person has heard the text.
	from  string
	mixed bool
	torn  bool // what was found ended the line of a word that is sought: its next letter says it whole
}

// Say returns what is new in a scene, ready to be printed; "" when nothing is.
func (s *Speaker) Say(now Scene, sign theme.Signs, w *i18n.Words) string {
	now = plain(now, sign, w)
	was, out := s.heard, &printer{open: s.open}
	if s.still = now.empty(); s.still {
		return s.meanwhile(now)
	}
	s.torn = s.torn && now.Typing == kit.TypingBeside
	moved := !s.begun || now.Screen != was.Screen || now.Name != was.Name || now.Place != was.Place && now.Text == was.Text
	if moved || now.Left != was.Left || now.LeftSaid != was.LeftSaid {
		out.line(s.left(now))
	}
	s.around(now, out)
	switch {
	case moved:
		if now.Screen == was.Screen && now.Typing == kit.TypingBeside && was.Typing == kit.TypingBeside {
			s.typed(was, now, out, w) // the line is what was found for these letters
			s.torn = out.open
		}
		s.ask(now, out, w)
	case now.Typing != kit.NotTyping && now.Typing == was.Typing:
		s.typed(was, now, out, w)
	case now.Typing != kit.NotTyping:
		s.begin(was, now, out)
	case was.Typing == kit.TypingBeside: // the list is not narrowed any more
		out.line(join(".", now.Name, now.Value, now.Place))
	case was.Typing == kit.TypingHere && now.Value != was.Text, was.Typing == kit.NotTyping && now.Value != was.Value:
		out.line(cmp.Or(now.Ticked, orBlank(now.Value, w)))
	}
	same := !moved && now.Text == was.Text && now.Value == was.Value
	if same && now.Echo != was.Echo {
		out.line(now.Echo)
	}
	if same && now.Mark != was.Mark {
		out.line(now.Mark)
	}
	if moved || now.Said != was.Said {
		out.line(now.Said)
	}
	faults(was, now, out)
	s.heard, s.begun, s.open = now, true, out.open
	return out.String()
}

// empty reports whether a screen has nothing to say yet: it is still being read.
func (n Scene) empty() bool {
	return n.Name == "" && n.Typing == kit.NotTyping && len(n.Lines) == 0
}

// meanwhile says what is to be said while a screen is being read.
func (s *Speaker) meanwhile(now Scene) string {
	out := &printer{open: s.open}
	if now.Said != s.heard.Said {
		out.line(now.Said)
	}
	faults(s.heard, now, out)
	s.heard.Said, s.heard.Fault, s.open = now.Said, now.Fault, out.open
	return out.String()
}

// faults says that saving fails, or does not any more.
func faults(was, now Scene, out *printer) {
	if now.Fault != was.Fault {
		out.line(now.Fault)
	}
	if was.Fault != "" && now.Fault == "" {
		out.line(now.Saved)
	}
}

// Whole returns everything about where the person is, as if nothing had been said. What
// the question says itself is not said before it too.
func (s *Speaker) Whole(now Scene, sign theme.Signs, w *i18n.Words) string {
	now = plain(now, sign, w)
	out := &printer{open: s.open}
	for _, text := range []string{now.Title, join(",", now.Where, now.Far)} {
		out.line(text)
	}
	for _, text := range []string{now.Hint, now.Echo, now.Said, now.Fault} {
		if !strings.Contains(now.Name, text) {
			out.line(text)
		}
	}
	for _, text := range now.Lines {
		out.line(text)
	}
	s.ask(now, out, w)
	if now.Mark != "" {
		out.line(fmt.Sprintf(w.Speak.Marker, now.Mark))
	}
	s.heard, s.begun, s.open = now, true, out.open
	return out.String()
}

// Again returns the sentence that stands, for a key that changed nothing.
func (s *Speaker) Again() string { return s.Line(s.heard.Said) }

// Idle answers a key that did nothing at all, so that none is met with silence: with
// the sentence that stands, since it may be the reason; a key that moves, at an
// edge, with where one still is; any other with that it does nothing.
func (s *Speaker) Idle(moves bool, w *i18n.Words) string {
	switch now := s.heard; {
	case s.still, now.Said != "":
		return s.Again()
	case moves && now.Typing == kit.TypingHere:
		return s.Line(letter(vn.Graphemes(now.Text), now.Caret, w))
	case moves && now.Mark != "":
		return s.Line(now.Mark)
	case moves && now.Name != "":
		return s.Line(join(".", now.Name, now.Value, now.Place))
	}
	return s.Line(w.Speak.Nothing)
}

// Line returns a sentence of its own.
func (s *Speaker) Line(text string) string {
	out := &printer{open: s.open}
	out.line(text)
	s.open = out.open
	return out.String()
}

// End returns what ends the line that is open.
func (s *Speaker) End() string {
	if !s.open {
		return ""
	}
	s.open = false
	return newLine
}

// left is what became of the field that was left, unless it was heard already.
func (s *Speaker) left(now Scene) string {
	was := s.heard
	typed := was.Typing == kit.TypingHere && !s.mixed && s.from == "" && strings.TrimSpace(was.Text) == now.Left
	if typed || was.Typing == kit.NotTyping && was.Value == now.Left {
		return now.LeftSaid
	}
	return join(".", now.Left, now.LeftSaid)
}

// around says which screen it is, where on it one is, and a text to be read.
func (s *Speaker) around(now Scene, out *printer) {
	fresh := !s.begun || now.Screen != s.heard.Screen || now.Title != s.title && !now.Over
	if now.Over {
		if fresh || now.Title != s.heard.Title {
			out.line(now.Title)
		}
	} else {
		if now.Title != s.title {
			out.line(now.Title)
		}
		if now.Where != s.where {
			out.line(join(",", now.Where, now.Far))
		}
		s.title, s.where = now.Title, now.Where
	}
	// Who comes back to a screen has heard the text that is read on it.
	if fresh && !(now.Depth < s.heard.Depth && s.read[now.Screen]) {
		s.readOut(now, out)
	}
}

// readOut says a text that is read from its beginning.
func (s *Speaker) readOut(now Scene, out *printer) {
	for _, text := range now.Lines {
		out.line(text)
	}
	if s.read == nil {
		s.read = map[string]bool{}
	}
	s.read[now.Screen] = len(now.Lines) > 0
}

// ask says what is under the marker. Where a text is typed the line stays open for
// its letters.
func (s *Speaker) ask(now Scene, out *printer, w *i18n.Words) {
	s.from, s.mixed = "", false
	if now.Typing != kit.TypingHere {
		s.question(now, out, w)
		return
	}
	s.from = now.Text
	out.end()
	if now.Name != "" {
		out.write(now.Name + glue(now.Name, ":"))
	}
	out.write(strings.ReplaceAll(now.Text, "\n", newLine))
}

// begin says the first letters of a text where a value stood.
func (s *Speaker) begin(was, now Scene, out *printer) {
	s.from, s.mixed = "", false
	if now.Text == was.Value {
		s.from = now.Text
		return
	}
	out.write(now.Text)
}

// typed says what a key did to a text.
func (s *Speaker) typed(was, now Scene, out *printer, w *i18n.Words) {
	old, text := vn.Graphemes(was.Text), vn.Graphemes(now.Text)
	if slices.Equal(old, text) {
		if now.Caret != was.Caret && now.Typing == kit.TypingHere {
			s.mixed = true
			out.line(letter(text, now.Caret, w))
		}
		return
	}
	head := 0
	for head < min(len(old), len(text)) && old[head] == text[head] {
		head++
	}
	tail := 0
	for tail < min(len(old), len(text))-head && old[len(old)-1-tail] == text[len(text)-1-tail] {
		tail++
	}
	gone, come := strings.Join(old[head:len(old)-tail], ""), strings.Join(text[head:len(text)-tail], "")
	s.mixed = s.mixed || gone != "" || tail > 0
	if gone != "" {
		gone = "[" + strings.ReplaceAll(gone, "\n", w.Speak.NewLine) + "]"
	}
	if s.torn && gone == "" {
		come = now.Text
	}
	s.torn = false
	if gone == "" && come == "\n" {
		out.line(w.Speak.NewLine)
		return
	}
	out.write(strings.ReplaceAll(gone+come, "\n", newLine))
}

// letter names the letter that the caret stands before.
func letter(text []string, caret int, w *i18n.Words) string {
	switch {
	case caret >= len(text):
		return w.Speak.End
	case text[caret] == " ":
		return w.Speak.Space
	case text[caret] == "\n":
		return w.Speak.NewLine
	}
	return text[caret]
}

func orBlank(text string, w *i18n.Words) string {
	if text == "" {
		return w.Speak.Blank
	}
	return text
}

// plain makes every text of a scene one to be said; of the one being typed only
// what does not print is taken out.
func plain(now Scene, sign theme.Signs, w *i18n.Words) Scene {
	for _, text := range []*string{&now.Title, &now.Fault, &now.Saved, &now.Where, &now.Far, &now.Name, &now.Choices, &now.Value,
		&now.Place, &now.Ticked, &now.Mark, &now.Left, &now.LeftSaid, &now.Said, &now.Echo, &now.Hint} {
		*text = Plain(*text, sign, w)
	}
	now.Text = strings.Map(typed, now.Text)
	lines := make([]string, 0, len(now.Lines))
	for _, text := range now.Lines {
		lines = append(lines, Plain(text, sign, w))
	}
	now.Lines = lines
	return now
}

// typed keeps what prints of a text that is typed, and its lines.
func typed(r rune) rune {
	if r == '\n' || unicode.IsPrint(r) && !unicode.Is(unicode.Co, r) {
		return r
	}
	return -1
}

// printer collects what is printed.
type printer struct {
	strings.Builder
	open bool // the last line has no end
}

// line prints a text as a line of its own, behind the end of the open one; "" is no
// line.
func (p *printer) line(text string) {
	if text == "" {
		return
	}
	p.end()
	p.WriteString(text + newLine)
}

// end ends the open line.
func (p *printer) end() {
	if p.open {
		p.WriteString(newLine)
		p.open = false
	}
}

// write prints a text in the open line, or begins one.
func (p *printer) write(text string) {
	p.WriteString(text)
	p.open = p.open && text == "" || text != "" && !strings.HasSuffix(text, newLine)
}
