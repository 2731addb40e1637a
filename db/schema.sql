-- The whole store in one file, for reading and for diffs. Written by `npm run schema` from db/migrations/;
-- not edited by hand, never run: an archive climbs the migrations one by one.
-- Schema version 22.

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
, opened_on TEXT NOT NULL DEFAULT ''
  CHECK (opened_on = '' OR opened_on GLOB '[0-9][0-9][0-9][0-9]*'), closed_on TEXT NOT NULL DEFAULT ''
  CHECK (closed_on = '' OR closed_on GLOB '[0-9][0-9][0-9][0-9]*'), composition TEXT NOT NULL DEFAULT ''
  CHECK (composition IN ('', 'shared', 'party', 'committee'))) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX fonds_code ON fonds (code) WHERE code <> '';

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
  position INTEGER, shown_version INTEGER NOT NULL DEFAULT 1, set_aside TEXT NOT NULL DEFAULT ''
  CHECK (set_aside IN ('', 'blank', 'separator', 'joined', 'retaken', 'removed') AND (set_aside = '' OR item_id IS NULL)), tray_position REAL,
  CHECK ((item_id IS NULL) = (part_number IS NULL) AND (item_id IS NULL) = (position IS NULL))
) STRICT;

CREATE INDEX page_item ON page (item_id, part_number, position) WHERE item_id IS NOT NULL;

CREATE INDEX page_scan ON page (scan_id, source_page);

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

-- 档案门类 (DA/T 13-2022; community order 11: 文书, 科技, 会计). unit: what is numbered, 件, 卷 or 组.
CREATE TABLE category (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('item', 'volume', 'group')),
  position INTEGER NOT NULL,
  is_used INTEGER NOT NULL CHECK (is_used IN (0, 1)),
  -- 档号 template of this class; blank follows the standard chosen for the fonds.
  code_template TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- 机构(问题) 类目, or the second level of a 门类 (KJ·JJ 基建, KU·01 凭证) (DA/T 22-2015, 5.2; DA/T 13-2022).
CREATE TABLE matter (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  category TEXT NOT NULL REFERENCES category (code),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  -- 党务: seen only with its own right.
  is_party INTEGER NOT NULL DEFAULT 0 CHECK (is_party IN (0, 1)),
  -- A class no longer given to new items; what it holds stays under it.
  closed_on TEXT NOT NULL DEFAULT '',
  UNIQUE (fonds_id, category, code)
) STRICT, WITHOUT ROWID;

-- 整理单元: the lowest class, in which 件号 (or 案卷号, 组号) runs from 1 without a gap.
CREATE TABLE filing_unit (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  category TEXT NOT NULL REFERENCES category (code),
  year INTEGER NOT NULL,
  retention TEXT NOT NULL CHECK (retention = 'Y' OR retention GLOB 'D[1-9]' OR retention GLOB 'D[1-9][0-9]'),
  matter_id TEXT REFERENCES matter (id)
) STRICT, WITHOUT ROWID;

-- NULLs differ from each other in a plain UNIQUE; a unit without matter must be single too.
CREATE UNIQUE INDEX filing_unit_class ON filing_unit (fonds_id, category, year, retention, coalesce(matter_id, ''));

-- 年度归档: one class of one year, open until closed; afterwards only a correction with a reason.
CREATE TABLE filing_year (
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  category TEXT NOT NULL REFERENCES category (code),
  year INTEGER NOT NULL,
  closed_at TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  page_sum INTEGER NOT NULL,
  -- Digest over the record hashes of all items filed, in the order of their 档号.
  record_hash TEXT NOT NULL,
  PRIMARY KEY (fonds_id, category, year)
) STRICT, WITHOUT ROWID;

-- 柜-层-位: where a box stands.
CREATE TABLE shelf_place (
  id TEXT PRIMARY KEY,
  room TEXT NOT NULL,
  cabinet INTEGER NOT NULL CHECK (cabinet >= 1),
  tier INTEGER NOT NULL CHECK (tier >= 1),
  slot INTEGER NOT NULL CHECK (slot >= 1),
  UNIQUE (room, cabinet, tier, slot)
) STRICT, WITHOUT ROWID;

-- 档案盒 (DA/T 22-2015, 6.4): never mixes year, term or matter.
CREATE TABLE box (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  category TEXT NOT NULL REFERENCES category (code),
  year INTEGER NOT NULL,
  retention TEXT NOT NULL,
  matter_id TEXT REFERENCES matter (id),
  box_number INTEGER NOT NULL CHECK (box_number >= 1),
  spine_mm INTEGER NOT NULL CHECK (spine_mm IN (20, 30, 40, 50)),
  place_id TEXT REFERENCES shelf_place (id),
  -- 备考表: 盒内文件情况说明, 整理人, 整理日期, 检查人, 检查日期.
  note TEXT NOT NULL DEFAULT '',
  arranged_by TEXT NOT NULL DEFAULT '',
  arranged_on TEXT NOT NULL DEFAULT '',
  checked_by TEXT NOT NULL DEFAULT '',
  checked_on TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX box_number ON box (fonds_id, category, year, retention, coalesce(matter_id, ''), box_number);

CREATE INDEX box_place ON box (place_id) WHERE place_id IS NOT NULL;

-- 案卷 (GB/T 11822-2008, DA/T 39-2008) or 组 of photos, audio, video (DA/T 50-2014): items with one 档号 above them.
CREATE TABLE volume (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('volume', 'group')),
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  category TEXT NOT NULL REFERENCES category (code),
  title TEXT NOT NULL,
  -- 立卷单位.
  unit TEXT NOT NULL,
  begin_date TEXT NOT NULL,
  end_date TEXT NOT NULL,
  year INTEGER,
  retention TEXT CHECK (retention = 'Y' OR retention GLOB 'D[1-9]' OR retention GLOB 'D[1-9][0-9]'),
  matter_id TEXT REFERENCES matter (id),
  schedule_row_id TEXT REFERENCES schedule_row (id),
  security_level TEXT NOT NULL CHECK (security_level IN ('', '内部')),
  -- 凭证起止号 of accounting volumes; blank elsewhere.
  voucher_from TEXT NOT NULL DEFAULT '',
  voucher_to TEXT NOT NULL DEFAULT '',
  -- 互见号 and 卷内备考表.
  see_also TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  compiled_by TEXT NOT NULL DEFAULT '',
  compiled_on TEXT NOT NULL DEFAULT '',
  checked_by TEXT NOT NULL DEFAULT '',
  checked_on TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('draft', 'filed')),
  filing_unit_id TEXT REFERENCES filing_unit (id),
  volume_number INTEGER CHECK (volume_number >= 1),
  archival_code TEXT NOT NULL DEFAULT '',
  box_id TEXT REFERENCES box (id),
  revision INTEGER NOT NULL DEFAULT 1,
  entered_at TEXT NOT NULL,
  filed_at TEXT,
  CHECK ((state = 'filed') = (filing_unit_id IS NOT NULL)),
  CHECK ((state = 'filed') = (volume_number IS NOT NULL)),
  CHECK ((state = 'filed') = (archival_code <> ''))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX volume_archival_code ON volume (fonds_id, archival_code) WHERE archival_code <> '';

