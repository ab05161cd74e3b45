package i18n

// Field is what an open field says on the note line while one types.
type Field struct {
	RefusedLetter string // %s: a character the kind of field cannot hold, %s: what is needed
	RefusedLong   string // %d: the longest text, in letters
	RefusedPaste  string // %s: most letters of a paste; it was refused whole
	PastedLong    string // %s: letters that stand there after a paste, %s: how many the field takes
	RefusedChoice string // no choice has that key
	RefusedKey    string // %s: a key that chooses nothing, %s: those that do
	Joined        string // %d: pasted lines that became one
	Chosen        string // %d: choices made of several
	NoMatch       string // a look-up finds nothing
	MoreMatches   string // %s: the best match, %d: how many others
}

func fieldVI() Field {
	return Field{
		RefusedLetter: "Không nhận “%s”: cần %s.",
		RefusedLong:   "Đã đủ %d chữ, không nhận thêm; viết gọn lại.",
		RefusedPaste:  "Đoạn dán quá dài (hơn %s chữ): không dán; dán từng đoạn ngắn hơn.",
		PastedLong:    "Dán xong dài %s chữ, chỉ nhận %s: viết gọn lại.",
		RefusedChoice: "Không có lựa chọn nào ứng với phím này.",
		RefusedKey:    "Phím “%s” không chọn gì; bấm một trong: %s.",
		Joined:        "%d dòng được dán thành một dòng.",
		Chosen:        "đã chọn %d",
		NoMatch:       "Không có mục nào khớp; F9 mở danh sách.",
		MoreMatches:   "%s; còn %d mục khác, F9 mở danh sách.",
	}
}

func fieldEN() Field {
	return Field{
		RefusedLetter: "“%s” is not taken: it needs %s.",
		RefusedLong:   "It holds %d letters and no more; shorten it.",
		RefusedPaste:  "The paste is too long (over %s letters): nothing was pasted; paste less.",
		PastedLong:    "After the paste it has %s letters and may have %s: shorten it.",
		RefusedChoice: "No choice has that key.",
		RefusedKey:    "The key “%s” chooses nothing; press one of: %s.",
		Joined:        "%d pasted lines were joined into one.",
		Chosen:        "%d chosen",
		NoMatch:       "Nothing matches; F9 opens the list.",
		MoreMatches:   "%s; %d {other|others}, F9 opens the list.",
	}
}
