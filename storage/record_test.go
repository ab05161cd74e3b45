package storage_test

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

func onDay(y, m, d int) vn.Date {
	day, _ := vn.NewDate(y, m, d)
	return day
}

// begin makes a record of a kind that belongs to another.
func begin(tb testing.TB, s *storage.Store, kind model.Kind, parent model.RecordID, edit ...func(*model.NewRecord)) model.RecordID {
	tb.Helper()
	in := storagetest.New(tb)
	in.Form, in.Parent = storagetest.FormOf(tb, kind), parent
	for _, fn := range edit {
		fn(&in)
	}
	id, err := s.Create(tb.Context(), in)
	if err != nil {
		tb.Fatal(err)
	}
	return id
}

// whole is a head with something in every place.
func whole() form.Head {
	return form.Head{
		Title: "Chậm nghiệm thu đường Tân Tiến", Number: "TT-0117", State: "open", Settled: true, From: onDay(2024, 5, 1), To: onDay(2024, 5, 9),
		Due: onDay(2024, 7, 1), Planned: 12, Year: 2024, Level: "tinh", Sort: "planned", Area: 3, Item: "A3.07", Responsible: "UBND xã Kỳ Lưu",
		Amount: 8_500_000, Recovered: 1,
	}
}

func TestRecordKeepsWhatItBelongsToAndItsHead(t *testing.T) {
	s := storagetest.Open(t)
	visit := storagetest.Create(t, s)
	origin := form.Field{Item: "shortcomings", Row: "r1"}
	id := begin(t, s, model.Finding, visit, func(in *model.NewRecord) { in.Origin, in.Head = origin, whole() })
	in := mustOpen(t, s, id).Record
	if in.Parent != visit || in.Origin != origin || in.Kind() != model.Finding {
		t.Errorf("kind %s, parent %s, origin %s", in.Kind(), in.Parent, in.Origin)
	}
	if diff := cmp.Diff(whole(), in.Head); diff != "" {
		t.Error(diff)
	}
	page, total, err := s.Records(t.Context(), model.Query{Kinds: []model.Kind{model.Finding}})
	if err != nil || total != 1 || len(page) != 1 {
		t.Fatal(total, err)
	}
	at := storagetest.Options().Clock()
	want := model.Summary{ID: id, Kind: model.Finding, Parent: visit, Unit: in.Unit, UnitName: in.UnitName, UnitPath: in.UnitPath, Day: in.Day,
		Round: in.Round, Programme: in.Programme, Head: whole(), Status: model.Draft, ChangedAt: at, ChangedBy: "an", Progress: []form.Progress{}}
	if diff := cmp.Diff(want, page[0]); diff != "" {
		t.Error(diff)
	}
	sound(t, s)
}

func TestRecordOfAParentThatIsNotThereIsNotBegun(t *testing.T) {
	s := storagetest.Open(t)
	in := storagetest.New(t)
	in.Parent = "none"
	if _, err := s.CreateAll(t.Context(), []model.NewRecord{storagetest.New(t), in}); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("error %v", err)
	}
	if _, total, err := s.Records(t.Context(), model.Query{}); total != 0 || err != nil {
		t.Errorf("%d records, %v", total, err)
	}
}

func TestRoundHoldsAllThatBelongsToItsInspections(t *testing.T) {
	s := storagetest.Open(t)
	round := begin(t, s, model.Round, "")
	visit := begin(t, s, model.Inspection, round)
	household := begin(t, s, model.Household, visit)
	finding := begin(t, s, model.Finding, visit)
	other := begin(t, s, model.Inspection, begin(t, s, model.Round, ""))
	alone := begin(t, s, model.Finding, storagetest.Create(t, s))
	all := []model.Kind{model.Inspection, model.Household, model.Finding, model.Round}
	for name, c := range map[string]struct {
		query model.Query
		want  []model.RecordID
	}{
		"of the round":               {model.Query{Kinds: all, Round: round}, []model.RecordID{finding, household, visit}},
		"inspections of the round":   {model.Query{Round: round}, []model.RecordID{visit}},
		"of the inspection":          {model.Query{Kinds: all, Parent: visit}, []model.RecordID{finding, household}},
		"directly of the round":      {model.Query{Kinds: all, Parent: round}, []model.RecordID{visit}},
		"findings of the round":      {model.Query{Kinds: model.Followed(), Round: round}, []model.RecordID{finding}},
		"of a round that is not":     {model.Query{Kinds: all, Round: "none"}, nil},
		"findings of any or none":    {model.Query{Kinds: model.Followed()}, []model.RecordID{alone, finding}},
		"of both at the same time":   {model.Query{Kinds: all, Round: round, Parent: visit}, []model.RecordID{finding, household}},
		"of an inspection elsewhere": {model.Query{Kinds: all, Round: round, Parent: other}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			page, total, err := s.Records(t.Context(), c.query)
			if diff := cmp.Diff(c.want, ids(page)); diff != "" || total != len(c.want) || err != nil {
				t.Errorf("total %d, %v\n%s", total, err, diff)
			}
		})
	}
	sound(t, s)
}

