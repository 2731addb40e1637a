// The pile of this sitting: each still is kept before the next is taken, and what is refused stops the camera, not the pile.
import { useCallback, useMemo, useRef, useState } from "react";
import type { CameraChoices } from "#contract/camera-frame";
import { ask } from "#bridge/call";
import { sayDone, sayRefused, wordsOf } from "#bridge/notices";
import { write } from "#bridge/use-write";
import { cameraText } from "#text/camera";
import { itemsOf, pagesOf, type PileStill, stillToLookAt, withStill } from "./pile.ts";
import type { Still } from "./use-camera-frame.ts";

type Stopped = { readonly sentence: string; readonly code: string };
export type Kept = {
  readonly isKept: boolean;
  readonly mustStop: boolean;
  readonly number: number;
  readonly wantsLook: boolean;
};
export type Pile = {
  readonly stills: readonly PileStill[];
  readonly pageCount: number;
  readonly isSaving: boolean;
  readonly toLookAt: PileStill | undefined;
  /** The still that the next one takes the place of. */
  readonly replacing: PileStill | undefined;
  readonly isNewItemNext: boolean;
  /** Why the camera was stopped. */
  readonly stopped: Stopped | undefined;
  keep(still: Still, camera: string, choices: CameraChoices, securityMark: string): Promise<Kept>;
  toggleNewItem(): void;
  replace(still: PileStill | undefined): void;
  settle(number: number): void;
  goOn(): void;
  /** Makes the items of the pile; true when it was done. */
  make(): Promise<boolean>;
};

export function usePile(): Pile {
  const [stills, setStills] = useState<readonly PileStill[]>([]);
  const [isSaving, setSaving] = useState(false);
  const [replacing, setReplacing] = useState<PileStill>();
  const [isNewItemNext, setNewItemNext] = useState(false);
  const [stopped, setStopped] = useState<Stopped>();
  const pileId = useRef(crypto.randomUUID());
  // What a still is kept as is decided when it comes, not when somebody presses a key while it is being saved.
  const now = useRef({ stills, replacing, isNewItemNext });
  now.current = { stills, replacing, isNewItemNext };

  const keep = useCallback(
    async (still: Still, camera: string, choices: CameraChoices, securityMark: string): Promise<Kept> => {
      const { replacing: instead, isNewItemNext, stills: before } = now.current;
      // 「新的一件」 is said of the next page, not of one taken again.
      const isFirst = instead ? instead.isFirst : isNewItemNext;
      const number = instead?.number ?? Math.max(0, ...before.map((each) => each.number)) + 1;
      setSaving(true);
      try {
        const { bytes, corners, marks, capturedAt } = still;
        const kept = await ask("capture.keep", {
          ...{ bytes, corners, marks, securityMark, isFirstPage: isFirst },
          capture: { source: "camera", device: camera, capturedAt, pileId: pileId.current, profile: "" },
          quarters: choices.quarters,
          isSpread: choices.isSpread,
          foldAt: choices.foldAt,
          replaces: [...(instead?.pageIds ?? [])],
        });
        const savedAt = Date.now();
        const tookMs = savedAt - still.askedAt;
        const pageIds = kept.pages.map(({ id }) => id);
        setStills((list) => withStill(list, { number, pageIds, marks, isFirst, savedAt, tookMs, isSettled: false }));
        setReplacing(undefined);
        if (!instead) setNewItemNext(false);
        setStopped(undefined);
        if (kept.code !== "ok") sayDone(cameraText.wholeKept(kept.message));
        return { isKept: true, mustStop: false, number, wantsLook: marks.length > 0 };
      } catch (thrown) {
        const words = wordsOf(thrown);
        // The very same picture, to the last bit, is there already: nothing is lost and nothing needs to stop.
        const mayGoOn = words.code === "duplicate-file";
        if (mayGoOn) sayRefused(cameraText.duplicate, words.code);
        else setStopped(words);
        return { isKept: false, mustStop: !mayGoOn, number, wantsLook: true };
      } finally {
        setSaving(false);
      }
    },
    [],
  );

  return useMemo(
    () => ({
      ...{ stills, isSaving, replacing, isNewItemNext, stopped, keep },
      pageCount: pagesOf(stills),
      toLookAt: replacing ? undefined : stillToLookAt(stills),
      toggleNewItem: () => setNewItemNext((is) => !is),
      replace: setReplacing,
      settle: (number) =>
        setStills((list) => list.map((each) => (each.number === number ? { ...each, isSettled: true } : each))),
      goOn: () => setStopped(undefined),
      make: async () => {
        const items = itemsOf(stills);
        const runs = items.map((item) => ({ pageIds: item.flatMap(({ pageIds }) => pageIds) }));
        const said = (): string => cameraText.made(items.length, pagesOf(stills));
        const done = await write("pile.make", { runs }, { said, hasUndo: true });
        if (!done) return false;
        setStills([]);
        setReplacing(undefined);
        pileId.current = crypto.randomUUID();
        return true;
      },
    }),
    [stills, isSaving, replacing, isNewItemNext, stopped, keep],
  );
}
