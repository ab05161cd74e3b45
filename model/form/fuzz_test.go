package form_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// FuzzLoad holds that no file makes loading panic, and that what is wrong is
// told as faults with a place.
func FuzzLoad(f *testing.F) {
	cat := loadCatalog(f)
	f.Add([]byte(small))
	f.Add([]byte(linkedForm))
	f.Add([]byte(parentForm))
	for _, cut := range []int{0, 10, 200, 900, 4000} {
		f.Add([]byte(small[:cut]))
	}
	for _, s := range []string{"[]", "a: &a [*a]", "id: x\n---\nid: y", "? {a: b}\n: c", "sections: [{items: [{table: {columns: [{}]}}]}]", "<<: {id: x}"} {
		f.Add([]byte(s))
	}
	f.Add([]byte(strings.Replace(small, "trained <= officers", "sum(capital, .assigned) > years[0]", 1)))
	f.Fuzz(func(t *testing.T, src []byte) {
		d, err := form.Load("fuzz.yaml", src, cat)
		if err != nil {
			var faults form.Faults
			if !errors.As(err, &faults) || len(faults) == 0 {
				t.Fatalf("the error is no list of faults: %v", err)
			}
			return
		}
		s := form.NewSession(d, form.Record{}, settingOf(cat))
		s.Begin(nil)
		s.Inherit(s, true)
		s.Bring(d.Items()[0].Name, []map[string]string{{}})
		s.Problems()
		s.Head()
		s.Opens()
		s.Settles()
		d.Outline()
		form.Warnings(d)
	})
}

// FuzzAnswer holds that any text can be typed into any kind of field, that it is
// kept, and that what is shown and edited of it can be read again.
func FuzzAnswer(f *testing.F) {
	cat := loadCatalog(f)
	d := load(f, small)
	for i, text := range nasty {
		f.Add(text, uint8(i))
	}
	f.Fuzz(func(t *testing.T, text string, which uint8) {
		s := form.NewSession(d, form.Record{}, settingOf(cat))
		s.Begin(nil)
		items := d.Items()
		it := items[int(which)%len(items)]
		fd := item(it.Name)
		if it.Table != nil {
			row := s.AddRow(it.Name, "")
			if row == "" && len(s.Rows(it.Name)) > 0 {
				row = s.Rows(it.Name)[0].ID
			}
			column := it.Table.Columns[int(which/16)%len(it.Table.Columns)]
			fd = form.Field{Item: it.Name, Row: row, Part: column.Name}
		}
		s.Answer(fd, text)
		a := s.Get(fd)
		if !utf8.ValidString(a.Raw) || vn.NFC(a.Raw) != a.Raw {
			t.Fatalf("%s keeps %q", fd, a.Raw)
		}
		if !a.Value.IsZero() && s.Editable(fd) {
			if again := s.Read(fd, s.Editing(fd)); again.Value != a.Value {
				t.Fatalf("%s: %q is edited as %q, which reads as %+v and not %+v", fd, a.Raw, s.Editing(fd), again, a)
			}
		}
		s.Shown(fd, "vi")
		s.Problems()
		s.Undo()
		if !s.Get(fd).IsZero() && s.Editable(fd) && it.Default == nil {
			t.Fatalf("%s holds %+v after undo", fd, s.Get(fd))
		}
	})
}

// FuzzParseField holds that what ParseField reads, String writes again.
func FuzzParseField(f *testing.F) {
	for _, s := range []string{"a", "a@note", "a[r].b", "a[2023/DA7.TDA1/SN/NSTW].assigned", "a[].b", "a[x]", "@comma", "a[b].c].d", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fd, err := form.ParseField(s)
		if err != nil {
			return
		}
		if fd.String() != s {
			t.Fatalf("%q is read as %+v and written as %q", s, fd, fd.String())
		}
		if again, err := form.ParseField(fd.String()); err != nil || again != fd {
			t.Fatalf("%q: %+v, then %+v", s, fd, again)
		}
	})
}
