// Package speak says a screen instead of drawing it: for those who hear what is
// new on a terminal, and for terminals and lines on which nothing can be drawn.
//
// The promise: only plain lines are said, of characters that print, with CR LF
// between them; no escape sequence and no colour, and the cursor never moves
// back. A line is said when there is something new to hear and stands for itself.
// A text that is being typed is said letter by letter behind its question; a
// deleted letter is said in brackets, as in "Ha[a]à"; when such a field is left its
// text is said whole. Nothing is said while nothing happens.
//
// It knows no screen and no terminal: what a screen says of itself comes as a
// kit.Spoken, and what is to be printed is returned.
package speak
