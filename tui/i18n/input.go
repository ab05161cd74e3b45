package i18n

import "giamsat/model/vn"

// Input is what is said of typing Vietnamese with the keys of an English keyboard.
type Input struct {
	Telex string // on the title line, while the method is on
	VNI   string

	ToTelex string // it was switched on: what its keys are
	ToVNI   string
	ToOff   string
}

func inputVI() Input {
	return Input{
		Telex: "Telex", VNI: "VNI",
		ToTelex: "Telex: aa ee oo aw ow uw dd, dấu s f r x j; z bỏ dấu.",
		ToVNI:   "VNI: dấu 1 đến 5, mũ 6, móc 7, trăng 8, đ 9; 0 bỏ dấu.",
		ToOff:   "Đã tắt Telex, VNI của chương trình: phím nào chữ ấy.",
	}
}

func inputEN() Input {
	return Input{
		Telex: "Telex", VNI: "VNI",
		ToTelex: "Telex: aa ee oo aw ow uw dd, tones s f r x j; z none.",
		ToVNI:   "VNI: tones 1 to 5, hat 6, horn 7, breve 8, đ 9; 0 no tone.",
		ToOff:   "Telex and VNI are off: each key is typed as it is.",
	}
}

// Name is the word for a method that is on, "" for none.
func (i Input) Name(m vn.Method) string {
	switch m {
	case vn.MethodTelex:
		return i.Telex
	case vn.MethodVNI:
		return i.VNI
	case vn.MethodOff:
	}
	return ""
}

// Notice is what is said when a method was switched to.
func (i Input) Notice(m vn.Method) string {
	switch m {
	case vn.MethodTelex:
		return i.ToTelex
	case vn.MethodVNI:
		return i.ToVNI
	case vn.MethodOff:
	}
	return i.ToOff
}
