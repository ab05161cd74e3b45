package form

// SetChildren says how many records of a form belong to this one. It reports
// whether anything follows from it; there is nothing to save and nothing to undo.
func (s *Session) SetChildren(form string, n int) bool {
	if s.children[form] == n {
		return false
	}
	s.children[form] = n
	follows := false
	for _, it := range s.def.order {
		if it.Kind == KindRecords && it.Form == form {
			s.forgetAfter(s.def.graph.after[it.nodes.value])
			follows = true
		}
	}
	return follows
}
