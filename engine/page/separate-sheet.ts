// What a 隔页 says, as far as the archive knows the words: a class that was closed or renamed since is left to the clerk.
import type { PileRun } from "#contract/pile";
import { readSeparator } from "#contract/separator-sheet";
import { getCategory, listFonds, listMatters } from "#db/fonds";
import type { ReadDb } from "#db/open";

type SheetFields = Pick<PileRun, "category" | "retention" | "matterId">;

/** Class, term and matter of a 隔页; null for each that it does not say or the archive does not take. */
export function readSheet(db: ReadDb, code: string | undefined): SheetFields {
  const words = code === undefined ? undefined : readSeparator(code);
  if (!words) return { category: null, retention: null, matterId: null };
  const category = words.category !== "" && getCategory(db, words.category) ? words.category : null;
  const fonds = listFonds(db).find(({ code: own, closedOn }) => own === words.fondsCode && closedOn === "");
  const matter = listMatters(db).find(
    (each) =>
      each.fondsId === fonds?.id &&
      each.category === category &&
      each.code === words.matterCode &&
      each.closedOn === "",
  );
  return { category, retention: words.retention, matterId: matter?.id ?? null };
}
