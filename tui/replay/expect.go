package replay

import (
	"strconv"
	"strings"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// find returns the field that a step names; it tells what is wrong when there is
// none.
func (p *play) find(s step, session *form.Session) (form.Field, bool) {
	it := p.item(s.at.code)
	switch {
	case it == nil:
		p.fault(s.line, p.words.NoItem, s.at.code)
		return form.Field{}, false
	case s.at.part == "evidence" && (!it.HasEvidence() || s.at.row > 0):
		p.fault(s.line, p.words.NoPart, s.at.code, s.at.part)
		return form.Field{}, false
	}
	f := form.Field{Item: it.Name}
	switch s.at.part {
	case "note":
		f.Part = form.Note
	case "evidence":
		f.Part = form.Evidence
	}
	table := p.tableOf(it)
	if table == nil {
		if s.at.row > 0 {
			p.fault(s.line, p.words.NoTable, s.at.code)
			return f, false
		}
		return f, true
	}
	if s.at.row == 0 {
		if table != it {
			p.fault(s.line, p.words.NeedsRow, s.at.code, s.at.code)
		}
		return f, table == it
	}
	rows := session.Rows(table.Name)
	if s.at.row > len(rows) {
		p.fault(s.line, "%s", i18n.Count(p.words.NoRowYet, table.Code, len(rows)))
		return f, false
	}
	f = form.Field{Item: table.Name, Row: rows[s.at.row-1].ID, Part: f.Part}
	if table != it {
		f.Part = it.Name
	}
	return f, true
}

// item finds an item or a column by its code, or by its name.
func (p *play) item(code string) *form.Item {
	var named *form.Item
	for _, it := range p.def.Items() {
		list := []*form.Item{it}
		if it.Table != nil {
			list = append(list, it.Table.Columns...)
		}
		for _, x := range list {
			switch code {
			case x.Code:
				return x
			case x.Name:
				named = x
			}
		}
	}
	return named
}

// tableOf returns the table that an item is, or that a column stands in; nil for
// any other item.
func (p *play) tableOf(it *form.Item) *form.Item {
	for _, table := range p.def.Items() {
		if table.Table != nil && (table == it || table.Table.Column(it.Name) == it) {
			return table
		}
	}
	return nil
}

// expect compares what a field shows; false when there is no such field.
func (p *play) expect(s step) bool {
	f, ok := p.find(s, p.session())
	if !ok {
		return false
	}
	switch s.do {
	case doAnswer:
		got := strings.Join(strings.Fields(p.session().Shown(f, p.script.lang)), " ")
		if want := strings.Join(strings.Fields(vn.CleanLine(s.rest)), " "); got != want {
			p.fault(s.line, p.words.Answers, p.name(s.at), got, want)
		}
	case doRows:
		if p.def.Item(f.Item).Table == nil || f.Row != "" {
			p.fault(s.line, p.words.NoTable, s.at.code)
		} else if n := p.session().Filled(f.Item); strconv.Itoa(n) != s.rest {
			p.fault(s.line, p.words.Rows, s.at.code, n, s.rest)
		}
	case doShown:
		if !p.visible(f) {
			p.fault(s.line, p.words.NotShown, p.name(s.at))
		}
	case doHidden:
		if p.visible(f) {
			p.fault(s.line, p.words.NotHidden, p.name(s.at))
		}
	case doGiven, doGoto, doKeys, doPaste, doProblem, doProgress, doScreen:
	}
	return true
}

// name writes a place as the script does.
func (p *play) name(at place) string {
	name := at.code
	if at.row > 0 {
		name += " row " + strconv.Itoa(at.row)
	}
	return strings.TrimSpace(name + " " + at.part)
}

// expectProblem looks for a problem with a rule at a place: of a table, in any of
// its cells; of a row, in any cell of the row; of a column, in any of its rows.
func (p *play) expectProblem(s step) bool {
	here, ok := p.where(s)
	if !ok {
		return false
	}
	var there []string
	for _, problem := range p.session().Problems() {
		if !here(problem.Field) {
			continue
		}
		if s.at.rule != "" && s.at.rule != problem.Rule && s.at.rule != string(problem.Code) {
			there = append(there, rule(problem))
			continue
		}
		if !s.not {
			return true
		}
		p.fault(s.line, p.words.AProblem, p.code(problem.Field), rule(problem), p.Words.Problem(problem))
	}
	if !s.not {
		has := p.words.None
		if len(there) > 0 {
			has = strings.Join(there, ", ")
		}
		p.fault(s.line, p.words.NoProblem, p.name(s.at), s.at.rule, has)
	}
	return true
}

// where tells which fields a place covers; without a place, all.
func (p *play) where(s step) (covers func(form.Field) bool, ok bool) {
	if s.at.code == "" {
		return func(form.Field) bool { return true }, true
	}
	column := ""
	if it := p.item(s.at.code); it != nil && it.Column() {
		column, s.at.code = it.Name, p.tableOf(it).Code
	}
	f, ok := p.find(s, p.session())
	return func(g form.Field) bool {
		return g.Item == f.Item && (f.Row == "" || g.Row == f.Row) && (column == "" || g.Part == column)
	}, ok
}

// rule is the id of the form's rule that is not met, or the word for what is the
// matter.
func rule(problem form.Problem) string {
	if problem.Rule != "" {
		return problem.Rule
	}
	return string(problem.Code)
}

func (p *play) code(f form.Field) string {
	if it := p.def.At(f); it != nil {
		return it.Code
	}
	return f.String()
}

// expectProgress compares how far a section is.
func (p *play) expectProgress(s step) bool {
	for _, sec := range p.def.Sections {
		if sec.Code != s.at.code && sec.Name != s.at.code {
			continue
		}
		for _, got := range p.session().Progress() {
			if got.Section == sec.Name && (got.Answered != s.done || got.Items != s.all) {
				p.fault(s.line, p.words.Progress, s.at.code, got.Answered, got.Items, s.done, s.all)
			}
		}
		return true
	}
	p.fault(s.line, p.words.NoSection, s.at.code)
	return false
}
