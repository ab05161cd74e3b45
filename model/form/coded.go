package form

import "strings"

// Coded reports whether a text is the number of a document or a code: "15/QĐ-UBND",
// "HN.0012". Letters typed there are not words, so that no input method may put marks on
// them. Form files say it by the item's name, which ends in "number" or "code", or by a
// label that ends as papers have it, "số, ký hiệu": published ones cannot be given a key
// of their own for it.
func (it *Item) Coded() bool {
	if it.Kind != KindText {
		return false
	}
	last := it.Name[strings.LastIndexByte(it.Name, '_')+1:]
	return last == "number" || last == "code" || strings.HasSuffix(it.Label.VI, "số, ký hiệu")
}
