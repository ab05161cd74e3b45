package form_test

// parentForm is what linkedForm's records may belong to.
const parentForm = `
id: parent
version: "1"
title: {vi: "Đợt", en: "Round"}
programme: any
valid_from: "2021-01-01"
basis: "test"
head:
  title: "'Đợt ' + string(number) + '/' + string(year)"
  year: year
  from: starts
  due: "workdays(starts, 15)"
  planned: len(crew)
  settled: "answered(sent)"
  level: level
  area: first_area
  responsible: level
sections:
  - name: all
    code: "R"
    title: {vi: "Đợt", en: "Round"}
    short: {vi: "Đợt", en: "Round"}
    items:
      - {name: year, code: "R.1", type: integer, label: {vi: "Năm", en: "Year"}, constraints: [{rule: "year == year(visit)", severity: note, message: {vi: "{year}", en: "{year}"}}], basis: "I"}
      - {name: number, code: "R.2", type: integer, label: {vi: "Số", en: "Number"}, basis: "I"}
      - {name: starts, code: "R.3", type: date, label: {vi: "Từ", en: "From"}, basis: "I"}
      - {name: sent, code: "R.4", type: date, label: {vi: "Gửi", en: "Sent"}, basis: "I"}
      - {name: level, code: "R.5", type: one, list: levels, label: {vi: "Cấp", en: "Level"}, basis: "I"}
      - {name: first_area, code: "R.6", type: one, list: areas, label: {vi: "Mục", en: "Area"}, basis: "I"}
      - {name: scope, code: "R.7", type: many, choices: [{code: "1", vi: "Một", en: "One"}, {code: "2", vi: "Hai", en: "Two"}, {code: "9", vi: "Chín", en: "Nine"}], label: {vi: "Nội dung", en: "Scope"}, basis: "I"}
      - {name: budget, code: "R.8", type: money, label: {vi: "Kinh phí", en: "Budget"}, basis: "I"}
      - {name: share, code: "R.9", type: percent, label: {vi: "Phần", en: "Share"}, basis: "I"}
      - {name: size, code: "R.10", type: decimal, label: {vi: "Cỡ", en: "Size"}, basis: "I"}
      - {name: at, code: "R.11", type: time, label: {vi: "Lúc", en: "At"}, basis: "I"}
      - {name: text, code: "R.12", type: text, label: {vi: "Chữ", en: "Text"}, basis: "I"}
      - {name: story, code: "R.13", type: longtext, label: {vi: "Kể", en: "Story"}, basis: "I"}
      - {name: planned, code: "R.14", type: yesno, label: {vi: "Có", en: "Yes"}, basis: "I"}
      - {name: where, code: "R.15", type: lookup, list: units, label: {vi: "Nơi", en: "Where"}, basis: "I"}
      - {name: ends, code: "R.16", type: date, calculation: "workdays(starts, 5)", label: {vi: "Đến", en: "To"}, basis: "I"}
      - name: crew
        code: "R.17"
        type: table
        label: {vi: "Đoàn", en: "Team"}
        basis: "I"
        table:
          free: true
          may_be_none: true
          columns:
            - {name: person, code: "R.17.1", type: text, label: {vi: "Tên", en: "Name"}, basis: "I"}
            - {name: group, code: "R.17.2", type: integer, label: {vi: "Tổ", en: "Group"}, basis: "I"}
            - {name: private, code: "R.17.3", type: text, label: {vi: "Riêng", en: "Private"}, basis: "I"}
`

