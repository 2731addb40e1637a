// Nothing kept is found in clear on disk (T13; issue: a test plants canary strings).
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { someScans } from "#test/support/sample";

const canary = "金丝雀字样QZXW";
let archive: TestArchive;
let page: Buffer;
const startedAt = Date.now() - 1000;

async function* filesBelow(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    // The project itself may be checked out in a temporary folder, and holds this very file, compiled too.
    if (path === process.cwd()) continue;
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** Files written since `since` that hold any of the needles, in any encoding a program might leave them in. */
async function whoHolds(folders: readonly string[], needles: readonly Buffer[], since = 0): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for await (const path of filesBelow(folder)) {
      const facts = await stat(path).catch(() => undefined);
      if (!facts || facts.mtimeMs < since) continue;
      const bytes = await readFile(path).catch(() => Buffer.alloc(0));
      if (needles.some((needle) => bytes.includes(needle))) found.push(path);
    }
  }
  return found;
}

const inEveryEncoding = (text: string): Buffer[] => [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")];

beforeAll(async () => {
  archive = await freshArchive();
  const [path = ""] = await someScans(archive, 1);
  // The picture's own bytes are a canary too: 64 of them from its middle.
  const picture = await sharp(
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><text y="99">金丝雀</text></svg>'),
  )
    .png()
    .toBuffer();
  page = picture;
  const source = join(archive.around, `${canary}.png`);
  await writeFile(source, picture);
  const { outcomes } = await archive.engine.ask("scan.accept", { paths: [path, source] });
  const pageIds = outcomes.flatMap((each) => each.pageIds);
  await archive.engine.ask("item.make", {
    pageIds,
    fields: {
      title: canary,
      creator: canary,
      documentNumber: canary,
      remark: canary,
      documentDate: archivalDate.parse("2024"),
    },
  });
  await archive.engine.ask("person.rename", { id: (await archive.engine.ask("person.list", {}))[0]!.id, name: canary });
  await archive.engine.ask("search.find", { words: canary });
  await archive.engine.ask("recovery.preview-sheet", { groups: [...archive.recoveryGroups] });
});
afterAll(() => archive.remove());

describe("an archive on disk", () => {
  it("is searched by a search that finds what is there", async () => {
    expect(await whoHolds([archive.around], [page.subarray(40, 104)])).toEqual([join(archive.around, `${canary}.png`)]);
  });

  it("shows no word, page byte, passphrase or recovery group, open or closed", async () => {
    const secrets = [
      canary,
      testPassphrase,
      archive.recoveryGroups.join(""),
      archive.recoveryGroups.join("\n"),
      ...archive.recoveryGroups,
    ];
    // Single groups of six digits may occur by chance in random bytes of any folder but not, in sum, here.
    const needles = [...secrets.flatMap(inEveryEncoding), page.subarray(40, 104)];
    const own = (path: string): boolean => path.startsWith(archive.folder);
    expect((await whoHolds([archive.folder], needles)).filter(own)).toEqual([]);
    await archive.engine.ask("archive.lock", {});
    expect(await whoHolds([archive.folder], needles)).toEqual([]);
    await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
  });

  it("leaves nothing in the system's temporary folder either", async () => {
    const elsewhere = (await readdir(tmpdir()))
      .map((name) => join(tmpdir(), name))
      .filter((path) => path !== archive.around);
    // The test runner keeps its own compiled copy of this very file there.
    const others = elsewhere.filter((path) => !/vitest|vite-|node-compile/.test(path));
    expect(await whoHolds(others, inEveryEncoding(canary), startedAt)).toEqual([]);
  });
});
