package kit

import (
	"slices"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/tui/keymap"
)

// about lists what belongs to a record and has a screen of its own.
func about() []keymap.Action {
	return []keymap.Action{keymap.History, keymap.Register, keymap.Rounds, keymap.Unit, keymap.Verify, keymap.VerifyAll, keymap.MoveForm}
}

// About lists what can be looked at from a record: its history, the findings and
// the story of its unit, its round, a second reading, a newer form. They are in the help and the
// palette, not in the line of keys.
func (e *Env) About(r model.Record) []Action {
	var list []Action
	for _, a := range about() {
		_, refused := e.aboutOf(a, r)
		list = append(list, Action{ID: a, Refused: refused, Quiet: true})
	}
	return list
}

// OpenAbout wishes for the screen that an action of About leads to; it is false
// for any other action.
func (e *Env) OpenAbout(a keymap.Action, r model.Record) bool {
	msg, refused := e.aboutOf(a, r)
	switch {
	case refused != "":
		e.Warn(refused)
	case msg.Kind == "":
		return false
	default:
		e.wish(msg)
	}
	return true
}

func (e *Env) aboutOf(a keymap.Action, r model.Record) (msg OpenMsg, refused string) {
	switch a {
	case keymap.History:
		return OpenMsg{Kind: KindHistory, ID: r.ID}, ""
	case keymap.MoveForm:
		return OpenMsg{Kind: KindMove, ID: r.ID}, ""
	case keymap.Verify, keymap.VerifyAll:
		if r.Status == model.Completed {
			return OpenMsg{}, e.Words.Fill.Closed
		}
		return OpenMsg{Kind: KindVerify, ID: r.ID, Arg: a == keymap.VerifyAll}, ""
	case keymap.Unit:
		return OpenMsg{Kind: KindUnit, Arg: r.Unit}, ""
	case keymap.Register:
		return OpenMsg{Kind: KindRegister, Arg: &model.Query{Kinds: model.Followed(), Units: []catalog.UnitKey{r.Unit}, Order: model.ByDue}}, ""
	case keymap.Rounds:
		switch {
		case r.Kind() == model.Round:
			return OpenMsg{Kind: KindRound, ID: r.ID}, ""
		case r.Kind() == model.Inspection && r.Parent != "":
			return OpenMsg{Kind: KindRound, ID: r.Parent}, ""
		}
		return OpenMsg{}, e.Words.Fill.NoRound
	}
	return OpenMsg{}, ""
}

// Title is what a record is called on the title line: an inspection by its unit,
// day and round; what is followed up by its number; any other by its form, unless
// its own title says what it is.
func (e *Env) Title(d *Draft) string { return e.TitleOf(d.Record, d.Session.Definition()) }

// TitleOf is Title of a record that does not lie on the desk.
func (e *Env) TitleOf(r model.Record, def *form.Definition) string {
	title := def.Title.In(e.Words.Lang)
	day := r.Day.String()
	switch kind := r.Kind(); {
	case kind == model.Inspection:
		return e.Join(r.UnitName, day, e.Words.RoundName(r.Round))
	case slices.Contains(model.Followed(), kind) && r.Head.Number != "":
		return e.Join(r.Head.Number, r.UnitName, r.Head.Title)
	case r.Head.Title == "":
		return e.Join(title, r.UnitName, day)
	case kind == model.Round || kind == model.Evaluation || kind == model.Supervision || kind == model.Annex:
		return e.Join(r.Head.Title, r.UnitName)
	}
	return e.Join(title, r.Head.Title)
}
