// What a table would change in a version: rows that are there and differ, rows that are new, rows the table lacks.
import type { ScheduleFinding } from "#contract/schedule-table";
import type { ScheduleRowFields } from "#contract/schedule";
import type { ScheduleRecord } from "#db/schedule";
import type { TableRowRead } from "./read-schedule-table.ts";
import { sayFinding } from "./say-finding.ts";
import { plainWords } from "./table-columns.ts";

export type ImportPlan = {
  readonly added: readonly { readonly at: TableRowRead; readonly fields: ScheduleRowFields }[];
  readonly changed: readonly {
    readonly at: TableRowRead;
    readonly row: ScheduleRecord;
    readonly fields: Partial<ScheduleRowFields>;
  }[];
  readonly unchanged: number;
  readonly absent: readonly ScheduleRecord[];
  readonly findings: readonly ScheduleFinding[];
};

type Keyed = Pick<ScheduleRowFields, "content"> & Partial<ScheduleRowFields>;
// From the most to the least a table may tell; the first that names exactly one row decides.
const keys: readonly ((row: Keyed) => string)[] = [
  (row) =>
    [row.category, row.subcategory, row.content, row.sourceRow].map((part) => plainWords(part ?? "")).join("\u0000"),
  (row) => [row.category, row.subcategory, row.content].map((part) => plainWords(part ?? "")).join("\u0000"),
  (row) => [row.category ?? "WS", row.content].map(plainWords).join("\u0000"),
];

/** What a new row is where the table does not say. */
const unsaid: Omit<ScheduleRowFields, "content"> = {
  category: "WS",
  matterCode: "",
  subcategory: "",
  retention: null,
  isMinimum: false,
  startRule: "unknown",
  usage: "rule",
  source: "",
  sourceRow: "",
  note: "",
};

/** Compares rows as read with the rows of a version. */
export function compareImport(rows: readonly TableRowRead[], base: readonly ScheduleRecord[]): ImportPlan {
  const maps = keys.map((keyOf) => {
    const map = new Map<string, ScheduleRecord[]>();
    for (const row of base) map.set(keyOf(row), [...(map.get(keyOf(row)) ?? []), row]);
    return { keyOf, map };
  });
  const taken = new Set<ScheduleRecord>();
  const find = (fields: Keyed): ScheduleRecord | undefined => {
    for (const { keyOf, map } of maps) {
      const free = (map.get(keyOf(fields)) ?? []).filter((row) => !taken.has(row));
      if (free.length === 1) return free[0];
    }
    return undefined;
  };
  const added: ImportPlan["added"][number][] = [];
  const changed: ImportPlan["changed"][number][] = [];
  const findings: ScheduleFinding[] = [];
  let unchanged = 0;
  for (const at of rows) {
    const row = find(at.fields);
    if (!row) {
      const fields = { ...unsaid, ...at.fields };
      const isPermanent = fields.retention === "Y" && fields.startRule === "unknown";
      added.push({ at, fields: isPermanent ? { ...fields, startRule: "not-counted" } : fields });
      continue;
    }
    taken.add(row);
    const different = Object.entries(at.fields).filter(([name, value]) => row[name as keyof ScheduleRecord] !== value);
    if (row.status === "dropped")
      findings.push(sayFinding("row-already-dropped", { sheet: at.sheet, row: at.row, column: "" }));
    if (different.length === 0 || row.status === "dropped") unchanged += 1;
    else changed.push({ at, row, fields: Object.fromEntries(different) as Partial<ScheduleRowFields> });
  }
  const absent = base.filter((row) => !taken.has(row) && row.status !== "dropped");
  return { added, changed, unchanged, absent, findings };
}
