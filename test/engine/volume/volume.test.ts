// 案卷: made, described, ordered, taken apart; every refusal, and back by undo.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { ItemFields, ItemId } from "#contract/item";
import type { MatterId } from "#contract/fonds";
import type { Volume } from "#contract/volume";
import { isMixed, reportKindOf } from "#engine/volume/find-mixed-reports";
import { freshArchive, type TestArchive } from "#test/support/archive";

let archive: TestArchive;
let matterId: MatterId;
beforeAll(async () => {
  archive = await freshArchive();
  const { fondsId } = archive;
  const known = (await ask("matter.list", {})).find((matter) => matter.category === "KJ" && matter.code === "JJ");
  matterId = (known ?? (await ask("matter.add", { fondsId, category: "KJ", code: "JJ", name: "基建" }))).id;
});
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const undo = async () => ask("undo.apply", { sequence: (await ask("undo.next", {}))!.sequence });
const seen = ({ id, revision }: Volume) => ({ id, revision });

const paper = async (fields: Partial<ItemFields> = {}): Promise<ItemId> => {
  const given = { category: "KJ", matterId: null, title: "竣工图", creator: "施工单位", paperPageCount: 3, ...fields };
  const { item } = await ask("item.make", {
    pageIds: [],
    fields: { documentDate: archivalDate.parse("2024-05-01"), ...given },
  });
  return item.id;
};
const make = (itemIds: readonly ItemId[] = [], fields: object = {}): Promise<Volume> =>
  ask("volume.make", {
    fondsId: archive.fondsId,
    category: "KJ",
    fields: { title: "围墙修缮工程", ...fields },
    itemIds: [...itemIds],
  });
const orderOf = (volume: Volume) => volume.items.map((item) => item.id);

