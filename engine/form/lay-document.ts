// A document form: cover, blocks stacked from the top, one table that goes on over pages, page x of y, proof and ruler.
import { plainAdjustment } from "#contract/form-adjustment";
import { sayFormProof } from "#contract/form-proof";
import { Refusal } from "#contract/refusal";
import { drawRuler, rulerLengthMm } from "#engine/paper/draw-ruler";
import { drawTablePage } from "#engine/paper/draw-table-page";
import { paginateTable } from "#engine/paper/paginate-table";
import type { TablePage } from "#engine/paper/paginate-table";
import { shrinkToWidth } from "#engine/paper/shrink-to-width";
import type { Paper } from "#engine/paper/start-paper";
import type { TablePlan } from "#engine/paper/table-plan";
import { textWidth } from "#engine/paper/text-style";
import type { TextStyle } from "#engine/paper/text-style";
import type { Turn } from "#engine/paper/take-turn";
import type { FormBlock, FormDefinition, FormPaper, FormSheet } from "./form-definition.ts";
import { fillWords } from "./fill-words.ts";
import { layBlock } from "./lay-block.ts";
import type { FormHand } from "./form-hand.ts";
import type { LaidPage, LaidTable } from "./laid-form.ts";
import type { LaidPiece, Setting } from "./laid-piece.ts";
import { printedRows, proveRows } from "./prove-sheets.ts";

export type DocumentPaper = Extract<FormPaper, { kind: "document" }>;
const under: TextStyle = { weight: "regular", sizePt: 9 };
const fine: TextStyle = { weight: "regular", sizePt: 7.5 };

/** What may follow a table under （以下空白）: nothing else would leave that true. */
const blankKinds: ReadonlySet<FormBlock["kind"]> = new Set(["gap", "rule", "signatures"]);

/** A page before it is known how many there are. */
type Draft = { pieces: LaidPiece[]; table?: TablePage; tableAt?: number; below: LaidPiece[] };

/** The width between the margins. */
export const roomOf = ({ size, margins }: DocumentPaper): number => size.widthMm - margins.left - margins.right;
const depthOf = ({ size, margins }: DocumentPaper): number => size.heightMm - margins.top - margins.bottom;
const heightOf = (pieces: readonly LaidPiece[]): number => pieces.reduce((sum, piece) => sum + piece.heightMm, 0);

/** The table of a form as paper draws it. */
export function tablePlanOf(
  paper: DocumentPaper,
  widths: FormHand["adjustment"]["widths"],
  columns = paper.columns ?? [],
): TablePlan {
  const sizePt = paper.sizePt ?? 9;
  return {
    columns: columns.map(({ key, heading, widthMm, align, fit }) => ({
      heading,
      widthMm: widths[key] ?? widthMm,
      align,
      fit,
    })),
    heading: { weight: "bold", sizePt: sizePt + 1 },
    headingHeightMm: paper.headingMm ?? 9,
    body: { weight: "regular", sizePt },
    leading: 1.3,
    leastRowMm: paper.leastRowMm ?? 8,
    padXMm: 1.2,
    padYMm: 1.4,
    leastPt: 6,
  };
}

/** Stacks pieces on pages; a piece taller than a page refuses `row-too-tall`. */
function stack(pieces: readonly LaidPiece[], depthMm: number): Draft[] {
  const pages: Draft[] = [];
  let page: LaidPiece[] = [];
  for (const piece of pieces) {
    if (piece.heightMm > depthMm + 1e-6) throw new Refusal("row-too-tall", { row: 1 });
    if (heightOf(page) + piece.heightMm > depthMm + 1e-6) {
      pages.push({ pieces: page, below: [] });
      page = [];
    }
    page.push(piece);
  }
  if (page.length > 0) pages.push({ pieces: page, below: [] });
  return pages;
}

/** A conclusion or signatures never stand alone on a page: the last row goes over with them, where it fits. */
function keepTogether(pages: TablePage[], fitsBelow: (page: TablePage) => boolean): void {
  const last = pages.at(-1);
  if (!last || last.rows.length < 2 || fitsBelow(last)) return;
  const before = { ...last, rows: last.rows.slice(0, -1) };
  const over = { firstRow: last.firstRow + before.rows.length, rows: last.rows.slice(-1) };
  if (fitsBelow(over)) pages.splice(-1, 1, before, over);
}

function drawFoot(paper: Paper, given: DocumentPaper, hand: FormHand, words: { left: string; right: string }): void {
  const { size, margins } = given;
  const { shelf } = hand;
  const baseline = size.heightMm - margins.bottom + 6.5;
  const rightMm = textWidth(shelf, under, words.right);
  const room = roomOf(given) - rightMm - 8;
  if (words.left !== "") paper.text(margins.left, baseline, words.left, shrinkToWidth(shelf, fine, words.left, room));
  if (words.right !== "") paper.text(size.widthMm - margins.right - rightMm, baseline, words.right, under);
  if (size.widthMm > rulerLengthMm + 20) drawRuler(paper, shelf, size);
}

