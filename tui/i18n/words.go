package i18n

import (
	"strings"

	"giamsat/model"
	"giamsat/tui/keymap"
)

// Words is everything the program says in one language.
type Words struct {
	Lang     string // "vi" or "en", as form.Label knows it
	Common   Common
	Actions  map[keymap.Action]Naming
	Kinds    map[model.Kind]KindNames
	Home     Home
	Round    Round
	List     List
	Register Register
	Unit     Unit
	History  History
	Past     Past
	New      New
	Fill     Fill
	Repeat   Repeat
	Grid     Grid
	Review   Review
	Verify   Verify
	Diff     Diff
	Move     Move
	Pace     Pace
	Replay   Replay
	Undo     Undo
	Pick     Pick
	Field    Field
	Problems Problems
	Failures Failures
	Start    Start
	Help     Help
	Input    Input
	Speak    Speak
}

// Languages are the languages there are, the default first.
func Languages() []string { return []string{"vi", "en"} }

// VI returns the Vietnamese words.
func VI() *Words {
	return &Words{
		Lang:     "vi",
		Common:   commonVI(),
		Actions:  actionsVI(),
		Kinds:    kindsVI(),
		Home:     homeVI(),
		Round:    roundVI(),
		List:     listVI(),
		Register: registerVI(),
		Unit:     unitVI(),
		History:  historyVI(),
		Past:     pastVI(),
		New:      newVI(),
		Fill:     fillVI(),
		Repeat:   repeatVI(),
		Grid:     gridVI(),
		Review:   reviewVI(),
		Verify:   verifyVI(),
		Diff:     diffVI(),
		Move:     moveVI(),
		Pace:     paceVI(),
		Replay:   replayVI(),
		Undo:     undoVI(),
		Pick:     pickVI(),
		Field:    fieldVI(),
		Problems: problemsVI(),
		Failures: failuresVI(),
		Start:    startVI(),
		Help:     helpVI(),
		Input:    inputVI(),
		Speak:    speakVI(),
	}
}

// EN returns the English words.
func EN() *Words {
	return &Words{
		Lang:     "en",
		Common:   commonEN(),
		Actions:  actionsEN(),
		Kinds:    kindsEN(),
		Home:     homeEN(),
		Round:    roundEN(),
		List:     listEN(),
		Register: registerEN(),
		Unit:     unitEN(),
		History:  historyEN(),
		Past:     pastEN(),
		New:      newEN(),
		Fill:     fillEN(),
		Repeat:   repeatEN(),
		Grid:     gridEN(),
		Review:   reviewEN(),
		Verify:   verifyEN(),
		Diff:     diffEN(),
		Move:     moveEN(),
		Pace:     paceEN(),
		Replay:   replayEN(),
		Undo:     undoEN(),
		Pick:     pickEN(),
		Field:    fieldEN(),
		Problems: problemsEN(),
		Failures: failuresEN(),
		Start:    startEN(),
		Help:     helpEN(),
		Input:    inputEN(),
		Speak:    speakEN(),
	}
}

// In returns the words of a language, Vietnamese for one that is not there.
func In(lang string) *Words {
	if lang == "en" {
		return EN()
	}
	return VI()
}

// Other returns the language that the key for the language switches to.
func (w *Words) Other() string {
	if w.Lang == "en" {
		return "vi"
	}
	return "en"
}

// Language chooses the language at the start: what was asked for on the command
// line, else what the environment says (LC_ALL, LC_MESSAGES, LANG, the first
// that is set, as POSIX has it), else Vietnamese. It is false when flag names a
// language that is not there.
func Language(flag string, env func(name string) string) (lang string, ok bool) {
	if flag != "" {
		lang, ok = known(flag)
		return lang, ok
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := env(name); v != "" {
			lang, _ = known(v)
			return lang, true
		}
	}
	return "vi", true
}

// known reads "vi", "vi_VN.UTF-8", "en-GB"; anything else is Vietnamese and false.
func known(locale string) (string, bool) {
	lang, _, _ := strings.Cut(strings.ToLower(locale), ".")
	lang, _, _ = strings.Cut(strings.ReplaceAll(lang, "-", "_"), "_")
	if lang == "en" {
		return "en", true
	}
	return "vi", lang == "vi"
}
