// The term of an item, a volume, a group and a corrected record hangs on a row of the schedule (engine/item/settle-term.ts).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ScheduleRow } from "#contract/schedule";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
let rows: readonly ScheduleRow[] = [];
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const refused = (code: string) => expect.objectContaining({ code });
const rowLike = (content: string): ScheduleRow => {
  const found = rows.find((row) => row.content.startsWith(content));
  if (!found) throw new Error(`no row begins with ${content}`);
  return found;
};
beforeAll(async () => {
  archive = await freshArchive();
  const [version] = await ask("schedule.versions", {});
  rows = (await ask("schedule.rows", { versionId: version!.id, limit: 1000 })).rows;
});
afterAll(async () => {
  expect(archive.faults).toEqual([]);
  await archive.remove();
});

describe("the term of a volume and of a group", () => {
  it("comes from its row and is not shorter than a minimum", async () => {
    const row = rowLike("记账凭证");
    const { fondsId } = archive;
    const volume = await ask("volume.make", {
      fondsId,
      category: "KU",
      fields: { title: "2024年1月记账凭证", scheduleRowId: row.id },
      itemIds: [],
    });
    expect(volume).toMatchObject({ retention: "D30", scheduleRowId: row.id });
    const { id, revision } = volume;
    await expect(ask("volume.describe", { id, revision, fields: { retention: "D10" } })).rejects.toEqual(
      refused("term-under-minimum"),
    );
    const longer = await ask("volume.describe", { id, revision, fields: { retention: "Y" } });
    expect(longer).toMatchObject({ retention: "Y", scheduleRowId: row.id });
    await expect(
      ask("volume.make", {
        fondsId,
        category: "KU",
        fields: { scheduleRowId: "nowhere" as ScheduleRow["id"] },
        itemIds: [],
      }),
    ).rejects.toEqual(refused("schedule-row-not-found"));
    const photo = rowLike("一般工作、活动照片");
    const group = await ask("group.make", {
      fondsId,
      category: "ZP",
      fields: { title: "重阳节", scheduleRowId: photo.id },
    });
    expect(group).toMatchObject({ retention: "D30", scheduleRowId: photo.id });
    const described = { id: group.id, revision: group.revision, fields: { retention: "D10" as const } };
    expect(await ask("group.describe", described)).toMatchObject({ retention: "D10", scheduleRowId: null });
  });
});

describe("the term of an item", () => {
  it("comes from its row unless a longer one is given; shorter than a minimum is refused, changing nothing", async () => {
    const minimum = rowLike("月度、季度、半年度财务会计报告");
    const made = await anItem(archive, {
      title: "2024年一季度财务报告",
      category: "KU",
      matterId: null,
      retention: null,
    });
    const change = (revision: number, fields: Record<string, unknown>) =>
      ask("item.describe", { id: made.id, revision, fields });
    const { item } = await change(made.revision, { scheduleRowId: minimum.id });
    expect(item).toMatchObject({ retention: "D10", scheduleRowId: minimum.id });
    const longer = await change(item.revision, { retention: "D30" });
    expect(longer.item).toMatchObject({ retention: "D30", scheduleRowId: minimum.id });
    await expect(change(longer.item.revision, { retention: "D5" })).rejects.toEqual(refused("term-under-minimum"));
    await expect(change(longer.item.revision, { scheduleRowId: minimum.id, retention: "D3" })).rejects.toEqual(
      refused("term-under-minimum"),
    );
    expect(await ask("item.read", { id: made.id })).toMatchObject({ retention: "D30", revision: longer.item.revision });
    const next = await ask("undo.next", {});
    await ask("undo.apply", { sequence: next!.sequence });
    expect(await ask("item.read", { id: made.id })).toMatchObject({ retention: "D10", scheduleRowId: minimum.id });
  });

  it("no longer hangs on a row that is no minimum once a shorter one is set by hand", async () => {
    const row = rowLike("居务公开、财务公开");
    const made = await anItem(archive, {
      title: "居务公开材料",
      category: "WS",
      scheduleRowId: row.id,
      retention: null,
    });
    expect(made).toMatchObject({ retention: "D30", scheduleRowId: row.id });
    const { item } = await ask("item.describe", {
      id: made.id,
      revision: made.revision,
      fields: { retention: "D10" },
    });
    expect(item).toMatchObject({ retention: "D10", scheduleRowId: null });
  });
});

describe("the term of a record of a closed year", () => {
  it("is corrected by the same rules: a row gives its term, a minimum stays one", async () => {
    const minimum = rowLike("最低生活保障档案——日常管理类");
    const { id } = await anItem(archive, {
      category: "WS",
      title: "低保日常管理材料",
      retention: "D10",
      scheduleRowId: minimum.id,
    });
    for (const { id: other, revision } of (await ask("item.list", { filter: { state: "draft" } })).rows)
      if (other !== id) await ask("item.dissolve", { id: other, revision });
    await fileYear(archive);
    const scope = { fondsId: archive.fondsId, year: 2024 };
    const { checkDigest } = await ask("filing-year.check", scope);
    await ask("filing-year.close", { ...scope, checkDigest });
    const filed = await ask("item.read", { id });
    expect(filed).toMatchObject({ retention: "D10", scheduleRowId: minimum.id });
    const correct = (revision: number, fields: Record<string, unknown>) =>
      ask("filing-year.correct", { itemId: id, revision, fields, reason: "对照原文" });
    await expect(correct(filed.revision, { retention: "D3" })).rejects.toEqual(refused("term-under-minimum"));
    expect(await ask("item.read", { id })).toMatchObject({ retention: "D10", revision: filed.revision });
    const row = rowLike("居务公开、财务公开");
    expect(await correct(filed.revision, { scheduleRowId: row.id })).toMatchObject({
      retention: "D30",
      scheduleRowId: row.id,
    });
  });
});
