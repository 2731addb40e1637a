// Opening and closing a ledger: what is refused first (personal-data P1), and what is kept of assessments and of the list.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { ledgerCode, ledgerId } from "#contract/ledger";
import { designOf } from "#engine/ledger/design-ledger";
import { column } from "#test/support/ledger-archive";
import { lookBehind } from "#test/support/ledger-store";
import { goodAnswers, ledgerDesk, type LedgerDesk, sampleColumns } from "#test/support/ledger-desk";

let desk: LedgerDesk;
beforeAll(async () => void (desk = await ledgerDesk()));
afterAll(() => desk.remove());

const { date, matter, idNumber } = sampleColumns;
const code = (refusal: string) => expect.objectContaining({ code: refusal }) as unknown;

describe("a ledger is not opened", () => {
  it("before its purpose and its basis are said", async () => {
    await expect(desk.make([date, matter], { purpose: "" }).then((each) => desk.open(each))).rejects.toEqual(
      code("ledger-basis-missing"),
    );
    await expect(desk.make([date, matter], { purpose: "  " }).then((each) => desk.open(each))).rejects.toEqual(
      code("ledger-basis-missing"),
    );
    await expect(desk.make([date, matter], { basisWords: "" }).then((each) => desk.open(each))).rejects.toEqual(
      code("ledger-basis-missing"),
    );
  });

  it("as one without personal data when a column is personal", async () => {
    const name = column({ key: "name", heading: "姓名", kind: "text", personal: "personal" });
    await expect(desk.make([date, name], { basis: "none" }).then((each) => desk.open(each))).rejects.toEqual(
      code("ledger-basis-missing"),
    );
  });

  it("with a sensitive column before its assessment, nor after one that says no", async () => {
    const ledger = await desk.make([date, idNumber]);
    expect(await desk.engine.ask("ledger.unassessed", { id: ledger.id })).toEqual(["idNumber"]);
    await expect(desk.open(ledger)).rejects.toEqual(code("ledger-not-assessed"));
    await desk.assess(ledger, { conclusion: "may-not-open" });
    await expect(desk.open(ledger)).rejects.toEqual(code("ledger-not-assessed"));
    await desk.assess(ledger);
    expect(await desk.open(ledger)).toMatchObject({ state: "open" });
  });

  it("with an assessment made for another column, or for the column under another heading", async () => {
    const ledger = await desk.make([date, idNumber]);
    await desk.assess(ledger);
    const account = column({
      key: "account",
      heading: "银行账号",
      kind: "text",
      personal: "sensitive",
      rules: { format: "account" },
    });
    const more = await desk.design(ledger, { columns: [date, idNumber, account] });
    await expect(desk.open(more)).rejects.toEqual(code("ledger-not-assessed"));
    const renamed = await desk.design(more, { columns: [date, { ...idNumber, heading: "残疾证号" }] });
    await expect(desk.open(renamed)).rejects.toEqual(code("ledger-not-assessed"));
    const back = await desk.design(renamed, { columns: [date, idNumber] });
    expect(await desk.open(back)).toMatchObject({ state: "open" });
  });

  it("by somebody who saw an older design", async () => {
    const ledger = await desk.make([date, matter]);
    await desk.design(ledger, { name: "改过的登记" });
    await expect(desk.open(ledger)).rejects.toEqual(code("ledger-changed"));
    await expect(desk.design(ledger, {})).rejects.toEqual(code("ledger-changed"));
    await expect(desk.engine.ask("ledger.open", { id: ledgerId.parse("nobody"), revision: 1 })).rejects.toEqual(
      code("ledger-not-found"),
    );
  });
});

describe("an open ledger", () => {
  it("keeps its purpose and basis", async () => {
    const ledger = await desk.open(await desk.make([date, matter]));
    await expect(desk.design(ledger, { purpose: "" })).rejects.toEqual(code("ledger-basis-missing"));
    await expect(desk.design(ledger, { basisWords: "" })).rejects.toEqual(code("ledger-basis-missing"));
  });

  it("takes no value of a new sensitive column before a new assessment, and others meanwhile", async () => {
    const ledger = await desk.open(await desk.make([date, matter]));
    const more = await desk.design(ledger, { columns: [date, matter, idNumber] });
    expect(more.state).toBe("open");
    await expect(desk.write(more, { happenedOn: "2024-03-05", idNumber: "11010519491231002X" })).rejects.toMatchObject({
      code: "ledger-cell-refused",
      details: { column: "身份证号码", problem: expect.stringContaining("影响评估") as string },
    });
    await desk.write(more, { happenedOn: "2024-03-05", matter: "修灯" });
    await desk.assess(more);
    const { rows } = await desk.write(more, { happenedOn: "2024-03-06", idNumber: "11010519491231002X" });
    expect(rows[0]).toMatchObject({ masked: ["idNumber"] });
    expect(JSON.stringify(rows)).not.toContain("11010519491231002X");
  });

  it("closes, opens again, and is a draft again when nothing was ever written", async () => {
    const unused = await desk.open(await desk.make([date, matter]));
    expect(await desk.close(unused)).toMatchObject({ state: "draft", openedAt: "" });
    const used = await desk.open(await desk.make([date, matter]));
    await desk.write(used, { happenedOn: "2024-03-05" });
    const closed = await desk.close(used);
    expect(closed).toMatchObject({ state: "closed", openedAt: used.openedAt });
    await expect(desk.write(closed, { happenedOn: "2024-03-06" })).rejects.toEqual(code("ledger-not-open"));
    expect(await desk.open(closed)).toMatchObject({ state: "open", openedAt: used.openedAt });
  });
});

