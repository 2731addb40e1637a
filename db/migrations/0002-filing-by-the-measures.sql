-- Filing by the Measures: all 门类, every term, 卷 and 组, boxes and shelves, the filing year. Tables whose rules change are
-- built anew; rows keep their numbers. Foreign keys are off while migrations climb and checked before they are kept.

DROP TABLE category;
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
INSERT INTO category (code, name, unit, position, is_used) VALUES
  ('WS', '文书', 'item', 1, 1),
  ('KJ', '科技', 'volume', 2, 1),
  ('KU', '会计', 'volume', 3, 1),
  ('ZP', '照片', 'group', 4, 1),
  ('LY', '录音', 'group', 5, 1),
  ('LX', '录像', 'group', 6, 1),
  ('SW', '实物', 'item', 7, 1),
  ('SJ', '业务数据', 'item', 8, 1),
  ('RS', '人事', 'volume', 9, 0),
  ('ZY', '专业', 'item', 10, 0),
  ('YJ', '公务电子邮件', 'item', 11, 0),
  ('WY', '网页信息', 'item', 12, 0),
  ('MT', '社交媒体', 'item', 13, 0);

CREATE TABLE matter_v2 (
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
INSERT INTO matter_v2 (id, fonds_id, category, code, name) SELECT id, fonds_id, 'WS', code, name FROM matter;
DROP TABLE matter;
-- 机构(问题) 类目, or the second level of a 门类 (KJ·JJ 基建, KU·01 凭证) (DA/T 22-2015, 5.2; DA/T 13-2022).
ALTER TABLE matter_v2 RENAME TO matter;

CREATE TABLE filing_unit_v2 (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  category TEXT NOT NULL REFERENCES category (code),
  year INTEGER NOT NULL,
  retention TEXT NOT NULL CHECK (retention = 'Y' OR retention GLOB 'D[1-9]' OR retention GLOB 'D[1-9][0-9]'),
  matter_id TEXT REFERENCES matter (id)
) STRICT, WITHOUT ROWID;
INSERT INTO filing_unit_v2 SELECT id, fonds_id, category, year, retention, matter_id FROM filing_unit;
DROP TABLE filing_unit;
-- 整理单元: the lowest class, in which 件号 (or 案卷号, 组号) runs from 1 without a gap.
ALTER TABLE filing_unit_v2 RENAME TO filing_unit;
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

CREATE TABLE item_v2 (
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
  thickness_mm REAL CHECK (thickness_mm > 0),
  CHECK ((state = 'filed') = (filing_unit_id IS NOT NULL)),
  CHECK ((state = 'filed') = (item_number IS NOT NULL)),
  CHECK ((state = 'filed') = (archival_code <> '')),
  CHECK ((state = 'excluded') = (excluded_reason <> '')),
  CHECK (carrier <> 'sealed' OR image_count = 0)
) STRICT;
INSERT INTO item_v2 (seq, id, fonds_id, category, title, creator, document_number, document_date, year, retention,
  matter_id, access, security_level, neutral_title, paper_page_count, image_count, remark, state, filing_unit_id,
  item_number, archival_code, record_hash, revision, entered_at, filed_at)
SELECT seq, id, fonds_id, category, title, creator, document_number, document_date, year, retention,
  matter_id, access, security_level, neutral_title, paper_page_count, image_count, remark, state, filing_unit_id,
  item_number, archival_code, record_hash, revision, entered_at, filed_at FROM item;
DROP TABLE item;
-- 件 (DA/T 22-2015, 5.1).
ALTER TABLE item_v2 RENAME TO item;
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

CREATE TABLE item_part_v2 (
  item_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('正文', '附件', '正本', '定稿', '转发文', '被转发文', '原件', '复制件', '翻译本',
    '汉文本', '少数民族文字本', '中文本', '外文本', '复文', '来文', '文件处理单', '发文稿纸')),
  title TEXT NOT NULL,
  PRIMARY KEY (item_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO item_part_v2 SELECT item_id, number, kind, title FROM item_part;
DROP TABLE item_part;
-- Parts of an item in order (DA/T 22-2015, 5.1, the eleven cases).
ALTER TABLE item_part_v2 RENAME TO item_part;

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
INSERT INTO item_tally
SELECT fonds_id, category, coalesce(year, 0), coalesce(retention, ''), coalesce(matter_id, ''), state, carrier,
  count(*), sum(page_count), sum(image_count), sum(image_count > 0), sum(box_id IS NOT NULL)
FROM item GROUP BY 1, 2, 3, 4, 5, 6, 7;

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
