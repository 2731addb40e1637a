// SANE through the system's scanimage: a child process per question, so that a driver that crashes or hangs costs one scan.
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Device, DeviceState } from "#contract/device";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import { makePrivateFolder, type PrivateFolder } from "./private-folder.ts";
import { makeQuietSane } from "./quiet-sane.ts";
import { readProgram, runProgram, type ProgramRun } from "./run-program.ts";
import { saneArguments, type SaneOrder } from "./sane-arguments.ts";
import { saneFailure } from "./sane-failure.ts";
import { readSaneOptions, saneChoices, type SaneOptions } from "./sane-options.ts";
import type { ScanPart, ScanSource, ScanSurroundings } from "./scan-source.ts";

const places = ["/usr/bin/scanimage", "/usr/local/bin/scanimage"];
const listLimitMs = 60_000;
const optionsLimitMs = 30_000;
/** A lamp warms up for a minute; a device that says nothing for two has gone to sleep for good. */
const silenceMs = 120_000;
const largestPage = 512 * 1024 * 1024;
/** Stands between the fields of a listed device: no driver writes it into a name. */
const divider = "\u001f";

/** After one of these scanimage only lets go of the device; that may take the time a sheet needs to be ejected. */
const lastLine = /^scanimage: sane_(?:read|start): |^Batch terminated/;
const closingGraceMs = 15_000;

type Start = {
  readonly program: string;
  readonly environment: Record<string, string>;
  readonly folder: string;
  readonly closing: { readonly line: RegExp; readonly graceMs: number };
};
type Known = { readonly options: SaneOptions; readonly isSheetFed: boolean };

const stateOf: Readonly<Record<string, DeviceState>> = {
  "scanner-busy": "busy",
  "scanner-denied": "denied",
  "scanner-not-found": "gone",
};

/** The devices of SANE on this machine. */
export function saneSource(surroundings: ScanSurroundings): ScanSource {
  const { program, saneConfigFolder } = surroundings;
  const scanimage = program ?? places.find((place) => existsSync(place));
  const known = new Map<string, Known>();

  /** One use of scanimage: its private folder, its closed environment. */
  async function withProgram<T>(work: (start: Start) => Promise<T>): Promise<T> {
    const folder = await makePrivateFolder();
    try {
      return await work(await startIn(folder));
    } finally {
      await folder.remove();
    }
  }
  async function startIn(folder: PrivateFolder): Promise<Start> {
    if (scanimage === undefined || !existsSync(scanimage)) throw new Refusal("scanner-program-missing");
    const config = saneConfigFolder ?? (await makeQuietSane(join(folder.path, "sane")));
    return {
      program: scanimage,
      folder: folder.path,
      closing: { line: lastLine, graceMs: surroundings.closingGraceMs ?? closingGraceMs },
      environment: {
        PATH: "/usr/bin:/bin",
        LC_ALL: "C",
        // Whatever a driver writes aside stays in memory too, and no driver asks the system's name service for devices.
        ...{ HOME: folder.path, TMPDIR: folder.path, DBUS_SYSTEM_BUS_ADDRESS: "unix:path=/nonexistent" },
        SANE_CONFIG_DIR: config,
      },
    };
  }

  async function learn(start: Start, id: string, isSheetFed: boolean, signal: AbortSignal): Promise<Known> {
    const words = ["-d", id, "-A"];
    const { code, out, lines } = await readProgram({ ...start, words, signal }, optionsLimitMs);
    if (code !== 0) throw saneFailure(code, lines);
    const device = { options: readSaneOptions(out), isSheetFed };
    known.set(id, device);
    return device;
  }

  async function describe(start: Start, fields: readonly string[], signal: AbortSignal): Promise<Device> {
    const [id = "", vendor = "", model = "", type = ""] = fields;
    const isSheetFed = /sheet/i.test(type);
    const name = `${vendor} ${model}`.replace(/\s+/g, " ").trim().slice(0, 200) || id;
    const base = { id: `sane:${id}`, kind: "sane" as const, name };
    try {
      const { options } = await learn(start, id, isSheetFed, signal);
      return { ...base, state: "ready", ...saneChoices(options, isSheetFed) };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === "task-cancelled") throw error;
      return { ...base, state: stateOf[error.code] ?? "unknown", feeds: [], colourModes: [], resolutions: [] };
    }
  }

  /** Name, maker, model and type of every device SANE finds. */
  async function find(start: Start, signal: AbortSignal): Promise<string[][]> {
    const format = ["%d", "%v", "%m", "%t"].join(divider) + "%n";
    const { out } = await readProgram({ ...start, words: ["-f", format], signal }, listLimitMs);
    const lines = out.split("\n").filter((line) => line.includes(divider));
    return lines.map((line) => line.split(divider));
  }
  /**
   * Only what SANE itself found is ever opened: a name from elsewhere could lead a driver into the network. Refuses
   * scanner-not-found.
   */
  async function meet(start: Start, id: string, signal: AbortSignal): Promise<Known> {
    const fields = (await find(start, signal)).find(([name]) => name === id);
    if (!fields) throw new Refusal("scanner-not-found");
    return learn(start, id, /sheet/i.test(fields[3] ?? ""), signal);
  }

  return {
    kind: "sane",
    list: (signal) =>
      withProgram(async (start) => {
        const devices: Device[] = [];
        for (const fields of await find(start, signal)) devices.push(await describe(start, fields, signal));
        return { devices, notes: [] };
      }).catch((error: unknown) => {
        if (!(error instanceof Refusal) || error.code === "task-cancelled") throw error;
        return { devices: [], notes: [{ kind: "sane", code: error.code, message: sayRefusal(error.code) }] };
      }),

    async *scan({ deviceId, settings }, signal) {
      const id = deviceId.slice("sane:".length);
      const folder = await makePrivateFolder();
      try {
        const start = await startIn(folder);
        const { options, isSheetFed } = known.get(id) ?? (await meet(start, id, signal));
        const order = saneArguments(options, settings, isSheetFed);
        if (order.dpi < settings.dpi)
          yield { kind: "note", message: `这台扫描仪最高 ${order.dpi} dpi，没有达到方案的 ${settings.dpi} dpi。` };
        if (settings.feed === "flatbed") return yield* scanGlass(start, id, order, signal);
        if (!folder.isMemory)
          yield {
            kind: "note",
            message: "本机没有内存文件夹，每页经过磁盘上的临时文件夹，录入后随即删除。",
          };
        yield* scanFeeder(start, id, order, signal);
      } finally {
        await folder.remove();
      }
    },
  };
}

