// 案卷编号 planned before anything is written: drafts of a year follow after what is filed, items inside from 1.
import { createHash } from "node:crypto";
import type { Input, Output } from "#contract/contract";
import type { Retention } from "#contract/retention";
import { retentionRank } from "#contract/retention";
import type { VolumeProblem } from "#contract/volume";
import { isYearClosed } from "#db/filing-year";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
import { listRecordsIn, listVolumeRecords, type VolumeRecord } from "#db/volume";
import { secondLevelOf } from "#engine/volume/check-volume";
import { findVolumeProblems } from "#engine/volume/find-volume-problems";
import { volumeSchemeOf, type VolumeScheme } from "./volume-class.ts";

/** A volume that has what its class needs. */
export type ReadyVolume = VolumeRecord & { readonly year: number; readonly retention: Retention };
export type NumberedVolume = {
  readonly volume: ReadyVolume;
  readonly volumeNumber: number;
  readonly archivalCode: string;
  readonly items: readonly { item: ItemRecord; itemNumber: number; archivalCode: string }[];
};
export type VolumePlan = {
  readonly scheme: VolumeScheme;
  readonly numbered: readonly NumberedVolume[];
  readonly filed: readonly VolumeRecord[];
  readonly problems: readonly VolumeProblem[];
  readonly digest: string;
};

const isReady = (volume: VolumeRecord): volume is ReadyVolume => volume.year !== null && volume.retention !== null;

/** Plans one 全宗 × 门类 × 年度. Refuses fonds-not-found, category-not-volume, archival-code-template-invalid. */
export function planVolumeFiling(db: ReadDb, scope: Input<"volume.preview-filing">): VolumePlan {
  const scheme = volumeSchemeOf(db, scope);
  const all = listVolumeRecords(db, scope);
  const drafts = all.filter((volume) => volume.state === "draft");
  const held = listRecordsIn(
    db,
    drafts.map((volume) => volume.id),
  );
  const problems = findAllProblems(db, scope, drafts, held);
  const last = new Map<string, number>();
  const numbered = drafts
    .filter(isReady)
    .toSorted((one, other) => compareClass(scheme, one, other))
    .map((volume): NumberedVolume => {
      const lowest = scheme.classOf(volume);
      const key = JSON.stringify(lowest);
      const volumeNumber = (last.get(key) ?? scheme.lastNumberOf(lowest)) + 1;
      last.set(key, volumeNumber);
      const items = (held.get(volume.id) ?? []).map((item, at) => ({
        item,
        itemNumber: at + 1,
        archivalCode: scheme.codeOf(volume, volumeNumber, at + 1),
      }));
      return { volume, volumeNumber, archivalCode: scheme.codeOf(volume, volumeNumber), items };
    });
  const facts = numbered.map(({ volume, archivalCode, items }) => [
    volume.id,
    volume.revision,
    archivalCode,
    items.map(({ item }) => [item.id, item.revision]),
  ]);
  const blocking = problems.filter((problem) => problem.isBlocking).length;
  const digest = createHash("sha256")
    .update(JSON.stringify([scope, facts, blocking]))
    .digest("hex");
  return { scheme, numbered, filed: all.filter((volume) => volume.state === "filed"), problems, digest };
}

function findAllProblems(
  db: ReadDb,
  scope: Input<"volume.preview-filing">,
  drafts: readonly VolumeRecord[],
  held: ReadonlyMap<VolumeRecord["id"], readonly ItemRecord[]>,
): VolumeProblem[] {
  const { needsMatter, isVoucher } = secondLevelOf(db, scope);
  const isClosed = isYearClosed(db, scope);
  return drafts.flatMap((volume) => [
    ...(isClosed ? [closedProblem(volume)] : []),
    ...findVolumeProblems(volume, held.get(volume.id) ?? [], {
      needsMatter,
      isVoucher: isVoucher(volume.matterId),
      isGroup: volume.kind === "group",
    }),
  ]);
}

const closedProblem = (volume: VolumeRecord): VolumeProblem => ({
  volumeId: volume.id,
  itemId: null,
  title: volume.title,
  code: "volume-year-closed",
  message: "这一门类的年度已关闭。请改年度，或由「更正」办理。",
  isBlocking: true,
});

/** By term and second level, within them as they were listed: by dates, then as entered. */
function compareClass(scheme: VolumeScheme, one: ReadyVolume, other: ReadyVolume): number {
  const codeOf = (volume: ReadyVolume): string =>
    scheme.matters.find((matter) => matter.id === volume.matterId)?.code ?? "";
  const [a, b] = [codeOf(one), codeOf(other)];
  return (a < b ? -1 : a > b ? 1 : 0) || retentionRank(one.retention) - retentionRank(other.retention);
}

/** The plan as the window shows it. */
export function previewVolumeFiling(
  db: ReadDb,
  scope: Input<"volume.preview-filing">,
): Output<"volume.preview-filing"> {
  const { scheme, numbered, filed, problems, digest } = planVolumeFiling(db, scope);
  const held = listRecordsIn(
    db,
    filed.map((volume) => volume.id),
  );
  const line = (
    volume: VolumeRecord,
    volumeNumber: number,
    archivalCode: string,
    items: readonly ItemRecord[],
    isNew: boolean,
  ) => ({
    volumeId: volume.id,
    title: volume.title,
    retention: volume.retention ?? "Y",
    matter: scheme.matters.find((matter) => matter.id === volume.matterId) ?? null,
    volumeNumber,
    archivalCode,
    itemCount: items.length,
    pageSum: items.reduce((sum, item) => sum + item.pageCount, 0),
    isNew,
  });
  return {
    volumes: [
      ...filed.map((volume) =>
        line(volume, volume.volumeNumber ?? 0, volume.archivalCode, held.get(volume.id) ?? [], false),
      ),
      ...numbered.map(({ volume, volumeNumber, archivalCode, items }) =>
        line(
          volume,
          volumeNumber,
          archivalCode,
          items.map((each) => each.item),
          true,
        ),
      ),
    ],
    problems: [...problems],
    newCount: numbered.length,
    planDigest: digest,
  };
}
