// Everything beside the items leaves too: every table and column of the store, and of restricted items no word without a reason.
import { mkdir, readdir, readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportSheets, keptBack } from "#db/export-sheets";
import { openDatabase, type Connection } from "#db/open";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { readMarked } from "#engine/open-export/neutral-csv";
import { parseCsv } from "#engine/helper/parse-csv";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

const schema = readFileSync("db/schema.sql", "utf8");
const tableNames = [...schema.matchAll(/^CREATE (?:VIRTUAL )?TABLE (\w+)/gm)].map(([, name = ""]) => name);
const columnsOf = (table: string): string[] => {
  const [, body = ""] = new RegExp(`^CREATE TABLE ${table} \\(\\n([\\s\\S]*?)^\\)?.*STRICT`, "m").exec(schema) ?? [];
  const plain = body.replace(/--.*$/gm, "");
  return [...plain.matchAll(/(?:^\s*|, )([a-z_0-9]+) (?:TEXT|INTEGER|REAL|BLOB)/gm)].map(([, name = ""]) => name);
};

describe("the sheets of an export", () => {
  it("carry every table of the store, or say why not", () => {
    const carried = exportSheets.flatMap((sheet) => sheet.of);
    expect(tableNames.length).toBeGreaterThan(60);
    expect([...carried, ...Object.keys(keptBack)].sort()).toEqual(tableNames.toSorted());
    expect(Object.values(keptBack).every((reason) => reason.length > 3)).toBe(true);
  });

  it("carry every column of those tables", () => {
    // Said by another column of the sheet, or of no use outside.
    const elsewhere = /^(id|seq|revision|.*_id)$/;
    const catalogue =
      /^item\.(category|title|creator|document_number|document_date|year|retention|security_level|page_count|remark|state|item_number|archival_code|carrier|holding)$/;
    const known =
      /^(collection_source\.position|category\.position|safety_check_line\.position|stock_take_line\.position|digitisation_line\.position|digital_file\.position|page_count)$/;
    const left = exportSheets.flatMap((sheet) => {
      const said = JSON.stringify(sheet);
      return sheet.of.flatMap((table) => {
        const columns = columnsOf(table);
        expect(columns.length, table).toBeGreaterThan(1);
        return columns
          .filter((column) => !elsewhere.test(column) && !new RegExp(`\\b\\w+\\.${column}\\b`).test(said))
          .map((column) => `${table}.${column}`);
      });
    });
    expect(left.filter((column) => !catalogue.test(column) && !known.test(column))).toEqual([]);
  });

  it("have names and heads of their own, and something to say instead only where a row can be restricted", () => {
    const names = exportSheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31 || /[\\/?*[\]:]/.test(name))).toEqual([]);
    for (const { name, columns, restricted } of exportSheets) {
      expect(new Set(columns.map(([head]) => head)).size, name).toBe(columns.length);
      const isMasked = columns.some(([, , neutral]) => neutral !== undefined);
      expect(isMasked && restricted === undefined, name).toBe(false);
    }
  });
});

/** The store behind the archive, opened beside it: what no procedure would write in a small test is put there. */
async function openStore(archive: TestArchive): Promise<Connection> {
  const [slot] = (await readSlots(archive.folder)).slots;
  const key = slot && (await openSlot(slot, testPassphrase));
  if (!key) throw new Error("the passphrase opens its slot");
  return openDatabase(archivePaths(archive.folder).database, key);
}

/** Rows that hang on one item in every table that has words of its own, each word marked. */
const plant = (fondsId: string, item: string, mark: string, tag: string): string => `
  UPDATE item SET affair = '${mark}事由' WHERE id = '${item}';
  UPDATE item_part SET title = '${mark}正文题名' WHERE item_id = '${item}';
  UPDATE scan SET source_name = '${mark}.jpg' WHERE id IN (SELECT scan_id FROM page WHERE item_id = '${item}');
  INSERT INTO former_code VALUES ('${item}', '旧-${tag}', '2024-01-01T00:00:00.000Z', '${mark}原因');
  INSERT INTO caption VALUES ('${item}', '', '${mark}地点', '${mark}人物', '${mark}', '${mark}', '${mark}', '${mark}');
  INSERT INTO cross_reference (id, item_id, other_item_id, note, entered_at)
    SELECT 'x-${tag}', '${item}', id, '${mark}说明', '' FROM item WHERE title = '居民公约';
  INSERT INTO filing_correction VALUES ('c-${tag}', '${item}', '2024-01-01T00:00:00.000Z', '王敏', '${mark}理由',
    '{"title":"${mark}"}', '{"title":"${mark}甲"}', 'A', 'A', 'h', 'h');
  INSERT INTO damage VALUES ('d-${tag}', '${item}', 'A-${tag}', '${mark}', '2024-01-01', '王敏', '${mark}', '${mark}', '', '', '${mark}', '');
  INSERT INTO box_move VALUES ('b-${tag}', '${item}', 'A-${tag}', NULL, NULL, '2024-01-01', '王敏', '${mark}');
  INSERT INTO sealed_packet VALUES ('${item}', 1, 'L-${tag}', 1, '份', '2024-01-01', '王敏', '李强', '2024-02-01', '王敏', '李强',
    '${mark}', '2024-01-01', '2024-02-01');
  INSERT INTO register_entry VALUES ('r-${tag}', '${fondsId}', 'incoming', 2024, ${tag.length}, '2024-01-02', '', '${mark}局', '${mark}局',
    '${mark}号', '2024-01-01', '${mark}请示', 1, 1, 'internal', '', '', '${mark}备注', NULL, NULL, NULL, 'registered', '${mark}承办', '',
    '${item}', 1);
  INSERT INTO register_step VALUES ('r-${tag}', 1, 'registered', '2024-01-02', '', '${mark}经办', '${mark}办理');
  INSERT INTO compilation VALUES ('k-${tag}', '${fondsId}', 'chronicle', '大事记${tag}', '', '', '王敏', '2024-01-01', 1);
  INSERT INTO compilation_entry VALUES ('n-${tag}', 'k-${tag}', 1, '2024', '${mark}标题', '${mark}正文', '', 1);
  INSERT INTO citation VALUES ('n-${tag}', '${item}', '${mark}页');
  INSERT INTO digitisation_batch VALUES ('g-${tag}', ${tag.length}, '2024-01-01', '王敏', '公司', '', 'open', '', '', '', '', '', NULL);
  INSERT INTO digitisation_line VALUES ('g-${tag}', '${item}', 1, 'A-${tag}', 1, NULL, 0, '', '', '${mark}');`;

