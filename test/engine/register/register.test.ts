import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate, unknownDate } from "#contract/archival-date";
import type { RegisterFields } from "#contract/register";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

let given = 0;
const fields = (own: Partial<RegisterFields> = {}): RegisterFields => ({
  fondsId: archive.fondsId,
  kind: "incoming",
  happenedOn: archivalDate.parse("2024-03-08"),
  correspondent: "幸福街道办事处",
  creator: "",
  documentNumber: `幸街〔2024〕${++given}号`,
  documentDate: archivalDate.parse("2024-03-05"),
  title: "关于开展垃圾分类检查的通知",
  copies: 1,
  pageCount: 3,
  access: "internal",
  neutralTitle: "",
  remark: "",
  matterId: null,
  retention: null,
  scheduleRowId: null,
  handler: "",
  dueOn: "",
  ...own,
});
const add = (own: Partial<RegisterFields> = {}, securityMark = "") =>
  archive.engine.ask("register.add", { fields: fields(own), securityMark });
const year = (kind: "incoming" | "outgoing", of: number) =>
  archive.engine.ask("register.list", { filter: { kind, year: of } });

describe("a register", () => {
  it("numbers its entries without a gap, each register and year by itself", async () => {
    const numbers = [];
    for (const own of [
      { happenedOn: "2031-01-02" },
      { happenedOn: "2031-02-02" },
      { happenedOn: "2032-01-02" },
    ] as const)
      numbers.push((await add({ happenedOn: archivalDate.parse(own.happenedOn) })).entry.number);
    const sent = await add({ kind: "outgoing", happenedOn: archivalDate.parse("2031-01-02") });
    expect([...numbers, sent.entry.number]).toEqual([1, 2, 1, 1]);
  });

  it("keeps the day a paper came apart from the moment it was written down, and says when they are far apart", async () => {
    const { entry, warnings } = await add({ happenedOn: archivalDate.parse("2023-01-05") });
    expect(entry.happenedOn).toBe("2023-01-05");
    expect(entry.enteredAt.slice(0, 4)).not.toBe("2023");
    expect(warnings.map((each) => each.code)).toContain("entered-late");
  });

  it("warns of a second entry of the same 文号 and organisation, and takes it all the same", async () => {
    const first = await add();
    const second = await add({ documentNumber: first.entry.documentNumber });
    expect(second.warnings).toContainEqual(
      expect.objectContaining({ code: "same-document-number", entryId: first.entry.id }),
    );
    const same = await archive.engine.ask("register.same-number", {
      documentNumber: first.entry.documentNumber,
      correspondent: first.entry.correspondent,
    });
    expect(same.entries).toHaveLength(2);
  });

  it.each(["秘密", "机 密★5年", "绝密"])("refuses a state secret (%s) and keeps nothing of it", async (mark) => {
    const before = (await year("incoming", 2024)).total;
    await expect(add({ title: "涉密标题甲乙丙" }, mark)).rejects.toMatchObject({ code: "state-secret" });
    const after = await year("incoming", 2024);
    expect(after.total).toBe(before);
    expect(JSON.stringify(after)).not.toContain("涉密标题甲乙丙");
  });

  it("completes a name from characters or initials of pinyin, never from a restricted entry", async () => {
    await add({ correspondent: "民政局" });
    await add({ correspondent: "秘事科", access: "restricted", neutralTitle: "材料" });
    const ask = (beginning: string) => archive.engine.ask("register.suggest", { field: "correspondent", beginning });
    expect(await ask("xfj")).toEqual(["幸福街道办事处"]);
    expect(await ask("民")).toEqual(["民政局"]);
    expect(await ask("ms")).toEqual([]);
  });
});

