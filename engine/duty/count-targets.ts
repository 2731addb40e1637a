// 目标比例: two counted from the honours that stand over a typed total, one of two typed totals. Never counted from persons (P3).
import type { Input, Output } from "#contract/contract";
import type { DutyTarget } from "#contract/duty";
import type { FondsId } from "#contract/fonds";
import type { ColumnKey } from "#contract/ledger-column";
import { ledgerCode } from "#contract/ledger";
import type { RowCells } from "#contract/ledger-row";
import { typedTotalLabel, type TypedTotal } from "#contract/typed-total";
import { listAwardCells } from "#db/award";
import { foldText } from "#db/fold-text";
import { findLedger } from "#db/ledger";
import type { ReadDb } from "#db/open";
import { localDay } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import { showTotals } from "./keep-total.ts";
import { shippedDuties, type ShippedTarget } from "./shipped-duties.ts";

const bearerKey = "name" as ColumnKey;
const endsKey = "endsOn" as ColumnKey;
/** 公示中, 推荐 and 撤销 do not stand. */
const standsAs = new Set(["", "已命名"]);
const revokedAs = "撤销";

/** Bearers of an honour that stands on a day; null while there is no such ledger. */
function countBearers(
  db: ReadDb,
  fondsId: FondsId,
  { kinds, titleHas }: NonNullable<ShippedTarget["counted"]>,
  on: string,
): number | null {
  const ledger = findLedger(db, fondsId, ledgerCode.parse("award"));
  const keyOf = (part: string): ColumnKey | undefined => ledger?.columns.find((column) => column.part === part)?.key;
  const kind = keyOf("kind");
  if (!ledger || !kind) return null;
  const [title, result, grade] = [keyOf("subject"), keyOf("result"), keyOf("target")];
  const valueOf = (cells: RowCells, key: ColumnKey | undefined): string => foldText((key && cells[key]) ?? "");
  const isOfTarget = (cells: RowCells): boolean =>
    !title || titleHas.some((word) => (cells[title] ?? "").includes(word));
  const stands = (cells: RowCells): boolean =>
    (!result || standsAs.has(cells[result] ?? "")) &&
    // As precise as it is known: 有效期至 2025 lasts the year.
    ((cells[endsKey] ?? "") === "" || `${cells[endsKey]}~` > on);
  // A row of its own may take an honour back: the last word about one counts.
  const bearers = new Map<string, string>();
  for (const cells of listAwardCells(db, ledger.id, kind, kinds, on).filter(isOfTarget)) {
    const bearer = `${cells[kind]} ${valueOf(cells, bearerKey)}`;
    const honour = `${bearer} ${valueOf(cells, title)} ${valueOf(cells, grade)}`;
    if (stands(cells)) bearers.set(honour, bearer);
    else if (result && cells[result] === revokedAs) bearers.delete(honour);
  }
  return new Set(bearers.values()).size;
}

const sourceOf = (total: TypedTotal | undefined): string =>
  total ? `${typedTotalLabel[total.code]}：${total.item || total.source}` : "";

/** The targets of a year, as far as their figures are known. */
export function countTargets(
  db: ReadDb,
  { fondsId, year }: Input<"duty.targets">,
  { clock }: Desk,
): Output<"duty.targets"> {
  const today = localDay(clock.now());
  const lastDay = `${year}-12-31`;
  const on = lastDay < today ? lastDay : today;
  const totals = showTotals(db, fondsId, year);
  const { targets, fourOnes } = shippedDuties();
  return {
    fourOnes,
    targets: targets.map(({ code, name, atLeast, counted, typed, whole }): DutyTarget => {
      const over = totals.find((total) => total.code === whole);
      const typedPart = totals.find((total) => total.code === typed);
      const part = counted ? countBearers(db, fondsId, counted, on) : (typedPart?.value ?? null);
      const isKnown = part !== null && over !== undefined && over.value > 0;
      return {
        ...{ code, name, atLeast, part, whole: over?.value ?? null },
        isMet: isKnown ? part >= atLeast * over.value : null,
        how: counted
          ? `「示范创建与表彰」中${counted.kinds.join("、")}，荣誉名称含${counted.titleHas.map((word) => `「${word}」`).join("或")}，截至 ${on} 仍有效，同一对象计一次`
          : "两个填写的总数，不由名册计算",
        source: [sourceOf(typedPart), sourceOf(over)].filter((each) => each !== "").join("；"),
      };
    }),
  };
}
