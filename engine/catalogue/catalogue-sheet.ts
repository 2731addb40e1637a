// What the writers of 归档文件目录 are given: everything already looked up, nothing from the database.
import type { CatalogueRow } from "#contract/catalogue";

/**
 * One bound list with its own cover and page numbers (DA/T 22-2015, 5.5). The rows come in the order in which they are
 * printed; a restricted item comes with its neutral title. `documentDate` may be an archival date or its printed form.
 */
export type CatalogueSheet = {
  readonly fonds: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly retention: { readonly code: string; readonly label: string };
  /** 机构(问题); null when the scheme has no such level. */
  readonly matter: { readonly code: string; readonly name: string } | null;
  /** The rule of the 档号, e.g. "DA/T 22-2015". */
  readonly standard: string;
  /** YYYY-MM-DD, printed on the cover and the only date inside the file. */
  readonly printedDate: string;
  readonly rows: readonly CatalogueRow[];
};
