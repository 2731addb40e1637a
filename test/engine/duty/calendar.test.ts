// What is due, done, late; which rows prove it. Nothing is done by words alone, and nothing is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ledger } from "#contract/ledger";
import type { LedgerRow } from "#contract/ledger-row";
import { dutyDesk, type DutyDesk } from "#test/support/duty-desk";

let desk: DutyDesk;
let meetings: Ledger;
let rows: readonly LedgerRow[];
const kind = "民族工作协调小组会议";

beforeAll(async () => {
  desk = await dutyDesk();
  meetings = await desk.open("meeting");
  rows = await desk.write(
    meetings,
    { occurredOn: "2026-01-14", title: "一月例会，张三发言", topics: "日常", kind },
    { occurredOn: "2026-02-11", title: "二月例会", topics: "日常", kind },
    { occurredOn: "2026-03", title: "三月居委会", topics: "日常", kind: "居委会会议" },
    { occurredOn: "2026-05-12", title: "五月例会", topics: "日常", kind },
  );
}, 120_000);
afterAll(() => desk.remove());

const turn = async (code: string, period: string) =>
  (await desk.line(code)).turns.find((each) => each.period === period);

describe("a duty of every month", () => {
  it("is done, late, open or still to come, by the rows of its kind in that month alone", async () => {
    const { turns } = await desk.line("M3");
    expect(turns.map(({ state }) => state).slice(0, 6)).toEqual(["done", "done", "late", "late", "done", "coming"]);
  });

  it("shows its rows by number, date, kind and 补录, without a word of theirs", async () => {
    const { duty } = await desk.line("M3");
    const shown = await desk.engine.ask("duty.rows", { id: duty.id, period: "2026-01" as never });
    expect(shown.rows).toEqual([
      {
        ...{ rowId: rows[0]?.id, seq: rows[0]?.seq, occurredOn: "2026-01-14", kind },
        ...{ isLate: true, isCounted: true, isSaid: null },
      },
    ]);
    expect(JSON.stringify(shown)).not.toContain("张三");
    expect((await turn("M3", "2026-01"))?.lateCount).toBe(1);
  });

  it("counts a row of another kind by the clerk's word, and not by her word taken back", async () => {
    const { duty } = await desk.line("M3");
    const ask = (counts: boolean | null) =>
      desk.engine.ask("duty.proof", { id: duty.id, rowId: rows[2]?.id ?? ("" as never), counts });
    await ask(true);
    expect((await turn("M3", "2026-03"))?.state).toBe("done");
    await ask(null);
    expect((await turn("M3", "2026-03"))?.state).toBe("late");
    await ask(true);
    await desk.engine.ask("undo.apply", { sequence: (await desk.engine.ask("undo.next", {}))!.sequence });
    expect((await turn("M3", "2026-03"))?.state).toBe("late");
  });

  it("is not done by a row that was taken out, nor by one of another ledger", async () => {
    const { duty } = await desk.line("M3");
    const [extra] = await desk.write(meetings, { occurredOn: "2026-04-02", title: "四月", topics: "日常", kind });
    expect((await turn("M3", "2026-04"))?.state).toBe("done");
    await desk.engine.ask("ledger.remove-rows", {
      ...{ ledgerId: meetings.id, reason: "登记错了" },
      rows: [{ id: extra!.id, revision: extra!.revision }],
    });
    expect((await turn("M3", "2026-04"))?.state).toBe("late");
    await expect(desk.engine.ask("duty.proof", { id: duty.id, rowId: extra!.id, counts: true })).rejects.toMatchObject({
      code: "ledger-row-removed",
    });
    const other = await desk.open("publicity");
    const [elsewhere] = await desk.write(other, { occurredOn: "2026-04-02", title: "宣传", kind: "法治宣传" });
    await expect(
      desk.engine.ask("duty.proof", { id: duty.id, rowId: elsewhere!.id, counts: true }),
    ).rejects.toMatchObject({ code: "duty-row-elsewhere" });
  });
});

describe("未开展说明", () => {
  it("explains a month that was missed and leaves it not done", async () => {
    const { duty } = await desk.line("M3");
    await desk.engine.ask("duty.state-not-done", { id: duty.id, period: "2026-04", words: "因换届停开一次" });
    const told = await turn("M3", "2026-04");
    expect(told).toMatchObject({ state: "late", count: 0, statement: { words: "因换届停开一次" } });
    const { lines } = await desk.engine.ask("duty.month", { fondsId: desk.fondsId });
    const late = lines.flatMap(({ duty: each, turns }) => (each.code === "M3" ? turns : []));
    expect(late.map(({ period }) => period)).not.toContain("2026-04");
    expect(late.map(({ period }) => period)).toContain("2026-03");
  });

  it.each([
    ["2026-01", "没开", "duty-done"],
    ["2026-07", "没开", "duty-period-wrong"],
    ["2026-Q1", "没开", "duty-period-wrong"],
    ["2026-03", "王某为重点人员，未到会", "field-refused"],
  ])("for %s with 「%s」 is refused: %s", async (period, words, code) => {
    const { duty } = await desk.line("M3");
    await expect(desk.engine.ask("duty.state-not-done", { id: duty.id, period, words })).rejects.toMatchObject({
      code,
    });
  });

  it("is not for what has no period", async () => {
    const { duty } = await desk.line("M7");
    await expect(
      desk.engine.ask("duty.state-not-done", { id: duty.id, period: "2026", words: "没有" }),
    ).rejects.toMatchObject({ code: "duty-period-wrong" });
  });
});

