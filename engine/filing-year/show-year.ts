// The seven stages with their counts.
import type { FilingStage } from "#contract/consistency";
import type { Input, Output } from "#contract/contract";
import { listLines } from "#db/collection-list";
import { getClosedYear } from "#db/filing-year";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { checkYear } from "./check-year.ts";
import { showLine } from "./keep-collection.ts";
import { localDay } from "./whole-day.ts";

/** Refuses fonds-not-found. */
export function showYear(db: ReadDb, of: Input<"filing-year.show">, desk: Desk): Output<"filing-year.show"> {
  const { findings, filed, draftCount, boxes } = checkYear(db, of);
  const lines = listLines(db, of).map((each) => showLine(each, localDay(desk.clock.now())));
  const inStage = (stage: FilingStage): number => findings.filter((each) => each.stage === stage).length;
  const inState = (state: string): number => lines.filter((line) => line.state === state).length;
  const closed = getClosedYear(db, of);
  const { closedAt = "", closedBy = "", itemCount = 0, pageSum = 0, recordHash = "" } = closed ?? {};
  return {
    collect: {
      expected: inState("expected"),
      handedIn: inState("handed-in"),
      missing: inState("missing"),
      excluded: inState("excluded"),
      overdue: lines.filter((line) => line.isOverdue).length,
    },
    check: { findings: inStage("check") },
    terms: { findings: inStage("terms") },
    order: { drafts: draftCount, filed: filed.length, findings: inStage("order") },
    box: {
      boxes: boxes.length,
      unboxed: findings.filter((each) => each.code === "unboxed").length,
      findings: inStage("box"),
    },
    print: { units: new Set(filed.map((item) => item.filingUnitId)).size, boxes: boxes.length },
    close: {
      blocking: findings.filter((each) => each.isBlocking).length,
      closed: closed ? { closedAt, closedBy, itemCount, pageSum, recordHash } : null,
    },
  };
}
