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
	for _, text := range []*string{&m.UnitName, &m.UnitPath, &m.Round, &m.Programme, &m.ChangedBy, &m.ReturnedBy, &m.ReturnReason} {
		*text = vn.CleanLine(*text)
	}
	m.Head = cleanHead(m.Head)
	return m
}

// shownRecord cleans what a record is.
func shownRecord(in model.Record) model.Record {
	for _, text := range []*string{&in.UnitName, &in.UnitPath, &in.Round, &in.Programme, &in.CreatedBy, &in.ChangedBy, &in.CompletedBy,
		&in.ReturnedBy, &in.ReturnReason} {
		*text = vn.CleanLine(*text)
	}
	for i, project := range in.Projects {
		in.Projects[i] = vn.CleanLine(project)
	}
	in.Head = cleanHead(in.Head)
	return in
}

// shownRevision cleans a line of the revisions.
func shownRevision(r model.Revision) model.Revision {
	r.By, r.Reason = vn.CleanLine(r.By), vn.CleanText(r.Reason)
	return r
}

// shownAnswers cleans answers in place.
func shownAnswers(answers map[form.Field]form.Answer) {
	for f, a := range answers {
		answers[f] = shownAnswer(a)
	}
}

func shownAnswer(a form.Answer) form.Answer {
	a.Raw = vn.CleanText(a.Raw)
	if _, counted := a.Value.Int(); !counted {
		a.Value = form.Text(vn.CleanText(a.Value.Text()))
	}
	return a
}
