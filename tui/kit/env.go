package kit

import (
	"log/slog"

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
	Today   vn.Date // the day the program was started
	Log     *slog.Logger

	wishes []tea.Msg // see Wishes
}