func ids(page []model.Summary) (list []model.RecordID) {
	for _, m := range page {
		list = append(list, m.ID)
	}
	return list
}

func TestSaveBringsTheHeadUpToDate(t *testing.T) {
	s := storagetest.Open(t)
	id := begin(t, s, model.Evaluation, "")
	mustSave(t, s, model.Save{ID: id, Head: whole()})
	in := mustOpen(t, s, id).Record
	if diff := cmp.Diff(whole(), in.Head); diff != "" || in.Rev != 1 {
		t.Errorf("revision %d: a head follows from answers and is no change of its own\n%s", in.Rev, diff)
	}
	for _, text := range []string{"nghiem thu", "TT-0117", "tt-0117 kỳ lưu", "thanh sen 14/6/2024"} {
		if _, total, err := s.Records(t.Context(), model.Query{Kinds: []model.Kind{model.Evaluation}, Text: text}); total != 1 || err != nil {
			t.Errorf("%q finds %d, %v", text, total, err)
		}
	}
	mustSave(t, s, model.Save{ID: id})
	if got := mustOpen(t, s, id).Record.Head; got != (form.Head{}) {
		t.Errorf("head %+v", got)
	}
	if _, total, err := s.Records(t.Context(), model.Query{Kinds: []model.Kind{model.Evaluation}, Text: "TT-0117"}); total != 0 || err != nil {
		t.Errorf("the former number still finds %d, %v", total, err)
	}
}

func TestHeadOfARefusedAnswerIsNotShown(t *testing.T) {
	s := storagetest.Open(t)
	id := begin(t, s, model.Finding, "")
	title := func(text string) form.Head { return form.Head{Title: text} }
	mustSave(t, second(t, s, "binh"), model.Save{ID: id, Changes: []form.Change{typed(leader, "của Bình")}, Head: title("của Bình")})
	if _, err := s.Save(t.Context(), model.Save{ID: id, Changes: []form.Change{typed(leader, "của An")}, Head: title("của An")}); !errors.Is(err, model.ErrConflict) {
		t.Fatal(err)
	}
	if got := mustOpen(t, s, id).Record.Head.Title; got != "của Bình" {
		t.Errorf("title %q", got)
	}
}

func TestALongTitleIsFoundByItsBeginning(t *testing.T) {
	s := storagetest.Open(t)
	title := ""
	for range 200 {
		title += "nghiệm thu chậm "
	}
	begin(t, s, model.Finding, "", func(in *model.NewRecord) { in.Head.Title = "Mở đầu " + title + " kết thúc" })
	for text, want := range map[string]int{"mo dau nghiem": 1, "ket thuc": 0} {
		if _, total, err := s.Records(t.Context(), model.Query{Kinds: []model.Kind{model.Finding}, Text: text}); total != want || err != nil {
			t.Errorf("%q finds %d, %v", text, total, err)
		}
	}
}

