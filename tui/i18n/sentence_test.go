package i18n_test

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// constants returns the values of the string constants of a type in a file, so
// that a code that is added there is asked for here.
func constants(t *testing.T, file, typ string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	ast.Inspect(parsed, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if id, ok := spec.Type.(*ast.Ident); !ok || id.Name != typ {
			return true
		}
		for _, v := range spec.Values {
			if lit, ok := v.(*ast.BasicLit); ok {
				value, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				values = append(values, value)
			}
		}
		return true
	})
	if len(values) == 0 {
		t.Fatalf("%s has no constants of type %s", file, typ)
	}
	return values
}

func TestEveryProblemHasItsOwnSentence(t *testing.T) {
	for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
		seen := map[string]string{}
		for _, code := range constants(t, "../../model/form/record.go", "Code") {
			s := w.Problem(form.Problem{Code: form.Code(code)})
			if other, twice := seen[s]; twice || s == "" {
				t.Errorf("%s: %s says %q, as does %s", w.Lang, code, s, other)
			}
			seen[s] = code
		}
		for _, code := range constants(t, "../../model/vn/errors.go", "Code") {
			s := w.Problem(form.Problem{Code: form.Unread, Err: &vn.ParseError{Code: vn.Code(code), Raw: "x"}})
			if other, twice := seen[s]; twice || s == "" {
				t.Errorf("%s: unread for %s says %q, as does %s", w.Lang, code, s, other)
			}
			seen[s] = code
		}
	}
}

func TestProblemsSayWhatTheFormSays(t *testing.T) {
	text := form.Label{VI: "Giải ngân vượt vốn.", EN: "Disbursed exceeds the capital."}
	twofold := &vn.Ambiguous{Raw: "8,842", Thousands: 8842 * vn.Million, Decimal: 8_842_000, ByComma: true}
	for _, c := range []struct {
		name   string
		p      form.Problem
		vi, en string
	}{
		{"a broken rule", form.Problem{Code: form.Broken, Text: text}, "Giải ngân vượt vốn.", "Disbursed exceeds the capital."},
		{"a missing reason", form.Problem{Code: form.NoReason, Text: text},
			"Giải ngân vượt vốn: nêu lý do trong ghi chú (Ctrl+N).",
			"Disbursed exceeds the capital: give the reason in the note (Ctrl+N)."},
		{"two readings", form.Problem{Code: form.Ambiguous, Err: twofold},
			"“8,842” có hai cách đọc: 8.842 hoặc 8,842 triệu đồng; F9 để chọn.",
			"“8,842” has two readings: 8.842 or 8,842 million đồng; F9 to choose."},
		{"a wrapped error", form.Problem{Code: form.Unread, Err: fmt.Errorf("read: %w", &vn.ParseError{Code: vn.NoSuchDay, Raw: "31/2/2024", Year: 2024, Month: 2})},
			"“31/2/2024” không có trong lịch; tháng 2/2024 có 29 ngày.", "“31/2/2024” is not in the calendar; month 2/2024 has 29 days."},
		{"a limit", form.Problem{Code: form.Broken, Text: form.Label{VI: "Nữ 45 > tổng 40", EN: "Women 45 > all 40"}, Kind: form.KindInteger,
			Matter: &form.Matter{Limit: &form.Limit{Relation: form.AtMost, Value: form.Label{VI: "40", EN: "40"}}}},
			"Nữ 45 > tổng 40: nhiều nhất 40.", "Women 45 > all 40: at most 40."},
		{"a limit of money, and what the message leaves out", form.Problem{Code: form.Broken, Text: text, Kind: form.KindMoney,
			Matter: &form.Matter{Beside: []form.Side{{Label: form.Label{VI: "Tổng vốn", EN: "Capital"}, Shown: form.Label{VI: "4.286", EN: "4.286"}}},
				Limit: &form.Limit{Relation: form.AtMost, Value: form.Label{VI: "4.286", EN: "4.286"}}}},
			"Giải ngân vượt vốn (Tổng vốn: 4.286): nhiều nhất 4.286 triệu.", "Disbursed exceeds the capital (Capital: 4.286): at most 4.286 million."},
		{"a limit that the message says", form.Problem{Code: form.Broken, Text: form.Label{VI: "Không quá 100 %", EN: "No more than 100 %"}, Kind: form.KindPercent,
			Matter: &form.Matter{Limit: &form.Limit{Relation: form.AtMost, Value: form.Label{VI: "100,00 %", EN: "100,00 %"}, Fixed: true}}},
			"Không quá 100 %.", "No more than 100 %."},
		{"a reason that the message asks for", form.Problem{Code: form.NoReason, Text: form.Label{VI: "Tỷ lệ thấp: nêu lý do.", EN: "A low share; say why."}, Kind: form.KindPercent,
			Matter: &form.Matter{Limit: &form.Limit{Relation: form.AtLeast, Value: form.Label{VI: "10,00 %", EN: "10,00 %"}}}},
			"Tỷ lệ thấp: nêu lý do (Ctrl+N); ít nhất 10,00 %.", "A low share; say why (Ctrl+N); at least 10,00 %."},
		{"what the message leaves out stands in the bracket of the key", form.Problem{Code: form.NoReason, Text: form.Label{VI: "Thêm dòng hoặc nêu lý do.", EN: "Add a row or say why."},
			Matter: &form.Matter{Beside: []form.Side{{Label: form.Label{VI: "Dùng sai", EN: "Misused"}, Shown: form.Label{VI: "Có", EN: "Yes"}}}}},
			"Thêm dòng hoặc nêu lý do (Ctrl+N; Dùng sai: Có).", "Add a row or say why (Ctrl+N; Misused: Yes)."},
		{"a day that the message says", form.Problem{Code: form.Broken, Text: form.Label{VI: "Hạn 15/06/2026: trễ 5 ngày.", EN: "Due 15/06/2026: 5 days late."}, Kind: form.KindDate,
			Matter: &form.Matter{Limit: &form.Limit{Relation: form.AtMost, Value: form.Label{VI: "15/06/2026", EN: "15/06/2026"}, Moment: true}}},
			"Hạn 15/06/2026: trễ 5 ngày.", "Due 15/06/2026: 5 days late."},
		{"a day that is too early", form.Problem{Code: form.Broken, Text: form.Label{VI: "Sai ngày", EN: "Wrong day"}, Kind: form.KindDate,
			Matter: &form.Matter{Limit: &form.Limit{Relation: form.AtLeast, Value: form.Label{VI: "10/06/2024", EN: "10/06/2024"}, Moment: true}}},
			"Sai ngày: sớm nhất 10/06/2024.", "Wrong day: at the earliest 10/06/2024."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := i18n.VI().Problem(c.p); got != c.vi {
				t.Errorf("vi: %q, want %q", got, c.vi)
			}
			if got := i18n.EN().Problem(c.p); got != c.en {
				t.Errorf("en: %q, want %q", got, c.en)
			}
		})
	}
}

