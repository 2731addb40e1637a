import { measureCamera } from "./camera-section.mjs";
import { measureCatalogue } from "./catalogue-section.mjs";
import { measureCounts } from "./count-section.mjs";
import { measureDoubleLayer } from "./double-layer-section.mjs";
import { measureEncryption } from "./encryption-section.mjs";
import { measureFiling } from "./filing-section.mjs";
import { measureImport } from "./import-section.mjs";
import { measureIntake } from "./intake-section.mjs";
import { measureLedgerImport } from "./ledger-import-section.mjs";
import { measureLedger } from "./ledger-section.mjs";
import { measureList } from "./list-section.mjs";
import { measureMemory } from "./memory-section.mjs";
import { measurePackage } from "./package-section.mjs";
import { measureResidents } from "./residents-section.mjs";
import { measureScan } from "./scan-section.mjs";
import { measureSearch } from "./search-section.mjs";
import { measurePages } from "./page-section.mjs";
import { measureReading } from "./reading-section.mjs";
import { measureStart } from "./start-section.mjs";
import { measureViewing } from "./viewing-section.mjs";

/**
 * All sections, in the order they run and are reported.
 * @type {ReadonlyMap<string, import("./bench-run.mjs").Section>}
 */
export const sections = new Map([
  ["start", measureStart],
  ["list", measureList],
  ["encryption", measureEncryption],
  ["catalogue", measureCatalogue],
  ["filing", measureFiling],
  ["import", measureImport],
  ["ledger", measureLedger],
  ["ledger-import", measureLedgerImport],
  ["residents", measureResidents],
  ["counts", measureCounts],
  ["search", measureSearch],
  ["memory", measureMemory],
  ["viewing", measureViewing],
  ["intake", measureIntake],
  ["scan", measureScan],
  ["camera", measureCamera],
  ["page", measurePages],
  ["package", measurePackage],
  ["double-layer", measureDoubleLayer],
  ["reading", measureReading],
]);
