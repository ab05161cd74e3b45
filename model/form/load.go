package form

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"

	"giamsat/model/catalog"
	"giamsat/model/vn"
)

// maxSource is the largest form file that is read: forms are written by people,
// and the whole of the embedded one is a tenth of it.
const maxSource = 2 << 20

var identifier = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// Load reads one form file, strictly, compiles and types its rules against the
// catalogue, and returns the definition. The error is Faults, with every fault
// of the file; name is the file's name as it is shown in them.
func Load(name string, src []byte, cat *catalog.Catalog) (*Definition, error) {
	r := &reader{file: name, rules: newRuleCompiler()}
	if len(src) > maxSource {
		return nil, Faults{{File: name, Line: 1, Column: 1, Text: "the file is larger than 2 MiB: this is no form"}}
	}
	if i := firstControl(src); i >= 0 {
		return nil, Faults{{File: name, Line: 1 + bytes.Count(src[:i], []byte("\n")), Column: 1,
			Text: "the file has a byte that no UTF-8 text has; save it as UTF-8 text"}}
	}
	var root, more yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(src))
	if err := decoder.Decode(&root); err != nil && !errors.Is(err, io.EOF) {
		return nil, Faults{yamlFault(name, err)}
	}
	switch err := decoder.Decode(&more); {
	case err == nil:
		return nil, Faults{{File: name, Line: more.Line, Column: 1, Text: "a second document begins here; a file holds one form"}}
	case !errors.Is(err, io.EOF):
		return nil, Faults{yamlFault(name, err)}
	}
	if len(root.Content) != 1 {
		return nil, Faults{{File: name, Line: 1, Column: 1, Text: "the file holds no form"}}
	}
	sum := sha256.Sum256(src)
	d := &Definition{Hash: hex.EncodeToString(sum[:]), Source: bytes.Clone(src), items: map[string]*Item{}}
	r.definition(root.Content[0], d)
	if len(r.faults) == 0 {
		r.check(d, cat)
	}
	if len(r.faults) > 0 {
		return nil, r.faults.sorted()
	}
	return d, nil
}

func firstControl(src []byte) int {
	if i := bytes.IndexFunc(src, func(c rune) bool { return c == '�' || c < ' ' && c != '\n' && c != '\r' && c != '\t' }); i >= 0 {
		return i
	}
	return -1
}

var yamlLine = regexp.MustCompile(`line (\d+)`)

func yamlFault(name string, err error) Fault {
	f := Fault{File: name, Line: 1, Column: 1, Text: "this is no YAML: " + err.Error()}
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		f.Line = 0
		for _, c := range m[1] {
			f.Line = f.Line*10 + int(c-'0')
		}
	}
	return f
}

func (r *reader) definition(n *yaml.Node, d *Definition) {
	known := []string{"id", "version", "title", "programme", "parent", "valid_from", "valid_to", "basis", "head", "sections"}
	r.places = map[string]*yaml.Node{}
	r.mapping(n, "the form", known, func(key string, v *yaml.Node) {
		r.places[key] = v
		switch key {
		case "id":
			d.ID = r.text(v, key)
			if !identifier.MatchString(d.ID) {
				r.fault(v, "id %q must be small letters, digits and _", d.ID)
			}
		case "version":
			d.Version = r.text(v, key)
			if d.Version == "" {
				r.fault(v, "version needs a text")
			}
		case "title":
			d.Title = r.label(v, key)
		case "programme":
			d.Programme = r.programme(v)
		case "parent":
			d.Parent = r.formID(v, key)
		case "head":
			d.head = r.head(v)
		case "valid_from":
			d.ValidFrom = r.day(v, key)
		case "valid_to":
			d.ValidTo = r.day(v, key)
		case "basis":
			d.Basis = r.text(v, key)
		case "sections":
			r.list(v, key, func(s *yaml.Node) { d.Sections = append(d.Sections, r.section(s)) })
		}
	}, "id", "version", "title", "programme", "valid_from", "basis", "sections")
	if len(d.Sections) == 0 && len(r.faults) == 0 {
		r.fault(n, "the form has no section")
	}
}

