package storage_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model"
	"giamsat/storage/storagetest"
)

func TestIDsAreFoundByTheirBeginning(t *testing.T) {
	s := storagetest.Open(t)
	var all []model.RecordID
	for range 12 {
		id, err := s.Create(t.Context(), storagetest.New(t))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, id)
	}
	const common = "00000000-0000-7000-8000-0000000000"
	var tens []model.RecordID
	for _, id := range all {
		if strings.HasPrefix(string(id), common+"1") {
			tens = append(tens, id)
		}
	}
	for _, c := range []struct {
		beginning string
		limit     int
		want      []model.RecordID
	}{
		{common + "1", 9, tens},
		{common + "1", 2, tens[:2]},
		{string(all[3]), 9, all[3:4]},
		{common + "9", 9, nil},
		{string(all[3]) + "0", 9, nil},
		{"%", 9, nil},
	} {
		ids, err := s.IDs(t.Context(), c.beginning, c.limit)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, ids); diff != "" {
			t.Errorf("%q: %s", c.beginning, diff)
		}
	}
}
