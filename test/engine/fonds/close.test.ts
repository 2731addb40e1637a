import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { fileYear } from "#test/support/sample";
import { bornBy, day, fondsOf, matterOf, paperItem, secondFonds } from "./fonds-desk.ts";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());

const close = (change: object = {}) =>
  archive.engine.ask("fonds.close", {
    fondsId: archive.fondsId,
    successorId: null,
    effectiveOn: day("2025-05-01"),
    reason: "社区撤并",
    ...change,
  });

describe("撤销", () => {
  it("closes on the day and leaves every 档号 as it was", async () => {
    await paperItem(archive, { matterId: (await matterOf(archive, "ZZ")).id });
    await fileYear(archive);
    const before = await bornBy(archive);
    await close();
    expect(await bornBy(archive)).toEqual(before);
    expect((await fondsOf(archive)).closedOn).toBe("2025-05-01");
    const { rows } = await archive.engine.ask("fonds.history", { fondsId: archive.fondsId });
    expect(rows.at(-1)).toMatchObject({
      on: "2025-05-01",
      event: "close",
      reason: "社区撤并",
      sentence: "「幸福社区」撤销；已归档文件留在原全宗，档号不变。",
    });
  });

  it("is refused while something waits to be filed, unless another fonds takes it", async () => {
    await paperItem(archive, { matterId: (await matterOf(archive, "ZZ")).id });
    await expect(close()).rejects.toMatchObject({ code: "fonds-has-drafts", details: { count: 1 } });
    expect((await fondsOf(archive)).closedOn).toBe("");
    await expect(close({ successorId: archive.fondsId })).rejects.toMatchObject({ code: "fonds-act-same" });
    const other = await secondFonds(archive);
    await close({ successorId: other.id });
    const { rows } = await archive.engine.ask("item.list", { filter: { fondsId: other.id } });
    expect(rows).toMatchObject([{ matterId: (await matterOf(archive, "ZZ", other.id)).id }]);
    const history = await archive.engine.ask("fonds.history", { fondsId: other.id });
    expect(history.predecessors.map((each) => each.name)).toEqual(["幸福社区"]);
  });
});

describe("a closed fonds", () => {
  it("takes nothing new: no item, no class, no act, no other scheme", async () => {
    const { id: matterId } = await matterOf(archive, "ZZ");
    const other = await secondFonds(archive);
    const draft = await paperItem(archive, { fondsId: other.id, matterId: null });
    const { actId } = await close();
    const details = { name: "幸福社区", date: "2025-05-01" };
    const refused = { code: "fonds-closed", details };
    await expect(paperItem(archive, { matterId })).rejects.toMatchObject(refused);
    await expect(
      archive.engine.ask("item.describe", {
        id: draft.id,
        revision: draft.revision,
        fields: { fondsId: archive.fondsId },
      }),
    ).rejects.toMatchObject(refused);
    await expect(
      archive.engine.ask("matter.add", { fondsId: archive.fondsId, code: "XX", name: "新的" }),
    ).rejects.toMatchObject(refused);
    const home = { fondsId: archive.fondsId };
    await expect(archive.engine.ask("volume.make", { ...home, category: "KU" })).rejects.toMatchObject(refused);
    await expect(archive.engine.ask("group.make", { ...home, category: "ZP" })).rejects.toMatchObject(refused);
    const [scheme] = await archive.engine.ask("scheme.list", { fondsId: archive.fondsId });
    await expect(archive.engine.ask("scheme.revise", { ...scheme!, note: "改" })).rejects.toMatchObject(refused);
    await expect(close({ effectiveOn: "2025-06-01" })).rejects.toMatchObject(refused);
    await expect(
      archive.engine.ask("fonds.merge", {
        fondsIds: [other.id],
        into: { fondsId: archive.fondsId },
        effectiveOn: day("2025-06-01"),
        reason: "并入",
      }),
    ).rejects.toMatchObject(refused);
    // A correction of its words cannot open it again; taking the act back can.
    await archive.engine.ask("fonds.revise", { ...(await fondsOf(archive)), closedOn: day(""), name: "幸福老社区" });
    expect(await fondsOf(archive)).toMatchObject({ name: "幸福老社区", closedOn: "2025-05-01" });
    await archive.engine.ask("fonds.revoke", { actId });
    expect((await paperItem(archive, { matterId })).fondsId).toBe(archive.fondsId);
  });

  it("is not carried forward to: the next item goes to a fonds that is open", async () => {
    const other = await secondFonds(archive, "C900");
    await paperItem(archive, { matterId: (await matterOf(archive, "ZZ")).id });
    await fileYear(archive);
    await close();
    const { item } = await archive.engine.ask("item.make", { pageIds: [], fields: { paperPageCount: 1 } });
    expect(item).toMatchObject({ fondsId: other.id, matterId: null });
  });
});