function pagesOf(
  given: DocumentPaper,
  hand: FormHand,
  sheetNumber: number,
  drafts: readonly Draft[],
  table: { plan: TablePlan; cells: readonly (readonly string[])[]; isLastWord: boolean } | undefined,
  foot: string,
): LaidPage[] {
  const { size, margins } = given;
  let rowNumber = 1;
  return drafts.map((draft, at): LaidPage => {
    const ofTable = draft.table
      ? draft.table.rows.map((_, row) => table?.cells[draft.table!.firstRow + row] ?? [])
      : [];
    const first = rowNumber;
    const rows = [
      ...draft.pieces.flatMap((piece) => piece.rows),
      ...ofTable,
      ...draft.below.flatMap((piece) => piece.rows),
    ];
    rowNumber += rows.length;
    return {
      size,
      rows,
      isSideBySide: false,
      frame: { topMm: margins.top - 3, bottomMm: size.heightMm - margins.bottom + 0.5 },
      draw(paper) {
        paper.addPage(size);
        let y = margins.top;
        let row = first;
        const put = (piece: LaidPiece): void => {
          piece.draw(paper, { xMm: margins.left, yMm: y, sheetNumber, rowNumber: row });
          y += piece.heightMm;
          row += piece.rows.length;
        };
        draft.pieces.forEach(put);
        if (draft.table && table) {
          const place = { xMm: margins.left, yMm: y, sheetNumber };
          y = drawTablePage(paper, hand.shelf, table.plan, draft.table, place);
          row += draft.table.rows.length;
          const isLast = !drafts[at + 1]?.table;
          const blank = "（以下空白）";
          const free = size.heightMm - margins.bottom - heightOf(draft.below) - y;
          if (isLast && table.isLastWord && free > 8) {
            const middle = (size.widthMm - textWidth(hand.shelf, under, blank)) / 2;
            paper.text(middle, y + 6, blank, under);
            y += 8;
          }
        }
        draft.below.forEach(put);
        const isMany = drafts.length > 1 || table !== undefined;
        const right = isMany ? `第 ${at + 1} 页　共 ${drafts.length} 页` : "";
        drawFoot(paper, given, hand, { left: foot, right });
      },
    };
  });
}

/** One sheet of a document form: its cover, its pages, and its table for the spreadsheet. */
export async function laySheet(
  form: FormDefinition,
  given: DocumentPaper,
  sheet: FormSheet,
  sheetNumber: number,
  hand: FormHand,
  turn: Turn,
): Promise<{ pages: LaidPage[]; table: LaidTable | undefined }> {
  // Columns that are the office's own data bring their widths with them.
  const { widths } = sheet.columns ? plainAdjustment : hand.adjustment;
  const setting: Setting = {
    shelf: hand.shelf,
    roomMm: roomOf(given),
    fields: sheet.fields,
    words: (key) => hand.adjustment.texts[key] ?? form.texts[key]?.words ?? "",
  };
  const lay = (blocks: readonly FormBlock[]): LaidPiece[] =>
    blocks.flatMap((block) => layBlock(block, setting, sheet, hand.pictures));
  const depthMm = depthOf(given);
  const columns = sheet.columns ?? given.columns ?? [];
  const cells = printedRows(columns, sheet);
  const proof = proveRows(columns, form.unit, cells);
  const foot = columns.length > 0 ? sayFormProof(proof) : "";
  const cover = given.cover ? stack(lay(given.cover), depthMm) : [];
  const coverPages = pagesOf(given, hand, sheetNumber, cover, undefined, foot);
  const tableAt = given.body.findIndex(({ kind }) => kind === "table");
  if (tableAt < 0) {
    return {
      pages: [...coverPages, ...pagesOf(given, hand, sheetNumber, stack(lay(given.body), depthMm), undefined, "")],
      table: undefined,
    };
  }
  const head = lay(given.body.slice(0, tableAt));
  const following = given.body.slice(tableAt + 1);
  const below = lay(following);
  const isLastWord = following.every(({ kind }) => blankKinds.has(kind));
  const plan = tablePlanOf(given, widths, columns);
  const roomMm = depthMm - heightOf(head) - plan.headingHeightMm;
  const tablePages = await paginateTable(hand.shelf, plan, cells, roomMm, turn);
  if (tablePages.length === 0) tablePages.push({ firstRow: 0, rows: [] });
  const fitsBelow = (table: TablePage | undefined): boolean =>
    heightOf(below) <= roomMm - (table?.rows ?? []).reduce((sum, row) => sum + row.heightMm, 0) - 1;
  keepTogether(tablePages, fitsBelow);
  const drafts: Draft[] = tablePages.map((table) => ({ pieces: head, table, below: [] }));
  const last = drafts.at(-1);
  if (last && fitsBelow(last.table)) last.below.push(...below);
  else drafts.push(...stack(below, depthMm));
  const titleBlock = given.body.find((block) => block.kind === "title");
  const lineBlock = given.body.slice(0, tableAt).find((block) => block.kind === "line");
  const say = (block: { text: string } | undefined): string =>
    block ? fillWords(setting.words(block.text), sheet.fields) : "";
  const adjusted = columns.map((column) => ({
    ...column,
    widthMm: widths[column.key] ?? column.widthMm,
  }));
  return {
    pages: [...coverPages, ...pagesOf(given, hand, sheetNumber, drafts, { plan, cells, isLastWord }, foot)],
    table: {
      sheet,
      title: say(titleBlock),
      scopeLine: say(lineBlock),
      columns: adjusted,
      cells,
      pages: tablePages,
      proof,
    },
  };
}