// linkedForm has every key by which records hang together.
const linkedForm = `
id: linked
version: "1"
title: {vi: "Phiếu", en: "Linked form"}
programme: any
parent: parent
valid_from: "2021-01-01"
basis: "test"
head:
  title: remark
  number: number
  state: "flaws_in_all > 0 ? 'open' : 'clean'"
  settled: done
  amount: owed
  recovered: "sum(flaws, .money)"
  item: remark
  area: part
sections:
  - name: head
    code: "V"
    title: {vi: "Chung", en: "Head"}
    short: {vi: "Chung", en: "Head"}
    items:
      - {name: scope, code: "V.1", type: many, choices: [{code: "1", vi: "Một", en: "One"}, {code: "2", vi: "Hai", en: "Two"}], inherit: scope, default: "['1']", label: {vi: "Nội dung", en: "Scope"}, basis: "I"}
      - {name: begins, code: "V.2", type: date, inherit: starts, readonly: true, label: {vi: "Từ", en: "From"}, basis: "I"}
      - {name: closes, code: "V.3", type: date, inherit: ends, readonly: true, label: {vi: "Đến", en: "To"}, basis: "I"}
      - {name: money_given, code: "V.4", type: money, inherit: budget, readonly: true, label: {vi: "Tiền", en: "Money"}, basis: "I"}
      - {name: share_given, code: "V.5", type: percent, inherit: share, readonly: true, label: {vi: "Phần", en: "Share"}, basis: "I"}
      - {name: size_given, code: "V.6", type: decimal, inherit: size, readonly: true, label: {vi: "Cỡ", en: "Size"}, basis: "I"}
      - {name: at_given, code: "V.7", type: time, inherit: at, readonly: true, label: {vi: "Lúc", en: "At"}, basis: "I"}
      - {name: text_given, code: "V.8", type: text, inherit: text, readonly: true, label: {vi: "Chữ", en: "Text"}, basis: "I"}
      - {name: story_given, code: "V.9", type: longtext, inherit: story, readonly: true, label: {vi: "Kể", en: "Story"}, basis: "I"}
      - {name: planned_given, code: "V.10", type: yesno, inherit: planned, readonly: true, label: {vi: "Có", en: "Yes"}, basis: "I"}
      - {name: where_given, code: "V.11", type: lookup, list: units, inherit: where, readonly: true, label: {vi: "Nơi", en: "Where"}, basis: "I"}
      - {name: other_kind, code: "V.12", type: integer, inherit: text, label: {vi: "Khác", en: "Other"}, basis: "I"}
      - name: team
        code: "V.13"
        type: table
        inherit: crew
        readonly: true
        required: true
        label: {vi: "Đoàn", en: "Team"}
        basis: "I"
        table:
          free: true
          may_be_none: true
          columns:
            - {name: person, code: "V.13.1", type: text, required: true, label: {vi: "Tên", en: "Name"}, basis: "I"}
            - {name: group, code: "V.13.2", type: integer, label: {vi: "Tổ", en: "Group"}, basis: "I"}
            - {name: rank, code: "V.13.3", type: integer, calculation: "group + 1", label: {vi: "Bậc", en: "Rank"}, basis: "I"}
      - {name: number, code: "V.14", type: text, readonly: true, label: {vi: "Số", en: "Number"}, basis: "I"}
      - {name: remark, code: "V.15", type: longtext, label: {vi: "Nhận xét", en: "Remark"}, basis: "I"}
      - {name: secret, code: "V.16", type: integer, hidden: true, calculation: "year(visit) + former_poor", label: {vi: "Ẩn", en: "Hidden"}, basis: "I"}
      - {name: marker, code: "V.17", type: text, hidden: true, label: {vi: "Ẩn", en: "Hidden"}, basis: "I"}
      - {name: done, code: "V.18", type: yesno, label: {vi: "Xong", en: "Done"}, basis: "I"}
      - {name: part, code: "V.19", type: one, list: areas, label: {vi: "Mục", en: "Area"}, basis: "I"}
  - name: homes
    code: "H"
    title: {vi: "Hộ", en: "Homes"}
    short: {vi: "Hộ", en: "Homes"}
    relevant: "'2' in scope"
    items:
      - {name: households, code: "H.1", type: records, form: household, required: "done == 'yes'", relevant: "remark != 'none'", constraints: [{id: L9, rule: "households <= 7", severity: note, message: {vi: "{households} hộ", en: "{households} homes"}}], label: {vi: "Số phiếu", en: "Sheets"}, basis: "I"}
      - {name: per_home, code: "H.2", type: money, calculation: "owed / households", label: {vi: "Mỗi hộ", en: "Per home"}, basis: "I"}
      - {name: former_poor, code: "H.3", type: integer, prior: poor, label: {vi: "Kỳ trước", en: "Before"}, basis: "I"}
      - {name: poor, code: "H.4", type: integer, label: {vi: "Nghèo", en: "Poor"}, required: true, basis: "I"}
      - {name: former_money, code: "H.5", type: money, prior: flaws.money, readonly: true, label: {vi: "Kỳ trước", en: "Before"}, basis: "I"}
      - {name: annex, code: "H.6", type: table, unconfirmed: true, label: {vi: "Biểu", en: "Annex"}, basis: "U"}
  - name: faults
    code: "F"
    title: {vi: "Tồn tại", en: "Faults"}
    short: {vi: "Tồn tại", en: "Faults"}
    items:
      - {name: owed, code: "F.1", type: money, label: {vi: "Phải thu", en: "Owed"}, constraints: [{rule: "owed <= province_total(2024)", severity: stop, message: {vi: "{owed}", en: "{owed}"}}], basis: "I"}
      - name: flaws
        code: "F.2"
        type: table
        relevant: "done != 'no'"
        label: {vi: "Tồn tại", en: "Flaws"}
        basis: "I"
        table:
          free: true
          may_be_none: true
          totals: [money]
          columns:
            - {name: key, code: "F.2.0", type: text, hidden: true, label: {vi: "Khóa", en: "Key"}, basis: "I"}
            - {name: what, code: "F.2.1", type: text, required: true, label: {vi: "Gì", en: "What"}, basis: "I"}
            - {name: money, code: "F.2.2", type: money, label: {vi: "Tiền", en: "Money"}, basis: "I"}
            - {name: due, code: "F.2.3", type: date, label: {vi: "Hạn", en: "Due"}, basis: "I"}
            - {name: twice, code: "F.2.4", type: money, calculation: "money * 2", label: {vi: "Đôi", en: "Twice"}, basis: "I"}
            - {name: rate, code: "F.2.5", type: percent, calculation: "ratio(money, owed)", label: {vi: "Phần", en: "Rate"}, basis: "I"}
            - {name: hour, code: "F.2.6", type: time, label: {vi: "Giờ", en: "Hour"}, basis: "I"}
            - {name: areas, code: "F.2.7", type: many, list: areas, label: {vi: "Mục", en: "Areas"}, basis: "I"}
          opens: {form: finding, fill: {what: what, amount_due: money, doubled: twice, due_first: due, rate: rate, found_at: hour, where_in: areas, remark: remark}}
      - {name: flaws_in_all, code: "F.3", type: integer, calculation: "len(flaws)", label: {vi: "Số", en: "Count"}, basis: "I"}
      - name: former
        code: "F.4"
        type: table
        label: {vi: "Kỳ trước", en: "Former"}
        basis: "I"
        table:
          columns:
            - {name: record, code: "F.4.0", type: text, hidden: true, label: {vi: "Khóa", en: "Key"}, basis: "I"}
            - {name: number_of, code: "F.4.1", type: text, readonly: true, required: true, label: {vi: "Số", en: "Number"}, basis: "I"}
            - {name: due_of, code: "F.4.2", type: date, readonly: true, label: {vi: "Hạn", en: "Due"}, basis: "I"}
            - {name: amount_of, code: "F.4.3", type: money, readonly: true, label: {vi: "Tiền", en: "Amount"}, basis: "I"}
            - {name: outcome, code: "F.4.4", type: one, choices: [{code: fixed, vi: "Đã sửa", en: "Fixed"}, {code: open, vi: "Chưa", en: "Open"}], required: true, label: {vi: "Kết quả", en: "Outcome"}, basis: "I"}
          settles: {form: finding, record: record, show: {number_of: number, due_of: due, amount_of: amount}, fill: {recheck: outcome, rechecked_by: remark}}
      - {name: fixed_in_all, code: "F.5", type: integer, calculation: "count(former, .outcome == 'fixed')", label: {vi: "Đã sửa", en: "Fixed"}, basis: "I"}
`

