// A table from outside, cell by cell, read by a helper process; what comes back is believed as far as its shape goes.
import { z } from "zod";
import { Refusal } from "#contract/refusal";
import type { HelperPool } from "#engine/helper/helper-pool";
import type { TableCell, TableFormat, TableMerge, TablePart, TableQuestion, TableRow } from "#engine/helper/recognised";

const index = z.int().min(0).max(1_100_000);
const isSerial = (cell: object): boolean =>
  Object.keys(cell).length === 1 && "serial" in cell && Number.isFinite(cell.serial);
const isCell = (cell: unknown): cell is TableCell =>
  typeof cell === "string" ||
  cell === null ||
  (typeof cell === "number" ? Number.isFinite(cell) : typeof cell === "object" && isSerial(cell));
/** Looked at by hand: a table has a hundred thousand cells, and a union is tried member by member for each. */
const cells = z.custom<readonly TableCell[]>(
  // A hole counts as a cell that is nothing, and is none.
  (given) => Array.isArray(given) && given.length <= 256 && Array.from<unknown>(given).every(isCell),
);
const tableRow = z.object({
  row: index,
  cells,
  computed: z.array(index).optional(),
  isCut: z.literal(true).optional(),
});
const tablePart = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("book"),
    is1904: z.boolean(),
    sheets: z.array(z.object({ name: z.string().max(200), merges: z.array(z.tuple([index, index, index, index])) })),
  }),
  z.object({ kind: z.literal("rows"), sheet: index, rows: z.array(tableRow) }),
]);

/** One sheet with all rows that hold something. */
export type TableSheet = {
  readonly name: string;
  readonly merges: readonly TableMerge[];
  readonly rows: readonly TableRow[];
};
export type TableContent = { readonly is1904: boolean; readonly sheets: readonly TableSheet[] };

/**
 * Reads a table whole. `told` hears how many rows have come. Refuses what check-table.ts refuses.
 */
export async function readTableContent(
  pool: HelperPool,
  bytes: Buffer,
  format: TableFormat,
  told: (rows: number) => void,
  signal?: AbortSignal,
): Promise<TableContent> {
  const question: TableQuestion = { task: "rows", format, bytes };
  const damaged = (): Refusal => new Refusal("table-damaged", { where: "整个文件" });
  let is1904 = false;
  let sheets: { name: string; merges: readonly TableMerge[]; rows: TableRow[] }[] = [];
  let count = 0;
  try {
    for await (const given of pool.ask(question, signal)) {
      const known = tablePart.safeParse(given);
      if (!known.success) throw damaged();
      const part = known.data as TablePart;
      if (part.kind === "book") {
        is1904 = part.is1904;
        sheets = part.sheets.map(({ name, merges }) => ({ name, merges, rows: [] }));
      } else {
        const sheet = sheets[part.sheet];
        if (!sheet) throw damaged();
        for (const row of part.rows) sheet.rows.push(row);
        told((count += part.rows.length));
      }
    }
  } catch (error) {
    // A reader that crashes on a table says no more than that it is damaged.
    if (error instanceof Refusal && error.code === "image-damaged") throw damaged();
    throw error;
  }
  return { is1904, sheets };
}
