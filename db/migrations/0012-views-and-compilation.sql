-- Saved views; 编研.
SELECT 1;
