// An old 收文 or 发文 register taken in: entries in the order of the table, numbers without a gap, taken back as a whole.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { legacyBook } from "#test/fixtures/legacy-catalogue";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { tableFile } from "#test/support/read-table";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());
const entriesOf = async (kind: "incoming" | "outgoing") =>
  (await archive.engine.ask("register.list", { filter: { kind } })).rows.toSorted((a, b) => a.number - b.number);

const incoming = [
  ["幸福社区收文登记簿"],
  ["收文号", "收文日期", "来文单位", "文件标题", "来文字号", "份数", "承办人", "备注"],
  [1, "2023.1.5", "清河街道办事处", "关于报送材料的通知", "清街办〔2023〕1号", 2, "王敏", ""],
  [5, "2023年1月9日", "区民政局", "关于救助工作的通知", "民发〔2023〕3号", 1, "李强", "急件"],
  [6, "1月12日", "区民政局", "没有年份的一行", "", 1, "", ""],
  [7, "2023.2.1", "", "没有来文单位的一行", "", 1, "", ""],
];

describe("an old register", () => {
  it("is read and questioned like a catalogue", async () => {
    const path = await tableFile(archive, legacyBook(incoming, ["A1:H1"]));
    const read = await archive.engine.ask("import.dry-run", { path, as: "register" });
    expect(read).toMatchObject({ rowsRead: 6, rowsUsable: 2, rowsRefused: 2, skipped: { heading: 2 } });
    expect(read.findings.map(({ row, code }) => [row, code])).toEqual([
      [5, "date-unreadable"],
      [5, "register-date-missing"],
      [6, "correspondent-missing"],
    ]);
    expect(read.sheets[0]?.columns.map(({ field }) => field)).toEqual([
      ...["serial", "happenedOn", "correspondent", "title", "documentNumber", "copies", "handler", "remark"],
    ]);
  });

  it("becomes entries once, an old number kept in words where it is another, and is taken back whole", async () => {
    const path = await tableFile(archive, legacyBook(incoming, ["A1:H1"]));
    expect(await archive.engine.ask("import.commit", { path, as: "register" })).toMatchObject({ rowsMade: 2 });
    expect(await entriesOf("incoming")).toMatchObject([
      { number: 1, happenedOn: "2023-01-05", correspondent: "清河街道办事处", copies: 2, remark: "" },
      { number: 2, title: "关于救助工作的通知", remark: "急件；原登记号 5", handler: "李强" },
    ]);
    expect(await archive.engine.ask("import.commit", { path, as: "register" })).toMatchObject({
      rowsMade: 0,
      rowsKnown: 2,
    });
    const next = await archive.engine.ask("undo.next", {});
    await archive.engine.ask("undo.apply", { sequence: next?.sequence ?? 0 });
    expect(await entriesOf("incoming")).toEqual([]);
  });

  it("is known by its headings to be one of papers sent, and stays once an entry was handled", async () => {
    const sent = [
      ["发文号", "发文日期", "主送单位", "标题", "份数"],
      [1, "2023.3.1", "清河街道办事处", "关于活动的报告", 3],
    ];
    const path = await tableFile(archive, legacyBook(sent));
    const made = await archive.engine.ask("import.commit", { path, as: "register" });
    const [entry] = await entriesOf("outgoing");
    if (!entry || !made.importId) throw new Error("an entry was made");
    expect(entry).toMatchObject({ correspondent: "清河街道办事处", copies: 3 });
    const { id, revision } = entry;
    await archive.engine.ask("register.handle", { id, revision, state: "done", happenedOn: entry.happenedOn });
    await expect(archive.engine.ask("import.withdraw", { id: made.importId })).rejects.toMatchObject({
      code: "import-in-use",
    });
    expect(await entriesOf("outgoing")).toHaveLength(1);
  });
});
