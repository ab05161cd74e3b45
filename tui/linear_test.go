package tui_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/theme"
	"giamsat/tui/tuitest"
)

// listener is a person who hears one visit being filled in.
type listener struct {
	*tuitest.Driver
	t     *testing.T
	store *tuitest.Store
	said  strings.Builder
}

// listens opens a visit at an item in the linear mode.
func listens(t *testing.T, item string) *listener {
	t.Helper()
	return listensTo(t, item, tuitest.Begin)
}

// listensTo opens a record that begin makes.
func listensTo(t *testing.T, item string, begin func(testing.TB, *kit.Env) model.RecordID) *listener {
	t.Helper()
	l := &listener{t: t, store: tuitest.NewStore()}
	env := tuitest.NewEnv(t, l.store, "vi")
	env.Theme, env.Keys = theme.New(theme.Options{Spoken: true, Profile: colorprofile.ASCII}), keymap.NewASCII()
	id := begin(t, env)
	app := tui.New(env, tui.Options{First: []kit.OpenMsg{{Kind: kit.KindHome}, {Kind: kit.KindFill, ID: id, Arg: form.Field{Item: item}}}})
	l.Driver = tuitest.NewModel(t, tui.NewLinear(app, &l.said), 0, 0)
	return l
}

// hears takes what was said since it was last asked, and holds that it is what a
// person should hear.
func (l *listener) hears(want ...string) {
	l.t.Helper()
	got := strings.ReplaceAll(l.said.String(), "\r\n", "\n")
	l.said.Reset()
	if got != strings.Join(want, "\n") {
		l.t.Errorf("said %q, want %q", got, want)
	}
}

func TestAFailedSaveIsHeardAtOnceAndSoIsItsEnd(t *testing.T) {
	l := listens(t, "committee")
	l.said.Reset()
	l.store.Fail = model.ErrNoSpace
	l.Press("1")
	if said := l.said.String(); !strings.Contains(said, "CHƯA LƯU ĐƯỢC\r\n") || !strings.Contains(said, "Ổ đĩa đã đầy") {
		t.Errorf("said %q", said)
	}
	l.said.Reset()
	l.Press("ctrl+c")
	if said := l.said.String(); !strings.Contains(said, "1 ở lại") {
		t.Errorf("before leaving without saving it said %q", said)
	}
	l.Press("1")
	l.said.Reset()
	l.store.Fail = nil
	l.Send(kit.RetryMsg{})
	l.hears("Đã lưu được trở lại.", "")
}

func TestAKeyThatIsRefusedSaysWhyEachTime(t *testing.T) {
	l := listens(t, "committee")
	l.said.Reset()
	l.Press("ctrl+y")
	l.hears("Không còn gì để làm lại.", "")
	l.Press("ctrl+y")
	l.hears("Không còn gì để làm lại.", "")
	l.Press("7")
	l.hears("Phím “7” không chọn gì; bấm một trong: 1 2 -.", "")
}

func TestWhereOneIsIsSaidAgainWithCtrlL(t *testing.T) {
	l := listens(t, "committee")
	l.said.Reset()
	l.Press("ctrl+l")
	l.hears("Xã Cẩm Bình, 15/06/2024", "Phần 1 Văn bản, 0/18", "1.01 Đã thành lập, kiện toàn Ban Chỉ đạo. 1 Có, 2 Không, - K.áp dụng. (chưa trả lời)", "")
}

// The other language is said at once, with where one is.
func TestTheLanguageIsSwitchedByEar(t *testing.T) {
	l := listens(t, "committee")
	l.said.Reset()
	l.Press("f3")
	if said := l.said.String(); !strings.Contains(said, "Section 1 Documents") || !strings.Contains(said, "1 Yes, 2 No") {
		t.Errorf("said %q", said)
	}
}

// A comma and a dot sound alike: the question about them is put in words.
func TestTheQuestionAboutACommaIsHeardInWords(t *testing.T) {
	l := listens(t, "arrears")
	l.Press("1")
	l.Type("8,842")
	l.said.Reset()
	l.Press("enter")
	l.hears("", "8,842 là: bấm dấu phẩy: 8 triệu 842 nghìn đồng; bấm dấu chấm: 8 tỷ 842 triệu đồng (nhớ cho phiếu)", "")
	l.said.Reset()
	l.Press("tab", "shift+tab")
	if said := l.said.String(); !strings.Contains(said, "8,842 là: bấm dấu phẩy: 8 triệu 842 nghìn đồng; bấm dấu chấm: 8 tỷ 842 triệu đồng") {
		t.Errorf("left open and come back to it says %q", said)
	}
}

func TestTheQuestionAboutACommaIsHeardInWordsInATable(t *testing.T) {
	l := listens(t, "capital")
	l.Press("enter")
	l.Type("8,842")
	l.said.Reset()
	l.Press("enter")
	if said := l.said.String(); !strings.Contains(said, "8,842 là: bấm dấu phẩy: 8 triệu 842 nghìn đồng; bấm dấu chấm: 8 tỷ 842 triệu đồng (nhớ cho phiếu)\r\n") {
		t.Errorf("said %q", said)
	}
}

