// Printing: a hidden window draws the pages of app://document/<id> and hands them to the printer at 100 %, without
// margins, in jobs of at most 8 pages. Nothing of it is remembered, so a failed print changes nothing.
import { BrowserWindow } from "electron";
import { z } from "zod";
import { Refusal } from "#contract/refusal";
import { type ShellInput, type ShellOutput, shellCalls } from "#contract/shell";
import type { DiagnosticLog } from "./diagnostic-log.ts";
import { pagePreferences } from "./window.ts";

/** Pages of one job: as many page images as fit the memory of a small machine and the patience of a printer. */
const pagesPerJob = 8;
/** A printer that has not taken a job after this long is not going to. */
const patienceMs = 180_000;
/** Finer than this no one sees on a form, and the images grow with the square. */
const mostDpi = 300;

export type PrintDesk = {
  printers(): Promise<ShellOutput<"shell.printers">>;
  /** Refuses with print-failed or print-cancelled; jobs already sent stay sent. */
  print(input: ShellInput<"shell.print">): Promise<ShellOutput<"shell.print">>;
};

/** The print desk; `window` is asked for the printers of this machine. One document is printed after the other. */
export function makePrintDesk(window: () => BrowserWindow | undefined, log: DiagnosticLog): PrintDesk {
  let queue: Promise<unknown> = Promise.resolve();
  const known = async (): Promise<Electron.PrinterInfo[]> => (await window()?.webContents.getPrintersAsync()) ?? [];
  return {
    async printers() {
      const printers = await known();
      return {
        printers: printers.map((printer) => ({
          name: printer.name,
          label: printer.displayName || printer.name,
          // Newer runtimes no longer tell; a blank name means the system's default there.
          isDefault: "isDefault" in printer && printer.isDefault === true,
        })),
      };
    },
    print(input) {
      const done = queue.then(async () => {
        const order = shellCalls["shell.print"].input.parse(input);
        // Chromium never answers for a printer it does not know.
        const isKnown = (await known()).some(({ name }) => order.printer === "" || order.printer === name);
        if (!isKnown) throw new Refusal("print-failed", { reason: "没有找到打印机" });
        return printDocument(order, log);
      });
      queue = done.catch(() => undefined);
      return done;
    },
  };
}

type PrintOrder = z.output<(typeof shellCalls)["shell.print"]["input"]>;
const opened = z.object({ pageCount: z.number().int().min(1) });

async function printDocument(order: PrintOrder, log: DiagnosticLog): Promise<ShellOutput<"shell.print">> {
  const sheet = new BrowserWindow({
    show: false,
    webPreferences: { ...pagePreferences, backgroundThrottling: false, devTools: false },
  });
  try {
    await sheet.loadURL("app://print/");
    const { pageCount } = opened.parse(await run(sheet, "open", [order.documentId]));
    const last = Math.min(order.lastPage ?? pageCount, pageCount);
    let jobs = 0;
    for (let first = order.firstPage; first <= last; first += pagesPerJob) {
      const until = Math.min(first + pagesPerJob - 1, last);
      await run(sheet, "draw", [first, until, mostDpi]);
      await sendJob(sheet, order);
      jobs += 1;
      log.note("print-job-sent", { job: jobs, pages: until - first + 1 });
    }
    return { printedPages: Math.max(0, last - order.firstPage + 1), jobs };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("print-failed", { reason: "页面没有画成" });
  } finally {
    if (!sheet.isDestroyed()) sheet.destroy();
  }
}

/** Calls renderer/print's two functions; the page has no wire of its own. */
function run(sheet: BrowserWindow, name: "open" | "draw", given: readonly (string | number)[]): Promise<unknown> {
  return sheet.webContents.executeJavaScript(`lindangPrint.${name}(...${JSON.stringify(given)})`) as Promise<unknown>;
}

/** The paper by its name where it has one: drivers know A4, not 210 × 297. Electron counts in micrometres. */
function paperOf({ pageSize }: PrintOrder): "A3" | "A4" | Electron.Size {
  const { widthMm, heightMm } = pageSize ?? { widthMm: 210, heightMm: 297 };
  if (Math.abs(widthMm - 210) < 1 && Math.abs(heightMm - 297) < 1) return "A4";
  if (Math.abs(widthMm - 297) < 1 && Math.abs(heightMm - 420) < 1) return "A3";
  return { width: Math.round(widthMm * 1000), height: Math.round(heightMm * 1000) };
}

function sendJob(sheet: BrowserWindow, order: PrintOrder): Promise<void> {
  const options: Electron.WebContentsPrintOptions = {
    silent: true,
    printBackground: true,
    margins: { marginType: "none" },
    scaleFactor: 100,
    pageSize: paperOf(order),
    landscape: order.landscape,
    copies: order.copies,
    dpi: { horizontal: mostDpi, vertical: mostDpi },
    ...(order.printer ? { deviceName: order.printer } : {}),
  };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Refusal("print-failed", { reason: "打印机没有回应" })), patienceMs);
    sheet.webContents.print(options, (isSent, reason) => {
      clearTimeout(timer);
      if (isSent) resolve();
      else reject(/cancel/i.test(reason) ? new Refusal("print-cancelled") : new Refusal("print-failed", { reason }));
    });
  });
}
