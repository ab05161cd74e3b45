package vn

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Hà Tĩnh", "ha tinh"},
		{"HÒA", "hoa"}, {"hoà", "hoa"}, {"hòa", "hoa"}, {"hoa", "hoa"},
		{"Đường Đặng Dung", "duong dang dung"},
		{"Ðức", "duc"}, // Eth, typed for Đ
		{"  hai \t khoảng\u00a0\u2003trắng \n", "hai khoang trang"},
		{"71/KH-UBND", "71/kh-ubnd"},
		{"a\u200bb", "ab"}, {"a\xffb", "ab"}, {"\xff", ""},
		{"ＡＢＣ １２", "abc 12"}, {"m²", "m2"}, {"ﬁ", "fi"},
		{"İstanbul", "istanbul"}, {"Ελλάδα", "ελλαδα"}, {"한국", "한국"},
		{"", ""}, {"   ", ""}, {"\u0301", ""},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestMatch(t *testing.T) {
	const unit = "UBND xã Sơn Hồng, huyện Hương Sơn"
	for _, c := range []struct {
		query string
		want  bool
	}{
		{"", true}, {"  ", true}, {"son hong", true}, {"hồng sơn", true}, {"SON", true}, {"huo son", true},
		{"ubnd huong", true}, {"sơn hồng xã", true}, {"ha tinh", false}, {"son tinh", false}, {"sonhong", false},
	} {
		if got := Match(Fold(unit), c.query); got != c.want {
			t.Errorf("Match(%q) = %v, want %v", c.query, got, c.want)
		}
	}
}

func TestCompareOrdersAsTheDictionaryDoes(t *testing.T) {
	want := strings.Split("An,Anh,Ành,Ảnh,Ãnh,Ánh,Ạnh,Ăn,Ân,bưởi,di,Dung,Dũng,Dụng,dz,đi,Đức,eo,ê,ma,mà,mả,mã,má,mạ,mao,o,ô,ơ,Thôn 2,Thôn 10,ua,ủa,ưa,y", ",")
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Compare)
	if !slices.Equal(got, want) {
		t.Errorf("sorted %q, want %q", got, want)
	}
	if Compare("hòa", "ho\u0300a") == 0 {
		t.Error("different texts compare as equal: their order would change from list to list")
	}
}

func TestCompareIsATotalOrder(t *testing.T) {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("aăâbdđeêoơuưAĐáàạ 0129.\u0301")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := word.Draw(t, "a"), word.Draw(t, "b"), word.Draw(t, "c")
		if Compare(a, b) != -Compare(b, a) {
			t.Fatalf("%q, %q: %d and %d", a, b, Compare(a, b), Compare(b, a))
		}
		if (Compare(a, b) == 0) != (a == b) {
			t.Fatalf("%q, %q compare as %d", a, b, Compare(a, b))
		}
		three := []string{a, b, c}
		slices.SortFunc(three, Compare)
		if Compare(three[0], three[2]) > 0 {
			t.Fatalf("not transitive: %q", three)
		}
	})
}

func TestCompareMayBeSharedBetweenGoroutines(t *testing.T) {
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 500 {
				if got := cmp.Compare(Compare("Đức", "Dũng"), 0); got != 1 {
					t.Errorf("Compare(Đức, Dũng) = %d, want 1", got)
				}
			}
		})
	}
	wait.Wait()
}
