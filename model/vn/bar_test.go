package vn_test

import (
	"testing"

	"giamsat/model/vn"
)

func TestTheBarOfCodes(t *testing.T) {
	for _, c := range []struct {
		method            vn.Method
		before, key, want string
	}{
		{vn.MethodTelex, "D", "D", "Đ"}, {vn.MethodTelex, "d", "d", "đ"}, {vn.MethodTelex, "Đ", "D", "DD"}, {vn.MethodTelex, "đ", "d", "dd"},
		{vn.MethodVNI, "D", "9", "Đ"}, {vn.MethodVNI, "đ", "9", "d9"},
		{vn.MethodTelex, "a", "a", ""}, {vn.MethodTelex, "Q", "D", ""}, {vn.MethodVNI, "1", "9", ""}, {vn.MethodVNI, "D", "D", ""},
		{vn.MethodTelex, "D", "9", ""}, {vn.MethodOff, "D", "D", ""}, {vn.MethodTelex, "", "d", ""},
	} {
		if got, ok := c.method.Bar(c.before, c.key); got != c.want || ok != (c.want != "") {
			t.Errorf("%q: %q then %q is %q, want %q", c.method, c.before, c.key, got, c.want)
		}
	}
}
