// 撤回一卷 before its year is closed: it is a draft again, later volumes of its class close the gap, former 档号 are kept.
import { createHash } from "node:crypto";
import type { Input, Output } from "#contract/contract";
import type { VolumeId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import type { Volume, VolumeNumberChange } from "#contract/volume";
import { parkNumber } from "#db/filing-number";
import { isYearClosed } from "#db/filing-year";
import { keepFormerCode } from "#db/former-code";
import { setItem, type ItemRecord } from "#db/item";
import type { ReadDb, WriteDb } from "#db/open";
import { dropUndoOf } from "#db/undo";
import { getVolumeRecord, keepFormerVolumeCode, listFiledAfter, listRecordsIn, setVolume } from "#db/volume";
import { readVolume } from "#engine/volume/read-volume";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { freezeRecord } from "./freeze-record.ts";
import type { ReadyVolume } from "./plan-volume-filing.ts";
import { unfiled } from "./renumber.ts";
import { volumeSchemeOf, type VolumeScheme } from "./volume-class.ts";

type Filed = ReadyVolume & { readonly volumeNumber: number };
type UnfilePlan = {
  readonly scheme: VolumeScheme;
  /** The volume taken back, then those behind it by number. */
  readonly volumes: readonly Filed[];
  readonly items: ReadonlyMap<VolumeId, readonly ItemRecord[]>;
  readonly changes: readonly VolumeNumberChange[];
  readonly digest: string;
};

/** Refuses volume-not-found, volume-not-filed, year-closed (of it or of one whose number would change). */
function planUnfiling(db: ReadDb, id: VolumeId): UnfilePlan {
  const record = getVolumeRecord(db, id);
  if (!record) throw new Refusal("volume-not-found");
  if (record.state !== "filed" || record.volumeNumber === null) throw new Refusal("volume-not-filed");
  const scheme = volumeSchemeOf(db, record);
  // A filed volume has number, year and term: the store and the plan that filed it say so.
  const first = record as Filed;
  const volumes = [first, ...(listFiledAfter(db, scheme.classOf(first), first.volumeNumber) as Filed[])];
  if (volumes.some((volume) => isYearClosed(db, volume))) throw new Refusal("year-closed");
  const items = listRecordsIn(
    db,
    volumes.map((volume) => volume.id),
  );
  const changes = volumes.map((volume, at): VolumeNumberChange => {
    const newNumber = at === 0 ? null : volume.volumeNumber - 1;
    return {
      volumeId: volume.id,
      title: volume.title,
      oldCode: volume.archivalCode,
      newCode: newNumber === null ? "" : scheme.codeOf(volume, newNumber),
      oldNumber: volume.volumeNumber,
      newNumber,
      itemCount: items.get(volume.id)?.length ?? 0,
    };
  });
  const facts = volumes.map((volume) => [volume.id, volume.revision, volume.archivalCode]);
  const digest = createHash("sha256").update(JSON.stringify(facts)).digest("hex");
  return { scheme, volumes, items, changes, digest };
}

/** Every number that would change. Refuses volume-not-found, volume-not-filed, year-closed. */
export function previewUnfiling(db: ReadDb, { id }: Input<"volume.preview-unfile">): Output<"volume.preview-unfile"> {
  const { changes, digest } = planUnfiling(db, id);
  return { changes, planDigest: digest };
}

/** Old numbers are kept as former ones and step aside. A record that no longer fits its digest is refused (record-altered). */
function giveUp(db: WriteDb, volume: Filed, items: readonly ItemRecord[], until: string, reason: string): void {
  keepFormerVolumeCode(db, { volumeId: volume.id, archivalCode: volume.archivalCode, until, reason });
  for (const item of items) {
    if (freezeRecord(db, item, item.archivalCode) !== item.recordHash)
      throw new Refusal("record-altered", { code: item.archivalCode });
    keepFormerCode(db, { itemId: item.id, archivalCode: item.archivalCode, until, reason });
    parkNumber(db, item.id);
  }
}

function moveUp(db: WriteDb, scheme: VolumeScheme, volume: Filed, items: readonly ItemRecord[]): void {
  const volumeNumber = volume.volumeNumber - 1;
  setVolume(db, volume.id, { volumeNumber, archivalCode: scheme.codeOf(volume, volumeNumber) });
  for (const [at, item] of items.entries()) {
    const archivalCode = scheme.codeOf(volume, volumeNumber, at + 1);
    setItem(db, item.id, { itemNumber: at + 1, archivalCode, recordHash: freezeRecord(db, item, archivalCode) });
  }
}

/** Refuses volume-not-found, volume-not-filed, year-closed, reason-missing, filing-preview-stale, record-altered. */
export function unfileVolume(db: WriteDb, input: Input<"volume.unfile">, desk: Desk): Written<Volume> {
  if (input.reason === "") throw new Refusal("reason-missing");
  const { scheme, volumes, items, changes, digest } = planUnfiling(db, input.id);
  if (digest !== input.planDigest) throw new Refusal("filing-preview-stale");
  const until = desk.clock.now();
  const itemsOf = (volume: Filed): readonly ItemRecord[] => items.get(volume.id) ?? [];
  for (const volume of volumes) giveUp(db, volume, itemsOf(volume), until, input.reason);
  for (const [at, volume] of volumes.entries()) {
    if (at > 0) {
      moveUp(db, scheme, volume, itemsOf(volume));
      continue;
    }
    for (const [place, item] of itemsOf(volume).entries()) setItem(db, item.id, { ...unfiled, rank: place + 1 });
    const gone = { filingUnitId: null, volumeNumber: null, archivalCode: "", filedAt: null, boxId: null };
    setVolume(db, volume.id, { state: "draft", ...gone });
  }
  dropUndoOf(
    db,
    volumes.map((volume) => volume.id),
  );
  return {
    output: readVolume(db, input.id, true),
    objectId: input.id,
    before: changes.map((change) => change.oldCode),
    after: changes.map((change) => change.newCode),
    nouns: ["volume", "group", "item", "filing", "box"],
  };
}
