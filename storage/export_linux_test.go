package storage

// The place of a database, as Linux tells it.
var (
	NetworkSystem = networkSystem
	MountKind     = mountKind
)

// FuseMagic is the number of file systems made by programs.
const FuseMagic = fuseMagic
