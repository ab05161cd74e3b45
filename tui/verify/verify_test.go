package verify_test

import (
	"fmt"
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
	"giamsat/tui/verify"
)

type bench struct {
	*tuitest.Driver
	store *tuitest.Store
	env   *kit.Env
	id    model.RecordID
	alone *tuitest.Alone
}

func sized(t *testing.T, lang string, whole bool, width, height int) *bench {
	t.Helper()
	b := &bench{store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, lang)
	b.id = tuitest.Begin(t, b.env)
	tuitest.NewModel(t, tuitest.NewAlone(b.env, verify.New(b.env, b.id, false), width, height), width, height) // lays it on the desk
	b.session().AnswerAll([]form.FieldText{{Field: assigned, Raw: "8.038"}, {Field: local, Raw: "804"}}, form.Typed)
	b.draft().Commit(model.Place{})()
	b.show(t, whole, width, height)
	return b
}

func open(t *testing.T, lang string) *bench { return sized(t, lang, false, 80, 19) }

func (b *bench) show(t *testing.T, whole bool, width, height int) {
	b.alone = tuitest.NewAlone(b.env, verify.New(b.env, b.id, whole), width, height)
	b.Driver = tuitest.NewModel(t, b.alone, width, height)
}

func (b *bench) draft() *kit.Draft      { return b.env.Desk.Draft(b.id) }
func (b *bench) session() *form.Session { return b.draft().Session }

var (
	assigned = form.Field{Item: "capital", Row: "2024/DA7.TDA1/SN/NSTW", Part: "assigned"}
	local    = form.Field{Item: "capital", Row: "2024/DA7.TDA1/SN/NSDP", Part: "assigned"}
)

func (b *bench) has(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(b.View(), text) {
			t.Errorf("%q is not there:\n%s", text, b.View())
		}
	}
}

func (b *bench) hasNot(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if strings.Contains(b.View(), text) {
			t.Errorf("%q is there:\n%s", text, b.View())
		}
	}
}

func TestTheFirstReadingIsNeverShown(t *testing.T) {
	b := open(t, "vi")
	b.has(t, "3.T1", "trung ương", "(triệu đồng)", "0/2 khoản tiền")
	b.hasNot(t, "8.038", "8038", "8 tỷ")
	b.Type("8.083")
	b.Press("enter")
	b.has(t, b.env.Words.Verify.Again)
	b.hasNot(t, "8.038", "8.083")
}

func TestTwoEqualReadingsGoOnAndAreKept(t *testing.T) {
	b := open(t, "vi")
	b.Type("8038tr")
	b.Press("enter")
	b.has(t, "1/2 khoản tiền", "địa phương")
	if got := b.store.Answer(b.id, assigned.Verified()); got.Raw != string(form.Same) || got.Value != form.Int(8_038_000_000) {
		t.Errorf("the store has %+v", got)
	}
	if got := b.store.Answer(b.id, assigned).Raw; got != "8.038" {
		t.Errorf("the answer became %q", got)
	}
	b.show(t, false, 80, 19) // left and opened again: it goes on where it stopped
	b.has(t, "1/2 khoản tiền", "địa phương")
	b.Type("804")
	b.Press("enter")
	b.has(t, "2/2 khoản tiền", b.env.Words.Verify.Done)
	actions := b.alone.Screen.Actions() // the sentence names the key that the footer has
	if key := b.env.Keys.Short(b.alone.Screen.Scope(), actions[0].ID); len(actions) != 1 || !strings.Contains(b.env.Words.Verify.Done, key) {
		t.Errorf("the footer has %v, it says %q", actions, b.env.Words.Verify.Done)
	}
	b.Press("enter")
	if back, ok := b.alone.Last().(kit.BackMsg); !ok || back.Result != nil {
		t.Errorf("it asked for %+v", b.alone.Last())
	}
}

func TestTwoLaterReadingsPutTheAnswerRight(t *testing.T) {
	b := open(t, "vi")
	for range 2 {
		b.Type("8.380")
		b.Press("enter")
	}
	if got := b.store.Answer(b.id, assigned); got.Raw != "8.380" {
		t.Errorf("the store has %+v", got)
	}
	b.has(t, "1/2 khoản tiền, 1 đã sửa")
	b.session().Undo()
	if b.session().Get(assigned).Raw != "8.038" || b.session().Verification(assigned) != form.NotRead {
		t.Error("undo does not take it back")
	}
}

