// The XML of eSCL (Mopria Alliance, eSCL Technical Specification 2.97): capabilities, status, settings of a job.
import type { Device } from "#contract/device";
import { Refusal } from "#contract/refusal";
import type { ScanFeed, ScanSettings } from "#contract/scan-profile";
import { paperSize } from "./paper-size.ts";
import { allNamed, readXml, textOf, type XmlNode } from "./read-xml.ts";

type InputSource = {
  readonly modes: readonly string[];
  readonly resolutions: readonly number[];
  readonly formats: readonly string[];
  /** In three hundredths of an inch. */
  readonly width: number;
  readonly height: number;
};
export type EsclCapabilities = {
  readonly name: string;
  readonly version: string;
  readonly sources: Readonly<Partial<Record<ScanFeed, InputSource>>>;
};

const modeNames: Record<ScanSettings["colourMode"], string> = {
  bitonal: "BlackAndWhite1",
  grey: "Grayscale8",
  colour: "RGB24",
};
const usualResolutions = [75, 100, 150, 200, 300, 400, 600, 1200];
const numberOf = (words: string): number => Number.parseInt(words, 10) || 0;

function readSource(node: XmlNode | undefined): InputSource | undefined {
  if (!node) return undefined;
  const discrete = allNamed(node, "DiscreteResolution").map((each) => numberOf(textOf(each, "XResolution")));
  const range =
    allNamed(node, "XResolutionRange")[0] ?? allNamed(node, "XResolution").find((each) => textOf(each, "Min"));
  const inRange = range
    ? usualResolutions.filter((dpi) => dpi >= numberOf(textOf(range, "Min")) && dpi <= numberOf(textOf(range, "Max")))
    : [];
  const formats = ["DocumentFormat", "DocumentFormatExt"].flatMap((name) => allNamed(node, name));
  return {
    modes: allNamed(node, "ColorMode").map((each) => each.text.trim()),
    resolutions: [...new Set([...discrete, ...inRange])]
      .filter((dpi) => dpi >= 75 && dpi <= 1200)
      .sort((a, b) => a - b),
    formats: [...new Set(formats.map((each) => each.text.trim()))],
    width: numberOf(textOf(node, "MaxWidth")),
    height: numberOf(textOf(node, "MaxHeight")),
  };
}

/** Reads ScannerCapabilities. Refuses scanner-io for anything else. */
export function readCapabilities(xml: string): EsclCapabilities {
  const root = readXml(xml);
  if (root.name !== "ScannerCapabilities") throw new Refusal("scanner-io");
  const flatbed = readSource(allNamed(root, "PlatenInputCaps")[0]);
  const feeder = readSource(allNamed(root, "AdfSimplexInputCaps")[0]);
  const duplex = readSource(allNamed(root, "AdfDuplexInputCaps")[0]);
  return {
    name: textOf(root, "MakeAndModel").slice(0, 200),
    version: /^\d\.\d{1,3}$/.test(textOf(root, "Version")) ? textOf(root, "Version") : "2.0",
    sources: { ...(flatbed && { flatbed }), ...(feeder && { feeder }), ...(duplex && { duplex }) },
  };
}

const imageFormats = ["image/png", "image/tiff", "image/jpeg"] as const;
/** What one bit a pixel may come in: JPEG has no such pictures. */
const formatFor = (source: InputSource, mode: ScanSettings["colourMode"]): string | undefined =>
  mode === "bitonal"
    ? imageFormats.slice(0, 2).find((format) => source.formats.includes(format))
    : source.formats.includes("image/jpeg") || source.formats.length === 0
      ? "image/jpeg"
      : imageFormats.find((format) => source.formats.includes(format));

/** What a clerk can choose. */
export function esclChoices({ sources }: EsclCapabilities): Pick<Device, "feeds" | "colourModes" | "resolutions"> {
  const all = Object.values(sources);
  return {
    feeds: (["flatbed", "feeder", "duplex"] as const).filter((feed) => sources[feed]),
    colourModes: (["bitonal", "grey", "colour"] as const).filter((mode) =>
      all.some((source) => source.modes.includes(modeNames[mode]) && formatFor(source, mode)),
    ),
    resolutions: [...new Set(all.flatMap(({ resolutions }) => resolutions))].sort((a, b) => a - b),
  };
}

/** Settings of a job, and the dpi it will have. Refuses scanner-settings. */
export function jobSettings(
  { version, sources }: EsclCapabilities,
  { feed, colourMode, dpi, paper }: ScanSettings,
): { readonly xml: string; readonly dpi: number } {
  const source = sources[feed];
  const format = source && formatFor(source, colourMode);
  if (!source || !format || !source.modes.includes(modeNames[colourMode])) throw new Refusal("scanner-settings");
  const given = source.resolutions.find((each) => each >= dpi) ?? source.resolutions.at(-1) ?? dpi;
  const size = paperSize[paper];
  const units = (mm: number): number => Math.round((mm / 25.4) * 300);
  const width = Math.min(size ? units(size.width) : source.width, source.width);
  const height = Math.min(size ? units(size.height) : source.height, source.height);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
<pwg:Version>${version}</pwg:Version><scan:Intent>Document</scan:Intent>
<pwg:ScanRegions><pwg:ScanRegion><pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits><pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset><pwg:Width>${width}</pwg:Width><pwg:Height>${height}</pwg:Height></pwg:ScanRegion></pwg:ScanRegions>
<pwg:DocumentFormat>${format}</pwg:DocumentFormat><scan:DocumentFormatExt>${format}</scan:DocumentFormatExt>
<pwg:InputSource>${feed === "flatbed" ? "Platen" : "Feeder"}</pwg:InputSource>${feed === "flatbed" ? "" : `<scan:Duplex>${feed === "duplex"}</scan:Duplex>`}
<scan:ColorMode>${modeNames[colourMode]}</scan:ColorMode><scan:XResolution>${given}</scan:XResolution><scan:YResolution>${given}</scan:YResolution>
</scan:ScanSettings>`;
  return { xml, dpi: given };
}

export type EsclStatus = {
  readonly state: string;
  readonly feeder: string;
  readonly jobs: ReadonlyMap<string, string>;
};

/** Reads ScannerStatus; jobs by the last part of their address. Refuses scanner-io for anything else. */
export function readStatus(xml: string): EsclStatus {
  const root = readXml(xml);
  if (root.name !== "ScannerStatus") throw new Refusal("scanner-io");
  const jobs = allNamed(root, "JobInfo").map(
    (job) => [textOf(job, "JobUri").split("/").at(-1) ?? "", textOf(job, "JobState")] as const,
  );
  return { state: textOf(root, "State"), feeder: textOf(root, "AdfState"), jobs: new Map(jobs) };
}
