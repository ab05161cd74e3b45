// Package keymap holds every key of the program, by scope.
//
// The promise: a key means one thing in a scope, and no key is bound that some
// terminal, input method or line cannot deliver. Check holds both. The words
// that explain an action live in tui/i18n.
package keymap