func TestThreeReadingsThatDifferAreShown(t *testing.T) {
	b := open(t, "vi")
	for _, text := range []string{"8.083", "8.380"} {
		b.Type(text)
		b.Press("enter")
	}
	b.has(t, "trong phiếu: 8.038", "lần hai: 8.083", "lần ba: 8.380", b.env.Words.Verify.Differ)
	b.Press("enter", "x", "1", "2", "3", "esc")
	if b.session().Verification(assigned) != form.NotRead || b.session().Get(assigned).Raw != "8.038" {
		t.Fatal("a digit chose one")
	}
}

// Two equal readings win, however many were mistyped between them: a digit of the right
// figure must not choose a wrong one.
func TestTheFigureIsTypedUntilTwoReadingsAgree(t *testing.T) {
	for _, c := range []struct {
		name, typed, answer string
		found               form.Found
	}{
		{"as the record has it", "8.038", "8.038", form.Same},
		{"as an earlier reading", "8.083", "8.083", form.Corrected},
		{"as the last", "8.308", "8.308", form.Corrected},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t, "vi")
			for _, text := range []string{"8.083", "8.380", "2.000", "1.000", "3.000", "8.308"} {
				b.Type(text)
				b.Press("enter")
				if b.session().Verification(assigned) != form.NotRead {
					t.Fatalf("%q settles it", text)
				}
			}
			b.has(t, "trong phiếu: 8.038", "lần thứ 7: 8.308", b.env.Words.Verify.Differ)
			b.Type(c.typed)
			b.Press("enter")
			if got := b.session().Get(assigned).Raw; got != c.answer || b.session().Verification(assigned) != c.found {
				t.Errorf("the answer is %q, %q", got, b.session().Verification(assigned))
			}
		})
	}
}

func TestWhatCannotBeReadIsAskedAgainAndKept(t *testing.T) {
	b := open(t, "vi")
	b.Press("enter")
	b.has(t, b.env.Words.Verify.Ask)
	b.Type("tám tỷ")
	b.Press("enter")
	b.has(t, "tám tỷ")
	b.hasNot(t, b.env.Words.Verify.Again)
	if b.session().Get(assigned).Raw != "8.038" {
		t.Error("the answer was touched")
	}
}

func TestACommaWithTwoReadingsIsAskedAbout(t *testing.T) {
	b := open(t, "vi")
	b.Type("8,038")
	b.Press("enter")
	b.has(t, "[,] 8,038", "[.] 8.038")
	b.Press(".")
	if b.session().Verification(assigned) != form.Same {
		t.Errorf("it is %q", b.session().Verification(assigned))
	}
}

func TestAFieldIsPassedAndAskedNextTime(t *testing.T) {
	b := open(t, "vi")
	b.Press("tab", "tab")
	b.has(t, b.env.Words.Verify.Left)
	b.show(t, false, 80, 19)
	b.has(t, "0/2 khoản tiền", "trung ương")
}

func TestEscLeavesWithoutAChange(t *testing.T) {
	b := open(t, "vi")
	before := b.session().Record()
	b.Type("9")
	b.Press("esc")
	if _, ok := b.alone.Last().(kit.BackMsg); !ok {
		t.Fatalf("it asked for %+v", b.alone.Last())
	}
	if len(b.session().Record().Answers) != len(before.Answers) {
		t.Error("a reading that was not finished was kept")
	}
}

func TestTheWholeRecordAsksForEverythingTyped(t *testing.T) {
	b := open(t, "vi")
	b.session().Answer(form.Field{Item: "committee"}, form.Yes)
	b.show(t, true, 80, 19)
	seen := map[string]bool{}
	for range 40 {
		seen[b.View()] = true
		b.Press("tab")
	}
	found := false
	for view := range seen {
		found = found || strings.Contains(view, "[1] Có")
	}
	if !found {
		t.Error("the rated item is not asked about")
	}
}