describe("an entry", () => {
  it("is taken back only while it is the newest; a number in the middle is cancelled with a reason and stays", async () => {
    const at = { happenedOn: archivalDate.parse("2033-05-01") };
    const { entry: first } = await add(at);
    const { entry: second } = await add(at);
    const back = (entry: typeof first) =>
      archive.engine.ask("register.take-back", { id: entry.id, revision: entry.revision });
    await expect(back(first)).rejects.toMatchObject({ code: "register-entry-not-last" });
    const cancel = { id: first.id, revision: 1, state: "cancelled", happenedOn: at.happenedOn } as const;
    await expect(archive.engine.ask("register.handle", cancel)).rejects.toMatchObject({
      code: "register-reason-missing",
    });
    await archive.engine.ask("register.handle", { ...cancel, note: "重复登记" });
    await back(second);
    expect((await year("incoming", 2033)).rows.map((row) => [row.number, row.state])).toEqual([[1, "cancelled"]]);
    expect((await add(at)).entry.number).toBe(2);
  });

  it("is not moved to another year's register, nor written over what another has changed", async () => {
    const { entry } = await add();
    const revise = (revision: number, own: Partial<RegisterFields>) =>
      archive.engine.ask("register.revise", { id: entry.id, revision, fields: fields(own) });
    await expect(revise(1, { happenedOn: archivalDate.parse("2025-01-01") })).rejects.toMatchObject({
      code: "register-year-fixed",
    });
    await revise(1, { title: "改后的题名" });
    await expect(revise(1, {})).rejects.toMatchObject({ code: "register-entry-changed" });
  });

  it("keeps every step of 办理 with both days; the last can be undone", async () => {
    const { entry } = await add();
    const step = await archive.engine.ask("register.handle", {
      id: entry.id,
      revision: entry.revision,
      state: "in-hand",
      happenedOn: archivalDate.parse("2024-03-11"),
      handler: "王敏",
      note: "请核对楼栋名单",
    });
    expect(step.steps.map((each) => [each.state, each.happenedOn])).toEqual([
      ["registered", "2024-03-08"],
      ["in-hand", "2024-03-11"],
    ]);
    const next = await archive.engine.ask("undo.next", {});
    await archive.engine.ask("undo.apply", { sequence: next!.sequence });
    const now = await archive.engine.ask("register.read", { id: entry.id });
    expect([now.entry.state, now.steps.length]).toEqual(["registered", 1]);
  });
});

describe("items out of the register", () => {
  it("are made without retyping, once, and never of a cancelled entry", async () => {
    const { entry } = await add({ happenedOn: archivalDate.parse("2034-01-05"), documentDate: unknownDate });
    const made = await archive.engine.ask("register.to-items", { ids: [entry.id, entry.id] });
    expect(made.itemIds).toHaveLength(1);
    const item = await archive.engine.ask("item.read", { id: made.itemIds[0]! });
    expect(item).toMatchObject({
      title: entry.title,
      creator: "幸福街道办事处",
      documentNumber: entry.documentNumber,
      year: 2034,
      pageCount: 3,
      carrier: "paper",
      state: "draft",
    });
    await expect(archive.engine.ask("register.to-items", { ids: [entry.id] })).rejects.toMatchObject({
      code: "register-nothing-to-do",
    });
    const linked = await archive.engine.ask("register.read", { id: entry.id });
    const cancel = { id: entry.id, revision: linked.entry.revision, state: "cancelled", note: "不要" } as const;
    await expect(
      archive.engine.ask("register.handle", { ...cancel, happenedOn: archivalDate.parse("2034-01-06") }),
    ).rejects.toMatchObject({ code: "register-entry-filed" });
  });

  it("can be undone until somebody has worked on one", async () => {
    const { entry } = await add({ happenedOn: archivalDate.parse("2034-02-05") });
    const undo = async (): Promise<unknown> => {
      const next = await archive.engine.ask("undo.next", {});
      return archive.engine.ask("undo.apply", { sequence: next!.sequence });
    };
    await archive.engine.ask("register.to-items", { ids: [entry.id] });
    await undo();
    expect((await archive.engine.ask("register.read", { id: entry.id })).entry.itemId).toBeNull();
    const made = await archive.engine.ask("register.to-items", { ids: [entry.id] });
    await archive.engine.ask("item.describe", { id: made.itemIds[0]!, revision: 1, fields: { remark: "已核" } });
    await expect(archive.engine.ask("register.undo-items", { itemIds: [...made.itemIds] })).rejects.toMatchObject({
      code: "item-changed-meanwhile",
    });
  });

  it("are filed under the words of the register, and the entry shows their 档号", async () => {
    const matters = await archive.engine.ask("matter.list", {});
    const { entry } = await add({
      happenedOn: archivalDate.parse("2035-02-05"),
      documentDate: archivalDate.parse("2035-02-01"),
      retention: "D30",
      matterId: matters.find((matter) => matter.code === "ZZ" && matter.category === "WS")!.id,
    });
    await archive.engine.ask("register.to-items", { ids: [entry.id] });
    expect(await fileYear(archive, 2035)).toBe(1);
    expect((await archive.engine.ask("register.read", { id: entry.id })).entry.archivalCode).toMatch(
      /2035-D30-ZZ-0001$/,
    );
  });
});
