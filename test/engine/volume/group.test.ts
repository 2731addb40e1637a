// 组 of photos and recordings: taken in and out, captioned one by one and together, numbered and filed.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { CaptionedItem } from "#contract/caption";
import type { Group } from "#contract/group";
import { writeWav } from "#test/fixtures/digital-files";
import { writePhoto, type Camera } from "#test/fixtures/photo-writer";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { somePages } from "#test/support/sample";

let archive: TestArchive;
beforeEach(async () => void (archive = await freshArchive()));
afterEach(() => archive.remove());

const day = (text: string) => archivalDate.parse(text);
const event = {
  ...{ title: "重阳节敬老活动", unit: "幸福社区居民委员会", photographer: "王敏", place: "社区活动室" },
  ...{ affair: "重阳节敬老", background: "每年一次", beginDate: day("2024-10-11"), endDate: day("2024-10-11") },
  ...{ year: 2024, retention: "D30" as const },
};
const aGroup = (category = "ZP", fields: object = event): Promise<Group> =>
  archive.engine.ask("group.make", { fondsId: archive.fondsId, category, fields });

let taken = 0;
async function somePhotos(count: number, camera: Camera = {}) {
  const paths: string[] = [];
  for (let at = 0; at < count; at++) {
    taken += 1;
    const path = join(archive.around, `IMG_${taken}.jpg`);
    await writeFile(path, await writePhoto(camera, { width: 120, height: 90, seed: taken }));
    paths.push(path);
  }
  const { outcomes } = await archive.engine.ask("scan.accept", { paths });
  return outcomes.flatMap((each) => each.pageIds);
}
const itemsOf = async (group: Group): Promise<readonly CaptionedItem[]> =>
  (await archive.engine.ask("group.items", { id: group.id })).rows;
async function aFilledGroup(count = 2): Promise<{ group: Group; items: readonly CaptionedItem[] }> {
  const group = await aGroup();
  const members = (await somePhotos(count)).map((id) => ({ pageIds: [id] }));
  await archive.engine.ask("group.take", { id: group.id, members });
  return { group: await archive.engine.ask("group.read", { id: group.id }), items: await itemsOf(group) };
}
async function undo(): Promise<void> {
  const way = await archive.engine.ask("undo.next", {});
  await archive.engine.ask("undo.apply", { sequence: way!.sequence });
}

