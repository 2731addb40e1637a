// WIA: what PowerShell is told, and what is made of its lines. The lines are written from documents (wia-recordings.ts); a
// small program that says them stands in for PowerShell, so that the channel itself is real.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Refusal } from "#contract/refusal";
import type { ScanSettings } from "#contract/scan-profile";
import { readWiaLine } from "#engine/device/wia-answer";
import { listScript, powershellWords, scanScript } from "#engine/device/wia-script";
import { wiaSource } from "#engine/device/wia-source";
import type { ScanPart } from "#engine/device/scan-source";
import { failures, listed, office, page } from "./wia-recordings.ts";

const around = mkdtempSync(join(tmpdir(), "ld-wia-"));
afterAll(() => rmSync(around, { recursive: true, force: true }));
const settings: ScanSettings = { colourMode: "colour", dpi: 300, paper: "A4", feed: "feeder" };
const open = new AbortController().signal;
let made = 0;

/** Says each line after it was asked for one (a line of input), as the script does; or all at once. */
function saying(lines: readonly string[], waits: boolean): string {
  const path = join(around, `powershell-${++made}`);
  writeFileSync(`${path}.txt`, `${lines.join("\r\n")}\r\n`);
  const body = waits
    ? `while IFS= read -r line <&3; do read -r asked || exit 0; printf '%s\\n' "$line"; done 3< '${path}.txt'`
    : `while IFS= read -r line; do printf '%s\\n' "$line"; done < '${path}.txt'`;
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}
async function scanned(lines: readonly string[]): Promise<{ parts: ScanPart[]; code: string }> {
  const parts: ScanPart[] = [];
  const source = wiaSource({ program: saying(lines, true) });
  try {
    for await (const part of source.scan({ deviceId: "wia:{x}", settings }, open)) parts.push(part);
    return { parts, code: "" };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { parts, code: error.code };
  }
}
const decode = (words: readonly string[]): string => Buffer.from(words.at(-1) ?? "", "base64").toString("utf16le");

describe("a scan by WIA that fails", () => {
  it.each(failures)("%s is told as %s", async (line, code) => {
    expect((await scanned([line])).code).toBe(code);
  });

  it("in page 3 keeps two", async () => {
    const { parts, code } = await scanned([page(Buffer.from("a")), page(Buffer.from("b")), "F 80210002 transfer"]);
    expect(parts.map(({ kind }) => kind)).toEqual(["page", "page"]);
    expect(code).toBe("scanner-jam");
  });

  it("because PowerShell is not allowed or not there is told as that", async () => {
    expect((await scanned([])).code).toBe("scanner-program-missing");
    const { devices, notes } = await wiaSource({ program: join(around, "none") }).list(open);
    expect({ devices, codes: notes.map(({ code }) => code) }).toEqual({
      devices: [],
      codes: ["scanner-program-missing"],
    });
  });
});

describe("a scan by WIA", () => {
  it("ends with the last sheet: an empty feeder after a page is no failure", async () => {
    const { parts, code } = await scanned([page(Buffer.from("a")), page(Buffer.from("b")), "F 80210003 transfer"]);
    expect(parts.map((part) => (part.kind === "page" ? part.bytes.toString() : part.kind))).toEqual(["a", "b"]);
    expect(code).toBe("");
  });

  it("passes a page of many megabytes whole", async () => {
    const large = Buffer.alloc(3_000_001, "页");
    const { parts } = await scanned([page(large), "E"]);
    expect(parts[0]?.kind === "page" && parts[0].bytes.equals(large)).toBe(true);
  });

  it("asks for the next page only when the one before was taken", async () => {
    const source = wiaSource({ program: saying([page(Buffer.from("a")), page(Buffer.from("b")), "E"], true) });
    const run = source.scan({ deviceId: "wia:{x}", settings }, open);
    expect((await run.next()).value).toMatchObject({ kind: "page" });
    // Nothing more is asked of the program here; leaving lets it go.
    await run.return();
    expect((await run.next()).done).toBe(true);
  });
});

describe("devices of WIA", () => {
  it("are read with what they can do, and what cannot be read is passed over", async () => {
    const noise = ["WARNING: something", "D {broken", "P exe AAAA", "F nonsense", "", "D []"];
    const { devices } = await wiaSource({ program: saying([...noise, ...listed], false) }).list(open);
    expect(devices.map(({ name, state, feeds }) => ({ name, state, feeds }))).toEqual([
      { name: "HP LaserJet MFP M227 ‘扫描’", state: "ready", feeds: ["flatbed", "feeder", "duplex"] },
      { name: "CanoScan LiDE 300", state: "ready", feeds: ["flatbed"] },
      { name: "得力 DL-M2000", state: "busy", feeds: [] },
    ]);
    expect(devices[0]).toMatchObject({
      colourModes: ["bitonal", "grey", "colour"],
      resolutions: [75, 100, 150, 200, 300, 600, 1200],
    });
    expect(devices[1]?.resolutions).toEqual([75, 100, 150, 200, 300, 400, 600]);
  });

  it("come with a mark of byte order before the first line of an older console", () => {
    expect(readWiaLine(`\uFEFF${office}\r`)).toMatchObject({ kind: "device" });
  });
});

describe("what PowerShell is told", () => {
  it("names the properties of the documents: handling, intent, resolution, sheet", () => {
    const script = scanScript("x", settings);
    for (const words of [
      "Put $open 3088 1",
      "Put $open 3096 1",
      "Put $item 6146 1",
      "Put $item 6147 300; Put $item 6148 300",
    ])
      expect(script).toContain(words);
    expect(script).toContain("Put $item 6151 2480; Put $item 6152 3508");
    expect(scanScript("x", { ...settings, feed: "duplex", colourMode: "bitonal", paper: "whole" })).toMatch(
      /Put \$open 3088 5/,
    );
    expect(scanScript("x", { ...settings, feed: "flatbed" })).toContain("Say 'E'; exit 0");
  });

  it("cannot be led astray by a device's name", () => {
    const evil = `{x}'; Remove-Item C:\\ -Recurse; ’ “$(calc)`;
    const script = scanScript(evil, settings);
    expect(script).not.toContain("Remove-Item");
    expect(script).not.toContain("calc");
    expect(script).toContain(Buffer.from(evil, "utf16le").toString("base64"));
  });

  it("fits a command line of Windows and comes without a file", () => {
    const words = powershellWords(scanScript("x".repeat(300), settings));
    expect(words.join(" ").length).toBeLessThan(32_000);
    expect(words.slice(-2, -1)).toEqual(["-EncodedCommand"]);
    expect(decode(words)).toContain("WIA.DeviceManager");
    expect(decode(powershellWords(listScript))).toBe(listScript);
  });

  it("keeps its brackets whole", () => {
    for (const script of [listScript, scanScript("x", settings)]) {
      const bare = script.replace(/'[^']*'|"(?:[^"$]|\$(?!\())*"/g, "");
      for (const [left, right] of ["()", "{}", "[]"].map((pair) => [...pair]))
        expect(bare.split(left ?? "").length, `${left}${right}`).toBe(bare.split(right ?? "").length);
    }
  });
});
