// Codes on a page, read by ZXing's own reader (WebAssembly out of the package's file, nothing is fetched).
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { Raster } from "./judge-picture-raster.ts";

/** Most codes looked for on one page; a 隔页 bears two. */
const mostCodes = 6;
/** Longest text of a code that is passed on. */
export const mostCodeText = 300;

let loading: Promise<unknown> | undefined;

async function load(): Promise<void> {
  const binary = await readFile(fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm")));
  const wasmBinary = binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** Two by two pixels made one, as red, green, blue and opaque: the code of a 隔页 is large, and a quarter is read faster. */
function halved({ width, height, grey }: Raster): { data: Uint8ClampedArray; width: number; height: number } {
  const [w, h] = [width >> 1, height >> 1];
  const data = new Uint8ClampedArray(w * h * 4).fill(255);
  for (let y = 0, to = 0; y < h; y++)
    for (let x = 0; x < w; x++, to += 4) {
      const at = 2 * y * width + 2 * x;
      const sum = (grey[at] ?? 0) + (grey[at + 1] ?? 0) + (grey[at + width] ?? 0) + (grey[at + width + 1] ?? 0);
      data[to] = data[to + 1] = data[to + 2] = sum >> 2;
    }
  return { data, width: w, height: h };
}

/** The texts of the QR codes of a page, in any direction and also where it lies askew. */
export async function readCodes(raster: Raster): Promise<string[]> {
  if (raster.width < 64 || raster.height < 64) return [];
  await (loading ??= load());
  const small = halved(raster);
  const found = await readBarcodes({ ...small, colorSpace: "srgb" } as Parameters<typeof readBarcodes>[0], {
    formats: ["QRCode"],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    tryDownscale: false,
    maxNumberOfSymbols: mostCodes,
  });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text.slice(0, mostCodeText));
}
