// Statistics of a sensitive ledger: whoever asks everything there is to ask, at every moment, learns no group of fewer than ten (P8).
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ledger, ledgerCode } from "#contract/ledger";
import { smallestGroup, type GuardedCount } from "#contract/ledger-statistics";
import { parseCsv } from "#engine/helper/parse-csv";
import { dutyDesk, type DutyDesk } from "#test/support/duty-desk";
import { column } from "#test/support/ledger-archive";

let desk: DutyDesk;
let aid: Ledger;
const residents: string[] = [];
const year = 2026;

/** Writes so many persons; each has a record of her own. */
async function persons(count: number, difficulty: string, grid: string): Promise<void> {
  const rows = [];
  for (let at = 0; at < count; at++) {
    const name = `居民${"甲乙丙丁戊己庚辛壬癸"[residents.length % 10]}${Math.floor(residents.length / 10)}号`;
    const resident = await desk.engine.ask("resident.add", { name, sex: "女", bornOn: "1980" } as never);
    residents.push(resident.id);
    rows.push({
      cells: {
        occurredOn: "2026-03-05",
        resident: name,
        kind: "临时救助",
        difficulty,
        grid,
        measure: "慰问",
        result: "已落实",
      },
      links: { resident: resident.id },
    });
  }
  await desk.engine.ask("ledger.write-rows", { ledgerId: aid.id, kind: "paste", rows: rows as never });
}
const ask = (column: string): Promise<GuardedCount> =>
  desk.engine.ask("ledger-statistics.count-guarded", { ledgerId: aid.id, column: column as never, year });
const given = (count: GuardedCount): Record<string, number | null> =>
  Object.fromEntries(count.cells.map(({ value, count: persons }) => [value, persons]));

beforeAll(async () => {
  desk = await dutyDesk();
  aid = await desk.open("assistance");
  await desk.engine.ask("household.add", { number: "9-1", address: "某处", grid: "第九网格" });
  await persons(25, "低保", "第一网格");
  await persons(14, "残疾", "第二网格");
  await persons(3, "重病", "第三网格");
}, 240_000);
afterAll(() => desk.remove());

describe("a sensitive ledger", () => {
  it("is counted by month alone in the open: kind, grid, target and result are guarded, words are not counted at all", async () => {
    for (const by of ["kind", "grid", "result"] as const)
      await expect(desk.engine.ask("ledger-statistics.count", { ledgerId: aid.id, by, year })).rejects.toMatchObject({
        code: "statistics-guarded",
      });
    for (const column of ["idNumber", "need", "account", "resident", "phone", "measure", "handler"])
      await expect(ask(column)).rejects.toMatchObject({ code: "statistics-column-unfit" });
    const { cells } = await desk.engine.ask("ledger-statistics.count", { ledgerId: aid.id, by: "month", year });
    expect(cells[2]).toMatchObject({ value: "03", count: 42 });
  });

  it("takes no second dimension, no month, no filter and no row with the count", async () => {
    for (const more of [{ by: "grid" }, { month: 3 }, { filter: { grid: "第一网格" } }, { period: "2026-03" }]) {
      const answer = await desk.engine.ask("ledger-statistics.count-guarded", {
        ...{ ledgerId: aid.id, column: "difficulty" as never, year },
        ...more,
      });
      expect(given(answer)).toEqual(given(await ask("difficulty")));
      expect(Object.keys(answer).toSorted()).toEqual(["cells", "countedAt", "isHeld", "total"]);
    }
  });

  it("gives no group under ten, no nobody, and none that the total would give", async () => {
    for (const column of ["difficulty", "grid", "kind", "result"]) {
      const { cells, total } = await ask(column);
      const hidden = cells.filter(({ count }) => count === null);
      for (const { count } of cells) expect(count === null || count >= smallestGroup).toBe(true);
      const left = (total ?? 0) - cells.reduce((sum, { count }) => sum + (count ?? 0), 0);
      if (hidden.length > 0) expect(left).toBeGreaterThanOrEqual(smallestGroup);
      expect(hidden.length).not.toBe(1);
    }
    // All had 临时救助: the hundred per cent is not said either.
    expect(given(await ask("kind"))["临时救助"]).toBeNull();
  });

  it("names no grid that few of them alone live in, and leaves none out that is known", async () => {
    const named = Object.keys(given(await ask("grid")));
    expect(named).not.toContain("第三网格");
    expect(named).toContain("第九网格");
  });

  it("gives what it gave before while fewer than ten changed, whoever adds persons one by one", async () => {
    const before = await ask("difficulty");
    for (let at = 0; at < 9; at++) {
      desk.setDay(`2026-06-0${at + 1}`);
      await persons(1, "重病", "第三网格");
      const after = await ask("difficulty");
      expect(after).toEqual({ ...before, isHeld: true });
      expect(await ask("grid")).toMatchObject({ isHeld: true });
    }
    desk.setDay("2026-06-10");
    await persons(1, "重病", "第三网格");
    const later = await ask("difficulty");
    expect(later.isHeld).toBe(false);
    // Three were hidden; after ten more it is thirteen, or still hidden, but never a number that was small.
    for (const { count } of later.cells) expect(count === null || count >= smallestGroup).toBe(true);
  });

  it("counts a person once, however often she was helped", async () => {
    const rows = Array.from({ length: 24 }, (_, at) => ({
      cells: {
        ...{ occurredOn: `2025-05-${10 + (at % 12)}`, resident: "居民", kind: "助学", difficulty: "特困" },
        ...{ measure: "探望", result: "已落实" },
      },
      links: { resident: residents[at % 12 === 0 ? 0 : 1] },
    }));
    await desk.engine.ask("ledger.write-rows", { ledgerId: aid.id, kind: "paste", rows: rows as never });
    const count = await desk.engine.ask("ledger-statistics.count-guarded", {
      ...{ ledgerId: aid.id, column: "difficulty" as never, year: 2025 },
    });
    expect(count.total).toBeNull();
    expect(count.cells.every((cell) => cell.count === null)).toBe(true);
  });

  it("tells no more in an export than on the screen", async () => {
    const of = { what: "guarded", ledgerId: aid.id, column: "difficulty" as never } as const;
    const to = join(desk.around, "统计.csv");
    await desk.engine.ask("ledger-statistics.export", { fondsId: desk.fondsId, year, format: "csv", to, of });
    const text = await readFile(to, "utf8");
    for (const [value, count] of Object.entries(given(await ask("difficulty"))))
      expect(text).toContain(`"${value}","${count === null ? "不显示" : count}"`);
    await expect(
      desk.engine.ask("ledger-statistics.export", {
        fondsId: desk.fondsId,
        year: 2024,
        format: "csv",
        to: `${to}2`,
        of,
      }),
    ).rejects.toMatchObject({ code: "statistics-not-counted" });
    for (const by of ["kind", "grid"] as const)
      await expect(
        desk.engine.ask("ledger-statistics.export", {
          ...{ fondsId: desk.fondsId, year, format: "xlsx", to: `${to}3` },
          of: { what: "count", ledgerId: aid.id, by },
        }),
      ).rejects.toMatchObject({ code: "statistics-guarded" });
  });

  it("stays guarded when its sensitive columns are taken away", async () => {
    const { revision, columns, ...ledger } = await desk.engine.ask("ledger.read", { id: aid.id });
    const { name, purpose, basis, basisWords, retention, period, keepsIdentified, lateDays, matterId, scheduleRowId } =
      ledger;
    const design = {
      name,
      purpose,
      basis,
      basisWords,
      retention,
      period,
      keepsIdentified,
      lateDays,
      matterId,
      scheduleRowId,
    };
    const left = columns.filter(({ personal }) => personal !== "sensitive");
    await desk.engine.ask("ledger.design", { id: aid.id, revision, design: { ...design, columns: left } as never });
    await expect(
      desk.engine.ask("ledger-statistics.count", { ledgerId: aid.id, by: "grid", year }),
    ).rejects.toMatchObject({ code: "statistics-guarded" });
  });
});

