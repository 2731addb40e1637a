// 查找: by what the clerk has in her hand, never by a piece of a number, never everybody (personal-data P4, P5).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract } from "#contract/contract";
import { residentArchive, withCheck, type ResidentArchive } from "./resident-archive.ts";

let archive: ResidentArchive;
const number = withCheck("99990119900101123");
beforeAll(async () => {
  archive = await residentArchive();
  const { engine, add } = archive;
  const home = await engine.ask("household.add", { number: "0123", address: "幸福路12号3单元", grid: "第二网格" });
  await add({ name: "单小明", bornOn: "1990-01-01" as never, idNumber: number, householdId: home.id });
  await add({ name: "王小明", phone: "13800138000" });
  await add({ name: "王敏" });
  await add({ name: "阿卜杜热合曼·买买提" });
  await add({ name: "Anna Schmidt" });
  for (let at = 0; at < 25; at++) await add({ name: `李${"甲乙丙丁戊"[at % 5]}${at < 13 ? "" : "华"}` });
});
afterAll(() => archive.remove());

const look = async (words: string): Promise<string[]> =>
  (await archive.engine.ask("resident.lookup", { words })).map((hit) => hit.name);

describe("a lookup of residents", () => {
  it.each(["", " ", "w", "1", "，", "　", "%"])("is refused for 「%s」", async (words) => {
    await expect(look(words)).rejects.toMatchObject({ code: "lookup-too-short" });
  });

  it("finds nobody by a piece of an ID number, a phone, an address or a wildcard", async () => {
    for (const words of [number.slice(0, 6), number.slice(0, 14), number.slice(0, 17), number.slice(-4), "13800138000"])
      expect(await look(words)).toEqual([]);
    for (const words of ["幸福路", "幸福路12号3单元", "012", "%%", "__", "' OR 1=1 --"])
      expect(await look(words)).toEqual([]);
  });

  it("finds a whole ID number, however its X and its width are typed", async () => {
    expect(await look(number)).toEqual(["单小明"]);
    expect(await look(` ${number.slice(0, 6)} ${number.slice(6)} `)).toEqual(["单小明"]);
    expect(await look([...number].map((each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join(""))).toEqual([
      "单小明",
    ]);
    expect(await look(withCheck("99990119900101125"))).toEqual([]);
  });

  it("finds a name by its characters, the same name first", async () => {
    expect(await look("小明")).toEqual(["单小明", "王小明"]);
    expect(await look("王")).toEqual(["王小明", "王敏"].sort());
    expect(await look("买买提")).toEqual(["阿卜杜热合曼·买买提"]);
  });

  it.each([
    ["wangxiaoming", "王小明"],
    ["wxm", "王小明"],
    ["wangxm", "王小明"],
    ["WXM", "王小明"],
    ["wang xiao ming", "王小明"],
    ["xiaoming", "王小明"],
    ["shanxm", "单小明"],
    ["danxm", "单小明"],
    ["wm", "王敏"],
    ["abdrhm", "阿卜杜热合曼·买买提"],
    ["anna", "Anna Schmidt"],
  ])("finds by pinyin %s: %s", async (typed, name) => {
    expect(await look(typed)).toContain(name);
  });

  it("finds the members of a whole 户号", async () => {
    expect(await look("0123")).toEqual(["单小明"]);
    expect(await look("0124")).toEqual([]);
  });

  it("answers twenty at most, without a number of all and without a next page", async () => {
    expect(await look("李")).toHaveLength(20);
    expect(Object.keys(contract["resident.lookup"].input.shape)).toEqual(["words"]);
  });

  it("shows what tells two persons apart and nothing sealed", async () => {
    const [hit] = await archive.engine.ask("resident.lookup", { words: number });
    expect(hit).toEqual({
      ...{ id: expect.any(String), name: "单小明", sex: "", bornOn: "1990-01-01", householdNumber: "0123" },
      ...{ address: "幸福路12号3单元", revision: 1, isRestricted: false },
    });
  });

  it("leaves no trace in the journal", async () => {
    const { total } = await archive.engine.ask("journal.list", {});
    await look("王小明");
    expect((await archive.engine.ask("journal.list", {})).total).toBe(total);
  });

  it("is the only way to residents: no procedure lists, counts or exports them", () => {
    const answers = Object.keys(contract).filter((name) => /^(?:resident|household)\./.test(name));
    expect(answers.filter((name) => /list|all|count|export|rows|history|search/.test(name))).toEqual([]);
  });
});

describe("a household", () => {
  it("is looked up by the beginning of its 户号 or words of its address, without who lives there", async () => {
    const { engine } = archive;
    await expect(engine.ask("household.lookup", { words: "0" })).rejects.toMatchObject({ code: "lookup-too-short" });
    for (const words of ["01", "幸福路12", "xfl12h", "xingfulu", "dy"]) {
      const [found, ...others] = await engine.ask("household.lookup", { words });
      expect(others).toEqual([]);
      expect(found).toMatchObject({ number: "0123", address: "幸福路12号3单元", grid: "第二网格" });
      expect(JSON.stringify(found)).not.toContain("单小明");
    }
  });

  it("is refused without 户号 and address, under a number that is taken, while somebody belongs to it", async () => {
    const { engine } = archive;
    const blank = { number: "", address: "", grid: "第二网格" };
    await expect(engine.ask("household.add", blank)).rejects.toMatchObject({ code: "household-blank" });
    await expect(engine.ask("household.add", { ...blank, number: "０１２３" })).rejects.toMatchObject({
      code: "household-number-taken",
    });
    const [home] = await engine.ask("household.lookup", { words: "0123" });
    if (!home) throw new Error("the household is there");
    await expect(engine.ask("household.take-back", { id: home.id, revision: home.revision })).rejects.toMatchObject({
      code: "household-in-use",
    });
    await expect(
      engine.ask("household.describe", { ...blank, id: home.id, revision: home.revision + 1, number: "0125" }),
    ).rejects.toMatchObject({ code: "household-changed" });
  });
});
