package grid_test

import (
	"testing"
)

// What was typed behind it took the place of the last row's text.
func TestDownFromTheLastRowGoesOnInANewOne(t *testing.T) {
	s := open(t, options{at: decisions})
	s.Press("ctrl+t")
	s.enter("71/QĐ", "down")
	s.enter("72/QĐ", "down")
	s.want(decision("r1", "number"), "71/QĐ")
	s.want(decision("r2", "number"), "72/QĐ")
	s.wantHere("decisions[r3].number")

	s.Press("down", "down") // nothing was typed: no row more
	s.wantRows("decisions", "r1", "r2", "r3")
}

func TestDownFromTheLastRowOfATableThatDoesNotGrowSaysSo(t *testing.T) {
	s := open(t, options{at: cell("households", "rural", "escaped")})
	s.enter("12", "down")
	s.want(cell("households", "rural", "escaped"), "12")
	if s.notice != s.env.Words.Grid.LastRow {
		t.Errorf("it says %q", s.notice)
	}
}
