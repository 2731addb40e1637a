import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Item, ItemId } from "#contract/item";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { aPaper, filedOf } from "#test/support/paper-items";
import { fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const readAgain = (id: ItemId): Promise<Item> => ask("item.read", { id });
const undo = async (): Promise<string> => {
  const next = await ask("undo.next", {});
  return (await ask("undo.apply", { sequence: next!.sequence })).action;
};
const someFiled = async (count: number): Promise<Item[]> => {
  for (let at = 1; at <= count; at++)
    await aPaper(archive, { title: `通知${at}`, date: `2024-03-${String(at).padStart(2, "0")}` });
  await fileYear(archive);
  return filedOf(archive);
};
const insert = async (itemId: ItemId, beforeId: ItemId | null, reason = "补收一件") => {
  const { planDigest } = await ask("filing.preview-insert", { itemId, beforeId });
  return ask("filing.insert", { itemId, beforeId, planDigest, reason });
};
const withdraw = async (itemId: ItemId, reason = "重复归档") => {
  const { planDigest } = await ask("filing.preview-withdraw", { itemId });
  return ask("filing.withdraw", { itemId, planDigest, reason });
};

/** Writes into the store behind the program's back. */
async function reach(of: TestArchive, statements: readonly string[]): Promise<void> {
  await of.engine.ask("archive.lock", {});
  const slot = (await readSlots(of.folder)).slots[0]!;
  const connection = openDatabase(archivePaths(of.folder).database, (await openSlot(slot, testPassphrase))!);
  for (const statement of statements) connection.raw.exec(statement);
  connection.close();
  await of.engine.ask("archive.unlock", { folder: of.folder, passphrase: testPassphrase });
}

describe("one forgotten paper", () => {
  it("is put between two filed ones: every changed number is shown first, old ones are kept, the way back leads back", async () => {
    const [one, two, three] = await someFiled(3);
    const late = await aPaper(archive, { title: "迟到" });
    const preview = await ask("filing.preview-insert", { itemId: late.id, beforeId: two!.id });
    expect(preview.changes.map((each) => [each.title, each.oldNumber, each.newNumber, each.newCode])).toEqual([
      ["迟到", null, 2, "C001-WS·2024-Y-ZZ-0002"],
      ["通知2", 2, 3, "C001-WS·2024-Y-ZZ-0003"],
      ["通知3", 3, 4, "C001-WS·2024-Y-ZZ-0004"],
    ]);
    expect(preview.restampCount).toBe(2);
    expect(await filedOf(archive)).toHaveLength(3);
    await insert(late.id, two!.id);
    expect((await filedOf(archive)).map((item) => item.id)).toEqual([one!.id, late.id, two!.id, three!.id]);
    expect(await ask("filing.former-codes", { itemId: three!.id })).toMatchObject([
      { archivalCode: "C001-WS·2024-Y-ZZ-0003", reason: "补收一件" },
    ]);
    expect(await ask("filing-year.verify-hashes", {})).toMatchObject({ checkedCount: 4, differing: [] });
    expect(await undo()).toBe("filing.insert");
    expect((await filedOf(archive)).map((item) => [item.id, item.itemNumber])).toEqual([
      [one!.id, 1],
      [two!.id, 2],
      [three!.id, 3],
    ]);
    expect((await readAgain(late.id)).state).toBe("draft");
  });

  it("is put before the first, at the end, and into a class nothing was filed in yet", async () => {
    const [one] = await someFiled(2);
    const first = await aPaper(archive, { title: "最前" });
    const last = await aPaper(archive, { title: "最后" });
    const other = await aPaper(archive, { title: "十年", retention: "D10" });
    await insert(first.id, one!.id);
    await insert(last.id, null);
    await insert(other.id, null);
    expect((await filedOf(archive)).map((item) => item.archivalCode.slice(-9) + item.title)).toEqual([
      "0-ZZ-0001十年",
      "Y-ZZ-0001最前",
      "Y-ZZ-0002通知1",
      "Y-ZZ-0003通知2",
      "Y-ZZ-0004最后",
    ]);
  });

  it("is refused while not described, when it is filed, without a reason, and under another plan than was seen", async () => {
    const [one, two] = await someFiled(2);
    const bare = await aPaper(archive, { title: "" });
    const unclassed = await aPaper(archive, { retention: null });
    const late = await aPaper(archive);
    await expect(insert(bare.id, null)).rejects.toMatchObject({ code: "filing-not-ready" });
    await expect(insert(unclassed.id, null)).rejects.toMatchObject({ code: "item-not-classed" });
    await expect(insert(one!.id, null)).rejects.toMatchObject({ code: "item-filed" });
    await expect(insert(late.id, bare.id)).rejects.toMatchObject({ code: "item-not-found" });
    await expect(insert(late.id, two!.id, "")).rejects.toMatchObject({ code: "reason-missing" });
    const seen = await ask("filing.preview-insert", { itemId: late.id, beforeId: two!.id });
    const fields = { title: "看过以后又改" };
    await ask("item.describe", { id: late.id, revision: late.revision, fields });
    await expect(
      ask("filing.insert", { itemId: late.id, beforeId: two!.id, planDigest: seen.planDigest, reason: "补收" }),
    ).rejects.toMatchObject({ code: "filing-preview-stale" });
    await expect(
      ask("filing.insert", { itemId: late.id, beforeId: one!.id, planDigest: seen.planDigest, reason: "补收" }),
    ).rejects.toMatchObject({ code: "filing-preview-stale" });
    expect(await filedOf(archive)).toHaveLength(2);
  });
});

describe("one filed item", () => {
  it("is withdrawn with its reason, the gap closes, and the way back puts it where it lay", async () => {
    const [one, two, three] = await someFiled(3);
    await expect(withdraw(two!.id, "  ")).rejects.toMatchObject({ code: "reason-missing" });
    const preview = await ask("filing.preview-withdraw", { itemId: two!.id });
    expect(preview.changes.map((each) => [each.oldNumber, each.newNumber])).toEqual([
      [2, null],
      [3, 2],
    ]);
    await withdraw(two!.id);
    expect((await filedOf(archive)).map((item) => [item.id, item.itemNumber])).toEqual([
      [one!.id, 1],
      [three!.id, 2],
    ]);
    expect(await readAgain(two!.id)).toMatchObject({ state: "draft", archivalCode: "", itemNumber: null });
    expect(await ask("filing.former-codes", { itemId: two!.id })).toMatchObject([{ reason: "重复归档" }]);
    await undo();
    expect((await filedOf(archive)).map((item) => item.id)).toEqual([one!.id, two!.id, three!.id]);
    expect(await ask("filing.former-codes", { itemId: two!.id })).toEqual([]);
  });

  it("is moved to another place, and back", async () => {
    const filed = await someFiled(4);
    const [one, two, three, four] = filed.map((item) => item.id);
    const move = { itemId: four!, beforeId: two! };
    const { planDigest, changes } = await ask("filing.preview-move", move);
    expect(changes.map((each) => each.itemId)).toEqual([four, two, three]);
    await ask("filing.move", { ...move, planDigest, reason: "次序有误" });
    expect((await filedOf(archive)).map((item) => item.id)).toEqual([one, four, two, three]);
    await undo();
    expect((await filedOf(archive)).map((item) => item.id)).toEqual([one, two, three, four]);
    expect((await ask("filing.preview-move", { itemId: one!, beforeId: one! })).changes).toEqual([]);
  });

  it("takes the box of its new neighbour; labels that change are named, the box it left too", async () => {
    const filed = await someFiled(4);
    const boxes = filed.map((item, at) => ({ id: item.id, box: at < 2 ? "b1" : "b2" }));
    await reach(archive, [
      ...["b1", "b2"].map(
        (box, at) => `INSERT INTO box (id, fonds_id, category, year, retention, matter_id, box_number, spine_mm)
          SELECT '${box}', fonds_id, category, year, retention, matter_id, ${at + 1}, 20 FROM item WHERE id = '${filed[0]!.id}'`,
      ),
      ...boxes.map(({ id, box }) => `UPDATE item SET box_id = '${box}' WHERE id = '${id}'`),
    ]);
    const late = await aPaper(archive, { title: "迟到" });
    const preview = await ask("filing.preview-insert", { itemId: late.id, beforeId: filed[1]!.id });
    expect(preview.boxes).toEqual([
      { boxId: "b1", boxNumber: 1, oldFirst: 1, oldLast: 2, newFirst: 1, newLast: 3 },
      { boxId: "b2", boxNumber: 2, oldFirst: 3, oldLast: 4, newFirst: 4, newLast: 5 },
    ]);
    await insert(late.id, filed[1]!.id);
    expect((await readAgain(late.id)).boxId).toBe("b1");
    await withdraw(late.id);
    expect((await readAgain(late.id)).boxId).toBeNull();
    const { boxes: moved } = await ask("filing.preview-move", { itemId: filed[3]!.id, beforeId: filed[0]!.id });
    expect(moved.map((box) => [box.boxNumber, box.newFirst, box.newLast])).toEqual([
      [1, 1, 3],
      [2, 4, 4],
    ]);
  });

  it("that names a resident is shown by its neutral title only", async () => {
    const secret = "张三低保审批表";
    await aPaper(archive, { title: secret, access: "restricted", neutralTitle: "低保审批材料（户号0123）" });
    const plan = await ask("filing.preview", { fondsId: archive.fondsId, year: 2024 });
    expect(JSON.stringify(plan)).not.toContain(secret);
    await fileYear(archive);
    const [filed] = await filedOf(archive);
    const seen = await ask("filing.preview-withdraw", { itemId: filed!.id });
    expect(seen.changes[0]?.title).toBe("低保审批材料（户号0123）");
    expect(JSON.stringify(seen)).not.toContain(secret);
  });
});

describe("a filing", () => {
  it("is taken back as a whole, numbered again the same, and not from under later numbers", async () => {
    await someFiled(2);
    await aPaper(archive, { title: "第二批" });
    await fileYear(archive);
    const [one, two, later] = (await filedOf(archive)).map((item) => item.id);
    const scope = { fondsId: archive.fondsId, year: 2024 };
    await expect(ask("filing.unfile", { ...scope, itemIds: [one!, two!] })).rejects.toMatchObject({
      code: "filing-not-last",
    });
    await expect(ask("filing.unfile", { ...scope, year: 2023, itemIds: [later!] })).rejects.toMatchObject({
      code: "item-not-found",
    });
    expect(await undo()).toBe("filing.commit");
    expect((await filedOf(archive)).map((item) => item.id)).toEqual([one, two]);
    expect(await undo()).toBe("filing.commit");
    expect(await filedOf(archive)).toEqual([]);
    await expect(ask("filing.unfile", { ...scope, itemIds: [one!] })).rejects.toMatchObject({ code: "item-not-filed" });
    expect(await fileYear(archive)).toBe(3);
  });

  it("follows the order a hand gave the drafts, and time again when it is given back", async () => {
    const items = [];
    for (const day of ["01", "02", "03"]) items.push(await aPaper(archive, { title: day, date: `2024-01-${day}` }));
    const [one, two, three] = items.map((item) => item.id);
    const order = async () => {
      const { units } = await ask("filing.preview", { fondsId: archive.fondsId, year: 2024 });
      return units[0]!.items.map((each) => each.itemId);
    };
    await ask("filing.reorder", { itemId: three!, beforeId: one! });
    expect(await order()).toEqual([three, one, two]);
    await ask("filing.reorder", { itemId: three!, beforeId: null });
    expect(await order()).toEqual([one, two, three]);
    await undo();
    expect(await order()).toEqual([three, one, two]);
    await undo();
    expect(await order()).toEqual([one, two, three]);
    // Another class is another order: the place by hand ends with the class.
    await ask("filing.reorder", { itemId: three!, beforeId: one! });
    const again = await readAgain(three!);
    await ask("item.describe", { id: three!, revision: again.revision, fields: { retention: "D10" } });
    const back = await readAgain(three!);
    await ask("item.describe", { id: three!, revision: back.revision, fields: { retention: "Y" } });
    expect(await order()).toEqual([one, two, three]);
  });
});

describe("a draft", () => {
  it("is not reordered when it is filed, without a class, or before one of another class", async () => {
    const [filed] = await someFiled(1);
    const draft = await aPaper(archive);
    const other = await aPaper(archive, { retention: "D10" });
    const bare = await aPaper(archive, { retention: null });
    const reorder = (itemId: ItemId, beforeId: ItemId | null) => ask("filing.reorder", { itemId, beforeId });
    await expect(reorder(filed!.id, null)).rejects.toMatchObject({ code: "item-filed" });
    await expect(reorder(bare.id, null)).rejects.toMatchObject({ code: "item-not-classed" });
    await expect(reorder(draft.id, other.id)).rejects.toMatchObject({ code: "item-not-found" });
    await expect(reorder("none" as ItemId, null)).rejects.toMatchObject({ code: "item-not-found" });
    const ranks = [{ itemId: filed!.id, rank: 1 }];
    await expect(ask("filing.set-ranks", { ranks })).rejects.toMatchObject({ code: "item-filed" });
  });
});

describe("numbers under random insertions, withdrawals and moves", () => {
  it("stay gap-free and unique, and every number ever borne is kept", async () => {
    let seed = 20_260_612;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const borne = new Map<ItemId, Set<string>>();
    await someFiled(8);
    for (let at = 0; at < 4; at++) await aPaper(archive, { title: `另${at}`, retention: at % 2 ? "D10" : "Y" });
    for (let round = 0; round < 50; round++) {
      const { rows } = await ask("item.list", { limit: 1000 });
      const filed = rows.filter((row) => row.state === "filed");
      const drafts = rows.filter((row) => row.state === "draft");
      const one = rows[random(rows.length)]!;
      const mates = filed.filter((row) => row.retention === one.retention && row.id !== one.id);
      const beforeId = mates[random(mates.length + 1)]?.id ?? null;
      if (one.state === "draft") await insert(one.id, beforeId);
      else if (random(2) === 0) await withdraw(one.id);
      else {
        const { planDigest } = await ask("filing.preview-move", { itemId: one.id, beforeId });
        await ask("filing.move", { itemId: one.id, beforeId, planDigest, reason: "调整" });
      }
      const now = await filedOf(archive);
      for (const term of ["Y", "D10"]) {
        const numbers = now.filter((row) => row.retention === term).map((row) => row.itemNumber);
        expect(numbers).toEqual(numbers.map((_, at) => at + 1));
      }
      expect(new Set(now.map((row) => row.archivalCode)).size).toBe(now.length);
      for (const { id, archivalCode } of now) borne.set(id, (borne.get(id) ?? new Set()).add(archivalCode));
      expect(drafts.length + filed.length).toBe(12);
    }
    for (const [itemId, codes] of borne) {
      const { archivalCode } = await readAgain(itemId);
      const former = (await ask("filing.former-codes", { itemId })).map((each) => each.archivalCode);
      expect(new Set([...former, ...(archivalCode ? [archivalCode] : [])])).toEqual(codes);
    }
    expect((await ask("filing-year.verify-hashes", {})).differing).toEqual([]);
    const { findings } = await ask("filing-year.check", { fondsId: archive.fondsId, year: 2024 });
    expect(findings.filter((each) => each.code === "number-gap" || each.code === "number-twice")).toEqual([]);
  }, 20_000);
});
