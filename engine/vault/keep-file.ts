// One new sealed file under a random name and a key of its own; durable on disk before any row names it.
import { createHash, randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { sealFile, syncFolder } from "#vault-format/seal-file";
import { putContentKey } from "#db/keys";
import type { WriteDb } from "#db/open";
import { addVaultFile, type VaultFile } from "#db/vault-file";
import type { MakeId } from "#engine/id";
import { sealedPath } from "./archive-folder.ts";
import type { OpenArchive } from "./open-archive.ts";

export type KeptFile = VaultFile & { readonly key: Buffer };

/** Digests of the plain bytes, when the caller has them from reading the source. */
export type PlainDigests = { readonly sha256: string; readonly sm3: string };

/** Folders made since an archive was opened; forgotten with its connection, because the folder may be another by then. */
const madeShards = new WeakMap<OpenArchive["connection"], Set<string>>();

/** Makes the folder of a sealed file, durably: a file in a folder that a crash takes away is lost with it. */
async function makeShard({ connection }: OpenArchive, shard: string): Promise<void> {
  const made = madeShards.get(connection) ?? new Set<string>();
  madeShards.set(connection, made);
  if (made.has(shard)) return;
  const first = await mkdir(shard, { recursive: true });
  if (first !== undefined) await syncFolder(dirname(shard));
  made.add(shard);
}

/** Seals bytes (part 0) and their thumbnail (part 1). No row is written: noteFile does that in the caller's transaction. */
export async function keepFile(
  archive: OpenArchive,
  makeId: MakeId,
  bytes: Buffer,
  thumbnail: Buffer,
  known?: PlainDigests,
): Promise<KeptFile> {
  const id = makeId();
  const path = sealedPath(archive.folder, id);
  await makeShard(archive, dirname(path));
  const key = randomBytes(32);
  const sealed = await sealFile(path, key, [bytes, thumbnail]);
  const digest = (name: "sha256" | "sm3"): string => createHash(name).update(bytes).digest("hex");
  return {
    id,
    key,
    cipherSha256: sealed.cipherSha256,
    cipherSize: sealed.cipherSize,
    plainSize: bytes.length,
    plainSha256: known?.sha256 ?? digest("sha256"),
    plainSm3: known?.sm3 ?? digest("sm3"),
  };
}

/** Seals bytes that flow by, larger than memory; no thumbnail. Digests are asked once the last piece has gone. */
export async function keepFlowing(
  archive: OpenArchive,
  makeId: MakeId,
  source: { readonly size: number; readonly chunks: AsyncIterable<Buffer>; readonly digests: () => PlainDigests },
): Promise<KeptFile> {
  const id = makeId();
  const path = sealedPath(archive.folder, id);
  await makeShard(archive, dirname(path));
  const key = randomBytes(32);
  const sealed = await sealFile(path, key, [source, Buffer.alloc(0)]);
  const { sha256, sm3 } = source.digests();
  return { id, key, ...sealed, plainSize: source.size, plainSha256: sha256, plainSm3: sm3 };
}

/** Writes down a sealed file and its wrapped key. */
export function noteFile(db: WriteDb, archive: OpenArchive, file: KeptFile): void {
  const { key, ...facts } = file;
  addVaultFile(db, facts);
  putContentKey(db, archive.keys, file.id, "file", key);
}

/** Removes sealed files no row names: what was prepared for an intake that came to nothing. */
export async function forgetFiles(archive: OpenArchive, files: readonly KeptFile[]): Promise<void> {
  for (const file of files) await rm(sealedPath(archive.folder, file.id), { force: true });
}
