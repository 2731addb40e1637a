-- 全宗: names over time, opening and closing, forerunners; versions of the classification scheme.

ALTER TABLE fonds ADD COLUMN opened_on TEXT NOT NULL DEFAULT ''
  CHECK (opened_on = '' OR opened_on GLOB '[0-9][0-9][0-9][0-9]*');
-- The day from which it takes nothing new; what it holds keeps its 档号.
ALTER TABLE fonds ADD COLUMN closed_on TEXT NOT NULL DEFAULT ''
  CHECK (closed_on = '' OR closed_on GLOB '[0-9][0-9][0-9][0-9]*');
-- Party organisation and committee: one fonds together (shared), or one each; blank where nobody was asked.
ALTER TABLE fonds ADD COLUMN composition TEXT NOT NULL DEFAULT ''
  CHECK (composition IN ('', 'shared', 'party', 'committee'));

-- 全宗名称 and 立档单位 from a day on; the first begins with the fonds.
CREATE TABLE fonds_name (
  fonds_id TEXT NOT NULL REFERENCES fonds (id) ON DELETE CASCADE,
  since TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (fonds_id, since)
) STRICT, WITHOUT ROWID;
INSERT INTO fonds_name SELECT id, '', name, unit FROM fonds;

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
INSERT INTO scheme_version
SELECT lower(hex(randomblob(16))), id, 1, '初始方案', 0, 'year-retention-matter', '随程序附带的参考方案，待核对', '',
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
FROM fonds;
INSERT INTO scheme_category
SELECT v.id, c.code FROM scheme_version v CROSS JOIN category c WHERE c.is_used = 1;

-- Second level of 科技 and 会计, 待核对 (regulations differ on 会计); only where the fonds has none yet.
INSERT INTO matter (id, fonds_id, category, code, name)
SELECT lower(hex(randomblob(16))), f.id, starter.column1, starter.column2, starter.column3
FROM fonds f CROSS JOIN (VALUES ('KJ', 'JJ', '基建'), ('KJ', 'SB', '设备'), ('KU', 'PZ', '凭证'), ('KU', 'ZB', '账簿'),
  ('KU', 'BG', '财务会计报告'), ('KU', 'QT', '其他')) AS starter
WHERE NOT EXISTS (SELECT 1 FROM matter m WHERE m.fonds_id = f.id AND m.category = starter.column1);
