package form

// NamesOf lets tests read the names of sections from a file's text alone.
func NamesOf(src []byte) (names []SectionName, ok bool) { return namesIn(src) }
