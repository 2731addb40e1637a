// 封存件: every way of getting a page into it, one pair of hands on it, or its history changed.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/open";
import type { Item } from "#contract/item";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { anItem, somePages } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const read = (item: Item): Promise<Item> => ask("item.read", { id: item.id });
const undo = async () => ask("undo.apply", { sequence: (await ask("undo.next", {}))!.sequence });

let labels = 0;
const sealing = (more: object = {}) => ({
  labelNumber: `封-${(labels += 1)}`,
  count: 312,
  sealedOn: "2024-11-20",
  sealers: ["王敏", "李强"] as [string, string],
  ...more,
});
const aBallot = async (): Promise<Item> =>
  (
    await ask("item.make", {
      pageIds: [],
      fields: { title: "居委会换届选票", paperPageCount: 312, matterId: null, access: "internal" },
    })
  ).item;
const seal = async (item: Item, more: object = {}): Promise<Item> =>
  ask("sealed-packet.seal", { itemId: item.id, revision: item.revision, ...sealing(more) });

describe("a sealed packet", () => {
  it("is counted, labelled, restricted and never scanned", async () => {
    const sealed = await seal(await aBallot());
    expect(sealed).toMatchObject({ carrier: "sealed", access: "restricted", pageCount: 312, imageCount: 0 });
    expect(await ask("sealed-packet.read", { itemId: sealed.id })).toMatchObject([
      { number: 1, count: 312, unit: "张", sealers: ["王敏", "李强"], opening: null },
    ]);
    const [page] = await somePages(archive);
    const parts = [{ kind: "正文" as const, pageIds: [page!] }];
    const refused = { code: "item-sealed" };
    const arrange = { id: sealed.id, revision: sealed.revision, parts };
    await expect(ask("item.arrange", arrange)).rejects.toMatchObject(refused);
    expect((await ask("scan.tray", {})).pages.map((each) => each.id)).toContain(page);
    await expect(ask("item.dissolve", { id: sealed.id, revision: sealed.revision })).rejects.toMatchObject(refused);
    const scanned = await anItem(archive, { matterId: null });
    const others = [{ id: sealed.id, revision: sealed.revision }];
    await expect(
      ask("item.merge", { id: scanned.id, revision: scanned.revision, others, isReplyWithLetter: false }),
    ).rejects.toMatchObject(refused);
    await expect(
      ask("item.propose-merge", { ids: [scanned.id, sealed.id], isReplyWithLetter: false }),
    ).rejects.toMatchObject(refused);
    await expect(
      ask("item.split", {
        id: sealed.id,
        revision: sealed.revision,
        pieces: [
          { parts: [], fields: { paperPageCount: 1 } },
          { parts: [], fields: { paperPageCount: 2 } },
        ],
      }),
    ).rejects.toMatchObject(refused);
    await expect(seal(sealed)).rejects.toMatchObject(refused);
  });

  it("stays what it is: no other carrier, no other access, no packet by mere description", async () => {
    const sealed = await seal(await aBallot());
    const describeIt = (item: Item, fields: object) =>
      ask("item.describe", { id: item.id, revision: item.revision, fields });
    await expect(describeIt(sealed, { access: "open" })).rejects.toMatchObject({ code: "item-sealed" });
    await expect(describeIt(sealed, { carrier: "paper" })).rejects.toMatchObject({ code: "item-sealed" });
    expect((await describeIt(sealed, { neutralTitle: "换届材料（封存）" })).item.access).toBe("restricted");
    await expect(describeIt(await aBallot(), { carrier: "sealed" })).rejects.toMatchObject({
      code: "sealed-packet-needed",
    });
    await expect(
      ask("item.make", { pageIds: [], fields: { carrier: "sealed", paperPageCount: 1 } }),
    ).rejects.toMatchObject({ code: "sealed-packet-needed" });
  });

  it("is not made of an item with pages, nor by one person, nor with a label used before, nor on an odd day", async () => {
    await expect(seal(await anItem(archive, { matterId: null }))).rejects.toMatchObject({ code: "item-has-pages" });
    const item = await aBallot();
    for (const sealers of [
      ["王敏", "王敏"],
      ["王敏", " "],
      ["", "李强"],
      ["王敏", " 王敏 "],
    ])
      await expect(seal(item, { sealers })).rejects.toMatchObject({ code: "two-persons-needed" });
    await expect(seal(item, { sealedOn: "2024-02-30" })).rejects.toMatchObject({ code: "input-invalid" });
    await expect(seal(item, { sealedOn: "2999-01-01" })).rejects.toMatchObject({ code: "seal-date-order" });
    await seal(item, { labelNumber: "唯一" });
    await expect(seal(await aBallot(), { labelNumber: "唯一" })).rejects.toMatchObject({ code: "seal-label-taken" });
  });

  it("is opened by two with a reason, sealed anew under a new label, and remembers it for ever", async () => {
    const sealed = await seal(await aBallot());
    const open = (more: object = {}) =>
      ask("sealed-packet.open", {
        itemId: sealed.id,
        openedOn: "2024-12-01",
        openers: ["王敏", "赵兰"],
        reason: "上级复核选举结果",
        ...more,
      });
    const reseal = (more: object = {}) =>
      ask("sealed-packet.reseal", { itemId: sealed.id, ...sealing({ sealedOn: "2024-12-01", ...more }) });
    await expect(reseal()).rejects.toMatchObject({ code: "packet-not-open" });
    await expect(open({ openers: ["王敏", "王敏"] })).rejects.toMatchObject({ code: "two-persons-needed" });
    await expect(open({ reason: " " })).rejects.toMatchObject({ code: "reason-missing" });
    await expect(open({ openedOn: "2024-11-19" })).rejects.toMatchObject({ code: "seal-date-order" });
    await open();
    await expect(open()).rejects.toMatchObject({ code: "packet-not-sealed" });
    await expect(reseal({ sealedOn: "2024-11-30" })).rejects.toMatchObject({ code: "seal-date-order" });
    const history = await reseal({ count: 311 });
    expect(history).toMatchObject([
      { number: 1, count: 312, opening: { openers: ["王敏", "赵兰"], reason: "上级复核选举结果" } },
      { number: 2, count: 311, opening: null },
    ]);
    // Nothing of it leads back, and the store itself refuses to write over it.
    expect((await ask("undo.next", {}))?.action).not.toMatch(/^sealed-packet/);
    await archive.engine.ask("archive.lock", {});
    const slot = (await readSlots(archive.folder)).slots[0]!;
    const connection = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
    expect(() => connection.raw.exec("UPDATE sealed_packet SET opening_reason = '无' WHERE opened_on <> ''")).toThrow(
      /kept as it was written/,
    );
    connection.close();
    await ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
    expect(await ask("sealed-packet.read", { itemId: sealed.id })).toEqual(history);
  });

  it("may be undone as long as it was only sealed", async () => {
    const item = await aBallot();
    await seal(item);
    await undo();
    const back = await read(item);
    expect(back).toMatchObject({ carrier: "paper", access: "internal", pageCount: 312 });
    expect(await ask("sealed-packet.read", { itemId: item.id })).toEqual([]);
    await expect(
      ask("sealed-packet.open", { itemId: item.id, openedOn: "2024-12-01", openers: ["甲", "乙"], reason: "看" }),
    ).rejects.toMatchObject({ code: "packet-not-sealed" });
  });
});
