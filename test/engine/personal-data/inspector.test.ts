// P11: who inspects, and who maintains, gets nothing of ledgers, persons and their rights: not one question of theirs is open, and no
// other question answers with a person.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract, type Name } from "#contract/contract";
import type { Role } from "#contract/procedure";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { testPassphrase } from "#test/support/archive";
import { canary, neighbour, personArchive, type PersonArchive } from "#test/support/person-archive";
import { namesOf, walkOne, walkReads, worldOf, type World } from "#test/support/walk-contract";

const ofPersons =
  /^(?:ledger|ledger-[a-z]+|resident|household|consent|ethnicity|reveal|impact-assessment|rights-request|erasure|incident|self-audit|duty|typed-total|ledger-statistics)\./;
const names = (Object.keys(contract) as Name[]).filter((name) => ofPersons.test(name));

let archive: PersonArchive;
let world: World;
beforeAll(async () => {
  archive = await personArchive();
  world = await worldOf(archive);
});
afterAll(() => archive.remove());

async function become(role: Role): Promise<void> {
  await archive.engine.ask("archive.lock", {});
  const slot = (await readSlots(archive.folder)).slots[0]!;
  const connection = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
  connection.raw.exec("DELETE FROM person_role");
  connection.raw.prepare("INSERT INTO person_role SELECT id, ? FROM person").run(role);
  connection.close();
  await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
}

it("no question about ledgers, persons or rights names the inspector or who maintains", () => {
  expect(names.length).toBeGreaterThan(50);
  const open = names.filter((name) => {
    const { roles } = contract[name];
    return roles === "anyone" || roles.some((role) => role === "inspector" || role === "maintainer");
  });
  expect(open).toEqual([]);
});

describe.each(["inspector", "maintainer"] as const)("as %s", (role) => {
  beforeAll(() => become(role));

  it("every question about them is refused, before it is read", async () => {
    for (const name of names) {
      const reply = await archive.engine.reply({ id: name, seat: "window", name, input: { id: archive.resident.id } });
      expect(reply, name).toMatchObject({ ok: false, refusal: { code: "role-missing" } });
    }
  });

  it("no other read or task answers with a word of a person", async () => {
    const walked = await walkReads(archive, world);
    for (const name of namesOf("task")) walked.push(...(await walkOne(archive, name, world)));
    expect(walked.filter(({ reply }) => reply.ok).length).toBeGreaterThan(2);
    const words = [...Object.values(canary), ...Object.values(neighbour)];
    const bad = walked.filter(({ text }) => words.some((word) => text.includes(word)));
    expect([...new Set(bad.map(({ name }) => name))]).toEqual([]);
  });
});

it("the log tells an inspector that something was done, not to what or why, and that it is whole", async () => {
  await become("inspector");
  const { entries, total } = await archive.engine.ask("journal.list", { limit: 500 });
  expect(total).toBeGreaterThan(10);
  expect(entries.filter((entry) => entry.objectId !== "" || entry.reasonCode !== "")).toEqual([]);
  expect(await archive.engine.ask("journal.verify", {})).toMatchObject({ isWhole: true, entryCount: total });
});
