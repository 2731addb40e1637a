// 合件 and 分件: refused where something would be lost, and undone to the letter.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { Item, ItemId } from "#contract/item";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem as anyItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const read = (id: ItemId): Promise<Item> => ask("item.read", { id });
const anItem: typeof anyItem = (of, fields, pageCount) => anyItem(of, { category: "WS", ...fields }, pageCount);
const seen = ({ id, revision }: Item) => ({ id, revision });
const undo = async () => ask("undo.apply", { sequence: (await ask("undo.next", {}))!.sequence });
const arrangement = (item: Item) =>
  item.parts.map(({ kind, title, pages }) => ({ kind, title, pageIds: pages.map((page) => page.id) }));
const pagesOf = (item: Item) => arrangement(item).flatMap((part) => part.pageIds);
/** Everything there is to see of the whole archive, in the order things were entered. */
const everything = async () => {
  const { rows } = await ask("item.list", { order: "entered", limit: 1000 });
  // The revision goes on counting: an older window must notice.
  const items = await Promise.all(rows.map(async (row) => ({ ...(await read(row.id)), revision: 0 })));
  const references = await Promise.all(rows.map((row) => ask("cross-reference.list", { of: { itemId: row.id } })));
  return { items, references, tray: await ask("scan.tray", {}) };
};

const aLetter = () =>
  anItem(archive, {
    title: "关于修缮老旧小区围墙的请示",
    creator: "幸福社区居民委员会",
    documentNumber: "幸社〔2024〕7号",
    documentDate: archivalDate.parse("2024-04-01"),
  });
const aReply = () =>
  anItem(
    archive,
    {
      title: "关于修缮老旧小区围墙的批复",
      creator: "某街道办事处",
      documentNumber: "某街复〔2024〕2号",
      documentDate: archivalDate.parse("2024-04-20"),
      retention: "D30",
    },
    2,
  );