const progressOf = (line: string): number | undefined => {
  const [, percent] = /^Progress: ([\d.]+)%/.exec(line) ?? [];
  return percent === undefined ? undefined : Math.min(1, Number(percent) / 100);
};

/** One page from the glass, over standard output: no file anywhere. */
async function* scanGlass(start: Start, id: string, order: SaneOrder, signal: AbortSignal): AsyncGenerator<ScanPart> {
  const run = runProgram({ ...start, words: ["-d", id, ...order.words, "-p"], signal });
  const pieces: Buffer[] = [];
  const lines: string[] = [];
  let size = 0;
  try {
    for (;;) {
      const event = await run.next(silenceMs);
      if (event.kind === "end") {
        if (event.code !== 0 || size === 0) throw saneFailure(event.code, lines);
        yield { kind: "page", bytes: Buffer.concat(pieces), extension: order.extension };
        return;
      }
      if (event.kind === "out") {
        pieces.push(event.bytes);
        if ((size += event.bytes.length) > largestPage) throw new Refusal("scanner-settings");
        continue;
      }
      const share = progressOf(event.text);
      if (share === undefined) lines.push(event.text);
      else yield { kind: "progress", share };
    }
  } finally {
    await run.stop();
  }
}

/** Page by page from the feeder: scanimage waits for a line before each, so it never holds more than one. */
async function* scanFeeder(start: Start, id: string, order: SaneOrder, signal: AbortSignal): AsyncGenerator<ScanPart> {
  const batch = [`--batch=${join(start.folder, `page-%d.${order.extension}`)}`, "--batch-prompt", "--batch-print"];
  const run = runProgram({ ...start, words: ["-d", id, ...order.words, ...batch, "-p"], signal });
  const lines: string[] = [];
  let pages = 0;
  try {
    run.say("\n");
    for (;;) {
      const event = await nextOfFeeder(run, lines);
      if (event === "end") {
        if (pages === 0) throw new Refusal("scanner-feeder-empty");
        return;
      }
      if (typeof event === "number") {
        yield { kind: "progress", share: event };
        continue;
      }
      for (const name of event) {
        const path = join(start.folder, basename(name));
        const bytes = await readFile(path);
        await rm(path);
        pages++;
        yield { kind: "page", bytes, extension: order.extension };
        // The reader came back: the page is durable, the next may be drawn in.
        run.say("\n");
      }
    }
  } finally {
    await run.stop();
  }
}

/** A share of a page, names of finished pages, or the end. Refuses what the run failed with. */
async function nextOfFeeder(run: ProgramRun, lines: string[]): Promise<number | readonly string[] | "end"> {
  for (;;) {
    const event = await run.next(silenceMs);
    if (event.kind === "out") return event.bytes.toString("utf8").split("\n").filter(Boolean);
    if (event.kind === "line") {
      const share = progressOf(event.text);
      if (share !== undefined) return share;
      lines.push(event.text);
      continue;
    }
    // Paper at its end is no failure; the caller knows whether there was any.
    const isOut = lines.slice(-4).some((line) => /out of documents|scanner status = 7/.test(line));
    if ((event.code === null || event.code === 0 || event.code === 7) && isOut) return "end";
    throw saneFailure(event.code, lines);
  }
}
