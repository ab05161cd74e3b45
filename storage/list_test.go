package storage_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// listed makes four inspections, a minute apart, the third completed.
func listed(t *testing.T) *storage.Store {
	t.Helper()
	o := storagetest.Options()
	now := o.Clock()
	o.Clock = func() time.Time { now = now.Add(time.Minute); return now }
	s := storagetest.OpenAt(t, filepath.Join(t.TempDir(), "giamsat.db"), o)
	for i, name := range []string{"Phường Thành Sen", "Xã Hương Khê", "Xã Đồng Lộc 100%", "Xã Thạch_Hà"} {
		in := storagetest.New(t)
		in.UnitName = name
		in.Day = in.Day.AddDays(i)
		in.Unit.Code = fmt.Sprintf("1807%d", i)
		id, err := s.Create(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		if i == 2 {
			if _, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: id}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s
}

func names(page []model.Summary) (list []string) {
	for _, m := range page {
		list = append(list, m.UnitName)
	}
	return list
}

func TestListFindsByWordsWithoutAccents(t *testing.T) {
	s := listed(t)
	for _, c := range []struct {
		query model.Query
		want  []string
	}{
		{model.Query{}, []string{"Xã Thạch_Hà", "Xã Đồng Lộc 100%", "Xã Hương Khê", "Phường Thành Sen"}},
		{model.Query{Text: "huong khe"}, []string{"Xã Hương Khê"}},
		{model.Query{Text: "KHÊ hương"}, []string{"Xã Hương Khê"}},
		{model.Query{Text: "dong loc"}, []string{"Xã Đồng Lộc 100%"}},
		{model.Query{Text: "xa ha tinh"}, []string{"Xã Thạch_Hà", "Xã Đồng Lộc 100%", "Xã Hương Khê"}},
		{model.Query{Text: "15/6/2024"}, []string{"Xã Hương Khê"}},
		{model.Query{Text: "15/06/2024"}, []string{"Xã Hương Khê"}},
		{model.Query{Text: "2024-06-15"}, []string{"Xã Hương Khê"}},
		{model.Query{Text: "18070"}, []string{"Phường Thành Sen"}},
		{model.Query{Text: "0%"}, []string{"Xã Đồng Lộc 100%"}},
		{model.Query{Text: "h_h"}, []string{"Xã Thạch_Hà"}},
		{model.Query{Text: "%"}, []string{"Xã Đồng Lộc 100%"}},
		{model.Query{Text: `\`}, nil},
		{model.Query{Text: "'; DROP TABLE record; --"}, nil},
		{model.Query{Text: "không có"}, nil},
		{model.Query{Status: model.Completed}, []string{"Xã Đồng Lộc 100%"}},
		{model.Query{Status: model.Draft, Text: "xa"}, []string{"Xã Thạch_Hà", "Xã Hương Khê"}},
	} {
		t.Run(fmt.Sprintf("%q %s", c.query.Text, c.query.Status), func(t *testing.T) {
			page, total, err := s.Records(t.Context(), c.query)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, names(page)); diff != "" || total != len(c.want) {
				t.Errorf("total %d\n%s", total, diff)
			}
		})
	}
}

func TestListPagesCountAll(t *testing.T) {
	s := listed(t)
	page, total, err := s.Records(t.Context(), model.Query{Limit: 2, Offset: 1})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Xã Đồng Lộc 100%", "Xã Hương Khê"}, names(page)); diff != "" || total != 4 {
		t.Errorf("total %d\n%s", total, diff)
	}
}

func TestChangedInspectionComesFirst(t *testing.T) {
	s := listed(t)
	page, _, err := s.Records(t.Context(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	oldest := page[len(page)-1]
	mustSave(t, s, model.Save{ID: oldest.ID, Changes: []form.Change{typed(leader, "x")}, Progress: []form.Progress{{Section: "head", Missing: 2}}})
	if page, _, err = s.Records(t.Context(), model.Query{Limit: 1}); err != nil || page[0].ID != oldest.ID || page[0].Open() != 2 {
		t.Errorf("first is %+v, %v", page, err)
	}
}

// TestListIsTheSameHoweverItIsRead compares the way for few matches with the
// way for many: a page of each must come from the same order.
func TestListIsTheSameHoweverItIsRead(t *testing.T) {
	s := storagetest.Open(t)
	storagetest.Fill(t, s, 2500)
	all, total, err := s.Records(t.Context(), model.Query{Limit: 5000})
	if err != nil || total != 2500 {
		t.Fatal(total, err)
	}
	for _, c := range []struct {
		query model.Query
		few   bool
	}{
		{model.Query{Text: "thach"}, true},
		{model.Query{Text: "cam", Status: model.Draft}, true},
		{model.Query{Text: "xa"}, false},
		{model.Query{Status: model.Draft}, false},
	} {
		var want []model.RecordID
		for _, m := range all {
			if vn.Match(vn.Fold(m.UnitName+" "+m.UnitPath+" "+m.Round), c.query.Text) {
				want = append(want, m.ID)
			}
		}
		if (len(want) <= 1000) != c.few {
			t.Fatalf("%q matches %d", c.query.Text, len(want))
		}
		c.query.Limit, c.query.Offset = 60, 30
		page, total, err := s.Records(t.Context(), c.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []model.RecordID
		for _, m := range page {
			got = append(got, m.ID)
		}
		if diff := cmp.Diff(want[30:90], got); diff != "" || total != len(want) {
			t.Errorf("%q: total %d, want %d\n%s", c.query.Text, total, len(want), diff)
		}
	}
}

func TestSumsAreReadFromTheirIndex(t *testing.T) {
	s := storagetest.Open(t)
	err := s.Read(t.Context(), func(ctx context.Context, tx *sql.Tx) error {
		plan, err := explain(ctx, tx, `SELECT SUM(amount) FROM fact WHERE year = 2023 GROUP BY unit`)
		if !strings.Contains(plan, "COVERING INDEX fact_sum") || strings.Contains(plan, "TEMP B-TREE") {
			t.Error(plan)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func explain(ctx context.Context, tx *sql.Tx, query string, args ...any) (plan string, err error) {
	rows, err := tx.QueryContext(ctx, `EXPLAIN QUERY PLAN `+query, args...)
	if err != nil {
		return "", err
	}
	defer rows.Close() //nolint:errcheck // only read
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			return "", err
		}
		plan += detail + "\n"
	}
	return plan, rows.Err()
}

func TestViewsShowAWideTable(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	money := form.Change{Kind: form.Answered, Field: cell("a", "cost"), New: form.Answer{Raw: "8,5", Value: form.Int(8_500_000)}, Cause: form.Typed}
	mustSave(t, s, model.Save{ID: id, Changes: []form.Change{count(officers, 7), typed(note, "có"), rowAdd("a", 0), money,
		rowAdd("b", 1), typed(cell("b", "title"), "bỏ"), rowRemove("b")}})
	db := raw(t, s.Path())
	var got [5]any
	err := db.QueryRow(`SELECT record, unit_name, officers, leader, committee_note FROM v_inspection_2024_01_01`).
		Scan(&got[0], &got[1], &got[2], &got[3], &got[4])
	if diff := cmp.Diff([5]any{string(id), "Phường Thành Sen", int64(7), nil, "có"}, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
	var rows int
	var row string
	var cost int64
	err = db.QueryRow(`SELECT COUNT(*), MAX(row), SUM(cost) FROM v_inspection_2024_01_01_projects`).Scan(&rows, &row, &cost)
	if err != nil || rows != 1 || row != "a" || cost != 8_500_000 {
		t.Errorf("%d rows, %s, %d, %v: a removed row is not shown", rows, row, cost, err)
	}
}

// odd is a form whose names would break out of an unquoted statement, with more
// items than a view may have columns.
func odd(items int) *form.Definition {
	d := &form.Definition{ID: `a"b'c; --`, Version: "1.0", Source: []byte("odd")}
	d.Hash = storage.HashOf(d.Source)
	section := form.Section{Name: "s"}
	for _, name := range []string{`"x"`, `it's`, "unit", "Unit", "select"} {
		section.Items = append(section.Items, &form.Item{Name: name, Kind: form.KindText})
	}
	for i := range items {
		section.Items = append(section.Items, &form.Item{Name: fmt.Sprintf("item_%d", i), Kind: form.KindYesNoNA})
	}
	d.Sections = []form.Section{section}
	return d
}

func TestViewsOfOddFormsAreMadeSafely(t *testing.T) {
	for _, items := range []int{0, 700, 2500} {
		t.Run(fmt.Sprintf("%d items", items), func(t *testing.T) {
			s := storagetest.Open(t)
			in := storagetest.New(t)
			in.Form = odd(items)
			if _, err := s.Create(t.Context(), in); err != nil {
				t.Fatal(err)
			}
			rows, err := raw(t, s.Path()).Query(`SELECT * FROM "v_a_b_c_____1_0"`)
			if err != nil {
				t.Fatal(err)
			}
			columns, err := rows.Columns()
			if err != nil || !rows.Next() || rows.Close() != nil {
				t.Fatal("no line in the view", err, rows.Err())
			}
			want := min(5+2*5+3*items, 1900)
			if len(columns) != want {
				t.Errorf("%d columns, want %d", len(columns), want)
			}
		})
	}
}

func TestFormChangedWithoutANewVersionGetsItsOwnView(t *testing.T) {
	s := storagetest.Open(t)
	storagetest.Create(t, s)
	in := storagetest.New(t)
	changed, err := storagetest.Load([]byte(storagetest.FormSource + "# changed\n"))
	if err != nil {
		t.Fatal(err)
	}
	in.Form = changed
	id, err := s.Create(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	var n int
	err = raw(t, s.Path()).QueryRow(`SELECT COUNT(*) FROM v_inspection_2024_01_01_` + changed.Hash[:12]).Scan(&n)
	if err != nil || n != 1 {
		t.Errorf("%d lines, %v", n, err)
	}
	if got := mustOpen(t, s, id).Form.Hash; got != changed.Hash {
		t.Errorf("form %s", got)
	}
}
