-- Cross-references, sealed packets, former 档号 of volumes, the right to see 党务.

-- 互见号: two things that belong together, each an item or a volume; by id, so that it holds when a 档号 changes.
CREATE TABLE cross_reference (
  id TEXT PRIMARY KEY,
  item_id TEXT REFERENCES item (id) ON DELETE CASCADE,
  volume_id TEXT REFERENCES volume (id) ON DELETE CASCADE,
  other_item_id TEXT REFERENCES item (id) ON DELETE CASCADE,
  other_volume_id TEXT REFERENCES volume (id) ON DELETE CASCADE,
  note TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  CHECK ((item_id IS NULL) <> (volume_id IS NULL)),
  CHECK ((other_item_id IS NULL) <> (other_volume_id IS NULL)),
  CHECK (coalesce(item_id, volume_id) <> coalesce(other_item_id, other_volume_id))
) STRICT, WITHOUT ROWID;
-- A pair stands once, whichever of the two it was entered from.
CREATE UNIQUE INDEX cross_reference_pair ON cross_reference (
  min(coalesce(item_id, volume_id), coalesce(other_item_id, other_volume_id)),
  max(coalesce(item_id, volume_id), coalesce(other_item_id, other_volume_id)));
CREATE INDEX cross_reference_item ON cross_reference (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX cross_reference_other_item ON cross_reference (other_item_id) WHERE other_item_id IS NOT NULL;
CREATE INDEX cross_reference_volume ON cross_reference (volume_id) WHERE volume_id IS NOT NULL;
CREATE INDEX cross_reference_other_volume ON cross_reference (other_volume_id) WHERE other_volume_id IS NOT NULL;

-- 封存: each sealing of a packet with its label, and its opening once that came; rows are added, never taken away.
CREATE TABLE sealed_packet (
  item_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  label_number TEXT NOT NULL UNIQUE CHECK (label_number <> ''),
  -- What lies inside, counted by both.
  count INTEGER NOT NULL CHECK (count >= 1),
  unit TEXT NOT NULL,
  sealed_on TEXT NOT NULL CHECK (sealed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  first_sealer TEXT NOT NULL CHECK (first_sealer <> ''),
  second_sealer TEXT NOT NULL CHECK (second_sealer <> '' AND second_sealer <> first_sealer),
  opened_on TEXT NOT NULL DEFAULT '',
  first_opener TEXT NOT NULL DEFAULT '',
  second_opener TEXT NOT NULL DEFAULT '',
  opening_reason TEXT NOT NULL DEFAULT '',
  entered_at TEXT NOT NULL,
  opening_entered_at TEXT,
  PRIMARY KEY (item_id, number),
  CHECK ((opened_on = '') = (opening_reason = '') AND (opened_on = '') = (opening_entered_at IS NULL)),
  CHECK (opened_on = '' OR (first_opener <> '' AND second_opener <> '' AND first_opener <> second_opener))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER sealed_packet_stays BEFORE UPDATE ON sealed_packet WHEN OLD.opened_on <> ''
BEGIN SELECT raise(ABORT, 'an opening of a sealed packet is kept as it was written'); END;

-- 原案卷号: what a volume was called before a renumbering; never forgotten.
CREATE TABLE former_volume_code (
  volume_id TEXT NOT NULL,
  archival_code TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (volume_id, until, archival_code)
) STRICT, WITHOUT ROWID;
CREATE INDEX former_volume_code_code ON former_volume_code (archival_code);

-- Rights of a person beside the roles. party: may see items of 党务 matters.
CREATE TABLE person_right (
  person_id TEXT NOT NULL REFERENCES person (id),
  name TEXT NOT NULL CHECK (name IN ('party')),
  granted_at TEXT NOT NULL,
  granted_by TEXT NOT NULL,
  PRIMARY KEY (person_id, name)
) STRICT, WITHOUT ROWID;
-- Who founded the archive has it from the beginning; 党群工作 of the starter matters is 党务.
INSERT INTO person_right SELECT id, 'party', created_at, id FROM person ORDER BY created_at LIMIT 1;
UPDATE matter SET is_party = 1 WHERE category = 'WS' AND code = 'DQ';
CREATE INDEX item_matter ON item (matter_id) WHERE matter_id IS NOT NULL;
