// Package field holds what stands in an open field: one widget a kind of item,
// one file a widget.
//
// The promise: what a person or an input method types is what stands there. A
// letter is what a person calls a letter, however many bytes it came in; the
// caret is where the next one goes, counted in cells. Nothing that could drive
// a terminal enters. A text is not composed, checked or read while it is being
// typed: the session does that when the field is left. What is refused is said,
// and what was pasted is never cut.
package field
