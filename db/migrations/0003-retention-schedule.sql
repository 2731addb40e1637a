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
