package storage_test

import (
	"testing"
	"time"

	"giamsat/model"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

func TestWhatEnteringTookIsKeptForThePersonAlone(t *testing.T) {
	path := storagetest.Open(t).Path()
	as := func(user string) *storage.Store {
		o := storagetest.Options()
		o.User = user
		return storagetest.OpenAt(t, path, o)
	}
	an, binh := as("an"), as("binh")
	first, second := storagetest.Create(t, an), storagetest.Create(t, an)
	morning := time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC)
	sat := func(s *storage.Store, id model.RecordID, began time.Time, keys int) {
		mustSave(t, s, model.Save{ID: id, Sitting: model.Sitting{Began: began, Keys: keys, Deleted: 1, Answers: keys / 2, Corrections: 2, Active: time.Duration(keys) * time.Second}})
	}
	sat(an, first, morning, 10)
	sat(an, first, morning, 40) // the same run of the program, later
	sat(an, second, morning.Add(time.Hour), 6)
	sat(an, first, morning.Add(2*time.Hour), 20)
	sat(binh, first, morning, 900)

	list, err := an.Paces(t.Context(), 0)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d records, %v", len(list), err)
	}
	if list[0].ID != first || list[1].ID != second {
		t.Errorf("the order is %s, %s", list[0].ID, list[1].ID)
	}
	want := model.Sitting{Began: morning, Keys: 60, Deleted: 2, Answers: 30, Corrections: 4, Active: time.Minute}
	if got := list[0]; got.Sitting != want || got.Sittings != 2 || !got.Last.Equal(morning.Add(2*time.Hour)) || got.UnitName == "" {
		t.Errorf("the first says %+v", got)
	}
	if list, err := an.Paces(t.Context(), 1); err != nil || len(list) != 1 {
		t.Errorf("with a limit %d records, %v", len(list), err)
	}
	sound(t, an)
}
