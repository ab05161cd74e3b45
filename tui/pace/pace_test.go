package pace_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/pace"
	"giamsat/tui/tuitest"
)

// told is a store that says what entering took.
type told struct {
	*tuitest.Store
	list []model.Pace
	err  error
}

func (s *told) Paces(context.Context, int) ([]model.Pace, error) { return s.list, s.err }

func paces() []model.Pace {
	row := func(id, unit string, visit, at int, s model.Sitting) model.Pace {
		s.Began = time.Date(2024, time.June, at, 8, 5, 0, 0, time.Local)
		return model.Pace{Summary: model.Summary{ID: model.RecordID(id), Kind: model.Inspection, UnitName: unit, Unit: catalog.UnitKey{Code: unit},
			Day: vn.Date{Year: 2024, Month: time.June, Day: visit}}, Sitting: s, Last: s.Began, Sittings: 1 + visit%2}
	}
	return []model.Pace{
		row("c", "Xã Cẩm Bình", 18, 20, model.Sitting{Keys: 1204, Deleted: 31, Answers: 212, Corrections: 9, Active: 38 * time.Minute}),
		row("b", "Thị trấn Tây Sơn", 15, 16, model.Sitting{Keys: 90, Answers: 80, Active: 95 * time.Second}),
		row("a", "Xã Cẩm Bình", 5, 6, model.Sitting{Keys: 2080, Deleted: 44, Answers: 216, Corrections: 21, Active: 74 * time.Minute}),
		row("z", "Phường Thạch Quý", 4, 5, model.Sitting{Keys: 3}),
	}
}

func open(t *testing.T, s kit.Store, lang string, id model.RecordID, width, height int) (*tuitest.Driver, *tuitest.Alone) {
	t.Helper()
	env := tuitest.NewEnv(t, s, lang)
	alone := tuitest.NewAlone(env, pace.New(env, id, nil), width, height)
	return tuitest.NewModel(t, alone, width, height), alone
}

func TestPictures(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		for _, size := range [][2]int{{60, 15}, {80, 19}, {120, 35}} {
			name := fmt.Sprintf("%s-%dx%d", lang, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				d, _ := open(t, &told{Store: tuitest.NewStore(), list: paces()}, lang, "c", size[0], size[1])
				tuitest.Golden(t, name, d.View())
			})
		}
	}
}

func TestAVisitIsComparedWithTheOneBeforeToTheSameUnit(t *testing.T) {
	d, _ := open(t, &told{Store: tuitest.NewStore(), list: paces()}, "vi", "c", 80, 19)
	said := func() string { return strings.Join(strings.Fields(d.View()), " ") }
	if want := "bằng 58 % số phím của lần 05/06/2024"; !strings.Contains(said(), want) {
		t.Errorf("%q is not said:\n%s", want, d.View())
	}
	d.Press("down", "down")
	if strings.Contains(said(), "số phím của lần") {
		t.Errorf("a first visit is compared:\n%s", d.View())
	}
}

func TestEnterOpensARecordAndReturnsToTheOneItCameFrom(t *testing.T) {
	d, alone := open(t, &told{Store: tuitest.NewStore(), list: paces()}, "vi", "c", 80, 19)
	d.Press("enter")
	if got, ok := alone.Last().(kit.BackMsg); !ok {
		t.Errorf("on its own record it asks %#v", got)
	}
	d.Press("down", "enter")
	if got := alone.Last(); got != (kit.OpenMsg{Kind: kit.KindFill, ID: "b"}) {
		t.Errorf("it asks %#v", got)
	}
}

func TestItSaysThatNothingWasEnteredAndThatNothingCouldBeRead(t *testing.T) {
	d, _ := open(t, &told{Store: tuitest.NewStore()}, "vi", "", 60, 15)
	if !strings.Contains(d.View(), "Chưa nhập gì") {
		t.Errorf("an empty one shows\n%s", d.View())
	}
	d, _ = open(t, &told{Store: tuitest.NewStore(), err: errors.New("torn cable")}, "vi", "", 60, 15)
	if !strings.Contains(d.View(), "F5") || strings.Contains(d.View(), "torn cable") {
		t.Errorf("a failed one shows\n%s", d.View())
	}
}

func TestWhatWasSavedMeanwhileIsCounted(t *testing.T) {
	s := &told{Store: tuitest.NewStore(), list: paces()[1:]}
	d, _ := open(t, s, "vi", "c", 80, 19)
	s.list = paces()
	d.Send(kit.SavedMsg{ID: "c"})
	if !strings.Contains(d.View(), "1.204") {
		t.Errorf("a save that ended is not seen:\n%s", d.View())
	}
}
