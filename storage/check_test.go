package storage_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

func TestCheckFindsTampering(t *testing.T) {
	for name, c := range map[string]struct {
		damage string
		kind   storage.FaultKind
	}{
		"an event's text":                     {`UPDATE event SET new_raw = '999' WHERE seq = 3`, storage.FaultChain},
		"an event's value":                    {`UPDATE event SET new_value = 999 WHERE seq = 3`, storage.FaultChain},
		"a number as a text":                  {`UPDATE event SET new_value = '12' WHERE seq = 3`, storage.FaultChain},
		"an event's author":                   {`UPDATE event SET by = 'binh' WHERE seq = 2`, storage.FaultChain},
		"text moved to a field":               {`UPDATE event SET by = 'an:key', origin = 'host' WHERE seq = 2`, storage.FaultChain},
		"an event's time":                     {`UPDATE event SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2`, storage.FaultChain},
		"an event in between":                 {`DELETE FROM event WHERE seq = 2`, storage.FaultChain},
		"the last event":                      {`DELETE FROM event WHERE seq = 4`, storage.FaultChain},
		"a hash":                              {`UPDATE event SET hash = zeroblob(32) WHERE seq = 4`, storage.FaultChain},
		"a chain given to another inspection": {`UPDATE record SET id = 'another'`, storage.FaultChain},
		"a step":                              {`UPDATE event SET step = step + 1 WHERE step > 0`, storage.FaultChain},
		"a step taken away":                   {`UPDATE event SET step = 0 WHERE step > 0`, storage.FaultChain},
		"a step put in":                       {`UPDATE event SET step = 1 WHERE step = 0`, storage.FaultChain},
		"all events":                          {`DELETE FROM event`, storage.FaultChain},
		"an answer":                           {`UPDATE answer SET raw = '13', value = 13 WHERE item = 'officers'`, storage.FaultAnswer},
		"an answer taken out":                 {`DELETE FROM answer WHERE item = 'officers'`, storage.FaultAnswer},
		"an answer put in":                    {`INSERT INTO answer SELECT record, 'assigned', '', '', '1', 1, 0, 1 FROM answer LIMIT 1`, storage.FaultAnswer},
		"the unit":                            {`UPDATE record SET unit = '18074@2025-07-01'`, storage.FaultHead},
		"the day":                             {`UPDATE record SET visit = '2024-06-15'`, storage.FaultHead},
		"the status":                          {`UPDATE record SET status = 'draft', completed_at = ''`, storage.FaultHead},
		"the form":                            {`UPDATE form SET source = x'00'`, storage.FaultForm},
		"a reference":                         {`DELETE FROM form`, storage.FaultLink},
	} {
		t.Run(name, func(t *testing.T) {
			o := storagetest.Options()
			o.From = "key:host" // a separator in a text must not hide where it ends
			s := storagetest.OpenAt(t, filepath.Join(t.TempDir(), "giamsat.db"), o)
			id := storagetest.Create(t, s)
			answer := typed(leader, "An")
			answer.Step = 7
			if _, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: id, Changes: []form.Change{answer, count(officers, 12)}}}); err != nil {
				t.Fatal(err)
			}
			sound(t, s)
			db := raw(t, s.Path())
			statement(t, db, `DROP TRIGGER event_never_changes`)
			statement(t, db, `DROP TRIGGER event_never_goes`)
			statement(t, db, c.damage)
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

func TestHistoryCannotBeChangedByChance(t *testing.T) {
	path, _ := filled(t)
	db := raw(t, path)
	for _, change := range []string{`UPDATE event SET by = 'x'`, `DELETE FROM event`} {
		if _, err := db.Exec(change); err == nil {
			t.Errorf("%s was allowed", change)
		}
	}
}

func TestBackupIsAWholeDatabase(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	mustSave(t, s, model.Save{ID: id, Changes: []form.Change{typed(leader, "An")}})
	dir := t.TempDir()
	file := filepath.Join(dir, "copy 1.db")
	if err := s.Backup(t.Context(), file, false); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("left in the folder: %v, %v", left, err)
	}
	c := storagetest.OpenAt(t, file, storagetest.Options())
	if got := mustOpen(t, c, id).Filled.Answers[leader].Raw; got != "An" {
		t.Errorf("leader %q", got)
	}
	sound(t, c)
}

func TestBackupNeverOverwritesUnasked(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	file := filepath.Join(t.TempDir(), "thư.txt")
	writeFile(t, file, "precious")
	if err := s.Backup(t.Context(), file, false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v", err)
	}
	if text, err := os.ReadFile(file); err != nil || string(text) != "precious" {
		t.Errorf("%q, %v", text, err)
	}
	t.Run("asked, it does", func(t *testing.T) {
		if err := s.Backup(t.Context(), file, true); err != nil {
			t.Fatal(err)
		}
		mustOpen(t, storagetest.OpenAt(t, file, storagetest.Options()), id)
	})
	t.Run("the database itself never", func(t *testing.T) {
		if err := s.Backup(t.Context(), s.Path(), true); !errors.Is(err, fs.ErrExist) || !errors.Is(err, model.ErrOwnFile) {
			t.Errorf("error %v", err)
		}
	})
	t.Run("a missing folder is told", func(t *testing.T) {
		if err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "none", "x.db"), false); !errors.Is(err, model.ErrMissing) {
			t.Errorf("error %v", err)
		}
	})
}

func TestBackupOfADamagedDatabaseIsNotPublished(t *testing.T) {
	s := storagetest.Open(t)
	storagetest.Create(t, s)
	db := raw(t, s.Path())
	statement(t, db, `PRAGMA ignore_check_constraints = 1`)
	statement(t, db, `UPDATE record SET status = 'lost'`)
	file := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(t.Context(), file, false); !errors.Is(err, model.ErrDamaged) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the copy stands there: %v", err)
	}
}
