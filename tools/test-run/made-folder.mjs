// Where the archive lies that window tests copy: one for all workers of a run, removed when the run ends (playwright.config.ts).
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * The folder of the run whose main process has this number.
 * @param {number} run
 */
export const madeFolder = (run) => path.join(tmpdir(), `ld-made-run-${run}`);

/** Removes that of this process. */
export const removeMade = () => rmSync(madeFolder(process.pid), { recursive: true, force: true });
