// Package form holds what an inspector fills in: form definitions written as
// data, the rules in them, and the walk through one of them.
//
// The promise: a definition that loads is sound. Every name resolves, every
// rule is typed, every list exists, so that nothing can fail for those reasons
// while a person is typing. A Session never panics on any input, never throws a
// typed text away, never blocks a move, and undo restores the former state
// exactly. What follows from an answer, and only that, is worked out again: the
// graph made at loading says what hangs on what. Nothing here reads a clock, a
// disk or an environment: the day of the visit, the catalogue and the maker of row
// ids are given.
//
// # How records hang together
//
// A form file says with these keys how its records belong to others:
//
//	the form   programme: any      it serves every programme; the record says which
//	           parent: ID          the form whose records its own may belong to
//	           head: {ROLE: RULE}  what lists show; a rule, or the plain name of an item
//	a section  relevant: RULE      holds beside the items' own rules
//	an item    type: records       how many records of `form: ID` belong to this one; counted, never
//	                               typed, an item to answer only when required, answered from 1 on
//	           hidden: true        never shown, never counted, never a problem; the program fills it
//	           inherit: NAME       the parent's answer, taken over when the record is begun (same kind;
//	                               of a table the rows, by columns of the same names); with
//	                               `readonly: true` it follows the parent as long as this is a draft
//	           prior: NAME         a figure of the unit's former record: an item, or the total of
//	                               table.column
//	           unconfirmed: true   a table whose columns are not confirmed: it has none yet
//	a table    opens: {form, fill}                    each filled row is followed up as a record of that form
//	           settles: {form, record, show, fill}    its rows are such records, brought to be answered:
//	                               record is the hidden column with the record's id, show says what a
//	                               new row begins with (column: role of head, day or unit)
//	           fill: {ITEM: FROM}  an item of that form, from a column of the row or an item beside it
//	a rule     province_total(year)  money planned in the province, in đồng; blank when not published
//
// The roles of head are title, number, state, level, sort, item and responsible
// (text, or a choice), settled (yes or no), from, to and due (dates), planned, year
// and area (whole numbers), amount and recovered (money).
package form
