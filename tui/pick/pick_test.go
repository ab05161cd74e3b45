package pick_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/pick"
	"giamsat/tui/tuitest"
)

func find(typed string) []kit.Entry {
	var list []kit.Entry
	for i, name := range []string{"Xã Cẩm Hà", "Xã Cẩm Bình", "Xã Kỳ Hoa", "Phường Thành Sen"} {
		if vn.Match(vn.Fold(name), typed) {
			list = append(list, kit.Entry{Code: fmt.Sprint(i), Label: name, Detail: "tỉnh Hà Tĩnh"})
		}
	}
	return list
}

func shown(t *testing.T, p *kit.Pick) (*tuitest.Driver, *tuitest.Alone) {
	t.Helper()
	env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
	alone := tuitest.NewAlone(env, pick.New(env, "", p), 80, 11)
	return tuitest.NewModel(t, alone, 80, 11), alone
}

// picked is what the list answered with.
func picked(t *testing.T, alone *tuitest.Alone) []string {
	t.Helper()
	back, ok := alone.Last().(kit.BackMsg)
	msg, isPicked := back.Result.(kit.PickedMsg)
	if !ok || !isPicked {
		t.Fatalf("asked for %v, want an answer", alone.Last())
	}
	if msg.Tag != "tag" {
		t.Errorf("the answer has the tag %v", msg.Tag)
	}
	return msg.Codes
}

func TestTypingNarrowsAndEnterTakesTheMarked(t *testing.T) {
	d, alone := shown(t, &kit.Pick{Tag: "tag", Find: find})
	d.Type("ha cam")
	d.Press("enter")
	if got := picked(t, alone); !slices.Equal(got, []string{"0"}) {
		t.Errorf("picked %v, want the first", got)
	}
}

func TestTheMarkerBeginsOnWhatIsChosen(t *testing.T) {
	d, alone := shown(t, &kit.Pick{Tag: "tag", Find: find, Chosen: []string{"2"}})
	if !strings.Contains(d.View(), " > ● Xã Kỳ Hoa") {
		t.Errorf("the chosen entry is not marked:\n%s", d.View())
	}
	d.Press("down", "enter")
	if got := picked(t, alone); !slices.Equal(got, []string{"3"}) {
		t.Errorf("picked %v", got)
	}
}

func TestSeveralAreChosenWithTabAndGivenInTheListsOrder(t *testing.T) {
	d, alone := shown(t, &kit.Pick{Tag: "tag", Title: "Đơn vị", Many: true, Find: find, Chosen: []string{"gone", "2"}})
	d.Type("sen")
	d.Press("tab")
	d.Press("backspace", "backspace", "backspace")
	d.Type("cam binh")
	d.Press("tab")
	if !strings.Contains(d.View(), "Đơn vị · đã chọn 4") {
		t.Errorf("the title does not count:\n%s", d.View())
	}
	d.Press("enter")
	if got := picked(t, alone); !slices.Equal(got, []string{"1", "2", "3", "gone"}) {
		t.Errorf("picked %v", got)
	}
}

// Enter on what was looked for closed the list and chose nothing: only Tab did.
func TestEnterChoosesWhatWasLookedForAmongSeveralWhenNoSignWasSet(t *testing.T) {
	for name, c := range map[string]struct {
		typed string
		keys  []string
		want  []string
	}{
		"typed":                  {"sen", nil, []string{"2", "3"}},
		"moved":                  {"", []string{"up"}, []string{"1", "2"}},
		"already chosen":         {"hoa", nil, []string{"2"}},
		"only looked at":         {"", nil, []string{"2"}},
		"typed and taken back":   {"s", []string{"backspace"}, []string{"2"}},
		"nothing fits":           {"zzz", nil, []string{"2"}},
		"a sign was set":         {"cam", []string{"tab"}, []string{"0", "2"}},
		"a sign was taken away":  {"hoa", []string{"tab"}, nil},
		"a sign, then elsewhere": {"", []string{"tab", "up", "up"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			d, alone := shown(t, &kit.Pick{Tag: "tag", Many: true, Find: find, Chosen: []string{"2"}})
			d.Type(c.typed)
			d.Press(append(c.keys, "enter")...)
			if got := picked(t, alone); !slices.Equal(got, c.want) {
				t.Errorf("picked %v, want %v", got, c.want)
			}
		})
	}
}

func TestNothingFitsSaysSoAndPicksNothing(t *testing.T) {
	d, alone := shown(t, &kit.Pick{Tag: "tag", Find: find})
	d.Type("zzz")
	d.Press("enter")
	if alone.Last() != nil || !strings.Contains(d.View(), "Không có mục nào khớp.") {
		t.Errorf("asked for %v:\n%s", alone.Last(), d.View())
	}
	d.Press("esc")
	if alone.Last() != (kit.BackMsg{}) {
		t.Errorf("Esc asked for %v", alone.Last())
	}
}

func TestTheListBeginsWithWhatWasTypedBefore(t *testing.T) {
	d, alone := shown(t, &kit.Pick{Tag: "tag", Find: find, Typed: "cam"})
	if strings.Contains(d.View(), "Kỳ Hoa") || !strings.Contains(d.View(), "Cẩm Bình") {
		t.Errorf("it is not narrowed:\n%s", d.View())
	}
	d.Type(" binh")
	d.Press("enter")
	if got := picked(t, alone); !slices.Equal(got, []string{"1"}) {
		t.Errorf("picked %v", got)
	}
}

func TestVietnameseIsTypedInAListAsInATextField(t *testing.T) {
	env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
	env.Input = vn.MethodTelex
	alone := tuitest.NewAlone(env, pick.New(env, "", &kit.Pick{Tag: "tag", Find: find}), 80, 11)
	d := tuitest.NewModel(t, alone, 80, 11)
	d.Type("kyf hoa")
	if !strings.Contains(d.View(), "kỳ hoa") {
		t.Errorf("it is not composed:\n%s", d.View())
	}
	d.Press("enter")
	if got := picked(t, alone); !slices.Equal(got, []string{"2"}) {
		t.Errorf("picked %v", got)
	}
}

// A list in which many things are confirmed at once did all of them when none was in
// sight.
func TestWhatIsConfirmedIsTickedAndInSight(t *testing.T) {
	d, alone := shown(t, &kit.Pick{Tag: "tag", Many: true, Find: find, Chosen: []string{"0", "1", "2", "3"},
		Confirm: func(n int) string { return fmt.Sprintf("Ghi %d mục?", n) }})
	if !strings.Contains(d.View(), "Ghi 4 mục?") {
		t.Errorf("the title does not count:\n%s", d.View())
	}
	d.Type("xyz")
	d.Press("enter")
	if alone.Last() != nil || !strings.Contains(alone.Said, "không ghi gì") || !strings.Contains(d.View(), "Ghi 0 mục?") {
		t.Fatalf("asked for %v, said %q:\n%s", alone.Last(), alone.Said, d.View())
	}
	d.Press("backspace", "backspace", "backspace")
	d.Type("cam")
	d.Press("tab") // the first is left out
	if !strings.Contains(d.View(), "Ghi 1 mục?") {
		t.Errorf("the title does not say how many are written:\n%s", d.View())
	}
	d.Press("enter")
	if got := picked(t, alone); !slices.Equal(got, []string{"1"}) {
		t.Errorf("picked %v", got)
	}
}
