package whole

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"giamsat/tui/tuitest"
)

const (
	// breath is the pause after a key in which the program may still send; a
	// person's keys come no faster.
	breath = 30 * time.Millisecond
	// rest is a silence after which a program that has started is taken to be done.
	rest = 80 * time.Millisecond
	// many is the number of inspections for which the budgets hold.
	many = 100_000
	// mark ends a burst: it stands nowhere else on the screen, so that the
	// first sight of it is the end.
	mark = "Ω"
)

// BenchmarkBudget measures what a key, a field, idling, starting, a burst and
// the list's filter cost over a real terminal, and prints the table. Beside it, in
// the same run, stand an editor that everybody knows, and a form program.
func BenchmarkBudget(b *testing.B) {
	t := &table{}
	subjects := []subject{ours(b, "venue"), vim(b), dialog(b)}
	for _, part := range []struct {
		name    string
		measure func(*testing.B, *table, subject)
	}{{"Letter", letter}, {"Field", nextField}, {"Idle", idle}} {
		b.Run(part.name, func(b *testing.B) { each(b, t, subjects, part.measure) })
	}
	b.Run("Burst", func(b *testing.B) { each(b, t, []subject{ours(b, "documents_remarks"), vim(b), dialog(b)}, burst) })
	b.Run("Start", func(b *testing.B) { each(b, t, []subject{ours(b, ""), vim(b), dialog(b)}, start) })
	b.Run("Full", func(b *testing.B) {
		d := crowded(b, many)
		list := subject{name: "giamsat", sign: "100000", env: d.env(), command: append([]string{handedOut(b)}, d.args("vi")...),
			search: []string{"\x1b", "/"}, list: [2]int{4, 21}}
		b.Run("Start", func(b *testing.B) { each(b, t, []subject{list, fzf(b)}, startFull) })
		b.Run("Filter", func(b *testing.B) { each(b, t, []subject{list, fzf(b)}, filter) })
	})
	t.note("Neither vim nor dialog has a list to search: fzf stands beside, over a file of as many lines, which is all that it starts.")
	fmt.Print(t)
}

// ours is the program, open at a field of the real form, or with an empty
// database where item is "".
func ours(b *testing.B, item string) subject {
	b.Helper()
	d := newDesk(b)
	s := subject{name: "giamsat", sign: "Chưa có phiếu kiểm tra nào", next: "\t", back: "\x1b[Z", clear: []string{"\x15"}}
	if item == "" {
		shut(b, d.open(b))
	} else {
		d = d.begin(b, item)
		s.sign = map[string]string{"venue": "Địa điểm", "documents_remarks": "1.25"}[item]
	}
	s.env, s.command = d.env(), append([]string{handedOut(b)}, d.args("vi")...)
	return s
}

// handedOut is a copy of the program, read from the disk as on a machine that was
// started since: of a file that was just written the system maps larger pieces
// whatever is used of them, two megabytes more in all. The peers are such files too.
func handedOut(b *testing.B) (path string) {
	b.Helper()
	program, err := os.ReadFile(tuitest.BuildBinary(b))
	if err != nil {
		b.Fatal(err)
	}
	path = filepath.Join(b.TempDir(), "giamsat")
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o700)
	if err != nil {
		b.Fatal(err)
	}
	_, err = f.Write(program)
	if err = errors.Join(err, cold(f), f.Close()); err != nil {
		b.Fatal(err)
	}
	return path
}

// each measures one thing on each subject.
func each(b *testing.B, t *table, subjects []subject, measure func(*testing.B, *table, subject)) {
	for _, s := range subjects {
		b.Run(s.name, func(b *testing.B) {
			if s.command == nil {
				t.note("%s is not installed: nothing was compared with it.", s.name)
				b.Skipf("%s is not installed: nothing to compare with", s.name)
			}
			measure(b, t, s)
			b.ReportMetric(0, "ns/op") // of the harness: it says nothing about the program
		})
	}
}

// begin starts a subject and waits for its first screen.
func (s subject) begin(b *testing.B) *wire {
	b.Helper()
	w, _ := s.started(b)
	return w
}

// started also tells how long the first complete screen took.
func (s subject) started(b *testing.B) (*wire, time.Duration) {
	b.Helper()
	w := dial(b, s.env, s.command[0], s.command[1:]...)
	shown, _ := w.shows(s.sign)
	if last, _ := w.settle(rest); !last.IsZero() {
		shown = last
	}
	return w, shown.Sub(w.began)
}

// letters are typed one by one; none of them ends a control sequence, so that
// the byte is the echo. After a run of them the field is emptied.
const (
	letters = "vxzwy"
	run     = 30
)

func letter(b *testing.B, t *table, s subject) {
	w := s.begin(b)
	w.send(s.typing)
	w.settle(rest)
	var echo spans
	var bytes, typed int
	var busy time.Duration
	for b.Loop() {
		if typed++; typed%run == 0 {
			for _, key := range s.clear {
				w.send(key)
				w.settle(breath)
			}
		}
		key := letters[typed%len(letters)]
		before := w.processor()
		sent := w.send(string(key))
		at, seen := w.until("echo", func(seen []byte) bool { return strings.IndexByte(string(seen), key) >= 0 })
		echo = append(echo, at.Sub(sent))
		_, more := w.settle(breath)
		bytes += len(seen) + len(more)
		busy += w.processor() - before
	}
	t.put(b, s, "bytes per letter", "B/letter", "≤ 4", float64(bytes)/float64(typed))
	echo.put(b, t, s, "letter to echo", "echo", "≤ 1", "≤ 3")
	t.put(b, s, "processor per letter, µs", "cpu-µs/letter", "≤ 900", float64(busy.Microseconds())/float64(typed))
}

