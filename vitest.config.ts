import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { roomImports } from "./tools/build/room-imports.mjs";

// oxlint-disable-next-line import/no-default-export -- the tool looks for one
export default defineConfig({
  plugins: [roomImports(import.meta.dirname)],
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    // Real archives are created with the real key derivation, on machines with two cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Programs that tests start again and again are compiled once.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/compiled") },
    pool: "forks",
  },
});
