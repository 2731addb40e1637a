import path from "node:path";
import { installDependencies } from "./set-up/dependencies.mjs";
import { provideElectron } from "./set-up/electron-runtime.mjs";
import { placeFonts } from "./set-up/fonts.mjs";
import { oneAtATime } from "./set-up/one-at-a-time.mjs";
import { SetUpStop, say } from "./set-up/say.mjs";
import { PRINT_PACKAGES, SCREEN_PACKAGES, WINDOW_PACKAGES, installSystemPackages } from "./set-up/system-libraries.mjs";

/** The project folder. */
export const ROOT = path.resolve(import.meta.dirname, "..");

/**
 * Brings the checkout to the state a command needs, and does nothing when it is there already. Runs under Node 20 with
 * nothing installed. Everything it says goes to stderr; a stop ends the process with one sentence and exit code 1.
 * @param {{ need?: ("electron" | "print")[] }} [options] beyond dependencies and fonts: "electron" brings the runtime
 *   and the system libraries of the window, "print" the printer of the print test
 */
export async function setUp({ need = [] } = {}) {
  try {
    await oneAtATime(ROOT, () => {
      installDependencies(ROOT);
      placeFonts(ROOT);
      if (need.includes("electron")) {
        const screen = process.env["DISPLAY"] ? [] : SCREEN_PACKAGES;
        installSystemPackages([...WINDOW_PACKAGES, ...screen], { required: true });
        provideElectron(ROOT);
      }
      if (need.includes("print")) installSystemPackages(PRINT_PACKAGES, { required: false });
    });
  } catch (error) {
    if (!(error instanceof SetUpStop)) throw error;
    say(error.message);
    process.exit(1);
  }
}
