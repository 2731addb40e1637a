// Readings laid into an archive as the reader would have laid them: sealed, beside the version they were read from.
import type { PageReading, ReadLine } from "#contract/reading";
import type { PageId } from "#contract/scan";
import { readSubKeys } from "#db/keys";
import { openDatabase } from "#db/open";
import { putReading } from "#db/reading";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import type { OpenArchive } from "#engine/vault/open-archive";
import { sealReading } from "#engine/vault/seal-reading";
import { testPassphrase, type TestArchive } from "#test/support/archive";

/** Works on the store itself while nobody is at the desk. */
export async function onStore(
  archive: TestArchive,
  work: (connection: ReturnType<typeof openDatabase>, opened: OpenArchive) => void,
): Promise<void> {
  await archive.engine.ask("archive.lock", {});
  const slot = (await readSlots(archive.folder)).slots[0]!;
  const connection = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
  work(connection, { keys: readSubKeys(connection.read)! } as OpenArchive);
  connection.close();
  await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
}

/** Lines of a page one below the other, 24 pixels high, at the width the words need. */
export function readingOf(lines: readonly string[], width = 420, height = 594): PageReading {
  const laid = lines.map((text, at): ReadLine => {
    const [top, right] = [60 + at * 40, 40 + Math.max(1, [...text].length) * 24];
    const corners: ReadLine["corners"] = [
      [40, top],
      [right, top],
      [right, top + 24],
      [40, top + 24],
    ];
    return { text, corners, confidences: [...text].map(() => 0.98) };
  });
  return { engine: "test", width, height, turned: 0, slant: 0, seconds: 1, lines: laid };
}

/** Lays readings beside the first version of pages. */
export async function putReadings(
  archive: TestArchive,
  readings: readonly (readonly [PageId, PageReading])[],
  versionNumber = 1,
): Promise<void> {
  await onStore(archive, ({ write }, opened) =>
    write((db) => {
      for (const [pageId, reading] of readings) {
        const facts = { state: "read", versionNumber, engine: reading.engine, readAt: "2026-01-01T00:00:00Z" } as const;
        const sealed = sealReading(db, opened, pageId, reading)!;
        if (!putReading(db, pageId, facts, sealed)) throw new Error("no such page");
      }
    }),
  );
}
