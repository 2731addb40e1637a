-- Born-digital files, their reading copies, what a camera wrote down, captions of photos and recordings, and the event a 组 is about.

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

-- How many digital files an item has; an item of files alone has no pages and is complete all the same.
ALTER TABLE item ADD COLUMN file_count INTEGER NOT NULL DEFAULT 0 CHECK (file_count >= 0);
CREATE TRIGGER digital_file_is_placed AFTER UPDATE OF item_id ON digital_file WHEN OLD.item_id IS NOT NEW.item_id
BEGIN
  UPDATE item SET file_count = file_count - 1 WHERE id = OLD.item_id;
  UPDATE item SET file_count = file_count + 1 WHERE id = NEW.item_id;
END;
CREATE TRIGGER digital_file_is_gone AFTER DELETE ON digital_file WHEN OLD.item_id IS NOT NULL
BEGIN UPDATE item SET file_count = file_count - 1 WHERE id = OLD.item_id; END;
