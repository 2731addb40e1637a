// What `scanimage -A` prints of a device, read as options (SANE standard 1.06, 4.3: names differ from driver to driver).
import type { Device } from "#contract/device";
import type { ScanFeed, ScanSettings } from "#contract/scan-profile";

/** One option that can be set now. */
export type SaneOption = {
  readonly name: string;
  /** Words of a list, as the driver spells them. */
  readonly choices: readonly string[];
  readonly range: { readonly least: number; readonly most: number } | null;
  /** A yes or no. */
  readonly isSwitch: boolean;
};
export type SaneOptions = ReadonlyMap<string, SaneOption>;

const optionLine = /^ {4}(--?[A-Za-z][\w-]*)(\[=\(([^)]*)\)\])?(?: (?!\[)(.*?))?((?: \[[^\]]*\])*)$/;
const unit = /(?:dpi|mm|pel|bit|us|%)$/;

/** The settable options of a device; an inactive or read-only one is left out. */
export function readSaneOptions(printed: string): SaneOptions {
  const options = new Map<string, SaneOption>();
  for (const line of printed.split("\n")) {
    const [, name, switchPart, switchWords, values = "", marks = ""] = optionLine.exec(line) ?? [];
    if (name === undefined || /\[(inactive|read-only|hardware)\]/.test(marks)) continue;
    const [, least, most] = /^(-?[\d.]+?)\.\.(-?[\d.]+)/.exec(values) ?? [];
    const range = least !== undefined && most !== undefined ? { least: Number(least), most: Number(most) } : null;
    const plain = values.replace(/ \(in steps of .*\)$/, "");
    const choices = range || plain.startsWith("<") ? [] : plain.split("|").filter((word) => word !== "");
    const isSwitch = switchPart !== undefined && (switchWords ?? "").includes("yes");
    options.set(name, { name, choices, range, isSwitch });
  }
  return options;
}

const isDuplex = (word: string): boolean => /duplex|both sides|front.*back|double/i.test(word);
const isBack = (word: string): boolean => /\bback\b|rear/i.test(word) && !/front/i.test(word);
const isFeeder = (word: string): boolean => /\badf\b|feeder|feed|tray/i.test(word) && !isDuplex(word) && !isBack(word);
const isGlass = (word: string): boolean =>
  /flatbed|flat bed|document table|\bnormal\b|platen|glass|reflective/i.test(word);

/** How a feed is asked for: options with their values; null when the device has no such feed. */
export function saneFeed(options: SaneOptions, feed: ScanFeed, isSheetFed = false): [string, string][] | null {
  const sources = options.get("--source")?.choices ?? [];
  const source = (is: (word: string) => boolean): [string, string][] | null => {
    const found = sources.find(is);
    return found === undefined ? null : [["--source", found]];
  };
  if (feed === "flatbed") return sources.length === 0 ? (isSheetFed ? null : []) : source(isGlass);
  const single = sources.length === 0 ? (isSheetFed ? [] : null) : source(isFeeder);
  if (feed === "feeder") return single;
  const whole = source(isDuplex);
  if (whole) return whole;
  // Some drivers keep the two sides apart from the source.
  const mode = options.get("--adf-mode")?.choices.find(isDuplex);
  if (single && mode !== undefined) return [...single, ["--adf-mode", mode]];
  return single && options.get("--duplex")?.isSwitch ? [...single, ["--duplex", "yes"]] : null;
}

const modeWords: Record<ScanSettings["colourMode"], RegExp> = {
  bitonal: /line ?art|binary|bitonal|black.*white|monochrome|b\/w|1.?bit/i,
  grey: /gr[ae]y/i,
  colour: /colou?r/i,
};

/** How a colour mode is asked for; null when the device has none. */
export function saneMode(options: SaneOptions, colourMode: ScanSettings["colourMode"]): [string, string][] | null {
  const modes = options.get("--mode")?.choices ?? [];
  const depths = options.get("--depth")?.choices ?? [];
  const depth = (bits: string): [string, string][] => (depths.includes(bits) ? [["--depth", bits]] : []);
  const found = modes.find((mode) => modeWords[colourMode].test(mode));
  // More than eight bits a sample would only be thrown away by JPEG.
  if (found !== undefined) return [["--mode", found], ...(colourMode === "bitonal" ? [] : depth("8"))];
  const grey = modes.find((mode) => modeWords.grey.test(mode));
  if (colourMode === "bitonal" && grey !== undefined && depths.includes("1"))
    return [
      ["--mode", grey],
      ["--depth", "1"],
    ];
  return null;
}

const usualResolutions = [75, 100, 150, 200, 300, 400, 600, 1200];

/** Resolutions a clerk may choose, in dots per inch, ascending. */
export function saneResolutions(options: SaneOptions): number[] {
  const option = options.get("--resolution") ?? options.get("--x-resolution");
  const { range } = option ?? {};
  if (range) return usualResolutions.filter((dpi) => dpi >= range.least && dpi <= range.most);
  const named = (option?.choices ?? []).map((choice) => Number.parseInt(choice.replace(unit, ""), 10));
  return [...new Set(named.filter((dpi) => dpi >= 75 && dpi <= 1200))].sort((one, other) => one - other);
}

/** What a clerk can choose of a device. */
export function saneChoices(
  options: SaneOptions,
  isSheetFed: boolean,
): Pick<Device, "feeds" | "colourModes" | "resolutions"> {
  return {
    feeds: (["flatbed", "feeder", "duplex"] as const).filter((feed) => saneFeed(options, feed, isSheetFed) !== null),
    colourModes: (["bitonal", "grey", "colour"] as const).filter((mode) => saneMode(options, mode) !== null),
    resolutions: saneResolutions(options),
  };
}
