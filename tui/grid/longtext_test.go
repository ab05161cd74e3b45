package grid_test

import (
	"strings"
	"testing"
)

// account is the form with causes of several lines.
var account = strings.Replace(source, "code: A3.T1.17, type: text", "code: A3.T1.17, type: longtext", 1)

// The cell has room for one line: what stood before Enter was gone from sight.
func TestATextOfSeveralLinesIsInSightWhileItIsTyped(t *testing.T) {
	at := capital(first, "cause")
	s := open(t, options{source: account, at: at})
	s.wantShown("Khi gõ: Enter xuống dòng, Tab sang ô kế.")
	s.enter("giao vốn muộn", "enter")
	s.enter("chờ hướng dẫn")
	s.wantShown("\n giao vốn muộn\n chờ hướng dẫn\n", "Khi gõ: Enter xuống dòng, Tab sang ô kế.")
	s.Press("tab")
	s.want(at, "giao vốn muộn\nchờ hướng dẫn")
	if strings.Contains(s.View(), "\n chờ hướng dẫn\n") {
		t.Errorf("the text is still shown\n%s", s.View())
	}
}

// A table that fills the window makes room for what has to be read under it.
func TestRowsMakeRoomForATextOfSeveralLines(t *testing.T) {
	s := open(t, options{source: strings.Replace(source, "code: A3.01.1, type: text", "code: A3.01.1, type: longtext", 1), at: decisions, width: 80, height: 24})
	for range 30 {
		s.Press("ctrl+t")
		s.enter("9/QĐ", "tab")
	}
	s.Press("ctrl+t")
	s.enter("dòng một", "enter")
	s.enter("dòng hai", "enter")
	s.enter("dòng ba")
	s.wantShown("\n dòng một\n dòng hai\n dòng ba\n", ">  31 [dòng ba")
	bounded(t, s, 80, 19)
}

func TestRowsMakeRoomForAnAccount(t *testing.T) {
	const what = "số liệu kế toán của đơn vị chưa khớp với số liệu đối chiếu của Kho bạc Nhà nước: đối chiếu lại rồi sửa ô này"
	long := strings.Replace(source, `{name: number, code: A3.01.1, type: text, width: 16,`,
		`{name: number, code: A3.01.1, type: text, width: 16, constraints: [{id: N9, rule: "number != '9/QĐ' + ''", severity: stop, message: {vi: "`+what+`", en: "`+what+`"}}],`, 1)
	s := open(t, options{source: long, at: decisions, width: 80, height: 24})
	for range 30 {
		s.Press("ctrl+t")
		s.enter("9/QĐ", "tab")
	}
	s.Press("home")
	s.wantHere("decisions[r30].number")
	s.wantShown(">! 30", "chưa khớp", "đối chiếu lại rồi sửa ô này")
	bounded(t, s, 80, 19)
	s.Press("right")
	if strings.Contains(s.View(), "đối chiếu lại") {
		t.Errorf("the remark stays\n%s", s.View())
	}
}
