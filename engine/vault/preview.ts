// Documents shown before they are printed: sealed in the archive's temp folder under a key that is only in memory.
import { randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { sealFile } from "#vault-format/seal-file";
import { archivePaths } from "./archive-folder.ts";

type Preview = { readonly folder: string; readonly path: string; readonly key: Buffer; readonly mediaType: string };
const previews = new Map<string, Preview>();
/** How many previews are kept; the oldest goes. */
const most = 8;

/** Seals a PDF, or a picture of another media type, for showing; returns its id. */
export async function keepPreview(
  archive: { readonly folder: string },
  id: string,
  bytes: Buffer,
  mediaType = "application/pdf",
): Promise<string> {
  const { temporary } = archivePaths(archive.folder);
  await mkdir(temporary, { recursive: true });
  const preview = { folder: archive.folder, path: join(temporary, id), key: randomBytes(32), mediaType };
  await sealFile(preview.path, preview.key, [bytes]);
  previews.set(id, preview);
  for (const [oldId, old] of previews) {
    if (previews.size <= most) break;
    previews.delete(oldId);
    await rm(old.path, { force: true });
  }
  return id;
}

/** A preview of this archive by id. */
export function findPreview(folder: string, id: string): Preview | undefined {
  const found = previews.get(id);
  return found?.folder === folder ? found : undefined;
}

/** Forgets all previews of an archive with their keys, when it is closed. */
export function dropPreviews(folder: string): void {
  for (const [id, preview] of previews) {
    if (preview.folder !== folder) continue;
    preview.key.fill(0);
    previews.delete(id);
  }
}
