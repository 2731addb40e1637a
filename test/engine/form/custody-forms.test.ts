// The forms of the archive room, printed from a real archive through the one door, opened again and counted.
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { formId } from "#contract/form-adjustment";
import type { FormScope } from "#contract/form-scope";
import type { Item } from "#contract/item";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { readWithPdfjs, withoutBlanks, type SeenPage } from "#test/engine/catalogue/read-with-pdfjs";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { aPaper, filedOf } from "#test/support/paper-items";
import { anItem, fileYear } from "#test/support/sample";

const secret = "关于张三家庭申请低保的调查材料";
const room = "档案室";
const day = (text: string) => archivalDate.parse(text);
const measure = "空调调至 22 ℃，一小时后复测正常";

let archive: TestArchive;
let items: readonly Item[];
let written = 0;
const ids: Record<"check" | "batch" | "take", string> = { check: "", batch: "", take: "" };
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const itemBy = (title: string): Item => items.find((item) => item.title === title)!;

beforeAll(async () => {
  archive = await freshArchive();
  await mkdir(join(archive.around, "印"));
  await anItem(archive, { title: "扫描两页的通知" }, 2);
  await aPaper(archive, { title: secret, neutralTitle: "居民事务材料一件", access: "restricted", date: "2024-03-06" });
  for (let at = 1; at <= 3; at++)
    await aPaper(archive, { title: `第${at}份通知`, date: `2024-04-0${at}`, thicknessMm: 30 });
  const votes = await aPaper(archive, { title: "选票", date: "2024-05-01", neutralTitle: "换届选举材料" });
  await ask("sealed-packet.seal", {
    itemId: votes.id,
    revision: votes.revision,
    labelNumber: "封2024-01",
    count: 312,
    sealedOn: "2024-06-01",
    sealers: ["王敏", "李红"],
  });
  await fileYear(archive);
  items = await filedOf(archive);
  const year = { fondsId: archive.fondsId, year: 2024 };
  const { planDigest } = await ask("box.plan", year);
  await ask("box.commit", { ...year, planDigest });
  const { boxes } = await ask("box.list", year);
  await ask("shelf-place.define", { room, from: 1, count: 2, tiers: 2, slots: 4 });
  const { places } = await ask("shelf-place.map", {});
  await ask("shelf-place.fill", { boxIds: boxes.map(({ id }) => id), from: places[0]!.id });
  await ask("item.hold", { changes: [{ id: itemBy(secret).id, holding: "lent" }] });
}, 60_000);
afterAll(() => archive.remove());

/** Writes a form as PDF and reads it with a second reader. */
async function printed(id: string, scope: FormScope): Promise<SeenPage[]> {
  const to = join(archive.around, "印", `${(written += 1)}.pdf`);
  await ask("form.write", { formId: formId.parse(id), scope, output: "pdf", to });
  return readWithPdfjs(await readFile(to));
}
const rowsWith = (pages: readonly SeenPage[], columns: number) =>
  pages.flatMap(({ rows }) => rows.filter((cells) => cells.length === columns));
const textOf = (pages: readonly SeenPage[]): string => pages.map(({ text }) => text).join("");
const record = (recordId: string): FormScope => ({ by: "record", recordId });
const period = (from: string, to: string): FormScope => ({ by: "period", fondsId: archive.fondsId, from, to });
const offered = (id: string) => ask("form.scopes", { formId: formId.parse(id), fondsId: archive.fondsId });
const empty = ["climate-record", "safety-record", "repair-register", "stock-take-record", "digitisation-slip"];

describe("before anything is written down", () => {
  it.each(empty)("%s is offered for nothing, and refuses a scope that holds nothing", async (id) => {
    expect(await offered(id)).toEqual([]);
    const isOfDays = ["climate-record", "safety-record", "repair-register"].includes(id);
    const scope = isOfDays ? period("2024-01-01", "2024-12-31") : record("无");
    await expect(printed(id, scope)).rejects.toMatchObject({ code: "form-empty" });
    await expect(printed(id, { by: "box", boxIds: ["无"] } as never)).rejects.toMatchObject({
      code: "form-scope-wrong",
    });
  });
});

