// P7: what is sensitive is answered by a reveal with its reason and nothing else; it stands in no table in
// clear, log or way back. What leaves as a file is searched in nothing-leaves.test.ts.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Name } from "#contract/contract";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { testPassphrase } from "#test/support/archive";
import { canary, personArchive, type PersonArchive } from "#test/support/person-archive";
import { walkReads, worldOf, type Walked } from "#test/support/walk-contract";

const secrets = [canary.idNumber, canary.account, canary.illness];
/** Questions that reveal one value for a reason, and the person's own request. */
const wayIn: readonly Name[] = ["resident.reveal", "ledger.reveal", "rights-request.gather"];
let archive: PersonArchive;
let walked: Walked[];

beforeAll(async () => {
  archive = await personArchive();
  walked = await walkReads(archive, await worldOf(archive));
});
afterAll(() => archive.remove());

describe("a sensitive value", () => {
  it("comes back from no read", () => {
    // A question that itself names the number proves nothing by answering; what comes back is the reply alone.
    const said = walked.filter(
      ({ name, text }) => !wayIn.includes(name) && secrets.some((secret) => text.includes(secret)),
    );
    expect([...new Set(said.map(({ name, input }) => `${name} ${JSON.stringify(input)}`))]).toEqual([]);
  });

  it("stands in no table in clear, though the database is encrypted as a whole", async () => {
    const key = (await openSlot((await readSlots(archive.folder)).slots[0]!, testPassphrase))!;
    const { raw, close } = openDatabase(archivePaths(archive.folder).database, key, { isReadonly: true });
    const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    const bad = tables.filter((table) => {
      const rows = raw.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][];
      return rows.some((row) =>
        row.some((value) =>
          secrets.some((secret) => (Buffer.isBuffer(value) ? value.includes(secret) : String(value).includes(secret))),
        ),
      );
    });
    close();
    expect(bad).toEqual([]);
  });

  it("leaves no plain hash that a list of numbers could be tried against", async () => {
    const { createHash } = await import("node:crypto");
    const key = (await openSlot((await readSlots(archive.folder)).slots[0]!, testPassphrase))!;
    const { raw, close } = openDatabase(archivePaths(archive.folder).database, key, { isReadonly: true });
    // One look at the whole: the engine works on in the background.
    raw.exec("BEGIN");
    const digests = ["sha256", "sha1", "md5", "sm3"].flatMap((kind) =>
      secrets.map((secret) => createHash(kind).update(secret).digest("hex")),
    );
    const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    const values = tables.flatMap((table) => raw.prepare(`SELECT * FROM "${table}"`).raw().all().flat()).map(String);
    close();
    expect(digests.filter((digest) => values.some((value) => value.includes(digest)))).toEqual([]);
  });

  it("is not revealed without a reason, and each look is kept without the value", async () => {
    const { ask, reply } = archive.engine;
    const look = { id: archive.resident.id, field: "idNumber" as const };
    expect(await reply({ id: "r", seat: "window", name: "resident.reveal", input: look })).toMatchObject({ ok: false });
    await expect(ask("resident.reveal", { ...look, reasonCode: "other" })).rejects.toMatchObject({
      code: "reveal-reason-missing",
    });
    const before = (await ask("reveal.list", {})).total;
    const { value } = await ask("resident.reveal", { ...look, reasonCode: "own-matter" });
    expect(value).toBe(canary.idNumber);
    const after = await ask("reveal.list", {});
    expect(after.total).toBe(before + 1);
    expect(JSON.stringify(after)).not.toContain(canary.idNumber);
    expect(JSON.stringify(await ask("journal.list", { offset: 0, limit: 200 }))).not.toContain(canary.idNumber);
  });
});
