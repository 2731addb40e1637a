-- The index of pages is read newest first by every search, and an index of this kind is read upwards several times as fast as
-- downwards: a page stands in it under 268435455 - page.seq (db/index-place.ts). The three indexes are made anew in the
-- background, as after a new folding.
UPDATE search_index SET version = 0;

DROP TRIGGER page_search_place;
DROP TRIGGER page_search_end;
DROP TRIGGER item_search_closed;
DROP TRIGGER page_search_personal;
DROP TRIGGER page_search_settled;

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
