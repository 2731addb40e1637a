-- How a page was captured, what was made of its image, and what was noticed about it.

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
-- Colour wherever there is a red head, a seal or a photo; 200 dpi at least, 300 for small or faint print, 600 for facsimiles.
INSERT INTO scan_profile (id, name, colour_mode, dpi, paper, feed, recipe, position) VALUES
  ('colour-200', '彩色 200 一般文件', 'colour', 200, 'A4', 'feeder', '[]', 1),
  ('colour-300', '彩色 300 小字密排', 'colour', 300, 'A4', 'feeder', '[]', 2),
  ('grey-300', '灰度 300 字迹浅淡', 'grey', 300, 'A4', 'feeder', '[]', 3),
  ('bitonal-300', '黑白 300 清晰文字', 'bitonal', 300, 'A4', 'feeder', '[]', 4),
  ('colour-300-flatbed', '彩色 300 照片和装订件', 'colour', 300, 'whole', 'flatbed', '[]', 5),
  ('colour-600', '彩色 600 高保真', 'colour', 600, 'whole', 'flatbed', '[]', 6);

-- derivative: made of another version of the same page by the steps of its recipe; versions below it never change.
CREATE TABLE new_page_version (
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
INSERT INTO new_page_version (page_id, number, kind, made_by, file_id, media_type, width, height, dpi, colour_mode)
  SELECT page_id, number, kind, made_by, file_id, media_type, width, height, dpi, colour_mode FROM page_version;
DROP TABLE page_version;
ALTER TABLE new_page_version RENAME TO page_version;
CREATE INDEX page_version_file ON page_version (file_id);

-- The version that is shown, printed and packed; an earlier one again after an undo.
ALTER TABLE page ADD COLUMN shown_version INTEGER NOT NULL DEFAULT 1;
-- Why a page stands neither in the tray nor in an item; '' for every other page. It can be brought back.
ALTER TABLE page ADD COLUMN set_aside TEXT NOT NULL DEFAULT ''
  CHECK (set_aside IN ('', 'blank', 'separator', 'joined', 'retaken', 'removed') AND (set_aside = '' OR item_id IS NULL));
-- Place in the tray when somebody moved the page; NULL = in capture order.
ALTER TABLE page ADD COLUMN tray_position REAL;
DROP INDEX IF EXISTS page_tray;
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
