// Every shipped template is made, assessed where it asks for what is sensitive, opened, and takes a row of the work it is for.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import type { LedgerRow } from "#contract/ledger-row";
import { wholeDay } from "#contract/whole-day";
import { shippedTemplates } from "#engine/ledger/shipped-templates";
import { templateRows } from "#test/fixtures/template-rows";
import { ledgerDesk, type LedgerDesk } from "#test/support/ledger-desk";

const { templates } = shippedTemplates();
let desk: LedgerDesk;
beforeAll(async () => void (desk = await ledgerDesk()));
afterAll(() => desk.remove());

/** The template as it is shipped, made a ledger and opened. */
async function opened(code: string): Promise<Ledger> {
  const found = templates.find((each) => each.code === code);
  if (!found) throw new Error(`no template ${code}`);
  const { scheduleRow: _, note: __, ...template } = found;
  const made = await desk.engine.ask("ledger.make", { fondsId: desk.fondsId, origin: "shipped", template });
  if (made.columns.some(({ personal }) => personal === "sensitive")) await desk.assess(made);
  return desk.open(await desk.engine.ask("ledger.read", { id: made.id }));
}

const cellsByHeading = (ledger: Ledger, code: string): Record<ColumnKey, string> =>
  Object.fromEntries(
    Object.entries(templateRows[code] ?? {}).map(([heading, value]) => {
      const column = ledger.columns.find((each) => each.heading === heading);
      if (!column) throw new Error(`${code} has no column ${heading}`);
      return [column.key, value];
    }),
  );
/** Where consent is the basis the resident is picked, and has consented. */
async function pickedIn(ledger: Ledger, cells: Readonly<Record<string, string>>): Promise<Record<ColumnKey, string>> {
  const person = ledger.columns.find(({ kind }) => kind === "person");
  if (ledger.basis !== "consent" || !person) return {};
  const { id } = await desk.engine.ask("resident.add", { name: cells[person.key] ?? "" });
  const givenOn = wholeDay.parse("2024-01-05");
  await desk.engine.ask("consent.give", { residentId: id, ledgerId: ledger.id, scope: "ordinary", givenOn });
  return { [person.key]: id };
}
const byHeading = (ledger: Ledger, { cells }: LedgerRow): Record<string, string | undefined> =>
  Object.fromEntries(ledger.columns.map(({ key, heading }) => [heading, cells[key]]));

/** What the row says afterwards where it is reckoned, sealed or written otherwise than it was typed. */
const becomes: Record<string, Record<string, string>> = {
  assistance: { 帮扶金额: "1200.00", 下次回访: "2099-01-01" },
  petition: { 办理天数: "10" },
  mediation: { 协议金额: "800.00", 受理日期: "2024-03-05" },
  publicity: { 宣传月活动: "是" },
  training: { 费用: "12000.00", 课时: "12.5" },
  activity: { 日期: "2024-03" },
  "service-point": { 设立日期: "2023", 公开电话: "0871-63312345" },
  funding: { 凭证号: "0012", 预算余额: "765.50" },
  inspection: { "整改用时（天）": "3" },
  survey: { 合计: "90", "满意率（%）": "88.9", 合计与回收相符: "相符" },
  "contract-service": { 统一社会信用代码: "52530100MJ00000X1Q", 未付金额: "30000.00" },
  "resident-service": { 需要的服务: "子女就学、语言翻译、养老服务" },
};

describe("a shipped template takes the row it is for", () => {
  it("there is one row for each of them", () => {
    expect(Object.keys(templateRows).toSorted()).toEqual(templates.map(({ code }): string => code).toSorted());
  });

  it.each(templates.map(({ code, name }) => [code as string, name] as const))("%s (%s)", async (code) => {
    const ledger = await opened(code);
    const cells = cellsByHeading(ledger, code);
    const rows = [{ cells, links: await pickedIn(ledger, cells) }];
    const { findings, rows: written } = await desk.engine.ask("ledger.write-rows", {
      ...{ ledgerId: ledger.id, kind: "paste", rows },
    });
    expect(findings).toEqual([]);
    expect(byHeading(ledger, written[0]!)).toMatchObject(becomes[code] ?? {});
    const sensitive = ledger.columns.filter(({ personal }) => personal === "sensitive").map(({ key }) => key);
    expect(written[0]?.masked.toSorted()).toEqual(sensitive.toSorted());
  });

  it("and says of nobody, by a default, that consent was given or a check was made", () => {
    const said = templates.flatMap(({ columns }) =>
      columns.filter(({ kind, rules }) => kind === "yesNo" && rules.initial === "是"),
    );
    expect(said.map(({ heading }) => heading)).toEqual([]);
  });
});
