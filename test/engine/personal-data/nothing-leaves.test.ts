// P3, P7, P12: every task that writes a file is asked, every form printed for everything there is, as PDF and as spreadsheet, and the
// files are searched: bytes, entries of ZIP, XLSX and packages, text layers.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesHolding } from "#test/support/files-holding";
import { canary, personArchive, type PersonArchive } from "#test/support/person-archive";
import { printEverything } from "#test/support/print-everything";
import { namesOf, walkOne, worldOf } from "#test/support/walk-contract";

let archive: PersonArchive;
let printed = 0;
beforeAll(async () => {
  archive = await personArchive();
  const world = await worldOf(archive);
  for (const name of namesOf("task")) await walkOne(archive, name, world);
  printed = await printEverything(archive);
});
afterAll(() => archive.remove());

describe("of everything that was written outside", () => {
  it("the search sees: something was printed, and the purpose of a ledger is found in it", async () => {
    expect(printed).toBeGreaterThan(8);
    expect((await filesHolding(archive.around, archive.folder, ["社会救助暂行办法"])).length).toBeGreaterThan(0);
  });

  it("nothing holds what she stated of her 民族, nor a sensitive value", async () => {
    const words = [canary.ethnicity, canary.idNumber, canary.account, canary.illness];
    expect(await filesHolding(archive.around, archive.folder, words)).toEqual([]);
  });
});
