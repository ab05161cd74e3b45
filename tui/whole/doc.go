// Package whole tests the built program in a real terminal, as a person at the
// keyboard meets it: from the first key to what stands in SQLite
// (figures_test.go), what it costs (budget_test.go), what survives its end
// (survive_test.go), and what it says when something is wrong (faults_test.go
// and its neighbours).
//
// The budgets are benchmarks, since a test that asserts a time fails on a busy
// machine and teaches people to look away. One command measures them all, with
// vim beside them in the same run where vim is installed:
//
//	go test -run '^$' -bench . -benchtime 200x ./tui/whole
//
// Killing the program at random is short by default. Two hundred rounds, as
// promise 2 of the product has them, take some minutes:
//
//	GIAMSAT_LONG=1 go test -run Survive -timeout 30m ./tui/whole
//
// A round that fails names its seed; GIAMSAT_SEED=… repeats it alone.
package whole
