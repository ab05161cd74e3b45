// Package cli does what the command line asks for without a screen: it prints
// records and forms, as aligned text for people or as JSON for programs, and has
// the tools for those who write forms.
//
// It changes nothing but by "form move", with --yes and a reason. Text says the same as the screens and in the same language;
// the keys of JSON are English, its values are codes and canonical forms, and
// neither changes with the language.
package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/i18n"
)

// Printer prints to a writer, in a language or as JSON.
type Printer struct {
	Out   io.Writer
	Words *i18n.Words
	JSON  bool
}

// page is how many inspections are read at once.
const page = 500

// summary is a line of the list in JSON.
type summary struct {
	ID        model.RecordID  `json:"id"`
	Kind      model.Kind      `json:"kind"`
	Parent    model.RecordID  `json:"parent,omitempty"`
	Unit      string          `json:"unit"`
	Path      string          `json:"path"`
	Visit     string          `json:"visit"`
	Round     string          `json:"round,omitempty"`
	Head      form.Head       `json:"head"`
	Status    model.Status    `json:"status"`
	Open      int             `json:"open"`
	ChangedAt time.Time       `json:"changed_at"`
	ChangedBy string          `json:"changed_by"`
	Progress  []form.Progress `json:"progress"`
}

// List prints every record of a kind, the one changed last first: as text with
// heads, or as JSON, one object a line.
func (p Printer) List(ctx context.Context, store Store, kind model.Kind) error {
	start := p.Words.Start
	rows := [][]string{{start.ID, start.Visit, start.Status, start.OpenHead, start.Unit, start.Name}}
	for offset := 0; ; offset += page {
		list, total, err := store.Records(ctx, model.Query{Kinds: []model.Kind{kind}, Limit: page, Offset: offset})
		if err != nil {
			return fmt.Errorf("list records: %w", err)
		}
		for _, s := range list {
			if !p.JSON {
				rows = append(rows, []string{string(s.ID), s.Day.String(), p.Words.Standing(s.Kind, s.Status, s.Head.State), strconv.Itoa(s.Open()), s.UnitName, named(s.Head)})
				continue
			}
			err := p.json(summary{ID: s.ID, Kind: s.Kind, Parent: s.Parent, Unit: s.UnitName, Path: s.UnitPath, Visit: s.Day.ISO(), Round: s.Round, Head: s.Head,
				Status: s.Status, Open: s.Open(), ChangedAt: s.ChangedAt, ChangedBy: s.ChangedBy, Progress: s.Progress})
			if err != nil {
				return err
			}
		}
		if offset+len(list) >= total || len(list) == 0 {
			break
		}
	}
	if p.JSON {
		return nil
	}
	if kind == model.Inspection { // they are known by unit and day
		for i := range rows {
			rows[i] = rows[i][:len(rows[i])-1]
		}
	}
	return p.table(rows)
}

// named is what people cite a record by: its number and its title.
func named(h form.Head) string {
	title, _, _ := strings.Cut(h.Title, "\n")
	return strings.TrimSpace(h.Number + " " + title)
}

// json prints one value on a line.
func (p Printer) json(v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode JSON: %w", err)
	}
	if _, err := fmt.Fprintf(p.Out, "%s\n", b); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

// table prints rows with their columns aligned; the last one runs free.
func (p Printer) table(rows [][]string) error {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString(cell)
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+2))
			}
		}
		if err := p.line(b.String()); err != nil {
			return err
		}
	}
	return nil
}

// line prints one line without blanks at its end.
func (p Printer) line(text string) error {
	if _, err := fmt.Fprintln(p.Out, strings.TrimRight(text, " ")); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

// Usage prints the help of the command line.
func (p Printer) Usage() error {
	rows := make([][]string, len(p.Words.Start.Usage))
	for i, u := range p.Words.Start.Usage {
		rows[i] = []string{"  " + u.Call, u.Does}
	}
	return p.table(rows)
}
