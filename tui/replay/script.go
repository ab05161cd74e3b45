// Package replay plays recorded key scripts against a form: what a person types,
// line by line, and what the form must show then. Whoever changes a form sees at
// once whether it still does what it did.
//
// A script is played on the real interface, the whole App, with a store that is
// thrown away; only the terminal is missing. It stands beside its form: the
// scripts of forms/x.yaml are forms/x*.keys, of which the longest name before the
// star counts. README.md says how one is written.
package replay

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// Script is one file of keys and expectations.
type Script struct {
	File  string
	lang  string
	head  map[string]said // unit, day, round, programme, projects, lang
	given []step
	steps []step
}

// said is a line of the head.
type said struct {
	line int
	text string
}

// Steps tells how many lines are played.
func (s *Script) Steps() int { return len(s.steps) }

// Fault is a line of a script that cannot be played, or whose expectation is not
// met. Text is a whole sentence.
type Fault struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Text string `json:"text"`
}

// step is one line that is played.
type step struct {
	line int
	do   verb
	not  bool   // "no problem"
	at   place  // what it is about
	rest string // the expected text, or what is given
	keys []stroke
	done int // of a progress
	all  int
}

// verb is the word that a line begins with.
type verb string

const (
	doGiven    verb = "given"
	doGoto     verb = "goto"
	doKeys     verb = "keys"
	doPaste    verb = "paste"
	doAnswer   verb = "answer"
	doRows     verb = "rows"
	doProblem  verb = "problem"
	doProgress verb = "progress"
	doShown    verb = "shown"
	doHidden   verb = "hidden"
	doScreen   verb = "screen"
)

// place names an item or a column as a person does.
type place struct {
	code string // of the item or column, or its name
	row  int    // from 1; 0: no row was named
	part string // "note", "evidence" or ""
	rule string // of a problem: the id of a rule, or the word for what is the matter
}

// The keys of the head of a script.
var headKeys = []string{"unit", "day", "round", "programme", "projects", "lang"}

// Beside returns the scripts that stand beside a form file: of the names in its
// folder those that begin with the form's name, unless another form's name is
// longer and fits as well.
func Beside(formFile string, names []string) []string {
	stem := strings.TrimSuffix(path.Base(formFile), ".yaml")
	var found []string
	for _, name := range names {
		if strings.HasSuffix(name, ".keys") && strings.HasPrefix(name, stem) && FormOf(name, names) == stem+".yaml" {
			found = append(found, name)
		}
	}
	return found
}

// FormOf returns the form file that a script stands beside; "" when there is none.
func FormOf(script string, names []string) string {
	best := ""
	for _, name := range names {
		stem, isForm := strings.CutSuffix(name, ".yaml")
		if isForm && strings.HasPrefix(path.Base(script), stem) && len(name) > len(best) {
			best = name
		}
	}
	return best
}

// Parse reads a script. All faults are told at once.
func Parse(file string, src []byte, words *i18n.Words) (*Script, []Fault) {
	p := &parser{words: words.Replay, script: &Script{File: file, lang: "vi", head: map[string]said{}}}
	for i, line := range strings.Split(vn.CleanText(string(src)), "\n") {
		p.line = i + 1
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			p.read(line)
		}
	}
	p.line = max(p.line, 1)
	for _, key := range []string{"unit", "day"} {
		if p.script.head[key].text == "" {
			p.fault(p.words.NoHead, key)
		}
	}
	switch lang := p.script.head["lang"]; lang.text {
	case "":
	case "vi", "en":
		p.script.lang = lang.text
	default:
		p.line = lang.line
		p.fault(p.words.BadLang, lang.text)
	}
	return p.script, p.faults
}

// parser reads one script.
type parser struct {
	words  i18n.Replay
	script *Script
	line   int
	faults []Fault
}

func (p *parser) fault(format string, args ...any) {
	p.say(fmt.Sprintf(format, args...))
}

func (p *parser) say(text string) {
	p.faults = append(p.faults, Fault{File: p.script.File, Line: p.line, Text: text})
}

