// Undo, redo, history: what is not put back first, then random work taken back in reverse order.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerRow } from "#contract/ledger-row";
import { key, ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";
import { indexOfRows, keptIndex, lookBehind } from "#test/support/ledger-store";

let desk: LedgerArchive;
beforeAll(async () => {
  desk = await ledgerArchive();
}, 120_000);
afterAll(() => desk.remove());

const cells = (given: Record<string, string>): Record<ColumnKey, string> => given as Record<ColumnKey, string>;
const write = async (rows: Asked<"ledger.write-rows">["rows"], kind: Asked<"ledger.write-rows">["kind"] = "edit") =>
  desk.engine.ask("ledger.write-rows", { ledgerId: desk.ledger.id, kind, rows });
const revert = (changeId: string) => desk.engine.ask("ledger.revert", { changeId });
const make = async (given: Record<string, string> = {}): Promise<{ row: LedgerRow; changeId: string }> => {
  const { rows, changeId } = await write(
    [{ cells: cells({ happenedOn: "2024-03-05", matter: "走访", ...given }) }],
    "enter",
  );
  return { row: rows[0]!, changeId };
};
const read = async (row: LedgerRow): Promise<LedgerRow> =>
  (await desk.engine.ask("ledger.rows", { ledgerId: desk.ledger.id, seqs: [row.seq] }))[0]!;
const edit = async (row: LedgerRow, given: Record<string, string>) => {
  const { revision } = await read(row);
  return write([{ id: row.id, revision, cells: cells(given) }]);
};

describe("an act is not reverted", () => {
  it("that nobody knows", async () => {
    await expect(revert("nobody")).rejects.toMatchObject({ code: "ledger-change-not-found" });
  });

  it("when the same cell was changed since, while another cell does not matter", async () => {
    const { row } = await make();
    const first = await edit(row, { matter: "慰问" });
    await edit(row, { note: "别的格子" });
    await edit(row, { matter: "帮办" });
    await expect(revert(first.changeId)).rejects.toMatchObject({ code: "ledger-change-stale" });
    expect((await read(row)).cells[key("matter")]).toBe("帮办");
  });

  it("as a whole when one of its rows cannot be", async () => {
    const [one, two] = [(await make()).row, (await make()).row];
    const both = await write(
      [one, two].map(({ id, revision }) => ({ id, revision, cells: cells({ matter: "同改" }) })),
      "fill",
    );
    await edit(two, { matter: "又改" });
    await expect(revert(both.changeId)).rejects.toMatchObject({ code: "ledger-change-stale" });
    expect((await read(one)).cells[key("matter")]).toBe("同改");
  });

  it("twice", async () => {
    const { row } = await make();
    const { changeId } = await edit(row, { matter: "慰问" });
    await revert(changeId);
    await expect(revert(changeId)).rejects.toMatchObject({ code: "ledger-change-stale" });
  });

  it("when it made a row that was filled in since", async () => {
    const { row, changeId } = await make();
    const filled = await edit(row, { note: "后来填的" });
    await expect(revert(changeId)).rejects.toMatchObject({ code: "ledger-change-stale" });
    await revert(filled.changeId);
    await revert(changeId);
    expect((await read(row)).isRemoved).toBe(true);
  });

  it("in a closed ledger", async () => {
    const { changeId } = await make();
    const { id, revision } = await desk.engine.ask("ledger.read", { id: desk.ledger.id });
    const closed = await desk.engine.ask("ledger.close", { id, revision });
    await expect(revert(changeId)).rejects.toMatchObject({ code: "ledger-not-open" });
    await desk.engine.ask("ledger.open", { id, revision: closed.revision });
  });
});

describe("an act is reverted", () => {
  it("and redone, and undone again, sensitive values too", async () => {
    const { row } = await make({ idNumber: "11010519491231002X", matter: "一" });
    const { changeId } = await edit(row, { idNumber: "", matter: "二" });
    expect((await read(row)).masked).toEqual([]);
    const undone = await revert(changeId);
    expect(await read(row)).toMatchObject({ masked: ["idNumber"], cells: { matter: "一" } });
    const redone = await revert(undone.changeId);
    expect(await read(row)).toMatchObject({ masked: [], cells: { matter: "二" } });
    await revert(redone.changeId);
    expect(await read(row)).toMatchObject({ masked: ["idNumber"], cells: { matter: "一" } });
    const { rows } = await desk.engine.ask("ledger.lookup", { ledgerId: desk.ledger.id, words: "11010519491231002X" });
    expect(rows.map(({ id }) => id)).toEqual([row.id]);
  });

  it("by the office's own 撤销 too, and only once", async () => {
    const { row } = await make();
    await edit(row, { matter: "慰问" });
    const next = await desk.engine.ask("undo.next", {});
    expect(next?.action).toBe("ledger.write-rows");
    await desk.engine.ask("undo.apply", { sequence: next!.sequence });
    expect((await read(row)).cells[key("matter")]).toBe("走访");
  });

  it("and leaves no way back that leads nowhere", async () => {
    const { row } = await make();
    const before = (await desk.engine.ask("undo.next", {}))!.sequence;
    const { changeId } = await edit(row, { matter: "慰问" });
    await revert(changeId);
    expect((await desk.engine.ask("undo.next", {}))!.sequence).toBe(before);
  });
});

describe("removed rows", () => {
  it("need a reason, keep their history and come back as they were", async () => {
    const { row } = await make({ idNumber: "11010519491231002X" });
    const rows = [{ id: row.id, revision: row.revision }];
    const asked = { ledgerId: desk.ledger.id, rows };
    await expect(desk.engine.ask("ledger.remove-rows", { ...asked, reason: " " })).rejects.toMatchObject({
      code: "input-invalid",
    });
    await expect(desk.engine.ask("ledger.restore-rows", { ...asked, reason: "误" })).rejects.toMatchObject({
      code: "ledger-row-not-removed",
    });
    await desk.engine.ask("ledger.remove-rows", { ...asked, reason: "重复登记" });
    await expect(desk.engine.ask("ledger.remove-rows", { ...asked, reason: "再" })).rejects.toMatchObject({
      code: "ledger-row-removed",
    });
    const again = [{ id: row.id, revision: 2 }];
    await desk.engine.ask("ledger.restore-rows", { ledgerId: desk.ledger.id, rows: again, reason: "不是重复" });
    const back = await read(row);
    expect({ ...back, revision: 1 }).toEqual(row);
    const { versions } = await desk.engine.ask("ledger.history", { rowId: row.id });
    expect(versions.map(({ became, reason }) => [became, reason])).toEqual([
      ["restored", "不是重复"],
      ["removed", "重复登记"],
      ["made", ""],
    ]);
  });
});

describe("the history of a row", () => {
  it("says who, when, before, after and why, and no sensitive value", async () => {
    const { row } = await make({ idNumber: "11010519491231002X", matter: "一" });
    await desk.engine.ask("ledger.write-rows", {
      ...{ ledgerId: desk.ledger.id, kind: "edit", reason: "当事人更正" },
      rows: [{ id: row.id, revision: 1, cells: cells({ matter: "二", idNumber: "11010519491231002X" }) }],
    });
    await edit(row, { idNumber: "" });
    const { versions } = await desk.engine.ask("ledger.history", { rowId: row.id });
    expect(
      versions.map(({ cells: changed }) => changed.map(({ heading, before, after }) => [heading, before, after])),
    ).toEqual([
      [["身份证号", "●●●●", ""]],
      [["事项", "一", "二"]],
      expect.arrayContaining([
        ["发生日期", "", "2024-03-05"],
        ["事项", "", "一"],
        ["身份证号", "", "●●●●"],
      ]),
    ]);
    expect(versions[1]).toMatchObject({
      reason: "当事人更正",
      revision: 2,
      change: { personName: "王敏", kind: "edit" },
    });
    expect(JSON.stringify(versions)).not.toContain("11010519491231002X");
  });

  it("leads back to an older version, with a reason", async () => {
    const { row } = await make({ idNumber: "11010519491231002X", matter: "一" });
    await edit(row, { matter: "二", idNumber: "" });
    await edit(row, { matter: "三", note: "加的" });
    const asked = { rowId: row.id, reason: "改错了" };
    await expect(
      desk.engine.ask("ledger.restore-version", { ...asked, revision: 2, version: 1 }),
    ).rejects.toMatchObject({ code: "ledger-row-changed" });
    await expect(
      desk.engine.ask("ledger.restore-version", { ...asked, revision: 3, version: 3 }),
    ).rejects.toMatchObject({ code: "ledger-version-not-found" });
    const restored = await desk.engine.ask("ledger.restore-version", { ...asked, revision: 3, version: 1 });
    expect(restored.row).toEqual({ ...row, revision: 4 });
  });

  it("of a ledger lists its acts, newest first, without any value", async () => {
    const { changeId } = await make({ matter: "很特别的事项" });
    const undone = await revert(changeId);
    const { changes, total } = await desk.engine.ask("ledger.changes", { ledgerId: desk.ledger.id, limit: 2 });
    expect(changes).toMatchObject([
      { id: undone.changeId, kind: "revert", reverts: changeId, rowCount: 1 },
      { id: changeId, kind: "enter", reverts: null },
    ]);
    expect(total).toBeGreaterThan(10);
    expect(JSON.stringify(changes)).not.toContain("很特别");
  });
});

/** Numbers that look random and are the same each time. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}
const idNumbers = ["11010519491231002X", "440524188001010014", ""];
const values: Record<string, readonly string[]> = {
  kind: ["就业", "就学", "就医", ""],
  matter: ["走访", "慰问", "𠮷𠮷与生僻字䶮", ""],
  amount: ["1", "1,000.5", "-3", ""],
  count: ["1", "2", ""],
  caseNumber: ["0001", "001", ""],
  needs: ["低保", "助老、助残", ""],
  name: ["张三", "李四", "欧阳修"],
  idNumber: idNumbers,
  account: ["0062220202001122334", ""],
  phone: ["13888886666", ""],
  happenedOn: ["2024-03-05", "2024", "2023-12"],
};

describe("random work", () => {
  it("taken back in reverse order gives the first state; the index always equals the rows", async () => {
    const random = seeded(20_261_122);
    const pick = <T>(of: readonly T[]): T => of[random(of.length)]!;
    for (let at = 0; at < 8; at++) await make({ name: pick(values["name"]!), amount: String(at) });
    const plain = (rows: readonly LedgerRow[]) => rows.map(({ revision: _, ...row }) => row);
    const first = plain(await desk.rows());
    const done: string[] = [];
    for (let act = 0; act < 60; act++) {
      const all = await desk.rows();
      const some = [...new Set(Array.from({ length: 1 + random(4) }, () => pick(all)))];
      const what = random(10);
      if (what < 6 || all.length < 6) {
        const names = Array.from({ length: 1 + random(4) }, () => pick(Object.keys(values)));
        const given = () => cells(Object.fromEntries(names.map((name) => [name, pick(values[name]!)])));
        const { changeId } = await write(
          some.map(({ id, revision }) => ({ id, revision, cells: given() })),
          "paste",
        );
        if (changeId !== "") done.push(changeId);
      } else if (what < 8) done.push((await make({ matter: pick(values["matter"]!) })).changeId);
      else {
        const rows = some.map(({ id, revision }) => ({ id, revision }));
        done.push(
          (await desk.engine.ask("ledger.remove-rows", { ledgerId: desk.ledger.id, rows, reason: "试" })).changeId,
        );
      }
    }
    const middle = plain(await desk.rows());
    expect(middle).not.toEqual(first);
    const back: string[] = [];
    for (const changeId of done.toReversed()) back.push((await revert(changeId)).changeId);
    // Rows made later stand no more; everything else is as it was, lateness apart, which stays once it is seen.
    const unmarked = (rows: readonly Omit<LedgerRow, "revision">[]) => rows.map(({ isLate: _, ...row }) => row);
    expect(unmarked(plain(await desk.rows()))).toEqual(unmarked(first));
    for (const changeId of back.toReversed()) await revert(changeId);
    expect(unmarked(plain(await desk.rows()))).toEqual(unmarked(middle));
    await lookBehind(desk, (store) => {
      const kept = keptIndex(store, desk.ledger);
      expect(kept.length).toBeGreaterThan(100);
      expect(kept).toEqual(indexOfRows(store, desk.ledger));
    });
  }, 120_000);
});
