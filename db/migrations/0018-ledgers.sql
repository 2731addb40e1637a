-- Keys of a ledger's row, of a resident and of a rights request join those of files, items and persons (personal-data P7, P14).
CREATE TABLE content_key_next (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('file', 'item', 'person', 'row', 'resident', 'request')),
  wrapped BLOB NOT NULL CHECK (length(wrapped) = 60)
) STRICT, WITHOUT ROWID;
INSERT INTO content_key_next SELECT id, kind, wrapped FROM content_key;
DROP TABLE content_key;
ALTER TABLE content_key_next RENAME TO content_key;

-- 台账: made of a template, kept by the office. A draft takes no rows; a closed one takes no more.
CREATE TABLE ledger (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  -- The template's code, by which duties, imports and packs know it: 'visit', 'meeting', own ones too.
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  purpose TEXT NOT NULL,
  -- none: no personal data; duty: a statutory duty, 告知书; consent: 同意书 (PIPL 13, 17, 29; personal-data P1).
  basis TEXT NOT NULL CHECK (basis IN ('none', 'duty', 'consent')),
  basis_words TEXT NOT NULL,
  retention TEXT,
  matter_id TEXT REFERENCES matter (id) ON DELETE SET NULL,
  schedule_row_id TEXT,
  -- What is frozen and looked at together.
  period TEXT NOT NULL CHECK (period IN ('month', 'quarter', 'year')),
  -- The schedule asks for the identified table too, as a second, restricted item (P10).
  keeps_identified INTEGER NOT NULL DEFAULT 0,
  -- Days after the month of a row in which it still counts as written in time.
  late_days INTEGER NOT NULL DEFAULT 10,
  -- 'shipped:<template version>', 'pack:<name>' or 'own'.
  source TEXT NOT NULL,
  position REAL NOT NULL,
  opened_at TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (fonds_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_column (
  seq INTEGER PRIMARY KEY,
  ledger_id TEXT NOT NULL REFERENCES ledger (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  position REAL NOT NULL,
  heading TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- What the column is to periods, duties and statistics: '', 'occurred', 'kind', 'result', 'grid', 'target', 'subject'.
  part TEXT NOT NULL DEFAULT '',
  is_required INTEGER NOT NULL DEFAULT 0,
  -- none, personal (name, phone, address), sensitive (sealed under the row's own key, masked: P7).
  personal TEXT NOT NULL CHECK (personal IN ('none', 'personal', 'sensitive')),
  -- The rest of ledgerColumn: default, format, choices, limits, formula, fillsFrom, width.
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  is_removed INTEGER NOT NULL DEFAULT 0,
  UNIQUE (ledger_id, key)
) STRICT;

-- 台账行. `cells` holds what is not sensitive, by column key; `links` the residents, households and items that cells name.
CREATE TABLE ledger_row (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  ledger_id TEXT NOT NULL REFERENCES ledger (id),
  -- 发生日期 as far as known (YYYY, YYYY-MM or YYYY-MM-DD); blank while nobody has said it.
  occurred_on TEXT NOT NULL,
  -- 填写时间: when it was first written down. Never changes (product W05).
  entered_at TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  -- 补录: written down later than the ledger allows.
  is_late INTEGER NOT NULL,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  links TEXT NOT NULL CHECK (json_valid(links)),
  -- Values of sensitive columns, sealed under content_key of the row; NULL when there are none.
  sealed BLOB,
  -- Keys of the columns that have a sealed value, a JSON list: the mask is drawn without opening it.
  masked TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(masked)),
  revision INTEGER NOT NULL DEFAULT 1,
  -- Taken out, with its history, until it is put back; '' while it stands.
  removed_at TEXT NOT NULL DEFAULT '',
  -- 限制处理 (P9): shown and counted, not changed nor put out.
  is_restricted INTEGER NOT NULL DEFAULT 0,
  import_id TEXT,
  -- Keyed digest of the row as a table from outside had it: the same table twice changes nothing (T16).
  import_digest TEXT
) STRICT;
CREATE INDEX ledger_row_order ON ledger_row (ledger_id, removed_at, occurred_on, seq, is_late);
CREATE INDEX ledger_row_import ON ledger_row (ledger_id, import_digest) WHERE import_digest IS NOT NULL;

-- 导入: a table taken into a ledger as one act; how its columns were read, and no value of any row.
CREATE TABLE ledger_import (
  id TEXT PRIMARY KEY,
  ledger_id TEXT NOT NULL REFERENCES ledger (id),
  change_id TEXT NOT NULL,
  source_name TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  row_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger_column_choice (
  heading_digest TEXT NOT NULL,
  ledger_id TEXT NOT NULL REFERENCES ledger (id) ON DELETE CASCADE,
  column_index INTEGER NOT NULL,
  -- Blank for a column that stays outside.
  column_key TEXT NOT NULL,
  PRIMARY KEY (heading_digest, ledger_id, column_index)
) STRICT, WITHOUT ROWID;

-- Derived of `cells`: what one column is sorted and filtered by. Sensitive values and links never stand here (P3, P7); of an ID,
-- phone or account number only a digest under the archive's key, by which the whole number is looked up (P5).
CREATE TABLE ledger_cell (
  column_seq INTEGER NOT NULL REFERENCES ledger_column (seq) ON DELETE CASCADE,
  -- Numbers are sorted by their amount; of everything else it is 0.
  amount REAL NOT NULL,
  -- Dates as they are, words by pinyin and then by themselves.
  sort TEXT NOT NULL,
  row_seq INTEGER NOT NULL REFERENCES ledger_row (seq) ON DELETE CASCADE,
  words TEXT NOT NULL,
  PRIMARY KEY (column_seq, amount, sort, row_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_cell_row ON ledger_cell (row_seq, column_seq);

-- One act on rows: an edit, a paste, a fill, an import, a removal. Undo and redo are acts that revert acts.
CREATE TABLE ledger_change (
  -- In the order they were done, whatever the clock said.
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  ledger_id TEXT NOT NULL REFERENCES ledger (id),
  at TEXT NOT NULL,
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('enter', 'edit', 'paste', 'fill', 'import', 'remove', 'restore', 'revert', 'correct', 'attach')),
  reverts TEXT,
  row_count INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_change_of ON ledger_change (ledger_id, seq);

-- What it did to one row: before, after and why, sealed under the row's key, so that a granted deletion takes the history along (P9).
CREATE TABLE ledger_row_change (
  change_id TEXT NOT NULL REFERENCES ledger_change (id),
  row_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (change_id, row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_row_change_of ON ledger_row_change (row_id, revision);

-- 附件: pages and items that prove a row, both ways.
CREATE TABLE ledger_attachment (
  row_id TEXT NOT NULL REFERENCES ledger_row (id) ON DELETE CASCADE,
  item_id TEXT REFERENCES item (id) ON DELETE CASCADE,
  page_id TEXT REFERENCES page (id) ON DELETE CASCADE,
  attached_at TEXT NOT NULL,
  position REAL NOT NULL,
  CHECK ((item_id IS NULL) <> (page_id IS NULL)),
  UNIQUE (row_id, item_id, page_id)
) STRICT;
CREATE INDEX ledger_attachment_item ON ledger_attachment (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX ledger_attachment_page ON ledger_attachment (page_id) WHERE page_id IS NOT NULL;

-- 固化: a period made into an item of the archive (personal-data P10).
CREATE TABLE ledger_freeze (
  id TEXT PRIMARY KEY,
  ledger_id TEXT NOT NULL REFERENCES ledger (id),
  -- YYYY, YYYY-Qn or YYYY-MM.
  period TEXT NOT NULL,
  -- Which time this period was frozen.
  number INTEGER NOT NULL,
  -- plain: without direct identifiers; identified: with them, restricted.
  form TEXT NOT NULL CHECK (form IN ('plain', 'identified')),
  item_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  row_count INTEGER NOT NULL,
  late_count INTEGER NOT NULL,
  digest TEXT NOT NULL,
  frozen_at TEXT NOT NULL,
  person_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_freeze_of ON ledger_freeze (ledger_id, period);
-- The rows it held, each by a digest under the row's own key: it says whether a row is as it was, and nothing once that key is gone (P7, P9).
CREATE TABLE ledger_freeze_row (
  freeze_id TEXT NOT NULL REFERENCES ledger_freeze (id),
  row_seq INTEGER NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (freeze_id, row_seq)
) STRICT, WITHOUT ROWID;
-- The files it was made into, as they were sealed: they stay known when the item is taken apart.
CREATE TABLE ledger_freeze_file (
  freeze_id TEXT NOT NULL REFERENCES ledger_freeze (id),
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  sm3 TEXT NOT NULL,
  PRIMARY KEY (freeze_id, name)
) STRICT, WITHOUT ROWID;

-- How somebody likes one grid: widths, hidden and frozen columns. Never a filter by a value (P5).
CREATE TABLE ledger_layout (
  ledger_id TEXT NOT NULL REFERENCES ledger (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL,
  layout TEXT NOT NULL CHECK (json_valid(layout)),
  PRIMARY KEY (ledger_id, person_id)
) STRICT, WITHOUT ROWID;

-- 户.
CREATE TABLE household (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  address TEXT NOT NULL,
  grid TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX household_number ON household (number);

-- 居民: what is needed to fill a form, and nothing that leads back to rows (personal-data P4).
CREATE TABLE resident (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- Syllables and initials of the name, every reading, for looking it up.
  sounds TEXT NOT NULL,
  sex TEXT NOT NULL,
  born_on TEXT NOT NULL,
  phone TEXT NOT NULL,
  household_id TEXT REFERENCES household (id) ON DELETE SET NULL,
  -- ID number, account: sealed under content_key of the resident (P7); last four digits are not kept in clear either.
  sealed BLOB,
  masked TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(masked)),
  -- Keyed digest of the ID number: finds the same person twice without showing it.
  id_number_digest TEXT NOT NULL DEFAULT '',
  entered_at TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  is_restricted INTEGER NOT NULL DEFAULT 0,
  -- The resident this record was joined to by the clerk's own decision; NULL while it stands by itself.
  joined_to TEXT
) STRICT;
CREATE INDEX resident_name ON resident (name);
CREATE INDEX resident_digest ON resident (id_number_digest) WHERE id_number_digest <> '';
CREATE INDEX resident_household ON resident (household_id) WHERE household_id IS NOT NULL;

-- 民族, self-declared, apart from everything (P3). Sealed under the resident's key.
CREATE TABLE ethnicity_statement (
  resident_id TEXT PRIMARY KEY REFERENCES resident (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL,
  stated_on TEXT NOT NULL,
  entered_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 同意: of one person, for one ledger and one scope; withdrawn, never deleted by itself (PIPL 14–16, 29, 31).
CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  resident_id TEXT NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
  -- NULL for the statement of ethnicity.
  ledger_id TEXT REFERENCES ledger (id),
  scope TEXT NOT NULL CHECK (scope IN ('ordinary', 'sensitive', 'ethnicity')),
  given_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  -- Who consents for a child under fourteen; '' for nobody.
  guardian TEXT NOT NULL DEFAULT '',
  paper_item_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  withdrawn_on TEXT NOT NULL DEFAULT '',
  withdrawn_entered_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_of ON consent (resident_id, ledger_id);

-- 查看记录: each look at a masked value, with its reason (P7). Never the value.
CREATE TABLE reveal (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  person_id TEXT NOT NULL,
  row_id TEXT,
  resident_id TEXT,
  field TEXT NOT NULL,
  reason_code TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reveal_at ON reveal (at);

-- 个人信息保护影响评估, kept three years at least (PIPL 55–56).
CREATE TABLE impact_assessment (
  id TEXT PRIMARY KEY,
  ledger_id TEXT NOT NULL REFERENCES ledger (id),
  assessed_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  assessor_post TEXT NOT NULL,
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  conclusion TEXT NOT NULL CHECK (conclusion IN ('may-open', 'may-not-open')),
  -- Sensitive columns it was made for, key to heading: another one, or another heading, asks for a new assessment.
  columns TEXT NOT NULL CHECK (json_valid(columns))
) STRICT, WITHOUT ROWID;
CREATE INDEX impact_assessment_of ON impact_assessment (ledger_id, assessed_on);

-- 个人信息权利申请 (PIPL 44–50). Words that name the person are sealed under the request's own key.
CREATE TABLE rights_request (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  year INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('access', 'copy', 'correction', 'restriction', 'deletion', 'explanation')),
  asked_by TEXT NOT NULL CHECK (asked_by IN ('self', 'guardian', 'kin', 'agent')),
  -- NULL when the person has no record here, or after a granted deletion.
  resident_id TEXT REFERENCES resident (id) ON DELETE SET NULL,
  sealed BLOB,
  received_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  due_on TEXT NOT NULL,
  -- 身份核验: how, by whom, when; '' while not done: nothing is gathered before.
  identity_check TEXT NOT NULL DEFAULT '',
  identity_checked_at TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('received', 'identified', 'granted', 'partly-granted', 'refused', 'withdrawn')),
  reason_code TEXT NOT NULL DEFAULT '',
  ended_at TEXT NOT NULL DEFAULT '',
  -- When the rows were gathered for the last time: nothing is copied or decided before.
  gathered_at TEXT NOT NULL DEFAULT '',
  -- When a granted restriction ended.
  lifted_at TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (year, number)
) STRICT, WITHOUT ROWID;

-- 清除登记: a granted deletion, the keys it dropped, and on which media it took effect (personal-data P14). No name.
CREATE TABLE erasure (
  request_id TEXT PRIMARY KEY REFERENCES rights_request (id),
  at TEXT NOT NULL,
  -- Ids of the content keys that were dropped: an older copy is not brought back with them.
  dropped_keys TEXT NOT NULL CHECK (json_valid(dropped_keys))
) STRICT, WITHOUT ROWID;
CREATE TABLE erasure_medium (
  request_id TEXT NOT NULL REFERENCES erasure (request_id),
  -- 'archive', 'safe-copies', or the folder backups were made in.
  place TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('cleared', 'waiting', 'destroyed')),
  at TEXT NOT NULL,
  signed_by TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (request_id, place)
) STRICT, WITHOUT ROWID;
-- Every folder a backup was ever made in: what a deletion has to reach.
CREATE TABLE backup_place (
  folder TEXT PRIMARY KEY,
  last_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 安全事件登记 (PIPL 57) and the yearly self-audit (P16).
CREATE TABLE incident (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  year INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('loss', 'leak', 'damage', 'other')),
  happened_on TEXT NOT NULL,
  found_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (year, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE self_audit (
  year INTEGER PRIMARY KEY,
  lines TEXT NOT NULL CHECK (json_valid(lines)),
  audited_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  auditor_post TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

-- 履职事项: what is to be done how often, and which ledger proves it.
CREATE TABLE duty (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  -- An ISO 8601 period (P1M, P3M, P6M, P1Y), 'regular' or 'on-event'.
  frequency TEXT NOT NULL,
  times INTEGER,
  ledger_code TEXT NOT NULL,
  -- Key of the column whose value decides which rows count; NULL is the column of part 'kind'.
  counts_by TEXT,
  -- The value it must have to count; '' for every row.
  kind_value TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL,
  -- Title of the paper it comes from, or '' for the office's own.
  source TEXT NOT NULL,
  begins_on TEXT NOT NULL,
  is_active INTEGER NOT NULL DEFAULT 1,
  position REAL NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (fonds_id, code)
) STRICT, WITHOUT ROWID;
-- The clerk's word against or for a row as proof of a duty in a period.
CREATE TABLE duty_proof (
  duty_id TEXT NOT NULL REFERENCES duty (id) ON DELETE CASCADE,
  row_id TEXT NOT NULL REFERENCES ledger_row (id) ON DELETE CASCADE,
  counts INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (duty_id, row_id)
) STRICT, WITHOUT ROWID;
-- 未开展说明: why a duty was not done in a period; it stays not done.
CREATE TABLE duty_statement (
  duty_id TEXT NOT NULL REFERENCES duty (id) ON DELETE CASCADE,
  period TEXT NOT NULL,
  words TEXT NOT NULL,
  item_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (duty_id, period)
) STRICT, WITHOUT ROWID;

-- 填写的总数: typed once a year with its paper, never counted from persons (P3, P11).
CREATE TABLE typed_total (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  year INTEGER NOT NULL,
  code TEXT NOT NULL,
  label TEXT NOT NULL,
  value INTEGER NOT NULL,
  source TEXT NOT NULL,
  item_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  typed_at TEXT NOT NULL,
  person_id TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (fonds_id, year, code, label)
) STRICT, WITHOUT ROWID;

-- Counts over a sensitive column that were shown: a later one that differs by fewer than ten is not (P8).
CREATE TABLE released_count (
  ledger_id TEXT NOT NULL REFERENCES ledger (id),
  question TEXT NOT NULL,
  counted_at TEXT NOT NULL,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  PRIMARY KEY (ledger_id, question, counted_at)
) STRICT, WITHOUT ROWID;
