// The words scanimage is started with for one order.
import { Refusal } from "#contract/refusal";
import type { ScanSettings } from "#contract/scan-profile";
import { paperSize } from "./paper-size.ts";
import { saneFeed, saneMode, saneResolutions, type SaneOptions } from "./sane-options.ts";

export type SaneOrder = {
  readonly words: readonly string[];
  readonly extension: "jpg" | "png";
  /** What the device will really give, in dots per inch. */
  readonly dpi: number;
};

/** Facsimiles are kept without loss (DA/T 31-2017, 9.4: 600 dpi); below, JPEG is a format of the standard (9.5). */
const losslessFrom = 600;

/** Source before mode before resolution before size: later options of a driver depend on earlier ones. Refuses scanner-settings. */
export function saneArguments(options: SaneOptions, settings: ScanSettings, isSheetFed: boolean): SaneOrder {
  const feed = saneFeed(options, settings.feed, isSheetFed);
  const mode = saneMode(options, settings.colourMode);
  if (feed === null || mode === null) throw new Refusal("scanner-settings");
  const offered = saneResolutions(options);
  const range = options.get("--resolution")?.range;
  // Rather finer than asked for; the coarsest lie would be to say 300 and give 200.
  const dpi =
    range && settings.dpi >= range.least && settings.dpi <= range.most
      ? settings.dpi
      : (offered.find((each) => each >= settings.dpi) ?? offered.at(-1) ?? settings.dpi);
  const resolution: [string, string][] = options.has("--resolution") ? [["--resolution", String(dpi)]] : [];
  const extension = settings.colourMode === "bitonal" || dpi >= losslessFrom ? "png" : "jpg";
  const named = [...feed, ...mode, ...resolution].map(([name, value]) => `${name}=${value}`);
  return {
    words: [`--format=${extension === "png" ? "png" : "jpeg"}`, ...named, ...area(options, settings)],
    extension,
    dpi,
  };
}

/** The sheet's size, as far as the device reaches. */
function area(options: SaneOptions, { paper }: ScanSettings): string[] {
  const width = options.get("-x")?.range;
  const height = options.get("-y")?.range;
  if (!width || !height) return [];
  const size = paperSize[paper];
  const x = Math.min(size?.width ?? width.most, width.most);
  const y = Math.min(size?.height ?? height.most, height.most);
  const sheet = ["--page-width", "--page-height"].every((name) => options.get(name)?.range)
    ? [`--page-width=${x}`, `--page-height=${y}`]
    : [];
  const corner = [...(options.has("-l") ? ["-l", "0"] : []), ...(options.has("-t") ? ["-t", "0"] : [])];
  return [...sheet, ...corner, "-x", String(x), "-y", String(y)];
}
