// 台账固化 in the window: what will not be in it is told first, a period becomes an item, is filed, and its period is found.
import { expect, test } from "@playwright/test";
import type { Asked } from "#contract/contract";
import { sayPeriod } from "#contract/ledger-period";
import type { LedgerPeriod } from "#contract/ledger";
import { frameText } from "#text/frame";
import { itemCaseText } from "#text/item-case";
import { ledgerFreezeText } from "#text/ledger-freeze";
import { searchText } from "#text/search";
import { goTo, takePictures } from "./hand.ts";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { openLedger } from "./ledger-hand.ts";
import { startArchive } from "./start-archive.ts";

const period = "2024-03" as LedgerPeriod;
const entry = (cells: Readonly<Record<string, string>>): Asked<"ledger.write-rows">["rows"][number] => ({
  cells: cells as never,
});

test("a month of a ledger is frozen, filed and found", async () => {
  const desk = await openDesk(newHome());
  await startArchive(desk);
  const { page } = desk;
  await page.reload();
  await goTo(desk, frameText.pages.ledgerFreeze);
  await expect(page.getByText(ledgerFreezeText.emptyTitle)).toBeVisible();
  const ledger = await openLedger(desk, "visit", "走访慰问");
  await desk.ask("ledger.write-rows", {
    ...{ ledgerId: ledger.id, kind: "paste" },
    rows: [
      entry({
        happenedOn: "2024-03-05",
        kind: "就业",
        name: "欧阳秀珍",
        phone: "13987654321",
        matter: "上门慰问",
        amount: "500",
      }),
      entry({ happenedOn: "2024-03-12", kind: "就医", name: "李建国", matter: "送医陪诊", note: "陪同欧阳秀珍就诊" }),
      entry({ happenedOn: "2024-03-20", kind: "就学", matter: "开学走访", needs: "助学" }),
      entry({ happenedOn: "2024-02", kind: "就业", matter: "岗位推荐" }),
      entry({ happenedOn: "2024", kind: "就业", matter: "只记得年份" }),
    ],
  });

  const preview = page.getByRole("region", { name: sayPeriod(period) });
  await expect(preview.getByText(ledgerFreezeText.neverFrozen)).toBeVisible();
  await expect(preview.getByText(ledgerFreezeText.counts(3, 3, 0))).toBeVisible();
  await expect(preview.getByText("姓名（个人信息）", { exact: false })).toBeVisible();
  await expect(preview.getByText("「备注」", { exact: false })).toBeVisible();
  await expect(preview.getByText("欧阳秀珍", { exact: false })).toHaveCount(0);
  await expect(page.getByText(ledgerFreezeText.undated(1))).toBeVisible();
  await takePictures(desk, "ledger-freeze-preview");

  await page.getByRole("main").getByRole("button", { name: ledgerFreezeText.freeze, exact: true }).click();
  const frozen = page.getByRole("region", { name: ledgerFreezeText.frozen });
  await expect(frozen.getByText("2024年3月走访慰问台账（去标识）", { exact: false }).first()).toBeVisible({
    timeout: 120_000,
  });
  await expect(preview.getByText(ledgerFreezeText.unchanged)).toBeVisible();
  await frozen.getByRole("button", { name: ledgerFreezeText.check }).click();
  await expect(frozen.getByText(ledgerFreezeText.same(3))).toBeVisible();
  await takePictures(desk, "ledger-freeze-done");

  await frozen.getByRole("button", { name: ledgerFreezeText.openItem }).click();
  await expect(page.getByText("2024年3月走访慰问台账（去标识）").first()).toBeVisible();
  const { seqs } = await desk.ask("ledger.order", { ledgerId: ledger.id });
  const [first] = await desk.ask("ledger.rows", { ledgerId: ledger.id, seqs: seqs.slice(0, 1) });
  const [madeItem] = (await desk.ask("item.list", {})).rows;
  await desk.ask("ledger.attach", { rowId: first!.id, itemIds: [madeItem!.id] });
  const proven = page.getByRole("region", { name: itemCaseText.provenRows });
  await expect(proven.getByText(itemCaseText.provenRow("走访慰问", sayPeriod(period), first!.seq))).toBeVisible();
  await takePictures(desk, "ledger-freeze-item");
  const [fonds] = await desk.ask("fonds.list", {});
  const matters = await desk.ask("matter.list", {});
  const { rows } = await desk.ask("item.list", {});
  await desk.ask("item.describe", {
    ...{ id: rows[0]!.id, revision: rows[0]!.revision },
    fields: { matterId: matters.find(({ category, code }) => category === "WS" && code === "ZZ")!.id },
  });
  const scope = { fondsId: fonds!.id, year: 2024 };
  const { planDigest } = await desk.ask("filing.preview", scope);
  expect((await desk.ask("filing.commit", { ...scope, planDigest })).filedCount).toBe(1);

  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: searchText.title }).fill("走访 3月");
  await page.keyboard.press("Control+Enter");
  const hit = page.getByRole("option").filter({ hasText: searchText.page.period("走访慰问", sayPeriod(period)) });
  await expect(hit).toHaveCount(1);
  await expect(hit).toContainText("3 行");
  await hit.click();
  await takePictures(desk, "ledger-period-found");
  await page.getByRole("button", { name: searchText.page.openLedger }).click();
  await expect(page.getByRole("grid", { name: "走访慰问" })).toBeVisible();
  await desk.close();
  removeHome(desk.home);
});
