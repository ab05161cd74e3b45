// Package whole tests the built program in a real terminal, as a person at the
// keyboard meets it: from the first key to what stands in SQLite, through kills,
// hang-ups and bad input, and against the budgets of speed.
package whole
