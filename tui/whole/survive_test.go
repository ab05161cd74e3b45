package whole

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/tuitest"
)

// allowance is what may be lost at kill -9: a second of the open field, and what
// a busy machine needs to put it away.
const allowance = time.Second + 500*time.Millisecond

// promptly is how soon the program must have ended after a signal or a hang-up.
const promptly = 2 * time.Second

// ending is how a round ends.
type ending int

const (
	killed ending = iota
	terminated
	hungUp
	endings
)

func (e ending) String() string { return [...]string{"kill -9", "SIGTERM", "hang-up"}[e] }

// round is one life of the program: an inspection, what was typed in it, and
// how it ended.
type round struct {
	seed  uint64
	desk  desk
	by    ending
	at    time.Time
	hands *typist
}

// TestSurvive is promise 2 of the product: whatever ends the program, nothing
// that was left is lost; of the open field, at kill -9, at most the last second;
// and the database is sound each time.
func TestSurvive(t *testing.T) {
	if testing.Short() {
		t.Skip("types and kills for half a minute")
	}
	t.Parallel()
	const lanes = 4 // each with a database of its own, in which the rounds follow one another
	rounds, seed := 3, rand.Uint64()>>1
	if os.Getenv("GIAMSAT_LONG") != "" {
		rounds = 50
	}
	if given := os.Getenv("GIAMSAT_SEED"); given != "" {
		n, err := strconv.ParseUint(given, 10, 64)
		if err != nil {
			t.Fatalf("read GIAMSAT_SEED: %v", err)
		}
		survive(t, newDesk(t), []uint64{n})
		return
	}
	for lane := range lanes {
		seeds := make([]uint64, rounds)
		for i := range seeds {
			seeds[i] = seed + uint64(lane*rounds+i)
		}
		t.Run(fmt.Sprintf("nothing is lost from seed %d", seeds[0]), func(t *testing.T) {
			t.Parallel()
			survive(t, newDesk(t), seeds)
		})
	}
}

// Who types without a pause for longer than a second must not lose more than
// who stops to think.
func TestATextTypedWithoutAPauseIsKeptButForItsLastSecond(t *testing.T) {
	if testing.Short() {
		t.Skip("types for four seconds")
	}
	t.Parallel()
	r := round{desk: newDesk(t).begin(t, "venue"), by: killed}
	term := r.start(t)
	term.WaitFor("Địa điểm", tuitest.Patience)
	r.hands = &typist{t: t, term: term, left: 100, typed: map[form.Field][]version{}}
	venue, text := form.Field{Item: "venue"}, ""
	for _, letter := range "abcdefghijklmnopqrst" {
		text += string(letter)
		so := text
		r.hands.press(string(letter), func() { r.hands.note(venue, so) }, nil)
		<-time.After(200 * time.Millisecond)
	}
	r.hands.open, r.at = venue, time.Now()
	r.end(t, term)
	r.verify(t)
}

// survive goes through rounds on one database. At the end all of them are read
// once more: what came later must not have touched what was there.
func survive(t *testing.T, d desk, seeds []uint64) {
	t.Helper()
	before := map[model.RecordID]map[form.Field]form.Answer{}
	for _, seed := range seeds {
		r := live(t, d, seed)
		r.verify(t)
		before[r.desk.id] = r.desk.read(t, r.desk.id).Filled.Answers
	}
	for id, want := range before {
		got := d.read(t, id).Filled.Answers
		for f, a := range want {
			if got[f] != a {
				t.Errorf("a later round changed %v of %s from %q to %q", f, id, a.Raw, got[f].Raw)
			}
		}
	}
}

// live starts the program on a new inspection, types, and ends it.
func live(t *testing.T, d desk, seed uint64) round {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 1))
	r := round{seed: seed, desk: d.begin(t, "venue", form.FieldText{Field: form.Field{Item: "arrears"}, Raw: form.Yes}), by: ending(rng.IntN(int(endings)))}
	term := r.start(t)
	term.WaitFor("Địa điểm", tuitest.Patience)
	r.hands = &typist{t: t, term: term, rng: rng, left: 8 + rng.IntN(90),
		typed: map[form.Field][]version{}, answer: map[form.Field]int{}, leftAt: map[form.Field]time.Time{}}
	r.hands.fill()
	if r.by != killed {
		// A key that had not reached the program is not the program's to keep.
		r.hands.wait("what was typed last")
	}
	r.at = time.Now()
	r.end(t, term)
	return r
}

