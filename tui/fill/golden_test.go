package fill_test

import (
	"fmt"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// TestPictures keeps what each state of the form looks like, as a person reads
// it: a change of a picture is read before it is accepted with -update.
func TestPictures(t *testing.T) {
	states := map[string]func(b *bench){
		"header": func(b *bench) {},
		"rated":  func(b *bench) { b.Send(kit.Jump{Field: item("committee")}); b.Press("2", "1", "-") },
		"note":   func(b *bench) { b.Send(kit.Jump{Field: item("committee")}); b.Press("2", "up") },
		"capital": func(b *bench) {
			b.Send(kit.Jump{Field: item("arrears")})
			b.Press("1")
			b.Type("8,842")
			b.Press("enter")
		},
		"remarks": func(b *bench) {
			b.Send(kit.Jump{Field: item("capital_remarks")})
			b.Type("Ưu điểm: giao vốn sớm.")
			b.Press("enter")
			b.Type("Tồn tại: giải ngân chậm ở hai tiểu dự án.")
		},
		"wrong": func(b *bench) {
			b.Send(kit.Jump{Field: item("officers")})
			b.Type("10")
			b.Press("enter")
			b.Type("12")
			b.Press("enter", "up")
		},
	}
	for name, act := range states {
		for _, lang := range []string{"vi", "en"} {
			for _, size := range [][2]int{{60, 15}, {80, 19}, {132, 38}} {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", name, lang, size[0], size[1]), func(t *testing.T) {
					b := sized(t, form.Field{Item: "venue"}, lang, size[0], size[1])
					act(b)
					tuitest.Golden(t, fmt.Sprintf("%s-%s-%dx%d", name, lang, size[0], size[1]), b.View())
				})
			}
		}
	}
}
