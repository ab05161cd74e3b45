package begin

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/kit"
)

// A record that is begun like another starts with its answers. Unit and day are
// asked for all the same, with the other's proposed.

// like is the record that the new one starts like.
type like struct {
	read   bool
	record model.Record
}

// likeMsg brings it.
type likeMsg struct {
	record model.Record
	err    error
}

// readLike reads the record that this one is to be like; nil when it is like none.
func (s *Screen) readLike() tea.Cmd {
	if s.in.Like == "" || s.like.read {
		return nil
	}
	store, id := s.env.Store, s.in.Like
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		op, err := store.Record(ctx, id)
		if err != nil {
			return likeMsg{err: err}
		}
		return likeMsg{record: op.Record}
	}
}

// likeRead proposes the projects of the other record.
func (s *Screen) likeRead(msg likeMsg) tea.Cmd {
	s.like = like{read: true, record: msg.record}
	if msg.err != nil {
		s.fault = s.env.Words.Err(msg.err)
		return nil
	}
	if len(msg.record.Projects) > 0 {
		s.fields[projects].SetValue(strings.Join(msg.record.Projects, " "), 0)
		s.touched[projects] = true
		s.in.Projects = slices.Clone(msg.record.Projects)
		s.offerProjects()
	}
	return nil
}

// likeSaid says which record the new one starts like.
func (s *Screen) likeSaid() string {
	if r := s.like.record; r.ID != "" {
		return fmt.Sprintf(s.env.Words.Repeat.LikeThis, r.UnitName, r.Day)
	}
	return ""
}