// The keys that the help had just said did nothing, and nobody said why.
func TestTheHelpSaysHowToComeToTheKeysItNames(t *testing.T) {
	l := listens(t, "committee")
	l.said.Reset()
	l.Press("?")
	if said := l.said.String(); !strings.HasSuffix(said, "Bấm Esc trước, rồi mới bấm các phím này.\r\n") {
		t.Errorf("said %q", said)
	}
}

// Silence after a key may be a slow line, or a program that hangs: no key is met with it.
func TestNoKeyIsMetWithSilence(t *testing.T) {
	const nothing = "Phím này không làm gì ở đây. F1: các phím; Esc: về."
	for _, c := range []struct {
		name, item string
		keys       []string // the last is the one that does nothing
		says       []string
	}{
		{"in a text", "venue", []string{"ctrl+b"}, []string{"", nothing, ""}},
		{"at the end of a text", "venue", []string{"x", "right"}, []string{"", "cuối", ""}},
		{"an arrow where nothing stands", "venue", []string{"left"}, []string{"", "cuối", ""}},
		{"nothing to take out of a choice", "committee", []string{"delete"}, []string{nothing, ""}},
		{"at the first of several", "slow_causes", []string{"left"}, []string{"Văn bản hướng dẫn chậm", ""}},
		{"at the beginning of a text", "venue", []string{"x", "left", "left"}, []string{"x", ""}},
		{"Backspace where nothing stands", "venue", []string{"backspace"}, []string{"", nothing, ""}},
		{"Backspace for a letter that was refused", "officers", []string{"@", "backspace"}, []string{""}},
		{"in a choice", "committee", []string{"ctrl+b"}, []string{nothing, ""}},
		{"in the help", "committee", []string{"f1", "x"}, []string{nothing, ""}},
		{"where the help has no lines to choose", "committee", []string{"f1", "down"}, []string{nothing, ""}},
		{"in a table", "capital", []string{"enter", "ctrl+b"}, []string{nothing, ""}},
		{"at the edge of a table", "capital", []string{"enter", "home", "up"}, nil},
		{"in the review", "committee", []string{"f2", "ctrl+b"}, []string{nothing, ""}},
		{"at the edge of the review", "committee", []string{"f2", "up"}, nil},
		{"a screen that is read anew", "committee", []string{"esc", "f5"}, []string{"Đang đọc lại dữ liệu.", ""}},
		{"at home", "committee", []string{"esc", "ctrl+b"}, []string{nothing, ""}},
		{"in the palette", "committee", []string{"ctrl+p", "ctrl+b"}, []string{nothing, ""}},
		{"in the history", "committee", []string{"1", "ctrl+e", "ctrl+b"}, nil},
		{"at the first field", "venue", []string{"up", "up", "up", "up", "up", "up", "up", "up"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := listens(t, c.item)
			for i, key := range c.keys {
				if i == len(c.keys)-1 {
					l.said.Reset()
				}
				l.Press(key)
			}
			if c.says != nil {
				l.hears(c.says...)
			} else if l.said.Len() == 0 {
				t.Errorf("%q is met with silence", c.keys)
			}
		})
	}
}

// Who records a finding by ear has to know what is in it already, or types it twice.
func TestWhatAFindingBeginsWithIsHeard(t *testing.T) {
	l := listensTo(t, "committee", func(tb testing.TB, env *kit.Env) model.RecordID {
		def, err := env.Forms.Version("inspection", "2026-11-25")
		if err != nil {
			tb.Fatal(err)
		}
		return tuitest.BeginOn(tb, env, def, kit.Begin{})
	})
	l.Press("2")
	l.Press("up")
	l.said.Reset()
	l.Press("ctrl+o")
	held := []string{"Dòng 1 đã có:", "Nội dung: Đã thành lập, kiện toàn Ban Chỉ đạo: Không.", "Khu vực: Văn bản; truyền thông, tập huấn", "Mục: A1.01", "Esc về chỗ vừa đứng."}
	want := append([]string{"", "M.10 Tồn tại, hạn chế"}, held...)
	l.hears(append(want, "Dòng 1, Trách nhiệm", "")...)
	l.Press("f1")
	l.said.Reset()
	l.Press("esc") // it was heard
	l.hears("M.10 Tồn tại, hạn chế", "Dòng 1, Trách nhiệm", "")
	l.Press("ctrl+l")
	if said := l.said.String(); !strings.Contains(said, strings.Join(held, "\r\n")) {
		t.Errorf("asked where one is it says %q", said)
	}
}

// What waits is read anew when one comes back to it: what was there before is not said
// first.
func TestWhatWaitsIsSaidOnceAsItIsNow(t *testing.T) {
	l := listens(t, "committee")
	l.Press("1", "2")
	l.said.Reset()
	l.Press("esc")
	if said := l.said.String(); strings.Count(said, "Xã Cẩm Bình") != 1 {
		t.Errorf("said %q", said)
	}
	l.Press("enter", "1")
	l.store.Fail = model.ErrNoSpace
	l.said.Reset()
	l.Press("1", "esc")
	if said := l.said.String(); !strings.Contains(said, "Xã Cẩm Bình") {
		t.Errorf("while nothing can be saved it says %q", said)
	}
}
