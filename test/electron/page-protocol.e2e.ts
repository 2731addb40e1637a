// The shell opens with Chromium's cryptography what the engine sealed with Node's: byte for byte, or not at all.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { jpegPage, pngPage } from "#test/fixtures/scanned-page";
import { filesBelow } from "./find-planted.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startUnreadArchive } from "./start-archive.ts";

let desk: Desk;
let folder: string;
let large: { id: string; sha256: string; sealed: string };
let small: { id: string };

type Fetched =
  { status: number; type: string | null; cache: string | null; length: number; sha256: string } | "broke off";

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
const sealedFiles = (): string[] => filesBelow([folder]);

/** Takes one file in and answers its page and the sealed file that came with it. */
async function takeIn(name: string, bytes: Buffer): Promise<{ id: string; sealed: string }> {
  const path = join(desk.home, name);
  writeFileSync(path, bytes);
  const before = new Set(sealedFiles());
  const { outcomes } = await desk.ask("scan.accept", { paths: [path], securityMark: "" });
  const sealed = sealedFiles()
    .filter((file) => !before.has(file))
    .sort((one, other) => statSync(other).size - statSync(one).size)[0];
  const [id] = outcomes.flatMap(({ pageIds }) => pageIds);
  if (!id || !sealed) throw new Error("the file was not taken in");
  return { id, sealed };
}

const fetchPage = (id: string, variant = "image"): Promise<Fetched> =>
  desk.page.evaluate(async (url) => {
    const answer = await fetch(url);
    try {
      const bytes = await answer.arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      return {
        status: answer.status,
        type: answer.headers.get("content-type"),
        cache: answer.headers.get("cache-control"),
        length: bytes.byteLength,
        sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""),
      };
    } catch {
      return "broke off" as const;
    }
  }, `app://page/${id}/${variant}`);
const statusOf = async (id: string): Promise<number> => {
  const fetched = await fetchPage(id);
  return fetched === "broke off" ? 0 : fetched.status;
};

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  desk = await openDesk(newHome());
  mkdirSync(join(desk.home, "in"));
  ({ folder } = await startUnreadArchive(desk));
  // Several segments of 1 MiB: noise does not compress.
  const bytes = await pngPage({ width: 2480, height: 3508 });
  expect(bytes.length).toBeGreaterThan(2.5 * 1024 * 1024);
  large = { ...(await takeIn("in/large.png", bytes)), sha256: sha256(bytes) };
  small = await takeIn("in/small.jpg", await jpegPage({ seed: 9 }));
});
test.afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

test("a page of several segments comes out as it went in, and is kept in no cache", async () => {
  const fetched = await fetchPage(large.id);
  expect(fetched).toMatchObject({ status: 200, type: "image/png", cache: "no-store", sha256: large.sha256 });
  expect(await fetchPage(large.id, "thumbnail")).toMatchObject({ status: 200, cache: "no-store" });
});

test("many pages asked for at once all come", async () => {
  const statuses = await desk.page.evaluate(
    (ids) =>
      Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          fetch(`app://page/${ids[index % 2]}/${index % 3 ? "thumbnail" : "image"}`).then(async (answer) => {
            await answer.arrayBuffer();
            return answer.status;
          }),
        ),
      ),
    [large.id, small.id],
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
});

test("a sealed file that was changed breaks off, one that is gone is not found, and the others go on", async () => {
  const whole = readFileSync(large.sealed);
  const changed = Buffer.from(whole);
  const at = Math.floor(whole.length * 0.6);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  writeFileSync(large.sealed, changed);
  expect(await fetchPage(large.id)).toBe("broke off");
  writeFileSync(large.sealed, whole.subarray(0, at));
  expect(await fetchPage(large.id)).toBe("broke off");
  renameSync(large.sealed, `${large.sealed}.away`);
  expect(await statusOf(large.id)).toBe(404);
  renameSync(`${large.sealed}.away`, large.sealed);
  writeFileSync(large.sealed, whole);
  expect(await fetchPage(large.id)).toMatchObject({ sha256: large.sha256 });
  expect(await statusOf(small.id)).toBe(200);
});

test("a locked archive shows no page", async () => {
  expect(await statusOf(small.id)).toBe(200);
  await desk.ask("archive.lock", {});
  expect(await statusOf(small.id)).toBe(404);
});
