package catalog

import (
	"cmp"
	"slices"
	"strings"

	"giamsat/model/vn"
)

// indexed is a unit with its folded names, made once, on the first search.
type indexed struct {
	unit Unit
	name string // folded Name
	full string // folded FullName
}

// nameIndex returns all units in Vietnamese order of names. It is made on first use: a start that opens one record
// needs no search.
func (t *tables) nameIndex() []indexed {
	t.names.Do(func() {
		t.byName = make([]indexed, len(t.units))
		for i, u := range t.units {
			t.byName[i] = indexed{unit: u, name: vn.Fold(u.Name), full: vn.Fold(u.FullName)}
		}
		slices.SortStableFunc(t.byName, func(a, b indexed) int {
			return cmp.Or(vn.Compare(a.unit.Name, b.unit.Name), rank(a.unit.Level())-rank(b.unit.Level()),
				strings.Compare(a.unit.Key.Code, b.unit.Key.Code), a.unit.Key.From.Compare(b.unit.Key.From))
		})
	})
	return t.byName
}

// How well a unit answers a query, best first.
const (
	exactName  = iota // the name, the full name or the code
	namePrefix        // the beginning of one of them
	wordPrefix        // each word of the query begins a word of the full name, in any order
	anywhere          // each word is somewhere in the unit's or its parent's full name
	noMatch
)

// FindUnits answers type-ahead: units in force on day that fit the query, best first, at most limit (0 or less: all).
// Accents, case and word order do not matter, and a code may be typed as well. Among equally good answers the home
// province comes first, then the higher level, then Vietnamese order. An empty query gives the home province's units.
func (c *Catalog) FindUnits(query string, day vn.Date, limit int) []Unit {
	return c.findUnits(query, limit, func(u Unit) (vn.Date, int) {
		if !u.ValidOn(day) {
			return vn.Date{}, 0
		}
		return day, 0
	})
}

// FindUnitsEver is FindUnits over the units of all days: who remembers a former name finds the unit by it. Among
// equally good answers of a level, units in force stand before former ones.
func (c *Catalog) FindUnitsEver(query string, limit int) []Unit {
	return c.findUnits(query, limit, func(u Unit) (vn.Date, int) {
		if u.To.IsZero() {
			return u.Key.From, 0
		}
		return u.Key.From, 1
	})
}

// findUnits looks among the units that on gives a day, the one to name its parent by; what on gives beside it ranks
// equally good answers, 0 before 1.
func (c *Catalog) findUnits(query string, limit int, on func(Unit) (day vn.Date, later int)) []Unit {
	type hit struct {
		unit  Unit
		score int
	}
	words := strings.Fields(vn.Fold(query))
	for i, w := range words {
		words[i] = inFull(w)
	}
	query = strings.Join(words, " ")
	words = strings.Fields(query)
	var hits []hit
	for _, e := range c.t.nameIndex() {
		home := e.unit.Province == c.home
		day, later := on(e.unit)
		if day.IsZero() || query == "" && !home {
			continue
		}
		score := c.score(e, query, words, day)
		if score == noMatch {
			continue
		}
		score = score*16 + 2*rank(e.unit.Level()) + later
		if !home {
			score += 8
		}
		hits = append(hits, hit{e.unit, score})
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return a.score - b.score })
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	found := make([]Unit, len(hits))
	for i, h := range hits {
		found[i] = h.unit
	}
	return found
}

// inFull writes out the usual abbreviations of kinds, none of which begins a Vietnamese word.
func inFull(word string) string {
	switch strings.TrimSuffix(word, ".") {
	case "tp":
		return "thanh pho"
	case "tx":
		return "thi xa"
	case "tt":
		return "thi tran"
	}
	return word
}

// score compares one unit with a folded query and its words.
func (c *Catalog) score(e indexed, query string, words []string, day vn.Date) int {
	switch code := e.unit.Key.Code; {
	case query == e.name || query == e.full || query == code:
		return exactName
	case strings.HasPrefix(e.name, query) || strings.HasPrefix(e.full, query) || strings.HasPrefix(code, query):
		return namePrefix
	case everyWordBegins(e.full, words):
		return wordPrefix
	}
	parent, _ := c.t.unitOn(e.unit.Parent, day)
	above := ""
	for _, w := range words {
		if strings.Contains(e.full, w) {
			continue
		}
		if above == "" {
			above = vn.Fold(parent.FullName)
		}
		if !strings.Contains(above, w) {
			return noMatch
		}
	}
	return anywhere
}

// everyWordBegins reports whether each word begins a word of its own in text. Words choose in the order typed; where a
// short one takes the place of a longer one ("s sen"), the unit is still found, by the weaker rule.
func everyWordBegins(text string, words []string) bool {
	var used uint64 // bit i: word i of text is taken
	for _, w := range words {
		i, taken := 0, false
		for part := range strings.FieldsSeq(text) {
			if i < 64 && used&(1<<i) == 0 && strings.HasPrefix(part, w) {
				used |= 1 << i
				taken = true
				break
			}
			i++
		}
		if !taken {
			return false
		}
	}
	return true
}
