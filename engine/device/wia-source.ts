// WIA on Windows through PowerShell 5.1 and COM, without anything installed. Written from Microsoft's documents and tested on
// recorded lines; it has not been run on Windows.
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Device } from "#contract/device";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import { runProgram, type ProgramRun } from "./run-program.ts";
import type { ScanSource, ScanSurroundings } from "./scan-source.ts";
import { readWiaLine, wiaFailure, type WiaLine } from "./wia-answer.ts";
import { listScript, powershellWords, scanScript } from "./wia-script.ts";

const listLimitMs = 60_000;
const silenceMs = 180_000;
/** Base64 of 512 MB. */
const longestLine = 700 * 1024 * 1024;

/** What Windows needs to start a program and COM to find its classes; nothing else of the surroundings. */
const passedOn = ["SystemRoot", "windir", "TEMP", "TMP", "USERPROFILE", "LOCALAPPDATA", "APPDATA"] as const;

function surroundings(): Record<string, string> {
  const root = process.env["SystemRoot"] ?? "C:\\Windows";
  const given = passedOn.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { PATH: `${root}\\System32`, ...Object.fromEntries(given) };
}

/** Where every Windows has it. */
const powershell = (): string =>
  `${process.env["SystemRoot"] ?? "C:\\Windows"}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`;

/** The lines of a run as they are said; what is no line of the script is passed over. Refuses like ProgramRun.next. */
async function* linesOf(run: ProgramRun, limitMs: number): AsyncGenerator<WiaLine, void> {
  let pieces: Buffer[] = [];
  let size = 0;
  for (;;) {
    const event = await run.next(limitMs);
    // A script that ends without its last word was stopped by a rule of the office, or PowerShell is not allowed here.
    if (event.kind === "end") throw new Refusal("scanner-program-missing");
    if (event.kind === "line") continue;
    let rest = event.bytes;
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      const line = readWiaLine(Buffer.concat([...pieces, rest.subarray(0, at)]).toString("utf8"));
      pieces = [];
      size = 0;
      rest = rest.subarray(at + 1);
      if (line) yield line;
    }
    if ((size += rest.length) > longestLine) throw new Refusal("scanner-io");
    pieces.push(rest);
  }
}

/** The scanners of WIA. */
export function wiaSource({ program }: ScanSurroundings): ScanSource {
  const start = (script: string, signal: AbortSignal): ProgramRun => {
    const found = program ?? powershell();
    if (!existsSync(found)) throw new Refusal("scanner-program-missing");
    const folder =
      process.platform === "win32" ? join(process.env["SystemRoot"] ?? "C:\\Windows", "System32") : tmpdir();
    return runProgram({ program: found, words: powershellWords(script), environment: surroundings(), folder, signal });
  };
  async function look(signal: AbortSignal): Promise<Device[]> {
    const run = start(listScript, signal);
    const devices: Device[] = [];
    try {
      for await (const line of linesOf(run, listLimitMs)) {
        if (line.kind === "device") devices.push(line.device);
        else if (line.kind === "failed") throw wiaFailure(line.code);
        else if (line.kind === "end") break;
      }
      return devices;
    } finally {
      await run.stop();
    }
  }
  return {
    kind: "wia",
    async list(signal) {
      try {
        return { devices: await look(signal), notes: [] };
      } catch (error) {
        if (!(error instanceof Refusal) || error.code === "task-cancelled") throw error;
        return { devices: [], notes: [{ kind: "wia", code: error.code, message: sayRefusal(error.code) }] };
      }
    },
    async *scan({ deviceId, settings }, signal) {
      const run = start(scanScript(deviceId.slice("wia:".length), settings), signal);
      let pages = 0;
      try {
        run.say("\n");
        for await (const line of linesOf(run, silenceMs)) {
          if (line.kind === "end") return;
          if (line.kind === "failed") {
            // Paper at its end is how every feeder finishes (0x80210003).
            if (line.code === "80210003" && pages > 0) return;
            throw wiaFailure(line.code);
          }
          if (line.kind !== "page") continue;
          pages++;
          yield { kind: "page", bytes: line.bytes, extension: line.extension };
          run.say("\n");
        }
      } finally {
        await run.stop();
      }
    },
  };
}
