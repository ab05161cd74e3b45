-- A step is one act of a person; to undo and redo it are events of its number, so
-- that the way back is there after a restart. 0: no act of a person, or from
-- before. There is no CHECK: it would read a history of millions of events.

ALTER TABLE event ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
