package storage_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// newFinding is what follows from a row, for a process without a test.
func newFinding(row int) (model.NewRecord, error) {
	d, err := storagetest.Load([]byte(storagetest.FindingSource))
	if err != nil {
		return model.NewRecord{}, err
	}
	text := "dòng " + strconv.Itoa(row)
	return model.NewRecord{Form: d, Origin: form.Field{Item: "shortcomings", Row: form.Row(strconv.Itoa(row))},
		Changes: []form.Change{filledIn(what, text)}, Head: form.Head{Title: text, State: "open"}}, nil
}

// completePart completes one inspection after the other, reopens each and
// completes it again with a row more, until the others have done so too.
func completePart(path, list, name string) error {
	ctx := context.Background()
	s, err := storage.Open(ctx, path, partOptions(name))
	if err != nil {
		return err
	}
	for _, id := range strings.Split(list, ",") {
		for rows := 1; rows <= 3; rows++ {
			c := model.Completion{Save: model.Save{ID: model.RecordID(id)}}
			for row := range rows {
				n, err := newFinding(row)
				if err != nil {
					return err
				}
				c.New = append(c.New, n)
			}
			if _, err := s.Complete(ctx, c); err != nil && !errors.Is(err, model.ErrClosed) {
				return err
			}
			if err := s.Reopen(ctx, model.RecordID(id), "sửa"); err != nil {
				return err
			}
		}
	}
	return s.Close()
}

func TestProcessesThatCompleteTheSameInspectionsBeginOneSet(t *testing.T) {
	const processes, inspections = 3, 12
	path, _ := filled(t)
	s := storagetest.OpenAt(t, path, partOptions("an"))
	list := make([]string, inspections)
	for i := range list {
		list[i] = string(storagetest.Create(t, s))
	}
	var all []*exec.Cmd
	var faults []*strings.Builder
	for n := range processes {
		c, f := child(t, "complete", path, model.RecordID(strings.Join(list, ",")), "p"+strconv.Itoa(n))
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		all, faults = append(all, c), append(faults, f)
	}
	for n, c := range all {
		if err := c.Wait(); err != nil {
			t.Fatalf("process %d: %v: %s", n, err, faults[n])
		}
	}
	for _, id := range list {
		page, total, err := s.Records(t.Context(), model.Query{Kinds: model.Followed(), Parent: model.RecordID(id)})
		if err != nil || total != 3 {
			t.Errorf("%s has %d findings, %v: want one for each of three rows", id, total, err)
		}
		rows := make(map[string]bool)
		for _, m := range page {
			rows[m.Head.Title] = true
		}
		if len(rows) != 3 {
			t.Errorf("%s has findings of %v", id, rows)
		}
	}
	if got := number(t, s, `SELECT COUNT(DISTINCT number) FROM record WHERE kind = 'finding' AND number GLOB 'TT-[0-9]*'`); got != 3*inspections {
		t.Errorf("%d different numbers, want %d", got, 3*inspections)
	}
	if got := number(t, s, `SELECT last FROM sequence WHERE kind = 'finding'`); got != 3*inspections {
		t.Errorf("the last number is %d: one was lost", got)
	}
	sound(t, s)
}

// finishPart completes inspections that it makes, with twenty findings each, and
// says so, until it is killed.
func finishPart(path, _, name string) error {
	ctx := context.Background()
	s, err := storage.Open(ctx, path, partOptions(name))
	if err != nil {
		return err
	}
	d, err := storagetest.Load([]byte(storagetest.FormSource))
	if err != nil {
		return err
	}
	for {
		id, err := s.Create(ctx, model.NewRecord{Form: d})
		if err != nil {
			return err
		}
		c := model.Completion{Save: model.Save{ID: id, Changes: []form.Change{typed(leader, "An")}}}
		for row := range 20 {
			n, err := newFinding(row)
			if err != nil {
				return err
			}
			c.New = append(c.New, n)
		}
		fmt.Println("begin", id)
		if _, err := s.Complete(ctx, c); err != nil {
			return err
		}
		fmt.Println("end", id)
	}
}

func TestKilledCompletionHappenedOrDidNot(t *testing.T) {
	rounds := 12
	if os.Getenv("GIAMSAT_LONG") != "" {
		rounds = 300
	}
	path, _ := filled(t)
	random := rand.New(rand.NewPCG(3, 4))
	acknowledged := make(map[string]bool)
	for round := range rounds {
		c, faults := child(t, "finish", path, "", "r"+strconv.Itoa(round))
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		// Killed at any moment of a completion, seldom between two of them.
		for n := 1 + random.IntN(6); n > 0 && lines.Scan(); {
			if word, id, _ := strings.Cut(lines.Text(), " "); word == "end" {
				acknowledged[id] = true
			} else {
				n--
			}
		}
		time.AfterFunc(time.Duration(random.IntN(3000))*time.Microsecond, func() { c.Process.Kill() }) //nolint:errcheck // Wait tells
		for lines.Scan() {
			if word, id, _ := strings.Cut(lines.Text(), " "); word == "end" {
				acknowledged[id] = true
			}
		}
		if err := c.Wait(); err == nil {
			t.Fatal("the process ended by itself", faults)
		}
	}
	s := storagetest.OpenAt(t, path, partOptions("an"))
	page, total, err := s.Records(t.Context(), model.Query{Limit: 100_000})
	if err != nil {
		t.Fatal(err)
	}
	done := 0
	for _, m := range page {
		want := 0
		if m.Status == model.Completed {
			want = 20
			done++
		}
		if _, got, err := s.Records(t.Context(), model.Query{Kinds: model.Followed(), Parent: m.ID}); got != want || err != nil {
			t.Errorf("inspection %s is %s and has %d findings, %v", m.ID, m.Status, got, err)
		}
		if acknowledged[string(m.ID)] && m.Status != model.Completed {
			t.Errorf("inspection %s was acknowledged and is %s", m.ID, m.Status)
		}
	}
	t.Logf("%d rounds, %d inspections begun, %d completed, %d acknowledged", rounds, total, done, len(acknowledged))
	sound(t, s)
}
