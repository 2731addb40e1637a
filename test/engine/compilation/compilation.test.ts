import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { Compilation } from "#contract/compilation";
import type { ItemId } from "#contract/item";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
let chronicle: Compilation;
const ids: ItemId[] = [];
let draft: ItemId;
let restricted: ItemId;

beforeAll(async () => {
  archive = await freshArchive();
  for (const [title, date] of [
    ["关于选举产生第六届居民委员会的公告", "2024-05-20"],
    ["关于开展卫生检查的通知", "2024-02-03"],
    ["幸福社区服务站揭牌仪式方案", "2024-09-01"],
  ] as const)
    ids.push((await anItem(archive, { title, documentDate: archivalDate.parse(date) })).id);
  restricted = (
    await anItem(archive, {
      title: "王某某换届候选人登记表",
      access: "restricted",
      neutralTitle: "候选人材料",
      documentDate: archivalDate.parse("2024-05-01"),
    })
  ).id;
  await fileYear(archive);
  draft = (await anItem(archive, { title: "换届草稿" })).id;
  chronicle = await archive.engine.ask("compilation.make", {
    fondsId: archive.fondsId,
    kind: "chronicle",
    title: "幸福社区2024年大事记",
    fromDate: archivalDate.parse("2024"),
    toDate: archivalDate.parse("2024"),
    compiledBy: "王敏",
  });
});
afterAll(() => archive.remove());

const entry = (words: string, happenedOn: string, itemIds: readonly ItemId[] = []) => ({
  words,
  happenedOn: archivalDate.parse(happenedOn),
  heading: "",
  citations: itemIds.map((itemId) => ({ itemId })),
});
const entries = async () => (await archive.engine.ask("compilation.read", { id: chronicle.id })).entries;
const undo = async (): Promise<unknown> =>
  archive.engine.ask("undo.apply", { sequence: (await archive.engine.ask("undo.next", {}))!.sequence });

describe("a compilation", () => {
  it("is proposed filed items of its period, telling titles first, never a draft nor a restricted one", async () => {
    const proposals = await archive.engine.ask("compilation.propose", { id: chronicle.id });
    expect(proposals.map((each) => [each.itemId, each.why])).toEqual([
      [ids[0], "选举"],
      [ids[2], "揭牌"],
      [ids[1], ""],
    ]);
    expect(JSON.stringify(proposals)).not.toContain("王某某");
  });

  it("keeps entries in the order of their dates, whatever order they are written in, and proposes no item twice", async () => {
    await archive.engine.ask("compilation.add-entries", {
      id: chronicle.id,
      entries: [
        entry("服务站揭牌。", "2024-09-01", [ids[2]!]),
        entry("第六届居民委员会选举。", "2024-05-20", [ids[0]!]),
      ],
    });
    await archive.engine.ask("compilation.add-entries", {
      id: chronicle.id,
      entries: [entry("年初走访。", "2024-01")],
    });
    const now = await entries();
    expect(now.map((each) => each.words)).toEqual(["年初走访。", "第六届居民委员会选举。", "服务站揭牌。"]);
    expect(now[1]?.citations[0]?.archivalCode).toMatch(/^C001-WS·2024/);
    const proposals = await archive.engine.ask("compilation.propose", { id: chronicle.id });
    expect(proposals.map((each) => each.itemId)).toEqual([ids[1]]);
  });

  it("says how many entries have no 出处", async () => {
    const [listed] = await archive.engine.ask("compilation.list", {});
    expect([listed?.entryCount, listed?.uncitedCount]).toEqual([3, 1]);
  });

  it("cites what is filed only, and a restricted item by its neutral title", async () => {
    const cite = (itemId: ItemId) =>
      archive.engine.ask("compilation.add-entries", {
        id: chronicle.id,
        entries: [entry("候选人登记。", "2024-05-01", [itemId])],
      });
    await expect(cite(draft)).rejects.toMatchObject({ code: "citation-unfiled" });
    const before = (await entries()).length;
    await cite(restricted);
    const text = JSON.stringify(await entries());
    expect(text).toContain("候选人材料");
    expect(text).not.toContain("王某某");
    await undo();
    expect(await entries()).toHaveLength(before);
  });

  it("moves an entry and back, refuses to write over another's change, and to vanish while it holds something", async () => {
    const [first, second, third] = await entries();
    await archive.engine.ask("compilation.move-entry", { entryId: third!.id, after: null });
    expect((await entries()).map((each) => each.id)).toEqual([third!.id, first!.id, second!.id]);
    await undo();
    expect((await entries()).map((each) => each.id)).toEqual([first!.id, second!.id, third!.id]);
    const revise = (revision: number) =>
      archive.engine.ask("compilation.revise-entry", { entryId: first!.id, revision, ...entry("改。", "2024-01") });
    const { revision } = (await entries())[0]!;
    await revise(revision);
    await expect(revise(revision)).rejects.toMatchObject({ code: "compilation-changed" });
    await expect(
      archive.engine.ask("compilation.remove", { id: chronicle.id, revision: chronicle.revision }),
    ).rejects.toMatchObject({ code: "compilation-not-empty", details: { count: 3 } });
  });

  it("gives removed entries back with their citations", async () => {
    const before = await entries();
    await archive.engine.ask("compilation.remove-entries", {
      id: chronicle.id,
      entryIds: before.map((each) => each.id),
    });
    expect(await entries()).toEqual([]);
    await undo();
    expect((await entries()).map((each) => [each.words, each.citations])).toEqual(
      before.map((each) => [each.words, each.citations]),
    );
  });
});
