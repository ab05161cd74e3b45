package storage_test

import (
	"database/sql"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage/storagetest"
)

// Text that was written past the store would drive the terminal it is shown on.
func TestWhatAnotherProgramWroteIsCleanedWhereItIsShown(t *testing.T) {
	s := storagetest.Open(t)
	in := storagetest.New(t)
	leader := form.Field{Item: "leader"}
	in.Changes = []form.Change{storagetest.Typed(leader, "Nguyễn Văn An")}
	id, err := s.Create(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	pool, err := sql.Open("sqlite3", "file:"+s.Path())
	if err != nil {
		t.Fatal(err)
	}
	const armed, harmless = "A\x1b]0;x\aB\u202e", "A]0;xB"
	for _, statement := range []string{`UPDATE record SET unit_name = ?, round = ?1`, `UPDATE answer SET raw = ?, value = ?1`} {
		if _, err := pool.ExecContext(t.Context(), statement, armed); err != nil {
			t.Fatal(err)
		}
	}
	if err := pool.Close(); err != nil {
		t.Fatal(err)
	}
	opened, err := s.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	page, _, err := s.Records(t.Context(), model.Query{})
	if err != nil || len(page) != 1 {
		t.Fatalf("the list has %d lines, %v", len(page), err)
	}
	answer := opened.Filled.Answers[leader]
	for name, got := range map[string]string{
		"unit": opened.Record.UnitName, "round": opened.Record.Round, "answer": answer.Raw, "value": answer.Value.Text(),
		"listed unit": page[0].UnitName, "listed round": page[0].Round,
	} {
		if got != harmless {
			t.Errorf("%s is %q, want %q", name, got, harmless)
		}
	}
	if report, err := s.Check(t.Context()); err != nil || report.Sound() {
		t.Errorf("the check finds nothing, %v", err)
	}
}
