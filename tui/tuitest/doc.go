// Package tuitest drives the interface as a person does: it presses keys and
// reads the screen. Only tests import it.
//
// Terminal runs a built program in a real pseudo-terminal and keeps the screen
// that a person would see; NewModel drives a tea.Model inside the test, without
// a terminal and without time. Both read keys from one table, as the bytes that
// a terminal sends, so that a key means the same to both. Golden compares what
// was read with a file.
//
// Every helper ends the test itself when something fails, and shows the screen
// at that moment, because the screen is what one needs to see. Nothing sleeps:
// waiting ends with the output waited for.
package tuitest
