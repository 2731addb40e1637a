// What this room answers.
import { listLedgerImports } from "#db/ledger-import";
import { listTableImports } from "#db/table-import";
import type { Reads, Tasks, Writes } from "#engine/handler";
import { attachImages } from "./attach-images.ts";
import { checkLedgerImport } from "./check-ledger-import.ts";
import { commitImport } from "./commit-import.ts";
import { commitLedgerImport } from "./commit-ledger-import.ts";
import { detachImages } from "./detach-images.ts";
import { dryRunImport } from "./dry-run.ts";
import { dryRunMatching } from "./match-images.ts";
import { withdrawImport } from "./withdraw-import.ts";

export const tableImportReads = {
  "import.list": (db) => listTableImports(db),
  "ledger.imports": (db) => listLedgerImports(db),
} satisfies Partial<Reads>;
export const tableImportWrites = {
  "import.withdraw": withdrawImport,
  "image-matching.detach": detachImages,
} satisfies Partial<Writes>;
export const tableImportTasks = {
  "import.dry-run": dryRunImport,
  "import.commit": commitImport,
  "ledger.check-import": checkLedgerImport,
  "ledger.import": commitLedgerImport,
  "image-matching.dry-run": dryRunMatching,
  "image-matching.attach": attachImages,
} satisfies Partial<Tasks>;
