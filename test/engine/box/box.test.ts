// Boxes of a real archive: planned, written, moved by hand, refused, and taken back.
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { Box, BoxEntry } from "#contract/box";
import { starterBoxingRules } from "#contract/boxing-rules";
import type { Output } from "#contract/contract";
import type { BoxId } from "#contract/place-of-item";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { aPaper, filedOf, type PaperFields } from "#test/support/paper-items";
import { fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());

const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const year = () => ({ fondsId: archive.fondsId, year: 2024 });
const list = (): Promise<Output<"box.list">> => ask("box.list", year());
const entriesOf = async (id: BoxId): Promise<readonly BoxEntry[]> => (await ask("box.read", { id })).entries;
async function boxAll(mode: "rest" | "all" = "rest"): Promise<readonly Box[]> {
  const { planDigest } = await ask("box.plan", { ...year(), mode });
  await ask("box.commit", { ...year(), mode, planDigest });
  return (await list()).boxes;
}
async function undo(): Promise<string> {
  const next = await ask("undo.next", {});
  return (await ask("undo.apply", { sequence: next?.sequence ?? 0 })).action;
}
/** Filed papers of these thicknesses in mm. */
async function filed(thicknesses: readonly number[], fields: PaperFields = {}): Promise<void> {
  for (const [at, thicknessMm] of thicknesses.entries())
    await aPaper(archive, {
      title: `通知${at + 1}`,
      date: `2024-01-${String(at + 1).padStart(2, "0")}`,
      thicknessMm,
      ...fields,
    });
  await fileYear(archive);
}
async function closeYear(): Promise<void> {
  await ask("box.sign", { ...year(), ...signed });
  const { checkDigest } = await ask("filing-year.check", year());
  await ask("filing-year.close", { ...year(), checkDigest });
}
const day = (text: string) => archivalDate.parse(text);
const signed = { arrangedBy: "王敏", arrangedOn: day("2025-03-01"), checkedBy: "李红", checkedOn: day("2025-03-02") };
const shape = (boxes: readonly Box[]) =>
  boxes.map((box) => [box.retention, box.boxNumber, box.spineMm, box.firstNumber, box.lastNumber, box.entryCount]);

