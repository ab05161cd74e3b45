package storage

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// header is what a record is from its beginning on. The first event of
// its history carries it, so that the chain covers it.
type header struct {
	Unit      string   `json:"unit"`
	UnitName  string   `json:"unit_name"`
	UnitPath  string   `json:"unit_path"`
	Visit     string   `json:"visit"`
	Round     string   `json:"round"`
	Programme string   `json:"programme"`
	Projects  []string `json:"projects"`
	Form      string   `json:"form"` // hash
	// What came later is left out where it is empty, so that the beginnings that
	// were written before still read the same.
	Parent     string `json:"parent,omitempty"` // id
	OriginItem string `json:"origin_item,omitempty"`
	OriginRow  string `json:"origin_row,omitempty"`
}

// headerOf cleans what came from outside.
func headerOf(in model.NewRecord) header {
	h := header{
		UnitName: vn.CleanLine(in.UnitName), UnitPath: vn.CleanLine(in.UnitPath),
		Visit: in.Day.ISO(), Round: vn.CleanLine(in.Round), Programme: vn.CleanLine(in.Programme),
		Projects: make([]string, 0, len(in.Projects)), Form: in.Form.Hash,
		Parent: string(in.Parent), OriginItem: in.Origin.Item, OriginRow: string(in.Origin.Row),
	}
	if in.Unit != (catalog.UnitKey{}) {
		h.Unit = in.Unit.String()
	}
	for _, p := range in.Projects {
		h.Projects = append(h.Projects, vn.CleanLine(p))
	}
	return h
}

// mostFolded bounds what a record is searched by, in bytes: an entry of an index
// that does not fit its page is slow to read. Only a title can be so long.
const mostFolded = 700

// folded is the text that lists are searched by: words without accents, and the
// day as people write it.
func (h header) folded(head form.Head) string {
	parts := []string{h.UnitName, h.UnitPath, h.Round}
	if day, err := vn.ParseISO(h.Visit); err == nil {
		t := day.Time()
		parts = append(parts, h.Visit, t.Format("02/01/2006"), t.Format("2/1/2006"))
	}
	code, _, _ := strings.Cut(h.Unit, "@")
	text := vn.Fold(strings.Join(append(parts, code, head.Number, head.Responsible, head.Title), " "))
	if len(text) > mostFolded {
		text = strings.ToValidUTF8(text[:mostFolded], "")
	}
	return text
}

func encode(v any) (string, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("encode %T: %w", v, err)
	}
	return string(b), nil
}

// place is a model.Place as it is stored.
type place struct {
	Section string `json:"section,omitempty"`
	Item    string `json:"item,omitempty"`
	Row     string `json:"row,omitempty"`
	Part    string `json:"part,omitempty"`
	Caret   int    `json:"caret,omitempty"`
}

func placeOf(p model.Place) place {
	return place{Section: p.Section, Item: p.Field.Item, Row: string(p.Field.Row), Part: p.Field.Part, Caret: p.Caret}
}

func (p place) model() model.Place {
	return model.Place{Section: p.Section, Field: form.Field{Item: p.Item, Row: form.Row(p.Row), Part: p.Part}, Caret: p.Caret}
}

// The parsers below read what this package wrote: anything else is damage.

func parseTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(timeLayout, s)
	if err != nil {
		return t, fmt.Errorf("%w: %w", model.ErrDamaged, err)
	}
	return t, nil
}

func parseDay(s string) (vn.Date, error) {
	if s == "" {
		return vn.Date{}, nil
	}
	d, err := vn.ParseISO(s)
	if err != nil {
		return d, fmt.Errorf("%w: %w", model.ErrDamaged, err)
	}
	return d, nil
}

func parseUnit(s string) (catalog.UnitKey, error) {
	if s == "" {
		return catalog.UnitKey{}, nil
	}
	k, err := catalog.ParseUnitKey(s)
	if err != nil {
		return k, fmt.Errorf("%w: %w", model.ErrDamaged, err)
	}
	return k, nil
}

func decode(text string, into any) error {
	if err := json.Unmarshal([]byte(text), into); err != nil {
		return fmt.Errorf("%w: %w", model.ErrDamaged, err)
	}
	return nil
}
