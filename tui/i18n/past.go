package i18n

// Past is what the screen of a former revision says.
type Past struct {
	Revision string // %d: the number of a completion
	At       string // %s: a moment between two
	Done     string // %s: who, %s: when it was completed
	Changed  string // %s: who, %s: when the change was made that it is shown after
	After    string // %s: who, %s: when, %s: why it was reopened afterwards
	Present  string // the record stands so today

	Differs  string // %d: places that differ from the record of today
	Differs1 string
	Now      string // %s: what stands there today
	Blank    string // nothing stood, or stands, there
	NotAsked string // the item was not asked for then
	NotNow   string // … and is not today
	RowAdded string // a row that was added later
	RowGone  string // today there is no such row
	NoMore   string // no further difference
	Same     string // there is none at all
	Reading  string
}

func pastVI() Past {
	return Past{
		Revision: "Bản %d", At: "Lúc %s", Done: "%s hoàn thành %s", Changed: "sau thay đổi của %s, %s",
		After: "sau đó %s mở lại %s: “%s”", Present: "đang là bản hiện nay",
		Differs: "%d chỗ khác hiện nay", Differs1: "1 chỗ khác hiện nay", Now: "nay: %s", Blank: "(trống)",
		NotAsked: "(lúc đó không hỏi)", NotNow: "nay không hỏi mục này", RowAdded: "(dòng thêm sau)", RowGone: "nay không còn dòng này",
		NoMore: "Không còn chỗ khác nào.", Same: "Không có chỗ nào khác bản hiện nay.", Reading: "Đang đọc bản cũ…",
	}
}

func pastEN() Past {
	return Past{
		Revision: "Revision %d", At: "At %s", Done: "%s completed it %s", Changed: "after the change by %s, %s",
		After: "then %s reopened it %s: “%s”", Present: "it stands so today",
		Differs: "%d differ from today", Differs1: "1 differs from today", Now: "today: %s", Blank: "(blank)",
		NotAsked: "(not asked then)", NotNow: "today it is not asked", RowAdded: "(row added later)", RowGone: "today there is no such row",
		NoMore: "There is no further difference.", Same: "Nothing differs from the record of today.", Reading: "Reading the former record…",
	}
}