describe("an impact assessment", () => {
  it("is refused for a ledger without sensitive columns, for tomorrow, with a question unanswered", async () => {
    await expect(desk.make([date, matter]).then((each) => desk.assess(each))).rejects.toEqual(
      code("ledger-nothing-sensitive"),
    );
    const ledger = await desk.make([date, idNumber]);
    await expect(desk.assess(ledger, { assessedOn: archivalDate.parse("2999-01-01") })).rejects.toEqual(
      code("date-in-future"),
    );
    const { risk: _, ...rest } = goodAnswers;
    await expect(desk.assess(ledger, { answers: rest as never })).rejects.toEqual(code("input-invalid"));
    await expect(desk.assess(ledger, { answers: { ...rest, risk: " " } as never })).rejects.toEqual(
      code("input-invalid"),
    );
  });

  it("keeps the day it was made and the moment it was entered apart, and what it was made for", async () => {
    const ledger = await desk.make([date, idNumber]);
    const kept = await desk.assess(ledger);
    expect(kept.assessedOn).toBe("2024-01-05");
    expect(kept.enteredAt > "2024-01-06").toBe(true);
    expect(kept.columns).toEqual({ idNumber: "身份证号码" });
    expect(await desk.engine.ask("impact-assessment.list", { ledgerId: ledger.id })).toEqual([kept]);
  });

  it("stays: its ledger is not removed, and no way back leads past it", async () => {
    const ledger = await desk.make([date, idNumber]);
    await desk.assess(ledger);
    await expect(desk.engine.ask("ledger.drop", { id: ledger.id, revision: ledger.revision })).rejects.toEqual(
      code("ledger-in-use"),
    );
    const before = (await desk.engine.ask("impact-assessment.list", { ledgerId: ledger.id })).length;
    await desk.undo().catch(() => undefined);
    expect(await desk.engine.ask("impact-assessment.list", { ledgerId: ledger.id })).toHaveLength(before);
  });
});

describe("the list of ledgers", () => {
  it("refuses a code twice, and knows no ledger of another 全宗", async () => {
    const ledger = await desk.make([date, matter]);
    await expect(desk.make([date, matter], { code: ledger.code })).rejects.toEqual(code("ledger-code-taken"));
    await expect(
      desk.engine.ask("ledger.reorder", { fondsId: desk.fondsId, ids: [ledgerId.parse("nobody")] }),
    ).rejects.toEqual(code("ledger-not-found"));
    await expect(
      desk.engine.ask("ledger.make", {
        fondsId: "nobody" as never,
        origin: "own",
        template: { ...designOf(ledger), code: ledgerCode.parse("x") },
      }),
    ).rejects.toEqual(code("fonds-not-found"));
  });

  it("is put in the office's order, and back", async () => {
    const before = (await desk.engine.ask("ledger.list", { fondsId: desk.fondsId })).map(({ id }) => id);
    const last = before.at(-1)!;
    const after = await desk.engine.ask("ledger.reorder", { fondsId: desk.fondsId, ids: [last] });
    expect(after.map(({ id }) => id)).toEqual([last, ...before.slice(0, -1)]);
    await desk.undo();
    expect((await desk.engine.ask("ledger.list", { fondsId: desk.fondsId })).map(({ id }) => id)).toEqual(before);
  });

  it("loses a draft made by mistake, by its own way back", async () => {
    const ledger = await desk.make([date, matter]);
    await desk.undo();
    await expect(desk.engine.ask("ledger.read", { id: ledger.id })).rejects.toEqual(code("ledger-not-found"));
    const opened = await desk.open(await desk.make([date, matter]));
    await expect(desk.engine.ask("ledger.drop", { id: opened.id, revision: opened.revision })).rejects.toEqual(
      code("ledger-in-use"),
    );
  });
});

describe("the days in which a row counts as written in time", () => {
  it("are a month at most, for a new ledger and for one that is designed anew", async () => {
    await expect(desk.make([date, matter], { lateDays: 32 })).rejects.toEqual(code("input-invalid"));
    const ledger = await desk.make([date, matter], { lateDays: 31 });
    await expect(desk.design(ledger, { lateDays: 32 })).rejects.toMatchObject({
      ...{ code: "ledger-late-days", details: { days: 32, most: 31 } },
    });
  });

  it("are read as they are where a ledger has more from before, kept, lowered, and not raised again", async () => {
    const { id } = await desk.make([date, matter]);
    await lookBehind(desk, ({ connection }) =>
      connection.raw.prepare("UPDATE ledger SET late_days = 90 WHERE id = ?").run(id),
    );
    const before = await desk.engine.ask("ledger.read", { id });
    expect(before.lateDays).toBe(90);
    const renamed = await desk.design(before, { name: "改了名" });
    expect(renamed).toMatchObject({ name: "改了名", lateDays: 90 });
    await expect(desk.design(renamed, { lateDays: 91 })).rejects.toEqual(code("ledger-late-days"));
    const lowered = await desk.design(renamed, { lateDays: 20, name: "改小了" });
    await expect(desk.design(lowered, { lateDays: 90 })).rejects.toEqual(code("ledger-late-days"));
    // What else was changed is taken back; the days go no higher than the limit.
    await desk.undo();
    expect(await desk.engine.ask("ledger.read", { id })).toMatchObject({ name: "改了名", lateDays: 31 });
  });
});
