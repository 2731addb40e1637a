-- Imported tables: remembered columns, batches, rows.
SELECT 1;
