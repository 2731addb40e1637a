// What the source bar knows between two looks at the page: devices found, what was chosen, the pile in hand, how the last run ended.
import type { Output } from "#contract/contract";
import type { Device } from "#contract/device";
import type { ScanFeed, ScanProfile, ScanSettings } from "#contract/scan-profile";
import { wordsOf } from "#bridge/notices";
import { makeStore } from "#bridge/store";
import { runTask } from "#bridge/tasks";
import { deviceText } from "#text/device";

type Found = Output<"device.list">;
export type Run = {
  readonly ending: "finished" | "stopped" | "failed";
  readonly sentence: string;
  readonly code: string;
  readonly notes: readonly string[];
};
export type ScanDesk = {
  /** Undefined until the clerk looked for devices. */
  readonly found: Found | undefined;
  readonly isFinding: boolean;
  readonly deviceId: string;
  readonly profileId: string;
  /** The clerk's own choice of feed; undefined follows the profile. */
  readonly feed: ScanFeed | undefined;
  readonly isScanning: boolean;
  /** The pile of the last run: what is scanned on goes on counting in it. */
  readonly pile: { readonly id: string; readonly pages: number };
  readonly run: Run | undefined;
};

export const scanDesk = makeStore<ScanDesk>({
  found: undefined,
  isFinding: false,
  deviceId: "",
  profileId: "",
  feed: undefined,
  isScanning: false,
  pile: { id: "", pages: 0 },
  run: undefined,
});
const alter = (change: Partial<ScanDesk>): void => scanDesk.set((now) => ({ ...now, ...change }));

/** Looks for devices; the one chosen stays chosen when it is found again. */
export async function findDevices(): Promise<void> {
  if (scanDesk.get().isFinding || scanDesk.get().isScanning) return;
  alter({ isFinding: true });
  const found = await runTask("device.list", {}, { label: deviceText.findTask });
  alter({ isFinding: false });
  if (!found) return;
  const { deviceId } = scanDesk.get();
  const isThere = found.devices.some(({ id }) => id === deviceId);
  const first = found.devices.find(({ state }) => state === "ready") ?? found.devices[0];
  alter({ found, deviceId: isThere ? deviceId : (first?.id ?? ""), run: undefined });
}

export const chooseDevice = (deviceId: string): void => alter({ deviceId, run: undefined });
export const chooseProfile = (profileId: string): void => alter({ profileId, feed: undefined });
export const chooseFeed = (feed: ScanFeed): void => alter({ feed });
export const closeRun = (): void => alter({ run: undefined });

/** The feed a run will have: the clerk's choice, the profile's, or the first the device has. */
export function feedOf(device: Device | undefined, profile: ScanProfile | undefined, chosen?: ScanFeed): ScanFeed {
  const wanted = chosen ?? profile?.feed ?? "feeder";
  return !device || device.feeds.length === 0 || device.feeds.includes(wanted) ? wanted : (device.feeds[0] ?? wanted);
}

type Start = {
  readonly device: Device;
  readonly profile: ScanProfile;
  readonly feed: ScanFeed;
  readonly securityMark: string;
  /** Goes on in the pile of the last run. */
  readonly goesOn: boolean;
  readonly onBatch: (answer: Output<"device.scan">) => void;
};

/** One run of the device; how it ended stands in the bar until the next. */
export async function scanPile({ device, profile, feed, securityMark, goesOn, onBatch }: Start): Promise<void> {
  const before = scanDesk.get();
  if (before.isScanning) return;
  const pile = goesOn && before.pile.id !== "" ? before.pile : { id: crypto.randomUUID(), pages: 0 };
  alter({ isScanning: true, run: undefined, pile });
  const settings: ScanSettings = { colourMode: profile.colourMode, dpi: profile.dpi, paper: profile.paper, feed };
  const question = {
    ...{ deviceId: device.id, deviceName: device.name, settings, profile: profile.name, securityMark },
    ...{ pileId: pile.id, pagesBefore: pile.pages },
  };
  const refused = (thrown: unknown): void => {
    const { sentence, code } = wordsOf(thrown);
    const ending = code === "task-cancelled" ? "stopped" : "failed";
    alter({
      run: { ending, sentence: ending === "stopped" ? deviceText.stopped(pile.pages) : sentence, code, notes: [] },
    });
  };
  const answer = await runTask("device.scan", question, { label: deviceText.scanTask(device), refused });
  alter({ isScanning: false });
  if (!answer) return;
  const pages = pile.pages + answer.outcomes.length;
  const sentence =
    answer.ending === "finished"
      ? deviceText.finished(answer.pageCount)
      : answer.ending === "stopped"
        ? deviceText.stopped(pages)
        : answer.message;
  const notes = [...(answer.rejectedCount > 0 ? [deviceText.rejected(answer.rejectedCount)] : []), ...answer.notes];
  alter({ pile: { ...pile, pages }, run: { ending: answer.ending, sentence, code: answer.code, notes } });
  if (answer.rejectedCount > 0) onBatch(answer);
}
