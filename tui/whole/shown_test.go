package whole

import (
	"database/sql"
	"strings"
	"testing"

	"giamsat/model/form"
)

// A note of an item without an answer stood under the item before, as if it were
// that one's; further lines of a note could be taken for items; and a figure that
// could not be read was printed like one that could.
func TestWhatIsPrintedOfARecordIsToldApart(t *testing.T) {
	t.Parallel()
	at := func(item, part string) form.Field { return form.Field{Item: item, Part: part} }
	d := newDesk(t).begin(t, "venue",
		form.FieldText{Field: at("tender_plan", ""), Raw: "1"},
		form.FieldText{Field: at("tender_supervision", form.Note), Raw: "Chưa có báo cáo.\nHẹn gửi sau."},
		form.FieldText{Field: at("right_beneficiaries", ""), Raw: "1"},
		form.FieldText{Field: at("beneficiaries_sampled", ""), Raw: "l"},
		form.FieldText{Field: at("arrears", ""), Raw: "1"},
		form.FieldText{Field: at("arrears_amount", ""), Raw: "8,842"},
	)
	for lang, wants := range map[string][]string{
		"vi": {
			"\n  A4.04 Báo cáo giám sát công tác đấu thầu: (chưa trả lời)\n    ghi chú: Chưa có báo cáo.\n        Hẹn gửi sau.\n",
			"Số đối tượng đã đối chiếu (tổng mẫu): l (không đọc được)\n",
			": 8,842 (có hai cách đọc)",
		},
		"en": {
			"\n  A4.04 Report on the supervision of bidding: (not answered)\n    note: Chưa có báo cáo.\n        Hẹn gửi sau.\n",
			"Beneficiaries checked (sample): l (cannot be read)\n",
			": 8,842 (has two readings)",
		},
	} {
		code, said := ran(t, d, d.args(lang, "show", string(d.id))...)
		if code != 0 {
			t.Errorf("%s: ended with %d", lang, code)
		}
		for _, want := range wants {
			if !strings.Contains(said, want) {
				t.Errorf("%s: it does not print %q:\n%s", lang, want, said)
			}
		}
	}
}

// A tampered answer was told without saying which.
func TestACheckNamesTheAnswerThatDiffers(t *testing.T) {
	t.Parallel()
	d := newDesk(t).begin(t, "venue", form.FieldText{Field: form.Field{Item: "venue"}, Raw: "Hội trường"})
	pool, err := sql.Open("sqlite3", "file:"+d.db)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pool.Exec(`UPDATE answer SET raw = 'Nhà', value = 'Nhà' WHERE item = 'venue'`); err != nil {
		t.Fatal(err)
	}
	if err := pool.Close(); err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string]string{"vi": "câu trả lời khác với lịch sử ", "en": "an answer differs from its history "} {
		if code, said := ran(t, d, d.args(lang, "check")...); code != 1 || !strings.Contains(said, want+string(d.id)+" venue ") {
			t.Errorf("it ends with %d and says %q", code, said)
		}
	}
}
