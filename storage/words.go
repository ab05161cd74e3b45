package storage

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"giamsat/model/vn"
)

// mostWords bounds the work of one search; what follows them is not looked for.
const mostWords = 16

// wordsOf are what a text looks for.
func wordsOf(text string) []string {
	words := strings.Fields(vn.Fold(text))
	return words[:min(len(words), mostWords)]
}

// has asks for a column with a word in it.
func has(column, word string) condition {
	if escaped := escapeLike(word); escaped != word {
		return condition{column + ` LIKE ? ESCAPE '\'`, []any{"%" + escaped + "%"}}
	}
	return condition{column + ` LIKE ?`, []any{"%" + word + "%"}} // to look at an escape costs a tenth of a search
}

// escapeLike takes the signs that LIKE gives a meaning literally.
func escapeLike(word string) string {
	return strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(word)
}

// known leaves out inspections when none has a word that is looked for: it is
// missing among the few thousand different ones then, and there is no need to
// read a hundred thousand records to the end.
func (f *filter) known(ctx context.Context, t *sql.Tx) error {
	for _, w := range f.words {
		if !f.visits {
			break
		}
		c := has("word", w)
		err := t.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM inspection_word WHERE `+c.text+`)`, c.args...).Scan(&f.visits)
		if err != nil {
			return fmt.Errorf("look for a word: %w", err)
		}
	}
	return nil
}
