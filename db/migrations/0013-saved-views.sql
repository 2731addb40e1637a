-- 常用筛选 of the item list: classes and states, never words that were searched.
CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  filter TEXT NOT NULL CHECK (json_valid(filter)),
  item_order TEXT NOT NULL CHECK (item_order IN ('entered', 'code', 'date', 'title'))
) STRICT, WITHOUT ROWID;
