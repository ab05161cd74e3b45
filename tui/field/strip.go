package field

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/i18n"
)

// entry is one choice on a strip: its key, "" when it has none, and its name.
type entry struct {
	key, code, name string
}

// keysOf are the keys that choose something, as a sentence names them.
func keysOf(list []entry) string {
	var keys []string
	for _, e := range list {
		if e.key != "" {
			keys = append(keys, e.key)
		}
	}
	return strings.Join(keys, " ")
}

// notApplicable is the key of the answer that stands beside the digits.
const notApplicable = "-"

// entries gives the choices of a list their keys: 1 to 9, then 0. "Not
// applicable", where the list has it, is answered by a dash and no digit.
func entries(s Spec) []entry {
	list := make([]entry, 0, len(s.Choices))
	digit := 0
	for _, c := range s.Choices {
		e := entry{code: c.Code, name: c.Label.In(s.Words.Lang)}
		switch {
		case c.Code == form.NA:
			e.key = notApplicable
		case digit < len(digits):
			e.key = digits[digit : digit+1]
			digit++
		}
		e.name = strings.TrimPrefix(e.name, e.key+" – ") // of a scale: its key says the number
		list = append(list, e)
	}
	return list
}

const digits = "1234567890"

// yesNo are the answers of a question, with short names so that they fit
// beside it.
func yesNo(w *i18n.Words, na bool) []entry {
	list := []entry{{"1", form.Yes, w.YesNo(form.Yes)}, {"2", form.No, w.YesNo(form.No)}}
	if na {
		list = append(list, entry{notApplicable, form.NA, w.YesNo(form.NA)})
	}
	return list
}

// item is an entry as it is drawn. The marker is where arrows stand when
// several can be chosen.
type item struct {
	entry
	chosen, marker bool
}

// strip draws entries side by side: "[1] Có  [2]●Không  [-] K.áp dụng". What is
// chosen has a sign, so that a strip is as wide chosen as not. Of a strip that
// is wider than the room the page with the entry at is drawn. The cursor stands
// on that entry; at -1 is the first page, without a cursor.
func strip(s Spec, items []item, at int) Drawing {
	if s.Width <= 0 {
		return Drawing{Lines: []string{""}, X: -1}
	}
	from, to := page(s, items, at)
	var b strings.Builder
	used, caret := 0, -1
	marks := s.Width >= 4 // below, there is room for nothing but the entry
	if from > 0 && marks {
		b.WriteString(s.Theme.Muted.Render(s.Theme.Sign.CutLeft))
		used = 1
	}
	room := s.Width
	if to < len(items) && marks {
		room--
	}
	for i := from; i < to && used < room; i++ {
		if i > from {
			b.WriteString(gap)
			used += len(gap)
		}
		text := ansi.Truncate(items[i].text(s), room-used, s.Theme.Sign.CutRight)
		if i == at {
			caret = min(used+1, s.Width-1)
		}
		b.WriteString(items[i].style(s).Render(text))
		used += ansi.StringWidth(text)
	}
	if to < len(items) && marks && used < s.Width {
		b.WriteString(s.Theme.Muted.Render(s.Theme.Sign.CutRight))
	}
	return Drawing{Lines: []string{b.String()}, X: caret}
}

// strips draws entries on as many lines as they need, at most height; of more
// lines the page with the entry at is drawn. What can be chosen together is to be
// seen together.
func strips(s Spec, items []item, at, height int) Drawing {
	const marks = 2 // room for the signs that there is more
	if height <= 1 || s.Width < 4+marks {
		return strip(s, items, at)
	}
	narrow := s
	narrow.Width -= marks
	starts, row := []int{0}, 0
	for i, used := 0, 0; i < len(items); i++ {
		w := ansi.StringWidth(items[i].text(s))
		if used > 0 && used+len(gap)+w >= narrow.Width {
			starts, used = append(starts, i), 0
		}
		if used > 0 {
			used += len(gap)
		}
		used += w
		if i == at {
			row = len(starts) - 1
		}
	}
	top := row / height * height
	d := Drawing{X: -1}
	for r := top; r < min(top+height, len(starts)); r++ {
		from, to := starts[r], len(items)
		if r+1 < len(starts) {
			to = starts[r+1]
		}
		in := -1
		if r == row {
			in = at - from
		}
		line, shift := strip(narrow, items[from:to], in), 0
		text := line.Line()
		if r == top && top > 0 {
			text, shift = s.Theme.Muted.Render(s.Theme.Sign.CutLeft)+text, 1
		}
		if r == top+height-1 && to < len(items) {
			text += s.Theme.Muted.Render(s.Theme.Sign.CutRight)
		}
		d.Lines = append(d.Lines, text)
		if r == row && line.X >= 0 {
			d.X, d.Y = line.X+shift, r-top
		}
	}
	return d
}

const gap = "  "

// page is the part of the items that is seen: pages are filled from the first
// item on, so that they do not move with the marker.
func page(s Spec, items []item, at int) (from, to int) {
	for {
		to = from
		used := 0
		if from > 0 {
			used = 1
		}
		for to < len(items) {
			w := ansi.StringWidth(items[to].text(s))
			if to > from {
				w += len(gap)
			}
			more := 0
			if to < len(items)-1 {
				more = 1
			}
			if to > from && used+w+more > s.Width {
				break
			}
			used += w
			to++
		}
		if at < to || to == len(items) {
			return from, to
		}
		from = to
	}
}

func (it item) text(s Spec) string {
	key := it.key
	if key == "" {
		key = " "
	}
	mark := " "
	if it.chosen {
		mark = s.Theme.Sign.Chosen
	}
	open, shut := "[", "]"
	if it.marker {
		open = s.Theme.Sign.Focus
	}
	return open + key + shut + mark + it.name
}

func (it item) style(s Spec) lipgloss.Style {
	if it.chosen {
		return s.Theme.Chosen
	}
	return s.Theme.Label
}
