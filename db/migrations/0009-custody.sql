-- Custody: climate, safety checks, stock-takes, damage and repair, digitisation batches.
SELECT 1;
