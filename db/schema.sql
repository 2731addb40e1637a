-- The whole store in one file, for reading and for diffs. Written by `npm run schema` from db/migrations/;
-- not edited by hand, never run: an archive climbs the migrations one by one.
-- Schema version 1.

CREATE TABLE archive (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by_version TEXT NOT NULL
) STRICT;

-- Sub-keys inside the database: wrap seals content keys, hmac keys the journal's digests. Unchanged when the archive is re-keyed.
CREATE TABLE archive_key (
  name TEXT PRIMARY KEY CHECK (name IN ('wrap', 'hmac')),
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT, WITHOUT ROWID;

-- One key per sealed file, per item and per person: dropping a row makes one thing unreadable (personal-data P14).
CREATE TABLE content_key (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('file', 'item', 'person')),
  wrapped BLOB NOT NULL CHECK (length(wrapped) = 60)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  slot_id TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person_role (
  person_id TEXT NOT NULL REFERENCES person (id),
  role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor', 'inspector', 'maintainer')),
  PRIMARY KEY (person_id, role)
) STRICT, WITHOUT ROWID;

-- 全宗; the code may be blank until the archive assigns it, and is then unique (DA/T 22-2015, 5.4).
CREATE TABLE fonds (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL,
  code_standard TEXT NOT NULL CHECK (code_standard IN ('DA/T 22-2015', 'DA/T 13-2022'))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX fonds_code ON fonds (code) WHERE code <> '';

-- 档案门类 (DA/T 13-2022). Only 文书 is used so far; the column is there from the first paper on.
CREATE TABLE category (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 机构(问题) 类目 (DA/T 22-2015, 5.2).
CREATE TABLE matter (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (fonds_id, code)
) STRICT, WITHOUT ROWID;

-- 整理单元: the lowest class, in which 件号 runs from 1 without a gap.
CREATE TABLE filing_unit (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  category TEXT NOT NULL REFERENCES category (code),
  year INTEGER NOT NULL,
  retention TEXT NOT NULL CHECK (retention IN ('Y', 'D30', 'D10')),
  matter_id TEXT REFERENCES matter (id)
) STRICT, WITHOUT ROWID;

-- NULLs differ from each other in a plain UNIQUE; a unit without matter must be single too.
CREATE UNIQUE INDEX filing_unit_class ON filing_unit (fonds_id, category, year, retention, coalesce(matter_id, ''));

-- 件 (DA/T 22-2015, 5.1).
CREATE TABLE item (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  category TEXT NOT NULL REFERENCES category (code),
  title TEXT NOT NULL,
  creator TEXT NOT NULL,
  document_number TEXT NOT NULL,
  document_date TEXT NOT NULL CHECK (document_date = '' OR document_date GLOB '[0-9][0-9][0-9][0-9]*'),
  year INTEGER,
  retention TEXT CHECK (retention IN ('Y', 'D30', 'D10')),
  matter_id TEXT REFERENCES matter (id),
  access TEXT NOT NULL CHECK (access IN ('open', 'internal', 'restricted')),
  security_level TEXT NOT NULL CHECK (security_level IN ('', '内部')),
  neutral_title TEXT NOT NULL,
  paper_page_count INTEGER NOT NULL CHECK (paper_page_count >= 0),
  image_count INTEGER NOT NULL DEFAULT 0 CHECK (image_count >= 0),
  page_count INTEGER NOT NULL GENERATED ALWAYS AS
    (CASE WHEN paper_page_count > 0 THEN paper_page_count ELSE image_count END) STORED,
  remark TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'filed')),
  filing_unit_id TEXT REFERENCES filing_unit (id),
  item_number INTEGER CHECK (item_number >= 1),
  archival_code TEXT NOT NULL DEFAULT '',
  -- Digest of the record as filed; a changed character in the file is noticed against it (package-and-trust F23).
  record_hash TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  entered_at TEXT NOT NULL,
  filed_at TEXT,
  CHECK ((state = 'filed') = (filing_unit_id IS NOT NULL)),
  CHECK ((state = 'filed') = (item_number IS NOT NULL)),
  CHECK ((state = 'filed') = (archival_code <> '')),
  UNIQUE (filing_unit_id, item_number)
) STRICT;

CREATE UNIQUE INDEX item_archival_code ON item (fonds_id, archival_code) WHERE archival_code <> '';

CREATE INDEX item_document_number ON item (document_number, creator) WHERE document_number <> '';

CREATE INDEX item_class ON item (fonds_id, category, year, state, retention, matter_id, item_number);

-- The list in the order of 档号, over all years.
CREATE INDEX item_code ON item (archival_code, seq);

CREATE INDEX item_state ON item (state, seq);

CREATE INDEX item_date ON item (document_date, seq);

CREATE INDEX item_title ON item (title, seq);

-- The search's result line says how many pages of restricted items it left out (personal-data P6).
CREATE INDEX item_restricted ON item (image_count) WHERE access = 'restricted';

CREATE INDEX item_creator ON item (creator, seq) WHERE creator <> '';

CREATE TABLE item_part (
  item_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('正文', '附件', '复文', '来文', '定稿')),
  title TEXT NOT NULL,
  PRIMARY KEY (item_id, number)
) STRICT, WITHOUT ROWID;

