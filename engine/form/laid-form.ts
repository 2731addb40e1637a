// A form laid out: pages that know what they say before they are drawn, so that what was drawn can be counted again.
import type { FormProof } from "#contract/form-proof";
import type { PaperSize } from "#engine/paper/millimetre";
import type { TablePage } from "#engine/paper/paginate-table";
import type { Paper } from "#engine/paper/start-paper";
import type { FormColumn, FormSheet } from "./form-definition.ts";

export type LaidPage = {
  readonly size: PaperSize;
  /** The conserved rows in the order of drawing. */
  readonly rows: readonly (readonly string[])[];
  /** Side by side on a label sheet; elsewhere one below the other. */
  readonly isSideBySide: boolean;
  /** Between these heights every row must stand. */
  readonly frame: { readonly topMm: number; readonly bottomMm: number };
  draw(paper: Paper): void;
};

/** One list as the spreadsheet needs it: the same rows and the same page breaks. */
export type LaidTable = {
  readonly sheet: FormSheet;
  readonly title: string;
  readonly scopeLine: string;
  readonly columns: readonly FormColumn[];
  readonly cells: readonly (readonly string[])[];
  readonly pages: readonly TablePage[];
  readonly proof: FormProof;
};

export type LaidForm = {
  readonly pages: readonly LaidPage[];
  readonly tables: readonly LaidTable[];
  readonly proof: FormProof;
};
