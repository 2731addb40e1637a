import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ScheduleRow, ScheduleVersion } from "#contract/schedule";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { anItem } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(async () => {
  expect(archive.faults).toEqual([]);
  await archive.remove();
});

const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const versions = (): Promise<readonly ScheduleVersion[]> => ask("schedule.versions", {});
const versionIn = async (state: ScheduleVersion["state"]): Promise<ScheduleVersion> => {
  const found = (await versions()).find((each) => each.state === state);
  if (!found) throw new Error(`no version is ${state}`);
  return found;
};
const rowsOf = async (version: ScheduleVersion, words = ""): Promise<readonly ScheduleRow[]> =>
  (await ask("schedule.rows", { versionId: version.id, words, limit: 1000 })).rows;
const rowLike = async (state: ScheduleVersion["state"], content: string): Promise<ScheduleRow> => {
  const found = (await rowsOf(await versionIn(state))).find((row) => row.content.startsWith(content));
  if (!found) throw new Error(`no row begins with ${content}`);
  return found;
};
const refused = (code: string) => expect.objectContaining({ code });

/** The archive's database while nobody has it open. */
async function behindTheDesk(work: (raw: ReturnType<typeof openDatabase>["raw"]) => void): Promise<void> {
  await ask("archive.lock", {});
  const slot = (await readSlots(archive.folder)).slots[0]!;
  const connection = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
  work(connection.raw);
  connection.close();
  await ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
}

describe("the starter schedule", () => {
  it("is version 1 of a new archive, every row 待核对, and calls itself the annex of nothing", async () => {
    const all = await versions();
    expect(all).toMatchObject([{ number: 1, name: "起步保管期限表（待核对）", state: "starter", confirmedCount: 0 }]);
    const rows = await rowsOf(all[0]!);
    expect(rows).toHaveLength(210);
    expect(all[0]!.rowCount).toBe(210);
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(["to-verify"]));
    expect(JSON.stringify([all, rows])).not.toMatch(/11号|十一号|https?:/);
    // Each row says where it comes from.
    expect(rows.filter((row) => row.source === "")).toEqual([]);
  });

  it("knows the minimums and the start rule of Order 79, and its own for what ends with an event", async () => {
    expect(await rowLike("starter", "记账凭证")).toMatchObject({
      category: "KU",
      retention: "D30",
      isMinimum: true,
      startRule: "first-day-after-fiscal-year",
      usage: "rule",
    });
    expect(await rowLike("starter", "固定资产卡片")).toMatchObject({
      retention: "D5",
      startRule: "after-asset-disposal",
    });
    expect(await rowLike("starter", "部门决算")).toMatchObject({ usage: "conditional", isMinimum: true });
    expect(await rowLike("starter", "本乡镇党委会")).toMatchObject({ usage: "advice" });
  });

  it("leaves terms open that no source sets, with the words in the note", async () => {
    const open = (await rowsOf(await versionIn("starter"))).filter((row) => row.retention === null);
    expect(open.map((row) => row.note)).toHaveLength(5);
    for (const row of open) expect(row.note).toMatch(/期限/);
  });

  it("keeps what the pre-2016 table said for reading labels only", async () => {
    const labels = await ask("schedule.old-labels", {});
    expect(labels).toHaveLength(10);
    const rows = await rowsOf(await versionIn("starter"));
    expect(rows.filter((row) => row.source.includes("1998"))).toEqual([]);
  });

  it("comes to an archive of an earlier program when it is opened", async () => {
    await behindTheDesk((raw) =>
      raw.exec("DELETE FROM schedule_judgement; DELETE FROM schedule_row; DELETE FROM schedule_version"),
    );
    expect(await versions()).toMatchObject([{ number: 1, state: "starter", rowCount: 210 }]);
    expect((await ask("journal.verify", {})).isWhole).toBe(true);
  });
});

