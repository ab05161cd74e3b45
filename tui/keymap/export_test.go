package keymap

import (
	"maps"
	"slices"
)

// With returns a copy of a map with one more key, so that faults can be made.
func With(m *Map, scope Scope, action Action, stroke string) *Map {
	scopes := maps.Clone(m.scopes)
	scopes[scope] = append(slices.Clone(scopes[scope]), bound{action, []string{stroke}})
	return &Map{scopes: scopes, names: m.names}
}
