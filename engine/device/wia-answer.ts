// Lines of the WIA script, read: devices, pages, and the HRESULT of what failed (wiadef.h, WIA error codes).
import { z } from "zod";
import type { Device, DeviceState } from "#contract/device";
import { Refusal, type RefusalCode } from "#contract/refusal";

export type WiaLine =
  | { readonly kind: "device"; readonly device: Device }
  | { readonly kind: "page"; readonly extension: "jpg" | "png"; readonly bytes: Buffer }
  | { readonly kind: "failed"; readonly code: string; readonly at: string }
  | { readonly kind: "end" };

const codes: Readonly<Record<string, RefusalCode>> = {
  "80210001": "scanner-io",
  "80210002": "scanner-jam",
  "80210003": "scanner-feeder-empty",
  "80210004": "scanner-jam",
  "80210005": "scanner-not-found",
  "80210006": "scanner-busy",
  "80210007": "scanner-busy",
  "80210008": "scanner-io",
  "80210009": "scanner-not-found",
  "8021000A": "scanner-io",
  "8021000B": "scanner-settings",
  "8021000C": "scanner-settings",
  "8021000D": "scanner-busy",
  "80210015": "scanner-not-found",
  "80210016": "scanner-cover-open",
  "80210017": "scanner-io",
  "80210020": "scanner-jam",
  "80210064": "task-cancelled",
  // Windows' own: access denied, a wrong value, a service that is not running, a class that is not registered.
  "80070005": "scanner-denied",
  "80070057": "scanner-settings",
  "800706BA": "scanner-program-missing",
  "80040154": "scanner-program-missing",
};

/** What a HRESULT is called; an unknown one is an error of the device. */
export const wiaFailure = (code: string): Refusal => new Refusal(codes[code] ?? "scanner-io");

const states: Partial<Record<RefusalCode, DeviceState>> = {
  "scanner-busy": "busy",
  "scanner-denied": "denied",
  "scanner-not-found": "gone",
};
const usualResolutions = [75, 100, 150, 200, 300, 400, 600, 1200];

const told = z.object({
  id: z.string().min(1).max(380),
  name: z.string(),
  state: z.string(),
  handling: z.number(),
  kinds: z.array(z.number()),
  resolutions: z.array(z.number()),
  least: z.number(),
  most: z.number(),
});

function readDevice(words: string): Device {
  const { id, name, state, handling, kinds, resolutions, least, most } = told.parse(JSON.parse(words));
  const inRange = most > 0 ? usualResolutions.filter((dpi) => dpi >= least && dpi <= most) : resolutions;
  const refusal = state === "" ? undefined : wiaFailure(state);
  // A device that names no kinds of pixel takes every intent (WIA_IPS_CUR_INTENT is set by the driver itself).
  const has = (kind: number): boolean => kinds.length === 0 || kinds.includes(kind);
  return {
    id: `wia:${id}`,
    kind: "wia",
    name: name.trim().slice(0, 200) || id,
    state: refusal ? (states[refusal.code] ?? "unknown") : "ready",
    feeds: refusal
      ? []
      : [
          // A device without the property has a glass.
          ...(handling === 0 || (handling & 2) !== 0 ? (["flatbed"] as const) : []),
          ...((handling & 1) !== 0 ? (["feeder"] as const) : []),
          ...((handling & 4) !== 0 ? (["duplex"] as const) : []),
        ],
    colourModes: refusal
      ? []
      : [
          ...(has(0) ? (["bitonal"] as const) : []),
          ...(has(2) ? (["grey"] as const) : []),
          ...(has(3) ? (["colour"] as const) : []),
        ],
    resolutions: inRange.filter((dpi) => dpi >= 75 && dpi <= 1200).sort((one, other) => one - other),
  };
}

/** Reads one line; undefined for anything the script does not say. A device that cannot be read is no device. */
export function readWiaLine(line: string): WiaLine | undefined {
  const [, kind, rest = ""] = /^([DPFE])(?: (.*))?$/s.exec(line.replace(/^\uFEFF/, "").trimEnd()) ?? [];
  if (kind === "E") return { kind: "end" };
  if (kind === "F") {
    const [, code, at = ""] = /^([0-9A-F]{8})(?: (\w+))?$/.exec(rest) ?? [];
    return code === undefined ? undefined : { kind: "failed", code, at };
  }
  if (kind === "P") {
    const [, extension, bytes = ""] = /^(jpg|png) ([A-Za-z0-9+/]+=*)$/.exec(rest) ?? [];
    return extension === "jpg" || extension === "png"
      ? { kind: "page", extension, bytes: Buffer.from(bytes, "base64") }
      : undefined;
  }
  if (kind !== "D") return undefined;
  try {
    return { kind: "device", device: readDevice(rest) };
  } catch {
    return undefined;
  }
}