it("every form of the archive room marks its layout, and has a Chinese name for each field an office may write", async () => {
  const forms = (await ask("form.list", {})).filter(({ kind }) => kind === "custody");
  expect(forms.length).toBeGreaterThanOrEqual(8);
  for (const { name, layout, texts } of forms) {
    expect(layout.isVerified, name).toBe(false);
    for (const { shipped, fields } of texts)
      for (const field of [shipped, ...fields]) expect(field, name).not.toMatch(/[A-Za-z]/);
  }
});

describe("温湿度记录", () => {
  it("prints 200 readings of two months and two rooms without losing one, on paper and in the spreadsheet", async () => {
    const expected: string[][] = [];
    for (let at = 0; at < 200; at++) {
      const readOn = day(`2024-0${at < 120 ? 3 : 4}-${String(1 + (at % 30)).padStart(2, "0")}`);
      const readTime = `${String(8 + Math.floor(at / 30)).padStart(2, "0")}:30`;
      const temperature = at % 17 === 0 ? 26.5 : 18 + (at % 5);
      const given = { room: at % 2 ? room : "备用库", readOn, readTime, temperature, humidity: 50, recorder: "王敏" };
      await ask("climate-reading.keep", { ...given, measure: at % 17 === 0 ? measure : "" });
      expected.push([readOn.replaceAll("-", ""), readTime, String(temperature), at % 17 === 0 ? "超限" : ""]);
    }
    const lines = await offered("climate-record");
    expect(lines.map(({ label, depth, count }) => [label, depth, count])).toEqual([
      ["2024 年", 0, 200],
      ["4 月", 1, 80],
      ["3 月", 1, 120],
    ]);
    const pages = await printed("climate-record", lines[0]!.scope);
    const rows = rowsWith(pages, 9);
    expect(rows).toHaveLength(200);
    const seen = rows.map((cells) => [cells[1], cells[2], cells[3], cells[5]].join());
    expect(seen.toSorted()).toEqual(expected.map((cells) => cells.join()).toSorted());
    expect(rows.filter((cells) => cells[6] === withoutBlanks(measure))).toHaveLength(12);
    expect(rowsWith(await printed("climate-record", lines[2]!.scope), 9)).toHaveLength(120);
    const to = join(archive.around, "印", "温湿度.xlsx");
    const order = { formId: formId.parse("climate-record"), scope: lines[0]!.scope, to };
    const { proof } = await ask("form.write", { ...order, output: "xlsx" });
    expect(proof.rowCount).toBe(200);
    const read = [...(await readSpreadsheet(await readFile(to)))].filter(([name]) => name.startsWith("目录"));
    // Two months in two rooms are four lists; three rows above each are its head.
    expect(read).toHaveLength(4);
    expect(read.reduce((sum, [, sheet]) => sum + [...sheet.keys()].filter((row) => row > 3).length, 0)).toBe(200);
  });
});

describe("安全检查记录", () => {
  it("prints a round guard by guard, a problem with its measure, one that stands as unsolved", async () => {
    const fine = ["防盗", "防潮", "防高温", "防光", "防尘", "防污染"].map((guard) => ({ guard, isFine: true }));
    const lines = [
      { guard: "防火", isFine: false, problem: "灭火器压力不足", measure: "送检充装", solvedOn: day("2024-03-09") },
      ...fine,
      { guard: "防虫鼠", isFine: false, problem: "窗缝过大", measure: "加装纱窗" },
    ];
    const given = { room, checkedOn: day("2024-03-05"), checker: "王敏", remark: "节前例行检查" };
    ids.check = (await ask("safety-check.keep", { ...given, lines })).id;
    const pages = await printed("safety-record", record(ids.check));
    expect(pages).toHaveLength(1);
    const rows = rowsWith(pages, 6);
    expect(rows.map((cells) => cells[1])).toEqual(lines.map(({ guard }) => guard));
    expect(rows[0]).toEqual(["1", "防火", "有问题", "灭火器压力不足", "送检充装", "20240309"]);
    expect(rows[1]).toEqual(["2", "防盗", "正常", "", "", ""]);
    expect(rows[7]?.[5]).toBe("未解决");
    for (const words of ["节前例行检查", "检查人（签名）：", "单位（印章）："]) expect(textOf(pages)).toContain(words);
    const labels = (await offered("safety-record")).map(({ label }) => label);
    expect(labels).toEqual(["2024 年", "3 月", `2024-03-05 · ${room}`]);
    expect(await printed("safety-record", period("2024-03-01", "2024-03-31"))).toHaveLength(1);
  });
});

