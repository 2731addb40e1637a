-- 文字识别: what was read on a page. The text is for finding only; the image stays the evidence (DA/T 77-2019).
CREATE TABLE reading (
  page_id TEXT PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
  -- page.seq: the page captured last is read first.
  page_seq INTEGER NOT NULL DEFAULT 0,
  -- waiting: to be read, also again; unreadable: 未能识别, tried and said so.
  state TEXT NOT NULL CHECK (state IN ('waiting', 'read', 'unreadable')),
  -- The version the boxes belong to, and the engine with its models that read it; NULL and '' while never read.
  version_number INTEGER,
  engine TEXT NOT NULL DEFAULT '',
  attempts INTEGER NOT NULL DEFAULT 0,
  character_count INTEGER NOT NULL DEFAULT 0,
  lowest_confidence REAL,
  seconds REAL,
  read_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_waiting ON reading (page_seq) WHERE state = 'waiting';
CREATE INDEX reading_unreadable ON reading (page_id) WHERE state = 'unreadable';
CREATE INDEX reading_engine ON reading (engine) WHERE state = 'read';

-- The lines with their places and confidences, sealed under a key derived from the page's own: destroying the page's key
-- destroys them too, and of a restricted page they stand nowhere else (personal-data P6, P14).
CREATE TABLE reading_text (
  page_id TEXT PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL
) STRICT;

-- Every page that is here already waits to be read.
INSERT INTO reading (page_id, page_seq, state) SELECT id, seq, 'waiting' FROM page;

-- Another image is shown now: what was read stays usable until it has been read; back at the version that was read, nothing waits.
CREATE TRIGGER page_shown_again AFTER UPDATE OF shown_version ON page WHEN old.shown_version <> new.shown_version
BEGIN
  UPDATE reading SET attempts = 0, state = CASE
    WHEN version_number IS NOT new.shown_version THEN 'waiting'
    WHEN character_count > 0 THEN 'read' ELSE 'unreadable' END
  WHERE page_id = new.id;
END;
