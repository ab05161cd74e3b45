// Package storagetest gives the tests of every package a real store on a
// temporary file, with a clock that stands, ids that count, and a tiny form
// that has one of everything that storage treats on its own.
package storagetest

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/storage"
)

// FormSource is the tiny form: a text, a count, a rated item, amounts of money
// and a table to which rows can be added and which has facts.
const FormSource = `id: inspection
version: "2024-01-01"
title: {vi: "Phiếu thử", en: "Tiny form"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: head
    code: "V"
    title: {vi: "Chung", en: "Head"}
    short: {vi: "Chung", en: "Head"}
    items:
      - {name: leader, code: "1.01", type: text, label: {vi: "Trưởng đoàn", en: "Leader"}, basis: "C"}
      - {name: officers, code: "1.02", type: integer, label: {vi: "Cán bộ", en: "Officers"}, basis: "C"}
      - {name: committee, code: "1.03", type: yesnona, label: {vi: "Ban Chỉ đạo", en: "Committee"}, basis: "C"}
      - {name: assigned, code: "1.04", type: money, label: {vi: "Vốn giao", en: "Assigned"}, basis: "C"}
  - name: works
    code: "W"
    title: {vi: "Công trình", en: "Works"}
    short: {vi: "Công trình", en: "Works"}
    items:
      - name: projects
        code: "2.T1"
        type: table
        label: {vi: "Công trình", en: "Projects"}
        basis: "C"
        table:
          free: true
          columns:
            - {name: title, code: "2.01", type: text, label: {vi: "Tên", en: "Name"}, basis: "C"}
            - {name: cost, code: "2.02", type: money, label: {vi: "Vốn", en: "Cost"}, basis: "C"}
`

// FindingSource is a tiny form of what is followed up, with a place for its number.
const FindingSource = `id: finding
version: "2024-01-01"
title: {vi: "Tồn tại", en: "Finding"}
programme: any
parent: inspection
valid_from: "2022-07-15"
basis: "test"
head: {title: what, number: number, state: state}
sections:
  - name: found
    code: "X"
    title: {vi: "Tồn tại", en: "Finding"}
    short: {vi: "Tồn tại", en: "Finding"}
    items:
      - {name: number, code: "X.01", type: text, label: {vi: "Mã", en: "Number"}, readonly: true, basis: "I"}
      - {name: what, code: "X.02", type: text, label: {vi: "Nội dung", en: "What"}, basis: "I"}
      - {name: state, code: "X.05", type: text, label: {vi: "Tình trạng", en: "State"}, basis: "I"}
`

// reference reads the catalogue once for all tests of a process: it is never changed.
var reference = sync.OnceValues(catalog.Load)

// Load builds a form from its source against the embedded catalogue.
func Load(src []byte) (*form.Definition, error) {
	cat, err := reference()
	if err != nil {
		return nil, err
	}
	return form.Load("stored", src, cat)
}

// Form returns the tiny form.
func Form(tb testing.TB) *form.Definition {
	tb.Helper()
	return load(tb, FormSource)
}

// FormOf returns a tiny form of another kind: that of findings for what is
// followed up, else the tiny form under the kind's name.
func FormOf(tb testing.TB, kind model.Kind) *form.Definition {
	tb.Helper()
	source := FormSource
	if slices.Contains(model.Followed(), kind) {
		source = FindingSource
	}
	first, rest, _ := strings.Cut(source, "\n")
	if first != "id: "+string(kind) {
		source = "id: " + string(kind) + "\n" + rest
	}
	return load(tb, source)
}

func load(tb testing.TB, source string) *form.Definition {
	tb.Helper()
	d, err := Load([]byte(source))
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// Options are those of a new database of the person "an" at "test", on the
// morning of 15 June 2024.
func Options() storage.Options {
	var ids atomic.Int64
	return storage.Options{
		User: "an", From: "test", Create: true, Load: Load,
		Clock: func() time.Time { return time.Date(2024, 6, 15, 8, 0, 0, 0, time.UTC) },
		NewID: func() string { return fmt.Sprintf("00000000-0000-7000-8000-%012d", ids.Add(1)) },
	}
}

// Open opens a store on a new temporary file and closes it when the test ends.
func Open(tb testing.TB) *storage.Store {
	tb.Helper()
	return OpenAt(tb, filepath.Join(tb.TempDir(), "giamsat.db"), Options())
}

// OpenAt opens a store on a file and closes it when the test ends.
func OpenAt(tb testing.TB, path string, o storage.Options) *storage.Store {
	tb.Helper()
	s, err := storage.Open(tb.Context(), path, o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	return s
}

// New is a visit to Phường Thành Sen on 14 June 2024, without answers.
func New(tb testing.TB) model.NewRecord {
	tb.Helper()
	day, ok := vn.NewDate(2024, 6, 14)
	if !ok {
		tb.Fatal("no such day")
	}
	from, ok := vn.NewDate(2025, 7, 1)
	if !ok {
		tb.Fatal("no such day")
	}
	return model.NewRecord{
		Unit: catalog.UnitKey{Code: "18073", From: from}, UnitName: "Phường Thành Sen", UnitPath: "tỉnh Hà Tĩnh",
		Day: day, Round: "Đợt 1", Programme: "GNBV-2021-2025", Projects: []string{"DA1", "DA4"}, Form: Form(tb),
	}
}

// Create begins the inspection of New.
func Create(tb testing.TB, s *storage.Store) model.RecordID {
	tb.Helper()
	id, err := s.Create(tb.Context(), New(tb))
	if err != nil {
		tb.Fatal(err)
	}
	return id
}

// Typed is the change of a field from empty to a text.
func Typed(f form.Field, text string) form.Change {
	return form.Change{Kind: form.Answered, Field: f, New: form.Answer{Raw: text, Value: form.Text(text)}, Cause: form.Typed}
}
