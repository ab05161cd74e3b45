package kit_test

import (
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

func TestEnteringIsCountedAndWrittenWithTheNextSave(t *testing.T) {
	store := tuitest.NewStore()
	env := tuitest.NewEnv(t, store, "vi")
	id := tuitest.Begin(t, env)
	env.Desk.Load(id)()
	d := env.Desk.Draft(id)
	at := time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC)
	press := func(after time.Duration, p kit.Press) {
		at = at.Add(after)
		env.Desk.Moment(at)
		env.Desk.Count(id, p)
	}
	began := at
	press(0, kit.Pressed)
	press(2*time.Second, kit.Pressed)
	press(3*time.Second, kit.PressBack)
	press(model.Pause+time.Second, kit.Pressed) // papers were read meanwhile
	press(model.Pause, kit.Pressed)

	answer := func(item, text string) { d.Session.Answer(form.Field{Item: item}, text) }
	commit := func() {
		if save := d.Commit(model.Place{}); save != nil {
			save()
		}
	}
	answer("venue", "trụ sở xã")
	answer("officers", "12")
	commit()
	answer("officers", "21")
	commit()
	d.Session.Undo()
	commit()
	d.Session.AnswerAll([]form.FieldText{{Field: form.Field{Item: "officers_trained"}, Raw: "5"}}, form.Carried)
	commit()
	want := model.Sitting{Began: began, Keys: 5, Deleted: 1, Answers: 2, Corrections: 2, Active: 65 * time.Second}
	if got := store.Saves[len(store.Saves)-1].Sitting; got != want {
		t.Errorf("the save says %+v, want %+v", got, want)
	}
	d.Session.Pass(form.Field{Item: "officers_trained"})
	commit()
	want.Answers++
	if got := store.Saves[len(store.Saves)-1].Sitting; got != want {
		t.Errorf("after a carried value was passed it says %+v, want %+v", got, want)
	}
}

func TestNothingIsCountedOfARecordThatIsOnlyRead(t *testing.T) {
	store := tuitest.NewStore()
	env := tuitest.NewEnv(t, store, "vi")
	id := tuitest.Begin(t, env)
	env.Desk.Load(id)()
	d := env.Desk.Draft(id)
	env.Desk.Count(id, kit.Pressed) // nobody said when
	d.Record.Status = model.Completed
	env.Desk.Moment(time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC))
	env.Desk.Count(id, kit.Pressed)
	env.Desk.Count("another", kit.Pressed)
	if got := d.Sitting(); got != (model.Sitting{}) {
		t.Errorf("it says %+v", got)
	}
}
