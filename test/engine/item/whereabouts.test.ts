import { afterAll, beforeAll, expect, it } from "vitest";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

it("says in which box and on which shelf an item lies, once it does", async () => {
  const { id } = await anItem(archive);
  const read = () => archive.engine.ask("item.whereabouts", { id });
  expect(await read()).toEqual({ boxNumber: null, shelf: "", formerCodes: [] });
  await fileYear(archive);
  const scope = { fondsId: archive.fondsId, year: 2024 };
  const { planDigest } = await archive.engine.ask("box.plan", scope);
  await archive.engine.ask("box.commit", { ...scope, planDigest });
  expect(await read()).toEqual({ boxNumber: 1, shelf: "盒 1", formerCodes: [] });
  await expect(archive.engine.ask("item.whereabouts", { id: "none" as never })).rejects.toMatchObject({
    code: "item-not-found",
  });
});

it("completes a beginning from what was entered, whatever letters it has", async () => {
  await anItem(archive, { creator: "100%社区_甲" });
  const ask = (beginning: string) => archive.engine.ask("item.suggest", { field: "creator", beginning });
  expect(await ask("100%")).toEqual(["100%社区_甲"]);
  expect(await ask("10_")).toEqual([]);
  expect(await ask("")).toContain("100%社区_甲");
});
