package tuitest

import (
	"fmt"
	"log/slog"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/theme"
)

// NewEnv makes what screens may use, over a store, without colour.
func NewEnv(tb testing.TB, store kit.Store, lang string) *kit.Env {
	tb.Helper()
	cat, err := catalog.Load()
	if err != nil {
		tb.Fatal(err)
	}
	forms, err := form.OpenLibrary(cat, nil)
	if err != nil {
		tb.Fatal(err)
	}
	n := 0
	newRow := func() form.Row { n++; return form.Row(fmt.Sprintf("row-%d", n)) }
	today, _ := vn.NewDate(2024, 6, 20)
	return &kit.Env{Store: store, Desk: kit.NewDesk(store, cat, forms, newRow).On(today), Catalog: cat, Forms: forms, Words: i18n.In(lang),
		Theme: theme.New(theme.Options{Profile: colorprofile.ASCII}), Keys: keymap.New(), User: "an", Today: today, Log: slog.New(slog.DiscardHandler)}
}

// Begin makes an inspection of Xã Cẩm Bình on 15/06/2024 on the real form, for
// the two sub-projects of project 7.
func Begin(tb testing.TB, env *kit.Env) model.RecordID {
	tb.Helper()
	visit, _ := vn.NewDate(2024, 6, 15)
	unit, ok := env.Catalog.UnitOn("18685", visit)
	if !ok {
		tb.Fatal("the unit of the fixture is not in the catalogue")
	}
	def, err := env.Forms.Version("inspection", "2022-07-15")
	if err != nil {
		tb.Fatal(err)
	}
	in := model.NewRecord{Unit: unit.Key, UnitName: unit.FullName, UnitPath: env.Catalog.Path(unit, visit), Day: visit,
		Programme: def.Programme, Projects: []string{"DA7.TDA1", "DA7.TDA2"}, Form: def}
	s := form.NewSession(def, form.Record{}, env.Desk.Setting(model.Record{Day: visit}))
	s.Begin([]form.FieldText{{Field: form.Field{Item: "unit"}, Raw: unit.Key.String()}, {Field: form.Field{Item: "visit_date"}, Raw: visit.String()},
		{Field: form.Field{Item: "projects"}, Raw: "DA7.TDA1 DA7.TDA2"}})
	in.Changes, in.Progress = s.TakeChanges(), s.Progress()
	id, err := env.Store.Create(tb.Context(), in)
	if err != nil {
		tb.Fatal(err)
	}
	return id
}

// Alone shows one screen as a program of its own. What it asks of the root is
// kept in Asked, in order, and answered by nobody.
type Alone struct {
	Screen kit.Screen
	Asked  []tea.Msg
	Said   string // the last notice
	env    *kit.Env
}

var _ tea.Model = (*Alone)(nil)

// NewAlone makes the program of one screen at a size.
func NewAlone(env *kit.Env, s kit.Screen, width, height int) *Alone {
	s.SetSize(width, height)
	return &Alone{Screen: s, env: env}
}

// Init starts the screen.
func (a *Alone) Init() tea.Cmd { return a.Screen.Init() }

// Update does the root's part, as far as one screen sees it.
func (a *Alone) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.dispatch(msg)
	for _, wish := range a.env.Wishes() {
		if said, ok := wish.(kit.NoticeMsg); ok {
			a.Said = said.Text
			continue
		}
		a.Asked = append(a.Asked, wish)
	}
	return a, cmd
}

func (a *Alone) dispatch(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.Screen.SetSize(msg.Width, msg.Height)
		return nil
	case kit.QuietMsg:
		return a.env.Desk.Quiet(msg)
	case kit.WatchMsg:
		return a.env.Desk.Watched(msg)
	case kit.TheirsMsg:
		if a.env.Desk.Moved(msg) {
			return a.Screen.Update(kit.MovedMsg{ID: msg.ID})
		}
		adopted, changed := a.env.Desk.Adopt(msg)
		if !changed {
			return nil
		}
		return a.Screen.Update(adopted)
	case kit.ShutMsg:
		if !a.env.Desk.Shut(msg) {
			return nil
		}
	case kit.SavedMsg:
		if msg.Err == nil {
			return tea.Batch(a.Screen.Update(msg), a.env.Desk.SaveAll())
		}
	case kit.RetryMsg:
		return a.env.Desk.SaveAll()
	}
	return a.Screen.Update(msg)
}

// View shows the title, the body and the note.
func (a *Alone) View() tea.View {
	f := a.Screen.View()
	v := tea.NewView(f.Title + "\n" + f.Body + "\n" + f.Note)
	if f.Cursor != nil {
		v.Cursor = tea.NewCursor(f.Cursor.X, f.Cursor.Y+1)
	}
	return v
}

// Last returns the last thing the screen asked of the root, nil when nothing.
func (a *Alone) Last() tea.Msg {
	if len(a.Asked) == 0 {
		return nil
	}
	return a.Asked[len(a.Asked)-1]
}
