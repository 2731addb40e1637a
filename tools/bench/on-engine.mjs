import { openEngineDoor } from "./engine-door.mjs";

/**
 * Starts the built engine, unlocks an archive in it, does `work` and ends it.
 * @template T
 * @param {import("./bench-run.mjs").BenchRun} run
 * @param {{ folder: string; passphrase: string }} archive
 * @param {(door: import("./engine-door.mjs").EngineDoor) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onEngine({ root }, { folder, passphrase }, work) {
  const door = await openEngineDoor(root);
  try {
    await door.ask("archive.unlock", { folder, passphrase });
    return await work(door);
  } finally {
    await door.close();
  }
}
