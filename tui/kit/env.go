package kit

import (
	"log/slog"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/theme"
)

// Env is what every screen may use. It is made once by the root and shared; a
// change of language replaces Words and is announced by LanguageMsg.
type Env struct {
	Store   Store
	Desk    *Desk
	Catalog *catalog.Catalog
	Forms   *form.Library
	Words   *i18n.Words
	Theme   *theme.Theme
	Keys    *keymap.Map
	User    string
	Today   vn.Date   // the day the program was started
	Input   vn.Method // how texts are composed from plain keys; the root switches it
	Log     *slog.Logger

	wishes []tea.Msg // see Wishes
}

// Moment writes when something happened, seen from the day the program was
// started on.
func (e *Env) Moment(at time.Time) string {
	midnight := time.Date(e.Today.Year, e.Today.Month, e.Today.Day, 0, 0, 0, 0, time.Local)
	return e.Words.Moment(at.Local(), midnight)
}