// read takes one line: of the head, what is given, or a step.
func (p *parser) read(line string) {
	if key, value, found := strings.Cut(line, ":"); found && slices.Contains(headKeys, key) {
		switch {
		case len(p.script.steps) > 0:
			p.fault(p.words.HeadLate, key)
		case p.script.head[key].text != "":
			p.fault(p.words.HeadTwice, key)
		default:
			p.script.head[key] = said{p.line, strings.TrimSpace(value)}
		}
		return
	}
	word, rest, _ := strings.Cut(line, " ")
	s := step{line: p.line, do: verb(word), rest: strings.TrimSpace(rest)}
	if word == "no" {
		word, rest, _ = strings.Cut(s.rest, " ")
		s.do, s.not, s.rest = verb(word), true, strings.TrimSpace(rest)
	}
	if s.not && s.do != doProblem {
		p.fault(p.words.NoSuchLine, line)
		return
	}
	if !p.arguments(&s) {
		return
	}
	if s.do == doGiven {
		if len(p.script.steps) > 0 {
			p.fault(p.words.HeadLate, string(doGiven))
		}
		p.script.given = append(p.script.given, s)
		return
	}
	p.script.steps = append(p.script.steps, s)
}

// arguments reads what stands behind the verb; false when it is at fault.
func (p *parser) arguments(s *step) bool {
	before := len(p.faults)
	switch s.do {
	case doKeys:
		s.keys = p.strokes(s.rest)
	case doPaste:
		text, err := strconv.Unquote(s.rest)
		if err != nil {
			p.fault(p.words.BadPaste, s.rest)
		}
		s.rest = text
	case doGoto, doShown, doHidden:
		s.at = p.place(strings.Fields(s.rest), s.do)
	case doProblem:
		if !s.not || s.rest != "" {
			s.at = p.place(strings.Fields(s.rest), s.do)
		}
	case doGiven, doAnswer, doRows:
		name, value, found := strings.Cut(s.rest, "=")
		if !found {
			p.fault(p.words.NoEquals, string(s.do))
			return false
		}
		s.at, s.rest = p.place(strings.Fields(name), s.do), strings.TrimSpace(value)
		if n, err := strconv.Atoi(s.rest); s.do == doRows && (err != nil || n < 0) {
			p.fault(p.words.BadCount, s.rest)
		}
	case doProgress:
		p.progress(s)
	case doScreen:
		if s.rest == "" {
			p.say(p.words.NoText)
		}
	default:
		p.fault(p.words.NoSuchLine, string(s.do))
	}
	return len(p.faults) == before
}

// place reads CODE [row N] [note|evidence] [RULE].
func (p *parser) place(words []string, do verb) place {
	var at place
	if len(words) == 0 {
		p.fault(p.words.NoCode, string(do))
		return at
	}
	at.code, words = words[0], words[1:]
	if len(words) > 0 && words[0] == "row" {
		n := 0
		if len(words) > 1 {
			n, _ = strconv.Atoi(words[1]) // 0 is a fault of its own
		}
		if n < 1 {
			p.fault(p.words.BadRow, at.code)
			return at
		}
		at.row, words = n, words[2:]
	}
	if len(words) > 0 && (words[0] == "note" || words[0] == "evidence") {
		at.part, words = words[0], words[1:]
	}
	if len(words) > 0 && do == doProblem {
		at.rule, words = words[0], words[1:]
	}
	if len(words) > 0 {
		p.fault(p.words.TooMuch, strings.Join(words, " "))
	}
	return at
}

// progress reads SECTION DONE/ALL.
func (p *parser) progress(s *step) {
	words := strings.Fields(s.rest)
	if len(words) == 2 {
		done, all, found := strings.Cut(words[1], "/")
		var errDone, errAll error
		s.at.code = words[0]
		s.done, errDone = strconv.Atoi(done)
		s.all, errAll = strconv.Atoi(all)
		if found && errDone == nil && errAll == nil {
			return
		}
	}
	p.fault(p.words.BadProgress, s.rest)
}
