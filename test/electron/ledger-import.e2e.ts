// 导入台账 and 台账打印 in the window: an old ledger questioned, answered, taken in once; its month printed in three clicks at most.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { ledgerColumn, type LedgerColumn } from "#contract/ledger-column";
import type { z } from "zod";
import { ledgerCode } from "#contract/ledger";
import { archivalDate } from "#contract/archival-date";
import { assessmentQuestion } from "#contract/impact-assessment";
import { sayAction } from "#text/actions";
import { frameText } from "#text/frame";
import { ledgerImportText } from "#text/ledger-import";
import { ledgerImportFindingText } from "#text/ledger-import-finding";
import { ledgerPrintText } from "#text/ledger-print";
import { tableImport } from "#text/table-import";
import { legacyLedger, legacyRow, rightId } from "#test/fixtures/legacy-ledger";
import { chooseNext, goTo, saveNext, takePictures } from "./hand.ts";
import { newHome, openDesk, removeHome, type Desk } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

const column = (given: z.input<typeof ledgerColumn>): LedgerColumn => ledgerColumn.parse(given);

/** 困难帮扶 as an office designs it, assessed and open. */
async function openLedger(desk: Desk): Promise<void> {
  const [fonds] = await desk.ask("fonds.list", {});
  if (!fonds) throw new Error("an archive has a fonds");
  const made = await desk.ask("ledger.make", {
    ...{ fondsId: fonds.id, origin: "own" },
    template: {
      ...{ code: ledgerCode.parse("aid"), name: "困难帮扶", purpose: "办理困难帮扶", basis: "duty" },
      basisWords: "《社会救助暂行办法》",
      columns: [
        column({ key: "happenedOn", heading: "发生日期", kind: "date", part: "occurred", isRequired: true }),
        column({
          ...{ key: "kind", heading: "类别", kind: "choice", part: "kind", isRequired: true },
          rules: { choices: ["走访", "临时救助"] },
        }),
        column({ key: "name", heading: "姓名", kind: "person", personal: "personal" }),
        column({
          key: "idNumber",
          heading: "身份证号",
          kind: "text",
          personal: "sensitive",
          rules: { format: "idNumber" },
        }),
        column({ key: "phone", heading: "电话", kind: "text", personal: "personal", rules: { format: "phone" } }),
        column({ key: "address", heading: "住址", kind: "address", personal: "personal" }),
        column({ key: "matter", heading: "事项", kind: "text" }),
        column({ key: "amount", heading: "金额", kind: "money" }),
        column({ key: "note", heading: "备注", kind: "longText" }),
      ],
    },
  });
  await desk.ask("impact-assessment.keep", {
    ...{ ledgerId: made.id, assessedOn: archivalDate.parse("2024-01-05"), assessorPost: "档案员" },
    conclusion: "may-open",
    answers: Object.fromEntries(assessmentQuestion.options.map((each) => [each, "已核对，符合要求"])) as never,
  });
  const { revision } = await desk.ask("ledger.read", { id: made.id });
  await desk.ask("ledger.open", { id: made.id, revision });
}

