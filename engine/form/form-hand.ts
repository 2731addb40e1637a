// What is at hand while a form is laid out: fonts, the office's adjustment, pictures already read, the chosen options.
import type { FormOptions } from "#contract/form";
import type { FormAdjustment } from "#contract/form-adjustment";
import type { PageId } from "#contract/scan";
import type { FontShelf } from "#engine/paper/font-shelf";

/** A page's picture as it lies in the archive; sizes in pixels, `dpi` null when the file does not say. */
export type FormPicture = {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
};

/** The dark and light squares of a code, row by row. */
export type SquareCode = { readonly side: number; readonly isDark: (row: number, column: number) => boolean };

export type FormHand = {
  readonly shelf: FontShelf;
  readonly adjustment: FormAdjustment;
  readonly pictures: ReadonlyMap<PageId, FormPicture>;
  readonly options: FormOptions;
  /** Codes of all sheets by their words; made when the form is drawn. */
  readonly codes?: ReadonlyMap<string, SquareCode>;
};
