package i18n

// Pick is what the lists of choices, the palette and a single question say.
type Pick struct {
	Type     string // what to do: type to narrow the list
	None     string // nothing matches
	Chosen   string // %d: entries chosen
	Palette  string // title of the palette
	Required string // an answer is needed
}

func pickVI() Pick {
	return Pick{
		Type: "Gõ để tìm, không cần dấu.", None: "Không có mục nào khớp.", Chosen: "đã chọn %d",
		Palette: "Lệnh", Required: "Cần nhập câu trả lời.",
	}
}

func pickEN() Pick {
	return Pick{
		Type: "Type to find, without accents.", None: "Nothing matches.", Chosen: "%d chosen",
		Palette: "Commands", Required: "An answer is needed.",
	}
}
