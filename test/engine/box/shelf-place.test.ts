// Shelves: set up, filled, found by what a clerk types, and said with every item found.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Box } from "#contract/box";
import { parseShelfWords } from "#contract/shelf-place";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { aPaper } from "#test/support/paper-items";
import { fileYear } from "#test/support/sample";

let archive: TestArchive;
let boxes: readonly Box[];
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const room = "档案室";
beforeAll(async () => {
  archive = await freshArchive();
  for (let at = 1; at <= 3; at++)
    await aPaper(archive, { title: `第${at}份通知`, date: `2024-01-0${at}`, thicknessMm: 30 });
  await fileYear(archive);
  const year = { fondsId: archive.fondsId, year: 2024 };
  const { planDigest } = await ask("box.plan", year);
  await ask("box.commit", { ...year, planDigest });
  boxes = (await ask("box.list", year)).boxes;
  await ask("shelf-place.define", { room, from: 1, count: 3, tiers: 2, slots: 2 });
});
afterAll(() => archive.remove());
const places = async () => (await ask("shelf-place.map", {})).places;
const placeAt = async (cabinet: number, tier: number, slot: number) =>
  (await places()).find((place) => place.cabinet === cabinet && place.tier === tier && place.slot === slot)!;
async function undo(): Promise<void> {
  const next = await ask("undo.next", {});
  await ask("undo.apply", { sequence: next!.sequence });
}

describe("what was typed of a place", () => {
  it.each([
    ["3-2-5", { cabinet: 3, tier: 2, slot: 5 }],
    ["３－２－５", { cabinet: 3, tier: 2, slot: 5 }],
    ["柜3层2", { cabinet: 3, tier: 2 }],
    ["第 3 柜第 2 层第 5 位", { cabinet: 3, tier: 2, slot: 5 }],
    ["3柜", { cabinet: 3 }],
  ])("%s", (typed, place) => expect(parseShelfWords(typed)).toEqual(place));
  it.each(["", "3", "3-2", "2024-03-05", "柜", "书柜采购", "3-2-5-1"])("%s names none", (typed) =>
    expect(parseShelfWords(typed)).toBeUndefined(),
  );
});

describe("shelves", () => {
  it("are set up once and taken away only when empty, each with its way back", async () => {
    expect(await places()).toHaveLength(12);
    await expect(ask("shelf-place.define", { room, from: 3, count: 2, tiers: 1, slots: 1 })).rejects.toThrow(
      "shelf-cabinet-exists",
    );
    await expect(ask("shelf-place.remove", { room, from: 3, count: 2 })).rejects.toThrow("shelf-cabinet-missing");
    await ask("shelf-place.remove", { room, from: 3, count: 1 });
    expect(await places()).toHaveLength(8);
    await undo();
    expect(await places()).toHaveLength(12);
    await ask("shelf-place.put", { moves: [{ boxId: boxes[0]!.id, placeId: (await placeAt(2, 1, 1)).id }] });
    await expect(ask("shelf-place.remove", { room, from: 2, count: 1 })).rejects.toThrow("shelf-not-empty");
    await undo();
    expect((await ask("shelf-place.map", {})).boxes.map((box) => box.placeId)).toEqual([null, null, null]);
  });

  it("never hold two boxes at one place, and let two boxes change places", async () => {
    const [a, b] = [await placeAt(1, 1, 1), await placeAt(1, 1, 2)];
    const [one, two] = boxes;
    await ask("shelf-place.put", {
      moves: [
        { boxId: one!.id, placeId: a.id },
        { boxId: two!.id, placeId: b.id },
      ],
    });
    await expect(ask("shelf-place.put", { moves: [{ boxId: two!.id, placeId: a.id }] })).rejects.toThrow(
      "shelf-place-taken",
    );
    await expect(ask("shelf-place.put", { moves: [{ boxId: "无" as never, placeId: a.id }] })).rejects.toThrow(
      "box-not-found",
    );
    await expect(ask("shelf-place.put", { moves: [{ boxId: one!.id, placeId: "无" as never }] })).rejects.toThrow(
      "shelf-place-missing",
    );
    await ask("shelf-place.put", {
      moves: [
        { boxId: one!.id, placeId: b.id },
        { boxId: two!.id, placeId: a.id },
      ],
    });
    const standing = (await ask("shelf-place.map", {})).boxes.map((box) => box.placeId);
    expect(standing).toEqual([b.id, a.id, null]);
    await undo();
    await undo();
  });

  it("are filled in order past taken places, or not at all", async () => {
    const [one, two, three] = boxes;
    await ask("shelf-place.put", { moves: [{ boxId: three!.id, placeId: (await placeAt(3, 1, 2)).id }] });
    const { places: given } = await ask("shelf-place.fill", {
      boxIds: [one!.id, two!.id],
      from: (await placeAt(3, 1, 1)).id,
    });
    expect(given.map((place) => [place.cabinet, place.tier, place.slot])).toEqual([
      [3, 1, 1],
      [3, 2, 1],
    ]);
    await expect(
      ask("shelf-place.fill", { boxIds: [one!.id, two!.id, three!.id], from: (await placeAt(3, 2, 1)).id }),
    ).rejects.toThrow("shelf-full");
    await expect(ask("shelf-place.fill", { boxIds: [one!.id], from: "无" as never })).rejects.toThrow(
      "shelf-place-missing",
    );
  });

  it("are found by what is typed, and said with every item found", async () => {
    expect((await ask("shelf-place.find", { words: "3-1-2" })).map((box) => box.boxNumber)).toEqual([3]);
    expect((await ask("shelf-place.find", { words: "柜3" })).map((box) => box.boxNumber)).toEqual([1, 3, 2]);
    expect(await ask("shelf-place.find", { words: "9-9-9" })).toEqual([]);
    expect(await ask("shelf-place.find", { words: "通知" })).toEqual([]);
    const { rows } = await ask("search.find", { words: "第2份" });
    expect(rows.map((row) => row.shelf)).toEqual(["第 3 柜第 2 层第 1 位 盒 2"]);
    const at = await ask("search.find", { words: "柜3层1" });
    expect(at.rows.map((row) => [row.title, row.shelf])).toEqual([
      ["第1份通知", "第 3 柜第 1 层第 1 位 盒 1"],
      ["第3份通知", "第 3 柜第 1 层第 2 位 盒 3"],
    ]);
    expect(at.total).toBe(2);
    expect((await ask("search.find", { words: "柜3层1", offset: 1, limit: 1 })).rows.map((row) => row.title)).toEqual([
      "第3份通知",
    ]);
    await ask("shelf-place.define", { room: "二号库房", from: 1, count: 1, tiers: 1, slots: 1 });
    expect((await ask("search.find", { words: "第2份" })).rows[0]?.shelf).toBe("档案室 第 3 柜第 2 层第 1 位 盒 2");
  });
});
