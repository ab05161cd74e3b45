package tui_test

import (
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// Undo inside a text takes back the word that is being composed, and what is typed next is
// composed anew from what is left; redo gives the word as it would have been kept.
func TestUndoWhileAWordIsComposed(t *testing.T) {
	for _, c := range []struct {
		name   string
		method vn.Method
		keys   string // "←" is undo, "→" redo, "<" Backspace
		want   string
	}{
		{"half a syllable, undone, and another typed", vn.MethodTelex, "xax Kyf Anh nguo←ddi", "xã Kỳ Anh đi"},
		{"the same one again", vn.MethodTelex, "xax nguow←nguowif", "xã người"},
		{"in VNI", vn.MethodVNI, "xa4 nguo7←d9i", "xã đi"},
		{"undone and given again, typed on", vn.MethodTelex, "xax nguow←→if", "xã người"},
		{"two words undone, one given again", vn.MethodTelex, "xax Kyf Anh←←→f", "xã Kỳ f"},
		{"given again without its blank", vn.MethodTelex, "xax Ky←→f", "xã Kỳ"},
		{"a word that is none, given again", vn.MethodTelex, "vaf law←→", "và law"},
		{"a word that is none, undone", vn.MethodTelex, "vaf law←as", "và á"},
		{"a mark that was taken back by its key", vn.MethodTelex, "aaa←aa", "â"},
		{"a word corrected with Backspace", vn.MethodTelex, "hocj<<oc←hocj", "học"},
		{"typed on behind a word that was typed before the undone one", vn.MethodTelex, "hoa ddi←<f", "hòa"},
		{"another input method, undone by a person", vn.MethodTelex, "tie<êng<<<ếng Vi←d<đi", "tiếng đi"},
	} {
		for _, item := range []string{"venue", "strengths"} {
			t.Run(c.name+" in "+item, func(t *testing.T) {
				d, env, stored := on(t, form.Field{Item: item})
				env.Input = c.method
				for _, key := range strings.Split(c.keys, "") {
					switch key {
					case "←":
						d.Press("ctrl+z")
					case "→":
						d.Press("ctrl+y")
					case "<":
						d.Press("backspace")
					default:
						d.Type(key)
					}
				}
				d.Press("tab")
				if got := stored(form.Field{Item: item}); got != c.want {
					t.Errorf("%s keeps %q, want %q", c.keys, got, c.want)
				}
			})
		}
	}
}
