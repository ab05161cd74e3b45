package keymap

import "slices"

// layout is the table of keys.
func layout() map[Scope][]bound {
	return map[Scope][]bound{
		Global:       global(),
		InHome:       slices.Concat(records(), []bound{{Rounds, keys("d")}}, groups(), lines(), question()),
		InList:       slices.Concat(records(), []bound{{Duplicate, keys("d")}, {Rounds, keys("D")}, {Kinds, keys("k")}, {Reopen, keys("m")}, {History, keys("l")}}, lines(), question()),
		InListFilter: slices.Concat([]bound{{Open, keys("enter")}, {Found, keys("tab")}, {Refresh, keys("f5")}}, steps()),
		InNew: {
			{Next, keys("enter", "tab", "down")},
			{Prev, keys("shift+tab", "up")},
			{Pick, keys("f9")},
			// Ctrl+B is tmux's own key, so that F10 does it too.
			{Begin, keys("ctrl+b", "f10")},
		},
		InFill: slices.Concat([]bound{
			{Next, keys("enter", "tab")},
			{Down, keys("down")},
			{Prev, keys("shift+tab", "up")},
		}, form()),
		InFillChoice: slices.Concat([]bound{
			{Next, keys("enter", "tab")},
			{Down, keys("down")},
			{Prev, keys("shift+tab", "up", "backspace", "ctrl+h")},
			{Conform, keys("=")},
		}, form(), question()),
		InFillTable: slices.Concat([]bound{
			{Open, keys("enter", "right", "space")},
			{Next, keys("tab")},
			{Down, keys("down")},
			{Prev, keys("shift+tab", "up", "backspace", "ctrl+h")},
			{None, keys("0", "ctrl+e")},
			{NewRow, keys("ctrl+t")},
		}, form(), question()),
		InGrid: slices.Concat(cells(), []bound{
			{Left, keys("left")},
			{Right, keys("right")},
			{First, keys("home")},
			{Last, keys("end")},
			{ClearCell, keys("delete", "backspace", "ctrl+h")},
		}),
		InCell: cells(),
		InRound: slices.Concat([]bound{
			{Open, keys("enter")},
			{NewRecord, keys("n")},
			{Edit, keys("e")},
			{Register, keys("t")},
			{History, keys("l")},
			{Pins, keys("g")},
			{Review, keys("r", "f2")},
			{Refresh, keys("f5")},
		}, lines(), question()),
		InRegister: slices.Concat([]bound{
			{Open, keys("enter")},
			{Filter, keys("/")},
			{ByOpen, keys("o")},
			{ByDue, keys("l")},
			{ByKind, keys("k")},
			{ByUnit, keys("u")},
			{ByRound, keys("r")},
			{ByArea, keys("a")},
			{ByState, keys("s")},
			{OrderBy, keys("t")},
			{History, keys("h")},
			{Origin, keys("i")},
			{Unit, keys("v")},
			{Review, keys("f2")},
			{Refresh, keys("f5")},
		}, lines(), question()),
		InHistory: slices.Concat([]bound{
			{Open, keys("enter")},
			{Past, keys("v")},
			{Filter, keys("/")},
			{OneItem, keys("m")},
			{Refresh, keys("f5")},
		}, lines(), question()),
		InPast: slices.Concat([]bound{
			{NextDifference, keys("n", "f8")},
			{PrevDifference, keys("N", "f5")},
			{Goto, keys("ctrl+g", "f6")},
			{NextSection, keys("tab")},
			{PrevSection, keys("shift+tab")},
		}, lines(), question()),
		InUnit: slices.Concat([]bound{
			{Open, keys("enter")},
			{Filter, keys("/")},
			{Inspections, keys("i")},
			{KinInspections, keys("I")},
			{Register, keys("t")},
		}, lines(), question()),
		InReview: slices.Concat([]bound{
			{Open, keys("enter")},
			{Reason, keys("g")},
			{Complete, keys("h")},
			{Reopen, keys("m")},
			{Finding, keys("ctrl+o")},
			{History, keys("l")},
			{MoveForm, keys("c")},
			{Verify, keys("k")},
			{VerifyAll, keys("K")},
			{Unit, keys("v")},
			{Register, keys("t")},
			{Rounds, keys("d")},
			{Undo, keys("ctrl+z")},
			{Redo, keys("ctrl+y")},
		}, lines(), question()),
		InVerify: {
			{Next, keys("enter")},
			{Skip, keys("tab")},
		},
		InMove: slices.Concat([]bound{
			{MoveForm, keys("c", "enter")},
			{ShowAll, keys("a")},
			{Pick, keys("f9")},
		}, lines(), question()),
		InPace: slices.Concat([]bound{{Open, keys("enter")}, {Refresh, keys("f5")}}, lines(), question()),
		// Space is typed into the filter: Tab ticks, as the field's own
		// list-filters have it.
		InPick:    slices.Concat([]bound{{Choose, keys("enter")}, {Toggle, keys("tab")}}, steps()),
		InPalette: slices.Concat([]bound{{Choose, keys("enter")}}, steps()),
		InHelp:    slices.Concat(lines(), question()),
		InAsk:     {{Keep, keys("enter", "tab")}},
	}
}

