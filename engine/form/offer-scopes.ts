// From what a form may be printed for to the list it is chosen from.
import type { Input, Output } from "#contract/contract";
import type { FormScopeLine } from "#contract/form-scope";
import { Refusal } from "#contract/refusal";
import { retentionLabel } from "#contract/retention";
import { listItemClasses, listPicturedItems, listPrintableBoxes, listPrintableVolumes } from "#db/form-scope";
import type { PrintableClass } from "#db/form-scope";
import { getFonds } from "#db/fonds";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { FormDefinition } from "./form-definition.ts";
import { findForm } from "./list-forms.ts";

type FondsId = Input<"form.scopes">["fondsId"];
const most = 200;
const units = { item: "件", volume: "卷", box: "盒" } as const;

/** A year of a 门类, its terms, the matters below; a level with one branch gets no line of its own. */
function classLines(
  fondsId: FondsId,
  classes: readonly PrintableClass[],
  unit: string,
  isDeep: boolean,
): FormScopeLine[] {
  const sum = (some: readonly PrintableClass[]): number => some.reduce((all, { count }) => all + count, 0);
  const heads = [...new Set(classes.map(({ year, category }) => `${year}/${category}`))];
  const isOneCategory = new Set(classes.map(({ category }) => category)).size === 1;
  return heads.flatMap((head) => {
    const ofYear = classes.filter(({ year, category }) => `${year}/${category}` === head);
    const [first] = ofYear;
    if (!first) return [];
    const { year, category, categoryName } = first;
    const scope = { by: "class", fondsId, category, year } as const;
    const name = year === 0 ? "年度未定" : `${year} 年度`;
    const top = {
      key: head,
      label: isOneCategory ? name : `${name} · ${categoryName}`,
      depth: 0,
      count: sum(ofYear),
      unit,
      year,
      scope,
    };
    if (!isDeep) return [top];
    const terms = [...new Set(ofYear.map(({ retention }) => retention))];
    const below = terms.flatMap((retention): FormScopeLine[] => {
      const ofTerm = ofYear.filter((each) => each.retention === retention);
      const term = {
        ...top,
        key: `${head}/${retention}`,
        label: retentionLabel(retention),
        depth: 1,
        count: sum(ofTerm),
        scope: { ...scope, retention },
      };
      if (ofTerm.length < 2) return [term];
      const matters = ofTerm.map(({ matterCode, matterName, count }) => ({
        ...term,
        key: `${term.key}/${matterCode ?? ""}`,
        label: matterName ?? "（无机构问题）",
        depth: 2,
        count,
        scope: { ...term.scope, matterCode: matterCode ?? "" },
      }));
      return [term, ...matters];
    });
    return [top, ...below];
  });
}

/** One line per box or volume below the line of its year. */
function withSingles(
  heads: readonly FormScopeLine[],
  singles: readonly { line: FormScopeLine; category: string }[],
): FormScopeLine[] {
  return heads.flatMap((head) => [
    head,
    ...singles.filter(({ line, category }) => `${line.year}/${category}` === head.key).map(({ line }) => line),
  ]);
}

/** A year with its months below it: what a register of days is printed for. */
function monthLines(
  fondsId: FondsId,
  months: readonly { readonly month: string; readonly count: number }[],
  unit: string,
): FormScopeLine[] {
  const line = (key: string, label: string, depth: number, some: typeof months): FormScopeLine => ({
    key: `period/${key}`,
    label,
    depth,
    count: some.reduce((sum, { count }) => sum + count, 0),
    unit,
    year: Number(key.slice(0, 4)),
    // A day of a month is only compared as text: no month has a day after its 31st.
    scope: {
      by: "period",
      fondsId,
      from: `${key.padEnd(7, "-01")}-01`,
      to: `${key.length > 4 ? key : `${key}-12`}-31`,
    },
  });
  return [...new Set(months.map(({ month }) => month.slice(0, 4)))].flatMap((year) => {
    const ofYear = months.filter(({ month }) => month.startsWith(year));
    return [
      line(year, `${year} 年`, 0, ofYear),
      ...ofYear.map((each) => line(each.month, `${Number(each.month.slice(5))} 月`, 1, [each])),
    ];
  });
}

