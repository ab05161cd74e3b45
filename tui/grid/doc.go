// Package grid is the screen in which a table of a form is filled in, cell by
// cell, as in a spreadsheet.
//
// The promise: moving is never blocked, and a cell is kept when it is left,
// whatever was typed in it. The columns that say which row one is in stay in
// sight while the others scroll; what a paste would do is shown before it is
// done, and nothing of it is dropped unsaid. Everything is reached with the
// keys of a spreadsheet, everything that changes the record can be undone.
//
// Update changes the screen and draws what changed of it, so that View only
// hands over a picture: rows that stay the same are not drawn again.
package grid