// anyProgramme is the word for a form that serves every programme.
const anyProgramme = "any"

// programme reads the code of a programme; the word any is the empty code.
func (r *reader) programme(n *yaml.Node) string {
	s := r.text(n, "programme")
	switch s {
	case anyProgramme:
		return ""
	case "":
		r.fault(n, "programme needs a code of the catalogue, or the word any")
	}
	return s
}

func (r *reader) formID(n *yaml.Node, what string) string {
	s := r.text(n, what)
	if !identifier.MatchString(s) {
		r.fault(n, "%s %q must be the id of a form: small letters, digits and _", what, s)
	}
	return s
}

func (r *reader) day(n *yaml.Node, what string) vn.Date {
	s := r.text(n, what)
	if s == "" {
		return vn.Date{}
	}
	d, err := vn.ParseISO(s)
	if err != nil {
		r.fault(n, "%s %q must be a day, as in \"2022-07-15\"", what, s)
	}
	return d
}

func (r *reader) section(n *yaml.Node) Section {
	var s Section
	r.mapping(n, "a section", []string{"name", "code", "title", "short", "relevant", "items"}, func(key string, v *yaml.Node) {
		switch key {
		case "name":
			s.Name = r.name(v)
		case "code":
			s.Code = r.text(v, key)
		case "title":
			s.Title = r.label(v, key)
		case "short":
			s.Short = r.label(v, key)
		case "relevant":
			s.Relevant = r.rule(v, key)
		case "items":
			r.list(v, key, func(i *yaml.Node) { s.Items = append(s.Items, r.readItem(i)) })
		}
	}, "name", "code", "title", "short", "items")
	for _, it := range s.Items {
		it.Section, it.within = s.Name, s.Relevant
	}
	return s
}

func (r *reader) name(n *yaml.Node) string {
	s := r.text(n, "name")
	if !identifier.MatchString(s) {
		r.fault(n, "name %q must be small letters, digits and _, and begin with a letter", s)
	}
	return s
}

var itemKeys = []string{"name", "code", "type", "label", "hint", "unit", "required", "relevant", "readonly", "advance",
	"no_bulk", "identifies", "default", "calculation", "expect", "constraints", "choices", "list", "list_filter", "max", "width", "basis", "table",
	"form", "hidden", "inherit", "prior", "unconfirmed"}

func (r *reader) readItem(n *yaml.Node) *Item {
	it := &Item{line: n.Line, column: n.Column}
	outer := r.item
	r.item = itemName(n, outer)
	defer func() { r.item = outer }()
	advance := (*bool)(nil)
	r.mapping(n, "an item", itemKeys, func(key string, v *yaml.Node) {
		switch key {
		case "type":
			it.Kind = Kind(r.text(v, key))
			if !knownKind(it.Kind) {
				r.fault(v, "type %q is none of %s", it.Kind, kindNames())
			}
		case "advance":
			b := r.flag(v, key)
			advance = &b
		case "constraints":
			r.list(v, key, func(c *yaml.Node) { it.Constraints = append(it.Constraints, r.constraint(c)) })
		case "choices":
			r.list(v, key, func(c *yaml.Node) { it.Choices = append(it.Choices, r.choice(c)) })
		case "table":
			it.Table = r.table(v)
		case "form":
			it.Form = r.formID(v, key)
		case "hidden":
			it.Hidden = r.flag(v, key)
		case "inherit":
			it.Inherit = r.itemRef(v, key, false)
		case "prior":
			it.Prior = r.itemRef(v, key, true)
		case "unconfirmed":
			it.Unconfirmed = r.flag(v, key)
		default:
			r.itemText(it, key, v)
		}
	}, "name", "code", "type", "label", "basis")
	if it.Unconfirmed && it.Kind == KindTable && it.Table == nil {
		it.Table = &Table{}
	}
	it.Advance = it.Kind == KindYesNo || it.Kind == KindYesNoNA || it.Kind == KindOne
	if advance != nil {
		it.Advance = *advance
	}
	return it
}

