// P10: a frozen period is a table without whoever it is about. It is frozen, filed, exported and searched; then the person is deleted,
// and the filed item stays as it is and is told of.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesHolding } from "#test/support/files-holding";
import { canary, neighbour, personArchive, type PersonArchive } from "#test/support/person-archive";
import { aRequest, granted, identified } from "#test/support/rights";

let archive: PersonArchive;
let out = "";
const ask: PersonArchive["engine"]["ask"] = (...given) => archive.engine.ask(...given);
beforeAll(async () => {
  archive = await personArchive();
  out = join(archive.around, "leaves");
  await mkdir(out);
  for (const [ledger, period] of [
    [archive.aid, "2024-03"],
    [archive.visit, "2024-04"],
  ] as const)
    await ask("ledger.freeze", { ledgerId: ledger.id, period });
  await ask("open-export.write", { into: out });
});
afterAll(() => archive.remove());

describe("a frozen period with a person in it", () => {
  it("leaves with everything else, and what happened is in it", async () => {
    const found = await filesHolding(out, archive.folder, ["就医", "已办"]);
    expect(found.length).toBeGreaterThan(0);
  });

  it("holds no name, number, address, story, and nothing of her neighbour", async () => {
    const words = [...Object.values(canary), ...Object.values(neighbour), "屋顶漏水"];
    expect(await filesHolding(out, archive.folder, words)).toEqual([]);
  });

  it("is found by its title, never by a person", async () => {
    for (const words of [canary.name, canary.phone, neighbour.name]) {
      expect((await ask("search.find", { words })).rows).toEqual([]);
      expect((await ask("search.find-pages", { words })).hits).toEqual([]);
    }
  });

  it("is told of in her request, and a granted deletion lets it be", async () => {
    const { id } = await identified(archive, await aRequest(archive, "access"));
    const { frozen } = await ask("rights-request.gather", { id });
    expect(frozen.map(({ period }) => period).toSorted()).toEqual(["2024-03", "2024-04"]);
    const before = await ask("ledger.freezes", { ledgerId: archive.aid.id });
    const { erasure } = await granted(archive, "deletion");
    expect(erasure?.frozen).toHaveLength(2);
    const after = await ask("ledger.freezes", { ledgerId: archive.aid.id });
    expect(after.map((each) => [each.id, each.digest])).toEqual(before.map((each) => [each.id, each.digest]));
  });
});
