-- An inspection is one kind of record among others now. The tables keep what
-- they hold; only the history is copied, since what its kinds may be changes.

DROP INDEX inspection_list;

DROP INDEX inspection_search;

DROP INDEX inspection_status;

ALTER TABLE inspection RENAME TO record;

ALTER TABLE answer RENAME COLUMN inspection TO record;

ALTER TABLE table_row RENAME COLUMN inspection TO record;

ALTER TABLE fact RENAME COLUMN inspection TO record;

-- The id of the form: inspection, round, finding …
ALTER TABLE record ADD COLUMN kind TEXT NOT NULL DEFAULT 'inspection' CHECK (kind <> '');

UPDATE record SET kind = (SELECT id FROM form WHERE hash = record.form)
WHERE EXISTS (SELECT 1 FROM form WHERE hash = record.form AND id <> record.kind);

-- What it belongs to, and the round that this is or belongs to in its turn.
ALTER TABLE record ADD COLUMN parent INTEGER REFERENCES record (key);

ALTER TABLE record ADD COLUMN in_round INTEGER REFERENCES record (key);

-- The row or item of the parent that a followed record came from.
ALTER TABLE record ADD COLUMN origin_item TEXT NOT NULL DEFAULT '';

ALTER TABLE record ADD COLUMN origin_row TEXT NOT NULL DEFAULT '';

-- The head: what lists show. It follows from the answers and may be made anew.
ALTER TABLE record ADD COLUMN title TEXT NOT NULL DEFAULT '';

ALTER TABLE record ADD COLUMN number TEXT NOT NULL DEFAULT '';

ALTER TABLE record ADD COLUMN state TEXT NOT NULL DEFAULT '';

ALTER TABLE record ADD COLUMN settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1));

ALTER TABLE record ADD COLUMN starts TEXT NOT NULL DEFAULT '';

ALTER TABLE record ADD COLUMN ends TEXT NOT NULL DEFAULT '';

ALTER TABLE record ADD COLUMN due TEXT NOT NULL DEFAULT '';

ALTER TABLE record ADD COLUMN planned INTEGER NOT NULL DEFAULT 0;

ALTER TABLE record ADD COLUMN year INTEGER NOT NULL DEFAULT 0;

ALTER TABLE record ADD COLUMN level TEXT NOT NULL DEFAULT '';

ALTER TABLE record ADD COLUMN sort TEXT NOT NULL DEFAULT '';

ALTER TABLE record ADD COLUMN area INTEGER NOT NULL DEFAULT 0;

ALTER TABLE record ADD COLUMN item TEXT NOT NULL DEFAULT '';

ALTER TABLE record ADD COLUMN responsible TEXT NOT NULL DEFAULT '';

ALTER TABLE record ADD COLUMN amount INTEGER NOT NULL DEFAULT 0;

ALTER TABLE record ADD COLUMN recovered INTEGER NOT NULL DEFAULT 0;

-- Of the last reopening, while it is a draft again.
ALTER TABLE record ADD COLUMN returned_by TEXT NOT NULL DEFAULT '';

ALTER TABLE record ADD COLUMN returned_reason TEXT NOT NULL DEFAULT '';

-- A draft that was reopened before this column was there: its history tells.
UPDATE record SET (returned_by, returned_reason) =
	(SELECT by, reason FROM event WHERE inspection = record.key AND kind = 'reopen' ORDER BY seq DESC LIMIT 1)
WHERE status = 'draft' AND EXISTS (SELECT 1 FROM event WHERE inspection = record.key AND kind = 'reopen');

DROP TRIGGER event_never_changes;

DROP TRIGGER event_never_goes;

ALTER TABLE event RENAME TO former_event;

