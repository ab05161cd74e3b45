package kit_test

import (
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

func TestAVisitTakesOverWhatItsRoundSays(t *testing.T) {
	o := newOffice(t)
	round := o.round()
	visit := o.begin(kit.Begin{Parent: round, Day: on(2024, 6, 15), Unit: o.unit("18685", on(2024, 6, 15))})
	if got := o.stored(visit, "decision"); got != "12/QĐ-UBND" {
		t.Errorf("the decision is %q", got)
	}
	if got := o.stored(visit, "areas"); got != "3 4" {
		t.Errorf("the areas are %q", got)
	}
	op, err := o.store.Record(t.Context(), visit)
	if err != nil {
		t.Fatal(err)
	}
	if r := op.Record; r.Parent != round || r.Round != "Đợt 1/2024 · cấp tỉnh" || r.Programme != "GNBV-2021-2025" {
		t.Errorf("begun as %+v", r)
	}
	o.answer(round, map[string]string{"decision_number": "15/QĐ-UBND", "areas": "3"})
	d := o.open(visit)
	if got := d.Session.Get(form.Field{Item: "decision"}).Raw; got != "15/QĐ-UBND" {
		t.Errorf("the decision of the round was changed and is still %q here", got)
	}
	if got := d.Session.Get(form.Field{Item: "areas"}).Raw; got != "3 4" {
		t.Errorf("what the person may answer was changed with the round: %q", got)
	}
	o.run(d.Commit(model.Place{}))
	if got := o.stored(visit, "decision"); got != "15/QĐ-UBND" {
		t.Errorf("the new decision is not saved: %q", got)
	}
}

func TestARoundBeginsWithTheProjectsOfTheProvinceInScope(t *testing.T) {
	o := newOffice(t)
	round := o.round()
	const here = "DA2 DA3.TDA1 DA3.TDA2 DA4.TDA1 DA4.TDA2 DA4.TDA3 DA6.TDA1 DA6.TDA2 DA7.TDA1 DA7.TDA2"
	if got := o.stored(round, "projects_in_scope"); got != here {
		t.Errorf("in scope are %q", got)
	}
	o.answer(round, map[string]string{"projects_in_scope": "DA2"})
	visit := o.begin(kit.Begin{Parent: round, Day: on(2024, 6, 15), Unit: o.unit("18685", on(2024, 6, 15)), Projects: []string{"DA2", "DA7.TDA1"}})
	if d := o.open(visit); d.Session.Definition().Item("projects_in_scope") != nil && o.stored(visit, "projects_in_scope") != "DA2" {
		t.Errorf("the visit has %q in scope, the round only DA2", o.stored(visit, "projects_in_scope"))
	}
}

func TestACompletedVisitStaysAsItWasWhenTheRoundChanges(t *testing.T) {
	o := newOffice(t)
	round := o.round()
	visit := o.begin(kit.Begin{Parent: round, Day: on(2024, 6, 15), Unit: o.unit("18685", on(2024, 6, 15))})
	o.complete(visit)
	o.answer(round, map[string]string{"decision_number": "15/QĐ-UBND"})
	if got := o.open(visit).Session.Get(form.Field{Item: "decision"}).Raw; got != "12/QĐ-UBND" {
		t.Errorf("the decision of a completed visit became %q", got)
	}
}

// had completes a visit with figures.
func (o *office) had(code string, day vn.Date, poor, paid string) {
	o.t.Helper()
	id := o.begin(kit.Begin{Unit: o.unit(code, day), Day: day})
	d := o.open(id)
	d.Session.Answer(form.Field{Item: "poor_end"}, poor)
	if paid != "" {
		d.Session.AddFilledRow("money", map[string]string{"what_for": "DA7", "disbursed": paid})
	}
	if msg := d.Complete()().(kit.CompletedMsg); msg.Err != nil {
		o.t.Fatal(msg.Err)
	}
	o.env.Desk.Close(id)
}

func TestAVisitBeginsWithTheFiguresOfTheOneBefore(t *testing.T) {
	for name, c := range map[string]struct {
		before     func(o *office)
		code       string
		poor, paid string
	}{
		"its own last one": {func(o *office) {
			o.had("18685", on(2023, 6, 1), "30", "10")
			o.had("18685", on(2024, 6, 1), "25", "12")
		}, "18685", "25", "12"},
		"not one of a later day": {func(o *office) { o.had("18172", on(2026, 6, 1), "30", "") }, "18172", "", ""},
		"the sum of the units it was made of": {func(o *office) {
			o.had("18136", on(2024, 6, 1), "30", "10,5")
			o.had("18172", on(2024, 9, 1), "12", "2")
		}, "18172", "42", "12,5"},
		"nothing where one of them was not visited": {func(o *office) { o.had("18136", on(2024, 6, 1), "30", "10") }, "18172", "", ""},
		"nothing where they were visited in different years": {func(o *office) {
			o.had("18136", on(2023, 6, 1), "30", "10")
			o.had("18172", on(2024, 6, 1), "12", "2")
		}, "18172", "", ""},
		"nothing of a figure that one of them does not have": {func(o *office) {
			o.had("18136", on(2024, 6, 1), "30", "")
			o.had("18172", on(2024, 6, 1), "12", "2")
		}, "18172", "42", ""},
		"nothing where a unit was divided": {func(o *office) {
			o.had("18796", on(2024, 6, 1), "30", "10")
			o.had("18823", on(2024, 6, 1), "12", "2")
			o.had("18835", on(2024, 6, 1), "5", "1")
		}, "18823", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			c.before(o)
			day := on(2025, 8, 1)
			if c.code == "18685" {
				day = on(2025, 6, 1)
			}
			id := o.begin(kit.Begin{Unit: o.unit(c.code, day), Day: day})
			if got := o.stored(id, "poor_start"); got != c.poor {
				t.Errorf("the poor at the start are %q, want %q", got, c.poor)
			}
			if got := o.stored(id, "paid_before"); got != c.paid {
				t.Errorf("what was paid before is %q, want %q", got, c.paid)
			}
		})
	}
}

func TestTheDayOfFormerFiguresIsKnownWhereAllAreOfOneDay(t *testing.T) {
	for name, c := range map[string]struct {
		other vn.Date
		want  string
	}{
		"one day":  {on(2024, 6, 1), "01/06/2024"},
		"two days": {on(2024, 9, 1), ""},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			o.had("18136", on(2024, 6, 1), "30", "")
			o.had("18172", c.other, "12", "")
			id := o.begin(kit.Begin{Unit: o.unit("18172", on(2025, 8, 1)), Day: on(2025, 8, 1)})
			if got := o.stored(id, "figures_before"); got != c.want {
				t.Errorf("the figures before are of %q, want %q", got, c.want)
			}
			if got := o.stored(id, "poor_start"); got != "42" {
				t.Errorf("the poor at the start are %q", got)
			}
		})
	}
}

func TestOnlyAUnitThatTookOverPartsHasNoFormerFigures(t *testing.T) {
	o := newOffice(t)
	for code, want := range map[string]bool{"18823": true, "18172": false} {
		if got := kit.Split(o.env.Catalog, o.unit(code, on(2025, 8, 1))); got != want {
			t.Errorf("unit %s took over parts: %v", code, got)
		}
	}
}
