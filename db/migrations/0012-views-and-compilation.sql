-- 编研: 大事记, 组织沿革, 社区概况, compiled from filed items; each entry says where it is taken from.

CREATE TABLE compilation (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  kind TEXT NOT NULL CHECK (kind IN ('chronicle', 'organisation', 'overview')),
  title TEXT NOT NULL CHECK (title <> ''),
  -- The period it speaks of; blank where it has no end.
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  compiled_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE compilation_entry (
  id TEXT PRIMARY KEY,
  compilation_id TEXT NOT NULL REFERENCES compilation (id) ON DELETE CASCADE,
  position REAL NOT NULL,
  -- When it happened, as the source says; entered_at is when it was written down here.
  happened_on TEXT NOT NULL,
  heading TEXT NOT NULL,
  words TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX compilation_entry_order ON compilation_entry (compilation_id, position);

-- 出处: an item, and the page of it where one is meant.
CREATE TABLE citation (
  entry_id TEXT NOT NULL REFERENCES compilation_entry (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  page_note TEXT NOT NULL,
  PRIMARY KEY (entry_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_item ON citation (item_id);
