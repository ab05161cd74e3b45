package tuitest

import (
	"context"
	"slices"

	"giamsat/model"
	"giamsat/model/vn"
)

// Records lists what is there and fits the query, newest first; the text is
// looked for in names and titles as it stands.
func (s *Store) Records(_ context.Context, q model.Query) ([]model.Summary, int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var page []model.Summary
	for i := len(s.order) - 1; i >= 0; i-- {
		in := s.all[s.order[i]].Record
		sum := model.Summary{ID: in.ID, Kind: in.Kind(), Parent: in.Parent, Unit: in.Unit, UnitName: in.UnitName, UnitPath: in.UnitPath,
			Day: in.Day, Round: in.Round, Programme: in.Programme, Head: in.Head, Status: in.Status, Progress: in.Progress,
			ChangedAt: in.ChangedAt, ChangedBy: in.ChangedBy, ReturnedBy: in.ReturnedBy, ReturnReason: in.ReturnReason}
		if s.fits(in, q) {
			page = append(page, sum)
		}
	}
	switch q.Order {
	case model.ByDue:
		slices.SortStableFunc(page, func(a, b model.Summary) int { return dueFirst(a.Head.Due, b.Head.Due) })
	case model.ByDay:
		slices.SortStableFunc(page, func(a, b model.Summary) int { return b.Day.Compare(a.Day) })
	case model.ByChange:
	}
	total := len(page)
	page = page[min(q.Offset, total):]
	if q.Limit > 0 && len(page) > q.Limit {
		page = page[:q.Limit]
	}
	return page, total, nil
}

// dueFirst puts an earlier day before a later one, and any before none.
func dueFirst(a, b vn.Date) int {
	switch {
	case a == b:
		return 0
	case a.IsZero(), !b.IsZero() && b.Before(a):
		return 1
	}
	return -1
}

func (s *Store) fits(in model.Record, q model.Query) bool {
	kinds := q.Kinds
	if len(kinds) == 0 {
		kinds = []model.Kind{model.Inspection}
	}
	due := in.Head.Due
	switch {
	case !slices.Contains(kinds, in.Kind()), q.Status != "" && in.Status != q.Status, q.Parent != "" && in.Parent != q.Parent,
		q.Round != "" && in.Parent != q.Round && s.parentOf(in.Parent) != q.Round,
		len(q.Units) > 0 && !slices.Contains(q.Units, in.Unit), q.Area != 0 && in.Head.Area != q.Area,
		len(q.States) > 0 && !slices.Contains(q.States, in.Head.State), q.Open && in.Head.Settled,
		!q.DueFrom.IsZero() && (due.IsZero() || due.Before(q.DueFrom)), !q.DueBefore.IsZero() && (due.IsZero() || !due.Before(q.DueBefore)),
		q.By != "" && in.CreatedBy != q.By && in.ChangedBy != q.By, q.Returned && (in.ReturnedBy == "" || in.ReturnedBy == q.By):
		return false
	}
	return vn.Match(vn.Fold(in.UnitName+" "+in.Head.Title+" "+in.Head.Number+" "+in.Round), q.Text)
}

func (s *Store) parentOf(id model.RecordID) model.RecordID {
	if op := s.all[id]; op != nil {
		return op.Record.Parent
	}
	return ""
}
