// An open archive for a window test, by the product's own way or, where its making is not what is tested, as a copy.
import { execFileSync } from "node:child_process";
import { constants, cpSync, existsSync, mkdtempSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Session } from "#contract/archive";
import { madeFolder } from "#tools/test-run/made-folder";
import { type Desk, projectFolder, removeHome } from "./launch.ts";

export const passphrase = "梧桐 river 七月-密";
const called = "试验";

/** Creates an archive below the desk's home and leaves it open: real keys at their real cost, some seconds. */
export async function createArchive(desk: Desk): Promise<Session> {
  const { session } = await desk.ask("archive.create", {
    folder: join(desk.home, `${called}.lindang`),
    name: called,
    passphrase,
    fonds: { code: "Q001", name: "梧桐社区居民委员会", unit: "梧桐社区居民委员会" },
  });
  return session;
}

/** The archive that is copied, made once for all workers of a run; its slots are cheap to open. */
function madeOnce(): string {
  const made = madeFolder(process.ppid);
  if (!existsSync(made)) {
    const half = mkdtempSync(join(tmpdir(), "ld-made-"));
    const program = join(projectFolder, "test/fixtures/make-archive-program.ts");
    execFileSync(process.execPath, [program, join(half, "库"), called, passphrase], { stdio: ["ignore", 2, 2] });
    try {
      renameSync(half, made);
    } catch {
      // Another worker was first.
      removeHome(half);
    }
  }
  return join(made, "库");
}

/** Opens a fresh archive below the desk's home, through the wire; `name` is its folder's. */
export function startArchive(desk: Desk, name = called): Promise<Session> {
  const folder = join(desk.home, `${name}.lindang`);
  cpSync(madeOnce(), folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return desk.ask("archive.unlock", { folder, passphrase });
}

/**
 * The same with 文字识别 paused, for tests in which pages are only handled: reading each of them takes the processor for a
 * second or more.
 */
export async function startUnreadArchive(desk: Desk): Promise<Session> {
  const session = await startArchive(desk);
  await desk.ask("reading.pause", {});
  return session;
}
