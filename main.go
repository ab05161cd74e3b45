// Command giamsat guides inspectors of the poverty-reduction programme through
// their forms and keeps what they enter in one SQLite file.
//
// This file only wires: it reads the command line, opens the log, the forms and
// the data, runs the interface or one command, and says how it went. Exit codes:
// 0 all is well and saved, 1 it could not be done or not all was saved, 2 it was
// called wrongly, on a terminal that cannot be used, or it failed inside.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"os/user"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/colorprofile"
	"github.com/google/uuid"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/storage"
	"giamsat/storage/demo"
	"giamsat/tui"
	"giamsat/tui/cli"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/paint"
	"giamsat/tui/theme"
)

// threads is how many of the program's parts run at once: the interface and the
// disk. Setting it also keeps the Go runtime from looking every second whether
// there are more processors, which would wake an idle program.
const threads = 2

func main() {
	runtime.GOMAXPROCS(min(threads, runtime.NumCPU()))
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// program is one run: what was asked for, and what it takes to do it.
type program struct {
	cmd    cli.Commands
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	words  *i18n.Words
	log    *slog.Logger

	logPath string
	db      string // the data file
	given   bool   // it was named by the person
	state   string // folder of the log and the recovery files
	cat     *catalog.Catalog
}

// run does what the arguments ask for and returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr}
	asked := cli.Flag(args, "--lang")
	lang, known := i18n.Language(asked, os.Getenv)
	p.words = i18n.In(lang)
	if !known {
		return p.fail(2, p.words.Start.NoLanguage, asked)
	}
	name, err := p.cmd.Parse(args)
	switch {
	case p.cmd.Help:
		return p.ended(p.printer().Usage())
	case err != nil:
		return p.fail(2, "%s", cli.Misuse(&p.words.Start, err))
	case p.cmd.Version:
		_, err := fmt.Fprintln(stdout, "giamsat", version())
		return p.ended(err)
	}
	closeLog, err := p.prepare()
	if err != nil {
		return p.ended(err)
	}
	defer closeLog()
	return p.do(name)
}

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// fail says a sentence and returns the code.
func (p *program) fail(code int, format string, args ...any) int {
	// Nothing is left to be told when even this cannot be written.
	_, _ = fmt.Fprintf(p.stderr, format+"\n", args...)
	return code
}

// ended turns the outcome of a command into an exit code.
func (p *program) ended(err error) int {
	var sentence cli.Said
	switch {
	case err == nil:
		return 0
	case errors.Is(err, cli.ErrFaults):
		return 1
	case errors.As(err, &sentence):
		return p.fail(1, "%s", sentence)
	}
	if p.log != nil {
		p.log.Error("command failed", "cause", err)
	}
	return p.fail(1, "%s", p.words.Err(err))
}

func (p *program) printer() cli.Printer { return cli.Printer{Out: p.stdout, Words: p.words} }

// prepare finds the places of data and state, opens the log there, and reads the
// catalogue.
func (p *program) prepare() (closeLog func(), err error) {
	p.state = filepath.Join(xdg.StateHome, "giamsat")
	p.db, p.given = p.cmd.DB, p.cmd.DB != ""
	if !p.given {
		p.db = filepath.Join(xdg.DataHome, "giamsat", "giamsat.db")
	}
	if err := os.MkdirAll(p.state, 0o700); err != nil {
		return nil, p.unwritten(p.words.Start.Folder, p.state, err)
	}
	p.logPath = os.Getenv("GIAMSAT_LOG")
	if p.logPath == "" {
		p.logPath = filepath.Join(p.state, "giamsat.log")
	}
	file, err := os.OpenFile(p.logPath, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, p.unwritten(p.words.Start.Unwritable, p.logPath, err)
	}
	p.log = slog.New(slog.NewTextHandler(file, nil))
	if p.cat, err = catalog.Load(); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return func() {
		if err := file.Close(); err != nil {
			p.fail(1, "%s", p.words.Err(err))
		}
	}, nil
}

// unwritten says of a file or folder why it cannot be made or written.
func (p *program) unwritten(sentence, name string, err error) error {
	return cli.Said(fmt.Sprintf(sentence, name, p.words.FileErr(cli.Reason(err))))
}

// do runs one command; name is how kong spells it.
func (p *program) do(name string) int {
	ctx := context.Background()
	tools := cli.Tools{
		Printer: p.printer(), Commands: &p.cmd, Catalog: p.cat, Forms: p.library, Scratch: p.scratch,
		Open: func(ctx context.Context) (cli.Store, error) { return p.openStore(ctx, false) },
	}
	if known, err := tools.Do(ctx, name); known {
		return p.ended(err)
	}
	if name == "check" {
		return p.ended(p.check(ctx))
	}
	return p.open(ctx)
}