describe("a volume", () => {
  it("is described, holds items in the order given, and counts them", async () => {
    const [a, b, c] = [await paper(), await paper(), await paper({ paperPageCount: 5 })];
    const made = await make([c, a]);
    expect(made).toMatchObject({ unit: "幸福社区居民委员会", state: "draft", itemCount: 2, pageSum: 8 });
    expect(orderOf(made)).toEqual([c, a]);
    const arranged = await ask("volume.arrange", { ...seen(made), itemIds: [b, c] });
    expect(orderOf(arranged)).toEqual([b, c]);
    expect((await ask("item.read", { id: a })).volumeId).toBeNull();
    const described = await ask("volume.describe", {
      ...seen(arranged),
      fields: { matterId, retention: "Y", note: "共 8 页，其中图样 8 页" },
    });
    expect(described).toMatchObject({ matterId, retention: "Y", note: "共 8 页，其中图样 8 页" });
    const { rows, total } = await ask("volume.list", { category: "KJ", state: "draft" });
    expect([rows.some((row) => row.id === made.id), total]).toEqual([true, rows.length]);
  });

  it("leads back step by step: described, arranged, taken apart", async () => {
    const [a, b] = [await paper(), await paper()];
    const first = await make([a, b]);
    const second = await ask("volume.describe", { ...seen(first), fields: { title: "改名" } });
    const third = await ask("volume.arrange", { ...seen(second), itemIds: [b] });
    await ask("volume.dissolve", seen(third));
    await expect(ask("volume.read", { id: first.id })).rejects.toMatchObject({ code: "volume-not-found" });
    expect((await ask("item.read", { id: b })).volumeId).toBeNull();
    await undo();
    expect(await ask("volume.read", { id: first.id })).toEqual(third);
    await undo();
    expect(orderOf(await ask("volume.read", { id: first.id }))).toEqual([a, b]);
  });

  it("is refused for a 门类 kept by items, a strange fonds and a strange second level", async () => {
    const { fondsId } = archive;
    await expect(ask("volume.make", { fondsId, category: "WS" })).rejects.toMatchObject({
      code: "category-not-volume",
    });
    await expect(ask("volume.make", { fondsId, category: "ZP" })).rejects.toMatchObject({
      code: "category-not-volume",
    });
    await expect(ask("volume.make", { fondsId: "x" as never, category: "KJ" })).rejects.toMatchObject({
      code: "fonds-not-found",
    });
    const strange = (await ask("matter.list", {})).find((matter) => matter.category === "WS")!.id;
    await expect(make([], { matterId: strange })).rejects.toMatchObject({ code: "matter-not-found" });
    const volume = await make();
    await expect(ask("volume.describe", { ...seen(volume), fields: { matterId: strange } })).rejects.toMatchObject({
      code: "matter-not-found",
    });
  });

  it("is refused items of another 门类, in another volume, twice, judged 不归档, and such as are not there", async () => {
    const [a, b] = [await paper(), await paper()];
    const volume = await make([a]);
    const other = await make([b]);
    const arrange = (itemIds: ItemId[]) => ask("volume.arrange", { ...seen(volume), itemIds });
    await expect(arrange([a, b])).rejects.toMatchObject({ code: "volume-item-taken" });
    await expect(arrange([a, a])).rejects.toMatchObject({ code: "volume-item-taken" });
    await expect(arrange([await paper({ category: "WS" })])).rejects.toMatchObject({ code: "volume-class-differs" });
    await expect(arrange(["nobody" as ItemId])).rejects.toMatchObject({ code: "item-not-found" });
    const out = await paper();
    await ask("item.exclude", { id: out, revision: 1, reason: "重份" });
    await expect(arrange([out])).rejects.toMatchObject({ code: "volume-item-taken" });
    const held = await ask("item.read", { id: b });
    await expect(ask("item.exclude", { id: b, revision: held.revision, reason: "重份" })).rejects.toMatchObject({
      code: "volume-item-taken",
    });
    expect(orderOf(await ask("volume.read", { id: other.id }))).toEqual([b]);
  });

  it("is refused a change on an older state", async () => {
    const volume = await make();
    await ask("volume.describe", { ...seen(volume), fields: { title: "甲" } });
    const refused = { code: "volume-changed-meanwhile" };
    await expect(ask("volume.describe", { ...seen(volume), fields: { title: "乙" } })).rejects.toMatchObject(refused);
    await expect(ask("volume.arrange", { ...seen(volume), itemIds: [] })).rejects.toMatchObject(refused);
    await expect(ask("volume.dissolve", seen(volume))).rejects.toMatchObject(refused);
  });

  it("says what it lacks, and what to look at", async () => {
    const odd = await paper({ creator: "", title: "", documentDate: archivalDate.parse("2023-01"), retention: "D10" });
    const dates = { beginDate: archivalDate.parse("2024-03"), endDate: archivalDate.parse("2024-02") };
    const volume = await make([odd], { title: "", unit: "", retention: "Y", ...dates });
    const found = await ask("volume.check", { id: volume.id });
    const codes = found.map((problem) => problem.code);
    for (const code of [
      "volume-title-missing",
      "volume-unit-missing",
      "volume-dates-reversed",
      "volume-year-missing",
      "volume-matter-missing",
      "volume-unsigned",
      "item-title-missing",
      "item-creator-missing",
      "item-date-outside",
      "item-term-differs",
    ] as const)
      expect(codes).toContain(code);
    expect(found.find((problem) => problem.code === "item-term-differs")).toMatchObject({
      isBlocking: false,
      itemId: odd,
    });
    const empty = await ask("volume.check", { id: (await make()).id });
    expect(empty.find((problem) => problem.code === "volume-empty")?.isBlocking).toBe(true);
  });

  it("names a restricted item neutrally in what it finds", async () => {
    const id = await paper({ access: "restricted", neutralTitle: "", title: "某户危房鉴定", creator: "" });
    const found = await ask("volume.check", { id: (await make([id])).id });
    expect(found.map((problem) => problem.code)).toContain("item-neutral-title-missing");
    expect(JSON.stringify(found)).not.toContain("某户");
  });
});

describe("annual and interim accounting reports", () => {
  it("are told apart by their titles", () => {
    const kinds = {
      "2024年度财务会计报告": "annual",
      "2024年年报": "annual",
      "2024年度收支决算表": "annual",
      "2024年半年度财务报告": "interim",
      "2024年第三季度会计报表": "interim",
      "2024年3月财务报表": "interim",
      二〇二四年十二月资产负债表: "interim",
      "2024年度会议记录": null,
      记账凭证: null,
    } as const;
    for (const [title, kind] of Object.entries(kinds)) expect(reportKindOf(title), title).toBe(kind);
    expect(isMixed(["2024年度财务报告", "2024年1月财务报表"])).toBe(true);
    expect(isMixed(["2024年度财务报告", "2023年度财务报告"])).toBe(false);
  });

  it("never share a volume: a finding that stands in the way", async () => {
    const ids = [
      await paper({ category: "KU", title: "2024年度财务会计报告" }),
      await paper({ category: "KU", title: "2024年6月会计报表" }),
    ];
    const volume = await ask("volume.make", { fondsId: archive.fondsId, category: "KU", itemIds: ids });
    const found = await ask("volume.check", { id: volume.id });
    expect(found.find((problem) => problem.code === "annual-report-mixed")?.isBlocking).toBe(true);
  });
});
