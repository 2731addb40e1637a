// Batches go out and come back whole; sealed files are opened and digested anew.
import { rm, readFile, writeFile } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { Item } from "#contract/item";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { aPaper } from "#test/support/paper-items";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const day = (text: string) => archivalDate.parse(text);
const slip = { handedOn: day("2025-02-01"), handedBy: "王敏", operator: "某某数字化公司" };
const back = { returnedOn: day("2025-03-01"), returnedBy: "赵工", receivedBy: "王敏" };
const entered = { countedPages: 2, isChecked: true, checkedBy: "李红", bindingMethod: "T3" as const };

describe("a digitisation batch", () => {
  it("takes paper only, each item once, and never a sealed packet", async () => {
    const paper = await anItem(archive, {}, 2);
    const votes = await aPaper(archive, { title: "选票", date: "2024-04-01", neutralTitle: "选票" });
    const sealed = await ask("sealed-packet.seal", {
      itemId: votes.id,
      revision: votes.revision,
      labelNumber: "封1",
      count: 300,
      sealedOn: day("2024-04-02") as never,
      sealers: ["王敏", "李红"],
    });
    const medal = await aPaper(archive, { title: "奖牌", carrier: "object", date: "2024-04-03" });
    await fileYear(archive);
    await expect(ask("digitisation-batch.hand-out", { ...slip, itemIds: [medal.id] })).rejects.toThrow(
      "item-not-scannable",
    );
    await expect(ask("digitisation-batch.hand-out", { ...slip, itemIds: [sealed.id] })).rejects.toThrow(
      "item-not-scannable",
    );
    await expect(ask("digitisation-batch.hand-out", { ...slip, itemIds: ["无" as never] })).rejects.toThrow(
      "item-not-found",
    );
    const batch = await ask("digitisation-batch.hand-out", { ...slip, itemIds: [paper.id, paper.id] });
    expect(batch).toMatchObject({ number: 1, itemCount: 1, scannedPages: 2, countedPages: 0 });
    await expect(ask("digitisation-batch.hand-out", { ...slip, itemIds: [paper.id] })).rejects.toThrow("item-in-batch");
    expect((await ask("custody.due", {})).map((duty) => duty.code)).toContain("batch");
    await ask("digitisation-batch.withdraw", { id: batch.id });
    expect(await ask("digitisation-batch.list", {})).toEqual([]);
  });

  it("is bound by its term: 永久 and 30年 never with clips or envelopes, 10年 with any", async () => {
    const items: Item[] = [];
    for (const [at, retention] of (["Y", "D30", "D10"] as const).entries())
      items.push(await aPaper(archive, { retention, date: `2024-01-0${at + 1}` }));
    await fileYear(archive);
    const { id } = await ask("digitisation-batch.hand-out", { ...slip, itemIds: items.map((item) => item.id) });
    const bind = (at: number, bindingMethod: "T1" | "T4" | "T5" | "T6" | "T7" | "none") =>
      ask("digitisation-batch.enter", { id, itemId: items[at]!.id, ...entered, bindingMethod });
    for (const at of [0, 1]) {
      for (const never of ["T5", "T7"] as const)
        await expect(bind(at, never)).rejects.toThrow("binding-method-not-allowed");
      for (const allowed of ["T1", "T4", "T6", "none"] as const)
        expect((await bind(at, allowed)).bindingMethod).toBe(allowed);
    }
    for (const any of ["T5", "T7"] as const) expect((await bind(2, any)).bindingMethod).toBe(any);
  });

  it("closes only when everything is counted, checked and bound, and every difference explained", async () => {
    const one = await anItem(archive, {}, 2);
    const two = await anItem(archive, { documentDate: day("2024-03-06") }, 3);
    await fileYear(archive);
    const { id } = await ask("digitisation-batch.hand-out", { ...slip, itemIds: [one.id, two.id] });
    const enter = (item: typeof one, change: object = {}) =>
      ask("digitisation-batch.enter", { id, itemId: item.id, ...entered, ...change });
    await enter(one);
    await expect(ask("digitisation-batch.close", { id, ...back })).rejects.toThrow("batch-unfinished");
    await enter(two, { isChecked: false });
    await expect(ask("digitisation-batch.close", { id, ...back })).rejects.toThrow("batch-unfinished");
    expect((await enter(two)).scannedPages).toBe(3);
    await expect(ask("digitisation-batch.close", { id, ...back })).rejects.toThrow("batch-differs");
    const next = await ask("undo.next", {});
    await ask("undo.apply", { sequence: next!.sequence });
    expect((await ask("digitisation-batch.read", { id })).lines[1]?.isChecked).toBe(false);
    await enter(two, { explanation: "夹有一页空白" });
    await expect(ask("digitisation-batch.close", { id, ...back, returnedOn: day("2190-01-01") })).rejects.toThrow(
      "date-in-future",
    );
    const closed = await ask("digitisation-batch.close", { id, ...back });
    expect(closed).toMatchObject({ state: "closed", scannedPages: 5, countedPages: 4, differenceCount: 1 });
    await expect(enter(one)).rejects.toThrow("batch-closed");
    await expect(ask("digitisation-batch.withdraw", { id })).rejects.toThrow("batch-closed");
    await expect(ask("digitisation-batch.close", { id, ...back })).rejects.toThrow("batch-closed");
    await expect(ask("digitisation-batch.read", { id: "无" })).rejects.toThrow("custody-record-missing");
    expect((await ask("digitisation-batch.hand-out", { ...slip, itemIds: [one.id] })).number).toBe(2);
  });
});