func TestReturnedDraftSaysByWhomAndWhyUntilItIsCompleted(t *testing.T) {
	an := storagetest.Open(t)
	binh := second(t, an, "binh")
	id, own := storagetest.Create(t, an), storagetest.Create(t, an)
	for _, each := range []model.RecordID{id, own} {
		if _, err := an.Complete(t.Context(), model.Completion{Save: model.Save{ID: each}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := an.Reopen(t.Context(), own, "sửa"); err != nil {
		t.Fatal(err)
	}
	if err := binh.Reopen(t.Context(), id, "sai số liệu"); err != nil {
		t.Fatal(err)
	}
	in := mustOpen(t, an, id).Record
	if in.ReturnedBy != "binh" || in.ReturnReason != "sai số liệu" {
		t.Errorf("returned by %q: %q", in.ReturnedBy, in.ReturnReason)
	}
	for _, q := range []model.Query{{Returned: true}, {Returned: true, By: "an"}, {Returned: true, By: "an", Status: model.Draft}} {
		page, total, err := an.Records(t.Context(), q)
		if err != nil || total != 1 || page[0].ID != id || page[0].ReturnedBy != "binh" || page[0].ReturnReason != "sai số liệu" {
			t.Errorf("%+v gives %+v, %v: what one reopens oneself was not returned", q, page, err)
		}
	}
	sound(t, an)
	if _, err := an.Complete(t.Context(), model.Completion{Save: model.Save{ID: id}}); err != nil {
		t.Fatal(err)
	}
	if in := mustOpen(t, an, id).Record; in.ReturnedBy != "" || in.ReturnReason != "" {
		t.Errorf("still returned by %q: %q", in.ReturnedBy, in.ReturnReason)
	}
	sound(t, an)
}

func TestCountsTellHowFarRoundsAre(t *testing.T) {
	s := storagetest.Open(t)
	plan := func(n int, units ...string) func(*model.NewRecord) {
		return func(in *model.NewRecord) {
			in.Head.Planned = n
			for i, u := range units {
				row := form.Row(u)
				in.Changes = append(in.Changes, form.Change{Kind: form.RowAdded, Field: form.Field{Item: "plan", Row: row}, At: i},
					typed(form.Field{Item: "plan", Row: row, Part: "planned_unit"}, u))
			}
		}
	}
	unit := func(code string) func(*model.NewRecord) { return func(in *model.NewRecord) { in.Unit.Code = code } }
	round, empty := begin(t, s, model.Round, "", plan(3, "18073@2025-07-01", "18075@2025-07-01", "18076@2025-07-01")), begin(t, s, model.Round, "", plan(5))
	free := begin(t, s, model.Round, "")
	begin(t, s, model.Inspection, free, unit("18074"))
	first := begin(t, s, model.Inspection, round, unit("18073"))
	begin(t, s, model.Inspection, round, unit("18073")) // the same unit again
	begin(t, s, model.Inspection, round, unit("18074")) // not in the plan
	begin(t, s, model.Finding, first)
	if _, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: first}}); err != nil {
		t.Fatal(err)
	}
	got, err := s.Counts(t.Context(), []model.RecordID{round, empty, free, "none"})
	want := map[model.RecordID]model.Count{round: {Planned: 3, Begun: 1, Completed: 1}, empty: {Planned: 5}, free: {Begun: 1}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

func TestCheckFindsWhatARecordIsNot(t *testing.T) {
	for name, c := range map[string]struct {
		damage string
		kind   storage.FaultKind
	}{
		"another parent":          {`UPDATE record SET parent = (SELECT key FROM record WHERE kind = 'round') WHERE kind = 'finding'`, storage.FaultHead},
		"no parent":               {`UPDATE record SET parent = NULL, in_round = NULL WHERE kind = 'finding'`, storage.FaultHead},
		"another round":           {`UPDATE record SET in_round = NULL WHERE kind = 'finding'`, storage.FaultHead},
		"a parent that is not":    {`UPDATE record SET parent = 99 WHERE kind = 'finding'`, storage.FaultLink},
		"another origin":          {`UPDATE record SET origin_row = 'r2' WHERE kind = 'finding'`, storage.FaultHead},
		"another kind":            {`UPDATE record SET kind = 'difficulty' WHERE kind = 'finding'`, storage.FaultHead},
		"another form":            {`UPDATE record SET form = (SELECT hash FROM form WHERE id = 'round') WHERE kind = 'finding'`, storage.FaultHead},
		"who returned it":         {`UPDATE record SET returned_by = 'an' WHERE returned_by <> ''`, storage.FaultHead},
		"why it was returned":     {`UPDATE record SET returned_reason = '' WHERE returned_by <> ''`, storage.FaultHead},
		"the head of a completed": {`UPDATE record SET amount = 1 WHERE kind = 'round'`, storage.FaultHead},
		"the number of records":   {`UPDATE tally SET n = n + 1`, storage.FaultHead},
		"a word of inspections":   {`DELETE FROM inspection_word`, storage.FaultHead},
		"a row taken out":         {`DELETE FROM table_row`, storage.FaultAnswer},
		"a row brought back":      {`UPDATE table_row SET removed = 1 - removed`, storage.FaultAnswer},
	} {
		t.Run(name, func(t *testing.T) {
			s := storagetest.Open(t)
			round := begin(t, s, model.Round, "")
			visit := begin(t, s, model.Inspection, round)
			begin(t, s, model.Finding, visit, func(in *model.NewRecord) { in.Origin = form.Field{Item: "shortcomings", Row: "r1"} })
			mustSave(t, s, model.Save{ID: visit, Changes: []form.Change{rowAdd("a", 0), rowAdd("b", 1), rowRemove("b")}})
			if _, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: round, Head: whole()}}); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: visit}}); err != nil {
				t.Fatal(err)
			}
			if err := second(t, s, "binh").Reopen(t.Context(), visit, "sai"); err != nil {
				t.Fatal(err)
			}
			sound(t, s)
			statement(t, raw(t, s.Path()), c.damage)
			r, err := s.Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(r.Faults, func(f storage.Fault) bool { return f.Kind == c.kind }) {
				t.Errorf("found %v, want a fault of kind %s", r.Faults, c.kind)
			}
		})
	}
}

// number asks for one number.
func number(tb testing.TB, s *storage.Store, query string, args ...any) (n int) {
	tb.Helper()
	err := s.Read(tb.Context(), func(ctx context.Context, t *sql.Tx) error { return t.QueryRowContext(ctx, query, args...).Scan(&n) })
	if err != nil {
		tb.Fatal(err)
	}
	return n
}
