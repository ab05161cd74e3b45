package form

import "fmt"

// nearest proposes the name that was probably meant.
func nearest(name string, sc scope) string {
	best, dist := "", 3
	for _, set := range []map[string]*Item{sc.columns, sc.items} {
		for n := range set {
			if d := distance(name, n); d < dist || d == dist && best != "" && n < best {
				best, dist = n, d
			}
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

// distance is Levenshtein's, over bytes: names are ASCII.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diag
			if a[i-1] != b[j-1] {
				cost++
			}
			diag = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
