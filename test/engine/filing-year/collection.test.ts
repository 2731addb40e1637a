import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CollectionLine } from "#contract/collection-list";
import { freshArchive, type TestArchive } from "#test/support/archive";

let archive: TestArchive;
let now = "2026-05-20T02:00:00.000Z";
beforeAll(async () => {
  archive = await freshArchive({ clock: { now: () => now, monotonicMs: () => 0 } });
});
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const undo = async (): Promise<void> => {
  const next = await ask("undo.next", {});
  await ask("undo.apply", { sequence: next!.sequence });
};
const lines = async (year = 2025): Promise<readonly CollectionLine[]> =>
  (await ask("collection.list", { fondsId: archive.fondsId, year })).lines;

describe("the 归档移交清单", () => {
  it("has sources that are data, each name once", async () => {
    const party = await ask("collection.add-source", { fondsId: archive.fondsId, kind: "party", name: "社区党委" });
    await ask("collection.add-source", { fondsId: archive.fondsId, kind: "post", name: "网格员（一）" });
    await expect(
      ask("collection.add-source", { fondsId: archive.fondsId, kind: "other", name: "社区党委" }),
    ).rejects.toMatchObject({ code: "collection-source-taken" });
    await expect(
      ask("collection.add-source", { fondsId: "none" as never, kind: "other", name: "别处" }),
    ).rejects.toMatchObject({ code: "fonds-not-found" });
    await ask("collection.revise-source", { id: party.id, kind: "party", name: "社区党总支", isUsed: true });
    await undo();
    expect((await ask("collection.sources", { fondsId: archive.fondsId })).map((each) => each.name)).toEqual([
      "社区党委",
      "网格员（一）",
    ]);
  });

  it("knows what is expected, overdue, reminded, handed in, and back again", async () => {
    const [party] = await ask("collection.sources", { fondsId: archive.fondsId });
    const line = { sourceId: party!.id, category: "WS", year: 2025, title: "党员大会记录", dueOn: "2026-05-10" };
    const added = await ask("collection.add", { ...line, kind: "记录", copies: 12, pages: 60 });
    expect(added).toMatchObject({ hasPersonalWords: false, line: { state: "expected", isOverdue: true, copies: 12 } });
    expect((await ask("filing-year.show", { fondsId: archive.fondsId, year: 2025 })).collect).toMatchObject({
      expected: 1,
      overdue: 1,
    });
    const ids = [added.line.id];
    await ask("collection.remind", { ids });
    now = "2026-05-22T02:00:00.000Z";
    const { lines: reminded } = await ask("collection.remind", { ids });
    expect(reminded[0]).toMatchObject({ remindedOn: "2026-05-22", reminderCount: 2 });
    const { lines: handed } = await ask("collection.judge", { ids, state: "handed-in" });
    expect(handed[0]).toMatchObject({ state: "handed-in", handedInOn: "2026-05-22", isOverdue: false });
    await expect(ask("collection.remind", { ids })).rejects.toMatchObject({ code: "collection-not-expected" });
    await undo();
    expect((await lines())[0]).toMatchObject({ state: "expected", handedInOn: "", reminderCount: 2 });
  });

  it("wants a reason for 未交 and 不归档, and keeps it", async () => {
    const [line] = await lines();
    for (const state of ["missing", "excluded"] as const)
      await expect(ask("collection.judge", { ids: [line!.id], state, reason: "  " })).rejects.toMatchObject({
        code: "reason-missing",
      });
    await ask("collection.judge", { ids: [line!.id], state: "excluded", reason: "重份，归档范围外" });
    expect((await lines())[0]).toMatchObject({ state: "excluded", reason: "重份，归档范围外" });
    await expect(
      ask("collection.restore", {
        lines: [
          {
            id: line!.id,
            revision: 1,
            state: "expected",
            handedInOn: "",
            remindedOn: "",
            reminderCount: 0,
            reason: "",
          },
        ],
      }),
    ).rejects.toMatchObject({ code: "collection-changed-meanwhile" });
    await undo();
  });

  it("is changed only as last seen, and a line taken out comes back by undo", async () => {
    const [line] = await lines();
    const revise = { id: line!.id, revision: 1, fields: { title: "党员大会会议记录" } };
    await expect(ask("collection.revise", revise)).rejects.toMatchObject({ code: "collection-changed-meanwhile" });
    await ask("collection.revise", { ...revise, revision: line!.revision });
    await undo();
    expect((await lines())[0]?.title).toBe("党员大会记录");
    await expect(ask("collection.remove", { id: "none" as never, revision: 1 })).rejects.toMatchObject({
      code: "collection-not-found",
    });
    const { line: other } = await ask("collection.add", {
      sourceId: line!.sourceId,
      category: "ZP",
      year: 2025,
      title: "重阳节活动照片",
    });
    await ask("collection.remove", { id: other.id, revision: other.revision });
    expect(await lines()).toHaveLength(1);
    await undo();
    expect((await lines()).map((each) => each.title)).toContain("重阳节活动照片");
  });

  it("warns of words that belong to a person", async () => {
    const [line] = await lines();
    const { hasPersonalWords } = await ask("collection.add", {
      sourceId: line!.sourceId,
      category: "WS",
      year: 2024,
      title: "居民 110101199003070011 低保材料",
    });
    expect(hasPersonalWords).toBe(true);
  });

  it("expects again what last year had, once", async () => {
    const again = { fondsId: archive.fondsId, fromYear: 2025, year: 2026 };
    expect(await ask("collection.expect-again", again)).toEqual({ addedCount: 2 });
    expect(await ask("collection.expect-again", again)).toEqual({ addedCount: 0 });
    expect(await lines(2026)).toMatchObject([
      { title: "党员大会记录", state: "expected", copies: 0, dueOn: "" },
      { title: "重阳节活动照片" },
    ]);
  });
});