describe("核对", () => {
  it("keeps who confirmed a row, as what and when, and can be taken back", async () => {
    const row = await rowLike("starter", "总账");
    const first = await ask("schedule.judge", { rowId: row.id, as: "clerk", verdict: "confirm" });
    expect(first.row.status).toBe("confirmed");
    await ask("schedule.judge", { rowId: row.id, as: "supervisor", verdict: "confirm", reason: "对照附表1" });
    const { judgements } = await ask("schedule.read-row", { id: row.id });
    expect(judgements).toMatchObject([
      { number: 1, verdict: "confirm", role: "clerk", personName: "王敏" },
      { number: 2, verdict: "confirm", role: "supervisor", reason: "对照附表1" },
    ]);
    const next = await ask("undo.next", {});
    await ask("undo.apply", { sequence: next!.sequence });
    const after = await ask("schedule.read-row", { id: row.id });
    expect(after.judgements).toHaveLength(1);
    expect(after.row.status).toBe("confirmed");
    await expect(ask("schedule.take-back", { rowId: row.id, number: 2 })).rejects.toEqual(refused("undo-stale"));
    await ask("schedule.take-back", { rowId: row.id, number: 1 });
    expect((await ask("schedule.read-row", { id: row.id })).row.status).toBe("to-verify");
  });

  it("does not change a word of a version in force", async () => {
    const row = await rowLike("starter", "原始凭证");
    const correct = {
      rowId: row.id,
      as: "clerk",
      verdict: "correct",
      reason: "x",
      fields: { retention: "Y" },
    } as const;
    await expect(ask("schedule.judge", correct)).rejects.toEqual(refused("schedule-not-a-draft"));
    await expect(ask("schedule.judge", { rowId: row.id, as: "clerk", verdict: "drop", reason: "x" })).rejects.toEqual(
      refused("schedule-not-a-draft"),
    );
    const { status, id, versionId, position, provenance, confidence, ...fields } = row;
    await expect(ask("schedule.add-row", { versionId, fields })).rejects.toEqual(refused("schedule-not-a-draft"));
    expect(await ask("schedule.read-row", { id })).toMatchObject({ row: { status, position, provenance, confidence } });
  });

  it("asks for a reason to correct or drop, and for a role the person bears", async () => {
    const row = await rowLike("starter", "原始凭证");
    await expect(ask("schedule.judge", { rowId: row.id, as: "clerk", verdict: "drop", reason: " " })).rejects.toEqual(
      refused("input-invalid"),
    );
    await behindTheDesk((raw) => raw.exec("DELETE FROM person_role WHERE role = 'supervisor'"));
    await expect(ask("schedule.judge", { rowId: row.id, as: "supervisor", verdict: "confirm" })).rejects.toEqual(
      refused("role-missing"),
    );
    const draft = await ask("schedule.draft", { name: "档案员自拟" });
    await expect(ask("schedule.enact", { versionId: draft.id, validFrom: "2024-01-01" })).rejects.toEqual(
      refused("role-missing"),
    );
    await ask("schedule.discard-draft", { versionId: draft.id });
    await behindTheDesk((raw) => raw.exec("INSERT INTO person_role SELECT id, 'supervisor' FROM person"));
  });
});

