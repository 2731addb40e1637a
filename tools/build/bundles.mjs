// The five bundles. Runs under Node 24 only.
import react from "@vitejs/plugin-react";
import path from "node:path";
import { build, createLogger } from "vite";
import { filesBelow } from "./inputs.mjs";
import { roomImports } from "./room-imports.mjs";

const logger = createLogger("warn");
/** @param {string} message */
const say = (message) => void process.stderr.write(`${message}\n`);
logger.warn = say;
logger.error = say;

/**
 * Builds both pages, main, preload and engine.
 * @param {string} root project folder
 * @param {string} out empty folder for the bundles
 * @param {{ sourcemap: boolean }} options
 */
export async function buildBundles(root, out, { sourcemap }) {
  /** @type {import("vite").InlineConfig} */
  const shared = {
    configFile: false,
    customLogger: logger,
    logLevel: "warn",
    mode: "production",
    plugins: [roomImports(root)],
  };
  const usual = { sourcemap, emptyOutDir: false, copyPublicDir: false, reportCompressedSize: false };
  // The desk's page, the page that is printed, the frame of the document camera: each is served by a host of its own.
  for (const [source, folder] of [
    ["renderer", "page"],
    ["renderer/print", "print"],
    ["renderer/camera", "camera"],
  ])
    await build({
      ...shared,
      root: path.join(root, String(source)),
      base: "./",
      plugins: [roomImports(root), react()],
      // The page is read from the disk of the same machine: one large file loads no slower than many.
      build: { ...usual, outDir: path.join(out, String(folder)), target: "chrome130", chunkSizeWarningLimit: 8192 },
    });
  await build({
    ...shared,
    root,
    ssr: { noExternal: true },
    build: {
      ...usual,
      ssr: true,
      outDir: path.join(out, "main"),
      target: "node20",
      rolldownOptions: {
        input: { main: path.join(root, "electron/main.ts") },
        external: ["electron", /^electron\//, /^node:/],
        output: { entryFileNames: "[name].mjs", chunkFileNames: "part-[name].mjs" },
      },
    },
  });
  await build({
    ...shared,
    root,
    ssr: { noExternal: true },
    build: {
      ...usual,
      ssr: true,
      outDir: path.join(out, "main"),
      target: "chrome130",
      rolldownOptions: {
        input: { preload: path.join(root, "electron/preload.ts") },
        external: ["electron", /^electron\//, /^node:/],
        // A sandboxed preload is one CommonJS file.
        output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false },
      },
    },
  });
  await buildEngine(root, path.join(out, "engine"), engineEntries(root), sourcemap);
}

/**
 * Builds programs of the engine into one flat folder.
 * @param {string} root project folder
 * @param {string} out folder for the programs and what they share
 * @param {Record<string, string>} input bundle name → source file
 * @param {boolean} sourcemap
 */
export async function buildEngine(root, out, input, sourcemap) {
  await build({
    configFile: false,
    customLogger: logger,
    logLevel: "warn",
    mode: "production",
    plugins: [roomImports(root)],
    root,
    ssr: { noExternal: ["drizzle-orm", "zod"] },
    build: {
      ...{ sourcemap, emptyOutDir: false, copyPublicDir: false, reportCompressedSize: false },
      ssr: true,
      outDir: out,
      target: "node24",
      rolldownOptions: {
        input,
        // Packages stay outside: native addons, wasm and data files find themselves in node_modules. The two that are
        // plain JavaScript in hundreds of files come inside: read one by one they cost the start a third of a second.
        external: (id) => !/^[.#/]|^[A-Za-z]:|^(drizzle-orm|zod)(\/|$)/.test(id),
        // Flat: `import.meta.url` of any chunk must see ./migrations/ and ../resources/ as engine/*.ts do.
        output: { entryFileNames: "[name].mjs", chunkFileNames: "part-[name].mjs" },
      },
    },
  });
}

/**
 * The programs of the engine: the child process, each helper process, each worker thread. All lie in one folder, where
 * each is looked for beside the module that starts it.
 * @param {string} root
 * @returns {Record<string, string>} bundle name → source file
 */
export function engineEntries(root) {
  const programs = filesBelow(root, "engine").filter((name) => /-(helper|worker)\.ts$/.test(name));
  return Object.fromEntries(
    ["engine/host.ts", ...programs]
      .filter((name) => name !== "engine/helper/start-helper.ts")
      .map((name) => [path.basename(name, ".ts"), path.join(root, name)]),
  );
}
