-- What stands in a field at the beginning of every record of a kind that is begun
-- in a round: pinned by a person, until it is taken out.
CREATE TABLE pin (
	round INTEGER NOT NULL REFERENCES record (key),
	kind  TEXT NOT NULL CHECK (kind <> ''),
	item  TEXT NOT NULL CHECK (item <> ''),
	part  TEXT NOT NULL,
	raw   TEXT NOT NULL CHECK (raw <> ''),
	at    TEXT NOT NULL,
	by    TEXT NOT NULL,
	PRIMARY KEY (round, kind, item, part)
) STRICT, WITHOUT ROWID;
