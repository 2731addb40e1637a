-- What columns are sorted and filtered by, as before (0018), but in blocks: the cells of 128 neighbouring rows of one column stand in
-- one record. Ten thousand imported rows are a thousand records instead of a quarter of a million entries in two trees, and a question
-- reads the blocks of its column one after the other. Digests, amounts and words are those that stood before; nothing more is kept.
CREATE TABLE ledger_cell_block (
  column_seq INTEGER NOT NULL REFERENCES ledger_column (seq) ON DELETE CASCADE,
  -- The number of a row divided by 128.
  block INTEGER NOT NULL,
  -- Three lists as JSON with one place for each cell that is filled, by the numbers of the rows.
  row_seqs TEXT NOT NULL,
  -- Numbers by their amount, dates as they are, words by pinyin and then by themselves; 0 of a digest.
  keys TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (column_seq, block)
) STRICT, WITHOUT ROWID;

INSERT INTO ledger_cell_block (column_seq, block, row_seqs, keys, words)
SELECT column_seq, row_seq / 128,
  json_group_array(row_seq ORDER BY row_seq),
  json_group_array(iif(sort = '', amount, sort) ORDER BY row_seq),
  json_group_array(words ORDER BY row_seq)
FROM ledger_cell GROUP BY column_seq, row_seq / 128;

DROP TABLE ledger_cell;
