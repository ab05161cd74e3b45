package vn

import (
	"strings"
	"testing"
	"unicode"
)

// typeKeys types a text by a method, as a field does it: what stands before the caret is
// taken up again where a blank was taken away. "<" is Backspace.
func typeKeys(m Method, keys string) string {
	var before []string // all that stands before what is composed
	var c Composing
	take := func() { c = ComposingAt(before); before = before[:len(before)-len(Graphemes(c.Shown()))] }
	for _, key := range Graphemes(keys) {
		switch {
		case key == "<" && c.Shown() != "":
			c = c.Back()
		case key == "<" && len(before) > 0:
			before = before[:len(before)-1]
			take()
		case key == "<":
		case unicode.IsSpace(firstRune(key)):
			before = append(append(before, Graphemes(c.Settled())...), key)
			c = c.Key(m, key)
		default:
			c = c.Key(m, key)
		}
	}
	return strings.Join(before, "") + c.Settled()
}

func TestTelex(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		// Marks and tones.
		{"aan", "ân"}, {"awn", "ăn"}, {"ddee", "đê"}, {"too", "tô"}, {"tow", "tơ"}, {"tuw", "tư"}, {"tw", "tư"}, {"w", "ư"},
		{"as", "á"}, {"af", "à"}, {"ar", "ả"}, {"ax", "ã"}, {"aj", "ạ"}, {"asz", "a"}, {"tieensgz", "tiêng"},
		{"hocj sinh", "học sinh"}, {"Vieetj Nam", "Việt Nam"}, {"tieengs Vieetj", "tiếng Việt"}, {"ddoongf", "đồng"},
		// Marks at the end.
		{"nguowif", "người"}, {"nguoiwf", "người"}, {"thuongwf", "thường"}, {"tiengse", "tiếng"}, {"vietej", "việt"}, {"Dangd", "Đang"},
		{"toans", "toán"}, {"duongwdf", "đường"}, {"truwowngf", "trường"}, {"truwongf", "trường"}, {"truowngf", "trường"}, {"nuowcs", "nước"},
		{"giengse", "giếng"}, {"uye", "uye"}, {"quyeenf", "quyền"}, {"quyenef", "quyền"},
		// The place of the tone.
		{"hoaf", "hòa"}, {"hoafn", "hoàn"}, {"hoanf", "hoàn"}, {"hoas", "hóa"}, {"thuys", "thúy"}, {"thuyr", "thủy"}, {"khoer", "khỏe"},
		{"quys", "quý"}, {"quas", "quá"}, {"gias", "giá"}, {"giaf", "già"}, {"gif", "gì"}, {"ginf", "gìn"}, {"giuwx", "giữ"}, {"cuar", "của"},
		{"muwa", "mưa"}, {"muaw", "mưa"}, {"muwaf", "mừa"}, {"ngoaif", "ngoài"}, {"khuyur", "khuỷu"}, {"ngoeos", "ngoéo"}, {"chuyeenr", "chuyển"},
		{"thuowr", "thuở"}, {"huow", "huơ"}, {"thuowng", "thương"}, {"huowngs", "hướng"}, {"quowr", "quở"}, {"xooong", "xoong"}, {"soooc", "sooc"},
		{"sooocs", "soóc"}, {"huwux", "hữu"}, {"huuwx", "hữu"}, {"ruwowuj", "rượu"}, {"ruouwj", "rượu"}, {"luooi", "luôi"}, {"uoongs", "uống"},
		{"Kroong Boong", "Krông Bông"}, {"DDawks Lawks", "Đắk Lắk"}, {"DDawk Glei", "Đăk Glei"},
		// A second mark takes the place of the first.
		{"asf", "à"}, {"aaw", "ă"}, {"awa", "â"}, {"oow", "ơ"}, {"owo", "ô"}, {"thuowngo", "thuông"}, {"uowngo", "uông"}, {"uoongw", "ương"},
		// Taking back.
		{"aaa", "aa"}, {"ass", "as"}, {"ddd", "dd"}, {"ww", "w"}, {"aww", "aw"}, {"oww", "ow"}, {"uww", "uw"}, {"uoww", "uow"}, {"tww", "tw"},
		{"eee", "ee"}, {"ooo", "oo"}, {"tesst", "test"}, {"asss", "ass"}, {"aaas", "aas"}, {"coool", "cool"}, {"wwindow", "window"}, {"toools", "tools"},
		{"dids", "đí"}, {"didd", "did"}, {"mass", "mas"}, {"laww", "law"},
		// Capitals.
		{"DDA", "ĐA"}, {"DDAF NAWNGX", "ĐÀ NẴNG"}, {"Aa", "Â"}, {"AA", "Â"}, {"HOAF BINHF", "HÒA BÌNH"}, {"UYR BAN", "ỦY BAN"}, {"Dd", "Đ"}, {"W", "Ư"},
		{"NGUOIWF", "NGƯỜI"}, {"YS KIEENS", "Ý KIẾN"},
		// No syllable: as it was typed.
		{"window", "window"}, {"word", "word"}, {"excel", "excel"}, {"Windows", "Windows"}, {"law", "law"}, {"web", "web"}, {"wifi", "wifi"},
		{"John", "John"}, {"Peter", "Peter"}, {"Smith", "Smith"}, {"Facebook", "Facebook"}, {"data", "data"}, {"email", "email"}, {"report", "report"},
		{"sort", "sort"}, {"file", "file"}, {"hurt", "hurt"}, {"Hawaii", "Hawaii"}, {"OCOP", "OCOP"}, {"UBND", "UBND"}, {"UBND-TW", "UBND-TW"}, {"USD", "USD"},
		{"15-NQ/TW", "15-NQ/TW"}, {"WB", "WB"}, {"VND", "VND"}, {"A4", "A4"}, {"TDA1", "TDA1"}, {"NQ24", "NQ24"}, {"15/2024", "15/2024"}, {"m2", "m2"},
		{"nams@mard.gov.vn", "nams@mard.gov.vn"}, {"phuongs.leef@haf.vn", "phuongs.leef@haf.vn"}, {"https://www.ts.vn", "https://www.ts.vn"}, {"1as", "1as"},
		{"add", "add"}, {"address", "address"}, {"new", "new"}, {"show", "show"}, {"view", "view"}, {"Zalo", "Zalo"}, {"ASEAN", "ASEAN"},
		// Abbreviations with their đ.
		{"QDD", "QĐ"}, {"15/QDD-UBND", "15/QĐ-UBND"}, {"HDDND", "HĐND"}, {"NDD-CP", "NĐ-CP"}, {"LDDTBXH", "LĐTBXH"}, {"DDBKK", "ĐBKK"}, {"DDVHC", "ĐVHC"},
		{"QDDD", "QDD"}, {"CBDDT", "CBĐT"}, {"TDDC", "TĐC"}, {"HDDDD", "HDDD"},
		// Signs between words.
		{"kinh tees-xax hooij", "kinh tế-xã hội"}, {"thoon/banr", "thôn/bản"}, {"(thoon)", "(thôn)"}, {"\"xax\"", "\"xã\""}, {"xax,huyeenj.", "xã,huyện."},
		{"(w", "(ư"}, {"law,", "law,"}, {"law-thoon", "law-thôn"}, {"hooj/nguowif", "hộ/người"},
		// Backspace takes a letter that stands there, and typing goes on from it.
		{"tieengs<", "tiến"}, {"tieengs<<", "tiế"}, {"tieengs<<<en", "tien"}, {"tieengs<<<eens", "tiến"}, {"hoaf<", "hò"}, {"hoaf<<", "h"}, {"as<as", "á"}, {"dd<d", "d"}, {"ass<s", "á"},
		{"hocj sinh<<<<<<", "họ"}, {"hoc < <j", "học"},
		// Letters that come composed are left alone, and so is the rest of their word.
		{"tiếngs", "tiếngs"}, {"tie<êngs", "tiêngs"}, {"d<đas", "đas"}, {"việt nams", "việt nám"},
		{"tie\u0302\u0301ng as", "tie\u0302\u0301ng á"},
		{"", ""}, {" ", " "}, {"<", ""}, {"as  as", "á  á"},
	} {
		t.Run(c.keys, func(t *testing.T) {
			if got := typeKeys(MethodTelex, c.keys); got != c.want {
				t.Errorf("%q gives %q, want %q", c.keys, got, c.want)
			}
		})
	}
}

