package form_test

import (
	"testing"

	"giamsat/model/form"
)

var (
	paid     = form.Field{Item: "paid"}
	assigned = form.Field{Item: "capital", Row: "2023/NSTW", Part: "assigned"}
)

// filledIn is a record with two amounts, a count and a text.
func filledIn(t *testing.T) *form.Session {
	t.Helper()
	s := begin(t)
	for _, ft := range []form.FieldText{{Field: form.Field{Item: "officers"}, Raw: "12"}, {Field: assigned, Raw: "8.038"}, {Field: paid, Raw: "804"},
		{Field: form.Field{Item: "remarks"}, Raw: "chậm"}, {Field: form.Field{Item: "officers", Part: form.Note}, Raw: "theo danh sách"}} {
		if !s.Answer(ft.Field, ft.Raw) {
			t.Fatalf("%s does not take %q", ft.Field, ft.Raw)
		}
	}
	return s
}

func TestVerifiableAreTheAmountsThatWereTyped(t *testing.T) {
	s := filledIn(t)
	if got := s.Verifiable(false); len(got) != 2 || got[0] != assigned || got[1] != paid {
		t.Errorf("amounts to read again: %v", got)
	}
	whole := map[form.Field]bool{}
	for _, f := range s.Verifiable(true) {
		whole[f] = true
	}
	for _, f := range []form.Field{{Item: "officers"}, assigned, paid} {
		if !whole[f] {
			t.Errorf("%s is not read again with the whole record", f)
		}
	}
	for _, f := range []form.Field{{Item: "remarks"}, {Item: "officers", Part: form.Note}, {Item: "trained"}, {Item: "share"},
		{Item: "capital", Row: "2023/NSTW", Part: "available"}, {Item: "capital", Row: "2023/NSTW", Part: "source"}} {
		if whole[f] {
			t.Errorf("%s is read again", f)
		}
	}
}

func TestTwoEqualReadingsSettleAField(t *testing.T) {
	for _, c := range []struct {
		name     string
		texts    []string // after the first, which is 8.038
		right    string   // the winner's text; "" for none
		again    bool
		disputed bool
	}{
		{"the second is the same in another spelling", []string{"8038000000đ"}, "8.038", false, false},
		{"the second differs", []string{"8.083"}, "", true, false},
		{"the third is as the first", []string{"8.083", "8038"}, "8.038", true, false},
		{"the third is as the second", []string{"8.083", "8083"}, "8.083", true, false},
		{"all three differ", []string{"8.083", "8.380"}, "", true, true},
		{"what cannot be read does not count", []string{"tám tỷ", "8.083", "8083"}, "8.083", true, false},
		{"the fourth is as the first", []string{"8.083", "8.380", "8.038"}, "8.038", true, true},
		{"the fourth differs, the fifth is as the third", []string{"8.083", "8.380", "8.308", "8380"}, "8.380", true, true},
		{"all five differ", []string{"8.083", "8.380", "8.308", "3.808"}, "", true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := filledIn(t)
			r := form.NewRereading(s.Get(assigned))
			var right form.Answer
			for _, text := range c.texts {
				right = r.Take(s.Read(assigned, text))
			}
			if right.Raw != c.right || r.Again() != c.again || r.Disputed() != c.disputed {
				t.Errorf("right %q, again %v, disputed %v", right.Raw, r.Again(), r.Disputed())
			}
		})
	}
}

func TestTextsAgreeWhenOnlyTheirSpellingDiffers(t *testing.T) {
	s := begin(t)
	s.Answer(form.Field{Item: "committee"}, "yes")
	f := form.Field{Item: "decision"}
	s.Answer(f, "12/QĐ-UBND hoà")
	if right := form.NewRereading(s.Get(f)).Take(s.Read(f, "  12/QĐ-UBND hoà ")); right.Raw != "12/QĐ-UBND hoà" {
		t.Errorf("a decomposed text with blanks around it is another reading: %+v", right)
	}
}