// findingForm has the items that flaws fill, each of the kind of its column.
const findingForm = `
id: finding
version: "1"
title: {vi: "Tồn tại", en: "Finding"}
programme: any
parent: linked
valid_from: "2021-01-01"
basis: "test"
sections:
  - name: all
    code: "X"
    title: {vi: "Tồn tại", en: "Finding"}
    short: {vi: "Tồn tại", en: "Finding"}
    items:
      - {name: what, code: "X.1", type: text, label: {vi: "Gì", en: "What"}, basis: "I"}
      - {name: amount_due, code: "X.2", type: money, label: {vi: "Tiền", en: "Money"}, basis: "I"}
      - {name: doubled, code: "X.3", type: money, readonly: true, label: {vi: "Đôi", en: "Twice"}, basis: "I"}
      - {name: due_first, code: "X.4", type: date, label: {vi: "Hạn", en: "Due"}, basis: "I"}
      - {name: rate, code: "X.5", type: percent, label: {vi: "Phần", en: "Rate"}, basis: "I"}
      - {name: found_at, code: "X.6", type: time, label: {vi: "Giờ", en: "Hour"}, basis: "I"}
      - {name: where_in, code: "X.7", type: many, list: areas, label: {vi: "Mục", en: "Areas"}, basis: "I"}
      - {name: remark, code: "X.8", type: longtext, label: {vi: "Nhận xét", en: "Remark"}, basis: "I"}
`
