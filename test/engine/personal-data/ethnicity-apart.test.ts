// P3: what a person stated of her 民族 is in no answer but that of her own open record: every read is asked. Tasks and what leaves as a
// file is searched in nothing-leaves.test.ts.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Name } from "#contract/contract";
import { contract } from "#contract/contract";
import { canary, personArchive, type PersonArchive } from "#test/support/person-archive";
import { walkReads, worldOf, type Walked } from "#test/support/walk-contract";

/** The two questions of the rule: her record open, and the words she chose from. */
const own: readonly Name[] = ["ethnicity.read"];
let archive: PersonArchive;
let walked: Walked[];

beforeAll(async () => {
  archive = await personArchive();
  walked = await walkReads(archive, await worldOf(archive));
});
afterAll(() => archive.remove());

describe("民族 a person stated", () => {
  it("is answered where her own record is open, and nowhere else", () => {
    const said = [...new Set(walked.filter(({ text }) => text.includes(canary.ethnicity)).map(({ name }) => name))];
    expect(said).toEqual(own);
  });

  it("is not found by a search for it", async () => {
    for (const name of ["search.find", "search.find-pages", "search.find-boxes", "resident.lookup"] as const) {
      const reply = await archive.engine.reply({ id: name, seat: "window", name, input: { words: canary.ethnicity } });
      expect(JSON.stringify(reply)).not.toContain(canary.name);
    }
    for (const ledgerId of [archive.aid.id, archive.visit.id])
      expect((await archive.engine.ask("ledger.lookup", { ledgerId, words: canary.ethnicity })).rows).toEqual([]);
  });

  it("is no column, choice, tag or formula of any ledger, whatever it is called", async () => {
    for (const heading of ["民族", "族别", "少数民族", "minzu", "族别情况"]) {
      const made = archive.engine.ask("ledger.make", {
        ...{ fondsId: archive.fondsId, origin: "own" },
        template: {
          ...{ code: `try-${heading.length}` as never, name: "试", purpose: "试", basis: "none", basisWords: "" },
          columns: [{ key: "one" as never, heading, kind: "text" }],
        },
      });
      await expect(made, heading).rejects.toMatchObject({ code: "field-refused" });
    }
  });

  it("goes with its consent: withdrawn, nothing of it is left", async () => {
    await archive.engine.ask("ethnicity.withdraw", {
      ...{ residentId: archive.resident.id, withdrawnOn: "2024-06-01" as never },
    });
    expect(await archive.engine.ask("ethnicity.read", { residentId: archive.resident.id })).toBeNull();
  });

  it("is a field of no procedure but its own", () => {
    const other = (Object.keys(contract) as Name[]).filter(
      (name) =>
        !name.startsWith("ethnicity.") &&
        /ethnicity/i.test(JSON.stringify(Object.keys((contract[name].input as { shape?: object }).shape ?? {}))),
    );
    expect(other).toEqual([]);
  });
});
