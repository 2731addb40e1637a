// 柜架标签: one label for a cabinet and one for each of its tiers, as tall as what stands there needs: classes, and from
// which box to which. Boxes of every 全宗 are on it, for that is what stands there.
import type { FormScope } from "#contract/form-scope";
import { retentionLabel } from "#contract/retention";
import { listCabinets, listStanding, type StandingPlace } from "#db/form-label";
import type { ReadDb } from "#db/open";
import type { FormDefinition, FormSheet, Label, LabelCell } from "./form-definition.ts";

const all = "all";
const rowMm = 8;
/** More classes than this go on to a second label of the same place. */
const mostRows = 24;
const cabinetMm = { width: 190, place: 22, heading: 8, tier: 24, boxes: 50, leastRows: 1 };
const tierMm = { width: 92, place: 16, heading: 7, tier: 0, boxes: 32, leastRows: 4 };
const idOf = ({ room, cabinet }: { room: string; cabinet: number }): string => `${cabinet}@${room}`;

/** Longer than this it would be too small to be read from where one stands. */
const mostBoxWords = 40;

/** 「1—4、6」; of a tier with many gaps the first and the last, and how many. */
function sayBoxes(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of [...new Set(numbers)].toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const said = runs.map(([first, last]) => (first === last ? `${first}` : `${first}—${last}`)).join("、");
  if (said.length <= mostBoxWords) return said;
  return `${runs[0]?.[0]}—${runs.at(-1)?.[1]}（共 ${new Set(numbers).size} 盒）`;
}

/** What stands on one tier, class by class: [层, 类别, 起止盒号]; one blank line where nothing stands. */
function rowsOf(places: readonly StandingPlace[], tier: number, withFonds: boolean): string[][] {
  const classes = new Map<string, number[]>();
  for (const { boxNumber, fondsCode, categoryName, year, retention, matterName } of places) {
    if (boxNumber === null) continue;
    const term = retention === null ? "" : retentionLabel(retention);
    const name = [withFonds && fondsCode, categoryName, year, term, matterName].filter(Boolean).join(" ");
    classes.set(name, [...(classes.get(name) ?? []), boxNumber]);
  }
  const said = [...classes].map(([name, numbers]) => [`第 ${tier} 层`, name, sayBoxes(numbers)]);
  return said.length > 0 ? said : [[`第 ${tier} 层`, "", ""]];
}

/** A label's sheet, or several when it holds too many classes: no class is left out or set too small to read. */
function sheetsOf(place: string, room: string, isCabinet: boolean, rows: readonly string[][]): FormSheet[] {
  return Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, part) => {
    const some = rows.slice(part * mostRows, (part + 1) * mostRows);
    const of = (at: number) => some.map((row, line) => [`${["tier", "class", "boxes"][at]}${line + 1}`, row[at] ?? ""]);
    const lines = Object.fromEntries([...(isCabinet ? of(0) : []), ...of(1), ...of(2)]) as Record<string, string>;
    return { rows: some, fields: { place: part === 0 ? place : `${place}（续）`, room, ...lines } };
  });
}

function gatherShelves(db: ReadDb, scope: FormScope): FormSheet[] {
  if (scope.by !== "record") return [];
  const standing = listStanding(db);
  const withFonds = new Set(standing.flatMap(({ fondsCode }) => fondsCode ?? [])).size > 1;
  const cabinets = listCabinets(db).filter((each) => scope.recordId === all || idOf(each) === scope.recordId);
  return cabinets.flatMap(({ room, cabinet }) => {
    const places = standing.filter((each) => each.room === room && each.cabinet === cabinet);
    const tiers = [...new Set(places.map(({ tier }) => tier))].map((tier) => ({
      tier,
      rows: rowsOf(
        places.filter((each) => each.tier === tier),
        tier,
        withFonds,
      ),
    }));
    return [
      ...sheetsOf(
        `第 ${cabinet} 柜`,
        room,
        true,
        tiers.flatMap(({ rows }) => rows),
      ),
      ...tiers.flatMap(({ tier, rows }) => sheetsOf(`第 ${cabinet} 柜　第 ${tier} 层`, room, false, rows)),
    ];
  });
}

/** The label of a cabinet or of a tier: its place, then a line for every class. */
function shelfLabel({ fields, rows }: FormSheet): Label {
  const isCabinet = fields["tier1"] !== undefined;
  const mm = isCabinet ? cabinetMm : tierMm;
  const frame = { leastPt: 5, direction: "across", hasFrame: true } as const;
  const classMm = mm.width - mm.tier - mm.boxes;
  const count = Math.max(rows.length, mm.leastRows);
  const top = mm.place + mm.heading;
  const roomMm = isCabinet ? 50 : 24;
  const columns = [
    { name: "tier", heading: "层", xMm: 0, widthMm: mm.tier },
    { name: "class", heading: "类别", xMm: mm.tier, widthMm: classMm },
    { name: "boxes", heading: "起止盒号", xMm: mm.tier + classMm, widthMm: mm.boxes },
  ].filter(({ widthMm }) => widthMm > 0);
  const bold = { ...frame, weight: "bold" } as const;
  const cells: LabelCell[] = [
    { xMm: 0, yMm: 0, widthMm: roomMm, heightMm: mm.place, field: "room", sizePt: isCabinet ? 14 : 10, ...frame },
    {
      xMm: roomMm,
      yMm: 0,
      widthMm: mm.width - roomMm,
      heightMm: mm.place,
      field: "place",
      sizePt: isCabinet ? 32 : 18,
      ...bold,
    },
    ...columns.map(({ heading, xMm, widthMm }): LabelCell => ({
      xMm,
      yMm: mm.place,
      widthMm,
      heightMm: mm.heading,
      words: heading,
      sizePt: 9,
      ...bold,
    })),
    ...Array.from({ length: count }, (_, line) =>
      columns.map(({ name, xMm, widthMm }): LabelCell => {
        const box = { xMm, yMm: top + line * rowMm, widthMm, heightMm: rowMm, sizePt: 11, ...frame };
        return line < rows.length ? { ...box, field: `${name}${line + 1}` } : { ...box, words: "" };
      }),
    ).flat(),
  ];
  return { widthMm: mm.width, heightMm: top + count * rowMm, lineMm: 0.3, ink: 0, cells };
}

/** 柜架标签 of one cabinet with its tiers, or of all. */
export const shelfLabels: FormDefinition = {
  id: "shelf-labels",
  name: "柜架标签",
  kind: "custody",
  standard: "DA/T 22-2015 6.5；柜架编号",
  layout: { mark: "D", note: "大小和内容为本程序所定。", isVerified: false },
  scopes: ["record"],
  of: "box",
  unit: "枚",
  isForInspector: false,
  texts: {},
  fields: ["place", "room"],
  paper: { kind: "labels", gapMm: 6, label: shelfLabel, sample: { rows: [], fields: {} } },
  gather: gatherShelves,
  offerRecords: (db) => {
    const cabinets = listCabinets(db);
    if (cabinets.length === 0) return [];
    const each = cabinets.map((one) => ({ id: idOf(one), label: `第 ${one.cabinet} 柜 · ${one.room}`, year: null }));
    return [{ id: all, label: "全部柜架", year: null }, ...each];
  },
};
