package model

import "giamsat/model/form"

// Pin is what every record of a kind that is begun in a round starts with in one
// field.
type Pin struct {
	Kind  Kind
	Field form.Field // outside tables
	Raw   string     // as it would be typed
	By    string
}

// Pins are those of one kind in one round.
type Pins struct {
	Round RecordID // "": there is no round, and nothing can be pinned
	List  []Pin
}

// At is what is pinned in a field; "" when nothing is.
func (p Pins) At(f form.Field) string {
	for _, pin := range p.List {
		if pin.Field == f {
			return pin.Raw
		}
	}
	return ""
}
