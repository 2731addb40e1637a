// Any one file call that fails: words instead of a fault, the rest of the batch goes on, nothing is half there (F04).
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { someScans } from "#test/support/sample";
import { failFileCall } from "#test/fixtures/failing-files";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());
const sealedCount = async (): Promise<number> =>
  (await readdir(join(archive.folder, "files"), { recursive: true })).filter((name) => /[0-9a-f]{32}$/.test(name))
    .length;

describe("a disk on which one call fails", () => {
  it("costs at most the file it fails for, whichever call it is", async () => {
    let wasReached = true;
    let refusals = 0;
    for (let nth = 1; wasReached; nth++) {
      const paths = await someScans(archive, 2);
      const failure = await failFileCall(nth, paths[0] ?? "");
      const { outcomes } = await archive.engine.ask("scan.accept", { paths }).finally(failure.mend);
      wasReached = failure.calls() >= nth;
      const codes = outcomes.map((each) => each.code);
      const rejected = outcomes.filter((each) => each.outcome === "reject");
      refusals += rejected.length;
      expect(
        codes.every((code) => ["ok", "target-not-writable", "source-unreadable"].includes(code)),
        `call ${nth}: ${codes.join()}`,
      ).toBe(true);
      expect(rejected.length, `call ${nth}`).toBeLessThanOrEqual(wasReached ? 1 : 0);
      const { total } = await archive.engine.ask("scan.tray", { limit: 1 });
      expect(await sealedCount(), `call ${nth}`).toBe(total);
    }
    // Reading, sealing and making durable were all among the calls that failed.
    expect(refusals).toBeGreaterThan(4);
    expect(archive.faults).toEqual([]);
    expect(await archive.engine.ask("journal.verify", {})).toMatchObject({ isWhole: true });
  });
});
