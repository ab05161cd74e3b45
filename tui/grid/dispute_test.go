package grid_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
)

// theyAnswer answers a field from a desk of Bình's.
func (d *desk) theyAnswer(t *testing.T, f form.Field, text string) {
	t.Helper()
	theirs := kit.NewDesk(d.store, d.env.Catalog, d.env.Forms, nil)
	theirs.Load(d.id)()
	theirs.Draft(d.id).Session.Answer(f, text)
	d.store.User = "binh"
	theirs.Draft(d.id).Commit(model.Place{})()
	d.store.User = "an"
	d.store.Edit(d.id, func(r *model.Record) { r.ChangedBy = "binh" })
}

// atTornCell types a figure into a cell that Bình answered meanwhile, in the second
// row of a table.
func atTornCell(t *testing.T, lang string) (*desk, form.Field) {
	t.Helper()
	d := atSecond(t, form.Field{Item: "money"})
	d.env.Words = i18n.In(lang)
	d.Press("ctrl+t")
	d.Type("DA5")
	d.Press("ctrl+t")
	d.Type("DA7")
	d.Press("tab")
	d.Type("60")
	d.Press("left", "right")
	rows := d.env.Desk.Draft(d.id).Session.Rows("money")
	f := form.Field{Item: "money", Row: rows[1].ID, Part: "disbursed"}
	if got := d.shown(f); got != "60" {
		t.Fatalf("%s is %q\n%s", f, got, d.View())
	}
	d.theyAnswer(t, f, "62")
	d.Type("61")
	d.Press("enter")
	return d, f
}

func (d *desk) shown(f form.Field) string { return d.env.Desk.Draft(d.id).Session.Shown(f, "vi") }

func (d *desk) stored(f form.Field) string { return d.store.Answer(d.id, f).Raw }

// question is the one that the grid asked last; nil when it asked for anything else.
func (d *desk) question() *kit.Pick {
	open, _ := d.alone.Last().(kit.OpenMsg)
	question, _ := open.Arg.(*kit.Pick)
	return question
}

// A clash in a cell was asked about only when the table was left; until then the
// screen said that mine was saved.
func TestACellThatSomebodyElseAnsweredTooIsAskedAboutInTheTable(t *testing.T) {
	for lang, names := range map[string][]string{"vi": {"3.T1", "dòng 2", "Giải ngân"}, "en": {"3.T1", "row 2", "Disbursed"}} {
		d, f := atTornCell(t, lang)
		question := d.question()
		if question == nil {
			t.Fatalf("nobody was asked: %+v", d.alone.Last())
		}
		for _, name := range names {
			if !strings.Contains(question.Title, name) {
				t.Errorf("the question does not name %q: %q", name, question.Title)
			}
		}
		if ansi.StringWidth(question.Title) > 80-kit.TitleMargin || !strings.HasSuffix(question.Title, "?") {
			t.Errorf("the question is cut: %q", question.Title)
		}
		said := question.Find("")
		if len(said) != 2 || !strings.Contains(said[0].Label, "61") || !strings.Contains(said[1].Label, "62") || !strings.Contains(said[1].Label, "binh") {
			t.Errorf("there is to choose: %+v", said)
		}
		if d.stored(f) != "62" || d.shown(f) != "61" {
			t.Errorf("before the answer the store has %q, the table shows %q", d.stored(f), d.shown(f))
		}
		d.Send(kit.PickedMsg{Tag: question.Tag, Codes: []string{said[0].Code}})
		if d.stored(f) != "61" {
			t.Errorf("mine was chosen, the store has %q", d.stored(f))
		}
		d.Press("ctrl+z")
		if d.stored(f) != "62" {
			t.Errorf("the choice was taken back, the store has %q", d.stored(f))
		}
	}
}

func TestTheirsIsChosenInTheTable(t *testing.T) {
	d, f := atTornCell(t, "vi")
	question := d.question()
	d.Send(kit.PickedMsg{Tag: question.Tag, Codes: []string{question.Find("")[1].Code}})
	if d.stored(f) != "62" || d.shown(f) != "62" || !strings.Contains(d.View(), "62") {
		t.Errorf("the store has %q, the table shows:\n%s", d.stored(f), d.View())
	}
	d.Press("ctrl+z")
	if d.stored(f) != "61" {
		t.Errorf("mine, brought back by undo, is %q", d.stored(f))
	}
}

func TestLeavingTheQuestionAboutACellLetsTheirsStandAndSaysSo(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		d, f := atTornCell(t, lang)
		d.Send(kit.BackMsg{}) // Esc in the list
		if d.stored(f) != "62" || d.shown(f) != "62" {
			t.Errorf("the store has %q, the table shows %q", d.stored(f), d.shown(f))
		}
		if said := d.alone.Said; !strings.Contains(said, "binh") || !strings.Contains(said, "Ctrl+Z") {
			t.Errorf("it says %q", said)
		}
		d.Press("ctrl+z")
		if d.stored(f) != "61" {
			t.Errorf("mine, brought back by undo, is %q", d.stored(f))
		}
		d.Press("ctrl+z") // the entry that clashed: what stood before it is not to come back
		if got := d.stored(f); got != "61" {
			t.Errorf("undo of what clashed left %q in the store", got)
		}
	}
}

