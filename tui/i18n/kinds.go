package i18n

import (
	"fmt"
	"strings"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// KindNames is what records of a kind are called.
type KindNames struct {
	Title string // of their list
	One   string // inside a sentence
	Many  string // inside a sentence, behind a number
}

// AnyKind stands for kinds that the program does not know: of forms that a
// person added.
const AnyKind model.Kind = "any"

// Kind names a kind of records.
func (w *Words) Kind(k model.Kind) KindNames {
	if names, ok := w.Kinds[k]; ok {
		return names
	}
	return w.Kinds[AnyKind]
}

// RoundName writes the title of a round as it stands in a line: a bare number, as
// records from before there were rounds have it, gets the word before it.
func (w *Words) RoundName(title string) string {
	folded := vn.Fold(title)
	switch {
	case title == "", strings.HasPrefix(folded, "dot "), strings.HasPrefix(folded, "round "):
		return title
	}
	return fmt.Sprintf(w.List.Round, title)
}

// RoundTitle is a round as lists show it: one without a title says so beside its
// days, so that no round stands there without a name.
func (w *Words) RoundTitle(h form.Head) string {
	switch name := model.RoundName(h); {
	case h.Title != "":
		return w.RoundName(name)
	case name == "":
		return w.List.Nameless
	default:
		return fmt.Sprintf(w.List.Untitled, name)
	}
}

func kindsVI() map[model.Kind]KindNames {
	return map[model.Kind]KindNames{
		model.Inspection:     {"Phiếu kiểm tra", "phiếu", "phiếu"},
		model.Round:          {"Đợt kiểm tra, giám sát", "đợt", "đợt"},
		model.Household:      {"Phiếu hộ", "phiếu hộ", "phiếu hộ"},
		model.Finding:        {"Tồn tại, hạn chế", "tồn tại", "tồn tại"},
		model.Difficulty:     {"Khó khăn, vướng mắc", "khó khăn", "khó khăn"},
		model.Recommendation: {"Kiến nghị", "kiến nghị", "kiến nghị"},
		model.Evaluation:     {"Đánh giá", "đánh giá", "đánh giá"},
		model.Conference:     {"Hội nghị, tập huấn", "hội nghị", "hội nghị"},
		model.Supervision:    {"Báo cáo giám sát", "báo cáo", "báo cáo"},
		model.Annex:          {"Biểu số liệu", "biểu", "biểu"},
		AnyKind:              {"Phiếu", "phiếu", "phiếu"},
	}
}

func kindsEN() map[model.Kind]KindNames {
	return map[model.Kind]KindNames{
		model.Inspection:     {"Inspections", "inspection", "inspections"},
		model.Round:          {"Rounds", "round", "rounds"},
		model.Household:      {"Household sheets", "household sheet", "sheets"},
		model.Finding:        {"Findings", "finding", "findings"},
		model.Difficulty:     {"Difficulties", "difficulty", "difficulties"},
		model.Recommendation: {"Recommendations", "recommendation", "recommendations"},
		model.Evaluation:     {"Evaluations", "evaluation", "evaluations"},
		model.Conference:     {"Conferences", "conference", "conferences"},
		model.Supervision:    {"Supervision reports", "report", "reports"},
		model.Annex:          {"Tables of figures", "table", "tables"},
		AnyKind:              {"Records", "record", "records"},
	}
}
