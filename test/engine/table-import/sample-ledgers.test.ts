// The samples of the library, where they are at hand: ledgers nobody of ours made, read trap by trap into shipped templates.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { assessmentQuestion } from "#contract/impact-assessment";
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { freshArchive, type TestArchive } from "#test/support/archive";

const folder = join(import.meta.dirname, "../../../../shared/data/sample-tables");
const [book, csv] = ["legacy-ledgers-2023.xlsx", "legacy-service-desk-2023.gb18030.csv"].map((name) =>
  join(folder, name),
) as [string, string];

/** A shipped template, made and opened. */
async function openShipped({ engine, fondsId }: TestArchive, code: string): Promise<Ledger> {
  const shipped = (await engine.ask("ledger.templates", { fondsId })).find((each) => each.template.code === code);
  if (!shipped) throw new Error("the template is shipped");
  const { scheduleRow: _, note: __, ...template } = shipped.template;
  const made = await engine.ask("ledger.make", { fondsId, origin: "shipped", template });
  if (template.columns.some(({ personal }) => personal === "sensitive"))
    await engine.ask("impact-assessment.keep", {
      ...{ ledgerId: made.id, assessedOn: archivalDate.parse("2024-01-05"), assessorPost: "档案员" },
      conclusion: "may-open",
      answers: Object.fromEntries(assessmentQuestion.options.map((each) => [each, "已核对，符合要求"])) as never,
    });
  const { revision } = await engine.ask("ledger.read", { id: made.id });
  return engine.ask("ledger.open", { id: made.id, revision });
}

describe.skipIf(!existsSync(book))("the sample ledgers", () => {
  let archive: TestArchive;
  beforeAll(async () => void (archive = await freshArchive()));
  afterAll(() => archive.remove());

  async function read(path: string, code: string) {
    const ledger = await openShipped(archive, code);
    const input = { path, ledgerId: ledger.id };
    const found = await archive.engine.ask("ledger.check-import", input);
    const counts: Record<string, number> = {};
    for (const { code: each } of found.findings) counts[each] = (counts[each] ?? 0) + 1;
    return { input, found, counts };
  }

  it("of help to households: two merged heads, twelve ID numbers a spreadsheet has spoiled, days of two shapes", async () => {
    const { input, found, counts } = await read(book, "assistance");
    expect(found).toMatchObject({ rowsRead: 183, rowsUsable: 180, rowsRefused: 0, skipped: { heading: 3 } });
    expect(counts).toEqual({
      "sheet-not-imported": 1,
      "column-missing": 2,
      "id-digits-lost": 12,
      "rare-characters": 13,
      "person-same-name": 1,
    });
    const lost = found.findings.filter(({ code }) => code === "id-digits-lost").map(({ row }) => row);
    expect(lost).toEqual([37, 52, 58, 73, 98, 104, 105, 120, 136, 137, 148, 165]);
    expect(JSON.stringify(found)).not.toMatch(/510105\d{8}/);
    const words = { kind: { "": "其他" }, result: { "": "已落实" } } as Record<ColumnKey, Record<string, string>>;
    expect(await archive.engine.ask("ledger.import", { ...input, words })).toMatchObject({ rowsMade: 180 });
    expect(await archive.engine.ask("ledger.import", { ...input, words })).toMatchObject({
      rowsMade: 0,
      rowsKnown: 180,
    });
  });

  it("of meetings, on the second sheet of the same book", async () => {
    const { input, found, counts } = await read(book, "meeting");
    expect(found.sheets.map(({ name, headRow }) => [name, headRow])).toEqual([["会议记录", 1]]);
    expect(found.sheets[0]?.columns.map(({ column }) => column)).toEqual([
      ...["occurredOn", "title", "people", "topics", "recorder"],
    ]);
    expect(counts).toEqual({ "sheet-not-imported": 1, "column-missing": 1 });
    expect(await archive.engine.ask("ledger.import", input)).toMatchObject({ rowsMade: 10 });
  });

  it("of the service desk: GB18030, phones with +86, formulas as text, results in other words", async () => {
    const { input, found, counts } = await read(csv, "service-case");
    expect(counts).toEqual({
      "column-missing": 1,
      "phone-odd": 300,
      "formula-text": 6,
      "choice-unknown": 196,
      "rare-characters": 9,
      "person-same-name": 8,
    });
    expect(
      found.wordsAsked.filter(({ column }) => column === "result").map(({ text, count }) => [text, count]),
    ).toEqual([
      ["转街道办理", 103],
      ["材料待补", 87],
      ['="已办"', 6],
    ]);
    const words = {
      kind: { "": "其他" },
      result: { 转街道办理: "已转办", 材料待补: "办理中", '="已办"': "已办结" },
    } as Record<ColumnKey, Record<string, string>>;
    const answered = await archive.engine.ask("ledger.check-import", { ...input, words });
    expect(answered.wordsAsked).toEqual([]);
    expect(await archive.engine.ask("ledger.import", { ...input, words })).toMatchObject({
      rowsMade: 300,
      rowsRefused: 0,
    });
  });
});