// The Enter of the next figure, typed with the eyes on paper, chose mine.
func TestAFigureTypedIntoTheQuestionChoosesNothing(t *testing.T) {
	d, _ := atTornCell(t, "vi")
	if found := d.question().Find("61"); len(found) > 0 {
		t.Errorf("typed on, Enter takes %+v", found)
	}
}

// Undo before the save was back wrote what had stood before over the colleague's answer.
func TestUndoOfWhatClashesDoesNotWriteOverAColleague(t *testing.T) {
	d := atSecond(t, form.Field{Item: "money"})
	d.Press("ctrl+t", "tab")
	d.Type("60")
	d.Press("left", "right")
	f := form.Field{Item: "money", Row: d.env.Desk.Draft(d.id).Session.Rows("money")[0].ID, Part: "disbursed"}
	d.theyAnswer(t, f, "62")
	draft := d.env.Desk.Draft(d.id)
	draft.Session.Answer(f, "61")
	save := draft.Commit(model.Place{}) // it is on its way
	d.Press("ctrl+z")
	d.Send(save())
	if got := d.stored(f); got != "62" {
		t.Errorf("undo wrote %q over the colleague's answer", got)
	}
	question := d.question()
	if question == nil {
		t.Fatalf("nobody was asked: %+v", d.alone.Last())
	}
	if mine := question.Find("")[0].Label; !strings.Contains(mine, "60") {
		t.Errorf("it asks about %q", mine)
	}
}

// The save may be back before the message that tells so.
func TestUndoWaitsForTheQuestionWhoseAnswerStands(t *testing.T) {
	d := atSecond(t, form.Field{Item: "money"})
	d.Press("ctrl+t", "tab")
	d.Type("60")
	d.Press("left", "right")
	f := form.Field{Item: "money", Row: d.env.Desk.Draft(d.id).Session.Rows("money")[0].ID, Part: "disbursed"}
	d.theyAnswer(t, f, "62")
	draft := d.env.Desk.Draft(d.id)
	draft.Session.Answer(f, "61")
	draft.Commit(model.Place{})()
	d.Press("ctrl+z")
	if d.question() == nil || d.stored(f) != "62" || d.shown(f) != "61" {
		t.Errorf("the store has %q, the table shows %q, and it asked for %+v", d.stored(f), d.shown(f), d.alone.Last())
	}
}

// Several cells of a paste may clash: one question each.
func TestEachCellThatClashesHasAQuestion(t *testing.T) {
	d := atSecond(t, form.Field{Item: "money"})
	d.Press("ctrl+t", "tab")
	d.Type("1")
	d.Press("enter")
	d.Press("tab")
	d.Type("2")
	d.Press("enter")
	var fields []form.Field
	for _, r := range d.env.Desk.Draft(d.id).Session.Rows("money") {
		if f := (form.Field{Item: "money", Row: r.ID, Part: "disbursed"}); d.stored(f) != "" {
			fields = append(fields, f)
			d.theyAnswer(t, f, "5")
		}
	}
	if len(fields) != 2 {
		t.Fatalf("%d figures:\n%s", len(fields), d.View())
	}
	draft := d.env.Desk.Draft(d.id)
	draft.Session.AnswerAll([]form.FieldText{{Field: fields[0], Raw: "8"}, {Field: fields[1], Raw: "9"}}, form.Pasted)
	d.Send(draft.Commit(model.Place{})())
	var titles []string
	for range fields {
		question := d.question()
		if question == nil {
			t.Fatalf("nobody was asked: %+v", d.alone.Last())
		}
		titles = append(titles, question.Title)
		d.Send(kit.PickedMsg{Tag: question.Tag, Codes: []string{question.Find("")[0].Code}})
	}
	slices.Sort(titles)
	if len(slices.Compact(titles)) != 2 || d.stored(fields[0]) != "8" || d.stored(fields[1]) != "9" {
		t.Errorf("asked: %q; the store has %q and %q", titles, d.stored(fields[0]), d.stored(fields[1]))
	}
}

// Two questions at once would take each other's keys.
func TestTheQuestionAboutAColleagueWaitsForTheOneAboutAComma(t *testing.T) {
	d := atSecond(t, form.Field{Item: "money"})
	d.Press("ctrl+t", "tab")
	d.Type("60")
	d.Press("left", "right")
	f := form.Field{Item: "money", Row: d.env.Desk.Draft(d.id).Session.Rows("money")[0].ID, Part: "disbursed"}
	d.theyAnswer(t, f, "62")
	draft := d.env.Desk.Draft(d.id)
	draft.Session.Answer(f, "61")
	save := draft.Commit(model.Place{}) // it is on its way
	d.Press("ctrl+t", "tab")
	d.Type("8,842")
	d.Press("tab")
	if !strings.Contains(d.View(), "8,842 là:") {
		t.Fatalf("nothing is asked about the comma\n%s", d.View())
	}
	d.Send(save())
	if d.question() != nil {
		t.Error("both are asked at once")
	}
	d.Press(".")
	if d.question() == nil {
		t.Errorf("nobody is asked whose answer stands\n%s", d.View())
	}
}
