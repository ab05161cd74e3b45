package catalog

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"giamsat/model/vn"
)

// dataDir is where the data files stand inside the file system given to LoadFS.
const dataDir = "data/"

// row is one record of a data file with the place it came from. Its readers note the first fault of the file in the
// table instead of returning it, so that a loader reads as a list of columns.
type row struct {
	t      *table
	cells  []string
	column map[string]int
	line   int
}

// table reads one file and remembers its first fault.
type table struct {
	file string
	err  error
}

// readRows calls add for every row of a CSV file whose header must hold exactly the given columns, in that order.
// Lines that begin with # are comments. It stops at the first fault and returns it with file and line.
func readRows(fsys fs.FS, file string, columns []string, add func(row)) (err error) {
	f, err := fsys.Open(dataDir + file)
	if err != nil {
		return fmt.Errorf("open %s: %w", file, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()

	r := csv.NewReader(f)
	r.Comment = '#'
	header, err := r.Read()
	if err != nil {
		return fmt.Errorf("read header of %s: %w", file, err)
	}
	if !slices.Equal(header, columns) {
		line, _ := r.FieldPos(0)
		return fmt.Errorf("%s:%d: columns are %q, want %q", file, line, header, columns)
	}
	index := make(map[string]int, len(columns))
	for i, name := range columns {
		index[name] = i
	}
	t := &table{file: file}
	r.ReuseRecord = true
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", file, err)
		}
		line, _ := r.FieldPos(0)
		add(row{t: t, cells: cells, column: index, line: line})
		if t.err != nil {
			return t.err
		}
	}
}

// at says where a row stands, for messages: "units.csv:12".
func (r row) at() string { return r.t.file + ":" + strconv.Itoa(r.line) }

func (r row) fail(format string, args ...any) {
	if r.t.err == nil {
		r.t.err = fmt.Errorf("%s: %w", r.at(), fmt.Errorf(format, args...))
	}
}

// text returns a cell that may be empty. Surrounding space would make two equal texts differ, so it is a fault.
func (r row) text(column string) string {
	i, ok := r.column[column]
	if !ok {
		r.fail("read unknown column %s", column)
		return ""
	}
	s := r.cells[i]
	if strings.TrimSpace(s) != s {
		r.fail("%s %q has space around it", column, s)
	}
	return s
}

// need returns a cell that must not be empty.
func (r row) need(column string) string {
	s := r.text(column)
	if s == "" {
		r.fail("%s is empty", column)
	}
	return s
}

// code returns a cell that is a code: ASCII letters, digits and . _ - only, since codes are typed into form files.
func (r row) code(column string) string {
	s := r.need(column)
	for _, c := range []byte(s) {
		if !isCodeByte(c) {
			r.fail("%s %q is not a code (letters, digits, . _ -)", column, s)
			break
		}
	}
	return s
}

func isCodeByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '.' || c == '_' || c == '-'
}

// day returns a date cell; an empty one is the zero date.
func (r row) day(column string) vn.Date {
	s := r.text(column)
	if s == "" {
		return vn.Date{}
	}
	d, err := vn.ParseISO(s)
	if err != nil {
		r.fail("%s: %w", column, err)
	}
	return d
}

// span returns the first and last day of validity, either of which may be open (zero).
func (r row) span() (from, to vn.Date) {
	from, to = r.day("valid_from"), r.day("valid_to")
	if !to.IsZero() && to.Before(from) {
		r.fail("valid_to %s is before valid_from %s", to.ISO(), from.ISO())
	}
	return from, to
}

// number returns a whole number in low..high.
func (r row) number(column string, low, high int) int {
	s := r.need(column)
	n, err := strconv.Atoi(s)
	switch {
	case err != nil:
		r.fail("%s %q is not a number", column, s)
	case n < low || n > high:
		r.fail("%s %d is not in %d..%d", column, n, low, high)
	}
	return n
}

// oneOf returns a cell that must be one of the given words.
func (r row) oneOf(column string, words ...string) string {
	s := r.text(column)
	if !slices.Contains(words, s) {
		r.fail("%s %q is none of %q", column, s, words)
	}
	return s
}

// validOn reports whether day lies in from..to, both included, where a zero end is open.
func validOn(from, to, day vn.Date) bool {
	return !day.Before(from) && (to.IsZero() || !day.After(to))
}

// overlaps reports whether two spans share a day.
func overlaps(aFrom, aTo, bFrom, bTo vn.Date) bool {
	return (aTo.IsZero() || !bFrom.After(aTo)) && (bTo.IsZero() || !aFrom.After(bTo))
}
