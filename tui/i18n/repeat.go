package i18n

// Repeat is what is said when former answers are carried into a record, pinned
// for a round, or when a record is begun like another.
type Repeat struct {
	From      string // %s: the unit, %s: the day that the value is from
	FromRows  string // %d: rows of a table; %s: the unit, %s: the day that they are from
	OtherRows string // %s: the unit, %s: the day of the former record; %s: the item that decides on the rows
	Same      string // %s: the unit, %s: the day of the record that says the same, and none says otherwise
	NoFormer  string // no former record says anything of the field
	NoOlder   string // the oldest value is shown
	AsBefore  string // what stood in the field before is back
	HasRows   string // the rows of a table with answers are not carried
	Findings  string // findings are never carried
	LastAsk   string // %d: items; %s: the unit, %s: the day of its former record
	LastNone  string // the unit has no former record
	LastRound string // nor has it, but others of the round or the person do
	LastEmpty string // it has nothing for what is not answered in the section
	LastDone  string // %d: items that were carried
	Rows      string // %d: rows of a table that would be carried

	Pinned   string // %s: the item
	Unpinned string // %s: the item
	TakenOut string // a pin was taken out of the list of the round
	NoRound  string // pins hold for a round
	NoValue  string // there is nothing to pin
	NoPins   string
	PinsAsk  string // the title of the list of pins: choosing one takes it out
	LikeThis string // %s: the unit, %s: the day of the record that a new one starts like

	HoldAsk     string // %d: carried values in sight that one confirmation would pass
	HoldAskRows string // %d: rows of a table in sight that have such values
	HoldNone    string // none is in sight that may be passed so
	Held        string // %d: values that were passed

	LookedThrough string // the last row of a table was passed

	Unseen string // %d: carried values that were not passed, in the review
}

func repeatVI() Repeat {
	return Repeat{
		From:      "Lấy từ %s, ngày %s. Enter nếu vẫn đúng, Ctrl+R: cũ hơn.",
		FromRows:  "%d dòng từ %s, %s: xem lại trong bảng. Ctrl+R: cũ hơn.",
		OtherRows: "Phiếu trước (%s, %s) có các dòng khác: xem lại mục %s.",
		Same:      "Các phiếu trước cũng ghi như vậy (%s, %s).",
		NoFormer:  "Không có phiếu trước nào ghi mục này.",
		NoOlder:   "Không còn giá trị cũ hơn; Ctrl+R lần nữa: như trước khi lấy.",
		AsBefore:  "Đã trở lại như trước khi lấy.",
		HasRows:   "Bảng này không nhận cả loạt dòng cũ, hoặc đã có dòng: hãy lấy từng ô.",
		Findings:  "Tồn tại, kiến nghị của mỗi lần kiểm tra ghi riêng, không mang sang.",
		LastAsk:   "Như phiếu trước cho %d mục? (%s, %s)",
		LastNone:  "Đơn vị này chưa có phiếu trước.", LastRound: "Đơn vị này chưa có phiếu trước; Ctrl+R lấy từng mục từ phiếu khác.",
		LastEmpty: "Phiếu trước không có gì cho các mục chưa trả lời của phần này.",
		LastDone:  "Đã mang sang %d mục: Enter qua từng mục còn đúng, Ctrl+A: các mục đang hiện.", Rows: "%d dòng",

		Pinned: "Đã ghim cho đợt: %s. Các phiếu lập sau sẽ có sẵn.", Unpinned: "Đã bỏ ghim: %s.", TakenOut: "Đã bỏ ghim.",
		NoRound: "Ghim có hiệu lực trong một đợt; phiếu này không thuộc đợt nào.", NoValue: "Mục chưa có giá trị để ghim.",
		NoPins: "Đợt này chưa ghim giá trị nào cho loại phiếu này.", PinsAsk: "Đã ghim cho đợt (Enter bỏ ghim)",
		LikeThis: "Chép từ phiếu của %s, ngày %s: đổi đơn vị, ngày nếu cần.",

		HoldAsk:     "%d giá trị mang sang đang hiện vẫn đúng?",
		HoldAskRows: "Giá trị mang sang đang hiện ở %d dòng vẫn đúng?",
		HoldNone:    "Không có giá trị mang sang nào hiện trọn ở đây để xác nhận một lượt.",
		Held:        "Đã xác nhận %d giá trị mang sang.",

		LookedThrough: "Đã xem hết các dòng mang sang. Bấm lần nữa: thêm dòng; Esc: về phiếu.",

		Unseen: "%d giá trị mang sang chưa xem lại: Enter tới chỗ đầu, F8 chỗ kế.",
	}
}

func repeatEN() Repeat {
	return Repeat{
		From:      "From %s, %s. Enter if it still holds, Ctrl+R for an older one.",
		FromRows:  "%d {row|rows} from %s, %s: look through them in the table. Ctrl+R for older ones.",
		OtherRows: "The former record (%s, %s) has other rows: see item %s.",
		Same:      "Former records say the same (%s, %s).",
		NoFormer:  "No former record says anything of this item.",
		NoOlder:   "There is no older value; Ctrl+R once more brings back what stood here.",
		AsBefore:  "What stood here before is back.",
		HasRows:   "This table takes no former rows, or has rows already: take single cells.",
		Findings:  "Each visit records its own findings and proposals: they are not carried.",
		LastAsk:   "As last time for %d {item|items}? (%s, %s)",
		LastNone:  "This unit has no former record.", LastRound: "This unit has no former record; Ctrl+R takes an item from another one.",
		LastEmpty: "The former record has nothing for what is not answered in this section.",
		LastDone:  "%d {item|items} carried over: Enter on each that still holds, Ctrl+A for those shown.", Rows: "%d {row|rows}",

		Pinned: "Pinned for the round: %s. Records begun from now on start with it.", Unpinned: "No longer pinned: %s.", TakenOut: "It is no longer pinned.",
		NoRound: "Pins hold for a round, and this record belongs to none.", NoValue: "The item has no value to pin.",
		NoPins: "Nothing is pinned for this kind of record in the round.", PinsAsk: "Pinned for the round (Enter takes one out)",
		LikeThis: "Like the record of %s, %s: change the unit and the day if needed.",

		HoldAsk:     "Confirm that %d carried {value|values} shown here still {holds|hold}?",
		HoldAskRows: "Do the carried values shown in %d {row|rows} still hold?",
		HoldNone:    "No carried value is shown here in full that can be confirmed at once.",
		Held:        "%d carried {value|values} confirmed.",

		LookedThrough: "All carried rows were looked at. Once more adds a row; Esc leads back.",

		Unseen: "Carried values not looked at: %d. Enter for the first, F8 for the next.",
	}
}
