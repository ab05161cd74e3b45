package kit

import (
	"log/slog"
	"strings"

	"giamsat/model"
	"giamsat/model/form"
)

// AreaCount is how many areas an inspection goes through.
const AreaCount = 5

// Areas maps the name of a section of an inspection to the digit of its area: the
// sections with the codes A1 to A5 are the areas.
type Areas map[string]int

// ReadAreas looks the areas up in the forms of inspections. It is for commands,
// since it reads the files.
func ReadAreas(forms *form.Library, log *slog.Logger) Areas {
	found := Areas{}
	for _, h := range forms.List() {
		if h.ID != string(model.Inspection) {
			continue
		}
		sections, err := forms.Sections(h.ID, h.Version)
		if err != nil {
			log.Warn("cannot read a form", "form", h.ID, "version", h.Version, "cause", err)
			continue
		}
		for _, sec := range sections {
			if area := areaOf(sec.Code); area != 0 {
				found[sec.Name] = area
			}
		}
	}
	return found
}

// areaOf is the digit of the area that a section with a code is; 0 for none.
func areaOf(code string) int {
	digit, ok := strings.CutPrefix(code, "A")
	if !ok || len(digit) != 1 || digit[0] < '1' || digit[0] > '0'+AreaCount {
		return 0
	}
	return int(digit[0] - '0')
}

// Finished reports whether everything of a section is answered and nothing
// stands against completing.
func Finished(p form.Progress) bool {
	return p.Answered == p.Items && p.Missing == 0 && p.Stops == 0
}

// Done counts the areas that are finished, and those that are asked at all.
func (a Areas) Done(progress []form.Progress) (done, asked int) {
	for _, p := range progress {
		if a[p.Section] == 0 || p.Items == 0 {
			continue
		}
		asked++
		if Finished(p) {
			done++
		}
	}
	return done, asked
}
