import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { ConsistencyCode } from "#contract/consistency";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { titleStem } from "#engine/filing-year/find-series";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { aPaper, filedOf } from "#test/support/paper-items";
import { fileYear, somePages } from "#test/support/sample";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const check = () => ask("filing-year.check", { fondsId: archive.fondsId, year: 2024 });
const found = async (code: ConsistencyCode) => (await check()).findings.filter((each) => each.code === code);
async function reach(sql: string): Promise<void> {
  await ask("archive.lock", {});
  const slot = (await readSlots(archive.folder)).slots[0]!;
  const connection = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
  connection.raw.exec(sql);
  connection.close();
  await ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
}

describe("the check of a year", () => {
  it("finds nothing blocking in a year that is whole", async () => {
    await aPaper(archive);
    await fileYear(archive);
    const { findings, blockingCount, filedCount, pageSum } = await check();
    expect([blockingCount, filedCount, pageSum]).toEqual([0, 1, 2]);
    expect(findings.map((each) => [each.code, each.isBlocking])).toEqual([["unboxed", false]]);
  });

  it("names drafts left, what they lack, and each one click from its item", async () => {
    const bare = await aPaper(archive, { title: "", creator: "", retention: null, matterId: null });
    const { findings } = await check();
    expect(findings.map((each) => [each.code, each.stage, each.itemId])).toEqual(
      expect.arrayContaining([
        ["field-missing", "check", bare.id],
        ["term-missing", "terms", bare.id],
        ["field-missing", "terms", bare.id],
        ["draft-left", "order", bare.id],
      ]),
    );
    expect(findings.filter((each) => each.isBlocking)).toHaveLength(5);
  });

  it("finds a date of another year, papers described twice, and pages against images", async () => {
    await aPaper(archive, { date: "2023-12-30", title: "跨年" });
    await aPaper(archive, { title: "同一份" });
    const again = await aPaper(archive, { title: "同一份" });
    await ask("item.make", {
      pageIds: await somePages(archive, 1),
      fields: { title: "漏扫", documentDate: "2024-05-05" as never, paperPageCount: 3 },
    });
    const { findings } = await check();
    expect(findings.find((each) => each.code === "date-before-year")).toMatchObject({
      title: "跨年",
      isBlocking: false,
    });
    expect(findings.find((each) => each.code === "title-twice")).toMatchObject({ itemId: again.id });
    expect(findings.find((each) => each.code === "pages-differ")?.message).toContain("纸质 3 页，图像 1 页");
  });

  it("finds a gap and a box that mixes classes, which only a stranger's hand can make", async () => {
    for (const day of ["1", "2", "3"]) await aPaper(archive, { title: day, date: `2024-03-0${day}` });
    await fileYear(archive);
    const [, two, three] = await filedOf(archive);
    await reach(`
      UPDATE item SET item_number = 7 WHERE id = '${three!.id}';
      INSERT INTO box (id, fonds_id, category, year, retention, matter_id, box_number, spine_mm)
        VALUES ('b1', '${archive.fondsId}', 'WS', 2024, 'D10', NULL, 1, 20);
      UPDATE item SET box_id = 'b1' WHERE id = '${two!.id}';`);
    expect((await found("number-gap")).map((each) => [each.itemId, each.message.slice(0, 6)])).toEqual([
      [three!.id, "断号 000"],
      [three!.id, "断号 000"],
      [three!.id, "断号 000"],
      [three!.id, "断号 000"],
    ]);
    expect(await found("box-mixed")).toMatchObject([{ itemId: two!.id, boxId: "b1", isBlocking: true }]);
    expect(await found("box-note-missing")).toMatchObject([{ boxId: "b1", title: "第 1 盒" }]);
  });

  it("holds a term against its line of the schedule: a confirmed minimum blocks, an unverified one advises", async () => {
    await aPaper(archive, { retention: "D10" });
    await fileYear(archive);
    const [item] = await filedOf(archive);
    const rows = (status: string) => `
      INSERT OR IGNORE INTO schedule_version (id, number, name, state, valid_from, made_at, note)
        VALUES ('v9', 900, '试', 'superseded', '', '', '');
      INSERT INTO schedule_row (id, version_id, position, category, matter_code, subcategory, content, retention,
        is_minimum, start_rule, usage, source, source_row, basis, provenance, confidence, status, note)
        VALUES ('r9', 'v9', 1, 'WS', '', '', '会议记录', 'D30', 1, '', 'rule', '', '', '', 'office', '', '${status}', '')
        ON CONFLICT (id) DO NOTHING;
      UPDATE schedule_row SET status = '${status}' WHERE id = 'r9';
      UPDATE item SET schedule_row_id = 'r9' WHERE id = '${item!.id}';`;
    await reach(rows("to-verify"));
    expect(await found("term-below-minimum")).toMatchObject([{ itemId: item!.id, isBlocking: false, stage: "terms" }]);
    await reach(rows("confirmed"));
    expect(await found("term-below-minimum")).toMatchObject([{ isBlocking: true }]);
    await reach("UPDATE schedule_row SET is_minimum = 0 WHERE id = 'r9'");
    expect(await found("term-differs")).toMatchObject([{ isBlocking: false }]);
    // The record itself is untouched: which line gave the term is not part of what was frozen.
    expect(await found("record-altered")).toEqual([]);
  });

  it("names papers expected and not come", async () => {
    const source = await ask("collection.add-source", { fondsId: archive.fondsId, kind: "station", name: "服务站" });
    const line = { sourceId: source.id, category: "WS", year: 2024, title: "服务台账" };
    const { line: added } = await ask("collection.add", line);
    expect(await found("collection-open")).toMatchObject([{ title: "服务台账", stage: "collect", isBlocking: false }]);
    await ask("collection.judge", { ids: [added.id], state: "missing", reason: "服务站年内撤并" });
    expect(await found("collection-open")).toEqual([]);
  });
});

