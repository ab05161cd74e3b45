// Package vn reads and writes what people in Vietnam write: text with its
// accents, dates, times, numbers and amounts of money, and says amounts in words.
//
// The promise: no function here panics, whatever the bytes; nothing is guessed
// silently where two readings of an amount are both plausible (see [Ambiguous]);
// arithmetic is exact, never floating point. The package is pure: no clock, no
// disk, no locale of the machine. What is wrong with a text is told as a [Code];
// the sentence for it is made by the interface, in the reader's language.
package vn