describe("a group", () => {
  it("is made for photos, audio and video alone", async () => {
    await expect(aGroup("WS")).rejects.toMatchObject({ code: "group-category" });
    await expect(archive.engine.ask("group.make", { fondsId: "none" as never, category: "ZP" })).rejects.toMatchObject({
      code: "fonds-not-found",
    });
    for (const category of ["ZP", "LY", "LX"]) expect(await aGroup(category)).toMatchObject({ category, itemCount: 0 });
  });

  it("takes photos and recordings in as one item each, with what it is classed by, and lets them go again", async () => {
    const { group, items } = await aFilledGroup(3);
    expect(group).toMatchObject({ itemCount: 3, firstPageId: items[0]!.page!.id });
    expect(items.map((each) => [each.documentDate, each.caption.photographer, each.camera?.model])).toEqual(
      Array.from({ length: 3 }, () => ["2024-05-01", "王敏", "P60"]),
    );
    const { rows } = await archive.engine.ask("item.list", { filter: { category: "ZP" } });
    expect(rows[0]).toMatchObject({ year: 2024, retention: "D30", carrier: "digital", volumeId: group.id });
    await expect(
      archive.engine.ask("group.take", { id: group.id, members: [{ pageIds: [items[0]!.page!.id] }] }),
    ).rejects.toMatchObject({ code: "page-in-use" });
    await expect(archive.engine.ask("group.remove", { id: group.id, revision: group.revision })).rejects.toMatchObject({
      code: "group-not-empty",
    });
    const other = await aGroup();
    await expect(
      archive.engine.ask("group.release", { id: other.id, itemIds: [items[0]!.itemId] }),
    ).rejects.toMatchObject({ code: "item-not-found" });
    await archive.engine.ask("caption.describe", {
      captions: [{ itemId: items[1]!.itemId, revision: items[1]!.revision, fields: { people: "左一李某" } }],
    });
    await archive.engine.ask("group.release", { id: group.id, itemIds: items.slice(1).map((each) => each.itemId) });
    expect((await archive.engine.ask("scan.tray", {})).total).toBe(2);
    await undo();
    expect((await itemsOf(group)).map((each) => each.caption.people)).toEqual(["", "左一李某", ""]);
  });

  it("holds a recording as a digital file, and a print as paper", async () => {
    const path = join(archive.around, "座谈.wav");
    await writeFile(path, writeWav(3));
    const { outcomes } = await archive.engine.ask("scan.accept", { paths: [path] });
    const sound = await aGroup("LY");
    await archive.engine.ask("group.take", { id: sound.id, members: [{ fileIds: [outcomes[0]!.digitalFileId!] }] });
    expect(await itemsOf(sound)).toMatchObject([{ page: null, file: { recording: { durationMs: 3_000 } } }]);
    const prints = await aGroup();
    const [page] = await somePages(archive, 1);
    await archive.engine.ask("group.take", { id: prints.id, carrier: "paper", members: [{ pageIds: [page!] }] });
    const [print] = (await archive.engine.ask("item.list", { filter: { category: "ZP" } })).rows;
    expect([print?.carrier, print?.documentDate]).toEqual(["paper", ""]);
    await expect(archive.engine.ask("group.take", { id: prints.id, members: [{}] })).rejects.toMatchObject({
      code: "item-without-pages",
    });
  });

  it("has its captions back when an item taken apart is put together again", async () => {
    const { group, items } = await aFilledGroup(1);
    const [{ itemId, revision }] = items as [CaptionedItem];
    await archive.engine.ask("caption.describe", { captions: [{ itemId, revision, fields: { people: "左一王某" } }] });
    const [now] = await itemsOf(group);
    await archive.engine.ask("item.dissolve", { id: itemId, revision: now!.revision });
    expect(await itemsOf(group)).toEqual([]);
    await undo();
    expect((await itemsOf(group)).map((each) => each.caption.people)).toEqual(["左一王某"]);
  });

  it("lends nothing to the next paper", async () => {
    await aFilledGroup(1);
    const { item } = await archive.engine.ask("item.make", { pageIds: await somePages(archive, 1) });
    expect([item.category, item.year, item.retention, item.creator]).toEqual(["WS", null, null, ""]);
  });

  it("hands year, term and class to all that is in it, and takes them back", async () => {
    const { group } = await aFilledGroup(2);
    const described = await archive.engine.ask("group.describe", {
      ...{ id: group.id, revision: group.revision },
      fields: { retention: "Y", year: 2023 },
    });
    const terms = async () =>
      (await archive.engine.ask("item.list", { filter: { category: "ZP" } })).rows.map((row) => [
        row.retention,
        row.year,
      ]);
    expect(await terms()).toEqual([
      ["Y", 2023],
      ["Y", 2023],
    ]);
    await expect(
      archive.engine.ask("group.describe", { id: group.id, revision: group.revision, fields: { title: "x" } }),
    ).rejects.toMatchObject({ code: "group-changed-meanwhile" });
    await undo();
    expect(await terms()).toEqual([
      ["D30", 2024],
      ["D30", 2024],
    ]);
    expect((await archive.engine.ask("group.read", { id: group.id })).revision).toBeGreaterThan(described.revision);
  });
});

describe("captions", () => {
  it("keep a stated date apart from the camera's, and fall back to it", async () => {
    const { group, items } = await aFilledGroup(1);
    const [photo] = items;
    const write = async (fields: object) => {
      const [now] = await itemsOf(group);
      await archive.engine.ask("caption.describe", {
        captions: [{ itemId: now!.itemId, revision: now!.revision, fields }],
      });
      return (await itemsOf(group))[0]!;
    };
    const stated = await write({ statedDate: day("1998-10"), title: "敬老合影" });
    expect(stated).toMatchObject({
      ...{ documentDate: "1998-10", camera: { takenAt: "2024-05-01T10:20:30" } },
      caption: { statedDate: "1998-10", title: "敬老合影" },
    });
    expect(await write({ statedDate: day("") })).toMatchObject({ documentDate: "2024-05-01" });
    await expect(
      archive.engine.ask("caption.describe", {
        captions: [{ itemId: photo!.itemId, revision: photo!.revision, fields: { place: "x" } }],
      }),
    ).rejects.toMatchObject({ code: "item-changed-meanwhile" });
  });

  it("are filled in for many exactly as previewed, only where blank, and all of it is taken back at once", async () => {
    const { group, items } = await aFilledGroup(3);
    await archive.engine.ask("caption.describe", {
      captions: [{ itemId: items[0]!.itemId, revision: items[0]!.revision, fields: { place: "门口" } }],
    });
    const filling = {
      itemIds: items.map((each) => each.itemId),
      fields: { text: "合影" },
      fromGroup: ["place", "affair", "people"] as const,
    };
    const asked = { ...filling, fromGroup: [...filling.fromGroup] };
    const preview = await archive.engine.ask("caption.fill-preview", asked);
    // The group says nothing of 人物, and the first photo has its own place.
    expect(preview).toMatchObject({ changeCount: 8, itemCount: 3, keptCount: 0 });
    expect((await itemsOf(group)).map((each) => each.caption.affair)).toEqual(["", "", ""]);
    await expect(archive.engine.ask("caption.fill", { ...asked, previewDigest: "other" })).rejects.toMatchObject({
      code: "caption-preview-stale",
    });
    const { previewDigest } = preview;
    expect(await archive.engine.ask("caption.fill", { ...asked, previewDigest })).toMatchObject({ changedCount: 3 });
    expect((await itemsOf(group)).map((each) => [each.caption.place, each.caption.affair, each.caption.text])).toEqual([
      ["门口", "重阳节敬老", "合影"],
      ["社区活动室", "重阳节敬老", "合影"],
      ["社区活动室", "重阳节敬老", "合影"],
    ]);
    await undo();
    expect((await itemsOf(group)).map((each) => [each.caption.place, each.caption.affair])).toEqual([
      ["门口", ""],
      ["", ""],
      ["", ""],
    ]);
    const over = await archive.engine.ask("caption.fill-preview", { ...asked, onlyBlank: false });
    expect(over.changes.find((change) => change.field === "place")).toMatchObject({
      before: "门口",
      after: "社区活动室",
    });
  });

  it("count what reads like a number of a person, and never write it out", async () => {
    const { items } = await aFilledGroup(1);
    const answer = await archive.engine.ask("caption.describe", {
      captions: [{ itemId: items[0]!.itemId, revision: items[0]!.revision, fields: { people: "李某 13800138000" } }],
    });
    expect(answer.personalCount).toBe(1);
    expect(JSON.stringify(answer)).not.toContain("13800138000");
  });
});

