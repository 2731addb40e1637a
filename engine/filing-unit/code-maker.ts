// The 档号 of one lowest class: everything but the 件号 is settled once.
import { templateOf } from "#contract/code-template";
import { Refusal } from "#contract/refusal";
import type { UnitClass } from "#db/filing-unit";
import { getCategory, getFonds, getMatter } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { composeArchivalCode } from "./compose-archival-code.ts";

/** 件号 → 档号 in this class. Refuses fonds-not-found; the function refuses archival-code-template-invalid. */
export function codeMaker(db: ReadDb, unit: UnitClass): (itemNumber: number) => string {
  const fonds = getFonds(db, unit.fondsId);
  if (!fonds) throw new Refusal("fonds-not-found");
  const template = templateOf(fonds.codeStandard, getCategory(db, unit.category) ?? { unit: "item", codeTemplate: "" });
  const elements = {
    fonds: fonds.code,
    category: unit.category,
    year: unit.year,
    retention: unit.retention,
    matter: (unit.matterId && getMatter(db, unit.matterId)?.code) ?? "",
  };
  return (itemNumber) => composeArchivalCode(template, { ...elements, itemNumber });
}