describe("versions", () => {
  it("has one draft at a time, with what was judged before, and throws it away whole", async () => {
    const row = await rowLike("starter", "银行对账单");
    await ask("schedule.judge", { rowId: row.id, as: "clerk", verdict: "confirm" });
    const draft = await ask("schedule.draft", { name: "2025年表" });
    expect(draft).toMatchObject({ number: 2, state: "draft", rowCount: 210, confirmedCount: 1 });
    await expect(ask("schedule.draft", { name: "另一份" })).rejects.toEqual(refused("schedule-draft-exists"));
    const copy = await rowLike("draft", "银行对账单");
    expect((await ask("schedule.read-row", { id: copy.id })).judgements).toMatchObject([{ personName: "王敏" }]);
    const next = await ask("undo.next", {});
    await ask("undo.apply", { sequence: next!.sequence });
    expect(await versions()).toHaveLength(1);
    await expect(ask("schedule.read-row", { id: copy.id })).rejects.toEqual(refused("schedule-row-not-found"));
  });

  it("is corrected, added to and thinned in the draft, put in force from a day, and the old one stays", async () => {
    const item = await anItem(archive, { title: "2024年党费收缴登记表", retention: null });
    const old = await rowLike("starter", "党费收缴登记");
    const described = await ask("item.describe", {
      id: item.id,
      revision: item.revision,
      fields: { scheduleRowId: old.id },
    });
    expect(described.item).toMatchObject({ retention: "D30", scheduleRowId: old.id });

    const draft = await ask("schedule.draft", { name: "幸福社区保管期限表" });
    const row = await rowLike("draft", "党费收缴登记");
    // An item cannot hang on a draft.
    await expect(
      ask("item.describe", { id: item.id, revision: described.item.revision, fields: { scheduleRowId: row.id } }),
    ).rejects.toEqual(refused("schedule-row-not-found"));
    const corrected = await ask("schedule.judge", {
      rowId: row.id,
      as: "clerk",
      verdict: "correct",
      reason: "区档案馆要求",
      fields: { retention: "Y", startRule: "not-counted" },
    });
    // Corrected is not yet 已核对: a person must still confirm it.
    expect(corrected.row).toMatchObject({ retention: "Y", status: "corrected", content: row.content });
    await ask("schedule.judge", { rowId: row.id, as: "supervisor", verdict: "confirm" });
    const dropped = await rowLike("draft", "违章搭建");
    await ask("schedule.judge", { rowId: dropped.id, as: "clerk", verdict: "drop", reason: "本社区不办" });
    const added = await ask("schedule.add-row", {
      versionId: draft.id,
      fields: {
        category: "WS",
        matterCode: "FW",
        subcategory: "社区服务",
        content: "社区食堂助餐点运营材料",
        retention: "D10",
        isMinimum: false,
        startRule: "following-year-start",
        usage: "rule",
        source: "街道通知",
        sourceRow: "3",
        note: "",
      },
    });
    expect(added).toMatchObject({ position: 211, status: "added", provenance: "office" });

    const tomorrow = new Date(Date.now() + 86_400_000 * 2).toISOString().slice(0, 10);
    await expect(ask("schedule.enact", { versionId: draft.id, validFrom: tomorrow })).rejects.toEqual(
      refused("input-invalid"),
    );
    expect((await versionIn("draft")).id).toBe(draft.id);
    const enacted = await ask("schedule.enact", { versionId: draft.id, validFrom: "2025-01-01" });
    expect(enacted).toMatchObject({ number: 2, state: "in-force", validFrom: "2025-01-01" });
    expect(await versionIn("superseded")).toMatchObject({ number: 1 });
    await expect(ask("schedule.enact", { versionId: draft.id, validFrom: "2025-01-01" })).rejects.toEqual(
      refused("schedule-not-a-draft"),
    );
    // What was done to the draft cannot be taken back any more, and does not stand in the way of other undoing.
    await expect(ask("schedule.take-back", { rowId: dropped.id, number: 1 })).rejects.toEqual(
      refused("schedule-not-a-draft"),
    );
    expect((await ask("undo.next", {}))?.action).not.toMatch(/^schedule/);

    // The item keeps the row that gave its term, and the row stands.
    expect(await ask("item.read", { id: item.id })).toMatchObject({ retention: "D30", scheduleRowId: old.id });
    expect(await ask("schedule.read-row", { id: old.id })).toMatchObject({ itemCount: 1, row: { retention: "D30" } });
    await expect(
      ask("item.describe", { id: item.id, revision: described.item.revision, fields: { scheduleRowId: dropped.id } }),
    ).rejects.toEqual(refused("schedule-row-not-found"));
  });

  it("does not go back before the version it replaces", async () => {
    const draft = await ask("schedule.draft", { name: "更早的表" });
    await expect(ask("schedule.enact", { versionId: draft.id, validFrom: "2024-12-31" })).rejects.toEqual(
      refused("input-invalid"),
    );
    const carried = await rowLike("draft", "记账凭证");
    await expect(ask("schedule.remove-row", { rowId: carried.id })).rejects.toEqual(refused("schedule-row-not-found"));
    await ask("schedule.discard-draft", { versionId: draft.id });
    await expect(ask("schedule.discard-draft", { versionId: (await versionIn("in-force")).id })).rejects.toEqual(
      refused("schedule-not-a-draft"),
    );
  });
});

describe("a row that may not be kept", () => {
  it.each(["信教群众花名册", "重点人员动态管理台账", "居民思想动态登记"])(
    "%s is refused, unsaid what it was",
    async (content) => {
      const draft = await ask("schedule.draft", { name: "草稿" });
      const { id, versionId, position, provenance, confidence, status, ...fields } = await rowLike("draft", "总账");
      expect([id, versionId, position, provenance, confidence, status]).not.toContain(undefined);
      const thrown = await ask("schedule.add-row", { versionId: draft.id, fields: { ...fields, content } }).catch(
        (error: unknown) => error,
      );
      expect(thrown).toEqual(refused("input-invalid"));
      expect(JSON.stringify(thrown)).not.toContain(content.slice(0, 3));
      await expect(
        ask("schedule.judge", { rowId: id, as: "clerk", verdict: "correct", reason: "x", fields: { content } }),
      ).rejects.toEqual(refused("input-invalid"));
      await expect(
        ask("schedule.add-row", { versionId: draft.id, fields: { ...fields, category: "QQ" } }),
      ).rejects.toEqual(refused("input-invalid"));
      await ask("schedule.discard-draft", { versionId: draft.id });
    },
  );
});
