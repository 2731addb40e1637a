// Every procedure and every role: who is not named is refused, before anything else happens (E7, F37).
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
      const input = validInputs[name] ?? {};
      const reply = await archive.engine.reply({ id: name, seat: "shell", name, input });
      expect(reply, name).toMatchObject({ ok: false, refusal: { code: "role-missing" } });
    }
  });

  it("is answered, or refused for another reason, where the role is named", async () => {
    for (const [name, { kind, roles }] of Object.entries(contract)) {
      if (kind !== "read" || roles === "anyone" || !(roles as readonly Role[]).includes(role)) continue;
      const reply = await archive.engine.reply({ id: name, seat: "shell", name, input: validInputs[name] ?? {} });
      expect(reply.ok || ("refusal" in reply && reply.refusal.code !== "role-missing"), name).toBe(true);
    }
  });
});

/** Input that passes each schema, so that the refusal can only come from the role. */
const nothing = "0".repeat(32);
const scope = { fondsId: nothing, year: 2024 };
const validInputs: Readonly<Record<string, unknown>> = {
  "archive.change-passphrase": { current: "x", next: "y" },
  "recovery.confirm": { groups: Array(8).fill("0") },
  "recovery.renew": { passphrase: "x" },
  "recovery.save-sheet": { groups: Array(8).fill("000000"), to: "/nowhere" },
  "recovery.preview-sheet": { groups: Array(8).fill("000000") },
  "person.rename": { id: nothing, name: "x" },
  "fonds.found": { code: "", name: "x", unit: "", codeStandard: "DA/T 22-2015" },
  "fonds.revise": { id: nothing, code: "", name: "x", unit: "", codeStandard: "DA/T 22-2015" },
  "matter.add": { fondsId: nothing, code: "AA", name: "x" },
  "scan.accept": { paths: ["/nowhere"] },
  "scan.discard": { pageIds: [nothing] },
  "page.open": { id: nothing, variant: "image" },
  "document.open": { id: nothing },
  "item.read": { id: nothing },
  "item.make": { pageIds: [] },
  "item.describe": { id: nothing, revision: 1, fields: {} },
  "item.arrange": { id: nothing, revision: 1, parts: [] },
  "item.dissolve": { id: nothing, revision: 1 },
  "item.suggest": { field: "creator" },
  "item.same-number": { documentNumber: "x", creator: "y" },
  "filing.years": { fondsId: nothing },
  "filing.preview": scope,
  "filing.commit": { ...scope, planDigest: "x" },
  "catalogue.show": { scope },
  "catalogue.write": { scope, form: "pdf", to: "/nowhere" },
  "catalogue.preview": { scope },
  "package.preview": scope,
  "package.write": { ...scope, into: "/nowhere" },
  "search.find": { words: "x" },
  "undo.apply": { sequence: 1 },
};
