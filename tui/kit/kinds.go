package kit

import (
	"slices"
	"strconv"

	"giamsat/model"
	"giamsat/model/form"
)

// Kinds lists the kinds of records that a person begins of his own accord, in
// the order to show them: without what is begun within an inspection or by
// completing one.
func (e *Env) Kinds() []model.Kind {
	kinds := []model.Kind{model.Inspection, model.Round, model.Evaluation, model.Conference, model.Supervision, model.Annex}
	within := append(model.Followed(), model.Household)
	for _, h := range e.Forms.List() {
		k := model.Kind(h.ID)
		if h.Parent != string(model.Inspection) && !slices.Contains(kinds, k) && !slices.Contains(within, k) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// KindTitle names the records of a kind as the title of their list. A kind of a
// form that a person added is called as that form is.
func (e *Env) KindTitle(k model.Kind) string {
	if names, ok := e.Words.Kinds[k]; ok {
		return names.Title
	}
	list := e.Forms.List()
	for i := len(list) - 1; i >= 0; i-- { // the latest version last
		if list[i].ID == string(k) {
			return list[i].Title.In(e.Words.Lang)
		}
	}
	return e.Words.Kind(k).Title
}

// PickKind is the list that asks for a kind of records that there is a form for;
// it answers with the kind as its one code.
func (e *Env) PickKind(tag any, title string, chosen ...model.Kind) *Pick {
	var entries []Entry
	forms := e.Forms.List()
	for _, k := range e.Kinds() {
		if !slices.ContainsFunc(forms, func(h form.Header) bool { return h.ID == string(k) }) {
			continue
		}
		entries = append(entries, Entry{Code: string(k), Label: e.KindTitle(k)})
	}
	p := &Pick{Tag: tag, Title: title, Find: Among(entries)}
	for _, k := range chosen {
		p.Chosen = append(p.Chosen, string(k))
	}
	return p
}

// Share is how much of something is answered, in percent, rounded down, so that
// nearly all is never shown as all; "-" where there is nothing to answer.
func Share(progress ...form.Progress) string {
	answered, items := 0, 0
	for _, p := range progress {
		answered, items = answered+p.Answered, items+p.Items
	}
	if items == 0 {
		return "-"
	}
	return strconv.Itoa(100 * answered / items)
}