CREATE TABLE event (
	record      INTEGER NOT NULL REFERENCES record (key),
	seq         INTEGER NOT NULL CHECK (seq > 0),
	at          TEXT NOT NULL,
	by          TEXT NOT NULL,
	origin      TEXT NOT NULL,
	kind        TEXT NOT NULL CHECK (kind IN ('create', 'answer', 'row-add', 'row-remove', 'complete', 'reopen', 'move')),
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
	detail      TEXT NOT NULL, -- of create: what the record is; of row-add: the place; of complete: the head; of move: the forms
	reason      TEXT NOT NULL,
	hash        BLOB NOT NULL CHECK (length(hash) = 32),
	PRIMARY KEY (record, seq)
) STRICT, WITHOUT ROWID;

INSERT INTO event
SELECT inspection, seq, at, by, origin, kind, cause, item, row, part,
	old_raw, old_value, old_carried, new_raw, new_value, new_carried, detail, reason, hash
FROM former_event ORDER BY inspection, seq;

DROP TABLE former_event;

CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
BEGIN
	SELECT RAISE(ABORT, 'history is never changed');
END;

CREATE TRIGGER event_never_goes BEFORE DELETE ON event
BEGIN
	SELECT RAISE(ABORT, 'history is never changed');
END;

-- Inspections are by far the most: their indexes hold nothing of the other kinds.
-- Within a status the first is in the order of the list, with all that lists are
-- filtered by; a search that finds little reads all of the second, the narrowest.
CREATE INDEX inspection_list ON record (status, changed_at DESC, key DESC, settled, created_by, changed_by, folded)
WHERE kind = 'inspection';

CREATE INDEX inspection_search ON record (status, settled, folded) WHERE kind = 'inspection';

-- Of the other kinds each stretch of an index is in the order of a list, with all
-- that lists are filtered by.
CREATE INDEX record_list ON record (kind, status, changed_at DESC, key DESC, settled, area, state, created_by, changed_by, folded)
WHERE kind <> 'inspection';

CREATE INDEX record_due ON record (kind, settled, due = '', due, key, status, area, state, folded) WHERE kind <> 'inspection';

CREATE INDEX record_day ON record (kind, visit DESC, key DESC);

-- These lead to few records: of a round, of a visit, of a unit, returned ones.
CREATE INDEX record_parent ON record (parent, kind, status, unit) WHERE parent IS NOT NULL;

CREATE INDEX record_round ON record (in_round, kind) WHERE in_round IS NOT NULL;

CREATE INDEX record_unit ON record (unit, kind);

CREATE INDEX record_returned ON record (kind) WHERE returned_by <> '';

-- How many there are of each sort: a list of a hundred thousand is counted
-- without reading it.
CREATE TABLE tally (
	kind    TEXT NOT NULL,
	status  TEXT NOT NULL,
	settled INTEGER NOT NULL,
	n       INTEGER NOT NULL,
	PRIMARY KEY (kind, status, settled)
) STRICT, WITHOUT ROWID;

INSERT INTO tally SELECT kind, status, settled, COUNT(*) FROM record GROUP BY kind, status, settled;

CREATE TRIGGER record_comes AFTER INSERT ON record
BEGIN
	INSERT INTO tally VALUES (NEW.kind, NEW.status, NEW.settled, 1)
	ON CONFLICT (kind, status, settled) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER record_turns AFTER UPDATE OF kind, status, settled ON record
BEGIN
	UPDATE tally SET n = n - 1 WHERE kind = OLD.kind AND status = OLD.status AND settled = OLD.settled;
	INSERT INTO tally VALUES (NEW.kind, NEW.status, NEW.settled, 1)
	ON CONFLICT (kind, status, settled) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER record_goes AFTER DELETE ON record
BEGIN
	UPDATE tally SET n = n - 1 WHERE kind = OLD.kind AND status = OLD.status AND settled = OLD.settled;
END;

-- The last number given in each sequence: "TT-0117" is 117 of the findings.
CREATE TABLE sequence (
	kind TEXT PRIMARY KEY,
	last INTEGER NOT NULL CHECK (last > 0)
) STRICT, WITHOUT ROWID;