describe("a series", () => {
  it("is a title without its dates, numbers and ordinals", () => {
    for (const title of [
      "2024年第三次居民代表会议记录",
      "居民代表会议记录（第12期）",
      "２０２３年度居民代表会议记录",
      "3月居民代表会议记录",
    ])
      expect(titleStem(title)).toBe("居民代表会议记录");
    expect(titleStem("三会一课记录")).toBe("三会一课记录");
    expect(titleStem("2024")).toBe("2024");
  });

  it("that had twelve last year and has three now is said, and a single paper of last year is not", async () => {
    for (let at = 1; at <= 12; at++)
      await aPaper(archive, {
        year: 2023,
        date: `2023-${String(at).padStart(2, "0")}-05`,
        title: `${at}月居民代表会议记录`,
      });
    await aPaper(archive, { year: 2023, date: "2023-03-03", title: "关于修缮围墙的请示" });
    await aPaper(archive, { year: 2023, date: "2023-12-20", title: "2023年度工作总结" });
    await aPaper(archive, { year: 2022, date: "2022-12-20", title: "2022年度工作总结" });
    await aPaper(archive, { year: 2023, title: "张三低保审批表", access: "restricted", neutralTitle: "低保材料" });
    await aPaper(archive, { year: 2023, title: "张三低保审批表", access: "restricted", neutralTitle: "低保材料" });
    for (let at = 1; at <= 3; at++) await aPaper(archive, { title: `${at}月居民代表会议记录` });
    const missing = await ask("filing-year.missing-series", { fondsId: archive.fondsId, year: 2024 });
    expect(missing.map((each) => each.sentence)).toEqual([
      "去年有居民代表会议记录 12 件，今年 3 件",
      "去年有工作总结 1 件，今年没有",
    ]);
    expect((await found("series-thin")).map((each) => each.title)).toEqual(["居民代表会议记录", "工作总结"]);
  });

  it("is another one under another creator or matter", async () => {
    for (let at = 0; at < 2; at++) await aPaper(archive, { year: 2023, date: "2023-05-05", title: "值班表" });
    await aPaper(archive, { title: "值班表", creator: "幸福社区服务站" });
    await aPaper(archive, { title: "值班表", matterId: null });
    const missing = await ask("filing-year.missing-series", { fondsId: archive.fondsId, year: 2024 });
    expect(missing).toMatchObject([{ stem: "值班表", lastCount: 2, thisCount: 0, creator: "幸福社区居民委员会" }]);
  });
});
