package form_test

// small is a form with one of everything that the engine treats on its own.
const small = `
id: small
version: "1"
title: {vi: "Phiếu nhỏ", en: "Small form"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: head
    code: "V"
    title: {vi: "Chung", en: "Head"}
    short: {vi: "Chung", en: "Head"}
    items:
      - {name: committee, code: "1.01", type: yesnona, label: {vi: "Ban Chỉ đạo", en: "Committee"}, required: true, basis: "C"}
      - name: decision
        code: "1.02"
        type: text
        label: {vi: "Số quyết định", en: "Decision"}
        relevant: "committee == 'yes'"
        required: true
        basis: "C"
      - name: decision_date
        code: "1.02b"
        type: date
        label: {vi: "Ngày", en: "Date"}
        relevant: "committee == 'yes'"
        constraints:
          - {id: D2, rule: "decision_date <= visit", severity: stop, message: {vi: "Ngày {decision_date} sau ngày làm việc", en: "{decision_date} is after the visit"}}
        basis: "C"
      - {name: officers, code: "1.22", type: integer, label: {vi: "Cán bộ", en: "Officers"}, required: true, basis: "C"}
      - name: trained
        code: "1.23"
        type: integer
        label: {vi: "Đã tập huấn", en: "Trained"}
        constraints:
          - {id: N9, rule: "trained <= officers", severity: stop, message: {vi: "{trained} lớn hơn {officers}", en: "{trained} exceeds {officers}"}}
        basis: "C"
      - {name: share, code: "1.24", type: percent, label: {vi: "Tỷ lệ", en: "Share"}, calculation: "ratio(trained, officers)", basis: "C"}
      - {name: years, code: "3.00", type: many, label: {vi: "Năm", en: "Years"}, choices: [{code: "2022", vi: "2022", en: "2022"}, {code: "2023", vi: "2023", en: "2023"}], default: "['2023']", basis: "I"}
      - name: capital
        code: "3.T1"
        type: table
        label: {vi: "Vốn", en: "Capital"}
        required: true
        basis: "C"
        table:
          axes:
            - {column: year, from: years}
            - {column: source}
          free: true
          key: [year, source]
          totals: [assigned]
          columns:
            - {name: year, code: "3.T1.1", type: one, label: {vi: "Năm", en: "Year"}, choices: [{code: "2022", vi: "2022", en: "2022"}, {code: "2023", vi: "2023", en: "2023"}], required: true, basis: "C"}
            - {name: source, code: "3.T1.4", type: one, label: {vi: "Nguồn", en: "Source"}, choices: [{code: NSTW, vi: "NSTW", en: "Central"}, {code: NSDP, vi: "NSĐP", en: "Local"}], required: true, basis: "C"}
            - {name: assigned, code: "3.T1.5", type: money, label: {vi: "Giao", en: "Assigned"}, required: true, basis: "C"}
            - {name: carried, code: "3.T1.6", type: money, label: {vi: "Kéo dài", en: "Carried"}, basis: "C"}
            - {name: available, code: "3.T1.8", type: money, label: {vi: "Tổng", en: "Total"}, calculation: "assigned + carried", basis: "I"}
            - name: disbursed
              code: "3.T1.11"
              type: money
              label: {vi: "Giải ngân", en: "Disbursed"}
              constraints:
                - {id: N3, rule: "disbursed <= available", severity: stop, message: {vi: "Giải ngân {disbursed} vượt {available}", en: "{disbursed} exceeds {available}"}}
              basis: "C"
            - {name: rate, code: "3.T1.12", type: percent, label: {vi: "%", en: "%"}, calculation: "ratio(disbursed, available)", basis: "C"}
          facts: {year: year, project: source, kind: source, source: source, measures: {assigned: assigned, available: available}}
      - name: assignments
        code: "3.01"
        type: table
        label: {vi: "Quyết định", en: "Decisions"}
        basis: "C"
        table:
          free: true
          may_be_none: true
          columns:
            - {name: number, code: "3.01.1", type: text, label: {vi: "Số", en: "No."}, basis: "C"}
            - {name: amount, code: "3.01.4", type: money, label: {vi: "Số tiền", en: "Amount"}, expect: "sum(capital, .assigned)", basis: "C"}
      - {name: local_share, code: "3.03", type: percent, label: {vi: "Đối ứng", en: "Counterpart"}, calculation: "ratio(sum(filter(capital, .source == 'NSDP'), .assigned), sum(filter(capital, .source == 'NSTW'), .assigned))", basis: "C"}
      - {name: remarks, code: "3.13", type: longtext, label: {vi: "Nhận xét", en: "Remarks"}, basis: "I"}
  - name: rest
    code: "R"
    title: {vi: "Mọi loại khác", en: "Every other kind"}
    short: {vi: "Khác", en: "Rest"}
    items:
      - {name: unit, code: "5.01", type: lookup, list: units, label: {vi: "Đơn vị", en: "Unit"}, basis: "I"}
      - {name: begins, code: "5.02", type: time, label: {vi: "Từ", en: "From"}, basis: "I"}
      - name: ends
        code: "5.03"
        type: time
        label: {vi: "Đến", en: "To"}
        constraints:
          - {id: "", rule: "begins < ends", severity: reason, message: {vi: "{begins} – {ends}", en: "{begins} – {ends}"}, basis: "I"}
        basis: "I"
      - {name: area, code: "5.04", type: decimal, label: {vi: "Diện tích", en: "Area"}, basis: "I"}
      - {name: density, code: "5.05", type: decimal, label: {vi: "Mật độ", en: "Density"}, calculation: "officers / area", basis: "I"}
      - {name: paid, code: "5.06", type: money, label: {vi: "Đã trả", en: "Paid"}, no_bulk: true, basis: "I"}
      - {name: arrears, code: "5.07", type: yesno, label: {vi: "Nợ", en: "Arrears"}, required: "answered(paid) && paid > million(5)", basis: "I"}
      - {name: source_of, code: "5.08", type: one, list: capital_sources, list_filter: "choice != 'NSDP' || arrears == 'yes'", label: {vi: "Nguồn", en: "Source"}, basis: "I"}
      - name: later
        code: "5.09"
        type: date
        label: {vi: "Hạn", en: "Due"}
        relevant: "source_of != '' && share >= 50"
        calculation: "workdays(decision_date, 15)"
        basis: "I"
      - name: staff
        code: "5.10"
        type: table
        label: {vi: "Người", en: "Staff"}
        relevant: "committee != 'no'"
        required: true
        basis: "I"
        table:
          min_rows: 2
          may_be_none: true
          totals: [people]
          fixed:
            - {id: men, label: {vi: "Nam", en: "Men"}, values: {sex: m}}
            - {id: women, label: {vi: "Nữ", en: "Women"}, values: {sex: f}}
          columns:
            - {name: sex, code: "5.10.1", type: one, choices: [{code: m, vi: "Nam", en: "Men"}, {code: f, vi: "Nữ", en: "Women"}], label: {vi: "Giới", en: "Sex"}, basis: "I"}
            - {name: people, code: "5.10.2", type: integer, label: {vi: "Số", en: "Number"}, required: true, basis: "I"}
            - {name: away, code: "5.10.3", type: integer, label: {vi: "Vắng", en: "Away"}, relevant: "arrears == 'yes' || sex == 'f'", constraints: [{id: N9, rule: "away <= people && away <= officers", severity: reason, message: {vi: "{away} > {people}, {trained}", en: "{away} > {people}, {trained}"}, basis: "I"}], basis: "I"}
      - name: shares
        code: "5.11"
        type: table
        label: {vi: "Phần", en: "Shares"}
        basis: "I"
        table:
          axes: [{column: share_year, from: years}]
          axis_where: "any(decisions, .for_year == share_year)"
          columns:
            - {name: share_year, code: "5.11.1", type: integer, label: {vi: "Năm", en: "Year"}, basis: "I"}
            - name: part
              code: "5.11.2"
              type: percent
              label: {vi: "Phần", en: "Part"}
              calculation: "ratio(sum(filter(decisions, .for_year == share_year), .money), sum(decisions, .money))"
              constraints: [{id: "", rule: "part < 60", severity: reason, message: {vi: "{part} %", en: "{part} %"}, basis: "I"}]
              basis: "I"
      - name: decisions
        code: "5.12"
        type: table
        label: {vi: "Quyết định", en: "Decisions"}
        basis: "I"
        constraints:
          - {id: T9, rule: "sum(decisions, .money) <= paid", severity: note, message: {vi: "Cộng vượt {paid}", en: "More than {paid}"}, basis: "I"}
        table:
          free: true
          may_be_none: true
          key: [for_year, level]
          totals: [money]
          columns:
            - {name: for_year, code: "5.12.1", type: integer, label: {vi: "Năm", en: "Year"}, required: true, basis: "I"}
            - {name: level, code: "5.12.2", type: text, max: 10, label: {vi: "Cấp", en: "Level"}, basis: "I"}
            - {name: money, code: "5.12.3", type: money, label: {vi: "Tiền", en: "Money"}, required: "level != '' || arrears == 'yes'", expect: "paid", basis: "I"}
            - {name: same_level, code: "5.12.4", type: money, label: {vi: "Cùng cấp", en: "Of the level"}, calculation: "sum(filter(decisions, .level == level), .money)", constraints: [{id: "", rule: "same_level <= million(9000)", severity: stop, message: {vi: "{same_level}", en: "{same_level}"}, basis: "I"}], basis: "I"}
            - {name: tags, code: "5.12.5", type: many, choices: [{code: a, vi: "An toàn, sớm", en: "Safe"}, {code: b, vi: "Bảo đảm", en: "Sure"}], label: {vi: "Nhãn", en: "Tags"}, list_filter: "choice != 'b' || for_year == 2023", basis: "I"}
`
