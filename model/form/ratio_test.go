package form_test

import "testing"

// Empty is not zero: before anything is disbursed there is no rate of 0 %.
func TestARatioOfNothingIsBlank(t *testing.T) {
	s := begin(t)
	rate := cell("capital", "2023/NSTW", "rate")
	s.Answer(cell("capital", "2023/NSTW", "assigned"), "8.038")
	if got := s.Shown(rate, "vi"); got != "" {
		t.Errorf("nothing is disbursed and the rate is %q", got)
	}
	s.Answer(cell("capital", "2023/NSTW", "disbursed"), "0")
	if got := s.Shown(rate, "vi"); got != "0,00" {
		t.Errorf("0 is disbursed and the rate is %q", got)
	}
}
