// A disk in memory that is soon full, for tests of what happens then; only root may mount one.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const mayMount = process.getuid?.() === 0 && process.platform === "linux";

/** Mounts a disk of so many megabytes; its folder, "" where none may be mounted. */
export async function mountSmallDisk(megabytes: number): Promise<string> {
  if (!mayMount) return "";
  const disk = await mkdtemp(join(tmpdir(), "lindang-small-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", disk], { stdio: "ignore" });
    return disk;
  } catch {
    await rm(disk, { recursive: true });
    return "";
  }
}

/** Takes it away; says how many tests had none. */
export async function removeSmallDisk(disk: string, tests: string): Promise<void> {
  if (!disk) return void process.stdout.write(`skipped: full disk (${tests})\n`);
  execFileSync("umount", [disk]);
  await rm(disk, { recursive: true });
}
