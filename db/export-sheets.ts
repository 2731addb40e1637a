// Every sheet of an export in the order they stand in, and what is in none of them with the reason.
import { custodySheets } from "./export-sheets-custody.ts";
import { fondsSheets } from "./export-sheets-fonds.ts";
import { itemSheets } from "./export-sheets-item.ts";
import { placeSheets } from "./export-sheets-place.ts";
import { registerSheets } from "./export-sheets-register.ts";
import type { ExportSheet } from "./export-sheet.ts";

export const exportSheets: readonly ExportSheet[] = [
  ...fondsSheets,
  ...itemSheets,
  ...placeSheets,
  ...registerSheets,
  ...custodySheets,
];

/** Tables no sheet carries; each with why nothing is lost. A table in neither list fails the test. */
export const keptBack: Readonly<Record<string, string>> = {
  archive: "its name and the day it was made; the name is the folder's",
  archive_key: "keys",
  content_key: "keys",
  setting: "settings of this installation",
  person: "accounts; who did something is named where it was done, and no list of persons leaves",
  person_role: "accounts",
  person_right: "accounts",
  vault_file: "the files themselves leave, with their SHA-256 in 目录.json and 校验清单.txt",
  page: "pages leave as the files of their items, in order",
  page_version: "made of the files that leave; size and colour are in the files",
  capture: "device, time and pile of a page a device took; shown with the page",
  scan_profile: "settings",
  page_mark: "notes for the clerk while she works",
  page_look: "measured on the images that leave",
  reading: "made of the images that leave",
  page_text: "words of reading_text",
  reading_text: "made of the images that leave; text of restricted pages leaves in no export (personal-data P6)",
  journal_reason: "values stay out of the log; nothing writes here",
  undo: "ways back, of no use outside",
  item_ft: "word index, made of the items",
  item_pinyin_ft: "pinyin index, made of the items",
  page_ft: "text index, made of the pages",
  item_due: "work of the index",
  page_due: "work of the index",
  search_index: "work of the index",
  item_tally: "counts, made of the items",
  filing_unit: "the class of an item, said by each item",
  form_adjustment: "settings",
  saved_view: "settings",
  table_import_row: "keyed digests that know a row again",
  column_choice: "settings",
  ledger: "a ledger leaves by its own export, row by row as the office may show it",
  ledger_column: "leaves as the headings of its ledger",
  ledger_row: "a ledger leaves by its own export; no rows of several ledgers leave together (personal-data P5)",
  ledger_cell: "made of the rows",
  ledger_change: "history of rows, which is under the key of each row",
  ledger_row_change: "history of rows, which is under the key of each row",
  ledger_attachment: "pages and items leave by themselves",
  ledger_freeze: "a frozen period leaves as the item it is",
  ledger_layout: "settings",
  household: "persons leave only in their own rights request (personal-data P9)",
  resident: "persons leave only in their own rights request (personal-data P9)",
  ethnicity_statement: "leaves in no export (personal-data P3)",
  consent: "persons leave only in their own rights request (personal-data P9)",
  reveal: "who looked at what; shown in the window",
  impact_assessment: "leaves as its printed form",
  rights_request: "leaves as its printed register",
  incident: "leaves as its printed register",
  self_audit: "leaves as its printed sheet",
  duty: "settings",
  duty_proof: "leaves with the calendar of duties",
  duty_statement: "leaves with the calendar of duties",
  typed_total: "leaves with the statistics",
  released_count: "work of the statistics",
};
