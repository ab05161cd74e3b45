package storage

import (
	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// What is read to be shown is cleaned once more, although nothing unclean was
// ever written here: SQLite takes control characters and broken UTF-8 for text
// like any other, and another program can put them there. Sent to a terminal
// they would drive it. A check reads what is stored as it stands.

// shownSummary cleans a line of the list.
func shownSummary(m model.Summary) model.Summary {
	m.UnitName, m.UnitPath, m.Round = vn.CleanLine(m.UnitName), vn.CleanLine(m.UnitPath), vn.CleanLine(m.Round)
	m.ChangedBy = vn.CleanLine(m.ChangedBy)
	return m
}

// shownInspection cleans what an inspection is.
func shownInspection(in model.Record) model.Record {
	for _, text := range []*string{&in.UnitName, &in.UnitPath, &in.Round, &in.Programme, &in.CreatedBy, &in.ChangedBy, &in.CompletedBy} {
		*text = vn.CleanLine(*text)
	}
	for i, project := range in.Projects {
		in.Projects[i] = vn.CleanLine(project)
	}
	return in
}

// shownAnswers cleans answers in place.
func shownAnswers(answers map[form.Field]form.Answer) {
	for f, a := range answers {
		a.Raw = vn.CleanText(a.Raw)
		if _, counted := a.Value.Int(); !counted {
			a.Value = form.Text(vn.CleanText(a.Value.Text()))
		}
		answers[f] = a
	}
}
