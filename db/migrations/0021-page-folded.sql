-- Words of a page as they are searched, beside the index that is made of them: a long word is looked for here, where it costs
-- a tenth of opening the page. Made and emptied with the index, and like it left out of every backup (personal-data P14).
CREATE TABLE page_folded (
  seq INTEGER PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;
-- Pages indexed before are folded anew with the index.
UPDATE search_index SET version = 0;

-- The walls of P6 stand before this table as before the index (0019): what is out of the one is out of the other in the same step.
CREATE TRIGGER page_folded_place AFTER UPDATE OF item_id, set_aside ON page
WHEN old.item_id IS NOT new.item_id OR old.set_aside <> new.set_aside
BEGIN
  DELETE FROM page_folded WHERE seq = new.seq AND NOT EXISTS (SELECT 1 FROM searchable_page WHERE seq = new.seq);
END;
CREATE TRIGGER page_folded_end AFTER DELETE ON page
BEGIN
  DELETE FROM page_folded WHERE seq = old.seq;
END;
CREATE TRIGGER page_folded_closed AFTER UPDATE OF access ON item
WHEN old.access <> 'restricted' AND new.access = 'restricted'
BEGIN
  DELETE FROM page_folded WHERE seq IN (SELECT seq FROM page WHERE item_id = new.id);
END;
CREATE TRIGGER page_folded_personal AFTER INSERT ON page_mark WHEN new.mark = 'personal'
BEGIN
  DELETE FROM page_folded WHERE seq IN (SELECT seq FROM page WHERE id = new.page_id)
    AND NOT EXISTS (SELECT 1 FROM searchable_page WHERE id = new.page_id);
END;
CREATE TRIGGER page_folded_settled AFTER UPDATE OF is_settled ON page_mark WHEN new.mark = 'personal'
BEGIN
  DELETE FROM page_folded WHERE seq IN (SELECT seq FROM page WHERE id = new.page_id)
    AND NOT EXISTS (SELECT 1 FROM searchable_page WHERE id = new.page_id);
END;