-- One sealed file under a random name; its key is content_key of the same id.
CREATE TABLE vault_file (
  id TEXT PRIMARY KEY,
  cipher_sha256 TEXT NOT NULL,
  cipher_size INTEGER NOT NULL,
  plain_size INTEGER NOT NULL,
  plain_sha256 TEXT NOT NULL,
  plain_sm3 TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 扫描件: one received file, kept byte for byte.
CREATE TABLE scan (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  page_count INTEGER NOT NULL,
  -- NULL once the received file had to go because some of its pages were a state secret (personal-data P15).
  file_id TEXT REFERENCES vault_file (id),
  -- When the file says it was last written; kept apart from when it was entered (never faked).
  source_modified_at TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  -- What intake warned of, as codes.
  warning TEXT NOT NULL DEFAULT ''
) STRICT;

-- 页: belongs to the tray (item_id NULL) or to one part of one item.
CREATE TABLE page (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  scan_id TEXT NOT NULL REFERENCES scan (id),
  source_page INTEGER NOT NULL CHECK (source_page >= 1),
  item_id TEXT REFERENCES item (id),
  part_number INTEGER,
  position INTEGER,
  CHECK ((item_id IS NULL) = (part_number IS NULL) AND (item_id IS NULL) = (position IS NULL))
) STRICT;

CREATE INDEX page_tray ON page (seq) WHERE item_id IS NULL;

CREATE INDEX page_item ON page (item_id, part_number, position) WHERE item_id IS NOT NULL;

CREATE INDEX page_scan ON page (scan_id, source_page);

-- The original never changes; each further version says what made it.
CREATE TABLE page_version (
  page_id TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('original', 'rendition')),
  made_by TEXT NOT NULL,
  file_id TEXT NOT NULL REFERENCES vault_file (id),
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  dpi INTEGER,
  colour_mode TEXT NOT NULL CHECK (colour_mode IN ('bitonal', 'grey', 'colour')),
  PRIMARY KEY (page_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX page_version_file ON page_version (file_id);

CREATE INDEX scan_file ON scan (file_id);

CREATE INDEX vault_file_plain ON vault_file (plain_sha256);

-- 操作日志: a hash chain over every write. Values never enter it, only HMACs under the object's own key.
CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  monotonic_ms INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  object_id TEXT NOT NULL,
  before_hmac TEXT NOT NULL,
  after_hmac TEXT NOT NULL,
  reason_code TEXT NOT NULL,
  reason_hmac TEXT NOT NULL,
  program_version TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) STRICT;

CREATE TRIGGER journal_is_not_rewritten BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'the journal is not rewritten'); END;

CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is not cut'); END;

-- Words of a reason stand outside the chain, so that they can go when a resident's right asks for it (P9).
CREATE TABLE journal_reason (
  sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
  text TEXT NOT NULL
) STRICT;

-- The way back from a write: another call of the phone book. Emptied at year close and by a granted deletion.
CREATE TABLE undo (
  sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
  object_id TEXT NOT NULL,
  action TEXT NOT NULL,
  name TEXT NOT NULL,
  input TEXT NOT NULL CHECK (json_valid(input))
) STRICT;

-- Words of items, one Han character one token. 文号 and 责任者 of a restricted item stay out (personal-data P6).
-- Written by db/item-words.ts, not by triggers: with trusted_schema=OFF a trigger may not call our word segmenter.
CREATE VIRTUAL TABLE item_ft USING fts5 (
  title, creator, document_number, archival_code,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
