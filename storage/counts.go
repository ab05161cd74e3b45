package storage

import (
	"context"
	"database/sql"
	"fmt"

	"giamsat/model"
)

// inPlan is true of an inspection whose unit stands in the plan of its round: in
// the column planned_unit of the round's table plan. A round without a plan takes
// every unit.
const inPlan = `(r.planned = 0 OR v.unit IN (SELECT a.value FROM answer a WHERE a.record = r.key AND a.item = 'plan' AND a.part = 'planned_unit'
	AND NOT EXISTS (SELECT 1 FROM table_row g WHERE g.record = r.key AND g.tbl = 'plan' AND g.row = a.row AND g.removed)))`

// Counts tells of each round how many units its plan has, and how many of them
// have an inspection and a completed one; a unit that has two
// counts once, one outside the plan not at all. A round that is not there has no
// count.
func (s *Store) Counts(ctx context.Context, rounds []model.RecordID) (map[model.RecordID]model.Count, error) {
	list, err := encode(rounds)
	if err != nil {
		return nil, err
	}
	counts := make(map[model.RecordID]model.Count, len(rounds))
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		rows, err := t.QueryContext(ctx, `SELECT r.id, r.planned,
			(SELECT COUNT(DISTINCT v.unit) FROM record v INDEXED BY record_parent WHERE v.parent = r.key AND v.kind = ?1 AND `+inPlan+`),
			(SELECT COUNT(DISTINCT v.unit) FROM record v INDEXED BY record_parent WHERE v.parent = r.key AND v.kind = ?1 AND v.status = ?2 AND `+inPlan+`)
			FROM record r WHERE r.id IN (SELECT value FROM json_each(?3))`,
			string(model.Inspection), string(model.Completed), list)
		if err != nil {
			return err
		}
		return each(rows, func() error {
			var id model.RecordID
			var c model.Count
			err := rows.Scan(&id, &c.Planned, &c.Begun, &c.Completed)
			counts[id] = c
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("count visits of rounds: %w", err)
	}
	return counts, nil
}
