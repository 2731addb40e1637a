// What a printed form is: data. A form = one definition (paper, blocks, columns, words), one gather function (what the
// archive says), one line in list-forms.ts. Layout, proof, spreadsheet, recount and adjustment are the same for all.
import type { FondsId } from "#contract/fonds";
import type { FormKind, FormLayoutSource } from "#contract/form";
import type { FormScope, FormScopeKind } from "#contract/form-scope";
import type { PageId } from "#contract/scan";
import type { ReadDb } from "#db/open";
import type { PaperSize } from "#engine/paper/millimetre";
import type { Ink } from "#engine/paper/text-style";
import type { Desk } from "#engine/desk";

/** What one printed sheet, box, volume or label says: fields by name, and the rows of its table in column order. */
export type FormSheet = {
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: readonly (readonly string[])[];
  /** Pages whose pictures stand on it, in order (photo sheet, overlay). */
  readonly pageIds?: readonly PageId[];
  /** The columns of its table where they are data of the office and not the form's own (yearly report). */
  readonly columns?: readonly FormColumn[];
  /** Words its label shows as QR codes. */
  readonly codes?: readonly string[];
  /** 盒脊: which width the box has. */
  readonly spineMm?: number;
};

/** A column of the one table of a form. Order and least width are fixed by the standard, the width may be adjusted. */
export type FormColumn = {
  readonly key: string;
  readonly heading: string;
  readonly widthMm: number;
  readonly leastMm: number;
  readonly align: "left" | "center" | "right";
  readonly fit: "wrap" | "code";
  /** code: first and last stand in the proof; pages: summed in the proof; number: a number in the spreadsheet. */
  readonly counts?: "code" | "pages" | "number";
};

/** One cell of a framed grid: a label, a value, or both. Of what is left of a row, one cell marked 0 takes all. */
export type GridCell = {
  readonly label?: string;
  readonly labelMm?: number;
  readonly field?: string;
  readonly valueMm?: number;
  readonly align?: "left" | "center";
};
export type GridRow = { readonly heightMm: number; readonly cells: readonly GridCell[] };

/** Where somebody signs: words with a line behind them; a field fills the line when it is known. */
export type SignatureLine = { readonly label: string; readonly field?: string };

/** The pieces a page is stacked from. `text` names one of the form's adjustable words. */
export type FormBlock =
  | { readonly kind: "title"; readonly text: string; readonly sizePt?: number; readonly topMm?: number }
  | {
      readonly kind: "line";
      readonly text: string;
      readonly align: "left" | "center" | "right";
      readonly sizePt?: number;
    }
  | { readonly kind: "grid"; readonly rows: readonly GridRow[] }
  /** Label, underlined value: a cover. */
  | {
      readonly kind: "blanks";
      readonly stepMm: number;
      readonly labelMm: number;
      readonly valueMm: number;
      readonly sizePt: number;
      readonly fields: readonly (readonly [label: string, field: string])[];
    }
  | { readonly kind: "table" }
  | { readonly kind: "paragraph"; readonly field: string; readonly sizePt?: number }
  /** Running text the office writes itself, one of the form's adjustable words. */
  | { readonly kind: "passage"; readonly text: string; readonly sizePt?: number }
  /** Columns beside each other, each with its lines; `sealMm` keeps a place blank for a seal that is never printed. */
  | { readonly kind: "signatures"; readonly columns: readonly (readonly SignatureLine[])[]; readonly sealMm: number }
  | { readonly kind: "gap"; readonly mm: number }
  /** Lines across the page: one, or a double one under a name. */
  | { readonly kind: "rule"; readonly lines: 1 | 2 }
  /** The sheet's picture number `at`, fitted into this height. */
  | { readonly kind: "picture"; readonly at: number; readonly heightMm: number };

/** One cell of a label, in mm from its upper left corner: fixed words, or a field. */
export type LabelCell = {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly words?: string;
  readonly field?: string;
  readonly sizePt: number;
  readonly leastPt: number;
  readonly weight?: "regular" | "bold";
  /** across: lines from left to right; down: one column of upright characters, or more. */
  readonly direction: "across" | "down";
  readonly isCode?: boolean;
  /** The field whose words stand here as a QR code, in the middle and as large as fits; nothing else is drawn then. */
  readonly codeField?: string;
  readonly hasFrame: boolean;
};
export type Label = {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly lineMm: number;
  readonly ink: Ink;
  readonly cells: readonly LabelCell[];
};

export type Margins = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

/** What a form is printed on. */
export type FormPaper =
  | {
      readonly kind: "document";
      readonly size: PaperSize;
      readonly margins: Margins;
      /** A page of its own before the body. */
      readonly cover?: readonly FormBlock[];
      readonly body: readonly FormBlock[];
      readonly columns?: readonly FormColumn[];
      readonly headingMm?: number;
      readonly leastRowMm?: number;
      readonly sizePt?: number;
    }
  /** Labels of any size imposed on A4 or A3, with marks to cut along. */
  | {
      readonly kind: "labels";
      readonly gapMm: number;
      readonly label: (sheet: FormSheet, on: "A4" | "A3") => Label;
      /** What the test strip outlines. */
      readonly sample: FormSheet;
    }
  /** The pages of an item with a label in red on the first: a derived PDF, the original stays as it is. */
  | { readonly kind: "overlay"; readonly label: Label; readonly topMm: number };

/** Words an office may change; `{field}` stands for a field. */
export type FormWords = {
  readonly label: string;
  readonly words: string;
  /** Written in several lines. */
  readonly isPassage?: boolean;
};

/** A year that can be printed, with how much stands in it. */
export type FormYear = { readonly year: number; readonly count: number };

export type FormDefinition = {
  readonly id: string;
  readonly name: string;
  readonly kind: FormKind;
  readonly standard: string;
  readonly layout: FormLayoutSource;
  readonly scopes: readonly FormScopeKind[];
  /** What the lines of the scope list count. */
  readonly of: "item" | "volume" | "box";
  /** Only these 门类; all when left out. */
  readonly categories?: readonly string[];
  /** The word the proof counts with: 行, 盒, 枚, 份. */
  readonly unit: string;
  /** Whether who inspects may print it: only forms of what is filed. */
  readonly isForInspector: boolean;
  readonly texts: Readonly<Record<string, FormWords>>;
  /** Fields its words may name. */
  readonly fields: readonly string[];
  readonly paper: FormPaper;
  /** Sheets of a scope in the order of the shelf; none when there is nothing to print. Refuses fonds-not-found. */
  readonly gather: (db: ReadDb, scope: FormScope, desk: Desk) => readonly FormSheet[];
  /** Years with something to print for scope "year", newest first. */
  readonly offerYears?: (db: ReadDb, fondsId: FondsId) => readonly FormYear[];
  /** Months (YYYY-MM) that hold something, newest first, where scope "period" is of what was written down on a day. */
  readonly offerMonths?: (
    db: ReadDb,
    fondsId: FondsId,
  ) => readonly { readonly month: string; readonly count: number }[];
  /** Its own records for scope "record", where it takes one. */
  readonly offerRecords?: (
    db: ReadDb,
    fondsId: FondsId,
  ) => readonly { readonly id: string; readonly label: string; readonly year: number | null }[];
};
