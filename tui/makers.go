package tui

import (
	"maps"
	"slices"

	"giamsat/tui/ask"
	"giamsat/tui/begin"
	"giamsat/tui/fill"
	"giamsat/tui/grid"
	"giamsat/tui/help"
	"giamsat/tui/history"
	"giamsat/tui/home"
	"giamsat/tui/kit"
	"giamsat/tui/list"
	"giamsat/tui/move"
	"giamsat/tui/pace"
	"giamsat/tui/palette"
	"giamsat/tui/past"
	"giamsat/tui/pick"
	"giamsat/tui/register"
	"giamsat/tui/review"
	"giamsat/tui/round"
	"giamsat/tui/unit"
	"giamsat/tui/verify"
)

// makers is the one table from the kind of a screen to who makes it.
func makers() map[kit.Kind]Maker {
	return map[kit.Kind]Maker{
		kit.KindHome:     home.New,
		kit.KindList:     list.New,
		kit.KindNew:      begin.New,
		kit.KindFill:     fill.New,
		kit.KindGrid:     grid.New,
		kit.KindRound:    round.New,
		kit.KindRegister: register.New,
		kit.KindHistory:  history.New,
		kit.KindPast:     past.New,
		kit.KindUnit:     unit.New,
		kit.KindReview:   review.New,
		kit.KindVerify:   verify.New,
		kit.KindMove:     move.New,
		kit.KindPace:     pace.New,
		kit.KindPick:     pick.New,
		kit.KindGoto:     pick.New,
		kit.KindPalette:  palette.New,
		kit.KindHelp:     help.New,
		kit.KindAsk:      ask.New,
	}
}

// Kinds lists the kinds of screens that there are.
func Kinds() []kit.Kind { return slices.Sorted(maps.Keys(makers())) }
