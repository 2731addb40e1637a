-- Boxes moved after a year was closed, cabinets of shelves, and custody: climate, safety checks, stock-takes, damage and
-- repair, readability tests, digitisation batches. What a register says of an item is its 档号, never its title.

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
