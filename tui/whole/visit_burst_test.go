package whole

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// kittyEsc is Esc as terminals with the Kitty keyboard protocol send it. A plain
// Esc with another key right behind it is Alt with that key on any terminal.
const kittyEsc = "\x1b[27u"

// script is the whole visit as two texts of keys: from the empty list to the
// first table, and from there to the completed inspection. Between them stands
// at: while the new inspection is being written, Esc takes back what was typed
// ahead (see kit.Waiter), so that the script waits there for the form.
func (v *visitor) script() (ahead string, at spot, rest string) {
	const down, up, f2 = "\x1b[B", "\x1b[A", "\x1bOQ"
	first := slices.IndexFunc(v.plan, func(s step) bool { return strings.HasSuffix(s.keys, esc) })
	ahead = "n" + down + ctrlU + visitTyped + up + "xa cam binh" + enter + enter + visitRound + enter + enter
	for _, s := range v.plan[:first] {
		ahead += s.keys
	}
	for _, s := range v.plan[first:] {
		if keys, leaves := strings.CutSuffix(s.keys, esc); leaves {
			rest += keys + kittyEsc
			continue
		}
		rest += s.keys
	}
	return ahead, v.plan[first].at, rest + f2 + "h"
}

// bursts cuts a script into pieces of 200 to 2,000 bytes, between keys.
func bursts(script string, rng *rand.Rand) []string {
	var list []string
	for rest := script; rest != ""; {
		want, n := 200+rng.IntN(1801), 0
		for n < want && n < len(rest) {
			n += sequence(rest[n:])
		}
		list = append(list, rest[:n])
		rest = rest[n:]
	}
	return list
}

func TestAVisitTypedInBurstsLosesNoKey(t *testing.T) {
	t.Parallel()
	v := plan(t)
	ahead, at, rest := v.script()
	for name, pieces := range map[string][]string{
		"bursts of 200 to 2,000 bytes": bursts(rest, rand.New(rand.NewPCG(2023, 12))),
		"everything in one write":      {rest},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			p := sitDown(t, d)
			p.WaitFor("Chưa có phiếu kiểm tra nào", patience)
			p.Type(ahead)
			p.waitAt(at)
			began := time.Now()
			for _, piece := range pieces {
				p.Type(piece)
			}
			p.WaitFor("Phiếu đã hoàn thành", 2*patience)
			t.Logf("%d bytes in %d writes, done after %v, %d bytes sent", len(rest), len(pieces), time.Since(began).Round(time.Millisecond), p.BytesOut())
			p.leave()
			v.compare(t, d)
		})
	}
}
