// The place a photo was taken stays in the original alone: not in the database, a thumbnail, a rendition or an answer.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CaptionedItem } from "#contract/caption";
import type { Group } from "#contract/group";
import type { SealedPlace } from "#contract/page-image";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { writeMp4 } from "#test/fixtures/digital-files";
import { writePhoto } from "#test/fixtures/photo-writer";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { readPart } from "#vault-format/open-file";

let archive: TestArchive;
beforeEach(async () => void (archive = await freshArchive()));
afterEach(() => archive.remove());
const aGroup = (category = "ZP"): Promise<Group> =>
  archive.engine.ask("group.make", { fondsId: archive.fondsId, category });
const itemsOf = async (group: Group): Promise<readonly CaptionedItem[]> =>
  (await archive.engine.ask("group.items", { id: group.id })).rows;

describe("the place a photo was taken", () => {
  const words = "CANARYGPSPLACE";
  const place = { north: [43, 48.5, 11.25], east: [87, 36.75, 9.5], words };
  const marks = [words, "43.8031", "87.6026"];

  /** Every value of every table, bytes as text. */
  async function dumpOf({ folder }: TestArchive): Promise<string> {
    const [slot] = (await readSlots(folder)).slots;
    const key = slot && (await openSlot(slot, testPassphrase));
    const { raw, close } = openDatabase(archivePaths(folder).database, key!);
    const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    const rows = tables.map((name) => raw.prepare(`SELECT * FROM "${name}"`).all());
    close();
    return JSON.stringify(rows, (_, value: unknown) => (Buffer.isBuffer(value) ? value.toString("latin1") : value));
  }

  it("stays in the original and is nowhere else", async () => {
    const original = await writePhoto({ place }, { width: 120, height: 90, seed: 999 });
    expect(original.includes(words)).toBe(true);
    const photo = join(archive.around, "现场.jpg");
    await writeFile(photo, original);
    const tiff = join(archive.around, "现场.tif");
    await writeFile(tiff, await sharp(original).keepExif().tiff().toBuffer());
    const film = join(archive.around, "现场.mp4");
    await writeFile(film, writeMp4({ place: `+43.8031+087.6026/${words}` }));
    const { outcomes } = await archive.engine.ask("scan.accept", { paths: [photo, tiff, film] });
    expect(outcomes.map((each) => each.outcome)).toEqual(["accept", "accept", "accept"]);
    const [pictures, recordings] = [await aGroup(), await aGroup("LX")];
    await archive.engine.ask("group.take", {
      id: pictures.id,
      members: outcomes.slice(0, 2).map(({ pageIds }) => ({ pageIds: [...pageIds] })),
    });
    await archive.engine.ask("group.take", {
      id: recordings.id,
      members: [{ fileIds: [outcomes[2]!.digitalFileId!] }],
    });
    const answers = JSON.stringify([await itemsOf(pictures), await itemsOf(recordings), archive.events]);
    for (const mark of marks) expect(answers).not.toContain(mark);
    expect(answers).toContain("HUAWEI");

    const open = async (id: string, variant: "image" | "thumbnail"): Promise<Buffer> => {
      const reply = await archive.engine.reply({ id: "p", seat: "shell", name: "page.open", input: { id, variant } });
      const sealed = (reply as { value: SealedPlace }).value;
      return readPart(sealed.path, Buffer.from(sealed.key, "hex"), sealed.part);
    };
    const [jpegPage, tiffPage] = (await itemsOf(pictures)).map((each) => each.page!.id);
    expect((await open(jpegPage!, "image")).equals(original)).toBe(true);
    const made = [
      await open(jpegPage!, "thumbnail"),
      await open(tiffPage!, "thumbnail"),
      await open(tiffPage!, "image"),
    ];
    for (const picture of made) {
      expect(picture.includes(words)).toBe(false);
      expect((await sharp(picture).metadata()).exif).toBeUndefined();
    }

    await archive.engine.ask("archive.lock", {});
    const dump = await dumpOf(archive);
    expect(dump).toContain("HUAWEI");
    for (const mark of marks) expect(dump).not.toContain(mark);
    for (const file of await readdir(archive.folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = await readFile(join(file.parentPath, file.name));
      expect(bytes.includes(words), file.name).toBe(false);
    }
  });
});
