// Package model holds what giamsat is about: inspections of how the programme
// for sustainable poverty reduction is carried out, and what may happen to
// them. It knows no screen, no disk and no clock; it speaks in codes, and the
// sentences live in the interface.
package model
