// What window tests of 台账 need: an open ledger, a full clipboard, and patience until rows are kept.
import { expect, type Page } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import { assessmentQuestion } from "#contract/impact-assessment";
import { columnKey, ledgerColumn } from "#contract/ledger-column";
import { type Ledger, ledgerCode, type LedgerId } from "#contract/ledger";
import type { Desk } from "./launch.ts";

const columns = [
  { key: "happenedOn", heading: "发生日期", kind: "date", part: "occurred", isRequired: true },
  { key: "kind", heading: "类别", kind: "choice", part: "kind", rules: { choices: ["就业", "就学", "就医"] } },
  { key: "name", heading: "姓名", kind: "text", personal: "personal" },
  { key: "phone", heading: "电话", kind: "text", personal: "personal", rules: { format: "phone" } },
  { key: "idNumber", heading: "身份证号", kind: "text", personal: "sensitive", rules: { format: "idNumber" } },
  { key: "amount", heading: "金额", kind: "money" },
  { key: "matter", heading: "事项", kind: "text", rules: { width: 200 } },
  { key: "needs", heading: "需求", kind: "tags", rules: { choices: ["助残", "助老", "助学"], isOpenChoice: true } },
  { key: "isDone", heading: "办结", kind: "yesNo" },
  { key: "note", heading: "备注", kind: "longText" },
] as const;

/** Makes, assesses and opens a ledger through the wire. */
export async function openLedger(desk: Desk, code: string, name: string): Promise<Ledger> {
  const [fonds] = await desk.ask("fonds.list", {});
  if (!fonds) throw new Error("an archive has a 全宗");
  const made = await desk.ask("ledger.make", {
    fondsId: fonds.id,
    origin: "own",
    template: {
      ...{ code: ledgerCode.parse(code), name, basis: "duty", basisWords: "《社会救助暂行办法》" },
      purpose: "登记困难家庭的帮扶办理情况，供年度归档和上级核对",
      retention: "D10",
      columns: columns.map(({ key, ...rest }) => ledgerColumn.parse({ key: columnKey.parse(key), ...rest })),
    },
  });
  await desk.ask("impact-assessment.keep", {
    ...{
      ledgerId: made.id,
      assessedOn: archivalDate.parse("2024-01-05"),
      assessorPost: "档案员",
      conclusion: "may-open",
    },
    answers: Object.fromEntries(assessmentQuestion.options.map((each) => [each, "已核对，符合要求"])) as never,
  });
  const { revision } = await desk.ask("ledger.read", { id: made.id });
  return desk.ask("ledger.open", { id: made.id, revision });
}

/** Pastes what another program put on the clipboard. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.locator(".cell-editor").evaluate((hand, given) => {
    const carried = new DataTransfer();
    carried.setData("text/plain", given);
    hand.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
  }, text);
}

/** Waits until the ledger has so many rows that stand. */
export async function waitForRows(desk: Desk, ledgerId: LedgerId, count: number): Promise<void> {
  await expect
    .poll(async () => (await desk.ask("ledger.order", { ledgerId })).seqs.length, { timeout: 20_000 })
    .toBe(count);
}
