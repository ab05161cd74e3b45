-- What entering took a person, one line for each record and run of the program.
-- A save writes the line anew with what it has come to, so that repeating a save
-- counts nothing twice.
CREATE TABLE sitting (
	record      INTEGER NOT NULL REFERENCES record (key),
	by          TEXT NOT NULL,
	began       TEXT NOT NULL CHECK (began <> ''),
	keys        INTEGER NOT NULL CHECK (keys >= 0),
	deleted     INTEGER NOT NULL CHECK (deleted >= 0),
	answers     INTEGER NOT NULL CHECK (answers >= 0),
	corrections INTEGER NOT NULL CHECK (corrections >= 0),
	active      INTEGER NOT NULL CHECK (active >= 0), -- milliseconds
	PRIMARY KEY (record, by, began)
) STRICT, WITHOUT ROWID;

-- A person's last ones are read from here alone.
CREATE INDEX sitting_by ON sitting (by, began DESC, record, keys, deleted, answers, corrections, active);
