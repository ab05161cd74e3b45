//go:build !linux

package storage

// Elsewhere than on Linux the place is taken as it is: SQLite itself says when
// it cannot be written, and a network file system is the owner's risk.

func refuseNetwork(string) error { return nil }

func writable(string) error { return nil }

func space(string) (free, total uint64, err error) { return 0, 0, nil }
