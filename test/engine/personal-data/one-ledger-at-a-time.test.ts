// P5: no question gives the rows of two ledgers for one person, address or household, unless her own request is open and her
// identity was checked. Every procedure is asked, those that come later too.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract, type Name } from "#contract/contract";
import { personArchive, type PersonArchive } from "#test/support/person-archive";
import {
  inputsFor,
  namesOf,
  unasked,
  walkOne,
  walkReads,
  worldOf,
  type Walked,
  type World,
} from "#test/support/walk-contract";

/** The check of an identity is the one way in that the rule itself names. */
const wayIn: readonly Name[] = ["rights-request.identify"];
let archive: PersonArchive;
let world: World;
let reads: Walked[];

/** A reply with rows of both ledgers in it: by id, by place, or by the words of her rows. */
const joins = ({ text }: Walked, { aid, visit, aidRow, sharedRow, typedRow }: PersonArchive): boolean => {
  const first = text.includes(aidRow.id) || text.includes("屋顶漏水");
  const second = [sharedRow.id, typedRow.id, "夏季用水", "补记一次"].some((word) => text.includes(word));
  return first && second && aid.id !== visit.id;
};
const named = (walked: readonly Walked[]): string[] => [
  ...new Set(walked.map(({ name, input }) => `${name} ${JSON.stringify(input)}`)),
];

beforeAll(async () => {
  archive = await personArchive();
  world = await worldOf(archive);
  reads = await walkReads(archive, world);
});
afterAll(() => archive.remove());

describe("of every read", () => {
  it("an input is known that it takes", () => {
    expect(unasked(reads, namesOf("read"))).toEqual([]);
  });

  it("no fault comes back: each is an answer or a refusal", () => {
    expect(named(reads.filter(({ reply }) => !reply.ok && !("refusal" in reply)))).toEqual([]);
  });

  it("none gives rows of two ledgers", () => {
    expect(reads.length).toBeGreaterThan(500);
    expect(named(reads.filter((walked) => joins(walked, archive)))).toEqual([]);
  });

  it("the walk sees: each of the two ledgers does give its own row", () => {
    expect(reads.some(({ text }) => text.includes(archive.aidRow.id))).toBe(true);
    expect(reads.some(({ text }) => text.includes(archive.sharedRow.id))).toBe(true);
  });

  it("what lists a person's looks, consents or papers names no row of hers", () => {
    const ofPerson = reads.filter(
      ({ name, input }) =>
        /^(?:resident|household|consent|ethnicity)\./.test(name) && JSON.stringify(input).includes(archive.resident.id),
    );
    expect(ofPerson.length).toBeGreaterThan(2);
    const ids = [archive.aidRow.id, archive.sharedRow.id, archive.typedRow.id, archive.visit.id];
    expect(named(ofPerson.filter(({ text }) => ids.some((id) => text.includes(id))))).toEqual([]);
  });
});

describe("of every write and task", () => {
  it("none answers with rows of two ledgers while the identity was not checked", async () => {
    const bad: Walked[] = [];
    let asked = 0;
    let other = await personArchive();
    let there = await worldOf(other);
    for (const name of [...namesOf("write"), ...namesOf("task")]) {
      if (wayIn.includes(name)) continue;
      const walked = await walkOne(other, name, narrow(name, there));
      asked += walked.length;
      bad.push(...walked.filter((each) => joins(each, other)));
      // Where the walk has spoiled what it walks on, it goes on in a fresh archive.
      const [row] = await other.engine
        .ask("ledger.rows", { ledgerId: other.aid.id, seqs: [other.aidRow.seq] })
        .catch(() => []);
      const request = await other.engine.ask("rights-request.list", { year: 2024 }).catch(() => []);
      if (
        row &&
        !row.isRemoved &&
        row.revision === other.aidRow.revision &&
        request.some(({ state }) => state === "received")
      )
        continue;
      await other.remove();
      other = await personArchive();
      there = await worldOf(other);
    }
    await other.remove();
    expect(asked).toBeGreaterThan(500);
    expect(named(bad)).toEqual([]);
  });
});

/** Fewer ways for what changes the archive: the likeliest two and those that name her. */
function narrow(name: Name, there: World): World {
  return { ...there, id: (there["id"] ?? []).slice(0, inputsFor(name, there).length > 40 ? 4 : 12) };
}

it("the terminal asks the same questions and no others", async () => {
  const { usage } = await import("#engine/cli/commands");
  const words = usage.split(" | ").map((each) => each.split(" ")[0]);
  expect(words.filter((word) => /resident|person|ledger|rights/.test(word ?? ""))).toEqual([]);
  expect(Object.keys(contract)).toContain("rights-request.gather");
});
