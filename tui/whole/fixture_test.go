package whole

import (
	"path/filepath"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
	"giamsat/tui/tuitest"
)

// user is who fills in, in every test.
const user = "an"

// desk is a folder with a database and with what the program remembers of a
// user.
type desk struct {
	db    string
	state string         // XDG_STATE_HOME
	id    model.RecordID // the inspection that the program goes back to
}

// newDesk makes an empty desk.
func newDesk(tb testing.TB) desk {
	tb.Helper()
	dir := tb.TempDir()
	return desk{db: filepath.Join(dir, "giamsat.db"), state: filepath.Join(dir, "state")}
}

// open opens the database as the program does. It must be shut before the
// program starts, so that nothing is kept from it.
func (d desk) open(tb testing.TB) *storage.Store {
	tb.Helper()
	s, err := storage.Open(tb.Context(), d.db, storage.Options{User: user, From: "test", Create: true, Load: storagetest.Load,
		RecoveryDir: filepath.Join(d.state, "giamsat", "recovery")})
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func shut(tb testing.TB, s *storage.Store) {
	tb.Helper()
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
}

// begin adds an inspection on the real form, with answers, that was left at an
// item: the program goes back there when it starts.
func (d desk) begin(tb testing.TB, item string, answers ...form.FieldText) desk {
	tb.Helper()
	s := d.open(tb)
	defer shut(tb, s)
	env := tuitest.NewEnv(tb, s, "vi")
	d.id = tuitest.Begin(tb, env)
	d.answer(tb, s, form.Field{Item: item}, answers...)
	if err := s.Remember(d.id); err != nil {
		tb.Fatal(err)
	}
	return d
}

// args are the program's arguments.
func (d desk) args(lang string, more ...string) []string {
	return append([]string{"--db", d.db, "--user", user, "--lang", lang}, more...)
}

// env is what the program's environment has for this desk.
func (d desk) env() []string { return []string{"XDG_STATE_HOME=" + d.state} }

// answer stores answers as another program would, and leaves the person at a
// field.
func (d desk) answer(tb testing.TB, s *storage.Store, at form.Field, answers ...form.FieldText) {
	tb.Helper()
	opened, err := s.Record(tb.Context(), d.id)
	if err != nil {
		tb.Fatal(err)
	}
	env := tuitest.NewEnv(tb, s, "vi")
	session := form.NewSession(opened.Form, opened.Filled, env.Desk.Setting(opened.Record))
	for _, a := range answers {
		if !session.Answer(a.Field, a.Raw) {
			tb.Fatalf("the form refuses %q for %v", a.Raw, a.Field)
		}
	}
	_, err = s.Save(tb.Context(), model.Save{ID: d.id, Changes: session.TakeChanges(), Revs: opened.Revs, Progress: session.Progress(),
		Place: model.Place{Section: opened.Form.Item(at.Item).Section, Field: at}})
	if err != nil {
		tb.Fatal(err)
	}
}

// read returns an inspection as it is stored.
func (d desk) read(tb testing.TB, id model.RecordID) *model.Opened {
	tb.Helper()
	s := d.open(tb)
	defer shut(tb, s)
	opened, err := s.Record(tb.Context(), id)
	if err != nil {
		tb.Fatal(err)
	}
	return opened
}

// start starts the program on the desk, in a terminal of 80 by 24.
func (d desk) start(t *testing.T, lang string, more ...string) *tuitest.Terminal {
	t.Helper()
	return tuitest.Start(t, tuitest.Options{Path: tuitest.BuildBinary(t), Env: d.env(), Args: d.args(lang, more...)})
}

// crowded makes a desk with that many invented inspections.
func crowded(tb testing.TB, n int) desk {
	tb.Helper()
	d := newDesk(tb)
	s := storagetest.OpenAt(tb, d.db, storagetest.Options())
	storagetest.Fill(tb, s, n)
	shut(tb, s)
	return d
}

// raw is what stands in an item of the inspection.
func (d desk) raw(tb testing.TB, item string) string {
	tb.Helper()
	return d.read(tb, d.id).Filled.Answers[form.Field{Item: item}].Raw
}
