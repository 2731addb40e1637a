-- 版式调整: what an office adjusts on a form (words, font, column widths) as JSON; a form without a row is as shipped.
CREATE TABLE form_adjustment (
  form_id TEXT PRIMARY KEY,
  adjustment TEXT NOT NULL CHECK (json_valid(adjustment))
) STRICT, WITHOUT ROWID;