CREATE UNIQUE INDEX volume_number ON volume (filing_unit_id, volume_number) WHERE filing_unit_id IS NOT NULL;

CREATE INDEX volume_class ON volume (fonds_id, category, year, state);

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
  retention TEXT CHECK (retention = 'Y' OR retention GLOB 'D[1-9]' OR retention GLOB 'D[1-9][0-9]'),
  matter_id TEXT REFERENCES matter (id),
  access TEXT NOT NULL CHECK (access IN ('open', 'internal', 'restricted')),
  security_level TEXT NOT NULL CHECK (security_level IN ('', '内部')),
  neutral_title TEXT NOT NULL,
  paper_page_count INTEGER NOT NULL CHECK (paper_page_count >= 0),
  image_count INTEGER NOT NULL DEFAULT 0 CHECK (image_count >= 0),
  page_count INTEGER NOT NULL GENERATED ALWAYS AS
    (CASE WHEN paper_page_count > 0 THEN paper_page_count ELSE image_count END) STORED,
  remark TEXT NOT NULL,
  -- excluded: judged 不归档, with the reason kept.
  state TEXT NOT NULL CHECK (state IN ('draft', 'filed', 'excluded')),
  filing_unit_id TEXT REFERENCES filing_unit (id),
  -- 件号 in the lowest class, or in its volume or group.
  item_number INTEGER CHECK (item_number >= 1),
  archival_code TEXT NOT NULL DEFAULT '',
  -- Digest of the record as filed; a changed character in the file is noticed against it (package-and-trust F23).
  record_hash TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  entered_at TEXT NOT NULL,
  filed_at TEXT,
  -- 载体形态. A sealed packet (选票, 委托书) is never scanned.
  carrier TEXT NOT NULL DEFAULT 'paper' CHECK (carrier IN ('paper', 'digital', 'object', 'sealed')),
  -- 事由: items of one matter lie together, by time (DA/T 22-2015, 5.3).
  affair TEXT NOT NULL DEFAULT '',
  -- A place given by hand inside the lowest class; NULL lies where time and matter put it.
  rank REAL,
  volume_id TEXT REFERENCES volume (id),
  box_id TEXT REFERENCES box (id),
  -- 在室 / 街道代管 / 已移交 / 借出.
  holding TEXT NOT NULL DEFAULT 'here' CHECK (holding IN ('here', 'street', 'transferred', 'lent')),
  -- The line of the retention schedule, and with it the version, that gave the term.
  schedule_row_id TEXT REFERENCES schedule_row (id),
  excluded_reason TEXT NOT NULL DEFAULT '',
  -- Measured by hand; NULL is reckoned from the pages.
  thickness_mm REAL CHECK (thickness_mm > 0), file_count INTEGER NOT NULL DEFAULT 0 CHECK (file_count >= 0),
  CHECK ((state = 'filed') = (filing_unit_id IS NOT NULL)),
  CHECK ((state = 'filed') = (item_number IS NOT NULL)),
  CHECK ((state = 'filed') = (archival_code <> '')),
  CHECK ((state = 'excluded') = (excluded_reason <> '')),
  CHECK (carrier <> 'sealed' OR image_count = 0)
) STRICT;

-- Items of volumes are numbered inside them.
CREATE UNIQUE INDEX item_number ON item (filing_unit_id, coalesce(volume_id, ''), item_number)
  WHERE filing_unit_id IS NOT NULL;

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

CREATE INDEX item_volume ON item (volume_id, item_number, seq) WHERE volume_id IS NOT NULL;

CREATE INDEX item_box ON item (box_id, item_number) WHERE box_id IS NOT NULL;

-- Parts of an item in order (DA/T 22-2015, 5.1, the eleven cases).
CREATE TABLE item_part (
  item_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('正文', '附件', '正本', '定稿', '转发文', '被转发文', '原件', '复制件', '翻译本',
    '汉文本', '少数民族文字本', '中文本', '外文本', '复文', '来文', '文件处理单', '发文稿纸')),
  title TEXT NOT NULL,
  PRIMARY KEY (item_id, number)
) STRICT, WITHOUT ROWID;

-- 原档号: what an item was called before a renumbering or a correction; never forgotten.
CREATE TABLE former_code (
  item_id TEXT NOT NULL,
  archival_code TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (item_id, until, archival_code)
) STRICT, WITHOUT ROWID;

CREATE INDEX former_code_code ON former_code (archival_code);

