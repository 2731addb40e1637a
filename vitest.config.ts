import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { roomImports } from "./tools/build/room-imports.mjs";

const every = "test/**/*.test.{ts,tsx}";
/** What the engine's tests load keeps nothing between two archives, so that one file cannot tell what ran before it. */
const together = ["contract", "db", "engine", "vault-format"].map((room) => `test/${room}/**/*.test.ts`);
/** But for those that load the helpers' decoders into their own process, where they block every other use of sharp for good. */
const decoding = ["helper/picture-skew", "page/mark-pictures", "page/separate-beginnings"].map(
  (name) => `test/engine/${name}.test.ts`,
);

// oxlint-disable-next-line import/no-default-export -- the tool looks for one
export default defineConfig({
  plugins: [roomImports(import.meta.dirname)],
  test: {
    // Real archives are created with the real key derivation, on machines with two cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Programs that tests start again and again are compiled once.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/compiled") },
    pool: "forks",
    projects: [
      // The engine is loaded once for all files of a process: loading it again cost as much as the tests themselves.
      {
        extends: true,
        test: {
          name: "together",
          include: together,
          exclude: decoding,
          isolate: false,
          setupFiles: ["test/support/leave-sharp-whole.ts"],
        },
      },
      { extends: true, test: { name: "apart", include: [every], exclude: together } },
      { extends: true, test: { name: "decoding", include: decoding } },
    ],
  },
});
