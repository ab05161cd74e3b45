package catalog

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"giamsat/model/vn"
)

// Level is where a unit stands in the country: province, district or commune. Districts ended on 30/06/2025.
type Level string

// The three levels. Hà Tĩnh has had no district since 01/07/2025; older records still name one.
const (
	Province Level = "province"
	District Level = "district"
	Commune  Level = "commune"
)

// UnitKind is the legal kind of a unit, spelt as in data/units.csv.
type UnitKind string

// The kinds in the data. ThanhPhoTW is a city under the central government (a province's equal); ThanhPho is a city
// of a province (a district's equal): the law calls both "thành phố".
const (
	Tinh       UnitKind = "tinh"
	ThanhPhoTW UnitKind = "thanh_pho_tw"
	ThanhPho   UnitKind = "thanh_pho"
	ThiXa      UnitKind = "thi_xa"
	Quan       UnitKind = "quan"
	Huyen      UnitKind = "huyen"
	Xa         UnitKind = "xa"
	Phuong     UnitKind = "phuong"
	ThiTran    UnitKind = "thi_tran"
)

// Level returns the level of a kind, and "" for a kind that does not exist.
func (k UnitKind) Level() Level {
	switch k {
	case Tinh, ThanhPhoTW:
		return Province
	case ThanhPho, ThiXa, Quan, Huyen:
		return District
	case Xa, Phuong, ThiTran:
		return Commune
	}
	return ""
}

// UnitKey names one unit for ever. The code alone does not: all 69 communes of 01/07/2025 took over a predecessor's
// code, 48 of them under another name.
type UnitKey struct {
	Code string
	From vn.Date // first day in force
}

// String returns the key as records keep it: "18073@2025-07-01".
func (k UnitKey) String() string { return k.Code + "@" + k.From.ISO() }

// ParseUnitKey reads what UnitKey.String writes. It does not check that such a unit exists; Catalog.Unit does.
func ParseUnitKey(s string) (UnitKey, error) {
	code, from, ok := strings.Cut(s, "@")
	if !ok || code == "" {
		return UnitKey{}, fmt.Errorf("parse unit key %q: want code@yyyy-mm-dd", s)
	}
	for _, c := range []byte(code) {
		if c < '0' || c > '9' {
			return UnitKey{}, fmt.Errorf("parse unit key %q: code is not digits", s)
		}
	}
	day, err := vn.ParseISO(from)
	if err != nil {
		return UnitKey{}, fmt.Errorf("parse unit key %q: %w", s, err)
	}
	return UnitKey{Code: code, From: day}, nil
}

// Unit is a province, district or commune as it was from Key.From to To.
type Unit struct {
	Key      UnitKey
	Name     string // "Thành Sen"
	FullName string // "Phường Thành Sen"
	Kind     UnitKind
	Parent   string  // code of the unit above, valid as long as this one; "" for a province
	Province string  // code of the province it lies in; its own code for a province
	To       vn.Date // last day in force; zero while in force
}

// ValidOn reports whether the unit was in force on day.
func (u Unit) ValidOn(day vn.Date) bool { return validOn(u.Key.From, u.To, day) }

// firstKnown is the day the data begin with: what was there on that day bears it as its first.
var firstKnown = vn.Date{Year: 2020, Month: time.January, Day: 1}

// Dated reports whether the unit's first day is known. Of what was there when the data begin it is not.
func (u Unit) Dated() bool { return u.Key.From != firstKnown }

// Level returns the level of the unit's kind.
func (u Unit) Level() Level { return u.Kind.Level() }

// UnitOn returns the unit that bore code on day.
func (c *Catalog) UnitOn(code string, day vn.Date) (Unit, bool) { return c.t.unitOn(code, day) }

// Unit returns the unit of a key, whatever the day.
func (c *Catalog) Unit(key UnitKey) (Unit, bool) {
	for _, u := range c.t.unitsOf(key.Code) {
		if u.Key == key {
			return u, true
		}
	}
	return Unit{}, false
}

// Bearers returns the units that ever bore a code, oldest first: of most codes there are several, under other names.
func (c *Catalog) Bearers(code string) []Unit { return slices.Clone(c.t.unitsOf(code)) }

// UnitsOn returns the units of a level in a province (its code) that were in force on day, in Vietnamese order of
// names. For the level Province, province "" means all.
func (c *Catalog) UnitsOn(day vn.Date, level Level, province string) []Unit {
	var found []Unit
	for _, e := range c.t.nameIndex() {
		u := e.unit
		if u.Level() == level && u.ValidOn(day) && (u.Province == province || level == Province && province == "") {
			found = append(found, u)
		}
	}
	return found
}

// Path names a unit with the one above it as it was on day: "Xã Cẩm Hà · huyện Cẩm Xuyên". Outside the unit's own
// days the name above is that of its first day. A province stands alone.
func (c *Catalog) Path(u Unit, day vn.Date) string {
	if u.Parent == "" {
		return u.FullName
	}
	if !u.ValidOn(day) {
		day = u.Key.From
	}
	parent, ok := c.t.unitOn(u.Parent, day)
	if !ok {
		return u.FullName
	}
	// The kind is an ordinary word in the middle of a line: "tỉnh", "thành phố". Its first letter is t, h, x or p.
	return u.FullName + " · " + strings.ToLower(parent.FullName[:1]) + parent.FullName[1:]
}

// unitsOf returns the units that ever bore a code, oldest first. tables.units is sorted by code, then first day.
func (t *tables) unitsOf(code string) []Unit {
	from, _ := slices.BinarySearchFunc(t.units, code, func(u Unit, code string) int {
		return strings.Compare(u.Key.Code, code)
	})
	to := from
	for to < len(t.units) && t.units[to].Key.Code == code {
		to++
	}
	return t.units[from:to]
}

func (t *tables) unitOn(code string, day vn.Date) (Unit, bool) {
	for _, u := range t.unitsOf(code) {
		if u.ValidOn(day) {
			return u, true
		}
	}
	return Unit{}, false
}