describe("items merged into one", () => {
  it("propose the reply as leading, its parts first, and a remark that names the letter", async () => {
    const [letter, reply] = [await aLetter(), await aReply()];
    const proposed = await ask("item.propose-merge", { ids: [letter.id, reply.id], isReplyWithLetter: true });
    expect(proposed.leadingId).toBe(reply.id);
    expect(proposed.parts.map(({ kind, itemId, pageCount }) => [kind, itemId, pageCount])).toEqual([
      ["复文", reply.id, 2],
      ["来文", letter.id, 1],
    ]);
    expect(proposed.remark).toBe("来文：幸福社区居民委员会幸社〔2024〕7号《关于修缮老旧小区围墙的请示》");
  });

  it("keep the reply's description and every page, name the letter, and come apart again exactly", async () => {
    const [letter, reply, third] = [await aLetter(), await aReply(), await anItem(archive)];
    await ask("cross-reference.add", { of: { itemId: letter.id }, to: { itemId: third.id }, note: "同一围墙" });
    await ask("cross-reference.add", { of: { itemId: letter.id }, to: { itemId: reply.id } });
    const before = await everything();
    const merged = await ask("item.merge", { ...seen(reply), others: [seen(letter)], isReplyWithLetter: true });
    expect(merged).toMatchObject({ id: reply.id, title: reply.title, retention: "D30", pageCount: 3, imageCount: 3 });
    expect(merged.remark).toContain("来文：幸福社区居民委员会幸社〔2024〕7号");
    expect(merged.parts.map((part) => part.kind)).toEqual(["复文", "来文"]);
    expect(pagesOf(merged)).toEqual([...pagesOf(reply), ...pagesOf(letter)]);
    await expect(read(letter.id)).rejects.toMatchObject({ code: "item-not-found" });
    // The letter's reference is the merged item's now; the one between the two is gone with the gap between them.
    expect(await ask("cross-reference.list", { of: { itemId: reply.id } })).toMatchObject([
      { itemId: third.id, note: "同一围墙" },
    ]);
    await undo();
    expect(await everything()).toEqual(before);
  });

  it("leave the steps before on what was merged in: they lead back behind the undo", async () => {
    const [letter, reply] = [await aLetter(), await aReply()];
    const named = (await ask("item.describe", { ...seen(letter), fields: { affair: "围墙" } })).item;
    const merged = await ask("item.merge", { ...seen(reply), others: [seen(named)], isReplyWithLetter: true });
    await undo();
    await undo();
    expect((await read(letter.id)).affair).toBe("");
    // What the merge left is not taken for what stands now.
    expect((await read(reply.id)).revision).toBeGreaterThan(merged.revision);
  });

  it("take the clerk's own order when she gives one", async () => {
    const [one, two] = [await anItem(archive, {}, 2), await anItem(archive)];
    const [first, second] = pagesOf(one);
    const parts = [
      { kind: "附件" as const, title: "名单", pageIds: [second!, ...pagesOf(two)] },
      { kind: "正文" as const, title: "", pageIds: [first!] },
    ];
    const merged = await ask("item.merge", { ...seen(one), others: [seen(two)], isReplyWithLetter: false, parts });
    expect(arrangement(merged)).toEqual(parts);
  });

  it("are refused where a page would be lost, come twice or be a stranger's", async () => {
    const [one, two, other] = [await anItem(archive, {}, 2), await anItem(archive), await anItem(archive)];
    const merge = (pageIds: Item["parts"][number]["pages"][number]["id"][]) =>
      ask("item.merge", {
        ...seen(one),
        others: [seen(two)],
        isReplyWithLetter: false,
        parts: [{ kind: "正文", pageIds }],
      });
    const all = [...pagesOf(one), ...pagesOf(two)];
    for (const wrong of [all.slice(1), [...all, all[0]!], [...all.slice(1), pagesOf(other)[0]!], []])
      await expect(merge(wrong)).rejects.toMatchObject({ code: "pages-not-all-placed" });
    expect(await read(two.id)).toEqual(two);
  });

  it("are refused when unlike, judged 不归档, filed, stale, alone, or silent about the letter", async () => {
    const [one, two] = [await aReply(), await aLetter()];
    const merge = (leading: Item, other: Item, more: object = {}) =>
      ask("item.merge", { ...seen(leading), others: [seen(other)], isReplyWithLetter: true, ...more });
    const refused = (code: string) => ({ code });
    await expect(merge(one, one)).rejects.toMatchObject(refused("merge-unlike"));
    await expect(merge(one, two, { remark: "已办" })).rejects.toMatchObject(refused("letter-not-reflected"));
    await expect(merge({ ...one, revision: 9 }, two)).rejects.toMatchObject(refused("item-changed-meanwhile"));
    const other = await anItem(archive, { category: "KJ", matterId: null });
    await expect(merge(one, other)).rejects.toMatchObject(refused("merge-unlike"));
    const out = await ask("item.exclude", { ...seen(await aLetter()), reason: "重份" });
    await expect(merge(one, out)).rejects.toMatchObject(refused("merge-unlike"));
    const own = await anItem(archive, { year: 2019, documentDate: archivalDate.parse("2019-02-01") });
    await fileYear(archive, 2019);
    await expect(merge(one, await read(own.id))).rejects.toMatchObject(refused("item-filed"));
    expect(await read(two.id)).toEqual(two);
  });

  it("stay restricted when one of them is, and a restricted letter lends no title", async () => {
    const [reply, letter] = [await aReply(), await aLetter()];
    const { item } = await ask("item.describe", {
      ...seen(letter),
      fields: { access: "restricted", neutralTitle: "来信材料（0123）" },
    });
    const merged = await ask("item.merge", { ...seen(reply), others: [seen(item)], isReplyWithLetter: true });
    expect(merged).toMatchObject({ access: "restricted", neutralTitle: "来信材料（0123）" });
    expect(merged.remark).toBe("来文：来信材料（0123）");
  });

  it("counted by hand are counted together", async () => {
    const paper = (await ask("item.make", { pageIds: [], fields: { title: "纸质", paperPageCount: 4 } })).item;
    const scanned = await anItem(archive, { category: paper.category, matterId: null }, 2);
    const merged = await ask("item.merge", { ...seen(scanned), others: [seen(paper)], isReplyWithLetter: false });
    expect(merged).toMatchObject({ pageCount: 6, imageCount: 2 });
  });
});

