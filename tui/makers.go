package tui

import "giamsat/tui/kit"

// makers is the one table from the kind of a screen to who makes it.
func makers() map[kit.Kind]Maker {
	return map[kit.Kind]Maker{}
}
