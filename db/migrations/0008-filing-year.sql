-- The filing year as a guided run: who hands in what by when, what was corrected after the close, when each class is due.

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
INSERT INTO deadline (category, rule, month, day, basis) VALUES
  ('WS', 'next-year', 6, 30, '次年6月30日前（待核对）'),
  ('KU', 'next-year', 3, 31, '会计年度终了后次年3月31日前（待核对）'),
  ('ZP', 'at-once', NULL, NULL, '随时归档：活动结束即归（待核对）'),
  ('LY', 'at-once', NULL, NULL, '随时归档：活动结束即归（待核对）'),
  ('LX', 'at-once', NULL, NULL, '随时归档：活动结束即归（待核对）'),
  ('SW', 'at-once', NULL, NULL, '及时归档（待核对）'),
  ('SJ', 'at-once', NULL, NULL, '随办随归（待核对）'),
  ('KJ', 'per-project', NULL, NULL, '科技活动结束后1个月内，按项目归档（待核对）');

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
