package form

// Item finds an item by its name; nil when there is none.
func (d *Definition) Item(name string) *Item { return d.items[name] }

// Items lists every item in the order of the form, without columns.
func (d *Definition) Items() []*Item { return d.order }

// ItemByCode finds an item by the code people cite; nil when there is none.
func (d *Definition) ItemByCode(code string) *Item {
	for _, it := range d.order {
		if it.Code == code {
			return it
		}
	}
	return nil
}

// Section finds a section by its name; nil when there is none.
func (d *Definition) Section(name string) *Section {
	for i := range d.Sections {
		if d.Sections[i].Name == name {
			return &d.Sections[i]
		}
	}
	return nil
}

// At finds the item that a field belongs to: the column, for a cell. It is nil
// for a field that the form does not have.
func (d *Definition) At(f Field) *Item {
	it := d.items[f.Item]
	if it == nil || f.Row == "" {
		return it
	}
	if it.Table == nil {
		return nil
	}
	return it.Table.Column(f.Part)
}
