package form

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"giamsat/model/vn"
)

// RoleNumber is the role whose item gets a number when the record is completed.
const RoleNumber = "number"

// Roles that look-ups show beside those of Head.
const (
	RoleDay  = "day"  // the day of the record
	RoleUnit = "unit" // the unit it is about
)

// role says what plays a part in Head: an item by its name, or a rule.
type role struct {
	item *Item
	rule *Rule
}

// roleKinds says what each role of Head is. The kind of a role is that of the
// item that would play it: a state is the code of a choice, and so a text.
var roleKinds = map[string]Kind{
	"title": KindText, RoleNumber: KindText, "state": KindText, "level": KindText, "sort": KindText, "item": KindText, "responsible": KindText,
	"settled": KindYesNo, "from": KindDate, "to": KindDate, "due": KindDate,
	"planned": KindInteger, "year": KindInteger, "area": KindInteger, "amount": KindMoney, "recovered": KindMoney,
}

func roleNames() []string {
	names := make([]string, 0, len(roleKinds))
	for name := range roleKinds {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// head reads the roles of a form. Which of their rules are names of items is
// seen later, when all items are known.
func (r *reader) head(n *yaml.Node) map[string]role {
	roles := map[string]role{}
	r.mapping(n, "head", roleNames(), func(key string, v *yaml.Node) {
		if ru := r.rule(v, "head."+key); ru != nil {
			roles[key] = role{rule: ru}
		}
	})
	return roles
}

func (r *reader) checkHead(d *Definition) {
	for _, name := range roleNames() {
		ro, given := d.head[name]
		if !given {
			continue
		}
		kind := roleKinds[name]
		it := d.items[strings.TrimSpace(ro.rule.Text)]
		switch {
		case it == nil:
			r.compile(ro.rule, scope{items: d.items}, roleResult(kind))
		case !playsRole(it, kind):
			r.badRule(ro.rule, "%s: the item %q is of type %s; the role takes %s", ro.rule.what, it.Name, it.Kind, roleWants(kind))
		default:
			ro.item = it
			d.head[name] = ro
		}
	}
}

// roleResult says what a role's rule must give.
func roleResult(kind Kind) reflect.Kind {
	if kind == KindYesNo {
		return reflect.Bool
	}
	return resultOf(kind)
}

// playsRole reports whether an item can stand for a role by its name alone.
func playsRole(it *Item, kind Kind) bool {
	switch kind {
	case KindText:
		switch it.Kind {
		case KindText, KindLongText, KindOne, KindMany, KindLookup:
			return true
		}
		return false
	case KindInteger: // an area is chosen from a list, by its number
		return it.Kind == KindInteger || it.Kind == KindRecords || it.Kind == KindOne
	case KindYesNo:
		return it.Kind == KindYesNo || it.Kind == KindYesNoNA
	}
	return it.Kind == kind
}

func roleWants(kind Kind) string {
	switch kind {
	case KindText:
		return "text or a choice"
	case KindInteger:
		return "a whole number"
	case KindYesNo:
		return "yes or no"
	}
	return "type " + string(kind)
}

// HeadItem is the name of the item that plays a role of Head; "" where a rule
// does, or nothing.
func (d *Definition) HeadItem(name string) string {
	if it := d.head[name].item; it != nil {
		return it.Name
	}
	return ""
}

// Head is what lists and registers show of the record as it stands now.
func (s *Session) Head() Head {
	number := func(name string) int { return int(s.roleNumber(name)) }
	return Head{
		Title: s.roleLabel("title"), Number: s.roleText(RoleNumber), State: s.roleText("state"), Settled: s.roleHolds("settled"),
		From: s.roleDay("from"), To: s.roleDay("to"), Due: s.roleDay("due"),
		Planned: number("planned"), Year: number("year"), Level: s.roleText("level"), Sort: s.roleText("sort"),
		Area: number("area"), Item: s.roleText("item"), Responsible: s.roleLabel("responsible"),
		Amount: vn.Money(s.roleNumber("amount")), Recovered: vn.Money(s.roleNumber("recovered")),
	}
}

func (s *Session) roleValue(name string) Value {
	ro, ok := s.def.head[name]
	switch {
	case !ok:
		return Value{}
	case ro.item != nil:
		return s.value(ro.item, nil)
	}
	v, _ := s.calculate(ro.rule, roleKinds[name], nil)
	return v
}

// roleText is a role as a code or a line of text.
func (s *Session) roleText(name string) string { return vn.CleanLine(s.roleValue(name).Text()) }

// roleLabel is a role as people read it: the label of a choice, not its code.
func (s *Session) roleLabel(name string) string {
	v := s.roleValue(name)
	if it := s.def.head[name].item; it != nil && !v.IsZero() {
		return vn.CleanLine(s.showValue(Field{Item: it.Name}, it, v, "vi"))
	}
	return vn.CleanLine(v.Text())
}

func (s *Session) roleHolds(name string) bool {
	ro, ok := s.def.head[name]
	if ok && ro.item == nil {
		return s.holds(ro.rule, nil)
	}
	return s.roleValue(name).Text() == Yes
}

func (s *Session) roleDay(name string) vn.Date {
	d, err := vn.ParseISO(s.roleValue(name).Text())
	if err != nil {
		return vn.Date{} // the form gives no such day, or it is not answered
	}
	return d
}

func (s *Session) roleNumber(name string) int64 {
	v := s.roleValue(name)
	if n, ok := v.Int(); ok {
		return n
	}
	n, err := strconv.ParseInt(v.Text(), 10, 32)
	if err != nil {
		return 0 // the code of a choice that is no number, or nothing
	}
	return n
}

// Role spells a role of the head as a person would type it, so that a field of
// the right kind reads it; "" for one that is blank or none.
func (h Head) Role(name string) string {
	switch name {
	case "title":
		return h.Title
	case RoleNumber:
		return h.Number
	case "state":
		return h.State
	case "settled":
		if h.Settled {
			return Yes
		}
		return No
	case "from":
		return h.From.String()
	case "to":
		return h.To.String()
	case "due":
		return h.Due.String()
	case "planned":
		return countText(h.Planned)
	case "year":
		return countText(h.Year)
	case "level":
		return h.Level
	case "sort":
		return h.Sort
	case "area":
		return countText(h.Area)
	case "item":
		return h.Item
	case "responsible":
		return h.Responsible
	case "amount":
		return moneyText(h.Amount)
	case "recovered":
		return moneyText(h.Recovered)
	}
	return ""
}

func countText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func moneyText(m vn.Money) string {
	if m == 0 {
		return ""
	}
	return m.MillionExact()
}
