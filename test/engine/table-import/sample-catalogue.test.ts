// The sample of the library, where it is at hand: a table nobody of ours made, read trap by trap.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshArchive, type TestArchive } from "#test/support/archive";

const path = join(import.meta.dirname, "../../../../shared/data/sample-tables/legacy-catalogue-2023.xlsx");

describe.skipIf(!existsSync(path))("the sample catalogue", () => {
  let archive: TestArchive;
  beforeAll(async () => void (archive = await freshArchive()));
  afterAll(() => archive.remove());

  it("comes out with every trap told", async () => {
    const read = await archive.engine.ask("import.dry-run", { path, as: "catalogue" });
    expect(read).toMatchObject({
      ...{ rowsRead: 638, rowsUsable: 620, rowsRepeated: 2, rowsRefused: 0 },
      skipped: { blank: 10, heading: 3, subtotal: 3, signature: 0 },
    });
    const counts: Record<string, number> = {};
    for (const { code } of read.findings) counts[code] = (counts[code] ?? 0) + 1;
    expect(counts).toEqual({
      "date-partial": 8,
      "date-impossible": 1,
      "year-mismatch": 27,
      "term-old": 121,
      "term-unknown": 62,
      "term-without-unit": 56,
      "pages-not-a-number": 22,
      "duplicate-row": 10,
    });
    expect(read.findings.find(({ code }) => code === "date-impossible")).toMatchObject({ row: 456, column: "E" });
  });

  it("is taken in once", async () => {
    const input = { path, as: "catalogue", terms: { 长期: "D30", 短期: "D10" } } as const;
    expect(await archive.engine.ask("import.commit", input)).toMatchObject({ rowsMade: 620 });
    expect(await archive.engine.ask("import.commit", input)).toMatchObject({ rowsMade: 0, rowsKnown: 620 });
  });
});
