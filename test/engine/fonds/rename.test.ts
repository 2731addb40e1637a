import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { fileYear } from "#test/support/sample";
import { bornBy, day, fondsOf, matterOf, paperItem } from "./fonds-desk.ts";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());

const renaming = () => ({
  fondsId: archive.fondsId,
  name: "幸福里社区",
  unit: "幸福里社区居民委员会",
  effectiveOn: day("2025-05-01"),
  reason: "区政府批复社区更名",
});
const rename = (change: object = {}) => archive.engine.ask("fonds.rename", { ...renaming(), ...change });

describe("更名", () => {
  it("keeps the old name with its span, and every item what it bears", async () => {
    await archive.engine.ask("fonds.revise", { ...(await fondsOf(archive)), openedOn: day("2003-01-15") });
    const { id: matterId } = await matterOf(archive, "ZZ");
    await paperItem(archive, { title: "已归档", matterId });
    await fileYear(archive);
    await paperItem(archive, { title: "未归档", matterId });
    const before = await bornBy(archive);
    await rename();
    expect(await bornBy(archive)).toEqual(before);
    expect(await fondsOf(archive)).toMatchObject({ name: "幸福里社区", code: "C001" });
    const { names, rows, predecessors, successors } = await archive.engine.ask("fonds.history", {
      fondsId: archive.fondsId,
    });
    expect(names).toEqual([
      { since: "2003-01-15", until: "2025-05-01", name: "幸福社区", unit: "幸福社区居民委员会" },
      { since: "2025-05-01", until: "", name: "幸福里社区", unit: "幸福里社区居民委员会" },
    ]);
    expect(rows.map(({ on, event, sentence }) => [on, event, sentence])).toEqual([
      ["2003-01-15", "founded", "「幸福社区」立为全宗，立档单位 幸福社区居民委员会。"],
      ["2025-05-01", "rename", "「幸福社区」更名为「幸福里社区」，立档单位 幸福里社区居民委员会；此前的文件仍用原名。"],
    ]);
    expect([predecessors, successors]).toEqual([[], []]);
  });

  it("tells a correction from a new name: words put right leave the names before as they were", async () => {
    await rename();
    await archive.engine.ask("fonds.revise", { ...(await fondsOf(archive)), name: "幸福里（新）社区" });
    const { names } = await archive.engine.ask("fonds.history", { fondsId: archive.fondsId });
    expect(names.map((each) => each.name)).toEqual(["幸福社区", "幸福里（新）社区"]);
  });

  it("is refused without a difference, without a reason, in days to come and before the fonds was opened", async () => {
    const { name, unit } = await fondsOf(archive);
    await expect(rename({ name, unit })).rejects.toMatchObject({ code: "fonds-act-same" });
    await expect(rename({ reason: "  " })).rejects.toMatchObject({ code: "input-invalid" });
    await expect(rename({ effectiveOn: "2025-05" })).rejects.toMatchObject({ code: "input-invalid" });
    await expect(rename({ effectiveOn: "2199-01-01" })).rejects.toMatchObject({ code: "fonds-date-impossible" });
    await archive.engine.ask("fonds.revise", { ...(await fondsOf(archive)), openedOn: day("2020-06-01") });
    await expect(rename({ effectiveOn: "2020-05-31" })).rejects.toMatchObject({ code: "fonds-date-impossible" });
    await expect(rename({ fondsId: "nobody" })).rejects.toMatchObject({ code: "fonds-not-found" });
    expect((await fondsOf(archive)).name).toBe("幸福社区");
  });

  it("never goes behind what was done before, and an opening never behind an act", async () => {
    await rename();
    await expect(rename({ name: "再改", effectiveOn: "2025-04-30" })).rejects.toMatchObject({
      code: "fonds-date-impossible",
    });
    await expect(rename({ name: "同日再改" })).rejects.toMatchObject({ code: "fonds-date-impossible" });
    await expect(
      archive.engine.ask("fonds.revise", { ...(await fondsOf(archive)), openedOn: day("2025-06-01") }),
    ).rejects.toMatchObject({ code: "fonds-date-impossible" });
    await expect(
      archive.engine.ask("fonds.revise", { ...(await fondsOf(archive)), openedOn: day("2199") }),
    ).rejects.toMatchObject({ code: "fonds-date-impossible" });
  });

  it("is taken back by undo, the newest alone", async () => {
    const { actId } = await rename();
    await rename({ name: "第二次", effectiveOn: "2025-06-01" });
    await expect(archive.engine.ask("fonds.revoke", { actId })).rejects.toMatchObject({ code: "fonds-act-not-last" });
    for (const expected of ["幸福里社区", "幸福社区"]) {
      const next = await archive.engine.ask("undo.next", {});
      await archive.engine.ask("undo.apply", { sequence: next!.sequence });
      expect((await fondsOf(archive)).name).toBe(expected);
    }
    const { names, rows } = await archive.engine.ask("fonds.history", { fondsId: archive.fondsId });
    expect([names.length, rows.length]).toEqual([1, 1]);
  });
});