describe("the calendar", () => {
  it("counts what is regular or on event, and never calls it late", async () => {
    for (const code of ["M6", "M7", "M8", "M10"]) {
      const { turns } = await desk.line(code);
      expect(turns).toMatchObject([{ period: "2026", state: "counted", count: 0 }]);
    }
    desk.setDay("2027-02-10");
    expect((await desk.line("M7")).turns[0]?.state).toBe("counted");
    desk.setDay("2026-05-20");
  });

  it("counts 宣传月 by its own column", async () => {
    const { ledgers } = { ledgers: await desk.engine.ask("ledger.list", { fondsId: desk.fondsId }) };
    const publicity = ledgers.find(({ code }) => (code as string) === "publicity")!;
    expect((await turn("M5", "2026"))?.state).toBe("open");
    await desk.write(publicity, { occurredOn: "2026-05-09", title: "宣传月启动", kind: "民族政策法规", isMonth: "是" });
    expect((await turn("M5", "2026"))?.state).toBe("done");
    expect(await turn("M4", "2026")).toMatchObject({ state: "open", count: 1 });
  });

  it("sets the street's own duties apart, and keeps them off this month", async () => {
    expect((await desk.line("M1")).isOfStreet).toBe(true);
    expect((await desk.line("M11")).isOfStreet).toBe(false);
    const { lines } = await desk.engine.ask("duty.month", { fondsId: desk.fondsId });
    expect(lines.some(({ isOfStreet }) => isOfStreet)).toBe(false);
  });

  it("asks nothing of the time before a duty began, and names its unchecked source", async () => {
    expect((await desk.engine.ask("duty.calendar", { fondsId: desk.fondsId, year: 2025 })).lines).toEqual([]);
    expect((await desk.line("M3")).duty.source).toContain("待核对");
  });

  it("tells of the self-audit of the year", async () => {
    const { selfAudit } = await desk.engine.ask("duty.month", { fondsId: desk.fondsId });
    expect(selfAudit).toEqual({ year: 2026, dueOn: "2026-12-31", isDone: false });
  });
});

