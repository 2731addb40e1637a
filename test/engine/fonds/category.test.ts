import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { shippedTemplate } from "#contract/code-template";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { fileYear } from "#test/support/sample";
import { matterOf, paperItem } from "./fonds-desk.ts";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());
const narrow = "{fonds}-{category}·{year}·{retention}·{matter}-{item:3}";
const setTemplate = (code: string, codeTemplate: string) =>
  archive.engine.ask("category.revise", { code, codeTemplate });

describe("the 档号 template of a 门类", () => {
  it("numbers what comes, and what was numbered keeps its own", async () => {
    const { id: matterId } = await matterOf(archive, "ZZ");
    await paperItem(archive, { matterId });
    await fileYear(archive);
    await expect(setTemplate("WS", narrow)).rejects.toMatchObject({
      code: "category-year-open",
      details: { year: 2024 },
    });
    const { planDigest } = await archive.engine.ask("filing.preview", { fondsId: archive.fondsId, year: 2024 });
    expect(planDigest).not.toBe("");
    expect(await setTemplate("SW", narrow)).toMatchObject({ code: "SW", codeTemplate: narrow });
    await paperItem(archive, { category: "SW", title: "锦旗", matterId: null });
    const scope = { fondsId: archive.fondsId, category: "SW", year: 2024 };
    const plan = await archive.engine.ask("filing.preview", scope);
    expect(plan.units[0]?.items[0]?.archivalCode).toBe("C001-SW·2024·Y-001");
    const { rows } = await archive.engine.ask("item.list", { filter: { state: "filed" } });
    expect(rows[0]?.archivalCode).toBe("C001-WS·2024-Y-ZZ-0001");
  });

  it("is refused when it is none, or would give one 档号 twice", async () => {
    for (const template of ["{fonds}{item}", "{fonds}-{category}-{item:4}", shippedTemplate("DA/T 22-2015", "volume")])
      await expect(setTemplate("WS", template), template).rejects.toMatchObject({
        code: "archival-code-template-invalid",
      });
    await expect(setTemplate("KU", narrow)).rejects.toMatchObject({ code: "archival-code-template-invalid" });
    await expect(setTemplate("QQ", "")).rejects.toMatchObject({ code: "category-not-found" });
  });

  it("goes back to the shipped one, by a blank or by undo", async () => {
    await setTemplate("WS", narrow);
    expect(await setTemplate("WS", "")).toMatchObject({ codeTemplate: "" });
    const next = await archive.engine.ask("undo.next", {});
    await archive.engine.ask("undo.apply", { sequence: next!.sequence });
    const categories = await archive.engine.ask("category.list", {});
    expect(categories.find((category) => category.code === "WS")?.codeTemplate).toBe(narrow);
  });
});
