package i18n

// Unit is what is said of administrative units.
type Unit struct {
	Since string // %s: first day
	Until string // %s: last day
}

func unitVI() Unit {
	return Unit{Since: "từ %s", Until: "đến %s"}
}

func unitEN() Unit {
	return Unit{Since: "since %s", Until: "until %s"}
}
