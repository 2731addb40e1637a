// Every procedure and every role: who is not named is refused, before the question is even read (E7, F37).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract } from "#contract/contract";
import { roleNames, type Role } from "#contract/procedure";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

/** Makes the archive's one person bear just this role, as a grant of roles would. */
async function become(role: Role): Promise<void> {
  await archive.engine.ask("archive.lock", {});
  const slot = (await readSlots(archive.folder)).slots[0]!;
  const connection = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
  connection.raw.exec("DELETE FROM person_role");
  connection.raw.prepare("INSERT INTO person_role SELECT id, ? FROM person").run(role);
  connection.close();
  await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
}

describe.each(roleNames)("a person who is only %s", (role) => {
  beforeAll(() => become(role));

  it("is refused every procedure that does not name the role", async () => {
    for (const [name, { kind, roles }] of Object.entries(contract)) {
      if (kind === "door" || roles === "anyone" || (roles as readonly Role[]).includes(role)) continue;
      const reply = await archive.engine.reply({ id: name, seat: "shell", name, input: {} });
      expect(reply, name).toMatchObject({ ok: false, refusal: { code: "role-missing" } });
    }
  });

  it("is answered, or refused for another reason, where the role is named", async () => {
    for (const [name, { kind, roles }] of Object.entries(contract)) {
      if (kind !== "read" || roles === "anyone" || !(roles as readonly Role[]).includes(role)) continue;
      const reply = await archive.engine.reply({ id: name, seat: "shell", name, input: {} });
      expect(reply.ok || ("refusal" in reply && reply.refusal.code !== "role-missing"), name).toBe(true);
    }
  });
});