describe("the office's own duties", () => {
  const terms = {
    ...{ name: "每季度消防巡查", frequency: "P3M" as const, times: 1, ledgerCode: "inspection" as never },
    beginsOn: "2026-04-01" as never,
  };

  it.each([
    [{ ...terms, times: null }, "duty-times-missing"],
    [{ ...terms, name: "重点人员走访" }, "field-refused"],
    [{ ...terms, ledgerCode: "meeting" as never, countsBy: "title" as never, kindValue: "例会" }, "duty-column-unfit"],
  ])("%j are refused: %s", async (wrong, code) => {
    await expect(desk.engine.ask("duty.add", { fondsId: desk.fondsId, terms: wrong })).rejects.toMatchObject({ code });
  });

  it("count no kind of a ledger with sensitive columns, and show none: that count is guarded", async () => {
    const aid = await desk.open("assistance");
    await desk.write(aid, {
      ...{ occurredOn: "2026-05-04", resident: "某人", kind: "医疗救助", difficulty: "低保", measure: "慰问" },
      result: "已落实",
    });
    const terms = {
      name: "困难帮扶",
      frequency: "P1M",
      times: 1,
      ledgerCode: aid.code,
      beginsOn: "2026-01-01",
    } as const;
    for (const by of [{ kindValue: "医疗救助" }, { countsBy: "result", kindValue: "已落实" }])
      await expect(
        desk.engine.ask("duty.add", { fondsId: desk.fondsId, terms: { ...terms, ...by } as never }),
      ).rejects.toMatchObject({ code: "duty-column-unfit" });
    const { id } = await desk.engine.ask("duty.add", { fondsId: desk.fondsId, terms: terms as never });
    const { rows } = await desk.engine.ask("duty.rows", { id, period: "2026-05" });
    expect(rows).toMatchObject([{ occurredOn: "2026-05-04", kind: "", isCounted: true }]);
  });

  it("are added, revised and switched off", async () => {
    const added = await desk.engine.ask("duty.add", { fondsId: desk.fondsId, terms });
    expect((await desk.line(added.code)).turns.map(({ period }) => period)).toEqual(["2026-Q2", "2026-Q3", "2026-Q4"]);
    const revised = await desk.engine.ask("duty.revise", {
      ...{ id: added.id, revision: added.revision },
      terms: { ...terms, frequency: "P6M" },
    });
    await expect(
      desk.engine.ask("duty.switch", { id: added.id, revision: added.revision, isActive: false }),
    ).rejects.toMatchObject({ code: "duty-changed" });
    await desk.engine.ask("duty.switch", { id: added.id, revision: revised.revision, isActive: false });
    await expect(desk.line(added.code)).rejects.toThrow();
  });

  it("switched off are switched on again, and tell when and by whom", async () => {
    const list = await desk.engine.ask("duty.list", { fondsId: desk.fondsId });
    const off = list.find(({ isActive }) => !isActive)!;
    const on = await desk.engine.ask("duty.switch", { id: off.id, revision: off.revision, isActive: true });
    expect((await desk.line(off.code)).duty).toMatchObject({ isActive: true, revision: off.revision + 1 });
    await desk.engine.ask("undo.apply", { sequence: (await desk.engine.ask("undo.next", {}))!.sequence });
    await expect(desk.line(off.code)).rejects.toThrow();
    const acts = await desk.engine.ask("duty.history", { id: on.id });
    expect(acts.map(({ action, reasonCode }) => `${action} ${reasonCode}`.trim())).toEqual([
      "undo.apply duty.switch",
      "duty.switch on",
      "duty.switch off",
      "duty.revise",
      "duty.add",
    ]);
    expect(acts.every(({ personName, at }) => personName !== "" && at.startsWith("2026-05-20"))).toBe(true);
    await expect(desk.engine.ask("duty.history", { id: "none" as never })).rejects.toMatchObject({
      code: "duty-not-found",
    });
  });

  it("are not offered twice", async () => {
    await expect(
      desk.engine.ask("duty.take", { fondsId: desk.fondsId, beginsOn: "2026-01-01" as never }),
    ).rejects.toMatchObject({ code: "duty-nothing-offered" });
  });
});

describe("shipped duties that were taken", () => {
  it("are given back while nobody has touched one, all or none", async () => {
    const own = await dutyDesk();
    const { engine, fondsId } = own;
    const list = () => engine.ask("duty.list", { fondsId });
    const ids = (await list()).map(({ id }) => id);
    const first = (await list())[0]!;
    await engine.ask("duty.switch", { id: first.id, revision: first.revision, isActive: false });
    await expect(engine.ask("duty.give-back", { fondsId, ids })).rejects.toMatchObject({
      ...{ code: "duty-in-use", details: { name: first.name } },
    });
    expect((await list()).length).toBe(ids.length);
    const undo = async () => engine.ask("undo.apply", { sequence: (await engine.ask("undo.next", {}))!.sequence });
    await undo();
    const revised = (await list()).find(({ code }) => code === "M5")!;
    const { name, frequency, times, ledgerCode, countsBy, kindValue, beginsOn } = revised;
    const terms = { name, frequency, times, ledgerCode, countsBy, kindValue, beginsOn, owner: "网格" };
    await engine.ask("duty.revise", { id: revised.id, revision: revised.revision, terms });
    await expect(engine.ask("duty.give-back", { fondsId, ids: [revised.id] })).rejects.toMatchObject({
      code: "duty-in-use",
    });
    expect(await engine.ask("duty.give-back", { fondsId, ids: [first.id] })).toEqual({ given: 1 });
    const proved = (await own.line("M3")).duty;
    await engine.ask("duty.state-not-done", { id: proved.id, period: "2026-01" as never, words: "换届未开" });
    await expect(engine.ask("duty.give-back", { fondsId, ids: [proved.id] })).rejects.toMatchObject({
      code: "duty-in-use",
    });
    await expect(engine.ask("duty.give-back", { fondsId, ids: ["none" as never] })).rejects.toMatchObject({
      code: "duty-not-found",
    });
    await own.remove();
  });

  it("go by the way back of taking them, and are offered again", async () => {
    const own = await dutyDesk();
    const { engine, fondsId } = own;
    const { lines } = await engine.ask("duty.calendar", { fondsId, year: 2026 });
    const { action, sequence } = (await engine.ask("undo.next", {}))!;
    expect(action).toBe("duty.take");
    await engine.ask("undo.apply", { sequence });
    expect(await engine.ask("duty.list", { fondsId })).toEqual([]);
    expect((await engine.ask("duty.calendar", { fondsId, year: 2026 })).offered).toBe(lines.length);
    await own.remove();
  });
});
