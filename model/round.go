package model

import "giamsat/model/form"

// RoundName is what a round is cited by: its title, or, before what makes that up is filled in,
// its days. An inspection keeps the name that its round had when it was begun.
func RoundName(h form.Head) string {
	switch {
	case h.Title != "":
		return h.Title
	case h.From.IsZero():
		return ""
	case h.To.IsZero() || h.To == h.From:
		return "Đợt " + h.From.String()
	case h.To.Year == h.From.Year:
		return "Đợt " + h.From.String()[:len("29/11")] + "–" + h.To.String()
	}
	return "Đợt " + h.From.String() + "–" + h.To.String()
}
