package vn

// Bar is the one letter that codes have of Vietnamese beyond the English alphabet,
// as in "12/QĐ-UBND": đ, typed dd in Telex and d9 in VNI. before is the letter in
// front of the caret; the key turns it into what is returned. Another d turns đ
// back into both letters. False: the key is typed as it is.
func (m Method) Bar(before, key string) (letters string, ok bool) {
	bars := map[string]string{"d": "đ", "D": "Đ"}
	mark := key
	switch m {
	case MethodOff:
		return "", false
	case MethodTelex:
		if key != "d" && key != "D" {
			return "", false
		}
	case MethodVNI:
		if key != "9" {
			return "", false
		}
	}
	if bar, plain := bars[before]; plain {
		return bar, true
	}
	for plain, bar := range bars {
		if before == bar {
			return plain + mark, true
		}
	}
	return "", false
}
