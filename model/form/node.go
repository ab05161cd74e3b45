package form

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// reader walks a YAML tree strictly: every key must be known, none twice, and
// each fault is noted with its place instead of ending the walk, so that a
// person who edits a form is told everything at once.
type reader struct {
	file   string
	item   string // the item being read, for faults
	faults Faults
	rules  *ruleCompiler
	places map[string]*yaml.Node // of the form's own keys
}

func (r *reader) fault(n *yaml.Node, format string, args ...any) {
	f := Fault{File: r.file, Item: r.item, Text: fmt.Sprintf(format, args...)}
	if n != nil {
		f.Line, f.Column = n.Line, n.Column
	}
	r.faults = append(r.faults, f)
}

// mapping calls read for each key of a mapping; read reports whether it knows
// the key. missing names keys that must be there.
func (r *reader) mapping(n *yaml.Node, what string, known []string, read func(key string, v *yaml.Node), must ...string) {
	if n.Kind != yaml.MappingNode {
		r.fault(n, "%s must be a mapping of keys to values", what)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, v := n.Content[i], n.Content[i+1]
		switch {
		case seen[key.Value]:
			r.fault(key, "key %q stands twice in %s; keep one", key.Value, what)
		case !contains(known, key.Value):
			r.fault(key, "%s has no key %q; the keys are %s", what, key.Value, strings.Join(known, ", "))
		default:
			read(key.Value, v)
		}
		seen[key.Value] = true
	}
	for _, k := range must {
		if !seen[k] {
			r.fault(n, "%s needs the key %q", what, k)
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func (r *reader) list(n *yaml.Node, what string, read func(v *yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		r.fault(n, "%s must be a list (lines that begin with -)", what)
		return
	}
	for _, v := range n.Content {
		read(v)
	}
}

// text reads a scalar. Codes and versions must be quoted, since 3.10 without
// quotes is the number 3.1; other texts may stand bare.
func (r *reader) text(n *yaml.Node, what string) string {
	if n.Kind != yaml.ScalarNode {
		r.fault(n, "%s must be a text", what)
		return ""
	}
	switch n.Tag {
	case "!!str":
	case "!!null":
		return ""
	case "!!int", "!!float", "!!bool", "!!timestamp":
		r.fault(n, "%s %s must stand in quotes: %q", what, n.Value, n.Value)
	}
	return n.Value
}

// rule reads an expression, or true/false.
func (r *reader) rule(n *yaml.Node, what string) *Rule {
	if n.Kind == yaml.ScalarNode && (n.Tag == "!!bool" || n.Tag == "!!int" || n.Tag == "!!float" || n.Tag == "!!str") && n.Value != "" {
		return &Rule{Text: n.Value, what: what, line: n.Line, column: n.Column}
	}
	r.fault(n, "%s must be true, false or a rule", what)
	return nil
}

func (r *reader) flag(n *yaml.Node, what string) bool {
	b, err := strconv.ParseBool(n.Value)
	if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" || err != nil {
		r.fault(n, "%s must be true or false", what)
	}
	return b
}

func (r *reader) count(n *yaml.Node, what string) int {
	c, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || n.Tag != "!!int" || err != nil || c < 0 {
		r.fault(n, "%s must be a whole number, 0 or more", what)
	}
	return c
}

// label reads {vi: …, en: …}; both are needed, since every sentence of the
// product stands in both languages.
func (r *reader) label(n *yaml.Node, what string) Label {
	var l Label
	r.mapping(n, what, []string{"vi", "en"}, func(key string, v *yaml.Node) {
		switch key {
		case "vi":
			l.VI = r.text(v, what+".vi")
		case "en":
			l.EN = r.text(v, what+".en")
		}
	}, "vi", "en")
	if n.Kind == yaml.MappingNode && (strings.TrimSpace(l.VI) == "" || strings.TrimSpace(l.EN) == "") {
		r.fault(n, "%s needs a text in both languages", what)
	}
	return l
}

func (r *reader) names(n *yaml.Node, what string) []string {
	var out []string
	r.list(n, what, func(v *yaml.Node) { out = append(out, r.text(v, what)) })
	return out
}