func TestWhatWasVerifiedIsKeptUntilTheAnswerChanges(t *testing.T) {
	s := filledIn(t)
	before := s.Record()
	s.TakeChanges()
	if !s.Verify(assigned, s.Get(assigned)) || s.Verification(assigned) != form.Same {
		t.Fatalf("verified as %q", s.Verification(assigned))
	}
	if !s.Verify(paid, s.Read(paid, "840")) || s.Verification(paid) != form.Corrected || s.Get(paid).Raw != "840" {
		t.Fatalf("verified as %q, the answer is %q", s.Verification(paid), s.Get(paid).Raw)
	}
	for _, c := range s.TakeChanges() {
		if c.Cause != form.Confirmed {
			t.Errorf("the change of %s came by %q", c.Field, c.Cause)
		}
		if back, err := form.ParseField(c.Field.String()); err != nil || back != c.Field {
			t.Errorf("%s is read as %v, %v", c.Field, back, err)
		}
	}
	again := form.NewSession(s.Definition(), s.Record(), setting(t))
	if again.Verification(assigned) != form.Same || again.Verification(paid) != form.Corrected {
		t.Error("it is not kept with the record")
	}
	s.Answer(assigned, "8.039")
	if got := s.Verification(assigned); got != form.NotRead {
		t.Errorf("another amount still counts as verified: %q", got)
	}
	for range 3 {
		s.Undo()
	}
	if got := s.Record(); len(got.Answers) != len(before.Answers) || s.Verification(paid) != form.NotRead || s.Get(paid).Raw != "804" {
		t.Errorf("undo does not bring back what was there: %v", got.Answers)
	}
}

func TestVerifyingPassesACarriedValue(t *testing.T) {
	s := begin(t)
	s.AnswerAll([]form.FieldText{{Field: paid, Raw: "804"}}, form.Carried)
	s.Verify(paid, s.Get(paid))
	if s.Get(paid).Carried || s.Verification(paid) != form.Same {
		t.Errorf("it is %+v, %q", s.Get(paid), s.Verification(paid))
	}
}

func TestNothingIsVerifiedWhereNothingIsTyped(t *testing.T) {
	s := filledIn(t)
	for _, f := range []form.Field{{Item: "share"}, {Item: "capital"}, {Item: "nowhere"}, {Item: "capital", Row: "2023/NSTW", Part: "available"}} {
		if s.Verify(f, form.Answer{Raw: "1", Value: form.Int(1)}) {
			t.Errorf("%s took a second reading", f)
		}
	}
	if s.Verify(paid, form.Answer{Raw: "tám"}) {
		t.Error("a reading without a value was taken")
	}
}

func TestAVerificationLeavesWithItsAnswer(t *testing.T) {
	s := begin(t)
	s.Answer(form.Field{Item: "committee"}, "yes")
	day := form.Field{Item: "decision_date"}
	s.Answer(day, "15/6/2023")
	s.Verify(day, s.Get(day))
	s.Answer(form.Field{Item: "committee"}, "no")
	if hidden := s.Hidden(); len(hidden) != 1 || hidden[0] != day {
		t.Errorf("what completing clears is %v", hidden)
	}
	s.ClearHidden()
	for f := range s.Record().Answers {
		if f.Item == "decision_date" {
			t.Errorf("%s is still there", f)
		}
	}
}

func TestAVerificationGoesAlongToAnotherForm(t *testing.T) {
	s := filledIn(t)
	s.Verify(paid, s.Get(paid))
	s.Verify(assigned, s.Read(assigned, "8.083"))
	m := form.Move(s.Record(), s.Definition(), s.Definition(), setting(t))
	for _, line := range m.Lines {
		if _, beside := line.Field.Verifies(); beside {
			t.Errorf("%s is shown as an answer", line.Field)
		}
	}
	if len(m.Changes) > 0 || m.Is.Verification(paid) != form.Same || m.Is.Verification(assigned) != form.Corrected {
		t.Errorf("after the move: %v, %q, %q", m.Changes, m.Is.Verification(paid), m.Is.Verification(assigned))
	}
}
