// Package theme is the only place that makes styles, and it names them for
// what they mean, never for how they look.
//
// The promise: every screen is complete without colour. A style adds to a sign
// or a word that is there anyway, at most two accents are used, and only the
// terminal's own sixteen colours, so that a person's palette is respected.
// Where colour is not wanted (NO_COLOR) or not possible, weight, underline and
// reverse remain.
package theme
