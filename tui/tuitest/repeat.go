package tuitest

import (
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

// RepeatForm is a small inspection of a round with what is carried from visit to
// visit, and what is not: an area of rated items and texts, figures, persons.
const RepeatForm = `
id: inspection
version: "r"
title: {vi: "Phiếu thử", en: "Test form"}
programme: GNBV-2021-2025
parent: round
valid_from: "2021-01-01"
basis: "test"
sections:
  - name: header
    code: V
    title: {vi: "Chung", en: "Header"}
    short: {vi: "Chung", en: "Header"}
    items:
      - {name: unit, code: V.01, type: lookup, list: units, label: {vi: "Đơn vị", en: "Unit"}, readonly: true, basis: "I"}
      - {name: visit_date, code: V.02, type: date, label: {vi: "Ngày", en: "Day"}, readonly: true, basis: "I"}
      - {name: venue, code: V.03, type: text, label: {vi: "Địa điểm", en: "Venue"}, basis: "I"}
      - {name: remarks, code: V.04, type: longtext, label: {vi: "Nhận xét", en: "Remarks"}, basis: "I"}
  - name: steering
    code: A1
    title: {vi: "Chỉ đạo", en: "Steering"}
    short: {vi: "Chỉ đạo", en: "Steering"}
    items:
      - {name: committee, code: A1.01, type: yesnona, required: true, label: {vi: "Có Ban Chỉ đạo", en: "Committee"}, basis: "I"}
      - {name: decision, code: A1.02, type: text, label: {vi: "Số quyết định", en: "Decision"}, basis: "I"}
      - {name: plan, code: A1.03, type: yesnona, required: true, label: {vi: "Có kế hoạch", en: "Plan"}, basis: "I"}
      - {name: plan_no, code: A1.04, type: text, label: {vi: "Số kế hoạch", en: "Plan number"}, basis: "I"}
      - {name: posted, code: A1.05, type: yesnona, required: true, label: {vi: "Niêm yết", en: "Posted"}, basis: "I"}
      - {name: contact, code: A1.06, type: text, label: {vi: "Người liên hệ", en: "Contact"}, basis: "I"}
      - {name: level, code: A1.07, type: one, label: {vi: "Cấp", en: "Level"}, choices: [{code: commune, vi: "Xã", en: "Commune"}, {code: ward, vi: "Phường", en: "Ward"}], basis: "I"}
      - {name: checked, code: A1.08, type: yesnona, no_bulk: true, label: {vi: "Đã kiểm chứng", en: "Verified"}, basis: "I"}
      - {name: poor, code: A1.09, type: integer, label: {vi: "Hộ nghèo", en: "Poor"}, basis: "I"}
      - {name: double, code: A1.10, type: integer, calculation: "poor * 2", label: {vi: "Gấp đôi", en: "Double"}, basis: "I"}
      - name: members
        code: A1.11
        type: table
        label: {vi: "Thành viên", en: "Members"}
        basis: "I"
        table:
          free: true
          may_be_none: true
          columns:
            - {name: person, code: A1.11.1, type: text, width: 20, label: {vi: "Họ tên", en: "Name"}, basis: "I"}
            - {name: post, code: A1.11.2, type: text, width: 20, label: {vi: "Chức vụ", en: "Post"}, basis: "I"}
      - name: shortcomings
        code: A1.12
        type: table
        label: {vi: "Tồn tại", en: "Findings"}
        basis: "I"
        table:
          free: true
          opens: {form: finding, fill: {what: fault}}
          columns:
            - {name: fault, code: A1.12.1, type: text, label: {vi: "Nội dung", en: "What"}, basis: "I"}
`

// BeginRound begins a round on the real form.
func BeginRound(tb testing.TB, env *kit.Env, day vn.Date) model.RecordID {
	tb.Helper()
	def, err := env.Forms.Version("round", "")
	if err != nil {
		tb.Fatal(err)
	}
	return BeginOn(tb, env, def, kit.Begin{Day: day})
}

// FillIn answers a record and saves it, as a visit that is over.
func FillIn(tb testing.TB, env *kit.Env, id model.RecordID, answer func(*form.Session)) {
	tb.Helper()
	if msg, ok := env.Desk.Load(id)().(kit.OpenedMsg); !ok || msg.Err != nil {
		tb.Fatalf("the record does not open: %v", msg.Err)
	}
	d := env.Desk.Draft(id)
	answer(d.Session)
	if cmd := d.Commit(model.Place{}); cmd != nil {
		if msg, ok := cmd().(kit.SavedMsg); !ok || msg.Err != nil {
			tb.Fatalf("the answers were not saved: %v", msg.Err)
		}
	}
	env.Desk.Close(id)
}
