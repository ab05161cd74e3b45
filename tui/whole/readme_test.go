package whole

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// length is how long benchmarks run, which is shorter in .ci/run.
var length = regexp.MustCompile(` -benchtime \S+`)

// readmeCommands are the lines of the README's shell blocks.
func readmeCommands(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	inside := false
	for _, line := range strings.Split(string(text), "\n") {
		switch {
		case line == "```sh":
			inside = true
		case line == "```":
			inside = false
		case inside:
			list = append(list, line)
		}
	}
	if len(list) < 8 {
		t.Fatalf("the README has only the commands %q", list)
	}
	return list
}

// reopened makes a visit on a former version of the form, which was completed once
// and is open again.
func reopened(t *testing.T) desk {
	t.Helper()
	d := newDesk(t)
	s := d.open(t)
	defer shut(t, s)
	env := tuitest.NewEnv(t, s, "vi")
	def, err := env.Forms.Version("inspection", "2022-07-15")
	if err != nil {
		t.Fatal(err)
	}
	d.id = tuitest.BeginOn(t, env, def, kit.Begin{})
	d.complete(t, s)
	if err := s.Reopen(t.Context(), d.id, "bổ sung"); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestEveryCommandOfTheReadmeRuns runs what the README tells a newcomer to type.
// What begins with go is run by .ci/run, whose text is checked for it.
func TestEveryCommandOfTheReadmeRuns(t *testing.T) {
	ci, err := os.ReadFile("../../.ci/run")
	if err != nil {
		t.Fatal(err)
	}
	binary, dir := tuitest.BuildBinary(t), t.TempDir()
	for _, kind := range []string{".yaml", ".keys"} {
		text, err := os.ReadFile("../../model/form/defs/inspection-2022-07-15" + kind)
		if err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(dir, "FILE"+kind), string(text))
	}
	d := reopened(t)
	env := append(append(os.Environ(), d.env()...), "XDG_DATA_HOME="+dir, "HOME="+dir, "GIAMSAT_DB="+d.db, "GIAMSAT_USER="+user, "LANG=C.UTF-8")
	for _, line := range readmeCommands(t) {
		t.Run(line, func(t *testing.T) {
			if strings.HasPrefix(line, "go ") {
				if !strings.Contains(length.ReplaceAllString(string(ci), ""), length.ReplaceAllString(line, "")) {
					t.Errorf(".ci/run does not run %q", line)
				}
				return
			}
			words := strings.Fields(strings.ReplaceAll(line, " ID", " "+string(d.id)))
			if words[0] != "giamsat" {
				t.Fatalf("nothing runs %q", line)
			}
			cmd := exec.Command(binary, words[1:]...)
			cmd.Env, cmd.Dir = env, dir
			if out, err := cmd.CombinedOutput(); err != nil || len(out) == 0 {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// The script that the README shows is played as it stands there.
func TestTheScriptOfTheReadmePasses(t *testing.T) {
	home(t)
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(text), "```\n# Dòng")
	script, _, closed := strings.Cut("# Dòng"+after, "```")
	if !found || !closed {
		t.Fatal("the README shows no script")
	}
	source, err := os.ReadFile("../../model/form/defs/inspection-2022-07-15.yaml")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put(t, filepath.Join(dir, "visit.keys"), script)
	call{args: []string{"form", "test", put(t, filepath.Join(dir, "visit.yaml"), string(source))}, out: `1 kịch bản, 0 chỗ sai\.$`}.test(t)
}
