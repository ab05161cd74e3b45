package theme

import "strings"

// Signs are the marks and the frame, each exactly one cell wide. They stand
// beside words and styles, which say the same: no meaning hangs on a sign alone
// and no word on the frame.
type Signs struct {
	Focus    string // before the line one is on
	Stop     string // a problem that must be put right
	Reason   string // a problem that asks for a sentence
	Notice   string // a problem that informs
	Problem  string // in a row: something is the matter here
	Carried  string // taken over from an earlier record, not yet looked at
	Pin      string // pinned for the round
	Chosen   string // a chosen entry
	Unchosen string // an entry that may be chosen
	Open     string // in work
	Ahead    string // not begun
	Done     string // complete
	Rule     string // the line that divides
	Bar      string // the filled part of a bar
	Rest     string // the rest of a bar
	Column   string // between columns
	Sep      string // between parts of a title
	CutLeft  string // text goes on to the left
	CutRight string // text goes on to the right
	Up       string // more lines above
	Down     string // more lines below
	Into     string // opens something
	Differs  string // is not so in another version
}

func signs(o Options) Signs {
	if o.Spoken {
		return spoken()
	}
	if o.ASCII {
		return Signs{
			Focus: ">", Stop: "x", Reason: "?", Notice: ".", Problem: "!", Carried: "~", Pin: "@",
			Chosen: "*", Unchosen: "o", Open: "*", Ahead: "o", Done: "v",
			Rule: "-", Bar: "=", Rest: "-", Column: "|", Sep: "-",
			CutLeft: "<", CutRight: "~", Up: "^", Down: "v", Into: ">", Differs: "#",
		}
	}
	return Signs{
		Focus: ">", Stop: "×", Reason: "?", Notice: "·", Problem: "!", Carried: "≈", Pin: "◆",
		Chosen: "●", Unchosen: "○", Open: "●", Ahead: "○", Done: "✓",
		Rule: "─", Bar: "━", Rest: "─", Column: "│", Sep: "·",
		CutLeft: "…", CutRight: "…", Up: "↑", Down: "↓", Into: "→", Differs: "≠",
	}
}

// marks are what stands in ASCII for the marks of words and stored texts, cell for
// cell, so that no layout changes.
func marks() *strings.Replacer {
	return strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "−", "-", "…", ".", "·", "-", "•", "*",
		"×", "x", "≈", "~", "→", ">", "≤", "<", "≥", ">", "≠", "#", "\u00a0", " ")
}

// Shown is a drawn screen as the terminal can show it: with ASCII its words have
// no other marks either, only letters.
func (t *Theme) Shown(screen string) string {
	if t.marks == nil {
		return screen
	}
	return t.marks.Replace(screen)
}

// spoken are the signs of the linear mode: characters for private use, of which
// no text has any, so that package speak finds each of them in a line that was
// made to be seen and says its word. They never reach a terminal.
func spoken() Signs {
	return Signs{
		Focus: "\ue000", Stop: "\ue001", Reason: "\ue002", Notice: "\ue003", Problem: "\ue004", Carried: "\ue005",
		Chosen: "\ue006", Unchosen: "\ue007", Open: "\ue008", Ahead: "\ue009", Done: "\ue00a",
		Rule: "\ue00b", Bar: "\ue00c", Rest: "\ue00d", Column: "\ue00e", Sep: "\ue00f",
		CutLeft: "\ue010", CutRight: "\ue011", Up: "\ue012", Down: "\ue013", Into: "\ue014", Differs: "\ue015", Pin: "\ue016",
	}
}

// Line draws the rule that divides a screen, width cells long.
func (t *Theme) Line(width int) string {
	if width <= 0 {
		return ""
	}
	return t.Rule.Render(strings.Repeat(t.Sign.Rule, width))
}

// Meter draws how much of a whole is done, width cells long. It shows a full
// bar only for the whole and an empty one only for nothing, so that "nearly"
// never looks like "all". A whole of zero or less is empty.
func (t *Theme) Meter(width, part, whole int) string {
	if width <= 0 {
		return ""
	}
	n := filled(width, part, whole)
	var b strings.Builder
	if n > 0 {
		b.WriteString(t.Good.Render(strings.Repeat(t.Sign.Bar, n)))
	}
	if n < width {
		b.WriteString(t.Rule.Render(strings.Repeat(t.Sign.Rest, width-n)))
	}
	return b.String()
}

func filled(width, part, whole int) int {
	switch {
	case whole <= 0 || part <= 0:
		return 0
	case part >= whole:
		return width
	}
	n := int(float64(width) * float64(part) / float64(whole))
	return min(max(n, 1), width-1)
}
