// 归档文件 by class: one sheet per year, term and matter (DA/T 22-2015, 5.5), in the words of the form.
import type { FormScope } from "#contract/form-scope";
import { gatherSheets } from "#engine/catalogue/gather-sheets";
import type { CatalogueSheet } from "#engine/catalogue/catalogue-sheet";
import { printRow } from "#engine/catalogue/print-row";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { FormSheet } from "./form-definition.ts";
import { headOfClass, sayDay } from "./say-fields.ts";

/** The fields every list of a class has. */
export const classFields = [
  "fondsCode",
  "fondsName",
  "year",
  "retention",
  "matter",
  "head",
  "madeOn",
  "codeRule",
] as const;

function fieldsOf({ fonds, year, retention, matter, printedDate, standard }: CatalogueSheet): Record<string, string> {
  const given = {
    fondsCode: fonds.code,
    fondsName: fonds.name,
    year: String(year),
    retention: retention.label,
    matter: matter?.name ?? "",
  };
  const head = headOfClass({ ...given, category: "" });
  return { ...given, head, madeOn: sayDay(printedDate), codeRule: standard };
}

/** One bound list as the form prints it. */
export function sheetOfCatalogue(sheet: CatalogueSheet): FormSheet {
  return { fields: fieldsOf(sheet), rows: sheet.rows.map(printRow) };
}

/** The lists of a class scope, rows in the nine columns of 归档文件目录. Refuses fonds-not-found, catalogue-empty. */
export function gatherClassSheets(db: ReadDb, scope: FormScope, desk: Desk): FormSheet[] {
  if (scope.by !== "class") return [];
  return gatherSheets(db, scope, desk.clock.now().slice(0, 10)).map(sheetOfCatalogue);
}
