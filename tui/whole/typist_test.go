package whole

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"giamsat/model/form"
	"giamsat/tui/tuitest"
)

// typist fills in an inspection as a person does, from a seed, until a number of
// keys is used up, and remembers what stood in each field and since when.
type typist struct {
	t    *testing.T
	term *tuitest.Terminal
	rng  *rand.Rand
	left int // keys until the end

	typed  map[form.Field][]version
	answer map[form.Field]int // index of the version that was there when the field was left last
	leftAt map[form.Field]time.Time
	open   form.Field // the field being typed in; zero: none
	// expect is what the screen shows once the last key has arrived; nil when
	// the key changed nothing that is kept.
	expect func(rows []string) bool
}

// version is what a field held from a moment on.
type version struct {
	at   time.Time
	text string
}

// stopped ends the typing wherever it is when the keys are used up.
type stopped struct{}

// site is a field that the typist can fill in.
type site struct {
	code  string // as go-to finds it
	field form.Field
	kind  siteKind
}

type siteKind int

const (
	textSite siteKind = iota
	numberSite
	moneySite
	choiceSite
	noteSite
	cellSite
)

// sites are fields that are always there: each is filled in once, so that what
// must stand in it is known. The rows of a table are named by their place.
var sites = [...]site{
	{"V.03", form.Field{Item: "former_district"}, textSite},
	{"V.05", form.Field{Item: "venue"}, textSite},
	{"V.08a", form.Field{Item: "unit_report_number"}, textSite},
	{"1.19a", form.Field{Item: "dialogues"}, numberSite},
	{"1.22", form.Field{Item: "officers"}, numberSite},
	{"3.06b", form.Field{Item: "arrears_amount"}, moneySite},
	{"V.09", form.Field{Item: "report_follows_outline"}, choiceSite},
	{"1.03", form.Field{Item: "helping_team"}, choiceSite},
	{"4.01", form.Field{Item: "appraisal"}, choiceSite},
	{"V.09", form.Field{Item: "report_follows_outline", Part: form.Note}, noteSite},
	{"V.06", form.Field{Item: "representatives", Row: "1", Part: "person"}, cellSite},
}

// fill types until the keys are used up.
func (p *typist) fill() {
	defer func() {
		if value := recover(); value != nil && value != (stopped{}) {
			panic(value)
		}
	}()
	order := p.rng.Perm(len(sites))
	for _, i := range order {
		p.visit(sites[i])
	}
}

// press sends a key, unless none is left. What it leads to is noted before it
// is sent: a program that is quick may act on it before the next statement.
func (p *typist) press(key string, note func(), expect func(rows []string) bool) {
	p.t.Helper()
	if p.left == 0 {
		panic(stopped{})
	}
	p.left--
	if note != nil {
		note()
	}
	p.expect = expect
	p.term.Press(key)
}

// pause is the time between two keys.
func (p *typist) pause(most time.Duration) {
	<-time.After(time.Duration(p.rng.Int64N(int64(most))))
}

// wait waits for what the last key leads to, as a person does who looks before
// going on.
func (p *typist) wait(what string) {
	p.t.Helper()
	if p.expect != nil {
		p.term.WaitUntil(what, tuitest.Patience, p.expect)
	}
}

