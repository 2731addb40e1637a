import { join } from "node:path";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { roomImports } from "./tools/build/room-imports.mjs";

const every = "test/**/*.test.{ts,tsx}";
/** What the engine's tests load keeps nothing between two archives, so that one file cannot tell what ran before it. */
const together = ["contract", "db", "engine", "vault-format"].map((room) => `test/${room}/**/*.test.ts`);
const page = ["test/renderer/**/*.test.{ts,tsx}"];
/** But for those that load the helpers' decoders into their own process, where they block every other use of sharp for good. */
const decoding = ["helper/picture-skew", "page/mark-pictures", "page/separate-beginnings"].map(
  (name) => `test/engine/${name}.test.ts`,
);

/** Helpers are started hundreds of times: built once, each start costs a third. */
const builtPrograms: Plugin = {
  name: "built-programs",
  enforce: "pre",
  resolveId: (id) =>
    /(^\.|^#engine\/helper)\/program-file(\.ts)?$/.test(id)
      ? join(import.meta.dirname, "test/support/built-program-file.ts")
      : undefined,
};

// oxlint-disable-next-line import/no-default-export -- the tool looks for one
export default defineConfig({
  plugins: [builtPrograms, roomImports(import.meta.dirname)],
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
      // So is the page, in processes of its own: the engine's shall not carry its libraries.
      { extends: true, test: { name: "page", include: page, isolate: false } },
      { extends: true, test: { name: "apart", include: [every], exclude: [...together, ...page] } },
      { extends: true, test: { name: "decoding", include: decoding } },
    ],
  },
});
