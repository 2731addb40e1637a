-- Tables from outside: what was taken in, which rows are there already, how columns were read; and what left in the open.

-- 导入: one table taken in.
CREATE TABLE table_import (
  id TEXT PRIMARY KEY,
  used_as TEXT NOT NULL CHECK (used_as IN ('catalogue', 'register')),
  source_name TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  -- Set when the whole import was taken back; its rows may then be taken in again.
  withdrawn_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- A row taken in is known again by a keyed digest of its words (personal-data P7), so that a second import changes nothing.
CREATE TABLE table_import_row (
  fingerprint TEXT PRIMARY KEY,
  import_id TEXT NOT NULL REFERENCES table_import (id),
  sheet TEXT NOT NULL,
  source_row INTEGER NOT NULL,
  -- The 件 or register entry made of it.
  object_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX table_import_row_import ON table_import_row (import_id, object_id);

-- How the clerk read the columns under these headings; no value of any row.
CREATE TABLE column_choice (
  heading_digest TEXT NOT NULL,
  used_as TEXT NOT NULL CHECK (used_as IN ('catalogue', 'register')),
  column_index INTEGER NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (heading_digest, used_as, column_index)
) STRICT, WITHOUT ROWID;

-- 全部导出: what left in open formats, and why restricted pages did (personal-data P6, P12).
CREATE TABLE open_export (
  id TEXT PRIMARY KEY,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  file_count INTEGER NOT NULL,
  restricted_count INTEGER NOT NULL,
  -- Whether the pages of restricted items left too; then with a reason.
  with_restricted INTEGER NOT NULL CHECK (with_restricted IN (0, 1)),
  reason TEXT NOT NULL,
  -- SHA-256 of the digest list.
  list_digest TEXT NOT NULL,
  CHECK (with_restricted = 0 OR reason <> '')
) STRICT, WITHOUT ROWID;
