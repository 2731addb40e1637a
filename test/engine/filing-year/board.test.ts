import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { aPaper } from "#test/support/paper-items";
import { fileYear } from "#test/support/sample";

let archive: TestArchive;
let now = "";
const on = (day: string): void => void (now = `${day}T04:00:00.000Z`);
beforeEach(async () => {
  await archive?.remove();
  on("2025-03-01");
  archive = await freshArchive({ clock: { now: () => now, monotonicMs: () => 0 } });
});
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const scope = () => ({ fondsId: archive.fondsId, year: 2024 });
const lineOf = async (category: string) =>
  (await ask("filing-year.board", scope())).find((line) => line.category === category);

describe("the June board", () => {
  it("knows no pace before a second day has seen filing, and invents none", async () => {
    await aPaper(archive);
    expect(await lineOf("WS")).toMatchObject({ filed: 0, unfiled: 1, perDay: null, finishOn: null });
    await fileYear(archive);
    for (let at = 0; at < 6; at++) await aPaper(archive, { title: `第${at}份` });
    const line = await lineOf("WS");
    expect(line).toMatchObject({ filed: 1, unfiled: 6, perDay: null, finishOn: null, isOverdue: false });
    expect(line?.sentence).toContain("进度未知");
  });

  it("reckons the day it will be finished from what was filed each day of this run", async () => {
    await aPaper(archive);
    await fileYear(archive);
    on("2025-03-02");
    await aPaper(archive);
    await fileYear(archive);
    for (let at = 0; at < 6; at++) await aPaper(archive, { title: `第${at}份` });
    // Two in two days: six more take six days.
    expect(await lineOf("WS")).toMatchObject({ perDay: 1, finishOn: "2025-03-08", dueOn: "2025-06-30" });
    // Nothing more for eight days: the pace is a fifth.
    on("2025-03-10");
    expect(await lineOf("WS")).toMatchObject({ perDay: 0.2, finishOn: "2025-04-09" });
    on("2025-06-25");
    expect((await lineOf("WS"))?.sentence).toContain("晚于 6 月 30 日");
    on("2025-07-05");
    expect(await lineOf("WS")).toMatchObject({ isOverdue: true });
    expect((await lineOf("WS"))?.sentence).toContain("已逾期 5 天，还有 6 件");
  });

  it("says 随时 as days since the event, and nothing of classes that hold nothing and are not used", async () => {
    await aPaper(archive, { category: "ZP", date: "2025-02-19", matterId: null });
    await aPaper(archive, { category: "ZP", date: "2025-02", matterId: null });
    expect(await lineOf("ZP")).toMatchObject({ rule: "at-once", dueOn: null, daysSinceEvent: 10, unfiled: 2 });
    expect((await lineOf("KJ"))?.rule).toBe("per-project");
    expect((await lineOf("KU"))?.dueOn).toBe("2025-03-31");
    expect(await lineOf("RS")).toBeUndefined();
  });
});

describe("a deadline", () => {
  const postpone = (dueOn: string, reason: string) =>
    ask("deadline.postpone", { ...scope(), category: "WS", dueOn, reason });

  it("is put off only to a later day and with a reason; every postponement stays in the history", async () => {
    await expect(postpone("2025-07-31", "")).rejects.toMatchObject({ code: "reason-missing" });
    await expect(postpone("2025-06-30", "换届")).rejects.toMatchObject({ code: "deadline-not-later" });
    await expect(
      ask("deadline.postpone", { ...scope(), category: "QQ", dueOn: "2025-07-31", reason: "换届" }),
    ).rejects.toMatchObject({ code: "fonds-not-found" });
    expect(await postpone("2025-07-31", "换届推迟")).toMatchObject({ dueOn: "2025-07-31" });
    on("2025-07-20");
    const { postponements } = await postpone("2025-08-31", "库房搬迁");
    expect(postponements.map((each) => [each.reason, each.decidedBy])).toEqual([
      ["库房搬迁", "王敏"],
      ["换届推迟", "王敏"],
    ]);
    expect(await lineOf("WS")).toMatchObject({ dueOn: "2025-08-31", isPostponed: true });
    const next = await ask("undo.next", {});
    await ask("undo.apply", { sequence: next!.sequence });
    const deadlines = await ask("deadline.list", scope());
    const kept = deadlines.find((each) => each.category === "WS");
    expect(kept).toMatchObject({ dueOn: "2025-07-31" });
    expect(kept?.postponements.map((each) => each.isWithdrawn)).toEqual([true, false]);
    await expect(
      ask("deadline.withdraw", { ...scope(), category: "WS", id: kept!.postponements[0]!.id }),
    ).rejects.toMatchObject({ code: "deadline-not-found" });
  });

  it("may be set where the rule names no day, and says where nothing is known", async () => {
    const before = (await ask("deadline.list", scope())).find((each) => each.category === "YJ");
    expect(before).toMatchObject({ rule: null, dueOn: null });
    expect(before?.basis).toContain("待核对");
    await ask("deadline.postpone", { ...scope(), category: "ZP", dueOn: "2025-04-01", reason: "活动照片集中整理" });
    expect((await lineOf("ZP"))?.dueOn).toBe("2025-04-01");
  });
});