// openStore opens the data. create makes it where there is none, but never the
// folder of a file that the person named: that is a slip.
func (p *program) openStore(ctx context.Context, create bool) (*storage.Store, error) {
	if p.given && create {
		if _, err := os.Stat(filepath.Dir(p.db)); errors.Is(err, fs.ErrNotExist) {
			return nil, p.notOpened(fmt.Errorf("look for folder of %s: %w", p.db, model.ErrMissing))
		}
	}
	host, err := os.Hostname()
	if err != nil {
		p.log.Warn("cannot tell the name of this machine", "cause", err)
	}
	store, err := storage.Open(ctx, p.db, storage.Options{User: p.who(), From: host, Create: create, Log: p.log,
		RecoveryDir: filepath.Join(p.state, "recovery"), Load: p.loadStored})
	if err != nil {
		return nil, p.notOpened(err)
	}
	return store, nil
}

// loadStored reads a form that records are bound to.
func (p *program) loadStored(src []byte) (*form.Definition, error) {
	return form.Load("stored form", src, p.cat)
}

// scratch makes an empty store in a folder of its own; done throws both away.
func (p *program) scratch(ctx context.Context) (store kit.Store, done func() error, err error) {
	folder, err := os.MkdirTemp("", "giamsat-keys-")
	if err != nil {
		return nil, nil, cli.Reason(err)
	}
	s, err := storage.Open(ctx, filepath.Join(folder, "giamsat.db"), storage.Options{User: p.who(), Create: true, Log: p.log,
		RecoveryDir: filepath.Join(folder, "recovery"), Load: p.loadStored})
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(folder))
	}
	return s, func() error { return errors.Join(s.Close(), os.RemoveAll(folder)) }, nil
}

// who is at the keyboard: --user, GIAMSAT_USER, the login name.
func (p *program) who() string {
	if name := vn.CleanLine(p.cmd.User); name != "" {
		return name
	}
	login, err := user.Current()
	if err != nil {
		p.log.Warn("cannot tell the login name", "cause", err)
		return "?"
	}
	return login.Username
}

// notOpened says why the data cannot be opened.
func (p *program) notOpened(err error) error {
	p.log.Error("cannot open the data", "path", p.db, "cause", err)
	why := p.words.Err(err)
	switch { // nothing is open yet that would be saved later
	case errors.Is(err, model.ErrBusy):
		why = p.words.Start.Locked
	case errors.Is(err, model.ErrNoSpace):
		why = p.words.Start.DiskFull
	}
	return cli.Said(fmt.Sprintf(p.words.Start.Open, p.db, why))
}

// check looks whether the data is sound.
func (p *program) check(ctx context.Context) error {
	s, err := p.openStore(ctx, false)
	if err != nil {
		return err
	}
	r, err := s.Check(ctx)
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	if r.Sound() {
		_, err := fmt.Fprintln(p.stdout, i18n.Count(p.words.Start.Sound, r.Records, r.Events, r.Answers))
		return err
	}
	for _, f := range r.Faults {
		where := strings.TrimSpace(string(f.Record) + " " + f.Field.String())
		if _, err := fmt.Fprintln(p.stdout, p.words.Start.Faults[string(f.Kind)], where, f.Text); err != nil {
			return err
		}
	}
	return cli.Said(i18n.Count(p.words.Start.Unsound, len(r.Faults)))
}

// library opens the forms: those of the program, and those beside the data.
func (p *program) library() (*form.Library, error) {
	folder := filepath.Join(filepath.Dir(p.db), "forms")
	var own fs.FS
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		own = os.DirFS(folder)
	}
	lib, err := form.OpenLibrary(p.cat, own)
	if err != nil {
		return nil, err
	}
	if faults := lib.Faults(); len(faults) > 0 {
		p.log.Warn("forms are not used", "folder", folder, "cause", form.Faults(faults))
		p.fail(0, p.words.Start.Forms, folder)
		return lib, cli.Printer{Out: p.stderr, Words: p.words}.Faults(faults)
	}
	return lib, nil
}

