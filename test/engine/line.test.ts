import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formId } from "#contract/form-adjustment";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { anItem, fileYear, somePages } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

describe("the line", () => {
  it("leads from scanned paper to a checked package", async () => {
    await anItem(archive, {}, 2);
    await anItem(archive, { title: "居民会议记录", documentNumber: "", retention: "D10" });
    expect(await fileYear(archive)).toBe(2);
    const scope = { fondsId: archive.fondsId, year: 2024 };
    const shown = await archive.engine.ask("catalogue.show", { scope });
    expect(shown.rows.map((row) => row.archivalCode)).toEqual(["C001-WS·2024-Y-ZZ-0001", "C001-WS·2024-D10-ZZ-0001"]);
    const catalogue = { formId: formId.parse("item-catalogue"), scope: { by: "class", ...scope } } as const;
    const pdf = await archive.engine.ask("form.write", {
      ...catalogue,
      output: "pdf",
      to: join(archive.around, "目录.pdf"),
    });
    const xlsx = await archive.engine.ask("form.write", {
      ...catalogue,
      output: "xlsx",
      to: join(archive.around, "目录.xlsx"),
    });
    expect([pdf.proof, xlsx.proof]).toEqual([shown.proof, shown.proof]);
    const into = join(archive.around, "移交");
    await mkdir(into);
    const written = await archive.engine.ask("package.write", { ...scope, into });
    expect(written.report).toMatchObject({ verdict: "valid", problems: [] });
    expect((await archive.engine.ask("package.verify", { path: written.path })).verdict).toBe("valid");
    expect(await archive.engine.ask("journal.verify", {})).toMatchObject({ isWhole: true, brokenAt: null });
  });

  it("is there again after the archive was closed and unlocked", async () => {
    await somePages(archive, 1);
    await archive.engine.ask("archive.lock", {});
    await expect(archive.engine.ask("home.show", {})).rejects.toMatchObject({ code: "archive-locked" });
    await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
    expect(await archive.engine.ask("home.show", {})).toMatchObject({ trayPageCount: 1, filedCount: 2, draftCount: 0 });
  });
});
