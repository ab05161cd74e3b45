package whole

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/tuitest"
)

const (
	// hundred is how many people are on one machine.
	hundred = 100
	// room is how much free memory a session must find, in MB, to be begun.
	room = 40
	// typists are how many of the others type, as fast as people do.
	typists = 10
	pace    = 150 * time.Millisecond
	// stillness is how long all of them are watched doing nothing.
	stillness = 5 * time.Second
)

// BenchmarkHundred has a hundred people on one machine, each at a record of their
// own in one database: what they cost while nobody types, and how long a letter
// of one takes while the others are idle, and while some of them type.
//
// With -short, or where there is no memory for as many, there are fewer; the
// table says how many.
func BenchmarkHundred(b *testing.B) {
	n := people(b)
	t := &table{}
	all := crowd(b, n)
	me := subject{name: "giamsat"}
	name := func(what string) string { return fmt.Sprintf("%d sessions: %s", n, what) }
	b.Run("Idle", func(b *testing.B) {
		before, began := used(all), time.Now()
		for b.Loop() {
			all[0].settle(stillness / 10)
			if left := stillness - time.Since(began); left > 0 {
				all[0].settle(left)
			}
		}
		share := (used(all) - before).Seconds() / time.Since(began).Seconds() * 100
		b.ReportMetric(0, "ns/op")
		t.put(b, me, name("idle, % of a core"), "core-%", "≤ 4", share)
		t.put(b, me, name("own memory of one, MB"), "own-MB", "–", median(all, "RssAnon:"))
	})
	b.Run("Letter", func(b *testing.B) { echoes(b, t, me, all[0], name("letter")) })
	b.Run("Typing", func(b *testing.B) {
		done := make(chan error)
		stop := make(chan struct{})
		busy := all[1 : 1+min(typists, n-1)]
		for _, w := range busy {
			go func() { done <- w.scribble(stop) }()
		}
		echoes(b, t, me, all[0], fmt.Sprintf("%s, %d type", name("letter"), len(busy)))
		close(stop)
		for range busy {
			if err := <-done; err != nil {
				b.Error(err)
			}
		}
	})
	fmt.Print(t)
}

// people is how many there is room for.
func people(b *testing.B) int {
	b.Helper()
	if testing.Short() {
		return hundred / 5
	}
	text, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		b.Fatal(err)
	}
	return max(2, min(hundred, field(b, string(text), "MemAvailable:")/1024/room))
}

// crowd starts that many programs, each at the venue of a record of its own.
func crowd(b *testing.B, n int) (all []*wire) {
	b.Helper()
	d := newDesk(b)
	var records []model.RecordID
	s := d.open(b)
	env := tuitest.NewEnv(b, s, "vi")
	for range n {
		id := tuitest.Begin(b, env)
		opened, err := s.Record(b.Context(), id)
		if err != nil {
			b.Fatal(err)
		}
		at := form.Field{Item: "venue"}
		place := model.Place{Section: opened.Form.Item(at.Item).Section, Field: at}
		if _, err := s.Save(b.Context(), model.Save{ID: id, Revs: opened.Revs, Place: place}); err != nil {
			b.Fatal(err)
		}
		records = append(records, id)
	}
	shut(b, s)
	for _, id := range records {
		mine := desk{db: d.db, state: b.TempDir(), id: id}
		s := mine.open(b)
		if err := s.Remember(id); err != nil {
			b.Fatal(err)
		}
		shut(b, s)
		w := dial(b, mine.env(), tuitest.BuildBinary(b), mine.args("vi")...)
		w.shows("Địa điểm")
		all = append(all, w)
	}
	all[0].settle(2 * time.Second) // what starting left to do is no idling
	return all
}

// echoes types letters in one, and takes each back, unmeasured.
func echoes(b *testing.B, t *table, me subject, w *wire, name string) {
	b.Helper()
	w.settle(rest)
	var echo spans
	for b.Loop() {
		key := letters[len(echo)%len(letters)]
		sent := w.send(string(key))
		at, _ := w.until("echo", func(seen []byte) bool { return bytes.IndexByte(seen, key) >= 0 })
		echo = append(echo, at.Sub(sent))
		w.settle(breath)
		w.send("\x7f")
		w.settle(breath)
	}
	b.ReportMetric(0, "ns/op")
	echo.put(b, t, me, name, "echo", "≤ 1", "–")
}

// scribble types and takes back, as fast as a person does, until it is told to
// stop. It belongs to a goroutine of its own.
func (w *wire) scribble(stop <-chan struct{}) error {
	tick := time.NewTicker(pace)
	defer tick.Stop()
	for i := 0; ; i++ {
		select {
		case <-stop:
			return nil
		case _, ok := <-w.chunks:
			if !ok {
				return errors.New("the program of somebody who typed has ended")
			}
		case <-tick.C:
			key := letters[i/2%len(letters) : i/2%len(letters)+1]
			if i%2 == 1 {
				key = "\x7f"
			}
			if _, err := w.master.WriteString(key); err != nil {
				return err
			}
		}
	}
}

// used is the processor time of all of them so far.
func used(all []*wire) (sum time.Duration) {
	for _, w := range all {
		sum += w.processor()
	}
	return sum
}

// median is the middle one's memory.
func median(all []*wire, name string) float64 {
	var mb []float64
	for _, w := range all {
		mb = append(mb, w.memory(name))
	}
	slices.Sort(mb)
	return mb[len(mb)/2]
}
