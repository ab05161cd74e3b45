// Package catalog is the reference data of supervision: administrative units, programmes and their projects, choice
// lists, holidays, deadlines and bands, each with the days on which it held. It is embedded in the program, read once
// by Load, and never changes afterwards: a Catalog may be shared by any number of goroutines.
//
// Everything is looked up by day, because everything changed at least once: Hà Tĩnh went from 13 districts and 216
// communes to 12 and 209 and then to 69 communes without districts, unit codes were re-used under other names, the
// lead department and ministry changed, and a merged programme followed. A record therefore keeps the UnitKey, or the
// code together with its day, never a code alone and never a name.
//
// The package reads no clock, no file and no environment. The data files stand in data/, one CSV file a subject; rows
// that rest on memory or inference say so in their basis or evidence column, and callers should show that mark.
package catalog
