import type { BrowserWindow } from "electron";
import type { DiagnosticLog } from "./diagnostic-log.ts";

const mostRevivals = 3;
const withinMs = 60_000;

/** Loads the page again when its process has gone; not for ever, or a page that cannot live would flicker. */
export function reviveWindow(window: BrowserWindow, log: DiagnosticLog): void {
  let revivals: number[] = [];
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    log.note("page-gone", { reason });
    const now = performance.now();
    revivals = [...revivals.filter((at) => now - at < withinMs), now];
    if (reason !== "clean-exit" && revivals.length <= mostRevivals && !window.isDestroyed())
      window.webContents.reload();
  });
}
