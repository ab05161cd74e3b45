package storage_test

import (
	"errors"
	"slices"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// ofKind begins a record of a kind within another.
func ofKind(t *testing.T, s *storage.Store, kind model.Kind, parent model.RecordID) model.RecordID {
	t.Helper()
	in := storagetest.New(t)
	in.Form, in.Parent = storagetest.FormOf(t, kind), parent
	id, err := s.Create(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func pins(t *testing.T, s *storage.Store, of model.RecordID, kind model.Kind) model.Pins {
	t.Helper()
	p, err := s.Pins(t.Context(), of, kind)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAPinHoldsForTheRecordsOfItsKindInItsRound(t *testing.T) {
	s := storagetest.Open(t)
	round, other := ofKind(t, s, model.Round, ""), ofKind(t, s, model.Round, "")
	first, second := ofKind(t, s, model.Inspection, round), ofKind(t, s, model.Inspection, round)
	sheet := ofKind(t, s, model.Household, first)
	leader := form.Field{Item: "leader"}
	pin := func(of model.RecordID, p model.Pin) {
		t.Helper()
		if err := s.Pin(t.Context(), of, p); err != nil {
			t.Fatal(err)
		}
	}
	pin(first, model.Pin{Kind: model.Inspection, Field: leader, Raw: "Đoàn 1"})
	pin(second, model.Pin{Kind: model.Inspection, Field: leader, Raw: "Đoàn 2"})
	pin(sheet, model.Pin{Kind: model.Household, Field: form.Field{Item: "leader", Part: form.Note}, Raw: "tại nhà"})
	for _, c := range []struct {
		name string
		of   model.RecordID
		kind model.Kind
		want []model.Pin
	}{
		{"of an inspection of the round, the last one put", first, model.Inspection, []model.Pin{{Kind: model.Inspection, Field: leader, Raw: "Đoàn 2", By: "an"}}},
		{"asked of the round itself", round, model.Inspection, []model.Pin{{Kind: model.Inspection, Field: leader, Raw: "Đoàn 2", By: "an"}}},
		{"of a sheet within an inspection", second, model.Household, []model.Pin{{Kind: model.Household, Field: form.Field{Item: "leader", Part: form.Note}, Raw: "tại nhà", By: "an"}}},
		{"of another round", other, model.Inspection, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := pins(t, s, c.of, c.kind); !slices.Equal(got.List, c.want) || got.Round == "" {
				t.Errorf("pinned is %+v, want %+v", got, c.want)
			}
		})
	}
	pin(first, model.Pin{Kind: model.Inspection, Field: leader})
	if got := pins(t, s, second, model.Inspection); len(got.List) != 0 {
		t.Errorf("what was taken out is still there: %+v", got)
	}
	sound(t, s)
}

func TestWithoutARoundNothingIsPinned(t *testing.T) {
	s := storagetest.Open(t)
	alone := storagetest.Create(t, s)
	if got := pins(t, s, alone, model.Inspection); got.Round != "" || len(got.List) != 0 {
		t.Errorf("pinned is %+v", got)
	}
	err := s.Pin(t.Context(), alone, model.Pin{Kind: model.Inspection, Field: form.Field{Item: "leader"}, Raw: "x"})
	if !errors.Is(err, model.ErrNotFound) {
		t.Errorf("error %v", err)
	}
}
