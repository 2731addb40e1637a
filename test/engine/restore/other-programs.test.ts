// Any older backup restores in any newer program (product: T11); one of a newer program is refused in words.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chainStart } from "#db/journal";
import { openDatabase } from "#db/open";
import { splitContentKeys } from "#db/split-keys";
import { writeManifest } from "#engine/vault/backup-manifest";
import { writeSlots } from "#engine/vault/key-slot";
import { makeOlderArchive } from "#test/fixtures/older-archive";
import { testCost, testEngine } from "#test/support/archive";

const at = "2025-03-05T08:00:00.000Z";
const passphrase = "旧年的口令 2025";
let around = "";
let backup = "";
beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), "lindang-older-"));
  backup = join(around, "旧社区.备份");
});
afterEach(() => rm(around, { recursive: true, force: true }));
const digestOf = async (path: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

/** A backup as the program wrote it that knew so many migrations; `pretend` is written down as its schema afterwards. */
async function backupOf(schema: number, pretend = schema): Promise<void> {
  const [database, keys] = [join(backup, "archive.db"), join(backup, "keys.db")];
  const { key, slot } = await makeOlderArchive({ folder: backup, schema, passphrase, cost: testCost });
  const { raw, close } = openDatabase(database, key);
  // The splitting of today empties what that program did not have yet.
  if (schema < 21) raw.exec("CREATE TABLE page_folded (seq INTEGER PRIMARY KEY, words TEXT NOT NULL)");
  close();
  splitContentKeys(database, keys, key);
  const copy = openDatabase(database, key);
  if (schema < 21) copy.raw.exec("DROP TABLE page_folded");
  copy.raw.pragma(`user_version=${pretend}`);
  copy.raw.pragma("journal_mode=DELETE");
  copy.close();
  await writeSlots(backup, { format: 1, lastBackupDate: "2025-03-05", slots: [slot] });
  await writeManifest(backup, {
    ...{ format: 1, archiveId: "older", at, files: 0, journalSequence: 0, journalHead: chainStart },
    ...{ database: await digestOf(database), keys: await digestOf(keys) },
  });
}

describe("a backup of another program", () => {
  it("that knew no ledgers yet comes back and climbs", async () => {
    await backupOf(17);
    const { engine } = testEngine();
    const target = join(around, "旧社区.lindang");
    const input = { backup, target, secret: { passphrase } };
    expect(await engine.ask("restore.check", input)).toMatchObject({
      counts: { items: 0, ledgerRows: 0 },
      archiveName: "旧社区",
    });
    await engine.ask("restore.run", { ...input, acceptsUnknown: true });
    const session = await engine.ask("archive.unlock", { folder: target, passphrase });
    expect(session).toMatchObject({ archiveId: "older", person: { name: "王敏" } });
    expect(await engine.ask("erasure.list", {})).toEqual([]);
    await engine.close();
  });

  it("that is newer is refused with its number", async () => {
    await backupOf(18, 99);
    const { engine } = testEngine();
    const input = { backup, target: join(around, "旧社区.lindang"), secret: { passphrase } };
    await expect(engine.ask("restore.check", input)).rejects.toMatchObject({
      code: "backup-from-the-future",
      details: { version: 99 },
    });
    await engine.close();
  });
});