describe("a ledger without persons", () => {
  it("is counted row by row, with the year before and what was late, and comes out as a spreadsheet of values", async () => {
    const meetings = await desk.open("meeting");
    await desk.write(
      meetings,
      { occurredOn: "2026-06-01", title: "例会", topics: "日常", kind: "居委会会议" },
      { occurredOn: "2026-02-01", title: "例会", topics: "日常", kind: "居委会会议" },
      { occurredOn: "2025-02-01", title: "例会", topics: "日常", kind: "联席会议" },
    );
    const { cells, total } = await desk.engine.ask("ledger-statistics.count", {
      ledgerId: meetings.id,
      by: "kind",
      year,
    });
    expect(cells.find(({ value }) => value === "居委会会议")).toEqual({
      value: "居委会会议",
      count: 2,
      before: 0,
      lateCount: 1,
    });
    expect(total).toMatchObject({ count: 2, before: 1 });
    const [line] = (await desk.engine.ask("ledger-statistics.overview", { fondsId: desk.fondsId, year })).filter(
      ({ code }) => code === "meeting",
    );
    expect(line?.months[5]).toBe(1);
    const to = join(desk.around, "统计.xlsx");
    const written = await desk.engine.ask("ledger-statistics.export", {
      ...{ fondsId: desk.fondsId, year, format: "xlsx", to },
      of: { what: "overview" },
    });
    expect(written.rowCount).toBe(2);
    expect((await readFile(to)).toString("latin1")).not.toMatch(/pivot|calcChain|externalLink/);
  });

  it("leaves as CSV with a choice and a name that look like a formula made harmless", async () => {
    const made = await desk.engine.ask("ledger.make", {
      ...{ fondsId: desk.fondsId, origin: "own" },
      template: {
        ...{
          code: ledgerCode.parse("odd-choices"),
          name: "=登记",
          purpose: "办理便民事项",
          basis: "none",
          basisWords: "",
        },
        columns: [
          column({ key: "happenedOn", heading: "日期", kind: "date", part: "occurred", isRequired: true }),
          column({
            ...{ key: "kind", heading: "类别", kind: "choice", part: "kind" },
            rules: { choices: ["=1+1", "@甲"] },
          }),
        ],
      },
    });
    const { id } = await desk.engine.ask("ledger.open", { id: made.id, revision: made.revision });
    await desk.write(made, { happenedOn: "2026-04-01", kind: "=1+1" });
    for (const of of [{ what: "overview" }, { what: "count", ledgerId: id, by: "kind" }] as const) {
      const to = join(desk.around, `${of.what}.csv`);
      await desk.engine.ask("ledger-statistics.export", { fondsId: desk.fondsId, year, format: "csv", to, of });
      const cells = [...parseCsv((await readFile(to, "utf8")).slice(1), ",")].flatMap((line) => line.cells);
      expect(cells.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
      expect(cells).toContain(of.what === "count" ? "'=1+1" : "'=登记");
    }
  });
});
