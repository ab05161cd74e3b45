package catalog

import (
	"strings"
	"testing"
)

const totalsHeader = "programme,province,year,dong,basis\n"

func TestTheTotalOfAProvinceIsKnownWhereItIsPublished(t *testing.T) {
	c, err := LoadFS(damaged(t, "totals.csv", totalsHeader, totalsHeader+"GNBV-2021-2025,42,2021,204216000000,C QD90-CAP\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		programme, province string
		year                int
		want                bool
	}{
		{"GNBV-2021-2025", "42", 2021, true},
		{"GNBV-2021-2025", "42", 2020, false},
		{"GNBV-2021-2025", "40", 2021, false},
		{"MTQG-2026-2035", "42", 2021, false},
	} {
		if got, ok := c.ProvinceTotal(tt.programme, tt.province, tt.year); ok != tt.want || ok && got != 204_216_000_000 {
			t.Errorf("%s in %s in %d: %d, %v", tt.programme, tt.province, tt.year, got, ok)
		}
	}
}

func TestAFaultyTotalNamesFileAndLine(t *testing.T) {
	const good = "GNBV-2021-2025,42,2021,1,C QD90-CAP\n"
	for name, tt := range map[string]struct{ row, want string }{
		"twice":                 {good + good, "stands twice"},
		"no programme":          {",42,2021,1,C QD90-CAP\n", "programme is empty"},
		"an unknown province":   {"GNBV-2021-2025,98,2021,1,C QD90-CAP\n", "98 is not in units.csv"},
		"no amount":             {"GNBV-2021-2025,42,2021,,C QD90-CAP\n", "dong"},
		"an amount with a dot":  {"GNBV-2021-2025,42,2021,204.216,C QD90-CAP\n", "dong"},
		"a basis of no sources": {"GNBV-2021-2025,42,2021,1,C QD99\n", "QD99"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := LoadFS(damaged(t, "totals.csv", totalsHeader, totalsHeader+tt.row))
			if err == nil || !strings.Contains(err.Error(), "totals.csv:") || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v", err)
			}
		})
	}
}
