package tuitest

// VisitForm is a small inspection with one of everything that hangs on other
// records: a round, households, a former visit, findings.
const VisitForm = `
id: inspection
version: "t"
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
      - {name: visit_date, code: V.04, type: date, label: {vi: "Ngày", en: "Day"}, readonly: true, basis: "I"}
      - {name: decision, code: R.08, type: text, label: {vi: "Quyết định", en: "Decision"}, readonly: true, inherit: decision_number, basis: "I"}
      - {name: areas, code: R.13, type: many, list: areas, label: {vi: "Nội dung", en: "Areas"}, inherit: areas, basis: "I"}
      - {name: households, code: H, type: records, form: household, label: {vi: "Phiếu hộ", en: "Households"}, required: true, basis: "I"}
  - name: capital
    code: A3
    title: {vi: "Vốn", en: "Capital"}
    short: {vi: "Vốn", en: "Capital"}
    relevant: "len(areas) == 0 || '3' in areas"
    items:
      - {name: figures_before, code: A3.00b, type: date, label: {vi: "Ngày kỳ trước", en: "Visited before"}, hidden: true, prior: visit_date, basis: "I"}
      - {name: poor_start, code: A3.01, type: integer, label: {vi: "Hộ nghèo đầu năm", en: "Poor at the start"}, prior: poor_end, basis: "I"}
      - {name: poor_end, code: A3.02, type: integer, label: {vi: "Hộ nghèo cuối năm", en: "Poor at the end"}, basis: "I"}
      - {name: paid_before, code: A3.03, type: money, label: {vi: "Đã giải ngân kỳ trước", en: "Disbursed before"}, prior: money.disbursed, basis: "I"}
      - name: money
        code: A3.T1
        type: table
        label: {vi: "Giải ngân", en: "Disbursement"}
        basis: "I"
        table:
          free: true
          totals: [disbursed]
          columns:
            - {name: what_for, code: A3.T1.1, type: text, label: {vi: "Việc", en: "What for"}, basis: "I"}
            - name: disbursed
              code: A3.T1.2
              type: money
              label: {vi: "Giải ngân", en: "Disbursed"}
              constraints:
                - {id: N3, rule: "disbursed <= million(100)", severity: stop, message: {vi: "Giải ngân {disbursed} vượt 100 triệu đồng: kiểm tra lại", en: "{disbursed} exceeds 100 million: check it"}, finding: {vi: "Giải ngân {disbursed} vượt 100 triệu đồng", en: "{disbursed} exceeds 100 million"}}
              basis: "I"
      - {name: posted, code: A3.06, type: yesnona, label: {vi: "Niêm yết danh sách", en: "List posted"}, basis: "C ND27-30"}
  - name: minutes
    code: M
    title: {vi: "Biên bản", en: "Minutes"}
    short: {vi: "Biên bản", en: "Minutes"}
    items:
      - name: former_findings
        code: M.09
        type: table
        label: {vi: "Tồn tại kỳ trước", en: "Former findings"}
        basis: "I"
        table:
          settles:
            form: finding
            record: followed
            show: {former_number: number, former_what: title, former_due: due, former_unit: unit}
            fill: {state: now, recheck: conclusion, rechecked_on: visit_date, rechecked_by: checked_by}
          columns:
            - {name: followed, code: M.09.0, type: text, label: {vi: "Mã", en: "Id"}, hidden: true, basis: "I"}
            - {name: former_number, code: M.09.1, type: text, label: {vi: "Số", en: "Number"}, readonly: true, basis: "I"}
            - {name: former_what, code: M.09.2, type: text, label: {vi: "Nội dung", en: "What"}, readonly: true, basis: "I"}
            - {name: former_due, code: M.09.3, type: date, label: {vi: "Hạn", en: "Due"}, readonly: true, basis: "I"}
            - {name: former_unit, code: M.09.4, type: text, label: {vi: "Đơn vị cũ", en: "Unit then"}, readonly: true, basis: "I"}
            - {name: now, code: M.09.5, type: one, list: finding_states, label: {vi: "Trạng thái", en: "State"}, required: true, basis: "I"}
            - {name: conclusion, code: M.09.6, type: one, list: recheck_results, label: {vi: "Kết luận", en: "Conclusion"}, basis: "I"}
            - {name: checked_by, code: M.09.7, type: text, label: {vi: "Người", en: "By"}, basis: "I"}
      - name: shortcomings
        code: M.10
        type: table
        label: {vi: "Tồn tại, hạn chế", en: "Shortcomings"}
        basis: "I"
        table:
          free: true
          may_be_none: true
          opens:
            form: finding
            fill: {what: shortcoming, item_code: item_code, area: area, basis_text: basis, responsible: owner, due_first: deadline}
          columns:
            - {name: shortcoming, code: M.10.1, type: longtext, label: {vi: "Nội dung", en: "What"}, basis: "I"}
            - {name: area, code: M.10.2, type: one, list: areas, label: {vi: "Khu vực", en: "Area"}, basis: "I"}
            - {name: item_code, code: M.10.3, type: text, label: {vi: "Mục", en: "Item"}, basis: "I"}
            - {name: basis, code: M.10.4, type: text, label: {vi: "Căn cứ", en: "Basis"}, basis: "I"}
            - {name: owner, code: M.10.5, type: text, label: {vi: "Trách nhiệm", en: "Responsible"}, required: true, basis: "I"}
            - {name: deadline, code: M.10.6, type: date, label: {vi: "Thời hạn", en: "Deadline"}, basis: "I"}
`