func TestVNI(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"a1", "á"}, {"a2", "à"}, {"a3", "ả"}, {"a4", "ã"}, {"a5", "ạ"}, {"a10", "a"}, {"a6n", "ân"}, {"e6m", "êm"}, {"o6", "ô"}, {"o7", "ơ"}, {"u7", "ư"}, {"a8n", "ăn"},
		{"d9", "đ"}, {"d9a1", "đá"}, {"nguoi72", "người"}, {"ngu7o72i", "người"}, {"nguo72i", "người"}, {"thuong72", "thường"}, {"tieng61", "tiếng"}, {"tie61ng", "tiếng"},
		{"hoa2", "hòa"}, {"hoa2n", "hoàn"}, {"duong792", "đường"}, {"Vie6t5 Nam", "Việt Nam"}, {"D9A2 NA8NG4", "ĐÀ NẴNG"}, {"QD9", "QĐ"}, {"15/QD9-UBND", "15/QĐ-UBND"},
		{"thuo73", "thuở"}, {"soo1c", "soóc"}, {"xoong", "xoong"}, {"Y1 kie6n1", "Ý kiến"}, {"U3y ban", "Ủy ban"}, {"A1p du5ng", "Áp dụng"}, {"O73", "Ở"},
		{"a11", "a1"}, {"a66", "a6"}, {"o77", "o7"}, {"a88", "a8"}, {"d99", "d9"}, {"a113", "a13"}, {"o67", "ơ"}, {"a68n", "ăn"}, {"uo67ng", "ương"}, {"uo76ng", "uông"},
		{"A4", "A4"}, {"E5", "E5"}, {"TDA1", "TDA1"}, {"NQ24", "NQ24"}, {"15/2024", "15/2024"}, {"m2", "m2"}, {"KH2024", "KH2024"}, {"T6", "T6"}, {"Q1", "Q1"}, {"CT135", "CT135"},
		{"123", "123"}, {"1.234,5", "1.234,5"}, {"to6 1", "tô 1"}, {"test", "test"}, {"window", "window"}, {"hat3", "hat3"}, {"law6", "law6"}, {"w", "w"}, {"as", "as"},
		{"QD1719", "QD1719"}, {"nam6@mard.vn", "nam6@mard.vn"}, {"nam1@mard.vn", "nam1@mard.vn"}, {"Covid19", "Covid19"}, {"a0", "a0"},
	} {
		t.Run(c.keys, func(t *testing.T) {
			if got := typeKeys(MethodVNI, c.keys); got != c.want {
				t.Errorf("%q gives %q, want %q", c.keys, got, c.want)
			}
		})
	}
}

func TestTheMethodOffTypesEveryKey(t *testing.T) {
	for _, keys := range []string{"aas dd w", "QDD 15", "tiếng as", "ở e\u0301s"} {
		if got := typeKeys(MethodOff, keys); got != keys {
			t.Errorf("%q gives %q", keys, got)
		}
	}
}

func TestTheMethodsGoRound(t *testing.T) {
	var names []string
	m := MethodOff
	for range 4 {
		names = append(names, string(m))
		m = m.Next()
	}
	if got := strings.Join(names, ","); got != ",telex,vni," {
		t.Errorf("went %s", got)
	}
}
