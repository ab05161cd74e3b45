package kit

import "time"

// SetHang makes Flush give a save under way up sooner, in tests.
func (k *Desk) SetHang(d time.Duration) { k.hang = d }