// nextField goes three fields on and, unmeasured, back again.
func nextField(b *testing.B, t *table, s subject) {
	w := s.begin(b)
	w.send(s.moving)
	w.settle(rest)
	var echo spans
	var bytes, moves int
	for b.Loop() {
		if moves++; moves%4 == 0 {
			for range 3 {
				w.send(s.back)
				w.settle(breath)
			}
		}
		if moves%4 == 0 {
			continue
		}
		sent := w.send(s.next)
		at, seen := w.until("answer to "+s.next, func(seen []byte) bool { return len(seen) > 0 })
		echo = append(echo, at.Sub(sent))
		_, more := w.settle(2 * breath)
		bytes += len(seen) + len(more)
	}
	t.put(b, s, "bytes for the next field", "B/field", "≤ 140", float64(bytes)/float64(max(1, len(echo))))
	echo.put(b, t, s, "key to next field", "field", "≤ 1", "≤ 3")
}

// idle waits a twentieth of a second each time, on a text field.
func idle(b *testing.B, t *table, s subject) {
	w := s.begin(b)
	w.settle(2 * time.Second) // what starting left to do is no idling
	before, began := w.wakeups(), time.Now()
	bytes := 0
	for b.Loop() {
		_, seen := w.settle(50 * time.Millisecond)
		bytes += len(seen)
	}
	seconds := time.Since(began).Seconds()
	t.put(b, s, "bytes in 30 s idle", "B/30s", "0", float64(bytes)/seconds*30)
	t.put(b, s, "wake-ups a second, idle", "wakeups/s", "≤ 6", float64(w.wakeups()-before)/seconds)
}

// burst types two thousand characters at once, as an input method or a paste
// without marks does.
func burst(b *testing.B, t *table, s subject) {
	w := s.begin(b)
	w.send(s.typing)
	w.settle(rest)
	const size = 2000
	text := strings.Repeat("viec lam xong ", size/14+1)[:size-utf8.RuneCountInString(mark)] + mark
	var took spans
	for b.Loop() {
		sent := w.send(text)
		at, _ := w.shows(mark)
		if last, _ := w.settle(breath); !last.IsZero() {
			at = last
		}
		took = append(took, at.Sub(sent))
		for _, key := range s.clear {
			w.send(key)
			w.settle(breath)
		}
	}
	took.put(b, t, s, "2,000 characters at once", "burst", "≤ 60", "–")
}

func start(b *testing.B, t *table, s subject) {
	starts(b, t, s, "start to first screen", "≤ 40")
}

func startFull(b *testing.B, t *table, s subject) {
	starts(b, t, s, "start with 100,000", "≤ 60")
}

// weighed is how many starts wait until what starting took is given back, and are
// weighed then.
const weighed = 5

// starts starts and kills; the memory is that of the first screen, at rest.
func starts(b *testing.B, t *table, s subject, name, budget string) {
	b.Helper()
	var took spans
	var now, own, most float64
	for b.Loop() {
		w, shown := s.started(b)
		if took = append(took, shown); len(took) <= weighed {
			w.settle(10 * rest)
			now, own, most = max(now, w.memory("VmRSS:")), max(own, w.memory("RssAnon:")), max(most, w.memory("VmHWM:"))
		}
		w.end()
	}
	took.put(b, t, s, name, "start", budget, "–")
	t.put(b, s, name+", VmRSS in MB", "RSS-MB", "≤ 20", now)
	t.put(b, s, name+", RssAnon in MB", "own-MB", "–", own)
	t.put(b, s, name+", VmHWM in MB", "HWM-MB", "–", most)
}

// sought are typed into the filter: units, a day, the number of one of them, and
// what is found nowhere.
var sought = [...]string{"cam xuyen", "ky anh", "duc tho", "thach ha", "12/07/2024", "huong khe", "97531", "zz"}

// filter measures from a key to the first line of the list that is new, not to the
// letter's echo or another count. The list is looked at when all is quiet again:
// an emulator would take processor time from the program.
func filter(b *testing.B, t *table, s subject) {
	w := s.begin(b)
	list := &lines{from: s.list[0], to: s.list[1], display: tuitest.NewDisplay(wide, high)}
	list.follow(w.tape)
	var took spans
	var text string
	same, word := 0, 0
	for b.Loop() {
		if text == "" {
			for _, key := range s.search {
				w.send(key)
				w.settle(10 * breath) // Escape is held back for a while: it may begin a sequence
			}
			list.follow(w.tape)
			text, word = sought[word%len(sought)], word+1
		}
		sent := w.send(text[:1])
		text = text[1:]
		w.settle(4 * breath)
		if at := list.follow(w.tape); at.IsZero() {
			same++ // the list that is shown fits the longer word too
		} else {
			took = append(took, at.Sub(sent))
		}
	}
	b.ReportMetric(float64(same), "unchanged-lists")
	took.put(b, t, s, "type-ahead over 100,000", "filter", "–", "≤ 16")
}

// lines are the rows of a screen that hold a list.
type lines struct {
	from, to int
	display  *tuitest.Display
	read     int // chunks of the tape that the display has shown
}

// follow shows what is new on the tape, and returns when the lines changed first;
// zero when they did not.
func (l *lines) follow(tape []chunk) (changed time.Time) {
	before := l.text()
	for _, c := range tape[l.read:] {
		if _, err := l.display.Write(c.data); err != nil {
			panic(err) // it never fails
		}
		if changed.IsZero() && l.text() != before {
			changed = c.at
		}
	}
	l.read = len(tape)
	return changed
}

func (l *lines) text() string {
	return strings.Join(l.display.Picture().Rows[l.from:l.to], "\n")
}
