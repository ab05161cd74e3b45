package field

import (
	"strings"

	"giamsat/tui/i18n"
	"giamsat/tui/kit"
)

// Tell adds what a widget is to who hears it: the keys that answer it, what was
// chosen or is being typed, and its echo.
func Tell(said kit.Spoken, w Widget, words *i18n.Words) kit.Spoken {
	said.Echo = w.Echo(words)
	return w.Tell(said)
}

// Tell says the text that is being typed.
func (l *line) Tell(said kit.Spoken) kit.Spoken { return typing(said, l.text(), l.caret) }

// Tell says the text that is being typed.
func (t *longText) Tell(said kit.Spoken) kit.Spoken { return typing(said, t.text(), t.caret) }

// Tell says the text that is being typed, not the code that it stands for.
func (l *lookup) Tell(said kit.Spoken) kit.Spoken { return l.line.Tell(said) }

func typing(said kit.Spoken, text string, caret int) kit.Spoken {
	said.Typing, said.Text, said.Caret = kit.TypingHere, text, caret
	return said
}

// Tell says the choices with their keys, and which one is chosen.
func (c *choice) Tell(said kit.Spoken) kit.Spoken {
	said.Choices, said.Value = keyed(c.list), c.raw
	if c.at >= 0 {
		said.Value, said.Picked = c.list[c.at].name, true
	}
	return said
}

// Tell says the choices with their keys, which are chosen, and where the marker is.
func (m *many) Tell(said kit.Spoken) kit.Spoken {
	said.Choices = keyed(m.list)
	var names []string
	for i, e := range m.list {
		if m.chosen[i] {
			names = append(names, e.name)
		}
	}
	said.Value, said.Picked = kit.Listed(append(names, m.others...)), len(names) > 0
	if m.report.key == "" {
		said.Echo = "" // how many there are: they are said by their names
	}
	if m.at < len(m.list) {
		said.Mark = m.list[m.at].name
		if m.chosen[m.at] {
			said.Mark = m.spec.Words.Ticked(said.Mark, true)
		}
	}
	if len(m.flipped) == 1 {
		i := m.flipped[0]
		said.Ticked = m.spec.Words.Ticked(m.list[i].name, m.chosen[i])
	}
	return said
}

// Tell says nothing: what a table holds is said by whoever knows it.
func (tableLine) Tell(said kit.Spoken) kit.Spoken { return said }

// keyed lists choices with their keys: "1 Có, 2 Không".
func keyed(list []entry) string {
	parts := make([]string, len(list))
	for i, e := range list {
		parts[i] = strings.TrimSpace(e.key + " " + e.name)
	}
	return kit.Listed(parts)
}

// Tell adds the text that a list is narrowed by, while it is being typed, and
// says that it is.
func (f *Filter) Tell(said kit.Spoken) kit.Spoken {
	if !f.open {
		return said
	}
	said = f.w.Tell(said)
	said.Typing = kit.TypingBeside
	said.Echo = f.env.Words.List.Filter
	if echo := f.w.Echo(f.env.Words); echo != "" {
		said.Echo = echo
	}
	return said
}