// open runs the interface.
func (p *program) open(ctx context.Context) (code int) {
	in, inOK := p.stdin.(*os.File)
	out, outOK := p.stdout.(*os.File)
	renderer := os.Getenv("GIAMSAT_RENDERER")
	if renderer != "" && renderer != "tea" {
		return p.fail(2, p.words.Start.NoRenderer, renderer)
	}
	verdict := paint.InputNotTerminal
	if inOK && outOK {
		verdict = paint.CheckTerminal(in, out, os.Getenv("TERM"))
	}
	switch verdict {
	case paint.Usable:
	case paint.TermUnset, paint.TermDumb:
		p.cmd.Linear = true // nothing can be drawn there
	case paint.InputNotTerminal, paint.OutputNotTerminal:
		return p.fail(2, p.words.Start.NotATerminal)
	}
	if p.cmd.Demo {
		folder, err := os.MkdirTemp("", "giamsat-demo-")
		if err != nil {
			return p.ended(p.unwritten(p.words.Start.Folder, os.TempDir(), err))
		}
		defer func() { code = max(code, p.ended(os.RemoveAll(folder))) }()
		p.db, p.state, p.given = filepath.Join(folder, "giamsat.db"), folder, false
	}
	lib, err := p.library()
	if err != nil {
		return p.ended(err)
	}
	store, err := p.openStore(ctx, true)
	if err != nil {
		return p.ended(err)
	}
	defer func() { code = max(code, p.ended(store.Close())) }()
	if p.cmd.Demo {
		if _, err := (demo.Maker{Store: store, Catalog: p.cat, Forms: lib, NewRow: newRow, Today: vn.DateOf(time.Now())}).Fill(ctx); err != nil {
			return p.ended(err)
		}
	}
	options := tui.Options{Stock: renderer == "tea"}
	return p.interact(ctx, p.environment(store, lib, out), store, options, in, out)
}

// newRow makes the id of a table's row.
func newRow() form.Row { return form.Row(uuid.Must(uuid.NewV7()).String()) }

// environment is what the screens may use.
func (p *program) environment(store *storage.Store, lib *form.Library, out *os.File) *kit.Env {
	keys, looks := keymap.New(), theme.Options{Profile: colorprofile.Detect(out, os.Environ()), ASCII: p.cmd.ASCII, Dark: theme.Dark(os.Getenv("COLORFGBG"))}
	if p.cmd.ASCII || p.cmd.Linear {
		keys = keymap.NewASCII()
	}
	if p.cmd.Linear {
		looks = theme.Options{Spoken: true, Profile: colorprofile.ASCII}
	}
	today := vn.DateOf(time.Now())
	return &kit.Env{
		Store: store, Desk: kit.NewDesk(store, p.cat, lib, newRow).On(today), Catalog: p.cat, Forms: lib, Words: p.words, Keys: keys,
		Theme: theme.New(looks), User: p.who(), Today: today, Input: store.RememberedInput(), Log: p.log,
	}
}

// warning is what a person should know before the first key: a data file that had
// lost its content, hardly any room on the disk, or forms of their own that are not
// used. "" when all is well.
func (p *program) warning(env *kit.Env, store *storage.Store) string {
	if store.BegunInEmptyFile() {
		return fmt.Sprintf(p.words.Start.BegunEmpty, p.db)
	}
	low, err := store.LowSpace()
	switch {
	case err != nil:
		p.log.Warn("cannot tell the room on the disk", "cause", err)
	case low:
		return p.words.Start.LowSpace
	}
	if len(env.Forms.Faults()) > 0 {
		return p.words.Start.FormsUnused
	}
	return ""
}

// settled is when the first screen is there, with the form of the record that was
// open last, and what starting took can be given back.
const settled = 500 * time.Millisecond

// interact runs the interface and says how it ended.
func (p *program) interact(ctx context.Context, env *kit.Env, store *storage.Store, options tui.Options, in, out *os.File) int {
	ends := make(chan os.Signal, 1)
	signal.Notify(ends, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT)
	defer signal.Stop(ends)
	signal.Ignore(syscall.SIGPIPE) // a dead terminal is told by the error of writing to it
	options.Notice, options.Linear = p.warning(env, store), p.cmd.Linear
	if id := store.Remembered(ctx); id != "" {
		options.First = []kit.OpenMsg{{Kind: kit.KindHome}, {Kind: kit.KindFill, ID: id}}
	}
	// Most of what starting allocated is of no use any more, above all what reading a
	// form took, and the collector would not come by before much is typed: with a
	// hundred people on one machine what each program holds on to for nothing adds up.
	defer time.AfterFunc(settled, debug.FreeOSMemory).Stop()
	outcome := tui.Run(env, options, in, out, ends)
	words := env.Words.Start // the language may have been switched
	switch {
	case outcome.Lost > 0:
		p.log.Error("answers could not be saved", "answers", outcome.Lost, "kept", outcome.Kept, "cause", outcome.Err)
		said := words.Lost
		if outcome.Kept {
			said = words.Unsaved
		}
		code := p.fail(1, "%s", i18n.Count(said, outcome.Lost))
		if outcome.Panicked {
			code = p.fail(2, words.Panicked, p.logPath)
		}
		return code
	case outcome.Panicked:
		return p.fail(2, words.Panicked, p.logPath)
	case outcome.Err != nil:
		return p.ended(outcome.Err)
	case outcome.Ended:
		return p.fail(0, words.Terminated)
	}
	return 0
}
