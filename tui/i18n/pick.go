package i18n

// Pick is what the lists of choices, the palette and a single question say.
type Pick struct {
	Type     string // what to do: type to narrow the list
	None     string // nothing matches
	Nothing  string // nothing that is ticked is in sight
	Chosen   string // %d: entries chosen
	Palette  string // title of the palette
	Required string // an answer is needed
}

func pickVI() Pick {
	return Pick{
		Type: "Gõ để tìm, không cần dấu.", None: "Không có mục nào khớp.", Chosen: "đã chọn %d",
		Nothing: "Không có mục nào được đánh dấu ở đây: không ghi gì. Xóa chữ tìm để thấy hết.",
		Palette: "Lệnh", Required: "Cần nhập câu trả lời.",
	}
}

func pickEN() Pick {
	return Pick{
		Type: "Type to find, without accents.", None: "Nothing matches.", Chosen: "%d chosen",
		Nothing: "Nothing here is ticked: nothing is done. Delete the search to see all.",
		Palette: "Commands", Required: "An answer is needed.",
	}
}
