package demo

import (
	"context"
	"fmt"
	"strings"

	"giamsat/model"
	"giamsat/model/catalog"
)

// shortcoming is an example of what a visit finds; the unit itself is to remedy it.
type shortcoming struct {
	what, area, item string
	due              int // days from today; before it when negative
}

// follow writes the shortcomings of a visit into its minutes, and begins the
// records by which they are followed up, as completing the inspection would.
func (m Maker) follow(ctx context.Context, visit draft, found []shortcoming) error {
	for _, f := range found {
		if visit.session.AddFilledRow("shortcomings", map[string]string{"shortcoming": f.what, "area": f.area, "item_code": f.item,
			"responsible": office(visit.unit), "due": m.today().AddDays(f.due).String()}) == "" {
			return fmt.Errorf("the minutes take no shortcoming")
		}
	}
	for _, row := range visit.session.Opens() {
		_, err := m.begin(ctx, beginning{kind: model.Kind(row.Form), unit: visit.unit.Key.Code, day: visit.record.Day, round: visit.record.Round,
			programme: visit.record.Programme, projects: visit.record.Projects, parent: &visit, origin: row.Origin, known: row.Known})
		if err != nil {
			return fmt.Errorf("follow up %s: %w", row.Origin, err)
		}
	}
	return nil
}

// office names the people's committee of a unit, as in a sentence.
func office(unit catalog.Unit) string {
	kind, name, _ := strings.Cut(unit.FullName, " ")
	return "UBND " + strings.ToLower(kind) + " " + name
}
