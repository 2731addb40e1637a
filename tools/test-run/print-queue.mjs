import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const QUEUE = "lindang-test";
const MODEL = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd";

/**
 * @typedef {object} PrintQueue
 * @property {Record<string, string>} env CUPS_SERVER, LINDANG_PRINT_QUEUE (its name), LINDANG_PRINT_FOLDER (where its
 *   PDF files arrive)
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a print server of our own with one queue that writes A4 PDF, reachable only through a socket; the printers of
 * the machine are neither seen nor touched.
 * @param {string} home home folder of the user who will print: CUPS-PDF writes into its subfolder PDF
 * @returns {Promise<PrintQueue | undefined>} undefined where there is no CUPS-PDF or it does not start
 */
export async function startPrintQueue(home) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/sbin/cupsd") || !existsSync(MODEL)) return undefined;
  const place = mkdtempSync(path.join(tmpdir(), "lindang-print-"));
  chmodSync(place, 0o755);
  const socket = path.join(place, "socket");
  const server = spawn("/usr/sbin/cupsd", ["-f", ...writeConfiguration(place, socket)], { stdio: "ignore" });
  const ended = once(server, "exit");
  const kill = () => server.kill();
  process.on("exit", kill);
  const stop = async () => {
    process.off("exit", kill);
    kill();
    await ended;
    rmSync(place, { recursive: true, force: true });
  };
  if ((await answers(server, socket)) && addQueue(socket)) {
    const folder = path.join(home, "PDF");
    // What an earlier run printed must not be taken for this one's.
    rmSync(folder, { recursive: true, force: true });
    return { env: { CUPS_SERVER: socket, LINDANG_PRINT_QUEUE: QUEUE, LINDANG_PRINT_FOLDER: folder }, stop };
  }
  await stop();
  return undefined;
}

/**
 * @param {string} place
 * @param {string} socket
 * @returns {string[]} arguments for cupsd
 */
function writeConfiguration(place, socket) {
  for (const name of ["root", "spool", "spool/tmp", "cache", "state"])
    mkdirSync(path.join(place, name), { recursive: true, mode: 0o755 });
  const files = [
    `ServerRoot ${place}/root`,
    `RequestRoot ${place}/spool`,
    `TempDir ${place}/spool/tmp`,
    `CacheDir ${place}/cache`,
    `StateDir ${place}/state`,
    `ErrorLog ${place}/error_log`,
    `AccessLog ${place}/access_log`,
    `PageLog ${place}/page_log`,
    `Printcap ${place}/printcap`,
    "SystemGroup root",
  ];
  const server = [
    `Listen ${socket}`,
    "Browsing No",
    "WebInterface No",
    "LogLevel info",
    "<Location />\nOrder allow,deny\nAllow all\n</Location>",
    "<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>",
  ];
  writeFileSync(path.join(place, "cups-files.conf"), `${files.join("\n")}\n`);
  writeFileSync(path.join(place, "cupsd.conf"), `${server.join("\n")}\n`);
  return ["-c", path.join(place, "cupsd.conf"), "-s", path.join(place, "cups-files.conf")];
}

/**
 * @param {import("node:child_process").ChildProcess} server
 * @param {string} socket
 */
async function answers(server, socket) {
  for (let attempt = 0; attempt < 50 && server.exitCode === null; attempt++) {
    if (existsSync(socket) && spawnSync("lpstat", ["-h", socket, "-r"], { stdio: "ignore" }).status === 0) return true;
    await pause(100);
  }
  return false;
}

/** @param {string} socket */
function addQueue(socket) {
  const printer = ["-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", MODEL, "-o", "PageSize=A4", "-o", "Resolution=300dpi"];
  return spawnSync("lpadmin", ["-h", socket, ...printer], { stdio: "ignore" }).status === 0;
}
