package paint

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// keys decodes what an Input reads, with the decoder that Bubble Tea uses, and
// hands it on one by one. All that came in one read waits here, so that it is
// known whether more keys follow at once.
type keys struct {
	reader  *uv.TerminalReader
	decoded chan uv.Event
}

func newKeys(in *Input, termName string) *keys {
	return &keys{reader: uv.NewTerminalReader(in, termName), decoded: make(chan uv.Event, readSize)}
}

// run hands keys to send until ctx ends or the input does.
func (k *keys) run(ctx context.Context, send func(tea.Msg)) error {
	failed := make(chan error, 1)
	go func() {
		defer close(k.decoded)
		failed <- k.reader.StreamEvents(ctx, k.decoded)
	}()
	for event := range k.decoded {
		send(event)
	}
	if err := <-failed; err != nil {
		return fmt.Errorf("decode keys: %w", err)
	}
	return nil
}

// waiting reports whether keys have been decoded and not been handed on. One
// that is being handed on right now does not count.
func (k *keys) waiting() bool { return len(k.decoded) > 0 }
