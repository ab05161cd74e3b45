package catalog

import (
	"embed"
	"fmt"
	"io/fs"
	"sync"
)

//go:embed data/*.csv
var embedded embed.FS

// HomeProvince is the province whose units are offered first and whose applicable projects are told: Hà Tĩnh.
const HomeProvince = "42"

// Catalog is all reference data, seen from one home province. It never changes and may be shared.
type Catalog struct {
	t    *tables
	home string
}

// tables holds what the files hold. Everything is written by LoadFS, but for what stands behind a sync.Once.
type tables struct {
	sources     map[string]Source
	units       []Unit // by code, then first day
	successions []Succession
	programmes  []Programme
	projects    []Project // in tree order within a programme
	applies     map[applyKey]Applies
	entries     []Choice // of all stored lists, in file order
	listNames   []string // stored lists, in file order
	lists       map[string][2]int
	holidays    holidayTable
	deadlines   []Deadline
	counterpart []counterpart
	carryOver   []CarryOver
	totals      []total

	names  sync.Once // guards byName
	byName []indexed
	folds  sync.Once // guards the folded texts in entries
}

// Load reads the embedded data. It fails only when a data file was changed into something inconsistent, and then
// names file and line.
func Load() (*Catalog, error) { return LoadFS(embedded) }

// LoadFS reads the data files from data/ in fsys, strictly: an unknown column, a bad date, a parent or a code that
// does not exist, and two rows of one code that hold on the same day are errors with file and line.
func LoadFS(fsys fs.FS) (*Catalog, error) {
	t := &tables{}
	// The order matters: each step looks up codes of those before it.
	for _, load := range []func(fs.FS) error{
		t.loadSources, t.loadUnits, t.loadSuccessions, t.loadProgrammes, t.loadLists, t.loadProjects, t.loadApplies,
		t.loadHolidays, t.loadDeadlines, t.loadCounterpart, t.loadCarryOver, t.loadTotals,
	} {
		if err := load(fsys); err != nil {
			return nil, fmt.Errorf("load catalogue: %w", err)
		}
	}
	return &Catalog{t: t, home: HomeProvince}, nil
}

// WithHome returns the same data seen from another province: its units come first, its applicable projects are told.
// A province code that does not exist is an error.
func (c *Catalog) WithHome(province string) (*Catalog, error) {
	for _, u := range c.t.unitsOf(province) {
		if u.Level() == Province {
			return &Catalog{t: c.t, home: province}, nil
		}
	}
	return nil, fmt.Errorf("set home province: code %q is no province", province)
}

// Home returns the code of the home province.
func (c *Catalog) Home() string { return c.home }
