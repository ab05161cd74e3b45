package kit

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
)

// WholeEvery is how often an inspection of a round is to be verified whole, by
// reading everything in it a second time: every so manyth, counted in the order in
// which they were begun. The figures of all others are verified by their amounts.
// It is a rule of good entry and not of the law: the review says it, and nothing
// hangs on it.
const WholeEvery = 10

// Surroundings is what the records around one say about completing it. None of it
// stands in the way.
type Surroundings struct {
	// Whole is the number of an inspection in its round, where it is one of those
	// that are to be verified whole; 0 for any other.
	Whole int
	// InEntry counts the records that belong to it and are not completed, by kind.
	InEntry map[model.Kind]int
	// Twice are the codes that two or more of these records have, by kind.
	Twice map[model.Kind][]string
}

// SurroundedMsg answers Surround.
type SurroundedMsg struct {
	ID     model.RecordID
	Around Surroundings
	Err    error
}

// Surround looks at the records around a draft; nil for a completed record, about
// which nothing is to be decided any more.
func (d *Draft) Surround() tea.Cmd {
	if d.Closed() {
		return nil
	}
	kinds, of, store := d.childKinds(), d.Record, d.desk.store
	return func() tea.Msg {
		around, err := surroundings(context.Background(), store, of, kinds)
		return SurroundedMsg{ID: of.ID, Around: around, Err: err}
	}
}

func surroundings(ctx context.Context, store Store, of model.Record, kinds []model.Kind) (Surroundings, error) {
	around := Surroundings{InEntry: map[model.Kind]int{}, Twice: map[model.Kind][]string{}}
	if of.Kind() == model.Inspection && of.Parent != "" {
		list, err := all(ctx, store, model.Query{Kinds: []model.Kind{model.Inspection}, Parent: of.Parent})
		if err != nil {
			return around, fmt.Errorf("count the inspections of round %s: %w", of.Parent, err)
		}
		around.Whole = whole(list, of.ID)
	}
	if len(kinds) == 0 {
		return around, nil
	}
	list, err := all(ctx, store, model.Query{Kinds: kinds, Parent: of.ID})
	if err != nil {
		return around, fmt.Errorf("look at what belongs to %s: %w", of.ID, err)
	}
	codes := map[string]int{}
	for _, sum := range list {
		if sum.Status == model.Draft {
			around.InEntry[sum.Kind]++
		}
		code := codeOf(sum)
		if codes[string(sum.Kind)+code]++; code != "" && codes[string(sum.Kind)+code] == 2 {
			around.Twice[sum.Kind] = append(around.Twice[sum.Kind], code)
		}
	}
	for _, list := range around.Twice {
		slices.Sort(list)
	}
	return around, nil
}

// whole is the number of an inspection where it is to be verified whole. An id
// begins with the moment it was made at, so that ids stand in the order in which
// inspections were begun.
func whole(round []model.Summary, id model.RecordID) int {
	n := 1
	for _, sum := range round {
		if sum.ID < id {
			n++
		}
	}
	if n%WholeEvery != 0 {
		return 0
	}
	return n
}

// codeOf is the code that a record is called by: its number, else the first part
// of its title ("H-012 · thôn Đông").
func codeOf(sum model.Summary) string {
	if sum.Head.Number != "" {
		return strings.TrimSpace(sum.Head.Number)
	}
	code, _, _ := strings.Cut(sum.Head.Title, " · ")
	return strings.TrimSpace(code)
}