describe("修复登记", () => {
  it("keeps the order of finding, and says of a restricted item its neutral title alone", async () => {
    const found = { foundBy: "王敏", kind: "撕裂", extent: "第 3 页右下角" };
    const open = { ...found, itemId: itemBy("第1份通知").id, foundOn: day("2024-07-02"), remark: "待买薄棉纸" };
    await ask("damage.keep", open);
    await ask("damage.keep", {
      ...found,
      itemId: itemBy(secret).id,
      foundOn: day("2024-05-06"),
      measure: "托裱",
      repairedOn: day("2024-05-09"),
      repairedBy: "李红",
      remark: "含身份证号",
    });
    const pages = await printed("repair-register", { by: "fonds", fondsId: archive.fondsId });
    const rows = rowsWith(pages, 10);
    expect(rows.map((cells) => cells[2])).toEqual(["居民事务材料一件", "第1份通知"]);
    expect(rows[0]?.slice(3)).toEqual(["撕裂：第3页右下角", "20240506", "王敏", "托裱", "20240509", "李红", ""]);
    expect(rows[1]?.slice(7)).toEqual(["", "", "待买薄棉纸"]);
    for (const words of [secret, "含身份证号"]) expect(textOf(pages)).not.toContain(words);
    const lines = await offered("repair-register");
    expect(lines.map(({ label }) => label)).toEqual(["整个全宗", "2024 年", "7 月", "5 月"]);
    expect(rowsWith(await printed("repair-register", lines[2]!.scope), 10)).toHaveLength(1);
  });
});

describe("数字化交接单", () => {
  it("goes out with blanks to write in, and comes back with counted beside scanned pages and the binding", async () => {
    const [scanned, plain] = [itemBy("扫描两页的通知"), itemBy("第2份通知")];
    const slip = {
      handedOn: day("2025-02-01"),
      handedBy: "王敏",
      operator: "某某数字化公司",
      dueOn: day("2025-03-01"),
    };
    ids.batch = (await ask("digitisation-batch.hand-out", { ...slip, itemIds: [scanned.id, plain.id] })).id;
    const out = await printed("digitisation-slip", record(ids.batch));
    expect(rowsWith(out, 8).map((cells) => cells.slice(3))).toEqual([
      ["", "2", "", "", ""],
      ["", "", "", "", ""],
    ]);
    for (const [itemId, explanation] of [
      [scanned.id, ""],
      [plain.id, "尚未扫描，退回重做"],
    ] as const)
      await ask("digitisation-batch.enter", {
        id: ids.batch,
        itemId,
        countedPages: 2,
        isChecked: true,
        checkedBy: "李红",
        bindingMethod: "T3",
        explanation,
      });
    const back = { returnedOn: day("2025-03-01"), returnedBy: "赵工", receivedBy: "王敏" };
    await ask("digitisation-batch.close", { id: ids.batch, ...back });
    const pages = await printed("digitisation-slip", record(ids.batch));
    expect(rowsWith(pages, 8).map((cells) => cells.slice(3))).toEqual([
      ["2", "2", "", "三孔一线", "李红"],
      ["2", "", "尚未扫描，退回重做", "三孔一线", "李红"],
    ]);
    for (const words of ["清点4页", "扫描2页", "赵工", "2025年3月1日", "加工单位（印章）："])
      expect(textOf(pages), words).toContain(words);
    expect((await offered("digitisation-slip")).map(({ label }) => label)).toEqual(["第 1 批 · 2025-02-01"]);
  });
});

