-- 收文 and 发文 registers. An entry says what a person wrote down when a paper came or went; the item made of it is a record
-- of its own and points back.

CREATE TABLE register_entry (
  id TEXT PRIMARY KEY,
  fonds_id TEXT NOT NULL REFERENCES fonds (id),
  kind TEXT NOT NULL CHECK (kind IN ('incoming', 'outgoing')),
  year INTEGER NOT NULL,
  -- 顺序号, gap-free in its register and year; a cancelled entry keeps its number.
  number INTEGER NOT NULL CHECK (number >= 1),
  -- The day the paper came or went, as the clerk says; entered_at is when it was written down.
  happened_on TEXT NOT NULL CHECK (happened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  entered_at TEXT NOT NULL,
  -- 来文机关, or 主送机关 of a paper sent.
  correspondent TEXT NOT NULL,
  -- 责任者: the sender of a paper received, our own unit or organisation for one sent.
  creator TEXT NOT NULL,
  document_number TEXT NOT NULL,
  document_date TEXT NOT NULL,
  title TEXT NOT NULL,
  copies INTEGER NOT NULL CHECK (copies >= 1),
  page_count INTEGER NOT NULL CHECK (page_count >= 0),
  access TEXT NOT NULL CHECK (access IN ('open', 'internal', 'restricted')),
  security_level TEXT NOT NULL CHECK (security_level IN ('', '内部')),
  neutral_title TEXT NOT NULL,
  remark TEXT NOT NULL,
  matter_id TEXT REFERENCES matter (id),
  retention TEXT,
  schedule_row_id TEXT REFERENCES schedule_row (id),
  -- 办理: where it stands, with whom, until when.
  state TEXT NOT NULL CHECK (state IN ('registered', 'in-hand', 'done', 'no-action', 'cancelled')),
  handler TEXT NOT NULL,
  due_on TEXT NOT NULL,
  item_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (fonds_id, kind, year, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_entry_document ON register_entry (document_number) WHERE document_number <> '';
CREATE INDEX register_entry_item ON register_entry (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX register_entry_due ON register_entry (due_on) WHERE state IN ('registered', 'in-hand') AND due_on <> '';

-- 办理情况, step by step; a step taken back is removed with its entry in the journal.
CREATE TABLE register_step (
  entry_id TEXT NOT NULL REFERENCES register_entry (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  state TEXT NOT NULL,
  -- The day it happened, as said; entered_at when it was written down.
  happened_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  handler TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (entry_id, number)
) STRICT, WITHOUT ROWID;
