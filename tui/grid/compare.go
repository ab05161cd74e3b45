package grid

import (
	"fmt"
	"math"
	"strings"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// compare looks what the computed cells that a block covers would become, and marks those
// of which the block says something else. A block that lies a column too far shows
// itself there first: its figures are all readable, and its totals do not add up.
func (s *Screen) compare(b *block) {
	if len(b.claims) == 0 || len(b.fills) == 0 {
		return
	}
	apart := s.session.Apart()
	ids, _ := s.fillIn(apart, b)
	w := s.env.Words
	for _, x := range b.claims {
		col := s.column(x.col)
		f := form.Field{Item: s.table.Name, Row: ids[x.row], Part: col.Name}
		shown := oneLine(apart.Shown(f, w.Lang))
		b.rows[x.row].cells[x.col].text = shown
		if apart.Partial(f) || !s.contradicts(apart, f, col, x.raw, b.copied.writing) {
			continue
		}
		b.rows[x.row].cells[x.col].mark = problem
		b.contradicted++
		if b.contradiction == "" {
			b.contradiction = fmt.Sprintf(w.Grid.PasteComputed, x.row+1, col.Label.In(w.Lang), x.raw, shown)
		}
	}
}

// contradicts reports whether a text says something else than what a cell is computed
// to be. Nothing that is computed contradicts nothing, nor does what was rounded.
func (s *Screen) contradicts(apart *form.Session, f form.Field, col *form.Item, raw string, w vn.Writing) bool {
	is := apart.Get(f).Value
	if is.IsZero() {
		return false
	}
	if !number(col) {
		read := apart.Read(f, raw)
		return read.Value != is && vn.Fold(raw) != vn.Fold(apart.Shown(f, s.env.Words.Lang))
	}
	text, _ := figure(col, raw, w)
	if s.twoReadings(f, text) {
		return false
	}
	read := apart.Read(f, text)
	if read.Doubtful() {
		return true
	}
	return math.Abs(amount(read.Value)-amount(is)) > rounding(col, text)*(1+1e-9)
}

const million = 1e6 // đồng: the unit of amounts in tables

// rounding is how far a figure may lie from the one that it was rounded from, or added
// up from others that were: by one in its last place. A percentage is computed to two.
func rounding(col *form.Item, text string) float64 {
	last := math.Pow10(-decimals(text))
	switch {
	case col.Kind == form.KindInteger:
		return 0
	case col.Kind == form.KindMoney:
		return max(last*million, 1)
	case col.Kind == form.KindPercent:
		return max(last, 0.01)
	}
	return last
}

// decimals counts the places behind the comma of a figure in the Vietnamese way.
func decimals(text string) int {
	_, places, _ := strings.Cut(text, ",")
	return len(places) - len(strings.TrimLeft(places, "0123456789"))
}

// amount is the number of a value: a whole one, or a decimal.
func amount(v form.Value) float64 {
	if n, whole := v.Int(); whole {
		return float64(n)
	}
	d, err := vn.DecimalOf(v.Text())
	if err != nil {
		return math.NaN() // which is never further away than anything
	}
	return d.Float64()
}
