// Rows of an old 收文 or 发文 register as entries of ours. Numbers run on without a gap; the number a paper had in the old
// register is kept in words where it is another.
import type { FondsId } from "#contract/fonds";
import type { RegisterEntryId, RegisterKind } from "#contract/register";
import type { TableImportId } from "#contract/table-import";
import { Refusal } from "#contract/refusal";
import type { WriteDb } from "#db/open";
import { getEntry, setEntry } from "#db/register";
import { listImportedIds } from "#db/table-import";
import type { Desk } from "#engine/desk";
import { addToRegister, takeEntryBack } from "#engine/register/keep-entry";
import type { SheetReading } from "./judge-table.ts";
import type { PreparedRow } from "./prepare-import.ts";

/** 发文 when the headings speak of papers sent, else 收文. */
export const kindOfRegister = (sheets: readonly SheetReading[]): RegisterKind =>
  sheets.some(({ headings }) => headings.some((text) => /主送|送达|发往|发文(日期|时间|号|编号|登记)/.test(text)))
    ? "outgoing"
    : "incoming";

/** Makes the entries inside the caller's transaction; their ids in the order of the rows. */
export function makeImportedEntries(
  db: WriteDb,
  desk: Desk,
  fondsId: FondsId,
  kind: RegisterKind,
  rows: readonly PreparedRow[],
  told: (done: number) => void,
): string[] {
  return rows.map((row, at) => {
    const { documentNumber, documentDate, title, copies, remark, matterId, retention, handler, dueOn } = row;
    const { output } = addToRegister(
      db,
      {
        fields: {
          ...{ fondsId, kind, documentNumber, documentDate, title, copies, remark, matterId, retention, handler },
          happenedOn: row.happenedOn,
          correspondent: row.correspondent || row.creator,
          creator: row.creator,
          pageCount: row.pages,
          access: "internal",
          neutralTitle: "",
          scheduleRowId: null,
          dueOn: dueOn.length === 10 ? dueOn : "",
        },
        securityMark: row.securityLevel,
      },
      desk,
    );
    const { id, number } = output.entry;
    const before = row.serial.trim();
    if (before !== "" && before !== String(number)) {
      const words = `原登记号 ${before}`;
      setEntry(db, id, { remark: remark === "" ? words : `${remark}；${words}` });
    }
    told(at + 1);
    return id;
  });
}

/** Takes the entries of an import back, the newest number first. Refuses import-in-use when one was touched or is not last any more. */
export function takeEntriesBack(db: WriteDb, id: TableImportId): void {
  const entries = listImportedIds(db, id).flatMap((entryId) => getEntry(db, entryId as RegisterEntryId) ?? []);
  for (const entry of entries.toSorted((a, b) => b.year - a.year || b.number - a.number))
    try {
      if (entry.state !== "registered") throw new Refusal("register-entry-changed");
      takeEntryBack(db, { id: entry.id, revision: entry.revision });
    } catch (error) {
      throw error instanceof Refusal ? new Refusal("import-in-use", { count: 1 }) : error;
    }
}
