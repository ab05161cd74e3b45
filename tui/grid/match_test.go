package grid_test

import (
	"fmt"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

var place = cell("activities", "r8", "place")

func looking(t *testing.T, lang string, width, height int) *sheet {
	t.Helper()
	return open(t, options{source: several, lang: lang, at: place, rows: map[string][]form.Row{"activities": {"r8", "r9"}}, width: width, height: height})
}

func TestTabTakesTheMarkedMatch(t *testing.T) {
	s := looking(t, "vi", 80, 24)
	s.Type("cam xuyen")
	s.wantShown("→ Huyện Cẩm Xuyên", "Tab lấy mục có dấu")
	s.Press("tab")
	s.want(place, "Huyện Cẩm Xuyên")
	s.wantHere("activities[r8].remark")
}

func TestTheArrowsChooseAmongTheMatches(t *testing.T) {
	s := looking(t, "vi", 80, 24)
	s.Type("cam xuyen")
	s.Press("down", "down", "up")
	s.wantShown("→ Thị trấn Cẩm Xuyên")
	s.Press("enter")
	s.want(place, "Thị trấn Cẩm Xuyên")
	s.Press("up", "down", "up")
	s.wantHere("activities[r8].place")
}

func TestWithoutAMarkEnterLeavesWhatFitsSeveral(t *testing.T) {
	s := looking(t, "vi", 80, 24)
	s.enter("cam xuyen", "enter")
	s.want(place, "cam xuyen")
	if s.session.Get(place).Value != (form.Value{}) {
		t.Error("one of several was chosen silently")
	}
}

func TestMatchesShowNoKeysOfTheDatabase(t *testing.T) {
	s := looking(t, "vi", 80, 24)
	s.Type("cam xuyen")
	if view := s.View(); strings.Contains(view, "@") {
		t.Errorf("a key is shown\n%s", view)
	}
	s.wantShown("Cẩm Xuyên  huyện Cẩm Xuyên")
	s.Press("f9")
	for _, e := range s.opened.Arg.(*kit.Pick).Find("cam xuyen") {
		if strings.Contains(e.Label+e.Detail, "@") {
			t.Errorf("the list shows %q beside %q", e.Detail, e.Label)
		}
	}
}

func TestPicturesOfMatches(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}} {
		for _, lang := range i18n.Languages() {
			picture := fmt.Sprintf("matches/%dx%d-%s", size[0], size[1], lang)
			t.Run(picture, func(t *testing.T) {
				s := looking(t, lang, size[0], size[1])
				s.Type("cam")
				s.Press("down")
				tuitest.Golden(t, picture, s.View())
			})
		}
	}
}

// Two projects began alike, and what tells them apart was cut off.
func TestCodesOfMatchesWithLongNamesAreShown(t *testing.T) {
	long := strings.Repeat("Hỗ trợ đầu tư phát triển hạ tầng kinh tế - xã hội ", 3)
	projects := strings.Replace(source, `{code: SN, vi: "Vốn sự nghiệp", en: "Recurrent capital"}, {code: DT, vi: "Vốn đầu tư phát triển", en: "Investment capital"}`,
		`{code: DA1, vi: "`+long+`một", en: "x"}, {code: DA1.TDA1, vi: "`+long+`hai", en: "y"}`, 1)
	s := open(t, options{source: projects, at: cell("capital", "r1", "kind"), rows: map[string][]form.Row{"capital": {"r1"}}})
	s.Type("hỗ")
	s.wantShown("…  DA1\n", "…  DA1.TDA1\n")
}
