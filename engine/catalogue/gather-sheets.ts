// From the archive to what is printed: one bound list per year, term and matter (DA/T 22-2015, 5.5).
import { archivalDate, printDate } from "#contract/archival-date";
import type { CatalogueRow, CatalogueScope } from "#contract/catalogue";
import { Refusal } from "#contract/refusal";
import { retentionLabel } from "#contract/retention";
import { listFiledOf } from "#db/filing-unit";
import { getFonds } from "#db/fonds";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
import type { CatalogueSheet } from "./catalogue-sheet.ts";

/** A row of the catalogue; a restricted item shows its neutral title and no 文号 (personal-data P6). */
export function rowOf(item: ItemRecord, serial: number): CatalogueRow {
  const isRestricted = item.access === "restricted";
  return {
    serial,
    archivalCode: item.archivalCode,
    documentNumber: isRestricted ? "" : item.documentNumber,
    creator: item.creator,
    title: isRestricted ? item.neutralTitle : item.title,
    documentDate: printDate(archivalDate.parse(item.documentDate)),
    securityLevel: item.securityLevel,
    pageCount: item.pageCount,
    remark: isRestricted ? "" : item.remark,
  };
}

/** Sheets of a scope in the order of the shelf. Refuses fonds-not-found, catalogue-empty. */
export function gatherSheets(db: ReadDb, scope: CatalogueScope, printedDate: string): CatalogueSheet[] {
  const fonds = getFonds(db, scope.fondsId);
  if (!fonds) throw new Refusal("fonds-not-found");
  const sheets: (CatalogueSheet & { rows: CatalogueRow[] })[] = [];
  for (const { item, matterCode, matterName } of listFiledOf(db, scope)) {
    const retention = item.retention ?? "Y";
    let sheet = sheets.at(-1);
    if (sheet?.retention.code !== retention || (sheet.matter?.code ?? null) !== matterCode) {
      sheet = {
        fonds: { code: fonds.code, name: fonds.unit || fonds.name },
        year: scope.year,
        retention: { code: retention, label: retentionLabel(retention) },
        matter: matterCode === null ? null : { code: matterCode, name: matterName ?? matterCode },
        standard: fonds.codeStandard,
        printedDate,
        rows: [],
      };
      sheets.push(sheet);
    }
    sheet.rows.push(rowOf(item, sheet.rows.length + 1));
  }
  if (sheets.length === 0) throw new Refusal("catalogue-empty");
  return sheets;
}