func (r round) start(t *testing.T) *tuitest.Terminal {
	t.Helper()
	return r.desk.start(t, "vi", "--ascii")
}

func (r round) end(t *testing.T, term *tuitest.Terminal) {
	t.Helper()
	switch r.by {
	case killed:
		term.Kill(syscall.SIGKILL)
	case terminated:
		term.Kill(syscall.SIGTERM)
	case hungUp:
		term.HangUp()
	case endings:
	}
	if _, err := term.Wait(); err != nil && r.by == terminated {
		t.Errorf("%v: SIGTERM ended the program with %v", r, err)
	}
	if took := time.Since(r.at); took > promptly && r.by != killed {
		t.Errorf("%v: the program took %v to end", r, took)
	}
}

func (r round) String() string { return fmt.Sprintf("seed %d, %v", r.seed, r.by) }

// verify reads what is stored after the end, starts the program again to have
// the open text back, and reads once more.
func (r round) verify(t *testing.T) {
	t.Helper()
	check(t, r.desk, r)
	stored := r.desk.read(t, r.desk.id)
	for f := range r.hands.answer {
		if r.by == killed && r.at.Sub(r.hands.leftAt[f]) <= allowance {
			continue // the kill may have come before the key that left it: it is still the open field then
		}
		r.stands(t, stored, f, "after the end")
	}
	if r.by != killed && r.hands.open != (form.Field{}) {
		r.stands(t, stored, r.hands.open, "after the end")
	}
	term := r.start(t)
	term.WaitUntil("the form or its table", tuitest.Patience, func(rows []string) bool { return shows("Xã Cẩm Bình")(rows) || shows("V.06")(rows) })
	if f, text := r.hands.open, r.certain(r.hands.open); r.by == killed && text != "" && f.Row == "" {
		term.WaitFor(strings.TrimSpace(text), tuitest.Patience)
		term.WaitFor("Đã lấy lại phần đang gõ dở", tuitest.Patience)
	}
	term.Press("ctrl+c")
	if code, err := term.Wait(); code != 0 {
		t.Errorf("%v: leaving after the restart ended with %d, %v", r, code, err)
	}
	check(t, r.desk, r)
	stored = r.desk.read(t, r.desk.id)
	for f := range r.hands.typed {
		r.stands(t, stored, f, "after the restart")
	}
}

// certain is the text of a field that was there long enough before the end to
// be kept whatever happens; "" when there was none.
func (r round) certain(f form.Field) string {
	text := ""
	for _, v := range r.hands.typed[f] {
		if r.at.Sub(v.at) > allowance {
			text = v.text
		}
	}
	return text
}

// stands checks that a field holds what was typed, or at kill -9 something that
// it held within the last moment.
func (r round) stands(t *testing.T, stored *model.Opened, f form.Field, when string) {
	t.Helper()
	versions := r.hands.typed[f]
	allowed := []string{versions[len(versions)-1].text}
	if r.by == killed {
		allowed = append(allowed, r.certain(f))
		for _, v := range versions {
			if r.at.Sub(v.at) <= allowance {
				allowed = append(allowed, v.text)
			}
		}
		if left, was := r.hands.leftAt[f]; was && r.at.Sub(left) > allowance {
			allowed = allowed[:1] // it was left long ago: all of it must stand
		}
	}
	place := f
	if f.Row != "" {
		place.Row = ""
		if rows := stored.Filled.Rows[f.Item]; len(rows) > 0 {
			place.Row = rows[0]
		}
	}
	got := stored.Filled.Answers[place]
	for _, text := range allowed {
		if got.Raw == strings.TrimSpace(text) { // leaving a field trims it
			return
		}
	}
	t.Errorf("%v: %s %v holds %q, of %q typed", r, when, f, got.Raw, allowed)
}

// check runs `giamsat check`.
func check(t *testing.T, d desk, r fmt.Stringer) {
	t.Helper()
	cmd := exec.Command(tuitest.BuildBinary(t), d.args("vi", "check")...)
	cmd.Env = append(os.Environ(), d.env()...)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: giamsat check: %v\n%s", r, err, said)
	}
}