func keys(k ...string) []string { return k }

func global() []bound {
	return []bound{
		{Back, keys("esc")},
		{Help, keys("f1")},
		{Palette, keys("ctrl+p")},
		{Language, keys("f3")},
		{Input, keys("f12")},
		{Redraw, keys("ctrl+l")},
		{Quit, keys("ctrl+c")},
	}
}

// records are the commands of screens that show records of several kinds.
func records() []bound {
	return []bound{
		{Open, keys("enter")},
		{NewRecord, keys("n")},
		{NewOther, keys("N")},
		{Edit, keys("e")},
		{Filter, keys("/")},
		{Inspections, keys("p")},
		{Register, keys("t")},
		{Unit, keys("v")},
		{Review, keys("r", "f2")},
		{Pace, keys("s")},
		{Refresh, keys("f5")},
	}
}

// groups go to the groups of the first screen, in their order there.
func groups() []bound {
	return []bound{
		{Drafts, keys("1")},
		{Returned, keys("2")},
		{Overdue, keys("3")},
		{DueSoon, keys("4")},
		{Reports, keys("5")},
		{UnderWay, keys("6")},
	}
}

// form is what can be done on any item of a form.
func form() []bound {
	return []bound{
		{NextSection, keys("pgdown")},
		{PrevSection, keys("pgup")},
		{Goto, keys("ctrl+g", "f6")},
		{NextProblem, keys("f8")},
		{PrevProblem, keys("f5")},
		{FirstUnanswered, keys("f10")},
		{Undo, keys("ctrl+z")},
		{Redo, keys("ctrl+y")},
		{Note, keys("ctrl+n")},
		{Finding, keys("ctrl+o")},
		{Ditto, keys("ctrl+r", "f7")},
		{AsLast, keys("ctrl+f")},
		{Pin, keys("f4")},
		{Pick, keys("f9")},
		{Review, keys("f2")},
	}
}

// cells is what can be done in a table whether or not a cell is being typed.
func cells() []bound {
	return []bound{
		{Next, keys("tab")},
		{Prev, keys("shift+tab")},
		{Return, keys("enter")},
		{Up, keys("up")},
		{Down, keys("down")},
		{PageUp, keys("pgup")},
		{PageDown, keys("pgdown")},
		{NewRow, keys("ctrl+t")},
		{DuplicateRow, keys("ctrl+d")},
		{DeleteRow, keys("ctrl+x")},
		{FillDown, keys("ctrl+k")},
		{None, keys("ctrl+e")},
		{Goto, keys("ctrl+g", "f6")},
		{NextProblem, keys("f8")},
		{PrevProblem, keys("f5")},
		{FirstUnanswered, keys("f10")},
		{Undo, keys("ctrl+z")},
		{Redo, keys("ctrl+y")},
		{Note, keys("ctrl+n")},
		{Finding, keys("ctrl+o")},
		{Ditto, keys("ctrl+r", "f7")},
		{Pick, keys("f9")},
		{Review, keys("f2")},
	}
}

// lines moves through lines where no text is typed.
func lines() []bound {
	return append(steps(), bound{First, keys("home")}, bound{Last, keys("end")})
}

// steps moves through lines while a text is typed: Home and End are the text's.
func steps() []bound {
	return []bound{
		{Up, keys("up")},
		{Down, keys("down")},
		{PageUp, keys("pgup")},
		{PageDown, keys("pgdown")},
	}
}

// question is the second key for help where it is not a letter of a text.
func question() []bound { return []bound{{Help, keys("?")}} }
