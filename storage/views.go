package storage

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"giamsat/model/form"
)

// mostColumns keeps a view below SQLite's 2,000 columns.
const mostColumns = 1900

// freeViewName spells the name of a form's wide view, v_<id>_<version>. A form
// that was changed without a new version gets its hash added.
func freeViewName(ctx context.Context, t *sql.Tx, d *form.Definition) (string, error) {
	name := "v_" + identifier(d.ID) + "_" + identifier(d.Version)
	var taken bool
	err := t.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ? COLLATE NOCASE)`, name).Scan(&taken)
	if err != nil {
		return "", fmt.Errorf("look for view %s: %w", name, err)
	}
	if taken {
		name += "_" + d.Hash[:12]
	}
	return name, nil
}

// createViews gives people who know SQL a wide table for a form: one line a
// record, one column an item, amounts in đồng; and one view for each table.
func createViews(ctx context.Context, t *sql.Tx, d *form.Definition, name string) error {
	if err := createView(ctx, t, name, wideView(d)); err != nil {
		return err
	}
	for _, section := range d.Sections {
		for _, it := range section.Items {
			if it.Table == nil {
				continue
			}
			if err := createView(ctx, t, name+"_"+identifier(it.Name), tableView(d, it)); err != nil {
				return err
			}
		}
	}
	return nil
}

func createView(ctx context.Context, t *sql.Tx, name, query string) error {
	// A view's text takes no parameters: names and texts are quoted instead.
	if _, err := t.ExecContext(ctx, "CREATE VIEW "+quoteName(name)+" AS "+query); err != nil {
		return fmt.Errorf("create view %s: %w", name, err)
	}
	return nil
}

// view is one as it stands in the database.
type view struct{ name, query string }

// takeViews removes all views and returns them.
func takeViews(ctx context.Context, t *sql.Tx) (views []view, err error) {
	rows, err := t.QueryContext(ctx, `SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name`)
	if err != nil {
		return nil, fmt.Errorf("read views: %w", err)
	}
	err = each(rows, func() error {
		var v view
		err := rows.Scan(&v.name, &v.query)
		views = append(views, v)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read views: %w", err)
	}
	for _, v := range views {
		if _, err := t.ExecContext(ctx, "DROP VIEW "+quoteName(v.name)); err != nil {
			return nil, fmt.Errorf("take view %s away: %w", v.name, err)
		}
	}
	return views, nil
}

// putViews makes the views of the stored forms again, as they are made now, and
// puts back those that a person added.
func (s *Store) putViews(ctx context.Context, t *sql.Tx, former []view) error {
	if len(former) == 0 {
		return nil
	}
	if err := s.remakeViews(ctx, t); err != nil {
		return err
	}
	for _, v := range former {
		if strings.Contains(v.query, ourView) {
			continue
		}
		if _, err := t.ExecContext(ctx, v.query); err != nil {
			return fmt.Errorf("put view %s back: %w", v.name, err)
		}
	}
	return nil
}

// remakeViews makes the views of every stored form. One that cannot be built any
// more has none: that is told in the log and keeps nobody from the records.
func (s *Store) remakeViews(ctx context.Context, t *sql.Tx) error {
	names := make(map[string]string) // by hash
	rows, err := t.QueryContext(ctx, `SELECT hash, view FROM form`)
	if err != nil {
		return fmt.Errorf("read forms: %w", err)
	}
	err = each(rows, func() error {
		var hash, name string
		err := rows.Scan(&hash, &name)
		names[hash] = name
		return err
	})
	if err != nil {
		return fmt.Errorf("read forms: %w", err)
	}
	for hash, name := range names {
		d, err := s.formOf(ctx, t, hash)
		if err != nil {
			s.log.Warn("a form has no views any more", "view", name, "cause", err)
			continue
		}
		if err := createViews(ctx, t, d, name); err != nil {
			return err
		}
	}
	return nil
}

// ourView is what the text of every view that this program made has.
const ourView = " AS SELECT i.id AS "

// columns collects the columns of a view under names that do not clash.
type columns struct {
	list []string
	used map[string]bool
}

func (c *columns) add(name, expression string) {
	if len(c.list) == mostColumns {
		return
	}
	if c.used == nil {
		c.used = make(map[string]bool)
	}
	free := name
	for n := 2; c.used[strings.ToLower(free)]; n++ {
		free = fmt.Sprintf("%s_%d", name, n)
	}
	c.used[strings.ToLower(free)] = true
	c.list = append(c.list, expression+" AS "+quoteName(free))
}

func (c *columns) String() string { return strings.Join(c.list, ",\n ") }

// wideView reads the items first and their remarks after them, so that a form
// beyond the limit of columns loses remarks before answers.
func wideView(d *form.Definition) string {
	var c columns
	c.add("record", "i.id")
	c.add("unit", "i.unit")
	c.add("unit_name", "i.unit_name")
	c.add("visit", "i.visit")
	c.add("status", "i.status")
	items := plainItems(d)
	for _, it := range items {
		c.add(it.Name, lookUp("value", it.Name, ""))
	}
	for _, it := range items {
		c.add(it.Name+"_note", lookUp("raw", it.Name, form.Note))
		if it.HasEvidence() {
			c.add(it.Name+"_evidence", lookUp("raw", it.Name, form.Evidence))
		}
	}
	return "SELECT " + c.String() + "\nFROM record i WHERE i.form = " + quoteText(d.Hash)
}

func plainItems(d *form.Definition) (items []*form.Item) {
	for _, section := range d.Sections {
		for _, it := range section.Items {
			if it.Table == nil {
				items = append(items, it)
			}
		}
	}
	return items
}

func lookUp(column, item, part string) string {
	return "(SELECT " + column + " FROM answer WHERE record = i.key AND item = " + quoteText(item) +
		" AND row = '' AND part = " + quoteText(part) + ")"
}

// tableView has a line for each row with an answer that was not removed.
func tableView(d *form.Definition, table *form.Item) string {
	var c columns
	c.add("record", "i.id")
	c.add("row", "r.row")
	for _, column := range table.Table.Columns {
		c.add(column.Name, "(SELECT value FROM answer WHERE record = i.key AND item = "+quoteText(table.Name)+
			" AND row = r.row AND part = "+quoteText(column.Name)+")")
	}
	name := quoteText(table.Name)
	return "SELECT " + c.String() + "\nFROM record i JOIN (SELECT DISTINCT record, row FROM answer WHERE item = " + name +
		" AND row <> '' AND raw <> '') r ON r.record = i.key\nWHERE i.form = " + quoteText(d.Hash) +
		" AND NOT EXISTS (SELECT 1 FROM table_row g WHERE g.record = i.key AND g.tbl = " + name + " AND g.row = r.row AND g.removed)"
}

// identifier makes a text fit to be a part of a name that needs no quoting.
func identifier(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
			return r
		}
		return '_'
	}, s)
}

func quoteName(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

func quoteText(s string) string { return `'` + strings.ReplaceAll(s, `'`, `''`) + `'` }
