package model

import "giamsat/model/form"

// Opened is an inspection taken up: everything that is needed to go on.
type Opened struct {
	Record Record
	Form   *form.Definition
	Filled form.Record
	Revs   map[form.Field]int64 // the revision of each answered field
}

// OpenText is the text of a field that was not left yet. The zero OpenText
// says that no field is open.
type OpenText struct {
	Field form.Field
	Text  string
	Caret int // in graphemes
	// Rev is the revision of the answer that the text was typed over; 0: there was
	// none. A newer one that stands when the text is recovered is somebody else's.
	Rev int64
}
