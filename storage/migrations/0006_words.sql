-- The different words that inspections are found by: some thousands, of units,
-- rounds and days. What is looked for and is in none of them need not be looked
-- for in a hundred thousand inspections. A word stays when the last inspection
-- that had it is changed: it costs a search, nothing else.
CREATE TABLE inspection_word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- The text is made a JSON list of its words.
INSERT INTO inspection_word
SELECT DISTINCT value FROM record, json_each('[' || replace(json_quote(folded), ' ', '","') || ']') WHERE kind = 'inspection';

CREATE TRIGGER inspection_comes AFTER INSERT ON record WHEN NEW.kind = 'inspection'
BEGIN
	INSERT INTO inspection_word
	SELECT value FROM json_each('[' || replace(json_quote(NEW.folded), ' ', '","') || ']') WHERE true
	ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER inspection_is_renamed AFTER UPDATE OF folded ON record WHEN NEW.kind = 'inspection'
BEGIN
	INSERT INTO inspection_word
	SELECT value FROM json_each('[' || replace(json_quote(NEW.folded), ' ', '","') || ']') WHERE true
	ON CONFLICT DO NOTHING;
END;
