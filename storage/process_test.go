package storage_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// The tests below need other processes: this program starts itself again and
// plays a part that the environment names.
const (
	partVar = "GIAMSAT_TEST_PART"
	pathVar = "GIAMSAT_TEST_DB"
	idVar   = "GIAMSAT_TEST_INSPECTION"
	nameVar = "GIAMSAT_TEST_NAME"
)

func TestMain(m *testing.M) {
	parts := map[string]func(path, id, name string) error{
		"edit": editPart, "acknowledge": acknowledgePart, "create": createPart, "migrate": migratePart, "keep": keepPart,
		"complete": completePart, "finish": finishPart,
	}
	part, asked := parts[os.Getenv(partVar)]
	if !asked {
		os.Exit(m.Run())
	}
	if err := part(os.Getenv(pathVar), os.Getenv(idVar), os.Getenv(nameVar)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// child starts a process that plays a part.
func child(tb testing.TB, part, path string, id model.RecordID, name string) (*exec.Cmd, *strings.Builder) {
	tb.Helper()
	c := exec.CommandContext(tb.Context(), os.Args[0])
	c.Env = append(os.Environ(), partVar+"="+part, pathVar+"="+path, idVar+"="+string(id), nameVar+"="+name)
	var faults strings.Builder
	c.Stderr = &faults
	return c, &faults
}

func partOptions(name string) storage.Options {
	o := storagetest.Options()
	o.User = name
	o.NewID = nil // several processes: the ids that count would clash
	return o
}

// edits is how many changes each process makes to the same three fields.
const edits = 200

func editPart(path, id, name string) error {
	ctx := context.Background()
	s, err := storage.Open(ctx, path, partOptions(name))
	if err != nil {
		return err
	}
	fields := []form.Field{leader, note, {Item: "assigned"}}
	for n := range edits {
		f := fields[n%len(fields)]
		change := storagetest.Typed(f, fmt.Sprintf("%s %d", name, n))
		revs := map[form.Field]int64{}
		for {
			_, err := s.Save(ctx, model.Save{ID: model.RecordID(id), Revs: revs, Changes: []form.Change{change}})
			var clash *model.ConflictError
			if !errors.As(err, &clash) {
				if err != nil {
					return err
				}
				break
			}
			revs[f] = clash.Conflicts[0].Rev // seen, and overwritten knowingly
		}
	}
	return s.Close()
}

func TestProcessesOnTheSameFieldsLoseNoUpdate(t *testing.T) {
	const processes = 4
	path, id := filled(t)
	var all []*exec.Cmd
	var faults []*strings.Builder
	for n := range processes {
		c, f := child(t, "edit", path, id, "p"+strconv.Itoa(n))
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
	s := storagetest.OpenAt(t, path, storagetest.Options())
	seen := make(map[string]int)
	stands := make(map[form.Field]form.Answer)
	events := history(t, s, id)
	for _, e := range events {
		if e.Kind != string(form.Answered) {
			continue
		}
		if e.Old != stands[e.Field] {
			t.Errorf("event %d replaces %q but %q stood: an update was lost", e.Seq, e.Old.Raw, stands[e.Field].Raw)
		}
		stands[e.Field] = e.New
		seen[e.New.Raw]++
	}
	if len(seen) != processes*edits || len(events) != 1+processes*edits {
		t.Errorf("%d different values in %d events, want %d accepted edits each once", len(seen), len(events), processes*edits)
	}
	o := mustOpen(t, s, id)
	if o.Record.Rev != int64(len(events)) {
		t.Errorf("revision %d, %d events", o.Record.Rev, len(events))
	}
	var revisions int64
	for _, r := range o.Revs {
		revisions += r
	}
	if revisions != processes*edits {
		t.Errorf("revisions add up to %d", revisions)
	}
	sound(t, s)
}

func createPart(path, _, name string) error {
	s, err := storage.Open(context.Background(), path, partOptions(name))
	if err != nil {
		return err
	}
	return s.Close()
}

func TestProcessesThatMakeTheSameFileAtOnceAllSucceed(t *testing.T) {
	for round := range 5 {
		path := filepath.Join(t.TempDir(), fmt.Sprintf("%d.db", round))
		var all []*exec.Cmd
		var faults []*strings.Builder
		for n := range 6 {
			c, f := child(t, "create", path, "", strconv.Itoa(n))
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			all, faults = append(all, c), append(faults, f)
		}
		for n, c := range all {
			if err := c.Wait(); err != nil {
				t.Errorf("process %d: %v: %s", n, err, faults[n])
			}
		}
		sound(t, storagetest.OpenAt(t, path, storagetest.Options()))
	}
}

// acknowledgePart saves and prints the number of each save after it was
// acknowledged, until it is killed.
func acknowledgePart(path, id, name string) error {
	ctx := context.Background()
	s, err := storage.Open(ctx, path, partOptions(name))
	if err != nil {
		return err
	}
	o, err := s.Record(ctx, model.RecordID(id))
	if err != nil {
		return err
	}
	revs := o.Revs
	for n := 0; ; n++ {
		text := name + "." + strconv.Itoa(n)
		saved, err := s.Save(ctx, model.Save{ID: model.RecordID(id), Revs: revs, Changes: []form.Change{typed(leader, text)}})
		if err != nil {
			return err
		}
		revs = saved.Revs
		if _, err := fmt.Println(text); err != nil {
			return err
		}
	}
}

func TestKilledProcessLosesNothingItAcknowledged(t *testing.T) {
	rounds := 30
	if os.Getenv("GIAMSAT_LONG") != "" {
		rounds = 1000
	}
	path, id := filled(t)
	random := rand.New(rand.NewPCG(1, 2))
	var acknowledged []string
	for round := range rounds {
		c, faults := child(t, "acknowledge", path, id, "r"+strconv.Itoa(round))
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewReader(out)
		for range 1 + random.IntN(40) {
			line, err := lines.ReadString('\n')
			if err != nil {
				t.Fatalf("%v: %s", err, faults)
			}
			acknowledged = append(acknowledged, strings.TrimSpace(line))
		}
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		// What it acknowledged between the last reading and its end counts too.
		rest, err := io.ReadAll(lines)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(rest)) {
			if strings.HasSuffix(line, "\n") {
				acknowledged = append(acknowledged, strings.TrimSpace(line))
			}
		}
		if err := c.Wait(); err == nil {
			t.Fatal("the process ended by itself")
		}
	}
	s := storagetest.OpenAt(t, path, storagetest.Options())
	stored := make(map[string]bool)
	for _, e := range history(t, s, id) {
		stored[e.New.Raw] = true
	}
	lost := 0
	for _, text := range acknowledged {
		if !stored[text] {
			lost++
		}
	}
	if lost > 0 {
		t.Errorf("%d of %d acknowledged answers are lost", lost, len(acknowledged))
	}
	t.Logf("%d rounds, %d answers acknowledged, %d lost", rounds, len(acknowledged), lost)
	sound(t, s)
}

// keepPart keeps the text of an open field and dies.
func keepPart(path, id, name string) error {
	s, err := storage.Open(context.Background(), path, partOptions(name))
	if err != nil {
		return err
	}
	if err := s.KeepOpen(model.RecordID(id), model.OpenText{Field: note, Text: "gõ dở"}); err != nil {
		return err
	}
	return syscall.Kill(os.Getpid(), syscall.SIGKILL)
}

func TestKilledProcessLeavesTheTextOfItsOpenField(t *testing.T) {
	path, id := filled(t)
	c, faults := child(t, "keep", path, id, "k")
	if err := c.Run(); c.ProcessState.ExitCode() != -1 {
		t.Fatalf("the process was not killed: %v %s", err, faults)
	}
	found, err := storagetest.OpenAt(t, path, storagetest.Options()).Recovered(t.Context(), id)
	if err != nil || len(found) != 1 || found[0].Text != "gõ dở" {
		t.Errorf("recovered %v, %v", found, err)
	}
}