describe("a plan of boxes", () => {
  it("packs by 件号, never mixes year, term or matter, and is written as shown", async () => {
    const matters = await ask("matter.list", {});
    await filed([10, 20, 15, 30, 5]);
    await filed([10, 12], { retention: "D10" });
    await filed([3], { matterId: matters.find((matter) => matter.code === "DQ")?.id ?? null });
    const plan = await ask("box.plan", year());
    expect(plan.newEntryCount).toBe(8);
    const boxes = await boxAll();
    expect(boxes).toHaveLength(plan.newBoxCount);
    expect(plan.units.flatMap((unit) => unit.boxes.map((box) => [box.boxNumber, box.thicknessMm]))).toEqual(
      boxes.map((box) => [box.boxNumber, box.thicknessMm]),
    );
    const seen: string[] = [];
    for (const box of boxes) {
      const entries = await entriesOf(box.id);
      seen.push(...entries.map((entry) => entry.id));
      expect(box.thicknessMm).toBeLessThanOrEqual(box.usableMm);
      for (const { id } of entries) {
        const item = await ask("item.read", { id: id as never });
        expect([item.year, item.retention, item.matterId, item.boxId]).toEqual([
          box.year,
          box.retention,
          box.matterId,
          box.id,
        ]);
      }
    }
    expect(seen.toSorted()).toEqual((await filedOf(archive)).map((item) => item.id).toSorted());
    expect((await list()).findings.filter((each) => each.code !== "underfilled")).toEqual([]);
    expect((await ask("box.plan", year())).newEntryCount).toBe(0);
  });

  it("leaves digital items out, and asks for the thickness of objects and the place of what no box holds", async () => {
    await aPaper(archive, { title: "电子的", carrier: "digital" });
    await aPaper(archive, { title: "奖牌", carrier: "object", date: "2024-03-06" });
    await aPaper(archive, { title: "很厚的", thicknessMm: 90, date: "2024-03-07" });
    await aPaper(archive, { title: "两页", date: "2024-03-08" });
    await fileYear(archive);
    const plan = await ask("box.plan", year());
    expect(plan.units[0]).toMatchObject({ entryCount: 3, digitalCount: 1 });
    expect(plan.newEntryCount).toBe(1);
    expect(plan.findings.map((each) => each.code).filter((code) => code !== "underfilled")).toEqual([
      "thickness-missing",
      "too-thick",
    ]);
    const [digital] = await filedOf(archive);
    const [box] = await boxAll();
    await expect(ask("box.move-items", { entryIds: [digital!.id], boxId: box!.id })).rejects.toThrow(
      "box-entry-digital",
    );
  });

  it("is refused when something changed after it was shown", async () => {
    await filed([10, 20]);
    const { planDigest } = await ask("box.plan", year());
    await filed([5]);
    await expect(ask("box.commit", { ...year(), planDigest })).rejects.toThrow("box-plan-stale");
    expect((await list()).boxes).toEqual([]);
    await expect(ask("box.plan", { ...year(), unitIds: ["不存在" as never] })).rejects.toThrow("filing-unit-not-found");
  });

  it("puts what came later behind, into the last box as far as it holds, and packs anew when asked", async () => {
    await filed([20, 20]);
    expect(shape(await boxAll())).toEqual([["Y", 1, 50, 1, 2, 2]]);
    await filed([6, 30]);
    expect(shape(await boxAll())).toEqual([
      ["Y", 1, 50, 1, 3, 3],
      ["Y", 2, 40, 4, 4, 1],
    ]);
    await ask("box.set-rules", { ...starterBoxingRules, sizes: [40] });
    expect(shape(await boxAll("all"))).toEqual([
      ["Y", 1, 40, 1, 1, 1],
      ["Y", 2, 40, 2, 3, 2],
      ["Y", 3, 40, 4, 4, 1],
    ]);
  });

  it("numbers boxes through the year when the archive's rule says so", async () => {
    await ask("box.set-rules", { ...starterBoxingRules, numbering: "year" });
    await filed([10]);
    await filed([10], { retention: "D30" });
    await filed([10], { retention: "D10" });
    expect((await boxAll()).map((box) => box.boxNumber)).toEqual([1, 2, 3]);
    expect((await boxAll("all")).map((box) => box.boxNumber)).toEqual([1, 2, 3]);
    expect(await undo()).toBe("box.commit");
  });
});

