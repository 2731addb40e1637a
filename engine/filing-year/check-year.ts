// 年度核对: everything that does not fit, in one list; the digest names exactly this list and these records (product W08).
import { createHash } from "node:crypto";
import type { ConsistencyFinding } from "#contract/consistency";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { listLines } from "#db/collection-list";
import { getClosedYear, type YearClass } from "#db/filing-year";
import { getCategory, getFonds } from "#db/fonds";
import type { BoxRecord } from "#db/box";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
import { listYearBoxes, listYearItems, listYearVolumes } from "#db/year-check";
import { matterRuleOf } from "#engine/filing-unit/matter-rule";
import { checkBoxes } from "./check-boxes.ts";
import { checkNumbers } from "./check-numbers.ts";
import { checkRecords } from "./check-records.ts";
import { findMissingSeries } from "./find-series.ts";
import { finding } from "./finding.ts";

export type YearCheck = {
  readonly findings: readonly ConsistencyFinding[];
  readonly filed: readonly ItemRecord[];
  readonly draftCount: number;
  readonly boxes: readonly BoxRecord[];
  readonly pageSum: number;
  readonly digest: string;
};

/** Digest over the record hashes of what is filed, in the order of 档号: what a year is closed under. */
export const digestOfRecords = (records: readonly { archivalCode: string; recordHash: string }[]): string =>
  createHash("sha256")
    .update(JSON.stringify(records.map(({ archivalCode, recordHash }) => [archivalCode, recordHash])))
    .digest("hex");

/** Refuses fonds-not-found. */
export function checkYear(db: ReadDb, of: YearClass): YearCheck {
  if (!getFonds(db, of.fondsId)) throw new Refusal("fonds-not-found");
  const rated = listYearItems(db, of);
  const items = rated.map(({ item }) => item);
  const volumes = listYearVolumes(db, of);
  const boxes = listYearBoxes(db, of);
  const needs = {
    rule: matterRuleOf(db, of),
    needsVolume: (getCategory(db, of.category)?.unit ?? "item") !== "item",
  };
  const open = listLines(db, { ...of, state: "expected" });
  const findings = [
    ...open.map(({ line, sourceName }) =>
      finding("collection-open", {}, `${sourceName}应交，还没有交来，也没有写明未交或不归档。`, { title: line.title }),
    ),
    ...checkRecords(db, rated, needs),
    ...findMissingSeries(db, of).map(({ sentence, creator, stem }) =>
      finding("series-thin", {}, `${sentence}（${creator || "责任者未写"}）。请核对是否漏收。`, { title: stem }),
    ),
    ...checkNumbers(db, items, volumes, getClosedYear(db, of)?.closedAt ?? ""),
    ...checkBoxes(items, volumes, boxes),
  ];
  const filed = items.filter((item) => item.state === "filed");
  const told = findings.map(({ code, itemId, boxId, volumeId, message }) => [code, itemId, boxId, volumeId, message]);
  return {
    findings,
    filed,
    draftCount: items.length - filed.length,
    boxes,
    pageSum: filed.reduce((sum, item) => sum + item.pageCount, 0),
    digest: createHash("sha256")
      .update(JSON.stringify([of, told, digestOfRecords(filed)]))
      .digest("hex"),
  };
}

/** The check as the window shows it. */
export function showCheck(db: ReadDb, of: Input<"filing-year.check">): Output<"filing-year.check"> {
  const { findings, filed, pageSum, digest } = checkYear(db, of);
  return {
    findings,
    blockingCount: findings.filter((each) => each.isBlocking).length,
    filedCount: filed.length,
    pageSum,
    checkDigest: digest,
  };
}
