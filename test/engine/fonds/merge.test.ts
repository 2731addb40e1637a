import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Fonds } from "#contract/fonds";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { fileYear } from "#test/support/sample";
import { bornBy, day, fondsOf, matterOf, paperItem, secondFonds } from "./fonds-desk.ts";

let archive: TestArchive;
let other: Fonds;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
  other = await secondFonds(archive);
});
afterAll(() => archive.remove());

const found = { code: "C003", name: "和平幸福社区", unit: "和平幸福社区居委会", codeStandard: "DA/T 13-2022" } as const;
const when = { effectiveOn: day("2025-05-01"), reason: "区划调整" };
const merge = (change: object = {}) =>
  archive.engine.ask("fonds.merge", { fondsIds: [archive.fondsId, other.id], into: { found }, ...when, ...change });

/** One filed item and one draft in each of two fonds. */
async function fill(): Promise<void> {
  const zz = await matterOf(archive, "ZZ");
  const otherZz = await matterOf(archive, "ZZ", other.id);
  await paperItem(archive, { title: "甲已归", matterId: zz.id });
  await paperItem(archive, { title: "乙已归", fondsId: other.id, matterId: otherZz.id });
  await fileYear(archive);
  await fileYear({ ...archive, fondsId: other.id });
  await paperItem(archive, { title: "甲未归", matterId: zz.id });
  await paperItem(archive, { title: "甲未分", matterId: null });
  await paperItem(archive, { title: "乙未归", fondsId: other.id, matterId: otherZz.id });
}

