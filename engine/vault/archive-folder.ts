// One archive is one folder: where each thing lies in it.
import { join } from "node:path";

/** Paths inside an archive folder. */
export const archivePaths = (folder: string) => ({
  database: join(folder, "archive.db"),
  slots: join(folder, "slots.json"),
  attempts: join(folder, "attempts.json"),
  lock: join(folder, "in-use.json"),
  files: join(folder, "files"),
  temporary: join(folder, "temp"),
});

/** Sealed files lie in 256 folders by the first two digits of their random names. */
export const sealedPath = (folder: string, id: string): string => join(folder, "files", id.slice(0, 2), id);
