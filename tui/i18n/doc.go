// Package i18n holds every sentence the program says, in Vietnamese and in
// English, as typed values: a word that is missing in one language does not
// compile or fails a test, never a person.
//
// Each screen has a file of its own with a struct and its two languages. A
// field whose comment shows verbs (%d: rows) is a format; the verbs are the same
// in both languages. Numbers, dates and amounts are written the Vietnamese way
// in both, as they stand on the papers.
package i18n