test("an old ledger comes in once, and its month is printed", async () => {
  const desk = await openDesk(newHome());
  await startArchive(desk);
  const { page, home } = desk;
  await openLedger(desk);
  await page.reload();
  await goTo(desk, frameText.pages.tableImport);
  await page.getByRole("tab", { name: tableImport.tabs.ledger }).click();
  await expect(page.getByText(ledgerImportText.emptyTitle)).toBeVisible();
  await takePictures(desk, "ledger-import-empty");

  const table = join(home, "困难帮扶2023.xlsx");
  const rows = Array.from({ length: 40 }, (_, at) =>
    legacyRow(at + 1, {
      2: at % 5 === 0 ? 510105200801194800 : at === 1 ? rightId : null,
      3: at % 3 === 0 ? "+86 13946654725" : `1380000${1000 + at}`,
      8: "回族",
    }),
  );
  writeFileSync(table, legacyLedger(rows));
  await chooseNext(desk, [table]);
  await page.getByRole("button", { name: ledgerImportText.choose }).click();
  await expect(page.getByRole("status").filter({ hasText: tableImport.counts(40, 43) })).toBeVisible();
  const findings = page.getByRole("listbox", { name: tableImport.findings });
  await findings.getByRole("option", { name: ledgerImportFindingText["id-digits-lost"] }).click();
  await takePictures(desk, "ledger-import-findings");
  await expect(page.locator("body")).not.toContainText("5101052008");
  await expect(page.locator("body")).not.toContainText("回族");

  // The clerk's word for a column the table lacks.
  await page.getByRole("combobox", { name: `类别 ${ledgerImportText.blankWord}` }).click();
  await page.locator(".ant-select-item-option", { hasText: "走访" }).last().click();
  await expect(page.getByRole("listbox", { name: ledgerImportText.shownRows })).toContainText("2023-03-14");
  await page.getByRole("button", { name: ledgerImportText.commit(40) }).click();
  await page.getByRole("button", { name: tableImport.confirmVerb, exact: true }).click();
  await expect.poll(async () => (await desk.ask("ledger.imports", {})).length).toBe(1);

  // The way back is offered, and the sheet's own key takes it: all rows go, and the table may come in again.
  const offer = page.getByRole("status").filter({ hasText: ledgerImportText.committed(40) });
  await expect(offer.getByRole("button", { name: frameText.undo })).toBeVisible();
  await expect(page.locator(".cell-editor")).toBeFocused();
  await takePictures(desk, "ledger-import-done");
  await page.keyboard.press("Control+z");
  await expect(page.getByText(frameText.undone(sayAction("ledger.import")))).toBeVisible();
  await takePictures(desk, "ledger-import-undone");
  expect((await desk.ask("ledger.imports", {}))[0]?.isWithdrawn).toBe(true);
  await goTo(desk, frameText.pages.tableImport);
  await page.getByRole("tab", { name: tableImport.tabs.ledger }).click();
  await page.getByRole("button", { name: ledgerImportText.choose }).click();
  await page.getByRole("button", { name: ledgerImportText.commit(40) }).click();
  await page.getByRole("button", { name: tableImport.confirmVerb, exact: true }).click();
  await expect.poll(async () => (await desk.ask("ledger.imports", {})).length).toBe(2);
  // What was said of the undoing is old now.
  await expect(page.locator(".done-bar")).toHaveText([new RegExp(ledgerImportText.committed(40))]);

  // The same table again changes nothing.
  await goTo(desk, frameText.pages.tableImport);
  await page.getByRole("tab", { name: tableImport.tabs.ledger }).click();
  await expect(page.getByRole("region", { name: ledgerImportText.history })).toContainText("困难帮扶2023.xlsx");
  await page.getByRole("button", { name: ledgerImportText.choose }).click();
  await expect(page.getByText(tableImport.known(40))).toBeVisible();
  await expect(page.getByRole("button", { name: ledgerImportText.commit(0) })).toBeDisabled();

  // Read otherwise, every row would be a second one: that is said before it is written.
  const telling = page.locator(".import-before");
  await expect(telling).toBeHidden();
  await page.getByRole("combobox", { name: /联系电话/ }).click();
  await page.locator(".ant-select-item-option", { hasText: ledgerImportText.notImported }).last().click();
  await expect(telling).toContainText("已导入过本台账（40 行）");
  await page.getByRole("button", { name: ledgerImportText.commit(40) }).click();
  await expect(page.getByRole("dialog")).toContainText("会多出重复的行");
  await takePictures(desk, "ledger-import-before");
  await page.getByRole("button", { name: tableImport.cancel, exact: true }).click();

  await goTo(desk, frameText.pages.ledgerPrint);
  await expect(page.getByText(/ 页，40 行$/)).toBeVisible();
  await expect(page.locator("canvas").first()).toBeVisible();
  await takePictures(desk, "ledger-print");
  const to = join(home, "困难帮扶.xlsx");
  await saveNext(desk, to);
  await page.getByRole("button", { name: ledgerPrintText.saveXlsx }).click();
  await expect.poll(() => existsSync(to)).toBe(true);

  // The whole of it is taken back, and may come in again.
  await goTo(desk, frameText.pages.tableImport);
  await page.getByRole("tab", { name: tableImport.tabs.ledger }).click();
  const history = page.getByRole("region", { name: ledgerImportText.history });
  await history.getByRole("button", { name: tableImport.withdraw }).click();
  await page.getByRole("dialog").getByRole("button", { name: tableImport.withdraw, exact: true }).click();
  await expect(history.getByText(tableImport.withdrawn)).toBeVisible();
  await takePictures(desk, "ledger-import-withdrawn");
  await desk.close();
  removeHome(home);
});
