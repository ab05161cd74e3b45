// Package paint is the terminal side of the interface: what reaches the wire
// and what comes from it.
//
// Its promise for what comes in: no letter and no key is cut in two, however
// the line delivers its bytes; a paste that never ends cannot lock the keyboard
// for longer than two seconds; and a terminal that has gone away is noticed by
// whoever reads or writes first and told once, so that the program can put
// away what is unsaved and end. Bytes are passed on as they came: cleaning text
// is the business of the rooms that store it. Four things only are changed,
// because Bubble Tea would read them wrongly: 0x08 becomes 0x7f, the Linux
// console's names of F1…F5 become everybody's, the mark of a paste's end is
// added where it is missing and dropped where nothing was pasted, and what an
// escape sequence begins with is dropped inside a paste.
//
// What may be lost: the rest of a letter or of a key that arrives later than
// the times below is read on its own, as the terminal sent it.
//
// To use it, give both ends to Bubble Tea and end the reading yourself, since
// Bubble Tea only forgets its reader:
//
//	line := paint.NewLine()
//	in, err := paint.NewInput(os.Stdin, line)
//	out := paint.NewOutput(os.Stdout, line)
//	program := tea.NewProgram(model, tea.WithInput(in), tea.WithOutput(out))
//	_, err = program.Run()
//	err = in.Close()
//
// While it runs, wait for line.Gone() and quit: at the end of its input Bubble
// Tea stops reading and stays.
package paint
