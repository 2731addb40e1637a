// What goes into a transfer package, told plainly: the caller reads the archive, the package knows no database.
import type { AccessClass, SecurityLevel } from "#contract/access";
import type { ArchivalDate } from "#contract/archival-date";

/** One electronic file of an item, in order. Digests are lower-case hex of the bytes that `open` yields. */
export type PackageFile = {
  /** Only its extension is used; the package makes its own names (package-and-trust A4). */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
  /** 正文, 附件, 来文, 复文, 定稿. */
  readonly role: string;
  readonly pages: number;
  /** "image/jpeg", "application/pdf" … */
  readonly mediaType: string;
  /** Name under which it was taken in; "" when not known. */
  readonly originalName: string;
  /** 扫描分辨率 in dots per inch, when the file says. */
  readonly resolution?: number | undefined;
  open(): AsyncIterable<Uint8Array>;
};

/** One filed item (件). Restricted items must not be given: they stay out of packages (personal-data P6, P12). */
export type PackageItem = {
  readonly archivalCode: string;
  readonly documentNumber: string;
  readonly creator: string;
  readonly title: string;
  readonly documentDate: ArchivalDate;
  readonly retention: { readonly code: string; readonly label: string };
  readonly matter: { readonly code: string; readonly name: string } | null;
  readonly security: SecurityLevel;
  readonly access: AccessClass;
  readonly pageCount: number;
  readonly remark: string;
  readonly itemNumber: number;
  readonly files: readonly PackageFile[];
};

/** Items of one 全宗, 门类 and 年度 in the order of the catalogue. */
export type PackageContent = {
  readonly fonds: { readonly code: string; readonly name: string; readonly unit: string };
  readonly category: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly items: readonly PackageItem[];
  /** How many restricted items of the same range were left out; the package states the number. */
  readonly excludedRestrictedCount: number;
  /** How many items of the range are paper alone: they have no electronic file to hand over; the package states the number. */
  readonly excludedPaperCount: number;
};
