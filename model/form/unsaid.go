package form

import "strings"

// What a form says of its items, and versions could not say that were published
// before there was a word for it. A published version never changes, so it is said
// here; the next version says it itself, and needs no line.

// unsaidIdentifies are items, and columns by table.column, that tell one record or
// row from another.
var unsaidIdentifies = map[string]string{
	"household@2026-11-25":       "household_code household_name",
	"round@2026-11-25":           "team.person",
	"inspection@2022-07-15":      "representatives.person others_present.person housing.household",
	"inspection@2026-11-25":      "team.person representatives.person others_present.person housing.household leaders.person village_heads.person",
	"inspection@mtqg-2026-11-25": "team.person representatives.person others_present.person leaders.person village_heads.person",
}

// unsaidNoBulk are items of one visit alone: the numbers of its own papers, what it
// praised, what the unit said to it, and who signed.
var unsaidNoBulk = map[string]string{
	"inspection@2022-07-15":      ofOneVisit,
	"inspection@2026-11-25":      ofOneVisit,
	"inspection@mtqg-2026-11-25": ofOneVisit,
}

const ofOneVisit = "unit_report_number minutes_number conclusion_paper strengths unit_opinion unit_opinion_text signed_head signed_secretary signed_unit"

// sayUnsaid marks what a published version could not say.
func (d *Definition) sayUnsaid() {
	version := d.ID + "@" + d.Version
	d.mark(unsaidIdentifies[version], func(it *Item) { it.Identifies = true })
	d.mark(unsaidNoBulk[version], func(it *Item) { it.NoBulk = true })
}

// mark marks items and columns. Where a form of another author has the version's
// name and not its items, there is nothing to mark.
func (d *Definition) mark(names string, set func(*Item)) {
	for _, name := range strings.Fields(names) {
		table, column, isColumn := strings.Cut(name, ".")
		it := d.items[table]
		if it != nil && isColumn && it.Table != nil {
			it = it.Table.Column(column)
		}
		if it != nil && isColumn == it.Column() {
			set(it)
		}
	}
}
