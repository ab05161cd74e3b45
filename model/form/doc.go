// Package form holds what an inspector fills in: form definitions written as
// data, the rules in them, and the walk through one of them.
//
// The promise: a definition that loads is sound. Every name resolves, every
// rule is typed, every list exists, so that nothing can fail for those reasons
// while a person is typing. A Session never panics on any input, never throws a
// typed text away, never blocks a move, and undo restores the former state
// exactly. What follows from an answer, and only that, is worked out again: the
// graph made at loading says what hangs on what. Nothing here reads a clock, a
// disk or an environment: the day of the visit, the catalogue and the maker of row
// ids are given.
package form
