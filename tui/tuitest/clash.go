package tuitest

import (
	"giamsat/model"
	"giamsat/model/form"
)

// apart tells the changes that can be written from those of fields that somebody
// else has changed since they were read.
func apart(op *model.Opened, in model.Save) (written []form.Change, clash error) {
	ours := map[form.Field]form.Answer{}
	for _, c := range in.Changes {
		base, read := in.Revs[c.Field]
		if c.Kind == form.Answered && read && op.Revs[c.Field] != base {
			ours[c.Field] = c.New
			continue
		}
		written = append(written, c)
	}
	var list []model.Conflict
	for f, a := range ours {
		if theirs := op.Filled.Answers[f]; theirs != a {
			list = append(list, model.Conflict{Field: f, Ours: a, Theirs: theirs, By: op.Record.ChangedBy, Rev: op.Revs[f]})
		}
	}
	if len(list) > 0 {
		clash = &model.ConflictError{Conflicts: list}
	}
	return written, clash
}
