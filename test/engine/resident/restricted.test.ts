// 限制处理: a person under restriction is seen to be there, and neither changed, revealed nor written about (personal-data P9).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wholeDay } from "#contract/whole-day";
import { personArchive, type PersonArchive } from "#test/support/person-archive";
import { granted } from "#test/support/rights";

let archive: PersonArchive;
beforeAll(async () => {
  archive = await personArchive();
  await granted(archive, "restriction");
});
afterAll(() => archive.remove());

describe("a resident under restriction", () => {
  it("is still found and read, and says that she is restricted", async () => {
    const { ask } = archive.engine;
    expect(await ask("resident.lookup", { words: archive.resident.name })).toMatchObject([{ isRestricted: true }]);
    expect(await ask("resident.read", { id: archive.resident.id })).toMatchObject({ isRestricted: true });
  });

  it("is neither revealed, described, joined nor asked for her 民族, from either side", async () => {
    const { ask } = archive.engine;
    const { id, name, revision } = await ask("resident.read", { id: archive.resident.id });
    const other = await ask("resident.read", { id: archive.other.id });
    const day = wholeDay.parse("2024-07-01");
    for (const asked of [
      ask("resident.reveal", { id, field: "idNumber", reasonCode: "own-matter" }),
      ask("ledger.reveal", { rowId: archive.aidRow.id, column: "illness" as never, reasonCode: "own-matter" }),
      ask("resident.describe", { id, revision, name }),
      ask("resident.join", { id, revision, into: other.id, intoRevision: other.revision }),
      ask("resident.join", { id: other.id, revision: other.revision, into: id, intoRevision: revision }),
      ask("ethnicity.state", { residentId: id, ethnicity: "苗族", statedOn: day, consent: { givenOn: day } }),
    ])
      await expect(asked).rejects.toMatchObject({ code: "resident-restricted" });
    expect((await ask("reveal.list", {})).looks).toEqual([]);
  });

  it("may still withdraw what she stated", async () => {
    const { ask } = archive.engine;
    const residentId = archive.resident.id;
    await ask("ethnicity.withdraw", { residentId, withdrawnOn: wholeDay.parse("2024-07-01") });
    expect(await ask("ethnicity.read", { residentId })).toBeNull();
  });

  it("is not named in a new row", async () => {
    const row = {
      cells: { happenedOn: "2024-08-01", who: archive.resident.name },
      links: { who: archive.resident.id },
    };
    await expect(
      archive.engine.ask("ledger.write-rows", { ledgerId: archive.visit.id, kind: "enter", rows: [row as never] }),
    ).rejects.toMatchObject({ code: "resident-restricted" });
  });
});
