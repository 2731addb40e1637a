// scanimage ends with the SANE status of the last call (SANE standard 1.06, 4.2.7), 1 for what it found wrong itself.
import { Refusal, type RefusalCode } from "#contract/refusal";

const byStatus: Readonly<Record<number, RefusalCode>> = {
  2: "task-cancelled",
  3: "scanner-busy",
  4: "scanner-settings",
  6: "scanner-jam",
  7: "scanner-feeder-empty",
  8: "scanner-cover-open",
  9: "scanner-io",
  10: "scanner-io",
  11: "scanner-denied",
};

/** The words libsane has for a status: a device that cannot be opened is told by these alone. */
const byWords: readonly (readonly [RegExp, RefusalCode])[] = [
  [
    /setting of option|attempted to set inactive|option .* (requires|unrecognized)|unrecognized option/i,
    "scanner-settings",
  ],
  [/open of device .* failed: (invalid argument|.*unsupported|operation not supported)/i, "scanner-not-found"],
  [/no SANE devices found/i, "scanner-not-found"],
  [/device busy/i, "scanner-busy"],
  [/access to resource has been denied|permission denied/i, "scanner-denied"],
  [/out of documents/i, "scanner-feeder-empty"],
  [/feeder jammed/i, "scanner-jam"],
  [/cover is open/i, "scanner-cover-open"],
  [/operation was cancell?ed/i, "task-cancelled"],
  [/sane_(?:start|read): invalid argument/i, "scanner-settings"],
  [/open of device .* failed/i, "scanner-not-found"],
];

/** What a run that did not end well is called; its last lines decide where the status alone says too little. */
export function saneFailure(code: number | null, lines: readonly string[]): Refusal {
  const said = lines.slice(-12).join("\n");
  const byNumber = code === null ? undefined : byStatus[code];
  const spoken = byWords.find(([words]) => words.test(said))?.[1];
  return new Refusal(byNumber ?? spoken ?? "scanner-io");
}
