package catalog

import (
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// damaged returns the embedded data with one replacement in one file, or ends the test.
func damaged(t *testing.T, file, old, with string) fs.FS {
	t.Helper()
	m := fstest.MapFS{}
	files, err := fs.Glob(embedded, "data/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := fs.ReadFile(embedded, name)
		if err != nil {
			t.Fatal(err)
		}
		if name == dataDir+file {
			if !strings.Contains(string(text), old) {
				t.Fatalf("%s does not hold %q", file, old)
			}
			text = []byte(strings.Replace(string(text), old, with, 1))
		}
		m[name] = &fstest.MapFile{Data: text}
	}
	return m
}

func TestLoadNamesFileLineAndFault(t *testing.T) {
	for _, tt := range []struct {
		outcome, file, old, with string
		want                     []string // parts of the error
	}{
		{"unknown column", "units.csv", "code,name,kind", "code,name,sort", []string{"units.csv:5", "sort"}},
		{"missing cell", "units.csv", "04,Cao Bằng,tinh,,", "04,Cao Bằng,tinh,", []string{"units.csv", "line 8", "fields"}},
		{"bad date", "units.csv", "04,Cao Bằng,tinh,,2020-01-01", "04,Cao Bằng,tinh,,2020-02-30", []string{"units.csv:8", "valid_from"}},
		{"end before begin", "units.csv", "2020-01-01,2025-06-30", "2020-01-01,2019-06-30", []string{"units.csv:7", "before valid_from"}},
		{"unknown kind", "units.csv", "Cao Bằng,tinh", "Cao Bằng,bang", []string{"units.csv:8", "bang"}},
		{"dangling parent", "units.csv", "huyen,42,", "huyen,98,", []string{"units.csv:", "parent 98"}},
		{"parent that ends first", "units.csv", "42,Hà Tĩnh,tinh,,2020-01-01,,", "42,Hà Tĩnh,tinh,,2020-01-01,2025-06-30,", []string{"units.csv:", "parent 42"}},
		{"overlapping code", "units.csv", "08,Tuyên Quang,tinh,,2020-01-01,2025-06-30", "08,Tuyên Quang,tinh,,2020-01-01,", []string{"units.csv:", "overlaps"}},
		{"space around", "units.csv", ",Cao Bằng,", ", Cao Bằng,", []string{"units.csv:8", "space"}},
		{"succession of another unit", "successions.csv", "18073,Phường Nam Hà", "18073,Phường Bắc Hà", []string{"successions.csv:", "Phường Nam Hà"}},
		{"succession of no unit", "successions.csv", "18070,Phường Trần Phú", "98070,Phường Trần Phú", []string{"successions.csv:", "98070"}},
		{"unknown scope", "successions.csv", ",full,", ",whole,", []string{"successions.csv:6", "whole"}},
		{"parent project below", "projects.csv", "DA1.TDA1,DA1,", "DA1.TDA1,DA9,", []string{"projects.csv:7", "DA9"}},
		{"unknown capital kind", "projects.csv", ",DTPT;SN,", ",DTPT;XX,", []string{"projects.csv:6", "XX"}},
		{"unknown programme", "applies.csv", "GNBV-2021-2025,DA1,", "GNBV-2016-2020,DA1,", []string{"applies.csv:4", "GNBV-2016-2020"}},
		{"code twice on a day", "lists.csv", "levels,huyen,", "levels,tinh,", []string{"lists.csv:", "overlaps"}},
		{"list in two places", "lists.csv", "levels,xa,", "areas,xa,", []string{"lists.csv:", "two places"}},
		{"derived list written down", "lists.csv", "levels,tinh,", "projects,tinh,", []string{"lists.csv:", "derived"}},
		{"unknown source", "lists.csv", "C QD90-CAP", "C QD99", []string{"lists.csv:7", "QD99"}},
		{"basis without a source", "lists.csv", "C QD90-CAP", "C", []string{"lists.csv:7", "no source"}},
		{"no English label", "lists.csv", "Development investment", "", []string{"lists.csv:7", "en is empty"}},
		{"code that cannot be typed", "lists.csv", "levels,tinh,", "levels,tỉnh,", []string{"lists.csv:", "not a code"}},
		{"holidays out of order", "holidays.csv", "2022-01-03", "2021-01-03", []string{"holidays.csv:", "does not follow"}},
		{"deadline of no report", "deadlines.csv", "nam,", "quy,", []string{"deadlines.csv:", "quy"}},
		{"deadline with two rules", "deadlines.csv", "06-01,,,", "06-01,,15,", []string{"deadlines.csv:", "either"}},
		{"percent out of range", "counterpart.csv", ",10,", ",101,", []string{"counterpart.csv:4", "101"}},
		{"window that closes too early", "carry_over.csv", "2024-12-31", "2023-12-31", []string{"carry_over.csv:3", "after 2023"}},
		{"source that is not https", "sources.csv", "https://", "http://", []string{"sources.csv:", "https"}},
		{"programme twice", "programmes.csv", "MTQG-2026-2035,", "GNBV-2021-2025,", []string{"programmes.csv:", "twice"}},
	} {
		t.Run(tt.outcome, func(t *testing.T) {
			_, err := LoadFS(damaged(t, tt.file, tt.old, tt.with))
			if err == nil {
				t.Fatal("loaded without an error")
			}
			for _, part := range tt.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("error %q does not say %q", err, part)
				}
			}
		})
	}
}

func TestLoadFailsWithoutAFile(t *testing.T) {
	if _, err := LoadFS(fstest.MapFS{}); err == nil {
		t.Error("loaded nothing without an error")
	}
}

func TestCatalogMayBeShared(t *testing.T) {
	c := load(t)
	today := day(t, "2025-10-01")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if len(c.FindUnits("thanh sen", today, 5)) != 1 {
				t.Error("search failed")
			}
			if list, err := c.List("levels", "", today); err != nil || len(list) != 2 || !list[0].Matches("tinh") {
				t.Error("list failed", list, err)
			}
		})
	}
	wg.Wait()
}