func TestEveryKindOfFailureHasItsOwnSentence(t *testing.T) {
	kinds := []error{
		model.ErrNotFound, model.ErrClosed, model.ErrReason, model.ErrNotReady, model.ErrConflict, model.ErrUnseen, model.ErrBusy,
		model.ErrNoSpace, model.ErrReadOnly, model.ErrPermission, model.ErrDamaged, model.ErrNewer, model.ErrForeign,
		model.ErrNetwork, model.ErrIO, model.ErrMissing, model.ErrOwnFile, context.DeadlineExceeded, form.Faults{{}},
		&model.ConflictError{Conflicts: make([]model.Conflict, 2)}, errors.New("something else"),
	}
	if sentinels := countSentinels(t); sentinels != 17 {
		t.Errorf("package model has %d kinds of failures, this test knows 17", sentinels)
	}
	for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
		seen := map[string]error{}
		for _, kind := range kinds {
			s := w.Err(fmt.Errorf("save inspection 42: %w", kind))
			if other, twice := seen[s]; twice {
				t.Errorf("%s: %v and %v both say %q", w.Lang, kind, other, s)
			}
			seen[s] = kind
			if strings.Contains(s, "42") || strings.Contains(s, "%!") {
				t.Errorf("%s: %v shows its inside: %q", w.Lang, kind, s)
			}
		}
	}
}

func countSentinels(t *testing.T) int {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), "../../model/errors.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	ast.Inspect(parsed, func(node ast.Node) bool {
		if spec, ok := node.(*ast.ValueSpec); ok && strings.HasPrefix(spec.Names[0].Name, "Err") {
			n++
		}
		return true
	})
	return n
}

func TestDatesAndTimesAsPeopleSayThem(t *testing.T) {
	day, _ := vn.NewDate(2026, 9, 15)
	vi, en := i18n.VI(), i18n.EN()
	now := time.Date(2026, 9, 15, 10, 42, 7, 0, time.UTC)
	for _, c := range []struct{ name, got, want string }{
		{"day", vi.Day(day), "Thứ Ba, 15/09/2026"},
		{"day in English", en.Day(day), "Tuesday, 15/09/2026"},
		{"no day", vi.Day(vn.Date{}), ""},
		{"saved", vi.Saved(now), "Đã lưu 10:42"},
		{"today", vi.Moment(now.Add(-time.Hour), now), "09:42"},
		{"yesterday", vi.Moment(now.Add(-11*time.Hour), now), "hôm qua"},
		{"before", vi.Moment(now.AddDate(0, 0, -5), now), "10/09/2026"},
		{"never", vi.Moment(time.Time{}, now), ""},
		{"money", vi.Money(8842 * vn.Million), "8 tỷ 842 triệu đồng"},
		{"money in English", en.Money(8842 * vn.Million), "8 billion 842 million đồng"},
		{"not applicable", vi.YesNo(form.NA), "K.áp dụng"},
		{"no such code", vi.YesNo("perhaps"), ""},
		{"progress", vi.Progress(form.Progress{Answered: 7, Items: 9, Missing: 2, Stops: 1}), "7/9 mục, thiếu 2, 1 phải sửa"},
		{"progress, all well", en.Progress(form.Progress{Answered: 9, Items: 9}), "9/9 items"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("got %q, want %q", c.got, c.want)
			}
		})
	}
}

func TestEveryKindOfItemHasAName(t *testing.T) {
	for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
		for _, k := range form.Kinds() {
			if w.Move.Kinds[string(k)] == "" {
				t.Errorf("%s: the kind %s has no name", w.Lang, k)
			}
		}
	}
}
