package vn

import "fmt"

// writtenTime is hour and minute with a mark between: ":", "h", "g", "gio" or a dot.
var writtenTime = pattern(`^(\d{1,2}) ?([:hg.]|gio) ?(?:(\d{2}) ?(?:phut|ph|p|')?)?$`)

// ParseTime reads a time of day: "8:30", "8h30", "8g30", "8 giờ 30 phút", "8.30", "0830",
// "830", "8h", "8". It returns minutes since midnight, 0 to 1439. Errors are a
// [*ParseError]: Empty, TooLong, NotATime, NoSuchTime.
func ParseTime(raw string) (minutes int, err error) {
	s, err := plain(raw, NotATime)
	if err != nil {
		return 0, err
	}
	hour, minute := splitTime(s)
	h, okH := smallNumber(hour)
	m, okM := smallNumber(minute)
	if !okH || !okM {
		return 0, fail(NotATime, raw)
	}
	if h > 23 || m > 59 {
		return 0, fail(NoSuchTime, raw)
	}
	return h*60 + m, nil
}

// splitTime takes a time apart into digits; both parts are empty when it is none.
func splitTime(s string) (hour, minute string) {
	if allDigits(s) {
		switch len(s) {
		case 1, 2:
			return s, "0"
		case 3, 4:
			return s[:len(s)-2], s[len(s)-2:]
		default:
			return "", ""
		}
	}
	m := writtenTime().FindStringSubmatch(s)
	switch {
	case m == nil:
		return "", ""
	case m[3] != "":
		return m[1], m[3]
	case m[2] == ":" || m[2] == ".":
		return "", "" // not finished
	default:
		return m[1], "0"
	}
}

// FormatTime returns minutes since midnight as "08:30". Minutes outside a day are taken
// around the clock.
func FormatTime(minutes int) string {
	const day = 24 * 60
	minutes = (minutes%day + day) % day
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
}
