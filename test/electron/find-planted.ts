import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The forms in which a word may lie in a file: as it is typed, as Windows and SQLite may write it, in a URL, in base64. */
export function formsOf(word: string): Buffer[] {
  const base64 = Buffer.from(word).toString("base64").slice(0, -4);
  const texts = [
    word,
    encodeURIComponent(word),
    base64,
    Buffer.from(word).toString("hex"),
    JSON.stringify(word).slice(1, -1),
  ];
  return [...new Set(texts)].map((text) => Buffer.from(text)).concat(Buffer.from(word, "utf16le"));
}

/** Every regular file below the folders, links not followed; a file that vanished meanwhile is passed over. */
export function filesBelow(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

/** "file: word" for every planted word found in the clear, in contents or names. */
export function findPlanted(folders: readonly string[], words: readonly (string | Buffer)[]): string[] {
  return filesBelow(folders).flatMap((file) => {
    const bytes = readOrNothing(file);
    return words.flatMap((word) => {
      const forms = typeof word === "string" ? formsOf(word) : [word];
      const isInName = typeof word === "string" && file.includes(word);
      return isInName || forms.some((form) => bytes.includes(form))
        ? [`${file}: ${typeof word === "string" ? word : word.toString("hex").slice(0, 40)}`]
        : [];
    });
  });
}

function readOrNothing(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