describe("清点记录", () => {
  it("is a list to tick before, and the result after", async () => {
    const begun = await ask("stock-take.begin", {
      fondsId: archive.fondsId,
      startedOn: day("2025-06-01"),
      takenBy: "王敏",
    });
    ids.take = begun.id;
    const before = rowsWith(await printed("stock-take-record", record(ids.take)), 6);
    // One is lent out and is not looked for.
    expect(before).toHaveLength(items.length - 1);
    expect(before.every((cells) => cells[4] === "")).toBe(true);
    const { lines } = await ask("stock-take.lines", { id: ids.take });
    await ask("stock-take.tick", {
      id: ids.take,
      ticks: lines.map(({ itemId }, at) => ({
        itemId,
        result: at === 0 ? ("missing" as const) : at === 1 ? ("misplaced" as const) : ("found" as const),
        foundPlace: at === 1 ? "第 2 柜第 1 层第 1 位" : "",
      })),
    });
    await ask("stock-take.freeze", { id: ids.take, note: "未找到一件，已报告负责人" });
    const pages = await printed("stock-take-record", record(ids.take));
    const rows = rowsWith(pages, 6);
    expect(rows.map((cells) => cells[4])).toEqual(["未找到", "错位", ...Array.from(rows.slice(2), () => "在位")]);
    expect(rows[1]?.[5]).toBe("第2柜第1层第1位");
    expect(textOf(pages)).toContain("错位1未找到1未清点0");
    expect(textOf(pages)).not.toContain(secret);
  });
});

describe("labels and cards", () => {
  it("a 代卷卡 names what was taken by 档号 and neutral title, and nobody who took it", async () => {
    const [first] = await offered("placeholder-card");
    const { archivalCode } = itemBy(secret);
    expect(first?.label).toBe(`借出 · ${archivalCode}`);
    const pages = await printed("placeholder-card", first!.scope);
    expect(pages[0]?.rows).toHaveLength(1);
    expect(pages[0]?.rows[0]?.slice(0, 3)).toEqual([withoutBlanks(archivalCode), "永久", "居民事务材料一件"]);
    expect(pages[0]?.rows[0]?.[3]).toMatch(/^第1柜第\d层第\d位盒\d$/);
    for (const words of ["借出日期", "用途", "归还日期"]) expect(textOf(pages)).toContain(words);
    for (const words of [secret, "王敏"]) expect(textOf(pages)).not.toContain(words);
    const three = items.slice(0, 3).map(({ id }) => id);
    const cards = await printed("placeholder-card", { by: "item", itemIds: three });
    expect(cards.map(({ rows }) => rows.length)).toEqual([2, 1]);
    await expect(printed("placeholder-card", record("无"))).rejects.toMatchObject({ code: "form-empty" });
  });

  it("柜架标签 says for a cabinet and each tier which boxes stand there, blank where none does", async () => {
    const { boxes } = await ask("shelf-place.map", {});
    const lines = await offered("shelf-labels");
    expect(lines.map(({ label }) => label)).toEqual(["全部柜架", `第 1 柜 · ${room}`, `第 2 柜 · ${room}`]);
    const pages = await printed("shelf-labels", lines[1]!.scope);
    const rows = pages.flatMap((page) => page.rows);
    expect(rows.map((cells) => cells[1])).toEqual(["第1柜", "第1柜第1层", "第1柜第2层"]);
    const numbers = boxes.filter(({ placeId }) => placeId !== null).map(({ boxNumber }) => boxNumber);
    expect(rows[1]?.at(-1)).toBe(numbers.length === 1 ? "1" : `1—${Math.min(4, numbers.length)}`);
    expect(rows[1]?.[2]).toContain("文书2024永久");
    const second = (await printed("shelf-labels", lines[2]!.scope)).flatMap((page) => page.rows);
    expect(second[1]).toEqual([room, "第2柜第1层", "", ""]);
    expect((await printed("shelf-labels", record("all"))).flatMap((page) => page.rows)).toHaveLength(6);
  });

  it("封存标签 is for packets sealed now: count, two sealers, neutral title, and none after opening", async () => {
    const lines = await offered("seal-labels");
    expect(lines.map(({ label }) => label)).toEqual(["整个全宗", "2024 年", "6 月"]);
    const [row] = (await printed("seal-labels", lines[1]!.scope)).flatMap((page) => page.rows);
    expect(row?.slice(2)).toEqual(["换届选举材料", "312张", "2024年6月1日", "王敏李红"]);
    const itemId = itemBy("选票").id;
    await ask("sealed-packet.open", {
      itemId,
      openedOn: "2024-08-01",
      openers: ["王敏", "李红"],
      reason: "复核计票",
    });
    expect(await offered("seal-labels")).toEqual([]);
    await expect(printed("seal-labels", { by: "item", itemIds: [itemId] })).rejects.toMatchObject({
      code: "form-empty",
    });
  });
});
