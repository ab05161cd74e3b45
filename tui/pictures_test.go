package tui_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui"
	"giamsat/tui/tuitest"
)

// gallery is a store with a fixed list of inspections.
type gallery struct{ *tuitest.Store }

func (g gallery) Records(ctx context.Context, q model.Query) ([]model.Summary, int, error) {
	if q.Returned || len(q.Kinds) > 0 && !slices.Contains(q.Kinds, model.Inspection) {
		return g.Store.Records(ctx, q)
	}
	row := func(n int, unit, path, round string, day int, status model.Status, areas ...form.Progress) model.Summary {
		for i, name := range []string{"documents_area", "progress_area", "capital_area", "compliance_area", "reporting_area"} {
			areas[i].Section = name
		}
		return model.Summary{ID: model.RecordID(fmt.Sprintf("id-%d", n)), Kind: model.Inspection, UnitName: unit, UnitPath: path, Round: round, Status: status,
			Day: vn.Date{Year: 2024, Month: time.June, Day: day}, ChangedBy: "an", Progress: areas,
			ChangedAt: time.Date(2024, time.June, 21-n, 10, 42, 0, 0, time.Local)}
	}
	done := form.Progress{Answered: 18, Items: 18}
	return []model.Summary{
		row(1, "Xã Cẩm Bình", "huyện Cẩm Xuyên", "1/2024", 15, model.Draft, done, form.Progress{Answered: 7, Items: 9, Missing: 1, Stops: 1},
			form.Progress{Answered: 4, Items: 12, Missing: 8}, form.Progress{Items: 14, Missing: 14}, form.Progress{Items: 8, Missing: 8}),
		row(2, "Phường Thạch Quý", "thành phố Hà Tĩnh", "1/2024", 14, model.Completed, done, done, done, done, done),
		row(3, "Thị trấn Tây Sơn", "huyện Hương Sơn", "", 12, model.Draft, form.Progress{Items: 18, Missing: 18}, form.Progress{Items: 9},
			form.Progress{Items: 12}, form.Progress{Items: 14}, form.Progress{}),
	}, 3, nil
}

// Pictures are kept so that every change of what a person sees is seen in review.
func TestPictures(t *testing.T) {
	for _, p := range []struct {
		name string
		keys []string
		text string
	}{
		{name: "home"},
		{name: "list", keys: []string{"p"}},
		{name: "filter", keys: []string{"/"}, text: "cẩm"},
		{name: "new", keys: []string{"n"}, text: "binh ha"},
		{name: "pick", keys: []string{"n", "f9"}, text: "cam"},
		{name: "palette", keys: []string{"ctrl+p"}},
		{name: "help", keys: []string{"f1"}},
	} {
		for _, lang := range []string{"vi", "en"} {
			for _, size := range [][2]int{{60, 20}, {80, 24}, {132, 43}} {
				name := fmt.Sprintf("%s-%s-%dx%d", p.name, lang, size[0], size[1])
				t.Run(name, func(t *testing.T) {
					env := tuitest.NewEnv(t, gallery{tuitest.NewStore()}, lang)
					d := tuitest.NewModel(t, tui.New(env, tui.Options{}), size[0], size[1])
					d.Press(p.keys...)
					d.Type(p.text)
					tuitest.Golden(t, name, d.View())
				})
			}
		}
	}
}

// However narrow the window is, the way back is told.
func TestTheKeyLineAlwaysHasTheKeysThatLeadBackAndOn(t *testing.T) {
	for _, keys := range [][]string{{"p"}, {"d"}, {"t"}, {"n"}, {"p", "l"}} {
		t.Run(fmt.Sprint(keys), func(t *testing.T) {
			env := tuitest.NewEnv(t, gallery{tuitest.NewStore()}, "vi")
			d := tuitest.NewModel(t, tui.New(env, tui.Options{}), 60, 20)
			d.Press(keys...)
			lines := strings.Split(d.View(), "\n")
			line := lines[len(lines)-1]
			for _, want := range []string{"Esc về", "Ctrl+P lệnh", "phím"} {
				if !strings.Contains(line, want) {
					t.Errorf("the key line is %q", line)
				}
			}
		})
	}
}
