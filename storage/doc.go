// Package storage keeps records in one SQLite file and is the only place that
// speaks SQL.
//
// The promise: what a method has acknowledged survives a killed process and a
// cut of power; a write is there as a whole or not at all; nobody's answer is
// overwritten unseen; every change stands in a history that shows when it was
// tampered with. What may be lost is said beside it: the text of a field that
// was not left yet goes to a recovery file of the session and may lack its last
// second.
//
// Several processes may have the file open at the same time, on one machine:
// the file lies on a local disk. Failures come back as the kinds of package
// model ([giamsat/model.ErrBusy] and its neighbours), with the cause wrapped.
package storage
