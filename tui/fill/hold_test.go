package fill_test

import (
	"slices"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/kit"
)

// carriedOver is the second visit after "as last time" in the section of steering.
func carriedOver(t *testing.T, lang string) *again {
	t.Helper()
	a := secondVisit(t, lang, item("committee"))
	a.Press("ctrl+f")
	pick := a.opened().Arg.(*kit.Pick)
	a.Send(kit.PickedMsg{Tag: pick.Tag, Codes: pick.Chosen})
	return a
}

// holds presses Ctrl+A and returns the list that it opens.
func (a *again) holds() *kit.Pick {
	a.t.Helper()
	a.Press("ctrl+a")
	open, ok := a.alone.Last().(kit.OpenMsg)
	pick, isPick := open.Arg.(*kit.Pick)
	if !ok || !isPick {
		a.t.Fatalf("nothing is asked:\n%s", a.View())
	}
	return pick
}

func TestTheCarriedValuesInSightArePassedByOneConfirmation(t *testing.T) {
	a := carriedOver(t, "vi")
	pick := a.holds()
	if want := "committee decision plan plan_no posted posted@note contact level"; strings.Join(pick.Chosen, " ") != want {
		t.Fatalf("it would pass %v, want %s", pick.Chosen, want)
	}
	if got := pick.Find("ghi chu"); len(got) != 1 || got[0].Label != "1.05 Niêm yết, ghi chú: hỏng bảng tin" {
		t.Errorf("of the note the list says %+v", got)
	}
	if got := pick.Find("quyet dinh"); len(got) != 1 || got[0].Label != "1.02 Số quyết định: 02/QĐ-UBND" || !strings.HasPrefix(pick.Confirm(8), "8 giá trị") {
		t.Errorf("the list %q says %+v", pick.Confirm(8), got)
	}
	if !a.answer("decision").Carried {
		t.Fatal("it was passed before anybody confirmed")
	}
	a.Send(kit.PickedMsg{Tag: pick.Tag, Codes: slices.DeleteFunc(slices.Clone(pick.Chosen), func(c string) bool { return c == "contact" })})
	for name, carried := range map[string]bool{"committee": false, "decision": false, "posted": false, "level": false, "contact": true} {
		if got := a.answer(name); got.IsZero() || got.Carried != carried {
			t.Errorf("%s is %+v", name, got)
		}
	}
	a.wantSaid("Đã xác nhận 7 giá trị mang sang.")
	if a.session().Get(form.Field{Item: "posted", Part: form.Note}).Carried {
		t.Error("the note in sight was not passed")
	}
	a.Press("ctrl+z")
	a.wantSaid("Đã hoàn tác việc “xác nhận 7 giá trị mang sang”.")
	if !a.answer("committee").Carried || !a.answer("level").Carried || a.answer("level").Raw == "" {
		t.Error("one step back does not bring all marks back")
	}
	a.Press("ctrl+y")
	if a.answer("committee").Carried {
		t.Error("nor does one forward take them away")
	}
}

// Nobody confirms what stands below the window, what its row cuts off, or what the
// form excepts; and the next screenful is one key away.
func TestWhatIsNotSeenIsNotConfirmed(t *testing.T) {
	a := carriedOver(t, "en")
	a.session().AnswerAll([]form.FieldText{{Field: item("checked"), Raw: form.Yes}}, form.Carried)
	a.session().AnswerAll([]form.FieldText{{Field: item("contact"), Raw: strings.Repeat("Nguyễn Văn Bình ", 8)}}, form.Carried)
	a.show(item("committee"), 80, 6)
	a.session().AnswerAll([]form.FieldText{{Field: item("decision"), Raw: "03/QĐ"}}, form.Typed)
	first := a.holds().Chosen
	if len(first) == 0 || len(first) > 4 || slices.Contains(first, "decision") || slices.Contains(first, "level") {
		t.Fatalf("in a window of six lines it would pass %v", first)
	}
	for range 9 {
		if a.Press("ctrl+a"); strings.Contains(a.View(), a.env.Words.Repeat.HoldNone) {
			break
		}
		pick := a.alone.Last().(kit.OpenMsg).Arg.(*kit.Pick)
		for _, e := range pick.Find("") {
			if !strings.Contains(a.View(), e.Label[strings.LastIndex(e.Label, ": ")+2:]) {
				t.Errorf("%q is not in sight:\n%s", e.Label, a.View())
			}
		}
		a.Send(kit.PickedMsg{Tag: pick.Tag, Codes: pick.Chosen})
	}
	for name, carried := range map[string]bool{"committee": false, "plan": false, "level": false, "contact": true, "checked": true} {
		if got := a.answer(name); got.Carried != carried {
			t.Errorf("%s is %+v", name, got)
		}
	}
}

func TestNothingToConfirmIsSaid(t *testing.T) {
	a := secondVisit(t, "vi", item("committee"))
	a.Press("ctrl+a")
	a.wantSaid(a.env.Words.Repeat.HoldNone)
}

// What somebody else changed while the list was read is not what was confirmed.
func TestAValueThatChangedMeanwhileIsNotConfirmed(t *testing.T) {
	a := carriedOver(t, "vi")
	pick := a.holds()
	a.session().Carry([]form.FieldText{{Field: item("decision"), Raw: "77/QĐ"}})
	a.Send(kit.PickedMsg{Tag: pick.Tag, Codes: pick.Chosen})
	if got := a.answer("decision"); !got.Carried || a.answer("committee").Carried {
		t.Errorf("the other's value is %+v", got)
	}
}
