// Model packs from a USB stick: what is refused leaves nothing behind, what is taken over is tried first.
import { createHash } from "node:crypto";
import {
  existsSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ModelPackManifest } from "#contract/model-pack";
import { shippedPack } from "#engine/reading/model-pack";
import { freshArchive, type TestArchive } from "#test/support/archive";

let archive: TestArchive;
beforeAll(async () => {
  archive = await freshArchive();
});
afterAll(() => archive.remove());

type Change = { manifest?: Partial<ModelPackManifest>; dictionary?: string; recognition?: Buffer };

/** A pack as it comes on a stick: the shipped files under another name, and what is wrong with it. */
function stick(name: string, { manifest = {}, dictionary, recognition }: Change = {}): string {
  const folder = join(archive.around, "U盘", name);
  mkdirSync(folder, { recursive: true });
  const { folder: from, manifest: shipped } = shippedPack();
  for (const { file } of Object.values(shipped.files)) copyFileSync(join(from, file), join(folder, file));
  const files = { ...shipped.files };
  for (const [part, bytes] of [
    ["dictionary", dictionary === undefined ? undefined : Buffer.from(dictionary)],
    ["recognition", recognition],
  ] as const) {
    if (!bytes) continue;
    rmSync(join(folder, files[part].file));
    writeFileSync(join(folder, files[part].file), bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    files[part] = { ...files[part], size: bytes.length, sha256 };
  }
  const made = { ...shipped, name, title: `新版 ${name}`, files, ...manifest };
  writeFileSync(join(folder, "pack.json"), JSON.stringify(made));
  return folder;
}

const take = (path: string) => archive.engine.ask("model-pack.import", { path });
const list = async () => (await archive.engine.ask("model-pack.list", {})).packs;
const folders = (): string[] =>
  existsSync(join(archive.folder, "models")) ? readdirSync(join(archive.folder, "models")) : [];

describe("a model pack that is not taken over", () => {
  const dictionary = readFileSync(join(shippedPack().folder, "dictionary.txt"), "utf8");
  it.each([
    ["without a manifest", "model-pack-invalid", () => join(archive.around)],
    ["with a name that leads elsewhere", "model-pack-invalid", () => stick("aa-1", { manifest: { name: "../../x" } })],
    [
      "with a file outside its folder",
      "model-pack-invalid",
      () => {
        const { files } = shippedPack().manifest;
        const elsewhere = { ...files.dictionary, file: "../dictionary.txt" };
        return stick("bb-2", { manifest: { files: { ...files, dictionary: elsewhere } } });
      },
    ],
    [
      "with another SHA-256 than it says",
      "model-pack-damaged",
      () => {
        const folder = stick("cc-3");
        const path = join(folder, "dictionary.txt");
        rmSync(path);
        writeFileSync(path, dictionary.replace("的", "地"));
        return folder;
      },
    ],
    [
      "with a link in place of a file",
      "model-pack-damaged",
      () => {
        const folder = stick("dd-4");
        rmSync(join(folder, "dictionary.txt"));
        symlinkSync(join(shippedPack().folder, "dictionary.txt"), join(folder, "dictionary.txt"));
        return folder;
      },
    ],
    ["that is no network", "model-pack-damaged", () => stick("ee-5", { recognition: Buffer.alloc(5000, 7) })],
    [
      "that reads other characters",
      "model-pack-misreads",
      () => stick("ff-6", { dictionary: dictionary.split("\n").toReversed().join("\n") }),
    ],
    ["with the name of the shipped one", "model-pack-taken", () => stick("ppocr-v4-mobile")],
    [
      "too large for the helper",
      "model-pack-too-large",
      () => {
        const { files } = shippedPack().manifest;
        return stick("gg-7", { manifest: { files: { ...files, recognition: { ...files.recognition, size: 1e9 } } } });
      },
    ],
  ])("%s: %s", async (_, code, make) => {
    await expect(take(make())).rejects.toMatchObject({ code });
    expect(folders()).toEqual([]);
    expect(await list()).toMatchObject([{ name: "ppocr-v4-mobile", isShipped: true, isChosen: true }]);
  });
});

describe("a model pack that reads right", () => {
  it("is taken over, is not chosen by that, is chosen, and the choice is undone", async () => {
    const path = join(stick("office-2026"), "pack.json");
    expect(await take(path)).toMatchObject({ name: "office-2026", title: "新版 office-2026", isChosen: false });
    expect(folders()).toEqual(["office-2026"]);
    await expect(take(path)).rejects.toMatchObject({ code: "model-pack-taken" });
    expect((await list()).map(({ name, isChosen }) => [name, isChosen])).toEqual([
      ["ppocr-v4-mobile", true],
      ["office-2026", false],
    ]);
    await archive.engine.ask("model-pack.choose", { name: "office-2026" });
    expect((await list()).find(({ isChosen }) => isChosen)?.name).toBe("office-2026");
    const next = await archive.engine.ask("undo.next", {});
    expect(next?.action).toBe("model-pack.choose");
    await archive.engine.ask("undo.apply", { sequence: next?.sequence ?? 0 });
    expect((await list()).find(({ isChosen }) => isChosen)?.name).toBe("ppocr-v4-mobile");
    await expect(archive.engine.ask("model-pack.choose", { name: "no-such" })).rejects.toMatchObject({
      code: "model-pack-not-found",
    });
  });

  it("gives way to the shipped one when its files are gone, as after a restore", async () => {
    await archive.engine.ask("model-pack.choose", { name: "office-2026" });
    rmSync(join(archive.folder, "models"), { recursive: true });
    expect(await list()).toMatchObject([
      { name: "ppocr-v4-mobile", isChosen: true },
      { name: "office-2026", isChosen: false, isWhole: false },
    ]);
    await expect(archive.engine.ask("model-pack.choose", { name: "office-2026" })).rejects.toMatchObject({
      code: "model-pack-not-found",
    });
  });
});
