package catalog

import "testing"

func TestOnlyTextsOfLawAreNamedAsLaw(t *testing.T) {
	c := load(t)
	for basis, want := range map[Basis]string{
		"C ND27-30":            "C: Nghị định 27/2022/NĐ-CP, Điều 30",
		"C S0, ND27-31":        "C: Nghị định 27/2022/NĐ-CP, Điều 31",
		"P TT09, TT04":         "P: Thông tư 09/2022/TT-BLĐTBXH; Thông tư 04/2022/TT-BNNPTNT",
		"C BDINH":              "",
		"I":                    "",
		"":                     "",
		"C ND27-30; columns I": "C: Nghị định 27/2022/NĐ-CP, Điều 30",
	} {
		if got := c.Law(basis); got != want {
			t.Errorf("%q rests on %q, want %q", basis, got, want)
		}
	}
}