func TestAChoiceIsReadWithOneKey(t *testing.T) {
	b := open(t, "vi")
	f := form.Field{Item: "committee"}
	b.session().Answer(f, form.Yes)
	b.show(t, true, 80, 19)
	for range 40 {
		if strings.Contains(b.View(), "[1] Có") && strings.Contains(b.View(), "1.01") {
			break
		}
		b.Press("tab")
	}
	b.Press("1")
	if b.session().Verification(f) != form.Same {
		t.Errorf("it is %q\n%s", b.session().Verification(f), b.View())
	}
}

func TestWhatSomebodyElseChangedIsReadAnew(t *testing.T) {
	b := open(t, "vi")
	b.Type("8.083")
	b.Press("enter")
	b.session().AdoptAll([]form.FieldAnswer{{Field: assigned, Answer: b.session().Read(assigned, "8.083")}}, b.session().AddedRows(), "binh")
	b.Send(kit.AdoptedMsg{ID: b.id, Fields: []form.Field{assigned}})
	b.Type("8.083")
	b.Press("enter")
	if got := b.session().Verification(assigned); got != form.NotRead {
		t.Errorf("the reading of before counts for the new answer: %q", got)
	}
}

func TestACompletedRecordIsNotVerified(t *testing.T) {
	b := open(t, "vi")
	if _, err := b.store.Complete(t.Context(), model.Completion{Save: model.Save{ID: b.id}}); err != nil {
		t.Fatal(err)
	}
	b.draft().Record.Status = model.Completed
	b.show(t, false, 80, 19)
	b.has(t, b.env.Words.Fill.Closed)
}

func TestPictures(t *testing.T) {
	states := map[string]func(b *bench){
		"first":    func(b *bench) { b.Type("8038") },
		"again":    func(b *bench) { b.Type("8083"); b.Press("enter") },
		"disputed": func(b *bench) { b.Type("8083"); b.Press("enter"); b.Type("8380"); b.Press("enter") },
		"done":     func(b *bench) { b.Type("8038"); b.Press("enter"); b.Type("804"); b.Press("enter") },
	}
	for name, act := range states {
		for _, lang := range []string{"vi", "en"} {
			for _, size := range [][2]int{{60, 15}, {80, 19}, {132, 38}} {
				picture := fmt.Sprintf("%s-%s-%dx%d", name, lang, size[0], size[1])
				t.Run(picture, func(t *testing.T) {
					b := sized(t, lang, false, size[0], size[1])
					act(b)
					tuitest.Golden(t, picture, b.View())
				})
			}
		}
	}
}

func TestHistoryHasWordsForASecondReading(t *testing.T) {
	for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
		b := open(t, w.Lang)
		b.Type("8038")
		b.Press("enter")
		for _, f := range []form.Field{assigned, {Item: "officers"}} {
			code, label := w.Asked(b.session(), f)
			if gotCode, got := w.Asked(b.session(), f.Verified()); gotCode != code || got != label+", "+w.Verify.Companion {
				t.Errorf("%s is called %q %q", f.Verified(), gotCode, got)
			}
		}
		if got := w.Said(b.session(), assigned.Verified(), b.session().Get(assigned.Verified())); got != w.Verify.Found[form.Same] {
			t.Errorf("the result is shown as %q", got)
		}
		if w.History.Causes[string(form.Confirmed)] == "" {
			t.Error("the cause has no word")
		}
	}
}

// The first digit of the next figure on the paper answers no question.
func TestADigitTypedAtTheQuestionIsOfTheNextFigure(t *testing.T) {
	b := open(t, "vi")
	b.Type("8,038")
	b.Press("enter")
	b.Type("1") // of 1.804, mistyped
	b.has(t, "địa phương")
	b.Press("backspace")
	b.Type("804")
	b.Press("enter")
	if b.session().Verification(local) != form.Same || b.session().Verification(assigned) != form.NotRead {
		t.Fatalf("they are %q and %q", b.session().Verification(local), b.session().Verification(assigned))
	}
	b.has(t, "trung ương", "8,038 là: [,]") // one comes back to it, and it is asked again
	b.Press("2")                            // there is no other figure: nothing is typed over it
	b.has(t, "8,038 là: [,]")
	b.Press(".")
	if b.session().Verification(assigned) != form.Same {
		t.Errorf("it is %q", b.session().Verification(assigned))
	}
	b.has(t, b.env.Words.Verify.Done)
}
