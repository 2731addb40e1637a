// A way back that cannot be walked any more is said once and given up; older ones behind it can be walked.
import { afterAll, beforeAll, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

it("does not stand before older ones", async () => {
  const { engine, fondsId } = archive;
  const older = await anItem(archive, { remark: "原来的" });
  await engine.ask("item.describe", { id: older.id, revision: older.revision, fields: { remark: "改了" } });
  const { entry } = await engine.ask("register.add", {
    fields: {
      ...{
        fondsId,
        kind: "incoming",
        happenedOn: archivalDate.parse("2024-01-02"),
        correspondent: "街道",
        creator: "",
      },
      ...{ documentNumber: "", documentDate: archivalDate.parse(""), title: "通知", copies: 1, pageCount: 1 },
      ...{ access: "internal", neutralTitle: "", remark: "", matterId: null, retention: null, scheduleRowId: null },
      ...{ handler: "", dueOn: "" },
    },
    securityMark: "",
  });
  const { itemIds } = await engine.ask("register.to-items", { ids: [entry.id] });
  await engine.ask("item.describe", { id: itemIds[0]!, revision: 1, fields: { remark: "已核" } });
  const undo = async () => engine.ask("undo.apply", { sequence: (await engine.ask("undo.next", {}))!.sequence });

  expect(await undo()).toEqual({ action: "item.describe" });
  // The item has been worked on since it was made of the entry, so neither can simply go.
  await expect(undo()).rejects.toMatchObject({ code: "undo-stale" });
  await expect(undo()).rejects.toMatchObject({ code: "undo-stale" });
  expect((await engine.ask("item.read", { id: itemIds[0]! })).title).toBe("通知");
  expect(await undo()).toEqual({ action: "item.describe" });
  expect((await engine.ask("item.read", { id: older.id })).remark).toBe("原来的");
});