// visit goes to a field, fills it in and leaves it.
func (p *typist) visit(s site) {
	p.t.Helper()
	p.press("ctrl+g", nil, shows("Tới mục"))
	p.wait("the list of items")
	for _, letter := range s.code {
		p.press(string(letter), nil, nil)
	}
	p.press("enter", nil, opened(s.code))
	p.wait("item " + s.code)
	switch s.kind {
	case choiceSite:
		key := 1 + p.rng.IntN(2)
		p.press(fmt.Sprint(key), func() { p.note(s.field, [...]string{form.Yes, form.No}[key-1]); p.leave(s.field) }, not(opened(s.code)))
		p.wait("the next item")
		return
	case noteSite:
		p.press("ctrl+n", nil, opened("ghi chú"))
		p.wait("the note")
	case cellSite:
		p.press("enter", nil, shows("Bảng chưa có dòng nào"))
		p.wait("the empty table")
		p.press("ctrl+t", nil, shows(">  1 ["))
		p.wait("the first row")
	case textSite, numberSite, moneySite:
	}
	p.write(s.field, p.text(s.kind))
	key := [...]string{"tab", "enter", "down"}[p.rng.IntN(3)]
	if s.kind == noteSite || s.kind == cellSite {
		key = "tab"
	}
	p.press(key, func() { p.leave(s.field) }, nil)
	if s.kind == cellSite {
		p.expect = shows("Chức vụ")
		p.wait("the next cell")
		p.press("esc", nil, shows("[V Chung"))
		p.wait("the form again")
		return
	}
	p.expect = not(opened(s.code))
	p.wait("the next item")
}

// text is what is typed into a field of a kind.
func (p *typist) text(kind siteKind) string {
	switch kind {
	case numberSite:
		return fmt.Sprint(10 + p.rng.IntN(89))
	case moneySite:
		return fmt.Sprint(1000 + p.rng.IntN(8999))
	case textSite, noteSite, cellSite, choiceSite:
	}
	words := strings.Fields("nhà văn hóa thôn Đông Hưng họp đủ người dân đã góp ý xong ngày ấy")
	text := words[p.rng.IntN(len(words))]
	for len([]rune(text)) < 8+p.rng.IntN(16) {
		text += " " + words[p.rng.IntN(len(words))]
	}
	return text
}

// write types a text, now quickly, now slowly: the slow texts are there longer
// than a second before they are done, and before the end of some rounds.
func (p *typist) write(f form.Field, text string) {
	p.t.Helper()
	gap := [...]time.Duration{10 * time.Millisecond, 60 * time.Millisecond, 250 * time.Millisecond}[p.rng.IntN(3)]
	so := ""
	for _, letter := range text {
		so += string(letter)
		now := so
		key := string(letter)
		if key == " " {
			key = "space"
		}
		p.press(key, func() { p.open = f; p.note(f, now) }, typing(strings.TrimSpace(now)))
		p.pause(gap)
	}
	if p.rng.IntN(8) == 0 {
		<-time.After(1200 * time.Millisecond) // interrupted in the middle of a field
	}
}

func (p *typist) note(f form.Field, text string) {
	p.typed[f] = append(p.typed[f], version{time.Now(), text})
}

func (p *typist) leave(f form.Field) {
	p.open = form.Field{}
	p.answer[f] = len(p.typed[f]) - 1
	p.leftAt[f] = time.Now()
}

// shows is true of a screen with a text on it.
func shows(text string) func([]string) bool {
	return func(rows []string) bool { return strings.Contains(strings.Join(rows, "\n"), text) }
}

// opened is true of a form whose open item has a code, or a note, on its row.
func opened(code string) func([]string) bool {
	return func(rows []string) bool {
		for _, row := range rows[3:] {
			if strings.HasPrefix(row, " >") && strings.Contains(row+" ", " "+code+" ") {
				return !strings.Contains(strings.Join(rows, "\n"), "-- Tới mục")
			}
		}
		return false
	}
}

// typing is true of a screen with a text in the open field or cell: in its row, or
// in the rows under it that belong to a text of several lines. Elsewhere a text of
// few letters may stand before it was typed.
func typing(text string) func([]string) bool {
	const indent = "      " // of the lines of a text
	return func(rows []string) bool {
		for i, row := range rows[2:] {
			if !strings.HasPrefix(row, " >") && !strings.HasPrefix(row, ">") {
				continue
			}
			shown := row
			for _, line := range rows[2+i+1:] {
				if rest, under := strings.CutPrefix(line, indent); !under || strings.HasPrefix(rest, " ") {
					break
				}
				shown += "\n" + line
			}
			return strings.Contains(shown, text)
		}
		return false
	}
}

func not(is func([]string) bool) func([]string) bool {
	return func(rows []string) bool { return !is(rows) }
}
