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
// added where it is missing and dropped where nothing was pasted, and escape
// sequences are dropped inside a paste.
//
// What may be lost: the rest of a letter that arrives later than the times below
// is read on its own, as the terminal sent it. A key whose first byte was taken for
// Esc, since the rest came too late, is that Esc and nothing else: its rest is not
// typed. From then on the line is given more time.
//
// Its promise for what goes out: when a model's Update has returned, its picture
// is on the wire, in one write that holds only the cells that have changed; keys
// that came together are shown by one picture, and a lone key never waits.
// Nothing is sent, and nothing wakes up, while nothing changes. No control
// character and no sequence of a text is ever sent, whatever the text holds. A
// picture is an alternate screen, cells with their styles, and one
// cursor; which sequences are safe on which TERM, and which
// colours there are, is known to ultraviolet and colorprofile, as for Bubble
// Tea's own renderer. The terminal's modes are put back by Close, whatever ended
// the program.
//
// To use it, open a Terminal on both ends of a line, run its model in a program
// with its options, and close it when the program has ended:
//
//	line := paint.NewLine()
//	in, err := paint.NewInput(os.Stdin, line)
//	terminal, err := paint.Open(in, paint.NewOutput(os.Stdout, line), os.Environ())
//	program := tea.NewProgram(terminal.Show(model), terminal.Options()...)
//	terminal.Serve(ctx, program)
//	_, err = program.Run()
//	err = errors.Join(terminal.Close(), in.Close())
//
// While it runs, wait for line.Gone() and quit: at the end of its input Bubble
// Tea stays. Bubble Tea's own renderer takes an Input and an Output in the place
// of a Terminal; the program does so when GIAMSAT_RENDERER is tea.
package paint
