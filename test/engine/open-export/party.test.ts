// 党务 stays where it is when somebody without the right takes everything out, or brings images to items.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/open";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { anItem, aPagePicture, fileYear } from "#test/support/sample";

const mark = "支部换届选举";
let archive: TestArchive;
let partyCode = "";
beforeAll(async () => {
  archive = await freshArchive();
  const matterId = (await archive.engine.ask("matter.list", {})).find(({ isParty }) => isParty)?.id ?? null;
  const item = await anItem(archive, { title: `${mark}的报告`, matterId });
  await anItem(archive, { title: "居民公约" });
  await fileYear(archive);
  partyCode = (await archive.engine.ask("item.read", { id: item.id })).archivalCode;
  await archive.engine.ask("archive.lock", {});
  const [slot] = (await readSlots(archive.folder)).slots;
  const key = slot && (await openSlot(slot, testPassphrase));
  if (!key) throw new Error("the passphrase opens its slot");
  const connection = openDatabase(archivePaths(archive.folder).database, key);
  // What names the item by an id or a 档号 that no view knows, and what hangs on it as usual.
  connection.raw
    .exec(`INSERT INTO box_move VALUES ('b', '${item.id}', '${partyCode}', NULL, NULL, '2024', '王敏', '${mark}');
    INSERT INTO readability_test VALUES ('t', '2024', '王敏', 'full', 1, 1, 1, 1, '');
    INSERT INTO readability_line VALUES ('t', 'no-such-file', '${partyCode}', 'missing');
    INSERT INTO stock_take VALUES ('s', 'full', '全部', '2024-01-01', '王敏', 'open', NULL, '');
    INSERT INTO stock_take_line VALUES ('s', '${item.id}', 1, '${partyCode}', '', '', '');
    INSERT INTO damage VALUES ('d', '${item.id}', '${partyCode}', '${mark}', '2024', '王敏', '', '', '', '', '', '');
    INSERT INTO fonds_act VALUES ('a', 1, 'rename', '2024-01-01', '更名', '2024');
    INSERT INTO fonds_act_move SELECT 'a', '${item.id}', 'item', fonds_id, NULL, fonds_id FROM item WHERE id = '${item.id}';
    INSERT INTO filing_correction VALUES ('c', '${item.id}', '2024', '王敏', '${mark}', '{}', '{}', '${partyCode}', '', '', '');
    UPDATE scan SET source_name = '${mark}.jpg' WHERE id IN (SELECT scan_id FROM page WHERE item_id = '${item.id}');
    DELETE FROM person_right;`);
  connection.close();
  await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
});
afterAll(() => archive.remove());

describe("without the right to see 党务", () => {
  it("an export holds nothing of it, not even its 档号", async () => {
    const into = join(archive.around, "导出");
    await mkdir(into);
    const done = await archive.engine.ask("open-export.write", { into });
    expect(done).toMatchObject({ itemCount: 1, fileCount: 1 });
    for (const entry of await readdir(done.path, { recursive: true, withFileTypes: true })) {
      expect(entry.name).not.toContain(partyCode.replaceAll("·", "-"));
      expect(entry.name).not.toContain(partyCode);
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      const sheets = entry.name.endsWith(".xlsx") ? [...(await readSpreadsheet(bytes)).values()] : [];
      const text = bytes.toString("utf8") + sheets.flatMap((sheet) => [...sheet.values()].flat()).join("\n");
      expect(text).not.toContain(mark);
      expect(text).not.toContain(partyCode);
    }
  });

  it("no image is brought to it, and its 档号 is not admitted", async () => {
    const folder = join(archive.around, "影像");
    await mkdir(folder);
    await writeFile(join(folder, `${partyCode}-0001.jpg`), await aPagePicture());
    const report = await archive.engine.ask("image-matching.dry-run", { folder });
    expect(report.matches).toEqual([]);
    expect(report.looseImages).toMatchObject([{ reason: "no-code" }]);
    expect(report.itemsWithoutFiles.codes).not.toContain(partyCode);
  });
});