-- Counts by class, kept with every change of an item, so that no statistic counts a million rows.
CREATE TABLE item_tally (
  fonds_id TEXT NOT NULL,
  category TEXT NOT NULL,
  -- 0 while not settled.
  year INTEGER NOT NULL,
  retention TEXT NOT NULL,
  matter_id TEXT NOT NULL,
  state TEXT NOT NULL,
  carrier TEXT NOT NULL,
  items INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  images INTEGER NOT NULL,
  -- Items with at least one image, and items that lie in a box.
  digitised INTEGER NOT NULL,
  boxed INTEGER NOT NULL,
  PRIMARY KEY (fonds_id, category, year, retention, matter_id, state, carrier)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER item_is_counted AFTER INSERT ON item
BEGIN
  INSERT INTO item_tally VALUES (NEW.fonds_id, NEW.category, coalesce(NEW.year, 0), coalesce(NEW.retention, ''),
    coalesce(NEW.matter_id, ''), NEW.state, NEW.carrier, 1, NEW.page_count, NEW.image_count, NEW.image_count > 0,
    NEW.box_id IS NOT NULL)
  ON CONFLICT DO UPDATE SET items = items + 1, pages = pages + excluded.pages, images = images + excluded.images,
    digitised = digitised + excluded.digitised, boxed = boxed + excluded.boxed;
END;

CREATE TRIGGER item_is_counted_out AFTER DELETE ON item
BEGIN
  UPDATE item_tally SET items = items - 1, pages = pages - OLD.page_count, images = images - OLD.image_count,
    digitised = digitised - (OLD.image_count > 0), boxed = boxed - (OLD.box_id IS NOT NULL)
  WHERE fonds_id = OLD.fonds_id AND category = OLD.category AND year = coalesce(OLD.year, 0)
    AND retention = coalesce(OLD.retention, '') AND matter_id = coalesce(OLD.matter_id, '') AND state = OLD.state
    AND carrier = OLD.carrier;
END;

CREATE TRIGGER item_is_counted_anew AFTER UPDATE OF fonds_id, category, year, retention, matter_id, state, carrier,
  paper_page_count, image_count, box_id ON item
BEGIN
  UPDATE item_tally SET items = items - 1, pages = pages - OLD.page_count, images = images - OLD.image_count,
    digitised = digitised - (OLD.image_count > 0), boxed = boxed - (OLD.box_id IS NOT NULL)
  WHERE fonds_id = OLD.fonds_id AND category = OLD.category AND year = coalesce(OLD.year, 0)
    AND retention = coalesce(OLD.retention, '') AND matter_id = coalesce(OLD.matter_id, '') AND state = OLD.state
    AND carrier = OLD.carrier;
  INSERT INTO item_tally VALUES (NEW.fonds_id, NEW.category, coalesce(NEW.year, 0), coalesce(NEW.retention, ''),
    coalesce(NEW.matter_id, ''), NEW.state, NEW.carrier, 1, NEW.page_count, NEW.image_count, NEW.image_count > 0,
    NEW.box_id IS NOT NULL)
  ON CONFLICT DO UPDATE SET items = items + 1, pages = pages + excluded.pages, images = images + excluded.images,
    digitised = digitised + excluded.digitised, boxed = boxed + excluded.boxed;
END;

CREATE TABLE schedule_version (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
  name TEXT NOT NULL,
  -- starter: shipped, 待核对, never called the annex of Order 11.
  state TEXT NOT NULL CHECK (state IN ('starter', 'draft', 'in-force', 'superseded')),
  valid_from TEXT NOT NULL,
  made_at TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One draft at a time, one version in force.
CREATE UNIQUE INDEX schedule_version_single ON schedule_version (state) WHERE state IN ('starter', 'draft', 'in-force');

CREATE TABLE schedule_row (
  id TEXT PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES schedule_version (id),
  position INTEGER NOT NULL,
  category TEXT NOT NULL REFERENCES category (code),
  -- Code of the 机构(问题) the row belongs to; blank for none.
  matter_code TEXT NOT NULL,
  subcategory TEXT NOT NULL,
  content TEXT NOT NULL CHECK (content <> ''),
  -- NULL where the source gives none; such a row only informs.
  retention TEXT CHECK (retention = 'Y' OR retention GLOB 'D[1-9]' OR retention GLOB 'D[1-9][0-9]'),
  is_minimum INTEGER NOT NULL CHECK (is_minimum IN (0, 1)),
  -- From when the term counts: following-year-start, first-day-after-fiscal-year, after-acceptance, …
  start_rule TEXT NOT NULL,
  -- advice binds other units and is shown for comparison; conditional applies under the condition its note names.
  usage TEXT NOT NULL CHECK (usage IN ('rule', 'conditional', 'advice')),
  source TEXT NOT NULL,
  source_row TEXT NOT NULL,
  basis TEXT NOT NULL,
  provenance TEXT NOT NULL CHECK (provenance IN ('seen', 'drafted', 'office')),
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low', '')),
  -- to-verify 待核对, confirmed, corrected, added, dropped.
  status TEXT NOT NULL CHECK (status IN ('to-verify', 'confirmed', 'corrected', 'added', 'dropped')),
  note TEXT NOT NULL,
  judged_by TEXT NOT NULL DEFAULT '',
  judged_at TEXT NOT NULL DEFAULT '',
  -- The row of the version before, from which this one was copied.
  derived_from TEXT REFERENCES schedule_row (id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX schedule_row_version ON schedule_row (version_id, position);

-- 核对: every act of review of a row, in order. What stood there before is kept, so that the newest can be taken back.
CREATE TABLE schedule_judgement (
  row_id TEXT NOT NULL REFERENCES schedule_row (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  verdict TEXT NOT NULL CHECK (verdict IN ('confirm', 'correct', 'drop')),
  role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor')),
  person_id TEXT NOT NULL REFERENCES person (id),
  judged_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  before TEXT NOT NULL,
  PRIMARY KEY (row_id, number)
) STRICT, WITHOUT ROWID;

-- Which items hang on a row: a row that is used is never deleted.
CREATE INDEX item_schedule_row ON item (schedule_row_id) WHERE schedule_row_id IS NOT NULL;

CREATE INDEX volume_schedule_row ON volume (schedule_row_id) WHERE schedule_row_id IS NOT NULL;

-- 全宗名称 and 立档单位 from a day on; the first begins with the fonds.
CREATE TABLE fonds_name (
  fonds_id TEXT NOT NULL REFERENCES fonds (id) ON DELETE CASCADE,
  since TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (fonds_id, since)
) STRICT, WITHOUT ROWID;

-- 更名, 合并, 分设, 撤销: what was done, effective when and why; when it was entered is another day.
CREATE TABLE fonds_act (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('rename', 'merge', 'divide', 'close')),
  effective_on TEXT NOT NULL CHECK (effective_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL,
  entered_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The fonds an act touched: those before it, those after it (renamed: the same one), those it founded.
CREATE TABLE fonds_act_side (
  act_id TEXT NOT NULL REFERENCES fonds_act (id) ON DELETE CASCADE,
  side TEXT NOT NULL CHECK (side IN ('before', 'after')),
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  is_founded INTEGER NOT NULL DEFAULT 0 CHECK (is_founded IN (0, 1)),
  PRIMARY KEY (act_id, side, fonds_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX fonds_act_side_fonds ON fonds_act_side (fonds_id);

-- Drafts and draft volumes that went over with their open matters. Filed items never do.
CREATE TABLE fonds_act_move (
  act_id TEXT NOT NULL REFERENCES fonds_act (id) ON DELETE CASCADE,
  moved_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('item', 'volume')),
  from_fonds_id TEXT NOT NULL REFERENCES fonds (id),
  from_matter_id TEXT REFERENCES matter (id) ON DELETE SET NULL,
  to_fonds_id TEXT NOT NULL REFERENCES fonds (id),
  PRIMARY KEY (act_id, moved_id)
) STRICT, WITHOUT ROWID;

-- 分类方案 in versions: a year filed under one keeps its order of levels.
CREATE TABLE scheme_version (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  name TEXT NOT NULL,
  -- First 归属年度 under it; 0 for every year before another begins.
  from_year INTEGER NOT NULL,
  level_order TEXT NOT NULL CHECK (level_order IN ('year-retention-matter', 'year-matter-retention', 'year-retention')),
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  made_at TEXT NOT NULL,
  UNIQUE (fonds_id, number),
  UNIQUE (fonds_id, from_year)
) STRICT, WITHOUT ROWID;

-- 门类 the version uses.
CREATE TABLE scheme_category (
  scheme_id TEXT NOT NULL REFERENCES scheme_version (id) ON DELETE CASCADE,
  category TEXT NOT NULL REFERENCES category (code),
  PRIMARY KEY (scheme_id, category)
) STRICT, WITHOUT ROWID;

CREATE TABLE register_entry (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  kind TEXT NOT NULL CHECK (kind IN ('incoming', 'outgoing')),
  year INTEGER NOT NULL,
  -- 顺序号, gap-free in its register and year; a cancelled entry keeps its number.
  number INTEGER NOT NULL CHECK (number >= 1),
  -- The day the paper came or went, as the clerk says; entered_at is when it was written down.
  happened_on TEXT NOT NULL CHECK (happened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  entered_at TEXT NOT NULL,
  -- 来文机关, or 主送机关 of a paper sent.
  correspondent TEXT NOT NULL,
  -- 责任者: the sender of a paper received, our own unit or organisation for one sent.
  creator TEXT NOT NULL,
  document_number TEXT NOT NULL,
  document_date TEXT NOT NULL,
  title TEXT NOT NULL,
  copies INTEGER NOT NULL CHECK (copies >= 1),
  page_count INTEGER NOT NULL CHECK (page_count >= 0),
  access TEXT NOT NULL CHECK (access IN ('open', 'internal', 'restricted')),
  security_level TEXT NOT NULL CHECK (security_level IN ('', '内部')),
  neutral_title TEXT NOT NULL,
  remark TEXT NOT NULL,
  matter_id TEXT REFERENCES matter (id),
  retention TEXT,
  schedule_row_id TEXT REFERENCES schedule_row (id),
  -- 办理: where it stands, with whom, until when.
  state TEXT NOT NULL CHECK (state IN ('registered', 'in-hand', 'done', 'no-action', 'cancelled')),
  handler TEXT NOT NULL,
  due_on TEXT NOT NULL,
  item_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (fonds_id, kind, year, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX register_entry_document ON register_entry (document_number) WHERE document_number <> '';

CREATE INDEX register_entry_item ON register_entry (item_id) WHERE item_id IS NOT NULL;

CREATE INDEX register_entry_due ON register_entry (due_on) WHERE state IN ('registered', 'in-hand') AND due_on <> '';

-- 办理情况, step by step; a step taken back is removed with its entry in the journal.
CREATE TABLE register_step (
  entry_id TEXT NOT NULL REFERENCES register_entry (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  state TEXT NOT NULL,
  -- The day it happened, as said; entered_at when it was written down.
  happened_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  handler TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (entry_id, number)
) STRICT, WITHOUT ROWID;

-- 互见号: two things that belong together, each an item or a volume; by id, so that it holds when a 档号 changes.
CREATE TABLE cross_reference (
  id TEXT PRIMARY KEY,
  item_id TEXT REFERENCES item (id) ON DELETE CASCADE,
  volume_id TEXT REFERENCES volume (id) ON DELETE CASCADE,
  other_item_id TEXT REFERENCES item (id) ON DELETE CASCADE,
  other_volume_id TEXT REFERENCES volume (id) ON DELETE CASCADE,
  note TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  CHECK ((item_id IS NULL) <> (volume_id IS NULL)),
  CHECK ((other_item_id IS NULL) <> (other_volume_id IS NULL)),
  CHECK (coalesce(item_id, volume_id) <> coalesce(other_item_id, other_volume_id))
) STRICT, WITHOUT ROWID;

-- A pair stands once, whichever of the two it was entered from.
CREATE UNIQUE INDEX cross_reference_pair ON cross_reference (
  min(coalesce(item_id, volume_id), coalesce(other_item_id, other_volume_id)),
  max(coalesce(item_id, volume_id), coalesce(other_item_id, other_volume_id)));

CREATE INDEX cross_reference_item ON cross_reference (item_id) WHERE item_id IS NOT NULL;

CREATE INDEX cross_reference_other_item ON cross_reference (other_item_id) WHERE other_item_id IS NOT NULL;

CREATE INDEX cross_reference_volume ON cross_reference (volume_id) WHERE volume_id IS NOT NULL;

CREATE INDEX cross_reference_other_volume ON cross_reference (other_volume_id) WHERE other_volume_id IS NOT NULL;

-- 封存: each sealing of a packet with its label, and its opening once that came; rows are added, never taken away.
CREATE TABLE sealed_packet (
  item_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  label_number TEXT NOT NULL UNIQUE CHECK (label_number <> ''),
  -- What lies inside, counted by both.
  count INTEGER NOT NULL CHECK (count >= 1),
  unit TEXT NOT NULL,
  sealed_on TEXT NOT NULL CHECK (sealed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  first_sealer TEXT NOT NULL CHECK (first_sealer <> ''),
  second_sealer TEXT NOT NULL CHECK (second_sealer <> '' AND second_sealer <> first_sealer),
  opened_on TEXT NOT NULL DEFAULT '',
  first_opener TEXT NOT NULL DEFAULT '',
  second_opener TEXT NOT NULL DEFAULT '',
  opening_reason TEXT NOT NULL DEFAULT '',
  entered_at TEXT NOT NULL,
  opening_entered_at TEXT,
  PRIMARY KEY (item_id, number),
  CHECK ((opened_on = '') = (opening_reason = '') AND (opened_on = '') = (opening_entered_at IS NULL)),
  CHECK (opened_on = '' OR (first_opener <> '' AND second_opener <> '' AND first_opener <> second_opener))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sealed_packet_stays BEFORE UPDATE ON sealed_packet WHEN OLD.opened_on <> ''
BEGIN SELECT raise(ABORT, 'an opening of a sealed packet is kept as it was written'); END;

-- 原案卷号: what a volume was called before a renumbering; never forgotten.
CREATE TABLE former_volume_code (
  volume_id TEXT NOT NULL,
  archival_code TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (volume_id, until, archival_code)
) STRICT, WITHOUT ROWID;

CREATE INDEX former_volume_code_code ON former_volume_code (archival_code);

-- Rights of a person beside the roles. party: may see items of 党务 matters.
CREATE TABLE person_right (
  person_id TEXT NOT NULL REFERENCES person (id),
  name TEXT NOT NULL CHECK (name IN ('party')),
  granted_at TEXT NOT NULL,
  granted_by TEXT NOT NULL,
  PRIMARY KEY (person_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX item_matter ON item (matter_id) WHERE matter_id IS NOT NULL;

-- 电子文件: a received file that is kept as it is and never rendered; in the tray (item_id NULL) or in one part of one item.
CREATE TABLE digital_file (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  scan_id TEXT NOT NULL UNIQUE REFERENCES scan (id),
  format TEXT NOT NULL CHECK (format IN ('docx', 'wps', 'doc', 'xlsx', 'et', 'xls', 'ofd', 'html', 'mhtml', 'eml',
    'mp3', 'wav', 'm4a', 'mp4')),
  format_version TEXT NOT NULL,
  -- The program that wrote it, where the file says so; blank otherwise.
  made_with TEXT NOT NULL,
  has_macro INTEGER NOT NULL CHECK (has_macro IN (0, 1)),
  item_id TEXT REFERENCES item (id),
  part_number INTEGER,
  position INTEGER,
  CHECK ((item_id IS NULL) = (part_number IS NULL) AND (item_id IS NULL) = (position IS NULL))
) STRICT;

CREATE INDEX digital_file_tray ON digital_file (seq) WHERE item_id IS NULL;

CREATE INDEX digital_file_item ON digital_file (item_id, part_number, position) WHERE item_id IS NOT NULL;

-- 录音 and 录像 as their own headers describe them (DA/T 78-2019); NULL where a header is silent.
CREATE TABLE recording (
  digital_file_id TEXT PRIMARY KEY REFERENCES digital_file (id) ON DELETE CASCADE,
  duration_ms INTEGER CHECK (duration_ms >= 0),
  codec TEXT NOT NULL,
  sample_rate INTEGER,
  bit_depth INTEGER,
  channel_count INTEGER,
  width INTEGER,
  height INTEGER,
  frame_rate REAL
) STRICT, WITHOUT ROWID;

-- 阅读副本: a PDF or OFD made by somebody from the file, for reading only; the file itself stays what is kept.
CREATE TABLE reading_copy (
  digital_file_id TEXT PRIMARY KEY REFERENCES digital_file (id),
  file_id TEXT NOT NULL REFERENCES vault_file (id),
  format TEXT NOT NULL CHECK (format IN ('pdf', 'ofd')),
  source_name TEXT NOT NULL,
  supplied_by TEXT NOT NULL,
  supplied_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX reading_copy_file ON reading_copy (file_id);

-- What the camera wrote into a photo (EXIF). A place is never among it: it stays in the original alone.
CREATE TABLE camera_fact (
  scan_id TEXT PRIMARY KEY REFERENCES scan (id) ON DELETE CASCADE,
  make TEXT NOT NULL,
  model TEXT NOT NULL,
  -- The camera's own clock, without a zone: "2024-05-01T10:20:30"; blank when it says nothing.
  taken_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 说明 of one photo or recording (DA/T 50-2014, DA/T 78-2019). 题名 and 摄影者 stand in the item itself.
CREATE TABLE caption (
  item_id TEXT PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
  -- The day somebody stated (据说明), apart from the day the camera recorded.
  stated_date TEXT NOT NULL CHECK (stated_date = '' OR stated_date GLOB '[0-9][0-9][0-9][0-9]*'),
  place TEXT NOT NULL,
  people TEXT NOT NULL,
  affair TEXT NOT NULL,
  background TEXT NOT NULL,
  text TEXT NOT NULL,
  see_also TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The event a 组 is about, beside what every volume has.
CREATE TABLE group_event (
  volume_id TEXT PRIMARY KEY REFERENCES volume (id) ON DELETE CASCADE,
  photographer TEXT NOT NULL,
  place TEXT NOT NULL,
  people TEXT NOT NULL,
  affair TEXT NOT NULL,
  background TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER digital_file_is_placed AFTER UPDATE OF item_id ON digital_file WHEN OLD.item_id IS NOT NEW.item_id
BEGIN
  UPDATE item SET file_count = file_count - 1 WHERE id = OLD.item_id;
  UPDATE item SET file_count = file_count + 1 WHERE id = NEW.item_id;
END;

CREATE TRIGGER digital_file_is_gone AFTER DELETE ON digital_file WHEN OLD.item_id IS NOT NULL
BEGIN UPDATE item SET file_count = file_count - 1 WHERE id = OLD.item_id; END;

-- 移交部门: an organisation or a post that hands papers in. A post is named by its duty; it is no list of persons.
CREATE TABLE collection_source (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  kind TEXT NOT NULL CHECK (kind IN ('party', 'committee', 'station', 'association', 'post', 'other')),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  is_used INTEGER NOT NULL CHECK (is_used IN (0, 1)),
  UNIQUE (fonds_id, name)
) STRICT, WITHOUT ROWID;

-- 归档移交清单: one line of what a source is to hand in for a year.
CREATE TABLE collection_line (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES collection_source (id),
  category TEXT NOT NULL REFERENCES category (code),
  year INTEGER NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  -- 文种 or 载体 in the office's own words.
  kind TEXT NOT NULL,
  copies INTEGER NOT NULL CHECK (copies >= 0),
  pages INTEGER NOT NULL CHECK (pages >= 0),
  due_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('expected', 'handed-in', 'missing', 'excluded')),
  handed_in_on TEXT NOT NULL,
  reminded_on TEXT NOT NULL,
  reminder_count INTEGER NOT NULL CHECK (reminder_count >= 0),
  -- Why it is 不归档, or why it never came.
  reason TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  CHECK ((state = 'handed-in') = (handed_in_on <> '')),
  CHECK ((state IN ('missing', 'excluded')) = (reason <> ''))
) STRICT, WITHOUT ROWID;

CREATE INDEX collection_line_year ON collection_line (year, category, source_id, position);

-- 归档时间 of each 门类 (regulations 2.1, second-hand: 待核对). A class without a row has no date anybody told us.
CREATE TABLE deadline (
  category TEXT PRIMARY KEY REFERENCES category (code),
  rule TEXT NOT NULL CHECK (rule IN ('next-year', 'at-once', 'per-project')),
  month INTEGER CHECK (month BETWEEN 1 AND 12),
  day INTEGER CHECK (day BETWEEN 1 AND 31),
  basis TEXT NOT NULL,
  CHECK ((rule = 'next-year') = (month IS NOT NULL)),
  CHECK ((rule = 'next-year') = (day IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- 延期归档: the newest line of a year and class holds; earlier ones stay as history.
CREATE TABLE deadline_postponement (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  category TEXT NOT NULL REFERENCES category (code),
  year INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  withdrawn_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX deadline_postponement_year ON deadline_postponement (fonds_id, category, year, decided_at);

-- 更正: what was changed in a record of a closed year, with the record hash it was closed under.
CREATE TABLE filing_correction (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  corrected_at TEXT NOT NULL,
  corrected_by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  -- Changed fields only, as JSON objects.
  fields_before TEXT NOT NULL,
  fields_after TEXT NOT NULL,
  code_before TEXT NOT NULL,
  code_after TEXT NOT NULL,
  hash_before TEXT NOT NULL,
  hash_after TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX filing_correction_item ON filing_correction (item_id, corrected_at);

-- When the first and the last item of a class were filed, without reading the items: the pace of the June board.
CREATE INDEX item_filed_at ON item (fonds_id, category, year, filed_at) WHERE state = 'filed';

-- A place given by hand holds inside one lowest class only.
CREATE TRIGGER item_rank_ends AFTER UPDATE OF fonds_id, category, year, retention, matter_id, volume_id ON item
WHEN NEW.rank IS NOT NULL AND NEW.rank IS OLD.rank AND (NEW.fonds_id <> OLD.fonds_id OR NEW.category <> OLD.category OR NEW.year IS NOT OLD.year
  OR NEW.retention IS NOT OLD.retention OR NEW.matter_id IS NOT OLD.matter_id OR NEW.volume_id IS NOT OLD.volume_id)
BEGIN
  UPDATE item SET rank = NULL WHERE seq = NEW.seq;
END;

-- 移盒: after a year is closed an item changes its box only with a reason; the 备考表 of both boxes tells it.
CREATE TABLE box_move (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL,
  archival_code TEXT NOT NULL,
  -- NULL: it lay in no box before, or lies in none since.
  from_box_id TEXT,
  to_box_id TEXT,
  moved_at TEXT NOT NULL,
  moved_by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT, WITHOUT ROWID;

CREATE INDEX box_move_from ON box_move (from_box_id, moved_at);

CREATE INDEX box_move_to ON box_move (to_box_id, moved_at);

-- 温湿度: one reading. is_out is judged against the limits of the day it was written.
CREATE TABLE climate_reading (
  id TEXT PRIMARY KEY,
  room TEXT NOT NULL,
  read_on TEXT NOT NULL,
  read_time TEXT NOT NULL CHECK (read_time GLOB '[0-2][0-9]:[0-5][0-9]'),
  temperature REAL NOT NULL,
  humidity REAL NOT NULL CHECK (humidity BETWEEN 0 AND 100),
  recorder TEXT NOT NULL,
  is_out INTEGER NOT NULL CHECK (is_out IN (0, 1)),
  -- What was done about a reading out of range.
  measure TEXT NOT NULL,
  remark TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  UNIQUE (room, read_on, read_time)
) STRICT, WITHOUT ROWID;

CREATE INDEX climate_reading_day ON climate_reading (read_on, read_time);

-- 八防: one round through the room.
CREATE TABLE safety_check (
  id TEXT PRIMARY KEY,
  room TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  checker TEXT NOT NULL,
  remark TEXT NOT NULL,
  entered_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX safety_check_day ON safety_check (checked_on);

CREATE TABLE safety_check_line (
  check_id TEXT NOT NULL REFERENCES safety_check (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- 防火, 防盗, …: the words of the list as it was that day.
  guard TEXT NOT NULL,
  is_fine INTEGER NOT NULL CHECK (is_fine IN (0, 1)),
  problem TEXT NOT NULL,
  measure TEXT NOT NULL,
  solved_on TEXT NOT NULL,
  PRIMARY KEY (check_id, position)
) STRICT, WITHOUT ROWID;

-- 清点: what should be there, and what was found; frozen once finished.
CREATE TABLE stock_take (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('full', 'random')),
  scope TEXT NOT NULL,
  started_on TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'frozen')),
  frozen_at TEXT,
  note TEXT NOT NULL,
  CHECK ((state = 'frozen') = (frozen_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_take_line (
  stock_take_id TEXT NOT NULL REFERENCES stock_take (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  archival_code TEXT NOT NULL,
  -- Box and shelf as they were written down when the list was made.
  expected_place TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('', 'found', 'missing', 'misplaced')),
  found_place TEXT NOT NULL,
  PRIMARY KEY (stock_take_id, item_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX stock_take_line_order ON stock_take_line (stock_take_id, position);

-- 破损与修复.
CREATE TABLE damage (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL,
  archival_code TEXT NOT NULL,
  kind TEXT NOT NULL,
  found_on TEXT NOT NULL,
  found_by TEXT NOT NULL,
  extent TEXT NOT NULL,
  measure TEXT NOT NULL,
  -- Blank until repaired.
  repaired_on TEXT NOT NULL,
  repaired_by TEXT NOT NULL,
  remark TEXT NOT NULL,
  entered_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX damage_item ON damage (item_id);

CREATE INDEX damage_day ON damage (found_on);

-- 可读性检测: sealed files opened and digested anew.
CREATE TABLE readability_test (
  id TEXT PRIMARY KEY,
  tested_at TEXT NOT NULL,
  tester TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('full', 'random')),
  file_total INTEGER NOT NULL,
  file_count INTEGER NOT NULL,
  byte_count INTEGER NOT NULL,
  fault_count INTEGER NOT NULL,
  -- Outcome and measure, written afterwards.
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE readability_line (
  test_id TEXT NOT NULL REFERENCES readability_test (id) ON DELETE CASCADE,
  file_id TEXT NOT NULL,
  archival_code TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('same', 'differs', 'unreadable', 'missing')),
  PRIMARY KEY (test_id, file_id)
) STRICT, WITHOUT ROWID;

-- 数字化批次: paper out, counted, scanned, checked to the last item, bound again, back and signed for.
CREATE TABLE digitisation_batch (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
  handed_on TEXT NOT NULL,
  handed_by TEXT NOT NULL,
  -- Who scans: a person of the office or a firm.
  operator TEXT NOT NULL,
  due_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  returned_on TEXT NOT NULL,
  returned_by TEXT NOT NULL,
  received_by TEXT NOT NULL,
  remark TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  closed_at TEXT,
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE digitisation_line (
  batch_id TEXT NOT NULL REFERENCES digitisation_batch (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  archival_code TEXT NOT NULL,
  -- Counted by hand before scanning; NULL until counted.
  counted_pages INTEGER CHECK (counted_pages >= 1),
  -- Images of the item when the batch was closed; NULL while it is open.
  scanned_pages INTEGER CHECK (scanned_pages >= 0),
  is_checked INTEGER NOT NULL CHECK (is_checked IN (0, 1)),
  checked_by TEXT NOT NULL,
  -- T1 … T7 of DA/T 69-2018, 'none' where it was not taken apart; blank until bound again.
  binding_method TEXT NOT NULL,
  explanation TEXT NOT NULL,
  PRIMARY KEY (batch_id, item_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX digitisation_line_item ON digitisation_line (item_id);

-- 版式调整: what an office adjusts on a form (words, font, column widths) as JSON; a form without a row is as shipped.
CREATE TABLE form_adjustment (
  form_id TEXT PRIMARY KEY,
  adjustment TEXT NOT NULL CHECK (json_valid(adjustment))
) STRICT, WITHOUT ROWID;

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

-- 常用筛选 of the item list: classes and states, never words that were searched.
CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  filter TEXT NOT NULL CHECK (json_valid(filter)),
  item_order TEXT NOT NULL CHECK (item_order IN ('entered', 'code', 'date', 'title'))
) STRICT, WITHOUT ROWID;

-- Set for what came from a device; a file the clerk chose has none. Capture is by this machine's clock, apart from scan.entered_at.
CREATE TABLE capture (
  scan_id TEXT PRIMARY KEY REFERENCES scan (id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('scanner', 'camera', 'watched-folder')),
  device TEXT NOT NULL,
  captured_at TEXT NOT NULL,
  -- One run of a feeder, one sitting at the camera: the pile that is separated into items.
  pile_id TEXT NOT NULL,
  -- Name of the 扫描方案 at that time; '' when none was chosen.
  profile TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX capture_pile ON capture (pile_id);

-- 扫描方案 (DA/T 31-2017): a choice of settings with a name.
CREATE TABLE scan_profile (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  colour_mode TEXT NOT NULL CHECK (colour_mode IN ('bitonal', 'grey', 'colour')),
  dpi INTEGER NOT NULL CHECK (dpi BETWEEN 75 AND 1200),
  paper TEXT NOT NULL CHECK (paper IN ('A3', 'A4', 'A5', 'B5', 'whole')),
  feed TEXT NOT NULL CHECK (feed IN ('flatbed', 'feeder', 'duplex')),
  -- Steps made of each page at once, as in page_version.recipe; '[]' for none.
  recipe TEXT NOT NULL CHECK (json_valid(recipe)),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE page_version (
  page_id TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('original', 'rendition', 'derivative')),
  made_by TEXT NOT NULL,
  file_id TEXT NOT NULL REFERENCES vault_file (id),
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  dpi INTEGER,
  colour_mode TEXT NOT NULL CHECK (colour_mode IN ('bitonal', 'grey', 'colour')),
  made_from INTEGER,
  made_at TEXT NOT NULL DEFAULT '',
  recipe TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipe)),
  CHECK ((kind = 'derivative') = (made_from IS NOT NULL)),
  PRIMARY KEY (page_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX page_version_file ON page_version (file_id);

CREATE INDEX page_tray ON page (coalesce(tray_position, seq)) WHERE item_id IS NULL AND set_aside = '';

CREATE INDEX page_set_aside ON page (set_aside, seq) WHERE set_aside <> '';

-- What was noticed about a page: measured, never a reason to refuse it.
CREATE TABLE page_mark (
  page_id TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  mark TEXT NOT NULL CHECK (mark IN ('blur', 'glare', 'dark', 'cut-edge', 'same-page', 'upside-down', 'blank', 'separator',
    'low-resolution', 'not-colour', 'not-reliably-read', 'first-page', 'personal')),
  -- The measured value, or what was read (the words of a separator sheet); '' when there is none.
  value TEXT NOT NULL,
  -- 1 when the clerk said that it is all right.
  is_settled INTEGER NOT NULL DEFAULT 0 CHECK (is_settled IN (0, 1)),
  PRIMARY KEY (page_id, mark)
) STRICT, WITHOUT ROWID;

-- 初看: what was measured on the shown image of a page, once; the marks above follow from it.
CREATE TABLE page_look (
  page_id TEXT PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
  -- The version looked at, and the name of the measuring; another of either means: look again.
  version_number INTEGER NOT NULL,
  judge TEXT NOT NULL,
  -- Ink of the page on a small grid, by which the same sheet is known again; empty where there is none.
  fingerprint BLOB NOT NULL,
  -- Share of red ink in the head of the page, 0 to 1.
  red_head REAL NOT NULL,
  -- reading.read_at of the reading that was considered; '' while the page was not read.
  reading_seen TEXT NOT NULL,
  -- What in the reading says that a paper begins or goes on here.
  head TEXT NOT NULL CHECK (head IN ('', 'red-head', 'document-number', 'title', 'page-one', 'later-page'))
) STRICT, WITHOUT ROWID;

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

-- Another image is shown now: what was read stays usable until it has been read; back at the version that was read, nothing waits.
CREATE TRIGGER page_shown_again AFTER UPDATE OF shown_version ON page WHEN old.shown_version <> new.shown_version
BEGIN
  UPDATE reading SET attempts = 0, state = CASE
    WHEN version_number IS NOT new.shown_version THEN 'waiting'
    WHEN character_count > 0 THEN 'read' ELSE 'unreadable' END
  WHERE page_id = new.id;
END;

-- Columns are told apart (a title alone is asked by the schedule's proposals); of a restricted item title and 档号 only (P6).
CREATE VIRTUAL TABLE item_ft USING fts5 (
  title, creator, document_number, archival_code, document_date,
  content = '', contentless_delete = 1, detail = column, tokenize = 'ascii'
);

-- Pinyin of 题名 and 责任者: initials and syllables, with every reading of a character.
CREATE VIRTUAL TABLE item_pinyin_ft USING fts5 (
  sounds, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- What was read on a page; rowid = page.seq, so that newest captured stands first. No page of a restricted item (P6).
CREATE VIRTUAL TABLE page_ft USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- Rows whose place in the index is to be looked at anew, by the work in the background.
CREATE TABLE item_due (
  seq INTEGER PRIMARY KEY,
  -- 0 when the words stand already and only pinyin is missing.
  needs_words INTEGER NOT NULL CHECK (needs_words IN (0, 1))
) STRICT;

CREATE TABLE page_due (seq INTEGER PRIMARY KEY) STRICT;

-- How the index was made; another version of the program's folding means: made anew.
CREATE TABLE search_index (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  version INTEGER NOT NULL,
  -- A text was taken out because it may not be there (P6, P14): what the index still holds of it between other texts, though no
  -- question reaches it, is written over in the background. 1: to be done; 2: being done.
  leftovers INTEGER NOT NULL DEFAULT 0 CHECK (leftovers IN (0, 1, 2))
) STRICT;

CREATE VIEW searchable_page AS
  SELECT p.seq AS seq, p.id AS id, p.item_id AS item_id FROM page p
  WHERE p.set_aside = ''
    AND NOT EXISTS (SELECT 1 FROM page_mark m WHERE m.page_id = p.id AND m.mark = 'personal' AND m.is_settled = 0)
    AND NOT EXISTS (SELECT 1 FROM item i WHERE i.id = p.item_id AND i.access = 'restricted');

CREATE TRIGGER item_search_opened AFTER UPDATE OF access ON item
WHEN old.access = 'restricted' AND new.access <> 'restricted'
BEGIN
  INSERT OR IGNORE INTO page_due (seq) SELECT seq FROM page WHERE item_id = new.id;
END;

CREATE TRIGGER page_search_not_personal AFTER DELETE ON page_mark WHEN old.mark = 'personal'
BEGIN
  INSERT OR IGNORE INTO page_due (seq) SELECT seq FROM searchable_page WHERE id = old.page_id;
END;

-- Words of an item are written with the item (db/item-words.ts); its pinyin follows in the background.
CREATE TRIGGER item_search_made AFTER INSERT ON item
BEGIN INSERT OR IGNORE INTO item_due (seq, needs_words) VALUES (new.seq, 0); END;

CREATE TRIGGER item_search_changed AFTER UPDATE OF title, creator, access ON item
WHEN old.title <> new.title OR old.creator <> new.creator OR old.access <> new.access
BEGIN INSERT OR IGNORE INTO item_due (seq, needs_words) VALUES (new.seq, 0); END;

CREATE TRIGGER item_search_end AFTER DELETE ON item
BEGIN
  DELETE FROM item_pinyin_ft WHERE rowid = old.seq;
  DELETE FROM item_due WHERE seq = old.seq;
END;

-- The words of a page alone, sealed apart from their places and confidences: a search opens hundreds of pages in a row and needs
-- no more of them. By page.seq, so that pages that are found together stand together.
CREATE TABLE page_text (
  seq INTEGER PRIMARY KEY REFERENCES page (seq) ON DELETE CASCADE,
  -- The sealed file from whose key theirs is derived: when that key is dropped, the words are gone (personal-data P14).
  file_id TEXT NOT NULL,
  -- NULL: read before this table was there. Sealed apart in the background; until then the reading itself is opened.
  sealed BLOB
) STRICT;

CREATE INDEX page_text_due ON page_text (seq) WHERE sealed IS NULL;

CREATE TABLE content_key (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('file', 'item', 'person', 'row', 'resident', 'request')),
  wrapped BLOB NOT NULL CHECK (length(wrapped) = 60)
) STRICT, WITHOUT ROWID;

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
, file_digest TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;

CREATE TABLE ledger_column_choice (
  heading_digest TEXT NOT NULL,
  ledger_id TEXT NOT NULL REFERENCES ledger (id) ON DELETE CASCADE,
  column_index INTEGER NOT NULL,
  -- Blank for a column that stays outside.
  column_key TEXT NOT NULL,
  PRIMARY KEY (heading_digest, ledger_id, column_index)
) STRICT, WITHOUT ROWID;

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

-- The walls of P6 as before (0016): whoever moves a page or closes an item, the text is out in the same step.
CREATE TRIGGER page_search_place AFTER UPDATE OF item_id, set_aside ON page
WHEN old.item_id IS NOT new.item_id OR old.set_aside <> new.set_aside
BEGIN
  UPDATE search_index SET leftovers = 1 WHERE EXISTS (SELECT 1 FROM item WHERE id = new.item_id AND access = 'restricted');
  DELETE FROM page_ft WHERE rowid = 268435455 - new.seq AND NOT EXISTS (SELECT 1 FROM searchable_page WHERE seq = new.seq);
  INSERT OR IGNORE INTO page_due (seq) SELECT seq FROM searchable_page
    WHERE seq = new.seq AND NOT EXISTS (SELECT 1 FROM page_ft WHERE rowid = 268435455 - new.seq);
END;

CREATE TRIGGER page_search_end AFTER DELETE ON page
BEGIN
  UPDATE search_index SET leftovers = 1;
  DELETE FROM page_ft WHERE rowid = 268435455 - old.seq;
  DELETE FROM page_due WHERE seq = old.seq;
END;

CREATE TRIGGER item_search_closed AFTER UPDATE OF access ON item
WHEN old.access <> 'restricted' AND new.access = 'restricted'
BEGIN
  UPDATE search_index SET leftovers = 1;
  DELETE FROM page_ft WHERE rowid IN (SELECT 268435455 - seq FROM page WHERE item_id = new.id);
END;

CREATE TRIGGER page_search_personal AFTER INSERT ON page_mark WHEN new.mark = 'personal'
BEGIN
  UPDATE search_index SET leftovers = 1;
  DELETE FROM page_ft WHERE rowid IN (SELECT 268435455 - seq FROM page WHERE id = new.page_id)
    AND NOT EXISTS (SELECT 1 FROM searchable_page WHERE id = new.page_id);
END;

CREATE TRIGGER page_search_settled AFTER UPDATE OF is_settled ON page_mark WHEN new.mark = 'personal'
BEGIN
  DELETE FROM page_ft WHERE rowid IN (SELECT 268435455 - seq FROM page WHERE id = new.page_id)
    AND NOT EXISTS (SELECT 1 FROM searchable_page WHERE id = new.page_id);
  INSERT OR IGNORE INTO page_due (seq) SELECT seq FROM searchable_page WHERE id = new.page_id;
END;

-- Words of a page as they are searched, beside the index that is made of them: a long word is looked for here, where it costs
-- a tenth of opening the page. Made and emptied with the index, and like it left out of every backup (personal-data P14).
CREATE TABLE page_folded (
  seq INTEGER PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;

-- The walls of P6 stand before this table as before the index (0019): what is out of the one is out of the other in the same step.
CREATE TRIGGER page_folded_place AFTER UPDATE OF item_id, set_aside ON page
WHEN old.item_id IS NOT new.item_id OR old.set_aside <> new.set_aside
BEGIN
  DELETE FROM page_folded WHERE seq = new.seq AND NOT EXISTS (SELECT 1 FROM searchable_page WHERE seq = new.seq);
END;

CREATE TRIGGER page_folded_end AFTER DELETE ON page
BEGIN
  DELETE FROM page_folded WHERE seq = old.seq;
END;

CREATE TRIGGER page_folded_closed AFTER UPDATE OF access ON item
WHEN old.access <> 'restricted' AND new.access = 'restricted'
BEGIN
  DELETE FROM page_folded WHERE seq IN (SELECT seq FROM page WHERE item_id = new.id);
END;

CREATE TRIGGER page_folded_personal AFTER INSERT ON page_mark WHEN new.mark = 'personal'
BEGIN
  DELETE FROM page_folded WHERE seq IN (SELECT seq FROM page WHERE id = new.page_id)
    AND NOT EXISTS (SELECT 1 FROM searchable_page WHERE id = new.page_id);
END;

CREATE TRIGGER page_folded_settled AFTER UPDATE OF is_settled ON page_mark WHEN new.mark = 'personal'
BEGIN
  DELETE FROM page_folded WHERE seq IN (SELECT seq FROM page WHERE id = new.page_id)
    AND NOT EXISTS (SELECT 1 FROM searchable_page WHERE id = new.page_id);
END;

-- What columns are sorted and filtered by, as before (0018), but in blocks: the cells of 128 neighbouring rows of one column stand in
-- one record. Ten thousand imported rows are a thousand records instead of a quarter of a million entries in two trees, and a question
-- reads the blocks of its column one after the other. Digests, amounts and words are those that stood before; nothing more is kept.
CREATE TABLE ledger_cell_block (
  column_seq INTEGER NOT NULL REFERENCES ledger_column (seq) ON DELETE CASCADE,
  -- The number of a row divided by 128.
  block INTEGER NOT NULL,
  -- Three lists as JSON with one place for each cell that is filled, by the numbers of the rows.
  row_seqs TEXT NOT NULL,
  -- Numbers by their amount, dates as they are, words by pinyin and then by themselves; 0 of a digest.
  keys TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (column_seq, block)
) STRICT, WITHOUT ROWID;
