package form

import "giamsat/model/vn"

// Head is what lists and registers show of a record, and are searched by. It
// follows from the answers: a form says which item plays which role. A role that
// the form does not give is zero.
type Head struct {
	Title       string   `json:"title,omitempty"`  // one line; the unit's name when empty
	Number      string   `json:"number,omitempty"` // as people cite it: "TT-0117"
	State       string   `json:"state,omitempty"`  // code of a choice
	Settled     bool     `json:"settled,omitempty"`
	From        vn.Date  `json:"from"`
	To          vn.Date  `json:"to"`
	Due         vn.Date  `json:"due"`
	Planned     int      `json:"planned,omitempty"` // units to visit
	Year        int      `json:"year,omitempty"`
	Level       string   `json:"level,omitempty"`
	Sort        string   `json:"sort,omitempty"` // code: planned or ad hoc, six-month or annual
	Area        int      `json:"area,omitempty"` // 1 to 5
	Item        string   `json:"item,omitempty"` // code of the item it came from, as people cite it
	Responsible string   `json:"responsible,omitempty"`
	Amount      vn.Money `json:"amount,omitempty"`    // to be recovered
	Recovered   vn.Money `json:"recovered,omitempty"` // so far
}
