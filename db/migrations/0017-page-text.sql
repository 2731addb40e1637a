-- The words of a page alone, sealed apart from their places and confidences: a search opens hundreds of pages in a row and needs
-- no more of them. By page.seq, so that pages that are found together stand together.
CREATE TABLE page_text (
  seq INTEGER PRIMARY KEY REFERENCES page (seq) ON DELETE CASCADE,
  -- The sealed file from whose key theirs is derived: when that key is dropped, the words are gone (personal-data P14).
  file_id TEXT NOT NULL,
  -- NULL: read before this table was there. Sealed apart in the background; until then the reading itself is opened.
  sealed BLOB
) STRICT;
CREATE INDEX page_text_due ON page_text (seq) WHERE sealed IS NULL;

INSERT INTO page_text (seq, file_id)
  SELECT p.seq, (SELECT v.file_id FROM page_version v WHERE v.page_id = p.id ORDER BY v.number LIMIT 1)
  FROM page p JOIN reading_text r ON r.page_id = p.id;

-- Parts of the index are joined as it is written, a little at a time; joining sixteen at once held the archive for seconds.
INSERT INTO page_ft (page_ft, rank) VALUES ('crisismerge', 1000);
INSERT INTO item_ft (item_ft, rank) VALUES ('crisismerge', 1000);
INSERT INTO item_pinyin_ft (item_pinyin_ft, rank) VALUES ('crisismerge', 1000);