describe("an item split into several", () => {
  it("spreads every page once, and comes together again exactly", async () => {
    const whole = await anItem(archive, { title: "三份合在一起", remark: "混装" }, 3);
    const before = await everything();
    const [a, b, c] = pagesOf(whole);
    const { items } = await ask("item.split", {
      ...seen(whole),
      pieces: [
        { parts: [{ kind: "正文", pageIds: [a!] }] },
        { parts: [{ kind: "正文", pageIds: [c!] }], fields: { title: "第二份" } },
        { parts: [{ kind: "正文", pageIds: [b!] }], fields: { title: "第三份", documentNumber: "幸社〔2024〕9号" } },
      ],
    });
    expect(items.map((item) => [item.title, pagesOf(item)])).toEqual([
      ["三份合在一起", [a]],
      ["第二份", [c]],
      ["第三份", [b]],
    ]);
    expect(items[0]!.id).toBe(whole.id);
    expect(items[1]).toMatchObject({ retention: whole.retention, matterId: whole.matterId, documentNumber: "" });
    await undo();
    expect(await everything()).toEqual(before);
  });

  it("cannot be undone once somebody has worked on a piece: nothing is taken away then", async () => {
    const whole = await anItem(archive, {}, 2);
    const [a, b] = pagesOf(whole);
    const { items } = await ask("item.split", {
      ...seen(whole),
      pieces: [{ parts: [{ kind: "正文", pageIds: [a!] }] }, { parts: [{ kind: "正文", pageIds: [b!] }] }],
    });
    await ask("item.describe", { ...seen(items[1]!), fields: { title: "改过" } });
    await undo();
    const way = await ask("undo.next", {});
    expect(way).toMatchObject({ action: "item.split" });
    await expect(undo()).rejects.toMatchObject({ code: "undo-stale" });
    expect(pagesOf(await read(items[1]!.id))).toEqual([b]);
  });

  it("is refused where a page is left over, comes twice, or a piece is empty", async () => {
    const whole = await anItem(archive, {}, 2);
    const [a, b] = pagesOf(whole);
    const split = (one: (typeof a)[], two: (typeof a)[], paperPageCount = 0) =>
      ask("item.split", {
        ...seen(whole),
        pieces: [
          { parts: [{ kind: "正文", pageIds: one as never }] },
          { parts: [{ kind: "正文", pageIds: two as never }], fields: { paperPageCount } },
        ],
      });
    await expect(split([a], [])).rejects.toMatchObject({ code: "pages-not-all-placed" });
    await expect(split([a, b], [b])).rejects.toMatchObject({ code: "pages-not-all-placed" });
    await expect(split([a, b], [])).rejects.toMatchObject({ code: "item-without-pages" });
    expect((await split([a, b], [], 5)).items[1]).toMatchObject({ pageCount: 5 });
  });
});

describe("an item judged 不归档", () => {
  it("keeps the reason, stays out of filing, and is readmitted; both are undone", async () => {
    const item = await anItem(archive, { year: 2018, documentDate: archivalDate.parse("2018-03-01") });
    const out = await ask("item.exclude", { ...seen(item), reason: "上级下发，与本社区无关" });
    expect(out).toMatchObject({ state: "excluded", excludedReason: "上级下发，与本社区无关" });
    expect((await ask("filing.preview", { fondsId: archive.fondsId, year: 2018 })).newCount).toBe(0);
    await undo();
    expect((await read(item.id)).state).toBe("draft");
    const again = await ask("item.exclude", { ...seen(await read(item.id)), reason: "重份" });
    await ask("item.readmit", seen(again));
    expect(await read(item.id)).toMatchObject({ state: "draft", excludedReason: "" });
    await undo();
    expect(await read(item.id)).toMatchObject({ state: "excluded", excludedReason: "重份" });
  });

  it("is refused without a reason, when filed, and when it was not excluded", async () => {
    const item = await anItem(archive, { year: 2017, documentDate: archivalDate.parse("2017-03-01") });
    await expect(ask("item.exclude", { ...seen(item), reason: "  " })).rejects.toMatchObject({
      code: "reason-missing",
    });
    await expect(ask("item.readmit", seen(item))).rejects.toMatchObject({ code: "item-not-excluded" });
    await fileYear(archive, 2017);
    const filed = await read(item.id);
    await expect(ask("item.exclude", { ...seen(filed), reason: "重份" })).rejects.toMatchObject({ code: "item-filed" });
  });
});

describe("a restore", () => {
  it("cannot be asked for by the window", async () => {
    const reply = await archive.engine.reply({ id: "r", seat: "window", name: "item.restore", input: {} });
    expect(reply).toMatchObject({ ok: false, refusal: { code: "role-missing" } });
  });
});