function linesOf(db: ReadDb, form: FormDefinition, fondsId: FondsId, thisYear: number): FormScopeLine[] {
  const isOurs = ({ category }: { category: string }): boolean => form.categories?.includes(category) ?? true;
  const takes = (kind: FormScopeLine["scope"]["by"]): boolean => form.scopes.includes(kind);
  const unit = units[form.of];
  const lines: FormScopeLine[] = [];
  const months = takes("period") ? form.offerMonths?.(db, fondsId) : undefined;
  if (takes("fonds") && months?.length !== 0)
    lines.push({
      key: "fonds",
      label: "整个全宗",
      depth: 0,
      count: 1,
      unit: "份",
      year: null,
      scope: { by: "fonds", fondsId },
    });
  if (form.of === "box" && (takes("box") || takes("class"))) {
    const boxes = listPrintableBoxes(db, fondsId).filter(isOurs);
    const heads = classLines(
      fondsId,
      boxes.map((box) => ({ ...box, count: 1 })),
      unit,
      false,
    );
    const singles = boxes.map(({ id, category, year, retention, matterName, boxNumber }) => ({
      category,
      line: {
        key: id,
        label: [`第 ${boxNumber} 盒`, retentionLabel(retention), matterName ?? ""].filter(Boolean).join(" · "),
        depth: 1,
        count: 1,
        unit,
        year,
        scope: { by: "box" as const, boxIds: [id] },
      },
    }));
    lines.push(...(takes("box") ? withSingles(heads, singles) : heads));
  } else if (form.of === "volume" && (takes("volume") || takes("class"))) {
    const volumes = listPrintableVolumes(db, fondsId).filter(isOurs);
    const heads = classLines(
      fondsId,
      volumes.map((volume) => ({ ...volume, count: 1 })),
      unit,
      !takes("volume"),
    );
    const singles = volumes.map(({ id, category, year, archivalCode }) => ({
      category,
      line: {
        key: id,
        label: archivalCode,
        depth: 1,
        count: 1,
        unit,
        year,
        scope: { by: "volume" as const, volumeIds: [id] },
      },
    }));
    const shown = takes("class")
      ? heads
      : heads.map((head, at) => ({ ...head, scope: singles[at]?.line.scope ?? head.scope }));
    lines.push(...(takes("volume") ? withSingles(shown, singles) : shown));
  } else if (takes("class"))
    lines.push(...classLines(fondsId, listItemClasses(db, fondsId).filter(isOurs), unit, true));
  if (form.paper.kind === "overlay") {
    for (const { id, archivalCode, year, imageCount } of listPicturedItems(db, fondsId, most)) {
      lines.push({
        key: id,
        label: archivalCode,
        depth: 0,
        count: imageCount,
        unit: "页",
        year,
        scope: { by: "item", itemIds: [id] },
      });
    }
  }
  for (const { year, count } of takes("year") ? (form.offerYears?.(db, fondsId) ?? []) : []) {
    const scope = { by: "year" as const, fondsId, year };
    lines.push({ key: `year/${year}`, label: `${year} 年`, depth: 0, count, unit: form.unit, year, scope });
  }
  if (months) lines.push(...monthLines(fondsId, months, form.unit));
  else if (takes("period")) {
    for (let year = thisYear; year > thisYear - 5; year--) {
      const scope = { by: "period" as const, fondsId, from: `${year}-01-01`, to: `${year}-12-31` };
      lines.push({ key: `period/${year}`, label: `${year} 年`, depth: 0, count: 1, unit: "份", year, scope });
    }
  }
  for (const { id, label, year } of takes("record") ? (form.offerRecords?.(db, fondsId) ?? []) : []) {
    lines.push({ key: id, label, depth: 0, count: 1, unit: "份", year, scope: { by: "record", recordId: id } });
  }
  return lines;
}

/** What a form can be printed for, newest year first. Refuses form-not-found, fonds-not-found. */
export function offerScopes(db: ReadDb, { formId, fondsId }: Input<"form.scopes">, desk: Desk): Output<"form.scopes"> {
  const form = findForm(formId, desk.archive.person.roles);
  if (!getFonds(db, fondsId)) throw new Refusal("fonds-not-found");
  return linesOf(db, form, fondsId, Number(desk.clock.now().slice(0, 4)));
}