describe("boxes by hand", () => {
  it("take an item of their class, say when the order is broken, refuse another class, and go back", async () => {
    await filed([30, 30, 30]);
    await filed([10], { retention: "D10" });
    const [one, two, three, other] = await boxAll();
    const before = shape((await list()).boxes);
    const [first] = await entriesOf(one!.id);
    const { movedCount, findings } = await ask("box.move-items", { entryIds: [first!.id], boxId: three!.id });
    expect(movedCount).toBe(1);
    expect(findings.map((each) => each.code)).toEqual(expect.arrayContaining(["out-of-order", "empty", "overfull"]));
    expect(shape((await list()).boxes)).not.toEqual(before);
    expect(await undo()).toBe("box.move-items");
    expect(shape((await list()).boxes)).toEqual(before);
    await expect(ask("box.move-items", { entryIds: [first!.id], boxId: other!.id })).rejects.toThrow("box-mixed");
    const [short] = await entriesOf(other!.id);
    await expect(ask("box.move-items", { entryIds: [first!.id, short!.id], boxId: null })).rejects.toThrow("box-mixed");
    await expect(ask("box.move-items", { entryIds: ["没有"], boxId: null })).rejects.toThrow("item-not-found");
    await expect(ask("box.move-items", { entryIds: [first!.id], boxId: "没有" as never })).rejects.toThrow(
      "box-not-found",
    );
    await ask("box.move-items", { entryIds: [first!.id], boxId: null });
    expect((await ask("box.loose", { unitId: two!.unitId! })).map((entry) => entry.id)).toEqual([first!.id]);
  });

  it("are added, resized, renumbered, taken away: each with its way back", async () => {
    await filed([30, 30]);
    const [one, two] = await boxAll();
    const before = shape((await list()).boxes);
    const added = await ask("box.add", { unitId: one!.unitId!, spineMm: 20 });
    expect(added.boxNumber).toBe(3);
    expect((await list()).findings.map((each) => each.code)).toContain("empty");
    await undo();
    await ask("box.resize", { id: one!.id, spineMm: 20 });
    expect((await list()).findings.map((each) => each.code)).toContain("overfull");
    await undo();
    await expect(ask("box.renumber", { id: one!.id, boxNumber: 2 })).rejects.toThrow("box-number-taken");
    await ask("box.renumber", { id: one!.id, boxNumber: 7 });
    await undo();
    expect(await ask("box.remove", { id: two!.id })).toEqual({ entryCount: 1 });
    await undo();
    expect(shape((await list()).boxes)).toEqual(before);
    expect((await list()).boxes.map((box) => box.id)).toEqual([one!.id, two!.id]);
    await undo();
    expect((await list()).boxes).toEqual([]);
  });

  it("are not put back over what came after", async () => {
    await filed([30]);
    const [one] = await boxAll();
    await ask("box.resize", { id: one!.id, spineMm: 50 });
    const units = [{ unitId: one!.unitId!, digest: "0", boxes: [], entries: [] }];
    await expect(ask("box.restore", { units })).rejects.toThrow("box-plan-stale");
    expect((await list()).boxes).toHaveLength(1);
  });

  it("carry a 备考表 that tells counts, damage and moves, written once for all", async () => {
    await filed([30, 5]);
    const [one] = await boxAll();
    const [first] = await entriesOf(one!.id);
    await ask("damage.keep", {
      itemId: first!.id as never,
      kind: "虫蛀",
      foundOn: day("2025-02-01"),
      foundBy: "王敏",
      extent: "第 2 页",
    });
    const { proposedNote } = await ask("box.read", { id: one!.id });
    expect(proposedNote).toBe("本盒共 2 件，4 页。\nC001-WS·2024-Y-ZZ-0001 虫蛀（第 2 页），未修复。");
    expect(await ask("box.sign", { ...year(), ...signed })).toEqual({ boxCount: 1 });
    expect((await list()).boxes[0]).toMatchObject({ ...signed, note: proposedNote });
    expect(await ask("box.sign", { ...year(), ...signed, arrangedBy: "别人" })).toEqual({ boxCount: 0 });
    await undo();
    await undo();
    expect((await list()).boxes[0]?.note).toBe("");
  });
});

describe("after the year is closed", () => {
  it("boxes keep their items: they move only with a reason, which the 备考表 tells", async () => {
    await filed([30, 30]);
    const [one, two] = await boxAll();
    await closeYear();
    expect((await list()).isClosed).toBe(true);
    expect(await ask("undo.next", {})).toBeNull();
    const [first] = await entriesOf(one!.id);
    const move = { entryIds: [first!.id], boxId: two!.id };
    await expect(ask("box.move-items", move)).rejects.toThrow("reason-missing");
    for (const refused of [
      ask("box.remove", { id: one!.id }),
      ask("box.resize", { id: one!.id, spineMm: 20 }),
      ask("box.renumber", { id: one!.id, boxNumber: 9 }),
      ask("box.plan", { ...year(), mode: "all" }),
      ask("box.restore", { units: [{ unitId: one!.unitId!, digest: "", boxes: [], entries: [] }] }),
    ])
      await expect(refused).rejects.toThrow("year-closed");
    await ask("box.move-items", { ...move, reason: "原盒受潮" });
    expect(await ask("undo.next", {})).toBeNull();
    expect((await ask("box.read", { id: one!.id })).proposedNote).toMatch(/0001 于 \d{4}-\d\d-\d\d 移出（原盒受潮）/);
    expect((await ask("box.read", { id: two!.id })).proposedNote).toContain("移入（原盒受潮）");
  });
});
