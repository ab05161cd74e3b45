package tuitest

import (
	"fmt"
	"strings"
	"testing"
)

// watched is a test that notes its failures instead of failing.
type watched struct {
	testing.TB
	said strings.Builder
}

// stopped is what a watched test panics with where a test would end.
type stopped struct{}

func (w *watched) Helper() {}

func (w *watched) Errorf(format string, args ...any) {
	fmt.Fprintf(&w.said, format, args...)
}

func (w *watched) Fatalf(format string, args ...any) {
	w.Errorf(format, args...)
	panic(stopped{})
}

func (w *watched) Fatal(args ...any) {
	w.said.WriteString(fmt.Sprint(args...))
	panic(stopped{})
}

// watch runs a test and returns what it said when it failed; "" is a pass.
func watch(t *testing.T, test func(testing.TB)) (said string) {
	t.Helper()
	w := &watched{TB: t}
	defer func() {
		said = w.said.String()
		if r := recover(); r != nil && r != (stopped{}) {
			panic(r)
		}
	}()
	test(w)
	return ""
}

func TestAWatchedPassSaysNothing(t *testing.T) {
	if said := watch(t, func(testing.TB) {}); said != "" {
		t.Errorf("a passing test said %q", said)
	}
}
