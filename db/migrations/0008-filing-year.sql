-- The filing year: handed-in lists, deadlines, verdicts of 不归档.
SELECT 1;
