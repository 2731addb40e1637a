// P4: the record of a person holds what fills a form and nothing that leads back: no rows, no ledgers but those she consented to, no
// count, no line of time. Every read that takes her id, her household's or her neighbour's is asked.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resident, residentHit } from "#contract/resident";
import { canary, personArchive, type PersonArchive } from "#test/support/person-archive";
import { anItem } from "#test/support/sample";
import { walkReads, worldOf, type Walked } from "#test/support/walk-contract";

let archive: PersonArchive;
let walked: Walked[];
beforeAll(async () => {
  archive = await personArchive();
  walked = await walkReads(archive, await worldOf(archive));
});
afterAll(() => archive.remove());

const takes = (id: string): Walked[] => walked.filter(({ input }) => JSON.stringify(input).includes(id));

describe("asked by the id of a person or a household", () => {
  it("no read gives a row, whichever it is", () => {
    const ids = [archive.resident.id, archive.other.id, archive.household.id];
    const rows = [archive.aidRow.id, archive.sharedRow.id, archive.typedRow.id, "屋顶漏水", "夏季用水", "补记一次"];
    const asked = ids.flatMap(takes);
    expect(asked.filter(({ reply }) => reply.ok).length).toBeGreaterThan(4);
    const bad = asked.filter(({ text, input }) =>
      rows.some((row) => text.includes(row) && !JSON.stringify(input).includes(row)),
    );
    expect([...new Set(bad.map(({ name }) => name))]).toEqual([]);
  });

  it("no read of a person says in which ledgers she stands", () => {
    const bad = takes(archive.resident.id).filter(
      ({ text, reply }) => reply.ok && (text.includes(archive.aid.id) || text.includes(archive.visit.id)),
    );
    expect([...new Set(bad.map(({ name }) => name))]).toEqual([]);
  });
});

it("the shape of a record has no way back, no counter and no time but its own", () => {
  const fields = [...Object.keys(resident.unwrap().shape), ...Object.keys(residentHit.unwrap().shape)];
  expect(
    fields.filter((field) => /row|ledger|count|last|recent|history|visit|total|seen|tag|level|score/i.test(field)),
  ).toEqual([]);
});

it("a neighbour in the same household leads to no more than the household", async () => {
  const { household } = await archive.engine.ask("resident.read", { id: archive.other.id });
  expect(household?.number).toBe(canary.householdNumber);
  const found = await archive.engine.ask("household.lookup", { words: canary.householdNumber });
  expect(JSON.stringify(found)).not.toContain(canary.name);
});

it("a paper that lies on rows of two ledgers about her tells how many they are, whatever it is called", async () => {
  const item = await anItem(archive, { title: "来访材料" });
  for (const { id } of [archive.aidRow, archive.sharedRow])
    await archive.engine.ask("ledger.attach", { rowId: id, itemIds: [item.id] });
  const told = await archive.engine.ask("ledger.rows-of-item", { itemId: item.id });
  expect(told).toEqual({ rowCount: 2, isCountOnly: true, rows: [] });
  // Her name typed without a link says as much.
  await archive.engine.ask("ledger.detach", { rowId: archive.sharedRow.id, itemIds: [item.id] });
  await archive.engine.ask("ledger.attach", { rowId: archive.typedRow.id, itemIds: [item.id] });
  expect(await archive.engine.ask("ledger.rows-of-item", { itemId: item.id })).toMatchObject({ isCountOnly: true });
  // Of one ledger it says which.
  await archive.engine.ask("ledger.detach", { rowId: archive.typedRow.id, itemIds: [item.id] });
  const { rows } = await archive.engine.ask("ledger.rows-of-item", { itemId: item.id });
  expect(rows.map(({ rowId }) => rowId)).toEqual([archive.aidRow.id]);
});
