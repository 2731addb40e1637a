import { useCallback, useRef, useState } from "react";
import type { Asked, NameOf, Output } from "#contract/contract";
import type { ImageRecipe } from "#contract/derivative";
import type { Page, PageId } from "#contract/scan";
import { sayDone, sayRefused, sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { offerUndo } from "#bridge/undo";
import { useWrite } from "#bridge/use-write";
import { pageToolText, sayStep } from "#text/page-tool";

type Short = "page.split" | "page.join" | "page.insert-after" | "page.measure";
export type PageAct = {
  readonly isBusy: boolean;
  /** One recipe on one page or many; true when at least one was changed. */
  readonly process: (page: Page, ids: readonly PageId[], recipe: ImageRecipe) => Promise<boolean>;
  /** A task that is over in a moment, with the sentence that is then true. */
  readonly run: <N extends Short & NameOf<"task">>(
    name: N,
    input: Asked<N>,
    sentence?: string,
  ) => Promise<Output<N> | undefined>;
  readonly write: ReturnType<typeof useWrite>[0];
  /** Says what is now true where there is nothing to take back. */
  readonly tell: (sentence: string) => void;
};

/** What is done to pages, one thing at a time, each with its sentence and its way back. */
export function usePageAct(): PageAct {
  const [isRunning, setRunning] = useState(false);
  const running = useRef(false);
  const [write, isWriting] = useWrite();

  const once = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setRunning(true);
    try {
      return await work();
    } catch (thrown) {
      sayThrown(thrown);
      return undefined;
    } finally {
      running.current = false;
      setRunning(false);
    }
  }, []);

  const process: PageAct["process"] = useCallback(
    async (page, ids, recipe) => {
      const steps = [...recipe];
      const pages = ids.map((pageId) => ({ pageId, from: pageId === page.id ? page.version : null }));
      const label = pageToolText.task(ids.length);
      const done = await once(() => runTask("page.process", { pages, recipe: steps }, { label }));
      if (!done) return false;
      const [refused] = done.outcomes.filter((each) => each.number === null);
      if (refused) sayRefused(refused.message, refused.code);
      const words = steps.map(sayStep).join("、");
      const isMany = ids.length > 1;
      if (done.doneCount > 0)
        void offerUndo(
          isMany ? pageToolText.doneMany(done.doneCount, done.refusedCount, done.isCut) : pageToolText.done(words),
        );
      return done.doneCount > 0;
    },
    [once],
  );
  const run: PageAct["run"] = useCallback(
    (name, input, sentence) =>
      once(async () => {
        const answer = await runTask(name, input, { label: pageToolText.bar });
        if (answer && sentence) void offerUndo(sentence);
        return answer;
      }),
    [once],
  );
  return { isBusy: isRunning || isWriting, process, run, write, tell: sayDone };
}
