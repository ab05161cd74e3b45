package demo

// visit is one inspection of the sample: where, when, how far it has come, and
// the published figures it shows.
type visit struct {
	unit     string // code of the unit on the day
	day      string // as typed: dd/mm/yyyy
	round    string
	projects []string // codes; nil: all that are carried out in the province
	areas    [5]int   // share of the yes/no items that are answered, in percent
	figures  []figure
	found    []shortcoming
}

// figure is an answer that a public source gives.
type figure struct {
	table  string            // name of the table; "": an item
	row    map[string]string // the row, by the codes that the form or its axes give it
	item   string            // name of the item or the column
	raw    string            // as a person would type it
	source string            // public address
}

const (
	huongDo    = "https://baohatinh.vn/xa-mien-nui-huong-do-vuot-muc-tieu-giam-ngheo-post300315.amp"
	phucTrach  = "https://baohatinh.vn/ty-le-ho-ngheo-o-xa-mien-nui-phuc-trach-giam-con-116-post301133.html"
	haTinhCity = "https://vietnamnet.vn/hieu-qua-tu-mo-hinh-giam-ngheo-du-an-ho-tro-phat-trien-san-xuat-o-ha-tinh-2317214.html"
)

// rural is the row of the households that live in the country.
func rural() map[string]string { return map[string]string{"area": "rural"} }

func urban() map[string]string { return map[string]string{"area": "urban"} }

// capital is the row of project 7's recurrent money of 2023 from one source.
func capital(project, source string) map[string]string {
	return map[string]string{"plan_year": "2023", "project": project, "kind": "SN", "source": source}
}

// project7 are the figures of the province's plan for the two sub-projects of
// project 7: 8.842 = 8.038 + 804 and 4.715 = 4.286 + 429 triệu đồng.
func project7() []figure {
	return []figure{
		{table: "capital", row: capital("DA7.TDA1", "NSTW"), item: "assigned", raw: "8.038"},
		{table: "capital", row: capital("DA7.TDA1", "NSDP"), item: "assigned", raw: "804"},
		{table: "capital", row: capital("DA7.TDA2", "NSTW"), item: "assigned", raw: "4.286"},
		{table: "capital", row: capital("DA7.TDA2", "NSDP"), item: "assigned", raw: "429"},
	}
}