describe("合并", () => {
  it("closes both on the day, founds the new one, takes drafts over by class and leaves what is filed", async () => {
    await fill();
    const filed = (await bornBy(archive)).filter((line) => line.includes("|filed|"));
    const preview = await archive.engine.ask("fonds.preview-act", {
      kind: "merge",
      fondsIds: [archive.fondsId, other.id],
      into: { found },
    });
    expect(preview).toMatchObject({ closes: ["幸福社区", "和平社区"], founds: ["和平幸福社区"], unassigned: [] });
    expect(preview.stays.map(({ filedCount, pageSum }) => [filedCount, pageSum])).toEqual([
      [1, 3],
      [1, 3],
    ]);
    expect(preview.moves.reduce((sum, move) => sum + move.draftCount, 0)).toBe(3);
    const { fondsIds, movedCount } = await merge();
    expect(movedCount).toBe(3);
    const newId = fondsIds.at(-1)!;
    expect(await fondsOf(archive)).toMatchObject({ closedOn: "2025-05-01" });
    expect(await fondsOf(archive, other.id)).toMatchObject({ closedOn: "2025-05-01" });
    expect(await fondsOf(archive, newId)).toMatchObject({ ...found, openedOn: "2025-05-01", closedOn: "" });
    expect((await bornBy(archive)).filter((line) => line.includes("|filed|"))).toEqual(filed);
    const { id: newZz } = await matterOf(archive, "ZZ", newId);
    const { rows } = await archive.engine.ask("item.list", { filter: { fondsId: newId } });
    expect(rows.map((row) => [row.title, row.matterId])).toEqual([
      ["甲未归", newZz],
      ["甲未分", null],
      ["乙未归", newZz],
    ]);
    // Classes without drafts go on as well, and are filed under the new 全宗号.
    expect((await matterOf(archive, "DQ", newId)).isParty).toBe(true);
    const scope = { fondsId: newId, year: 2024 };
    const plan = await archive.engine.ask("filing.preview", scope);
    expect(plan.units.at(-1)?.items.map((item) => item.archivalCode)).toEqual([
      "C003-WS·2024·Y·ZZ-0001",
      "C003-WS·2024·Y·ZZ-0002",
    ]);
  });

  it("stands in the history of all three, with the names of that day", async () => {
    const { fondsIds } = await merge();
    const newId = fondsIds.at(-1)!;
    await archive.engine.ask("fonds.rename", {
      fondsId: newId,
      name: "后来的名字",
      unit: "",
      effectiveOn: day("2025-08-01"),
      reason: "又更名",
    });
    const old = await archive.engine.ask("fonds.history", { fondsId: archive.fondsId });
    expect(old.successors).toEqual([{ fondsId: newId, code: "C003", name: "和平幸福社区", on: "2025-05-01" }]);
    expect(old.names).toEqual([{ since: "", until: "2025-05-01", name: "幸福社区", unit: "幸福社区居民委员会" }]);
    const young = await archive.engine.ask("fonds.history", { fondsId: newId });
    expect(young.predecessors.map((each) => each.name).sort()).toEqual(["和平社区", "幸福社区"]);
    expect(young.rows.map((row) => [row.event, row.sentence, row.reason])).toEqual([
      ["merge", "「幸福社区」、「和平社区」合并为「和平幸福社区」；已归档文件留在原全宗，档号不变。", "区划调整"],
      ["rename", expect.stringContaining("「和平幸福社区」更名为「后来的名字」"), "又更名"],
    ]);
  });

  it("goes into a fonds that is there, under the classes of that one", async () => {
    await fill();
    await merge({ fondsIds: [archive.fondsId], into: { fondsId: other.id } });
    expect(await fondsOf(archive, other.id)).toMatchObject({ closedOn: "" });
    const { id } = await matterOf(archive, "ZZ", other.id);
    const { rows } = await archive.engine.ask("item.list", { filter: { fondsId: other.id, state: "draft" } });
    expect(rows.map((row) => row.matterId)).toEqual([id, null, id]);
    // 党群工作 had no drafts and is no class of that fonds.
    await expect(matterOf(archive, "DQ", other.id)).rejects.toThrow("no class");
  });

  it("is refused of one fonds alone, of a fonds with itself, of a code taken, of a closed class, and changes nothing", async () => {
    await fill();
    const before = await bornBy(archive);
    await expect(merge({ fondsIds: [archive.fondsId, archive.fondsId] })).rejects.toMatchObject({
      code: "fonds-act-same",
    });
    await expect(merge({ into: { fondsId: other.id } })).rejects.toMatchObject({ code: "fonds-act-same" });
    await expect(merge({ into: { found: { ...found, code: "C002" } } })).rejects.toMatchObject({
      code: "fonds-code-taken",
    });
    await paperItem(archive, { title: "党群", matterId: (await matterOf(archive, "DQ")).id });
    const closed = await archive.engine.ask("matter.add", { fondsId: other.id, code: "DQ", name: "旧党群" });
    await archive.engine.ask("matter.close", { id: closed.id, closedOn: day("2024-12-31") });
    await expect(merge({ fondsIds: [archive.fondsId], into: { fondsId: other.id } })).rejects.toMatchObject({
      code: "matter-closed",
    });
    await archive.engine.ask("fonds.revise", { ...other, openedOn: day("2025-05-02") });
    await expect(merge()).rejects.toMatchObject({ code: "fonds-date-impossible" });
    expect((await bornBy(archive)).filter((line) => !line.startsWith("党群"))).toEqual(before);
    expect(await archive.engine.ask("fonds.list", {})).toHaveLength(2);
  });

  it("takes a draft volume over with the items in it", async () => {
    const { id: matterId } = await matterOf(archive, "PZ");
    const item = await paperItem(archive, { title: "凭证一", category: "KU", matterId, retention: "D30" });
    const volume = await archive.engine.ask("volume.make", {
      fondsId: archive.fondsId,
      category: "KU",
      fields: { title: "2024年1月记账凭证", year: 2024, retention: "D30", matterId },
      itemIds: [item.id],
    });
    const { fondsIds, movedCount } = await merge();
    expect(movedCount).toBe(2);
    const newPz = await matterOf(archive, "PZ", fondsIds.at(-1)!);
    const { rows } = await archive.engine.ask("item.list", { filter: { fondsId: newPz.fondsId } });
    expect(rows).toMatchObject([{ title: "凭证一", matterId: newPz.id, volumeId: volume.id }]);
    expect(await archive.engine.ask("volume.read", { id: volume.id })).toMatchObject({
      fondsId: newPz.fondsId,
      matterId: newPz.id,
    });
  });

  it("is taken back whole while nothing was built on it", async () => {
    await fill();
    const before = await bornBy(archive);
    const { actId } = await merge();
    await archive.engine.ask("fonds.revoke", { actId });
    expect(await bornBy(archive)).toEqual(before);
    expect((await archive.engine.ask("fonds.list", {})).map((each) => [each.code, each.closedOn])).toEqual([
      ["C001", ""],
      ["C002", ""],
    ]);
  });

  it("stays once a draft was filed since, or something new came", async () => {
    await fill();
    const { actId, fondsIds } = await merge();
    const newId = fondsIds.at(-1)!;
    const { id: matterId } = await matterOf(archive, "ZZ", newId);
    const fresh = await paperItem(archive, { fondsId: newId, matterId, title: "新来的" });
    await expect(archive.engine.ask("fonds.revoke", { actId })).rejects.toMatchObject({ code: "fonds-in-use" });
    await archive.engine.ask("item.dissolve", { id: fresh.id, revision: fresh.revision });
    const [unclassed] = (await archive.engine.ask("item.list", { filter: { fondsId: newId } })).rows.filter(
      (row) => row.matterId === null,
    );
    await archive.engine.ask("item.describe", { ...unclassed!, fields: { matterId } });
    await fileYear({ ...archive, fondsId: newId });
    await expect(archive.engine.ask("fonds.revoke", { actId })).rejects.toMatchObject({ code: "fonds-in-use" });
    expect((await fondsOf(archive)).closedOn).toBe("2025-05-01");
  });
});
