package kit

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
)

// What is pinned for a round stands in every record of the kind that is begun in
// it from then on. A draft knows the pins of its own round and kind.

// PinnedMsg says what is pinned now, after a pin was set or taken out.
type PinnedMsg struct {
	ID   model.RecordID
	Pins model.Pins
	Err  error
}

// Pinned is what is pinned for the draft's round and kind.
func (d *Draft) Pinned() model.Pins { return d.pins }

// Pin pins a text in a field for the round of the draft; "" takes the pin out.
// It answers with PinnedMsg.
func (d *Draft) Pin(f form.Field, raw string) tea.Cmd {
	store, id, kind := d.desk.store, d.id, d.Record.Kind()
	return func() tea.Msg {
		ctx := context.Background()
		if err := store.Pin(ctx, id, model.Pin{Kind: kind, Field: f, Raw: raw}); err != nil {
			return PinnedMsg{ID: id, Err: err}
		}
		pins, err := store.Pins(ctx, id, kind)
		return PinnedMsg{ID: id, Pins: pins, Err: err}
	}
}

// TakePins keeps what is pinned now.
func (d *Draft) TakePins(msg PinnedMsg) {
	if msg.ID == d.id && msg.Err == nil {
		d.pins = msg.Pins
	}
}

// readPins reads what is pinned, for a record that may belong to a round.
func (d *Draft) readPins(ctx context.Context) (err error) {
	if d.Record.Parent == "" || d.Record.Kind() == model.Round {
		return nil
	}
	d.pins, err = d.desk.store.Pins(ctx, d.id, d.Record.Kind())
	return err
}

// PickPin is the list of what is pinned; it answers with the field of the pin to be
// taken out as its one code. s shows the values as people read them.
func (e *Env) PickPin(tag any, pins model.Pins, s *form.Session) *Pick {
	var entries []Entry
	for _, p := range pins.List {
		it := s.Definition().Item(p.Field.Item)
		if it == nil {
			continue // of another version of the form
		}
		label := it.Label.In(e.Words.Lang)
		switch p.Field.Part {
		case form.Note:
			label += ", " + e.Words.Fill.Note
		case form.Evidence:
			label += ", " + e.Words.Fill.Evidence
		}
		label += ": " + s.ShownAs(p.Field, s.Read(p.Field, p.Raw), e.Words.Lang)
		entries = append(entries, Entry{Code: p.Field.String(), Label: label, Detail: ShortCode(it.Code) + " " + e.Theme.Sign.Sep + " " + p.By})
	}
	return &Pick{Tag: tag, Title: e.Words.Repeat.PinsAsk, Find: Among(entries)}
}

// repeat starts a new record with the answers of one that it is to be like, and
// with what is pinned in its round; both are marked until they are passed.
func (m *beginning) repeat(ctx context.Context, session *form.Session) error {
	var parent *form.Session
	if m.parent != nil {
		parent = m.desk.session(m.parent)
	}
	if m.known.Like != "" {
		op, err := m.store.Record(ctx, m.known.Like)
		if err != nil {
			return err
		}
		session.CarryAll(m.desk.session(op), parent)
	}
	if m.known.Parent == "" {
		return nil
	}
	pins, err := m.store.Pins(ctx, m.known.Parent, m.known.Kind)
	if err != nil {
		return err
	}
	var list []form.FieldText
	for _, it := range m.def.Items() {
		for _, part := range []string{"", form.Evidence, form.Note} {
			f := form.Field{Item: it.Name, Part: part}
			if raw := pins.At(f); raw != "" {
				list = append(list, form.FieldText{Field: f, Raw: raw})
			}
		}
	}
	session.CarryIn(list)
	return nil
}
