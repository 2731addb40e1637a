// 台账设计 in the window: a template becomes a ledger, is assessed, opened; one is designed from nothing; a pack is looked at.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { assessmentQuestion } from "#contract/impact-assessment";
import { type ColumnKind, columnKindLabel } from "#contract/ledger-column";
import { sayAction } from "#text/actions";
import { frameText } from "#text/frame";
import { ledgerDesignText } from "#text/ledger-design";
import { chooseNext, goTo, takePictures } from "./hand.ts";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

const { columns: columnWords, maker, assessment, basis, pack, tabs, steps } = ledgerDesignText;

test("a ledger is made of a template, assessed and opened; another is designed column by column", async () => {
  const desk = await openDesk(newHome());
  await startArchive(desk);
  const { page } = desk;
  await page.reload();
  await goTo(desk, frameText.pages.ledgerDesign);
  await expect(page.getByText(ledgerDesignText.emptyTitle)).toBeVisible();
  await takePictures(desk, "ledger-design-empty");

  await page.getByRole("button", { name: ledgerDesignText.make }).click();
  await page.getByRole("button", { name: "困难帮扶" }).click();
  await takePictures(desk, "ledger-design-make");
  await page.getByRole("button", { name: maker.verb, exact: true }).click();
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: "困难帮扶" })).toBeVisible();
  const open = main.getByRole("button", { name: ledgerDesignText.open, exact: true });
  await expect(open).toBeDisabled();
  await expect(main.getByText(steps.before, { exact: false })).toBeVisible();
  await takePictures(desk, "ledger-design-basis");

  await main.getByText(`${tabs.assessment} · ${ledgerDesignText.missing}`).click();
  await main.getByRole("button", { name: assessment.add }).click();
  await main.getByRole("textbox", { name: assessment.assessedOn }).fill("20260105");
  await main.getByRole("textbox", { name: assessment.post }).fill("档案员");
  for (const question of assessmentQuestion.options)
    await main.locator(`#assessment-${question}`).fill("已逐项核对，符合要求。");
  await takePictures(desk, "ledger-design-assessing");
  await main.getByText("可以启用", { exact: true }).click();
  await main.getByRole("button", { name: assessment.save }).click();
  await expect(main.getByText(assessment.covered)).toBeVisible();
  await main.getByRole("button", { name: assessment.show }).click();
  await takePictures(desk, "ledger-design-assessed");
  await open.click();
  await expect(main.getByRole("button", { name: ledgerDesignText.close, exact: true })).toBeVisible();

  await main.getByText(tabs.columns, { exact: true }).click();
  const list = main.getByRole("listbox", { name: columnWords.list });
  await expect(list.getByRole("option")).toHaveCount(19);
  await takePictures(desk, "ledger-design-columns");
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(list.getByRole("option").first()).toContainText("帮扶对象");
  await page.keyboard.press("Control+s");
  await expect(page.getByText(ledgerDesignText.saved("困难帮扶")).first()).toBeVisible();
  expect(
    (await desk.ask("ledger.list", { fondsId: (await desk.ask("fonds.list", {}))[0]!.id }))[0]?.columns[0]?.heading,
  ).toBe("帮扶对象");
  // Its way back is on the bar and under the bar's key.
  await list.focus();
  await takePictures(desk, "ledger-design-saved");
  await page.keyboard.press("Control+z");
  await expect(page.getByText(frameText.undone(sayAction("ledger.design")))).toBeVisible();
  await expect(list.getByRole("option").first()).not.toContainText("帮扶对象");
  await takePictures(desk, "ledger-design-undone");

  // From nothing: name, purpose and basis first, then columns.
  await page.getByRole("button", { name: ledgerDesignText.make }).click();
  await page.getByRole("button", { name: maker.blank }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: maker.verb, exact: true })).toBeDisabled();
  await dialog.getByRole("textbox", { name: basis.name }).fill("楼道灯报修");
  await dialog.getByRole("textbox", { name: basis.purpose }).fill("登记公共照明报修，便于及时修复和核对费用。");
  await dialog.getByRole("button", { name: maker.verb, exact: true }).click();
  await main.getByText(tabs.columns, { exact: true }).click();
  await main.getByRole("button", { name: columnWords.add }).click();
  const heading = main.getByRole("textbox", { name: columnWords.heading });
  const beOfKind = async (kind: ColumnKind): Promise<void> => {
    await main.getByRole("combobox", { name: columnWords.kind }).fill(columnKindLabel[kind]);
    await page.keyboard.press("Enter");
  };
  await heading.fill("残疾类别");
  await expect(main.getByText(columnWords.sensitiveNote)).toBeVisible();
  await heading.fill("民族");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("第 2 列的列名", { exact: false }).first()).toBeVisible();
  await takePictures(desk, "ledger-design-refused");
  await heading.fill("单价");
  await beOfKind("money");
  await main.getByRole("button", { name: columnWords.add }).click();
  await heading.fill("数量");
  await beOfKind("number");
  await main.getByRole("button", { name: columnWords.add }).click();
  await heading.fill("合计");
  await beOfKind("formula");
  await main.getByRole("textbox", { name: columnWords.formula }).fill("「单价」*「数量」");
  await page.keyboard.press("Control+s");
  await expect(page.getByText(ledgerDesignText.saved("楼道灯报修")).first()).toBeVisible();
  await expect(main.getByRole("textbox", { name: columnWords.formula })).toHaveValue("「单价」*「数量」");
  await takePictures(desk, "ledger-design-formula");
  await main.getByRole("button", { name: ledgerDesignText.open, exact: true }).click();
  await expect(main.getByRole("button", { name: ledgerDesignText.close, exact: true })).toBeVisible();

  const path = join(desk.home, "市级模板包.json");
  const column = { key: "happenedOn", heading: "日期", kind: "date", part: "occurred" };
  await writeFile(
    path,
    JSON.stringify({
      name: "市级台账模板",
      templates: [
        {
          code: "patrol",
          name: "夜间巡查",
          purpose: "登记夜间巡查",
          basis: "none",
          basisWords: "",
          columns: [column, { key: "x", heading: "重点人员", kind: "text" }],
        },
        {
          code: "assistance",
          name: "困难帮扶",
          purpose: "帮扶",
          basis: "duty",
          basisWords: "《社会救助暂行办法》",
          columns: [column],
        },
        {
          ...{ code: "quarter", name: "季度巡查", purpose: "登记季度巡查", basis: "none", basisWords: "" },
          ...{ lateDays: 90, columns: [column] },
        },
      ],
    }),
  );
  await chooseNext(desk, [path]);
  await page.getByRole("button", { name: ledgerDesignText.readPack }).click();
  await expect(dialog.getByText(pack.droppedColumn(1, 2, "refused"))).toBeVisible();
  await expect(dialog.getByText("重点人员")).toHaveCount(0);
  await expect(
    dialog.getByText(pack.droppedTemplate({ template: 3, column: 0, why: "late-days", name: "季度巡查" })),
  ).toBeVisible();
  await takePictures(desk, "ledger-design-pack");
  await dialog.getByRole("button", { name: pack.take, exact: true }).first().click();
  await expect(dialog.getByRole("button", { name: pack.taken })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(main.getByRole("heading", { name: "夜间巡查" })).toBeVisible();
  await desk.close();
  removeHome(desk.home);
});
