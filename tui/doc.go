// Package tui is the root of the interface: the one tea.Model, the stack of
// screens, the frame around them, and the guard at the door.
//
// Its promise: a key goes to exactly one screen; a covered screen stays as it
// was left; the frame tells truthfully what is saved; and leaving waits until
// what is owed is in the database, or until the person has said that it may be
// lost. It draws and decides only: disk and clock are touched by the commands
// it returns.
package tui
