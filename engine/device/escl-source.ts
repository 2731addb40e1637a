// eSCL (AirScan): a scanner on a USB cable that the system offers at the loopback address (ipp-usb). Asked only when the
// clerk looks for devices or scans; no other address is ever tried.
import { setTimeout } from "node:timers/promises";
import type { Device, DeviceState } from "#contract/device";
import { Refusal } from "#contract/refusal";
import {
  esclChoices,
  jobSettings,
  readCapabilities,
  readStatus,
  type EsclCapabilities,
  type EsclStatus,
} from "./escl-words.ts";
import { askLoopback, type LoopbackAnswer, type LoopbackPlace, pathOf } from "./loopback-http.ts";
import type { ScanPart, ScanSource, ScanSurroundings } from "./scan-source.ts";

/** ipp-usb hands out ports from 60000 upwards, one a device; an office has few. */
const usualPorts = Array.from({ length: 10 }, (_, index) => 60_000 + index);
const host = "127.0.0.1";
const briefMs = 2000;
const pageMs = 120_000;
const largestWords = 1024 * 1024;
const largestPage = 512 * 1024 * 1024;
/** A device that is still warming up says 503 and is asked again this often. */
const mostTries = 60;

const extensions: Readonly<Record<string, "jpg" | "png" | "tif" | "pdf">> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/tiff": "tif",
  "application/pdf": "pdf",
};

const get = (place: LoopbackPlace, path: string, signal: AbortSignal, silenceMs = briefMs): Promise<LoopbackAnswer> =>
  askLoopback(place, { method: "GET", path, signal, silenceMs, most: largestWords });

async function askCapabilities(place: LoopbackPlace, signal: AbortSignal): Promise<EsclCapabilities> {
  const { status, body } = await get(place, "/eSCL/ScannerCapabilities", signal);
  if (status !== 200) throw new Refusal(status === 503 ? "scanner-busy" : "scanner-not-found");
  return readCapabilities(body.toString("utf8"));
}

async function askStatus(place: LoopbackPlace, signal: AbortSignal): Promise<EsclStatus> {
  const { status, body } = await get(place, "/eSCL/ScannerStatus", signal);
  if (status !== 200) throw new Refusal("scanner-io");
  return readStatus(body.toString("utf8"));
}

const stateOf = ({ state }: EsclStatus): DeviceState =>
  state === "Idle" ? "ready" : ["Processing", "Testing"].includes(state) ? "busy" : "unknown";

/** What the device says is in the way; undefined when it names nothing. */
function faultOf({ state, feeder }: EsclStatus): Refusal | undefined {
  if (/jam|mispick|multipick/i.test(feeder)) return new Refusal("scanner-jam");
  if (/hatch|cover/i.test(feeder)) return new Refusal("scanner-cover-open");
  if (/stopped|down/i.test(state)) return new Refusal("scanner-io");
  return undefined;
}

function placeOf(deviceId: string): LoopbackPlace {
  const [, port = ""] = /^escl:(\d{1,5})$/.exec(deviceId) ?? [];
  return { host, port: Number(port) };
}

/** Scanners of the loopback address. */
export function esclSource({ loopbackPorts = usualPorts }: ScanSurroundings): ScanSource {
  async function look(port: number, signal: AbortSignal): Promise<Device[]> {
    const place = { host, port };
    try {
      const capabilities = await askCapabilities(place, signal);
      const state = stateOf(await askStatus(place, signal));
      const name = capabilities.name || `eSCL ${port}`;
      return [{ id: `escl:${port}`, kind: "escl", name, state, ...esclChoices(capabilities) }];
    } catch (error) {
      // Nobody there, or somebody who is no scanner.
      if (error instanceof Refusal && error.code !== "task-cancelled") return [];
      throw error;
    }
  }
  return {
    kind: "escl",
    async list(signal) {
      const found = await Promise.all(loopbackPorts.map((port) => look(port, signal)));
      return { devices: found.flat(), notes: [] };
    },
    async *scan({ deviceId, settings }, signal) {
      const place = placeOf(deviceId);
      // No other service of this machine is spoken to, whatever the device is called.
      if (!loopbackPorts.includes(place.port)) throw new Refusal("scanner-not-found");
      const capabilities = await askCapabilities(place, signal);
      const { xml, dpi } = jobSettings(capabilities, settings);
      if (dpi < settings.dpi)
        yield { kind: "note", message: `这台扫描仪最高 ${dpi} dpi，没有达到方案的 ${settings.dpi} dpi。` };
      const job = await openJob(place, xml, signal);
      let isOpen = true;
      try {
        for (let pages = 0; ; pages++) {
          yield { kind: "progress", share: 0 };
          const page = await nextDocument(place, job, pages, signal);
          if (page === null) {
            isOpen = false;
            return;
          }
          yield page;
          if (settings.feed === "flatbed") return;
        }
      } finally {
        if (isOpen) await closeJob(place, job);
      }
    },
  };
}

/** Starts a job; answers its path. Refuses scanner-busy, scanner-settings, and what the device says is in the way. */
async function openJob(place: LoopbackPlace, xml: string, signal: AbortSignal): Promise<string> {
  const question = {
    method: "POST",
    path: "/eSCL/ScanJobs",
    xml,
    signal,
    silenceMs: pageMs,
    most: largestWords,
  } as const;
  const { status, header } = await askLoopback(place, question);
  if (status === 201) return pathOf(header("Location"), place).replace(/\/$/, "");
  const fault = faultOf(await askStatus(place, signal));
  if (fault) throw fault;
  throw new Refusal(
    status === 503 || status === 423 ? "scanner-busy" : status === 409 ? "scanner-settings" : "scanner-io",
  );
}

/** The next page of a job, or null at its end. Refuses what ended it otherwise. */
async function nextDocument(
  place: LoopbackPlace,
  job: string,
  pages: number,
  signal: AbortSignal,
): Promise<Extract<ScanPart, { kind: "page" }> | null> {
  const question = {
    method: "GET",
    path: `${job}/NextDocument`,
    signal,
    silenceMs: pageMs,
    most: largestPage,
  } as const;
  for (let tries = 0; tries < mostTries; tries++) {
    const { status, header, body } = await askLoopback(place, question);
    if (status === 200) {
      const extension = extensions[header("Content-Type").split(";")[0]?.trim() ?? ""];
      if (!extension || body.length === 0) throw new Refusal("scanner-io");
      return { kind: "page", bytes: body, extension };
    }
    const now = await askStatus(place, signal);
    const fault = faultOf(now);
    if (fault) throw fault;
    if (status === 404 || status === 410) {
      if (/aborted|canceled/i.test(now.jobs.get(job.split("/").at(-1) ?? "") ?? "")) throw new Refusal("scanner-io");
      if (pages === 0) throw new Refusal("scanner-feeder-empty");
      return null;
    }
    if (status !== 503) throw new Refusal("scanner-io");
    const seconds = Number.parseInt(header("Retry-After"), 10);
    await setTimeout(Math.min(5000, (Number.isFinite(seconds) ? seconds : 1) * 1000), undefined, { signal }).catch(
      () => {
        throw new Refusal("task-cancelled");
      },
    );
  }
  throw new Refusal("scanner-busy");
}

/** Lets the device go; one that does not answer any more is left as it is. */
async function closeJob(place: LoopbackPlace, job: string): Promise<void> {
  const signal = new AbortController().signal;
  await askLoopback(place, { method: "DELETE", path: job, signal, silenceMs: briefMs, most: largestWords }).catch(
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    },
  );
}
