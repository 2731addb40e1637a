// An archive with a person in it and a backup of the day before she asked to be deleted, on a disk that was away then.
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openDatabase, type Connection } from "#db/open";
import type { Asked, Output } from "#contract/contract";
import type { EngineOptions } from "#engine/engine";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { testPassphrase } from "./archive.ts";
import { canary, personArchive, type PersonArchive } from "./person-archive.ts";
import { granted } from "./rights.ts";

export type BackedUp = PersonArchive & {
  readonly key: Buffer;
  /** The backup of before, where its disk is plugged in now. */
  readonly backup: string;
  /** A disk with a backup of after the deletion. */
  readonly near: string;
  restore(change?: Partial<Asked<"restore.run">>): Promise<Output<"restore.run">>;
  check(change?: Partial<Asked<"restore.check">>): Promise<Output<"restore.check">>;
};

/** Her values; her name may stand in one row that was never confirmed as hers. */
export const hers = [canary.phone, canary.idNumber, canary.account, canary.illness, canary.ethnicity, canary.story];

/** Backed up, then deleted unless told otherwise, then closed. */
export async function backedUp(options: EngineOptions & { readonly isDeleted?: boolean } = {}): Promise<BackedUp> {
  const { isDeleted = true, ...rest } = options;
  const archive = await personArchive(rest);
  const { ask } = archive.engine;
  const key = (await openSlot((await readSlots(archive.folder)).slots[0]!, testPassphrase))!;
  const [far, near] = [join(archive.around, "远"), join(archive.around, "近")];
  for (const place of [far, near]) await mkdir(place);
  await ask("settings.revise", { backupFolder: far });
  await ask("backup.make", {});
  const away = `${far}-拔下`;
  await rename(far, away);
  await ask("settings.revise", { backupFolder: near });
  await ask("backup.make", {});
  if (isDeleted) await granted(archive, "deletion");
  await ask("archive.close", {});
  const backup = join(away, "测试社区.备份");
  const given = { backup, target: archive.folder, secret: { passphrase: testPassphrase } };
  return {
    ...archive,
    ...{ key, backup, near },
    restore: (change = {}) => ask("restore.run", { ...given, ...change }),
    check: (change = {}) => ask("restore.check", { ...given, ...change }),
  };
}

/** Every text and blob of a database, one after the other, as it can be read with the key. */
export function everyValue(path: string, key: Buffer): string {
  const { raw, close } = openDatabase(path, key, { isReadonly: true });
  const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  const values = tables.flatMap((table) => raw.prepare(`SELECT * FROM "${table}"`).raw().all().flat());
  close();
  return values.map((value) => (Buffer.isBuffer(value) ? value.toString("latin1") : String(value))).join("\n");
}

/** Changes the database of a backup and its manifest with it, as an older or newer program would have written them. */
export async function alterBackup({ backup, key }: BackedUp, change: (raw: Connection["raw"]) => void): Promise<void> {
  const path = join(backup, "archive.db");
  const { raw, close } = openDatabase(path, key);
  change(raw);
  raw.pragma("journal_mode=DELETE");
  close();
  const manifest = JSON.parse(await readFile(join(backup, "backup.json"), "utf8")) as object;
  const database = createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
  await writeFile(join(backup, "backup.json"), JSON.stringify({ ...manifest, database }));
}
