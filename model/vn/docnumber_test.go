package vn

import "testing"

func TestLooksLikeDocumentNumber(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"71/KH-UBND", true}, {"23/2023/QĐ-UBND", true}, {"476-QĐ/MTTQ-BTT", true}, {"10/2022/TT-BLĐTBXH", true}, {"27/2022/NĐ-CP", true},
		{"2146/LĐTBXH-VPQGGN", true}, {"12-CT/TW", true}, {"257/2025/QH15", true}, {"90/QĐ-TTg", true}, {"71a/KH-UBND", true}, {"Số: 71/KH-UBND", true},
		{" 71/kh-ubnd ", true}, {"71/KH-UBND.VX", true},
		{"", false}, {"71", false}, {"KH-UBND", false}, {"71/KH", false}, {"15/06/2024", false}, {"71/KH-", false}, {"71 KH UBND", false}, {"kế hoạch", false},
	} {
		if got := LooksLikeDocumentNumber(c.text); got != c.want {
			t.Errorf("LooksLikeDocumentNumber(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}
