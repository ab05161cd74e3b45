package fill_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// nine is a form of nine sections, two of which are asked about only where the
// first item says so.
func nine() string {
	b := strings.Builder{}
	b.WriteString(`
id: inspection
version: "9"
title: {vi: "Phiếu chín phần", en: "Nine sections"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
`)
	for i, name := range []string{"Chung", "Văn bản", "Tiến độ", "Vốn", "Chấp hành", "Báo cáo", "Thực tế", "Tham vấn", "Biên bản"} {
		fmt.Fprintf(&b, "  - {name: s%d, code: \"A%d\", title: {vi: %q, en: %q}, short: {vi: %q, en: %q}, items: [\n", i, i, name, name, name, name)
		for j := range 10 {
			relevant := ""
			if i == 3 || i == 4 {
				relevant = `relevant: "i0x0 == 'yes'", `
			}
			fmt.Fprintf(&b, "    {name: i%dx%d, code: \"A%d.%02d\", type: yesno, label: {vi: \"Mục\", en: \"Item\"}, %sbasis: \"I\"},\n", i, j, i, j, relevant)
		}
		b.WriteString("  ]}\n")
	}
	return b.String()
}

func nineSections(t *testing.T, width int) *bench {
	t.Helper()
	b := &bench{t: t, store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	b.id = tuitest.BeginOn(t, b.env, tuitest.Form(t, b.env, nine()), kit.Begin{})
	return b.show(form.Field{}, width, 19)
}

func (b *bench) stripLine() string { return strings.Split(b.View(), "\n")[1] }

func TestTheStripOfNineSectionsShowsThemAllAndWhereOneIs(t *testing.T) {
	for _, width := range []int{60, 80, 132} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			b := nineSections(t, width)
			b.Send(kit.Jump{Field: item("i2x0")})
			strip := b.stripLine()
			if ansi.StringWidth(strip) > width {
				t.Errorf("%d cells: %q", ansi.StringWidth(strip), strip)
			}
			if !strings.Contains(strip, "[2 Tiến độ 0/10]") {
				t.Errorf("where one is does not stand whole in %q", strip)
			}
			for _, code := range []string{"0", "1", "5", "6", "7", "8"} {
				if !strings.Contains(strip, " "+code+" ") {
					t.Errorf("section %s is not in %q", code, strip)
				}
			}
		})
	}
}

func TestASectionOutOfScopeIsADashAndIsPassedOver(t *testing.T) {
	b := nineSections(t, 80)
	if strip := b.stripLine(); !strings.Contains(strip, "3 -") && !strings.Contains(strip, "3-") {
		t.Errorf("section 3 is not a dash in %q", strip)
	}
	b.Press("pgdown", "pgdown", "pgdown")
	if !strings.Contains(b.stripLine(), "[5 ") {
		t.Errorf("three sections on is %q", b.stripLine())
	}
	b.Press("pgup")
	if !strings.Contains(b.stripLine(), "[2 ") {
		t.Errorf("one section back is %q", b.stripLine())
	}
	b.Send(kit.Jump{Field: item("i0x0")})
	b.Press("1", "pgdown", "pgdown", "pgdown")
	if !strings.Contains(b.stripLine(), "[3 Vốn 0/10]") {
		t.Errorf("the section that is asked about now is not opened: %q", b.stripLine())
	}
}

// The section at the far end lost its counts, and a sign stuck to the code before it.
func TestASectionWithASignGivesUpItsCountsFirst(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		b := &bench{t: t, store: tuitest.NewStore()}
		b.env = tuitest.NewEnv(t, b.store, lang)
		def, err := b.env.Forms.Version("inspection", "")
		if err != nil {
			t.Fatal(err)
		}
		b.id = tuitest.BeginOn(t, b.env, def, kit.Begin{})
		b.show(item("venue"), 80, 19)
		b.session().AnswerAll([]form.FieldText{{Field: item("venue"), Raw: "Nhà văn hóa"}, {Field: item("start_time"), Raw: "8h"}}, form.Carried)
		b.session().AnswerAll([]form.FieldText{{Field: item("poor_start"), Raw: "abc"}, {Field: item("officers"), Raw: "nhiều"}, {Field: item("near_poor_start"), Raw: "x"}}, form.Typed)
		for i := range 9 {
			strip := b.stripLine()
			if ansi.StringWidth(strip) > 80 {
				t.Errorf("%d cells: %q", ansi.StringWidth(strip), strip)
			}
			if !strings.Contains(strip, "M 3/20") && !strings.Contains(strip, "[M ") {
				t.Errorf("the minutes have lost their counts, section %d: %q", i, strip)
			}
			if strings.Contains(strip, "V≈") {
				t.Errorf("a sign sticks to its section: %q", strip)
			}
			b.Press("pgdown")
		}
	}
}

// What was only not looked at yet was counted as wrong beside one answer that was.
func TestTheStripTellsWhatIsWrongFromWhatIsNotLookedAt(t *testing.T) {
	a := secondVisit(t, "vi", item("committee"))
	a.session().Carry([]form.FieldText{{Field: item("decision"), Raw: "02/QĐ-UBND"}, {Field: item("contact"), Raw: "Bình"}})
	a.session().AnswerAll([]form.FieldText{{Field: item("poor"), Raw: "abc"}}, form.Typed)
	a.show(item("committee"), 80, 19)
	if strip := a.stripLine(); !strings.Contains(strip, "!1≈2") {
		t.Errorf("the strip is %q", strip)
	}
}
