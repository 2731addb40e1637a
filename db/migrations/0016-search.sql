-- 检索 over items and pages: every character, pair and triple of the folded text is a token (db/fold-text.ts, db/grams.ts), so
-- that any piece of one to three characters is one look-up. No positions, no content: longer words are checked in the text.
DROP TABLE item_ft;
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

-- Words are gathered in up to 16 MB before they are written: fewer parts of the index to join later (measured: a quarter faster).
INSERT INTO page_ft (page_ft, rank) VALUES ('hashsize', 16000000);

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

INSERT INTO search_index (only_row, version) VALUES (1, 0);

-- Pages whose text may stand in the index: not of a restricted item, and not noticed as personal until a keeper settled it
-- (P6; a filed item can bear such a page without being restricted); a page set aside is not found.
CREATE VIEW searchable_page AS
  SELECT p.seq AS seq, p.id AS id, p.item_id AS item_id FROM page p
  WHERE p.set_aside = ''
    AND NOT EXISTS (SELECT 1 FROM page_mark m WHERE m.page_id = p.id AND m.mark = 'personal' AND m.is_settled = 0)
    AND NOT EXISTS (SELECT 1 FROM item i WHERE i.id = p.item_id AND i.access = 'restricted');

-- The walls of P6 stand in the store itself: whoever moves a page or closes an item, the text is out in the same step.
CREATE TRIGGER page_search_place AFTER UPDATE OF item_id, set_aside ON page
WHEN old.item_id IS NOT new.item_id OR old.set_aside <> new.set_aside
BEGIN
  UPDATE search_index SET leftovers = 1 WHERE EXISTS (SELECT 1 FROM item WHERE id = new.item_id AND access = 'restricted');
  DELETE FROM page_ft WHERE rowid = new.seq AND NOT EXISTS (SELECT 1 FROM searchable_page WHERE seq = new.seq);
  INSERT OR IGNORE INTO page_due (seq) SELECT seq FROM searchable_page
    WHERE seq = new.seq AND NOT EXISTS (SELECT 1 FROM page_ft WHERE rowid = new.seq);
END;
CREATE TRIGGER page_search_end AFTER DELETE ON page
BEGIN
  UPDATE search_index SET leftovers = 1;
  DELETE FROM page_ft WHERE rowid = old.seq;
  DELETE FROM page_due WHERE seq = old.seq;
END;
CREATE TRIGGER item_search_closed AFTER UPDATE OF access ON item
WHEN old.access <> 'restricted' AND new.access = 'restricted'
BEGIN
  UPDATE search_index SET leftovers = 1;
  DELETE FROM page_ft WHERE rowid IN (SELECT seq FROM page WHERE item_id = new.id);
END;
CREATE TRIGGER item_search_opened AFTER UPDATE OF access ON item
WHEN old.access = 'restricted' AND new.access <> 'restricted'
BEGIN
  INSERT OR IGNORE INTO page_due (seq) SELECT seq FROM page WHERE item_id = new.id;
END;
CREATE TRIGGER page_search_personal AFTER INSERT ON page_mark WHEN new.mark = 'personal'
BEGIN
  UPDATE search_index SET leftovers = 1;
  DELETE FROM page_ft WHERE rowid IN (SELECT seq FROM page WHERE id = new.page_id)
    AND NOT EXISTS (SELECT 1 FROM searchable_page WHERE id = new.page_id);
END;
CREATE TRIGGER page_search_settled AFTER UPDATE OF is_settled ON page_mark WHEN new.mark = 'personal'
BEGIN
  DELETE FROM page_ft WHERE rowid IN (SELECT seq FROM page WHERE id = new.page_id)
    AND NOT EXISTS (SELECT 1 FROM searchable_page WHERE id = new.page_id);
  INSERT OR IGNORE INTO page_due (seq) SELECT seq FROM searchable_page WHERE id = new.page_id;
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
