package move

import (
	"fmt"

	"giamsat/tui/kit"
)

var _ kit.Speaker = (*Screen)(nil)

// Spoken says what becomes of the answer under the marker; how all of them fare
// comes first.
func (s *Screen) Spoken() kit.Spoken {
	switch {
	case s.seen == nil:
		return kit.Spoken{}
	case s.seen.to == nil:
		return kit.Spoken{Name: s.env.Words.Move.NoNewer}
	}
	list, t := s.lines(), s.env.Theme
	said := kit.Spoken{Name: t.Sign.Done + " " + s.env.Words.Move.Nothing}
	if s.scroll.At < len(list) {
		said = kit.OfLines(s.sign(list[s.scroll.At].Landing)+" "+s.note(list), s.scroll)
	}
	name := s.env.Words.Move.Form
	said.Where = fmt.Sprintf(name, s.seen.op.Form.Version) + " " + t.Sign.Into + " " + fmt.Sprintf(name, s.seen.to.Version)
	said.Far = s.counts()
	return said
}
