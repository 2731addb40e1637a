import path from "node:path";
import { appIsBuilt, buildApp } from "./set-up/built-app.mjs";
import { dependenciesAreCurrent, installDependencies } from "./set-up/dependencies.mjs";
import { electronIsChosen, provideElectron } from "./set-up/electron-runtime.mjs";
import { missingFonts, placeFonts } from "./set-up/fonts.mjs";
import { missingModels, placeModels } from "./set-up/models.mjs";
import { unlessDone } from "./set-up/one-at-a-time.mjs";
import { SetUpStop, say } from "./set-up/say.mjs";
import { PRINT_PACKAGES, SCAN_PACKAGES, SCREEN_PACKAGES, WINDOW_PACKAGES } from "./set-up/system-libraries.mjs";
import { installSystemPackages, missingPackages } from "./set-up/system-libraries.mjs";

/** The project folder. */
export const ROOT = path.resolve(import.meta.dirname, "..");

/**
 * Brings the checkout to the state a command needs, and does nothing when it is there already. Runs under Node 20 with
 * nothing installed. Everything it says goes to stderr; a stop ends the process with one sentence and exit code 1.
 * @param {{ need?: ("electron" | "print" | "scan" | "app")[] }} [options] beyond dependencies, fonts and models: "electron"
 *   brings the runtime and the system libraries of the window, "print" the printer of the print test, "scan" the scanner of
 *   the scanner tests, "app" an up-to-date dist/
 */
export async function setUp({ need = [] } = {}) {
  try {
    await unlessDone(
      ROOT,
      () => dependenciesAreCurrent(ROOT),
      () => installDependencies(ROOT),
    );
    await unlessDone(
      ROOT,
      () => missingFonts(ROOT).length === 0,
      () => placeFonts(ROOT),
    );
    await unlessDone(
      ROOT,
      () => missingModels(ROOT).length === 0,
      () => placeModels(ROOT),
    );
    if (need.includes("electron")) {
      await systemPackages([...WINDOW_PACKAGES, ...(process.env["DISPLAY"] ? [] : SCREEN_PACKAGES)], true);
      await unlessDone(
        ROOT,
        () => electronIsChosen(ROOT),
        () => provideElectron(ROOT),
      );
    }
    if (need.includes("print")) await systemPackages(PRINT_PACKAGES, false);
    if (need.includes("scan")) await systemPackages(SCAN_PACKAGES, false);
    if (need.includes("app"))
      await unlessDone(
        ROOT,
        () => appIsBuilt(ROOT),
        () => buildApp(ROOT),
      );
  } catch (error) {
    if (!(error instanceof SetUpStop)) throw error;
    say(error.message);
    process.exit(1);
  }
}

/**
 * @param {string[][]} packages
 * @param {boolean} required
 */
function systemPackages(packages, required) {
  const isDone = () => missingPackages(packages).length === 0;
  return unlessDone(ROOT, isDone, () => installSystemPackages(packages, { required }));
}
