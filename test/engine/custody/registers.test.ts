// The registers of the archive room: written, judged, refused, and what is due.
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { bindingNeedOf, starterCustodyRules } from "#contract/custody";
import { localDay, monthEnd, monthsAfter } from "#engine/custody/local-day";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { aPaper, filedOf } from "#test/support/paper-items";
import { fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const day = (text: string) => archivalDate.parse(text);
const today = () => day(localDay(new Date().toISOString()));
const tomorrow = () => day(localDay(new Date(Date.now() + 86_400_000).toISOString()));
async function undo(): Promise<string> {
  const next = await ask("undo.next", {});
  return (await ask("undo.apply", { sequence: next!.sequence })).action;
}
const reading = { room: "档案室", readOn: day("2024-03-01"), readTime: "09:00", recorder: "王敏" };
const all = { from: day("2024-01-01"), to: day("2024-12-31") };

describe("温湿度", () => {
  it.each([
    [14, 45, false],
    [24, 60, false],
    [13.9, 50, true],
    [24.1, 50, true],
    [20, 44.9, true],
    [20, 60.1, true],
  ])("%s °C and %s %% out of range: %s", async (temperature, humidity, isOut) => {
    expect((await ask("climate-reading.keep", { ...reading, temperature, humidity })).isOut).toBe(isOut);
  });

  it("is written once a minute, not ahead of time, corrected, removed, and taken back", async () => {
    const { id } = await ask("climate-reading.keep", { ...reading, temperature: 20, humidity: 50 });
    await expect(ask("climate-reading.keep", { ...reading, temperature: 21, humidity: 50 })).rejects.toThrow(
      "climate-reading-exists",
    );
    await expect(
      ask("climate-reading.keep", { ...reading, readOn: tomorrow(), temperature: 21, humidity: 50 }),
    ).rejects.toThrow("date-in-future");
    for (const wrong of [{ readTime: "24:00" }, { humidity: 101 }, { readOn: day("2024-03") }, { recorder: " " }])
      await expect(
        ask("climate-reading.keep", { ...reading, temperature: 20, humidity: 50, ...wrong }),
      ).rejects.toThrow("input-invalid");
    await ask("climate-reading.keep", { ...reading, id, temperature: 30, humidity: 50, measure: "开空调" });
    const read = async () =>
      (await ask("climate-reading.list", all)).map((each) => [each.temperature, each.isOut, each.measure]);
    expect(await read()).toEqual([[30, true, "开空调"]]);
    await undo();
    expect(await read()).toEqual([[20, false, ""]]);
    await ask("climate-reading.remove", { id });
    await expect(ask("climate-reading.remove", { id })).rejects.toThrow("custody-record-missing");
    await undo();
    expect(await read()).toEqual([[20, false, ""]]);
  });

  it("is judged by the limits in force when it is written", async () => {
    await ask("climate-reading.keep", { ...reading, temperature: 26, humidity: 50 });
    await ask("custody.set-rules", { ...starterCustodyRules, temperature: { least: 10, most: 28 } });
    await ask("climate-reading.keep", { ...reading, readTime: "15:00", temperature: 26, humidity: 50 });
    expect((await ask("climate-reading.list", all)).map((each) => each.isOut)).toEqual([true, false]);
    const turned = { ...starterCustodyRules, humidity: { least: 60, most: 45 } };
    await expect(ask("custody.set-rules", turned)).rejects.toThrow("input-invalid");
  });
});

describe("八防", () => {
  const lines = starterCustodyRules.guards.map((guard) => ({ guard, isFine: true }));
  const check = { room: "档案室", checkedOn: day("2024-03-01"), checker: "王敏" };

  it("has a line for each guard; a problem is said, followed, and solved", async () => {
    expect(lines).toHaveLength(8);
    const wet = { guard: "防潮", isFine: false, problem: "墙角渗水", measure: "已报修" };
    await expect(ask("safety-check.keep", { ...check, lines: [{ guard: "防火", isFine: false }] })).rejects.toThrow(
      "safety-problem-unsaid",
    );
    await expect(ask("safety-check.keep", { ...check, checkedOn: tomorrow(), lines })).rejects.toThrow(
      "date-in-future",
    );
    const kept = await ask("safety-check.keep", { ...check, lines: [wet, ...lines] });
    expect((await ask("custody.due", {})).map((duty) => duty.code)).toContain("safety-open");
    const { id } = kept;
    await ask("safety-check.keep", { ...check, id, lines: [{ ...wet, solvedOn: day("2024-03-05") }, ...lines] });
    expect((await ask("custody.due", {})).map((duty) => duty.code)).not.toContain("safety-open");
    expect((await ask("safety-check.list", all))[0]?.lines).toHaveLength(9);
    await undo();
    expect((await ask("safety-check.list", all))[0]).toEqual({ ...kept, enteredAt: expect.any(String) });
    await undo();
    expect(await ask("safety-check.list", all)).toEqual([]);
  });
});

describe("破损与修复", () => {
  it("names the item by its 档号, a restricted one by its neutral title, and knows no repair before the damage", async () => {
    const item = await aPaper(archive, { title: "张三低保审批", access: "restricted", neutralTitle: "低保审批材料" });
    await fileYear(archive);
    const damage = { itemId: item.id, kind: "霉变", foundOn: day("2024-05-02"), foundBy: "王敏" };
    await expect(ask("damage.keep", { ...damage, itemId: "没有" as never })).rejects.toThrow("item-not-found");
    await expect(ask("damage.keep", { ...damage, repairedOn: day("2024-05-01") })).rejects.toThrow(
      "repair-before-damage",
    );
    await expect(ask("damage.keep", { ...damage, foundOn: tomorrow() })).rejects.toThrow("date-in-future");
    const kept = await ask("damage.keep", damage);
    expect(kept).toMatchObject({ archivalCode: "C001-WS·2024-Y-ZZ-0001", title: "低保审批材料" });
    expect(JSON.stringify(await ask("damage.list", {}))).not.toContain("张三");
    await ask("damage.keep", { ...damage, id: kept.id, repairedOn: day("2024-06-01"), repairedBy: "李红" });
    expect(await ask("damage.list", { state: "open" })).toEqual([]);
    await undo();
    expect(await ask("damage.list", { state: "repaired" })).toEqual([]);
    await ask("damage.remove", { id: kept.id });
    await undo();
    expect(await ask("damage.list", { state: "open" })).toEqual([{ ...kept, enteredAt: expect.any(String) }]);
  });
});

describe("清点", () => {
  const begin = () => ({ fondsId: archive.fondsId, startedOn: day("2025-01-10"), takenBy: "王敏" });

  it("lists what should be in the room, once, and not what is digital, lent or gone", async () => {
    await expect(ask("stock-take.begin", begin())).rejects.toThrow("stock-take-empty");
    for (const at of [1, 2, 3, 4]) await aPaper(archive, { title: `通知${at}`, date: `2024-01-0${at}` });
    await aPaper(archive, { title: "电子的", carrier: "digital" });
    await fileYear(archive);
    await expect(ask("stock-take.begin", { ...begin(), fondsId: "无" as never })).rejects.toThrow("fonds-not-found");
    const take = await ask("stock-take.begin", begin());
    expect([take.kind, take.lineCount]).toEqual(["full", 4]);
    const sample = await ask("stock-take.begin", { ...begin(), sample: 2 });
    expect([sample.kind, sample.lineCount]).toEqual(["random", 2]);
    const chosen = (await ask("stock-take.lines", { id: sample.id })).lines.map((line) => line.archivalCode);
    expect(new Set(chosen).size).toBe(2);
    expect(chosen.toSorted()).toEqual(chosen);
  });

  it("is ticked, taken back, frozen for good, and tells the 备考表 what is missing", async () => {
    for (const at of [1, 2, 3]) await aPaper(archive, { title: `通知${at}`, date: `2024-01-0${at}` });
    await fileYear(archive);
    const year = { fondsId: archive.fondsId, year: 2024 };
    const { planDigest } = await ask("box.plan", year);
    await ask("box.commit", { ...year, planDigest });
    const [box] = (await ask("box.list", year)).boxes;
    const { id } = await ask("stock-take.begin", { ...begin(), boxIds: [box!.id] });
    const [one, two, three] = (await ask("stock-take.lines", { id })).lines;
    expect(one!.expectedPlace).toBe("盒 1");
    const tick = (itemId: typeof one, result: "found" | "missing" | "misplaced", foundPlace = "") =>
      ask("stock-take.tick", { id, ticks: [{ itemId: itemId!.itemId, result, foundPlace }] });
    await tick(one, "found", "不该记下");
    await expect(ask("stock-take.freeze", { id })).rejects.toThrow("stock-take-unfinished");
    await tick(two, "missing");
    await tick(three, "misplaced", "盒 9");
    await expect(ask("stock-take.tick", { id, ticks: [{ itemId: "无" as never, result: "found" }] })).rejects.toThrow(
      "item-not-found",
    );
    await undo();
    expect((await ask("stock-take.list", {}))[0]).toMatchObject({ openCount: 1 });
    await tick(three, "misplaced", "盒 9");
    const frozen = await ask("stock-take.freeze", { id, note: "一件未找到" });
    expect(frozen).toMatchObject({ state: "frozen", foundCount: 1, missingCount: 1, misplacedCount: 1 });
    await expect(tick(two, "found")).rejects.toThrow("stock-take-frozen");
    await expect(ask("stock-take.freeze", { id })).rejects.toThrow("stock-take-frozen");
    await expect(ask("stock-take.drop", { id })).rejects.toThrow("stock-take-frozen");
    await expect(ask("stock-take.lines", { id: "无" })).rejects.toThrow("custody-record-missing");
    expect((await ask("stock-take.lines", { id })).lines.map((line) => line.foundPlace)).toEqual(["", "", "盒 9"]);
    expect((await ask("box.read", { id: box!.id })).proposedNote).toContain("0002 最近一次清点未找到");
  });
});

describe("what is due", () => {
  it("is nothing in a room that holds nothing, and counts down as it is done", async () => {
    expect(await ask("custody.due", {})).toEqual([]);
    const item = await aPaper(archive);
    await fileYear(archive);
    const codes = async () => (await ask("custody.due", {})).map((duty) => [duty.code, duty.count]);
    expect(await codes()).toEqual([
      ["climate", 2],
      ["safety", 1],
      ["stock-take", 1],
    ]);
    await ask("climate-reading.keep", {
      ...reading,
      readOn: today(),
      readTime: "00:00",
      temperature: 30,
      humidity: 50,
    });
    expect(await codes()).toEqual([
      ["climate", 1],
      ["safety", 1],
      ["stock-take", 1],
      ["climate-measure", 1],
    ]);
    const lines = [{ guard: "防火", isFine: true }];
    await ask("safety-check.keep", { room: "档案室", checkedOn: day("2024-01-31"), checker: "王敏", lines });
    expect((await ask("custody.due", {}))[0]).toMatchObject({ code: "safety", dueOn: "2024-02-29", isOverdue: true });
    await ask("damage.keep", { itemId: item.id, kind: "撕裂", foundOn: day("2024-05-02"), foundBy: "王敏" });
    expect((await codes()).at(-1)).toEqual(["repair", 1]);
    expect(await filedOf(archive)).toHaveLength(1);
  });

  it("reckons months as the calendar does", () => {
    expect(monthsAfter("2024-01-31", 1)).toBe("2024-02-29");
    expect(monthsAfter("2023-12-15", 2)).toBe("2024-02-15");
    expect(monthsAfter("2024-03-31", -12)).toBe("2023-03-31");
    expect(monthEnd("2023-02-03")).toBe("2023-02-28");
    expect([bindingNeedOf("Y"), bindingNeedOf("D30"), bindingNeedOf("D10"), bindingNeedOf(null)]).toEqual([
      "permanent",
      "long",
      "short",
      "permanent",
    ]);
  });
});
