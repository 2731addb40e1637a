// Lines as the script of wia-script.ts says them. Written from Microsoft's documents (wiadef.h, WIA automation layer), not
// recorded on a machine: WIA could not be run here. Every HRESULT is one of the documented list.

const quote = (device: object): string => `D ${JSON.stringify(device)}`;

/** A laser device with glass, feeder and two sides, resolutions as a list. */
export const office = quote({
  id: "{6BDD1FC6-810F-11D0-BEC7-08002BE2092F}\\0001",
  name: "HP LaserJet MFP M227 ‘扫描’",
  state: "",
  handling: 7,
  kinds: [0, 2, 3],
  resolutions: [75, 100, 150, 200, 300, 600, 1200, 2400],
  least: 0,
  most: 0,
});
/** A glass that names a range and nothing of its pixels. */
export const glass = quote({
  id: "{6BDD1FC6-810F-11D0-BEC7-08002BE2092F}\\0002",
  name: "CanoScan LiDE 300",
  state: "",
  handling: 0,
  kinds: [],
  resolutions: [],
  least: 75,
  most: 600,
});
/** One that another program holds. */
export const held = quote({
  ...{ id: "{6BDD1FC6-810F-11D0-BEC7-08002BE2092F}\\0003", name: "得力 DL-M2000", state: "80210006" },
  ...{ handling: 0, kinds: [], resolutions: [], least: 0, most: 0 },
});

export const listed = [office, glass, held, "E"];
export const page = (bytes: Buffer): string => `P jpg ${bytes.toString("base64")}`;

/** HRESULT and where it comes from, with what the clerk is told. */
export const failures = [
  ["F 80210001 transfer", "scanner-io"],
  ["F 80210002 transfer", "scanner-jam"],
  ["F 80210003 transfer", "scanner-feeder-empty"],
  ["F 80210004 transfer", "scanner-jam"],
  ["F 80210005 connect", "scanner-not-found"],
  ["F 80210006 connect", "scanner-busy"],
  ["F 80210007 transfer", "scanner-busy"],
  ["F 8021000A transfer", "scanner-io"],
  ["F 8021000C settings", "scanner-settings"],
  ["F 8021000D transfer", "scanner-busy"],
  ["F 80210015 connect", "scanner-not-found"],
  ["F 80210016 transfer", "scanner-cover-open"],
  ["F 80210020 transfer", "scanner-jam"],
  ["F 80210064 transfer", "task-cancelled"],
  ["F 80070005 connect", "scanner-denied"],
  ["F 80070057 settings", "scanner-settings"],
  ["F 800706BA manager", "scanner-program-missing"],
  ["F 80040154 manager", "scanner-program-missing"],
  ["F 8000FFFF transfer", "scanner-io"],
] as const;
