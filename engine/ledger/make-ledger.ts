// A ledger is begun as a draft: of a shipped template, of a pack, or from nothing. It takes rows once it is opened.
import type { Input } from "#contract/contract";
import { type Ledger, ledgerId } from "#contract/ledger";
import type { DesignOrigin } from "#contract/ledger-design";
import type { ScheduleRowId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { addLedger, findLedger } from "#db/ledger";
import type { ReadDb, WriteDb } from "#db/open";
import { getRow, listRows, type ScheduleRecord, versionInForce } from "#db/schedule";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { isRefusedHeading } from "#engine/input/refused-heading";
import { refuseDesign, refusePlace } from "./check-design.ts";
import { readLedger } from "./read-ledger.ts";
import { refuseWords } from "./refuse-fields.ts";
import { shippedTemplates } from "./shipped-templates.ts";

/** What is kept of where a design came from; a code nobody ships is the office's own. */
function sourceOf(origin: DesignOrigin, packName: string, code: string): string {
  if (origin === "pack") {
    if (isRefusedHeading(packName)) throw new Refusal("field-refused", { where: "模板包名称" });
    refuseWords("模板包名称", packName);
    return `pack:${packName}`;
  }
  const { version, templates } = shippedTemplates();
  return origin === "shipped" && templates.some((each) => each.code === code) ? `shipped:${version}` : "own";
}

/** The row of the schedule in force that came of the starter row a shipped template names; null when it was dropped. */
function rowOfTemplate(db: ReadDb, code: string): ScheduleRowId | null {
  const starter = shippedTemplates().templates.find((each) => each.code === code)?.scheduleRow;
  const version = starter ? versionInForce(db) : undefined;
  const beginningOf = (row: ScheduleRecord): string => {
    const earlier = row.derivedFrom && getRow(db, row.derivedFrom);
    return earlier ? beginningOf(earlier) : row.id;
  };
  const rows = version ? listRows(db, version.id) : [];
  return rows.find((row) => row.status !== "dropped" && beginningOf(row) === starter)?.id ?? null;
}

/** Refuses what a design may not be, ledger-code-taken, fonds-not-found, fonds-closed, matter-not-found, schedule-row-not-found. */
export function makeLedger(db: WriteDb, input: Input<"ledger.make">, desk: Desk): Written<Ledger> {
  const { fondsId, matterId, template } = input;
  refuseDesign(template);
  refusePlace(db, input);
  const source = sourceOf(input.origin, input.packName, template.code);
  if (findLedger(db, fondsId, template.code)) throw new Refusal("ledger-code-taken");
  const scheduleRowId = input.scheduleRowId ?? (input.origin === "shipped" ? rowOfTemplate(db, template.code) : null);
  const id = ledgerId.parse(desk.makeId());
  addLedger(db, { ...template, id, fondsId, matterId, scheduleRowId, source, state: "draft", openedAt: "" });
  const output = readLedger(db, id);
  return {
    output,
    objectId: id,
    after: output,
    undo: { name: "ledger.drop", input: { id, revision: output.revision } },
    nouns: ["ledger"],
  };
}
