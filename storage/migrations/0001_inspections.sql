-- Statements are parted by an empty line: the test that kills a migration
-- between any two of them cuts there.

CREATE TABLE form (
	hash     TEXT PRIMARY KEY CHECK (length(hash) = 64),
	id       TEXT NOT NULL CHECK (id <> ''),
	version  TEXT NOT NULL CHECK (version <> ''),
	source   BLOB NOT NULL,
	view     TEXT NOT NULL UNIQUE, -- name of the wide view
	added_at TEXT NOT NULL
) STRICT;

-- The key is small because it stands in every answer; the id is the same on
-- every machine.
CREATE TABLE inspection (
	key          INTEGER PRIMARY KEY,
	id           TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^0-9A-Za-z-]*'),
	unit         TEXT NOT NULL, -- code@first day in force; '' when unknown
	unit_name    TEXT NOT NULL,
	unit_path    TEXT NOT NULL,
	visit        TEXT NOT NULL CHECK (visit = '' OR visit GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	round        TEXT NOT NULL,
	programme    TEXT NOT NULL,
	projects     TEXT NOT NULL CHECK (json_valid(projects)),
	form         TEXT NOT NULL REFERENCES form (hash),
	status       TEXT NOT NULL CHECK (status IN ('draft', 'completed')),
	rev          INTEGER NOT NULL CHECK (rev > 0), -- number of the last event
	created_at   TEXT NOT NULL,
	created_by   TEXT NOT NULL,
	changed_at   TEXT NOT NULL,
	changed_by   TEXT NOT NULL,
	completed_at TEXT NOT NULL DEFAULT '',
	completed_by TEXT NOT NULL DEFAULT '',
	progress     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(progress)),
	place        TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(place)),
	folded       TEXT NOT NULL, -- what the list is searched by, without accents
	CHECK ((status = 'completed') = (completed_at <> ''))
) STRICT;

-- The list reads its order and its filter from this index alone and fetches
-- only the rows of the page. The key settles the order within a moment.
CREATE INDEX inspection_list ON inspection (changed_at DESC, key DESC, status, folded);

-- A search that finds little has to read every line: this is the narrowest
-- index that has what it needs.
CREATE INDEX inspection_search ON inspection (status, folded);

CREATE INDEX inspection_status ON inspection (status);

CREATE TABLE answer (
	inspection INTEGER NOT NULL REFERENCES inspection (key),
	item       TEXT NOT NULL CHECK (item <> ''),
	row        TEXT NOT NULL,
	part       TEXT NOT NULL,
	raw        TEXT NOT NULL,
	value      ANY CHECK (typeof(value) IN ('null', 'integer', 'text')),
	carried    INTEGER NOT NULL DEFAULT 0 CHECK (carried IN (0, 1)),
	rev        INTEGER NOT NULL CHECK (rev > 0),
	PRIMARY KEY (inspection, item, row, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE table_row (
	inspection INTEGER NOT NULL REFERENCES inspection (key),
	tbl        TEXT NOT NULL CHECK (tbl <> ''),
	row        TEXT NOT NULL CHECK (row <> ''),
	pos        INTEGER NOT NULL CHECK (pos >= 0),
	removed    INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
	PRIMARY KEY (inspection, tbl, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
	inspection  INTEGER NOT NULL REFERENCES inspection (key),
	seq         INTEGER NOT NULL CHECK (seq > 0),
	at          TEXT NOT NULL,
	by          TEXT NOT NULL,
	origin      TEXT NOT NULL,
	kind        TEXT NOT NULL CHECK (kind IN ('create', 'answer', 'row-add', 'row-remove', 'complete', 'reopen')),
	cause       TEXT NOT NULL,
	item        TEXT NOT NULL,
	row         TEXT NOT NULL,
	part        TEXT NOT NULL,
	old_raw     TEXT NOT NULL,
	old_value   ANY CHECK (typeof(old_value) IN ('null', 'integer', 'text')),
	old_carried INTEGER NOT NULL CHECK (old_carried IN (0, 1)),
	new_raw     TEXT NOT NULL,
	new_value   ANY CHECK (typeof(new_value) IN ('null', 'integer', 'text')),
	new_carried INTEGER NOT NULL CHECK (new_carried IN (0, 1)),
	detail      TEXT NOT NULL, -- of create: the head of the inspection; of row-add: the place
	reason      TEXT NOT NULL,
	hash        BLOB NOT NULL CHECK (length(hash) = 32),
	PRIMARY KEY (inspection, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
BEGIN
	SELECT RAISE(ABORT, 'history is never changed');
END;

CREATE TRIGGER event_never_goes BEFORE DELETE ON event
BEGIN
	SELECT RAISE(ABORT, 'history is never changed');
END;

CREATE TABLE fact (
	inspection INTEGER NOT NULL REFERENCES inspection (key),
	tbl        TEXT NOT NULL,
	row        TEXT NOT NULL,
	n          INTEGER NOT NULL, -- 0, 1, 2 … within the row
	unit       TEXT NOT NULL,
	year       INTEGER NOT NULL,
	project    TEXT NOT NULL,
	kind       TEXT NOT NULL,
	source     TEXT NOT NULL,
	measure    TEXT NOT NULL,
	amount     INTEGER NOT NULL, -- đồng
	PRIMARY KEY (inspection, tbl, row, n)
) STRICT, WITHOUT ROWID;

-- Sums are read from here alone; the table's own key rides along at the end.
CREATE INDEX fact_sum ON fact (year, unit, project, kind, source, measure, amount);
