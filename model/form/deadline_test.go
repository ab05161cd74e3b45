package form_test

import (
	"testing"

	"giamsat/model/form"
	"giamsat/model/vn"
)

func TestADeadlineHoldsWhileThereIsNoExtension(t *testing.T) {
	cat := loadCatalog(t)
	lib, err := form.OpenLibrary(cat, nil)
	if err != nil {
		t.Fatal(err)
	}
	visit := vn.Date{Year: 2024, Month: 6, Day: 15}
	def, err := lib.For("finding", "", visit)
	if err != nil {
		t.Fatal(err)
	}
	s := form.NewSession(def, form.Record{}, settingOf(cat))
	s.Begin([]form.FieldText{{Field: item("due_first"), Raw: "30/09/2024"}})
	if got := s.Head().Due.String(); got != "30/09/2024" {
		t.Errorf("without an extension it is due on %q", got)
	}
	row := s.AddFilledRow("extensions", map[string]string{"new_due": "31/10/2024", "reason": "mưa lũ"})
	if got := s.Head().Due.String(); got != "31/10/2024" {
		t.Errorf("extended, it is due on %q", got)
	}
	s.RemoveRow("extensions", row)
	if got := s.Head().Due.String(); got != "30/09/2024" {
		t.Errorf("the extension taken out, it is due on %q", got)
	}
}