describe("an export of everything", () => {
  let archive: TestArchive;
  const secret = "赵某某";
  const plain = "公开话";
  beforeAll(async () => {
    archive = await freshArchive();
    await anItem(archive, { title: "居民公约" });
    const open = await anItem(archive, { title: "关于停水的通知" });
    const restricted = await anItem(archive, {
      title: `${secret}申请`,
      neutralTitle: "申请材料",
      access: "restricted",
    });
    await fileYear(archive);
    const store = await openStore(archive);
    store.raw.exec(plant(archive.fondsId, restricted.id, secret, "a"));
    store.raw.exec(plant(archive.fondsId, open.id, plain, "bb"));
    store.raw
      .exec(`INSERT INTO climate_reading VALUES ('t1', '档案室', '2024-01-02', '09:00', 20.5, 50, '王敏', 0, '=1+1',
      'a' || char(13) || char(10) || 'b' || char(1), '');`);
    store.close();
  });
  afterAll(() => archive.remove());

  const write = async (name: string, restricted: { reason: string } | null = null): Promise<string> => {
    const into = join(archive.around, name);
    await mkdir(into);
    return (await archive.engine.ask("open-export.write", { into, restricted })).path;
  };
  /** Every word that left, spreadsheets unpacked, by file. */
  async function wordsBelow(path: string): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      const sheets = entry.name.endsWith(".xlsx") ? [...(await readSpreadsheet(bytes)).values()] : [];
      const cells = sheets.flatMap((sheet) => [...sheet.values()].flat());
      found.set(entry.name, `${entry.name}\n${sheets.length > 0 ? cells.join("\n") : bytes.toString("utf8")}`);
    }
    return found;
  }

  it("says all of it in JSON, CSV and one workbook, and no word of a restricted item", async () => {
    const path = await write("导出一");
    const words = await wordsBelow(path);
    for (const [name, text] of words) expect(text.includes(secret), name).toBe(false);
    const json = JSON.parse(words.get("各种登记.json")?.split("\n").slice(1).join("\n") ?? "") as Record<
      string,
      Record<string, string>[]
    >;
    const book = await readSpreadsheet(await readFile(join(path, "各种登记.xlsx")));
    expect([...book.keys()]).toEqual(exportSheets.map(({ name }) => name));
    for (const { name, columns } of exportSheets) {
      const heads = columns.map(([head]) => head);
      const csv = await readFile(join(path, "各种登记", `${name}.csv`), "utf8");
      const rows = [...parseCsv(csv.slice(1), ",")].slice(1).map(({ cells }) => readMarked(heads, cells));
      expect(
        json[name]?.map((row) => heads.map((head) => row[head] ?? "")),
        name,
      ).toEqual(rows);
      expect((book.get(name)?.size ?? 0) - 1, name).toBe(rows.length);
    }
    // What was planted on the open item is there in full, on the restricted one as a bare fact.
    const planted = exportSheets.filter(({ restricted }) => restricted !== undefined).map(({ name }) => name);
    const open = planted.filter((name) => JSON.stringify(json[name]).includes(plain));
    expect(open).toEqual(planted.filter((name) => !["组的事件", "拍摄信息", "电子文件"].includes(name)));
    expect(json["收发文登记"]?.map((row) => row["题名"])).toEqual(["申请材料", `${plain}请示`]);
    expect(json["破损与修复"]).toHaveLength(2);
    expect(json["温湿度"]?.[0]).toMatchObject({ 温度: "20.5", 措施: "=1+1", 备注: "a\r\nb\u0001" });
    expect(json["操作日志"]?.at(0)).toMatchObject({ 序号: "1", 经手人: "王敏" });
    expect(json["操作日志"]?.map((row) => row["本条校验值"]?.length)).not.toContain(0);
  });

  it("lets those words out with a reason, in one file beside their own pages", async () => {
    const words = await wordsBelow(await write("导出二", { reason: "更换电脑，主任批准" }));
    const bearing = [...words].filter(([, text]) => text.includes(secret)).map(([name]) => name);
    expect(bearing.sort()).toEqual(["著录.json", "限制件记录.json"].sort());
    const kept = words.get("限制件记录.json") ?? "";
    for (const word of ["申请", "事由", "正文题名", "地点", "理由", "请示", "办理", "正文", "页"])
      expect(kept, word).toContain(`${secret}${word}`);
    expect(kept).not.toContain(plain);
  });
});
