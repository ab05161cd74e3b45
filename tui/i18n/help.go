package i18n

// Help is what the help screen says beside the keys.
type Help struct {
	Title    string
	Here     string // heading: keys of this screen
	Anywhere string // heading: keys of every screen
	First    string // said aloud behind the keys: none of them works before Esc
	Back     string // Esc, where nothing is entered
	Choice   string // how a choice is answered by digits
	Typing   string // what typing does on its own
	Money    string
	Dates    string
	DatesNow string // where short dates are counted from today
	Register string // what completing does with findings
	Settling string // how what is followed up ends
}

func helpVI() Help {
	return Help{
		Title: "Các phím dùng được ở đây", Here: "Ở màn hình này", Anywhere: "Ở mọi nơi",
		First:    "Bấm Esc trước, rồi mới bấm các phím này.",
		Back:     "Trở về",
		Choice:   "1-9, 0 chọn và sang mục kế; - không áp dụng.",
		Typing:   "Ghi khi rời mục; rớt mạng không mất, mất điện có thể mất giây cuối vừa gõ.",
		Money:    "Tiền tính bằng triệu đồng: 8.042 hoặc 8042; 8tỷ; 500k; =8038+804.",
		Dates:    "Ngày: 15, 1506, 150624, 15/6; t là ngày kiểm tra; -3, +30.",
		DatesNow: "Ngày: 15, 1506, 150624, 15/6; t là hôm nay; -3, +30.",
		Register: "Hoàn thành phiếu kiểm tra: mỗi tồn tại, khó khăn, kiến nghị vào sổ theo dõi.",
		Settling: "Phiếu theo dõi không hoàn thành: xong khi trạng thái là đã giải quyết.",
	}
}

func helpEN() Help {
	return Help{
		Title: "The keys valid here", Here: "On this screen", Anywhere: "Everywhere",
		First:    "Press Esc first, then these keys.",
		Back:     "Back",
		Choice:   "1-9, 0 choose and go on; - not applicable.",
		Typing:   "Kept on leaving an item; a dead line loses nothing, a power cut a second.",
		Money:    "Money is in million đồng: 8.042 or 8042; 8tỷ; 500k; =8038+804.",
		Dates:    "Dates: 15, 1506, 150624, 15/6; t is the day of the visit; -3, +30.",
		DatesNow: "Dates: 15, 1506, 150624, 15/6; t is today; -3, +30.",
		Register: "Completing an inspection puts its findings and requests into the register.",
		Settling: "What is followed up there is not completed: its state settles it.",
	}
}