func (r *reader) itemText(it *Item, key string, v *yaml.Node) {
	switch key {
	case "name":
		it.Name = r.name(v)
	case "code":
		it.Code = r.text(v, key)
	case "label":
		it.Label = r.label(v, key)
	case "hint":
		it.Hint = r.label(v, key)
	case "unit":
		it.Unit = r.label(v, key)
	case "required":
		it.Required = r.rule(v, key)
	case "relevant":
		it.Relevant = r.rule(v, key)
	case "readonly":
		it.Readonly = r.flag(v, key)
	case "no_bulk":
		it.NoBulk = r.flag(v, key)
	case "identifies":
		it.Identifies = r.flag(v, key)
	case "default":
		it.Default = r.rule(v, key)
	case "calculation":
		it.Calculation = r.rule(v, key)
	case "expect":
		it.Expect = r.rule(v, key)
	case "list":
		it.List = r.text(v, key)
	case "list_filter":
		it.ListFilter = r.rule(v, key)
	case "max":
		it.Max = r.count(v, key)
	case "width":
		it.Width = r.count(v, key)
	case "basis":
		it.Basis = r.text(v, key)
	}
}

// itemRef reads the name of an item of another record's form, and where columns
// are allowed also table.column. That form is not known here: only the spelling
// can be checked.
func (r *reader) itemRef(n *yaml.Node, what string, column bool) string {
	s := r.text(n, what)
	item, col, isColumn := strings.Cut(s, ".")
	switch {
	case !column && !identifier.MatchString(s):
		r.fault(n, "%s %q must be the name of an item", what, s)
	case column && (!identifier.MatchString(item) || isColumn && !identifier.MatchString(col)):
		r.fault(n, "%s %q must be the name of an item, or table.column", what, s)
	}
	return s
}

func itemName(n *yaml.Node, outer string) string {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "name" {
			if outer != "" {
				return outer + "." + n.Content[i+1].Value
			}
			return n.Content[i+1].Value
		}
	}
	return outer
}

func (r *reader) constraint(n *yaml.Node) Constraint {
	c := Constraint{Severity: Stop}
	r.mapping(n, "a constraint", []string{"id", "rule", "severity", "message", "finding", "basis"}, func(key string, v *yaml.Node) {
		switch key {
		case "id":
			c.ID = r.text(v, key)
		case "rule":
			c.Rule = r.rule(v, "a constraint")
		case "severity":
			c.Severity = Severity(r.text(v, key))
			if c.Severity != Stop && c.Severity != Reason && c.Severity != Notice {
				r.fault(v, "severity %q is none of stop, reason, note", c.Severity)
			}
		case "message":
			c.Message = r.label(v, key)
		case "finding":
			c.Finding = r.label(v, key)
		case "basis":
			c.Basis = r.text(v, key)
		}
	}, "rule", "severity", "message")
	return c
}

func (r *reader) choice(n *yaml.Node) Choice {
	var c Choice
	r.mapping(n, "a choice", []string{"code", "vi", "en"}, func(key string, v *yaml.Node) {
		switch key {
		case "code":
			c.Code = r.text(v, key)
			if c.Code == "" || strings.ContainsAny(c.Code, " \t\n") {
				r.fault(v, "code %q must be one word", c.Code)
			}
		case "vi":
			c.Label.VI = r.text(v, key)
		case "en":
			c.Label.EN = r.text(v, key)
		}
	}, "code", "vi", "en")
	return c
}

func knownKind(k Kind) bool {
	for _, x := range Kinds() {
		if x == k {
			return true
		}
	}
	return false
}

func kindNames() string {
	names := make([]string, 0, len(Kinds()))
	for _, k := range Kinds() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}
