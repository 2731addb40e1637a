// The real window on the chosen runtime, in a profile of its own that is gone afterwards.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron } from "@playwright/test";
import { sandboxWorks } from "../test-run/sandbox.mjs";

const KEPT = ["PATH", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "TMPDIR", "XDG_RUNTIME_DIR", "LANG"];
const WIDTH = 1366;
const HEIGHT = 768;

/**
 * @typedef {object} Desk
 * @property {import("@playwright/test").Page} page
 * @property {(paths: string[]) => Promise<void>} chooseNext the next open dialog answers with these paths
 * @property {() => Promise<void>} close as a person closes the window; the archive is closed and copied first
 */

/**
 * @param {string} root project folder, built
 * @returns {Promise<Desk>}
 */
export async function openDesk(root) {
  // Chromium refuses to sandbox for root, and some systems refuse it to everybody.
  const isRoot = process.getuid?.() === 0;
  const isSandboxed = !isRoot && (await sandboxWorks(root, { env: process.env }));
  if (!isSandboxed)
    process.stderr.write(`demo: the window runs without Chromium's sandbox${isRoot ? " (root)" : ""}\n`);
  const home = await mkdtemp(path.join(tmpdir(), "ld-"));
  const app = await _electron.launch({ args: ["."], cwd: root, chromiumSandbox: isSandboxed, env: surroundings(home) });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(45_000);
    await page.waitForLoadState("load");
    await giveSize(app, page);
    return {
      page,
      chooseNext: (paths) =>
        app.evaluate(({ dialog }, chosen) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: chosen });
        }, paths),
      async close() {
        const late = setTimeout(() => app.process().kill("SIGKILL"), 60_000);
        await app.close();
        clearTimeout(late);
        await rm(home, { recursive: true, force: true });
      },
    };
  } catch (error) {
    app.process().kill("SIGKILL");
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The size of a clerk's screen. The program maximises itself on a small one, at its own moment.
 * @param {import("@playwright/test").ElectronApplication} app
 * @param {import("@playwright/test").Page} page
 */
async function giveSize(app, page) {
  const wanted = `${WIDTH} × ${HEIGHT}`;
  for (let tries = 0; tries < 20; tries += 1) {
    await app.evaluate(({ BrowserWindow }, [width, height]) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.unmaximize();
      window?.setContentSize(width, height);
    }, /** @type {const} */ ([WIDTH, HEIGHT]));
    await page.waitForTimeout(150);
    if ((await page.evaluate("`${innerWidth} × ${innerHeight}`")) === wanted) return;
  }
  process.stderr.write(`demo: this screen has no room for ${wanted}; the page is drawn as if it had\n`);
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
}

/**
 * @param {string} home
 * @returns {Record<string, string>} the screen and the runtime, nothing else of the person who runs the demo
 */
function surroundings(home) {
  const own = { HOME: home, XDG_CONFIG_HOME: path.join(home, "config"), XDG_CACHE_HOME: path.join(home, "cache") };
  const kept = [...KEPT, "ELECTRON_OVERRIDE_DIST_PATH"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(kept), ...own };
}
