-- 保管期限表 as versions; a version in force is not changed, a new one is made from it.

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

CREATE TABLE schedule_row (
  id TEXT PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES schedule_version (id),
  position INTEGER NOT NULL,
  category TEXT NOT NULL,
  subcategory TEXT NOT NULL,
  content TEXT NOT NULL,
  -- NULL where the source gives none; such a row only informs.
  retention TEXT CHECK (retention = 'Y' OR retention GLOB 'D[1-9]' OR retention GLOB 'D[1-9][0-9]'),
  is_minimum INTEGER NOT NULL CHECK (is_minimum IN (0, 1)),
  -- From when the term counts: following-year-start, first-day-after-fiscal-year, after-acceptance, …
  start_rule TEXT NOT NULL,
  source TEXT NOT NULL,
  source_row TEXT NOT NULL,
  basis TEXT NOT NULL,
  provenance TEXT NOT NULL,
  confidence TEXT NOT NULL,
  -- to-verify 待核对, confirmed, corrected, added, dropped.
  status TEXT NOT NULL CHECK (status IN ('to-verify', 'confirmed', 'corrected', 'added', 'dropped')),
  note TEXT NOT NULL,
  judged_by TEXT NOT NULL DEFAULT '',
  judged_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX schedule_row_version ON schedule_row (version_id, position);