describe("groups filed", () => {
  it("are numbered without a gap, and their photos inside them, as volumes are; a filed one is closed to changes", async () => {
    const { group, items } = await aFilledGroup(2);
    const scope = { fondsId: archive.fondsId, category: "ZP", year: 2024 };
    const codes = async () =>
      (await archive.engine.ask("volume.preview-filing", scope)).problems
        .filter((each) => each.isBlocking)
        .map((each) => [each.code, each.message]);
    expect((await codes()).map(([code]) => code)).toEqual(["item-title-missing", "item-title-missing"]);
    expect((await codes())[0]?.[1]).toBe("组内缺题名。");
    await archive.engine.ask("caption.describe", {
      captions: items.map(({ itemId, revision }) => ({
        itemId,
        revision,
        fields: { title: "敬老合影", statedDate: day("2024-10-11") },
      })),
    });
    const second = await aGroup("ZP", {
      ...event,
      title: "消防演练",
      beginDate: day("2024-11-09"),
      endDate: day("2024-11-09"),
    });
    const [page] = await somePhotos(1);
    await archive.engine.ask("group.take", {
      id: second.id,
      members: [{ pageIds: [page!], caption: { title: "演练" } }],
    });
    const { planDigest, volumes } = await archive.engine.ask("volume.preview-filing", scope);
    expect(volumes.map((each) => [each.volumeNumber, each.itemCount])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(await archive.engine.ask("volume.file", { ...scope, planDigest })).toMatchObject({
      filedCount: 2,
      itemCount: 3,
    });
    const filed = await archive.engine.ask("group.read", { id: group.id });
    expect(filed).toMatchObject({ state: "filed", volumeNumber: 1 });
    const inside = await itemsOf(group);
    expect(inside.map((each) => [each.itemNumber, each.archivalCode.startsWith(`${filed.archivalCode}-`)])).toEqual([
      [1, true],
      [2, true],
    ]);
    const refused = [
      archive.engine.ask("group.describe", { id: group.id, revision: filed.revision, fields: { title: "x" } }),
      archive.engine.ask("group.take", { id: group.id, members: [{ pageIds: [page!] }] }),
      archive.engine.ask("group.release", { id: group.id, itemIds: [inside[0]!.itemId] }),
      archive.engine.ask("group.remove", { id: group.id, revision: filed.revision }),
    ];
    for (const each of refused) await expect(each).rejects.toMatchObject({ code: "group-filed" });
    await expect(
      archive.engine.ask("caption.describe", {
        captions: [{ itemId: inside[0]!.itemId, revision: inside[0]!.revision, fields: { place: "x" } }],
      }),
    ).rejects.toMatchObject({ code: "item-filed" });
    const taken = await archive.engine.ask("volume.preview-unfile", { id: group.id });
    await archive.engine.ask("volume.unfile", { id: group.id, reason: "漏收两张", planDigest: taken.planDigest });
    expect(await archive.engine.ask("group.read", { id: second.id })).toMatchObject({ volumeNumber: 1 });
    expect((await itemsOf(group)).map((each) => each.state)).toEqual(["draft", "draft"]);
  });
});
