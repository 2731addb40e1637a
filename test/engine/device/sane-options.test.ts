// What drivers print differs; what a clerk can choose of them does not. Printed options as scanimage 1.1.1 writes them.
import { describe, expect, it } from "vitest";
import { saneArguments } from "#engine/device/sane-arguments";
import { readSaneOptions, saneChoices, saneFeed } from "#engine/device/sane-options";
import type { ScanSettings } from "#contract/scan-profile";

/** Printed by the driver fujitsu: a feeder with two sides, no glass. */
const fujitsu = `
All options specific to device \`fujitsu:ScanSnap:1':
  Standard:
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
        Selects the scan source.
    --mode Lineart|Halftone|Gray|Color [Lineart]
        Selects the scan mode.
    --resolution 50..600dpi (in steps of 1) [600]
        Sets the resolution of the scanned image.
  Geometry:
    --page-width 0..224.846mm (in steps of 0.0211639) [215.872]
        Specifies the width of the media.
    --page-height 0..876.695mm (in steps of 0.0211639) [279.364]
        Specifies the height of the media.
    -l 0..224.846mm (in steps of 0.0211639) [0]
        Top-left x position of scan area.
    -t 0..876.695mm (in steps of 0.0211639) [0]
    -x 0..224.846mm (in steps of 0.0211639) [215.872]
        Width of scan-area.
    -y 0..876.695mm (in steps of 0.0211639) [279.364]
`;
/** Printed by the driver epson2: two sides apart from the source, resolutions as a list. */
const epson = `
    --mode Lineart|Gray|Color [Lineart]
    --depth 8 [inactive]
    --resolution 75|150|300|600dpi [75]
    --source Flatbed|Automatic Document Feeder [Flatbed]
    --adf-mode Simplex|Duplex [Simplex]
    -l 0..215.9mm [0]
    -t 0..297.18mm [0]
    -x 0..215.9mm [215.9]
    -y 0..297.18mm [297.18]
`;
/** Printed by the driver genesys of a plain glass: no source, nothing for one bit. */
const glass = `
    --mode 24 bit Color|True Gray [True Gray]
    --depth 16|8 [8]
    --resolution 1200|600|300|150|75dpi [75]
    -x 0..216mm [216]
    -y 0..299.213mm [299.213]
    --scan [hardware] [no]
    --duplex[=(yes|no)] [inactive]
`;
const settings: ScanSettings = { colourMode: "colour", dpi: 200, paper: "A4", feed: "feeder" };

describe("the options of a driver", () => {
  it("name feeds, colour modes and resolutions", () => {
    expect(saneChoices(readSaneOptions(fujitsu), true)).toEqual({
      feeds: ["feeder", "duplex"],
      colourModes: ["bitonal", "grey", "colour"],
      resolutions: [75, 100, 150, 200, 300, 400, 600],
    });
    expect(saneChoices(readSaneOptions(epson), false)).toEqual({
      feeds: ["flatbed", "feeder", "duplex"],
      colourModes: ["bitonal", "grey", "colour"],
      resolutions: [75, 150, 300, 600],
    });
    expect(saneChoices(readSaneOptions(glass), false)).toEqual({
      feeds: ["flatbed"],
      colourModes: ["grey", "colour"],
      resolutions: [75, 150, 300, 600, 1200],
    });
  });

  it("that cannot be set now are left out", () => {
    const options = readSaneOptions(glass);
    expect(options.has("--duplex")).toBe(false);
    expect(options.has("--scan")).toBe(false);
  });

  it("tell the two sides of a sheet from its back", () => {
    expect(saneFeed(readSaneOptions(fujitsu), "feeder", true)).toEqual([["--source", "ADF Front"]]);
    expect(saneFeed(readSaneOptions(fujitsu), "duplex", true)).toEqual([["--source", "ADF Duplex"]]);
    expect(saneFeed(readSaneOptions(epson), "duplex")).toEqual([
      ["--source", "Automatic Document Feeder"],
      ["--adf-mode", "Duplex"],
    ]);
  });

  it("become words in the order drivers want: source, mode, resolution, sheet", () => {
    expect(saneArguments(readSaneOptions(fujitsu), settings, true).words).toEqual([
      "--format=jpeg",
      "--source=ADF Front",
      "--mode=Color",
      "--resolution=200",
      ...["--page-width=210", "--page-height=297", "-l", "0", "-t", "0", "-x", "210", "-y", "297"],
    ]);
  });

  it("never give coarser than was asked for while finer can be had", () => {
    expect(saneArguments(readSaneOptions(epson), settings, false)).toMatchObject({ dpi: 300, extension: "jpg" });
    const most = saneArguments(readSaneOptions(epson), { ...settings, dpi: 1200 }, false);
    expect(most).toMatchObject({ dpi: 600, extension: "png" });
  });

  it("are refused for what the device has not", () => {
    const options = readSaneOptions(glass);
    expect(() => saneArguments(options, settings, false)).toThrow("scanner-settings");
    expect(() => saneArguments(options, { ...settings, feed: "flatbed", colourMode: "bitonal" }, false)).toThrow(
      "scanner-settings",
    );
  });

  it("stay inside the glass", () => {
    const { words } = saneArguments(readSaneOptions(glass), { ...settings, feed: "flatbed", paper: "A3" }, false);
    expect(words.slice(-4)).toEqual(["-x", "216", "-y", "299.213"]);
  });
});
