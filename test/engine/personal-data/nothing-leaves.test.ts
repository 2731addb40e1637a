// P3, P7, P12: every task that writes a file is asked, every form printed for everything there is, as PDF and as spreadsheet, and the
// files are searched: bytes, entries of ZIP, XLSX and packages, text layers.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesHolding } from "#test/support/files-holding";
import { canary, personArchive, type PersonArchive } from "#test/support/person-archive";
import { printEverything } from "#test/support/print-everything";
import { namesOf, walkOne, worldOf, type Walked } from "#test/support/walk-contract";

let archive: PersonArchive;
let printed = 0;
const walked: Walked[] = [];
const words = [canary.ethnicity, canary.idNumber, canary.account, canary.illness];
beforeAll(async () => {
  archive = await personArchive();
  const world = await worldOf(archive);
  for (const name of namesOf("task")) walked.push(...(await walkOne(archive, name, world)));
  printed = await printEverything(archive);
});
afterAll(() => archive.remove());

it("no task answers with what she stated of her 民族, nor with a sensitive value", () => {
  expect(walked.filter(({ reply }) => reply.ok).length).toBeGreaterThan(10);
  expect([
    ...new Set(walked.filter(({ text }) => words.some((word) => text.includes(word))).map(({ name }) => name)),
  ]).toEqual([]);
});

describe("of everything that was written outside", () => {
  it("the search sees: something was printed, and the purpose of a ledger is found in it", async () => {
    expect(printed).toBeGreaterThan(8);
    expect((await filesHolding(archive.around, archive.folder, ["社会救助暂行办法"])).length).toBeGreaterThan(0);
  });

  it("nothing holds what she stated of her 民族, nor a sensitive value", async () => {
    expect(await filesHolding(archive.around, archive.folder, words)).toEqual([]);
  });
});