describe("a readability test", () => {
  const sealedFiles = (): string[] =>
    readdirSync(join(archive.folder, "files"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  it("finds every file as it went in, says what was changed, cut or lost, and names its item", async () => {
    await expect(ask("readability-test.run", { tester: "王敏" })).rejects.toThrow("readability-nothing");
    await anItem(archive, {}, 4);
    await fileYear(archive);
    const whole = await ask("readability-test.run", { tester: "王敏" });
    expect(whole).toMatchObject({ kind: "full", fileTotal: 4, fileCount: 4, faultCount: 0 });
    const [changed = "", cut = "", lost = ""] = sealedFiles();
    const bytes = await readFile(changed);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    await writeFile(changed, bytes);
    await writeFile(cut, (await readFile(cut)).subarray(0, 300));
    await rm(lost);
    const { id, faultCount, byteCount } = await ask("readability-test.run", { tester: "王敏" });
    expect([faultCount, byteCount]).toEqual([3, whole.byteCount]);
    const faults = await ask("readability-test.faults", { id });
    expect(faults.map((each) => each.result).toSorted()).toEqual(["missing", "unreadable", "unreadable"]);
    expect(new Set(faults.map((each) => each.archivalCode))).toEqual(new Set(["C001-WS·2024-Y-ZZ-0001"]));
    const sample = await ask("readability-test.run", { tester: "王敏", sample: 1 });
    expect(sample).toMatchObject({ kind: "random", fileCount: 1 });
    expect((await ask("readability-test.note", { id, note: "已从备份恢复" })).note).toBe("已从备份恢复");
    await expect(ask("readability-test.note", { id: "无", note: "" })).rejects.toThrow("custody-record-missing");
    await expect(ask("readability-test.faults", { id: "无" })).rejects.toThrow("custody-record-missing");
    expect(await ask("readability-test.list", {})).toHaveLength(3);
  });

  it("stopped half way leaves nothing", async () => {
    await anItem(archive, {}, 2);
    const running = archive.engine.reply({
      id: "t1",
      seat: "window",
      name: "readability-test.run",
      input: { tester: "王" },
    });
    await ask("task.cancel", { taskId: "t1" });
    const answer = await running;
    expect(answer).toMatchObject({ ok: false, refusal: { code: "task-cancelled" } });
    expect(await ask("readability-test.list", {})).toEqual([]);
  });
});