// visits are the sample, the oldest first. The units are those of Hà Tĩnh on the
// day of the visit: districts until 30/06/2025, communes and wards after it.
// How far each has come is made up; every figure names its source but those of
// project 7, which are the province's own plan.
func visits() []visit {
	return []visit{
		{unit: "42", day: "15/11/2023", round: "2/2023", projects: []string{"DA7.TDA1", "DA7.TDA2"}, areas: [5]int{100, 60, 40, 0, 0}, figures: project7()},
		{unit: "448", day: "21/11/2023", round: "2/2023", areas: [5]int{100, 100, 100, 80, 60}},
		{unit: "445", day: "23/11/2023", round: "2/2023", areas: [5]int{100, 100, 100, 100, 100}},
		{unit: "439", day: "14/05/2024", round: "1/2024", areas: [5]int{100, 100, 90, 100, 100}},
		{unit: "436", day: "16/05/2024", round: "1/2024", areas: [5]int{100, 80, 50, 30, 0}, figures: []figure{
			{table: "poor_households", row: urban(), item: "reported_end", raw: "377", source: haTinhCity},
			{table: "near_poor_households", row: urban(), item: "reported_end", raw: "549", source: haTinhCity},
		}},
		{unit: "444", day: "12/11/2024", round: "2/2024", areas: [5]int{100, 100, 60, 40, 20}},
		{unit: "449", day: "14/11/2024", round: "2/2024", areas: [5]int{100, 70, 0, 0, 0}},
		{unit: "440", day: "19/11/2024", round: "2/2024", areas: [5]int{100, 100, 100, 90, 0}},
		{unit: "446", day: "21/11/2024", round: "2/2024", areas: [5]int{50, 0, 0, 0, 0}},
		{unit: "18550", day: "25/11/2025", round: "2/2025", areas: [5]int{100, 100, 80, 60, 40}, figures: []figure{
			{table: "poor_households", row: rural(), item: "households", raw: "3909", source: huongDo},
			{table: "poor_households", row: rural(), item: "at_start", raw: "97", source: huongDo},
			{table: "poor_households", row: rural(), item: "escaped", raw: "24", source: huongDo},
			{table: "poor_households", row: rural(), item: "arisen", raw: "2", source: huongDo},
			{table: "poor_households", row: rural(), item: "reported_end", raw: "75", source: huongDo},
			{table: "near_poor_households", row: rural(), item: "at_start", raw: "139", source: huongDo},
			{table: "near_poor_households", row: rural(), item: "escaped", raw: "43", source: huongDo},
			{table: "near_poor_households", row: rural(), item: "arisen", raw: "22", source: huongDo},
			{table: "near_poor_households", row: rural(), item: "reported_end", raw: "118", source: huongDo},
		}},
		{unit: "18547", day: "27/11/2025", round: "2/2025", areas: [5]int{100, 60, 30, 0, 0}, figures: []figure{
			{table: "poor_households", row: rural(), item: "households", raw: "4468", source: phucTrach},
			{table: "poor_households", row: rural(), item: "escaped", raw: "26", source: phucTrach},
			{table: "poor_households", row: rural(), item: "arisen", raw: "10", source: phucTrach},
			{table: "poor_households", row: rural(), item: "reported_end", raw: "52", source: phucTrach},
			{table: "near_poor_households", row: rural(), item: "reported_end", raw: "117", source: phucTrach},
		}},
		{unit: "18496", day: "28/11/2025", round: "2/2025", areas: [5]int{100, 90, 70, 20, 0}},
		{unit: "18502", day: "02/12/2025", round: "2/2025", areas: [5]int{80, 40, 0, 0, 0}},
		{unit: "18133", day: "03/12/2025", round: "2/2025", areas: [5]int{100, 100, 100, 100, 50}, found: []shortcoming{
			{what: "Ví dụ: danh sách hộ thụ hưởng chưa niêm yết ở nhà văn hóa thôn", area: "4", item: "A4.07a", due: -12},
			{what: "Ví dụ: báo cáo sáu tháng gửi muộn", area: "5", item: "A5.01", due: 40},
		}},
		{unit: "18229", day: "04/12/2025", round: "2/2025", areas: [5]int{100, 0, 0, 0, 0}},
		{unit: "18313", day: "05/12/2025", round: "2/2025", areas: [5]int{60, 20, 0, 0, 0}},
		{unit: "18352", day: "09/12/2025", round: "2/2025", areas: [5]int{100, 100, 20, 0, 0}},
		{unit: "18406", day: "10/12/2025", round: "2/2025", areas: [5]int{100, 50, 50, 50, 50}, found: []shortcoming{
			{what: "Ví dụ: hồ sơ thanh toán mô hình còn thiếu chứng từ", area: "3", item: "A3.09", due: 9},
		}},
		{unit: "18562", day: "11/12/2025", round: "2/2025", areas: [5]int{30, 0, 0, 0, 0}},
		{unit: "18568", day: "12/12/2025", round: "2/2025", areas: [5]int{100, 100, 100, 30, 0}},
		{unit: "18775", day: "16/12/2025", round: "2/2025", areas: [5]int{100, 70, 40, 10, 0}},
		{unit: "18814", day: "17/12/2025", round: "2/2025", areas: [5]int{0, 0, 0, 0, 0}},
		{unit: "18823", day: "18/12/2025", round: "2/2025", areas: [5]int{40, 20, 0, 0, 0}},
		{unit: "18673", day: "22/12/2025", round: "2/2025", areas: [5]int{100, 80, 60, 40, 20}},
		{unit: "18073", day: "25/12/2025", round: "2/2025", areas: [5]int{100, 100, 50, 0, 0}},
	}
}
