// Where things lie, from source and packed: the bundle of main is <app>/dist/main/main.mjs in both.
import { basename, join, resolve } from "node:path";

const main = import.meta.dirname;

/** The app's folder: the project folder, or …/app.asar when packed. */
export const appFolder = resolve(main, "../..");
/** The built pages: what app://ui/, app://print/ and app://camera/ serve. */
export const pageFolder = join(appFolder, "dist/page");
export const printFolder = join(appFolder, "dist/print");
export const cameraFolder = join(appFolder, "dist/camera");
export const preloadFile = join(main, "preload.cjs");
export const digestsFile = join(main, "engine-digests.json");

/** A file as another program sees it: plain Node cannot read inside an asar. */
export const unpackedFile = (relative: string): string =>
  join(appFolder.replace(/app\.asar$/, "app.asar.unpacked"), relative);

/** The bundled Node: electron-builder puts it beside the asar, without its package folder. */
export const nodeFile = (relative: string, isPackaged: boolean): string =>
  isPackaged ? join(process.resourcesPath, "node", basename(relative)) : join(appFolder, relative);
