// 扫描方案: the office's own data, beginning with the standard's.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Refusal } from "#contract/refusal";
import { scanProfileId, type ScanProfile } from "#contract/scan-profile";
import { freshArchive, type TestArchive } from "#test/support/archive";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());
const list = (): Promise<readonly ScanProfile[]> => archive.engine.ask("scan-profile.list", {});
const undo = async (): Promise<void> => {
  const next = await archive.engine.ask("undo.next", {});
  if (!next) throw new Error("there is a way back");
  await archive.engine.ask("undo.apply", { sequence: next.sequence });
};
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "answered",
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
const own = {
  colourMode: "colour",
  dpi: 300,
  paper: "B5",
  feed: "duplex",
  recipe: [{ kind: "straighten", degrees: null }],
} as const;

describe("a scan profile", () => {
  it("is refused a name that is taken, a resolution no scanner has, and a removal twice", async () => {
    const keep = (change: object): Promise<string> =>
      codeOf(archive.engine.ask("scan-profile.keep", { ...own, id: null, name: "会计凭证", ...change }));
    expect(await keep({ name: "彩色 200 一般文件" })).toBe("scan-profile-name-taken");
    expect(await keep({ dpi: 20 })).toBe("input-invalid");
    expect(await keep({ name: "  " })).toBe("input-invalid");
    const gone = archive.engine.ask("scan-profile.remove", { id: scanProfileId.parse("没有") });
    expect(await codeOf(gone)).toBe("scan-profile-not-found");
  });

  it("is shipped by the standard: never under 200 dpi, red heads in colour, 600 for facsimiles (DA/T 31-2017, 9.3, 9.4)", async () => {
    const shipped = await list();
    expect(shipped.length).toBeGreaterThanOrEqual(5);
    expect(shipped.every(({ dpi }) => dpi >= 200)).toBe(true);
    expect(shipped[0]).toMatchObject({ colourMode: "colour", dpi: 200 });
    expect(shipped.filter(({ colourMode }) => colourMode !== "colour").every(({ dpi }) => dpi >= 300)).toBe(true);
    expect(shipped.some(({ dpi }) => dpi >= 600)).toBe(true);
  });

  it("is added last, changed and removed, each with its way back", async () => {
    const before = await list();
    const kept = await archive.engine.ask("scan-profile.keep", { ...own, id: null, name: "会计凭证" });
    expect((await list()).at(-1)).toEqual(kept);
    await archive.engine.ask("scan-profile.keep", { ...kept, recipe: [], dpi: 200 });
    await undo();
    expect((await list()).at(-1)).toEqual(kept);
    await archive.engine.ask("scan-profile.remove", { id: kept.id });
    expect(await list()).toEqual(before);
    await undo();
    expect((await list()).at(-1)).toEqual(kept);
    await undo();
    expect(await list()).toEqual(before);
  });
});
