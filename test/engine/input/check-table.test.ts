import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeText } from "#engine/helper/decode-text";
import { openHelperPool } from "#engine/helper/helper-pool";
import { parseCsv } from "#engine/helper/parse-csv";
import { checkLooseFile } from "#engine/input/check-loose-file";
import { catalogueText, documents, tables as badTables } from "#test/fixtures/bad-table";
import { encodeGb18030 } from "#test/fixtures/encode-gb18030";

const tables = openHelperPool({ name: "table-helper", size: 1 });
const images = openHelperPool({ name: "image-helper", size: 1 });
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tables-"));
});
afterAll(async () => {
  tables.close();
  images.close();
  await rm(folder, { recursive: true });
});

describe("a table or document from outside", () => {
  for (const { no, file, make, outcome, code } of [...badTables, ...documents]) {
    it(`${no} ${file} is ${outcome}: ${code}`, async () => {
      const path = join(folder, file);
      await writeFile(path, await make());
      const result = await checkLooseFile(path, { images, tables });
      expect(result).toMatchObject({ path, outcome, code });
      expect(result.message).not.toMatch(/[{}]/);
    });
  }

  it("names the row where the trouble is", async () => {
    const rows: Record<string, number> = {
      ...{ "csv-cut-character.csv": 2, "csv-mixed-encodings.csv": 3, "csv-nul.csv": 3, "csv-open-quote.csv": 2 },
      "csv-ragged.csv": 3,
    };
    for (const [file, row] of Object.entries(rows)) {
      const { message } = await checkLooseFile(join(folder, file), { images, tables });
      expect(message, file).toContain(`第 ${row} 行`);
    }
  });
});

describe("the text of a table", () => {
  it("I18 is exact in every encoding", () => {
    const forms = [
      Buffer.from(catalogueText),
      encodeGb18030(catalogueText),
      Buffer.from(`\uFEFF${catalogueText}`, "utf16le"),
    ];
    for (const bytes of forms) expect(decodeText(bytes).text).toBe(catalogueText);
  });

  it("I20 I21 keeps cells literally and never shifts a column", () => {
    const rows = [...parseCsv('a,b\r\n"x,\r\n""y""",=1+1\n\n,,\n')];
    expect(rows).toEqual([
      { cells: ["a", "b"], line: 1 },
      { cells: ['x,\r\n"y"', "=1+1"], line: 2 },
      { cells: ["", "", ""], line: 5 },
    ]);
  });
});

describe("the real tables", () => {
  const samples = join(import.meta.dirname, "../../../../shared/data/sample-tables");
  it("are recognised", async () => {
    if (!existsSync(samples)) return console.log("skipped: sample-tables (1 tests)");
    for (const file of readdirSync(samples)) {
      const result = await checkLooseFile(join(samples, file), { images, tables });
      expect(result.kind).toBe("table");
      expect(result.outcome).not.toBe("reject");
    }
  });
});
