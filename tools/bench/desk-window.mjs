import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { openWindow } from "./open-window.mjs";

/** Runs in the page: resolves with performance.now() once `selector` is there and has been painted. */
const whenPainted = (/** @type {string} */ selector) => `new Promise((done, failed) => {
  const until = performance.now() + 60000;
  const look = () => {
    if (document.querySelector(${JSON.stringify(selector)}))
      requestAnimationFrame(() => setTimeout(() => done(performance.now())));
    else if (performance.now() > until) failed(new Error("not seen: " + ${JSON.stringify(selector)}));
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Runs in the page: milliseconds from a click in the navigation until `selector` was painted. */
const goTo = (/** @type {string} */ keys, /** @type {string} */ selector) => `(async () => {
  const started = performance.now();
  document.querySelector('button[aria-keyshortcuts="${keys}"]').click();
  return (await ${whenPainted(selector)}) - started;
})()`;

/**
 * The app with its window, in a profile that remembers one archive, as it is every morning.
 * @typedef {import("./open-window.mjs").OpenWindow & {
 *   unlockScreenMs: number;
 *   firstPaintMs: number;
 *   unlock: (passphrase: string) => Promise<number>;
 *   showHome: () => Promise<number>;
 *   showItems: () => Promise<number>;
 * }} DeskWindow
 */

/**
 * Opens the built app. `unlockScreenMs` is from the start of the process until the unlock screen was painted for the
 * last time; `unlock` gives the milliseconds from the Enter key to the painted home page, `showHome` and `showItems`
 * those from the click in the navigation to the painted page.
 * @param {string} root
 * @param {string} home
 * @param {string} archiveFolder
 * @param {readonly string[]} [switches] of the runtime
 * @returns {Promise<DeskWindow>}
 */
export async function openDeskWindow(root, home, archiveFolder, switches = []) {
  const profile = path.join(home, "config/lindang");
  await mkdir(profile, { recursive: true });
  await writeFile(path.join(profile, "desk.json"), JSON.stringify({ desk: { archiveFolders: [archiveFolder] } }));
  const window = await openWindow({ root, app: ".", home, page: "app://ui/", switches });
  const { page } = window;
  try {
    await page.evaluate(whenPainted(".unlock-card input"));
    // The browser's own marks: they do not depend on when it was asked.
    const marks = await page.evaluate(`new Promise((done) => {
      const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
      let last = first;
      new PerformanceObserver((list) => { for (const each of list.getEntries()) last = Math.max(last, each.startTime); })
        .observe({ type: "largest-contentful-paint", buffered: true });
      setTimeout(() => done({ origin: performance.timeOrigin, first, last }), 300);
    })`);
    return {
      ...window,
      firstPaintMs: marks.origin + marks.first - window.startedAt,
      unlockScreenMs: marks.origin + marks.last - window.startedAt,
      async unlock(passphrase) {
        await page.evaluate(`document.querySelector(".unlock-card input").focus()`);
        await page.send("Input.insertText", { text: passphrase });
        await page.evaluate(
          `addEventListener("keydown", () => (window.benchEnter = performance.now()), { once: true, capture: true })`,
        );
        const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, text: "\r" };
        const seen = page.evaluate(whenPainted(".home-panels .home-line"));
        await page.send("Input.dispatchKeyEvent", { type: "keyDown", ...enter });
        await page.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
        return (await seen) - (await page.evaluate("window.benchEnter"));
      },
      showHome: () => page.evaluate(goTo("Alt+1", ".home-panels .home-line")),
      showItems: () => page.evaluate(goTo("Alt+5", ".virtual-row .item-row-state")),
    };
  } catch (error) {
    await window.close();
    throw error;
  }
}
