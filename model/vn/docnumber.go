package vn

// Folded: number, maybe a letter, maybe the year, then type and issuer. The National
// Assembly names no type: 257/2025/QH15. Party and Front turn the marks: 476-QĐ/MTTQ-BTT.
var (
	documentNumber = pattern(`^(?:so ?:? ?)?\d{1,6}[a-z]?(?:/\d{4})?[/-][a-z]+\d*(?:[-/][a-z0-9.]+)+$`)
	assemblyNumber = pattern(`^(?:so ?:? ?)?\d{1,6}/\d{4}/[a-z]+\d*$`)
)

// LooksLikeDocumentNumber says whether a text has the shape of an official document's
// number: 71/KH-UBND, 23/2023/QĐ-UBND, 476-QĐ/MTTQ-BTT, 257/2025/QH15. It is loose, for a
// remark only: offices have habits of their own.
func LooksLikeDocumentNumber(s string) bool {
	folded := Fold(s)
	return documentNumber().MatchString(folded) || assemblyNumber().MatchString(folded)
}
