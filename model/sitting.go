package model

import "time"

// Sitting is one person's entry into one record in one run of the program: what
// it took and what came of it. It is written beside the answers, for the person's
// own eyes; nothing is made of it but that person's statistics.
type Sitting struct {
	Began       time.Time     // the first key; zero: there was none
	Keys        int           // presses and pastes, wherever they went while the record was open
	Deleted     int           // of them, those that took letters back
	Answers     int           // fields that were empty and got an answer
	Corrections int           // answers that were changed again or taken back, and rows taken out
	Active      time.Duration // from key to key, longer pauses left out
}

// Pause is the longest time between two keys that counts as entering: whoever is
// away for longer was reading papers, or was called away.
const Pause = time.Minute

// Add adds up two sittings; the earlier beginning stays.
func (s Sitting) Add(t Sitting) Sitting {
	sum := Sitting{Began: s.Began, Keys: s.Keys + t.Keys, Deleted: s.Deleted + t.Deleted, Answers: s.Answers + t.Answers,
		Corrections: s.Corrections + t.Corrections, Active: s.Active + t.Active}
	if s.Began.IsZero() || !t.Began.IsZero() && t.Began.Before(s.Began) {
		sum.Began = t.Began
	}
	return sum
}

// Pace is what a record took one person, over all sittings.
type Pace struct {
	Summary
	Sitting            // all of them added up
	Last     time.Time // when the last one began
	Sittings int
}
