import { useEffect, useState } from "react";
import type { ImageRecipe } from "#contract/derivative";
import type { Page } from "#contract/scan";
import { ask, newQuestionId } from "#bridge/call";
import { wordsOf } from "#bridge/notices";

export type Look =
  | { readonly source: string; readonly width: number; readonly height: number }
  | { readonly sentence: string; readonly code: string };

/** Milliseconds a setting must stand still before it is tried. */
const settle = 250;

/** What a recipe would make of a page, made anew when it changes; undefined while it is being made or nothing is asked. */
export function useLook(page: Page, recipe: ImageRecipe | undefined): Look | undefined {
  const key = recipe && JSON.stringify([page.id, page.version, recipe]);
  const [made, setMade] = useState<{ readonly key: string; readonly look: Look }>();
  useEffect(() => {
    if (key === undefined || recipe === undefined) return;
    const taskId = newQuestionId();
    let isWanted = true;
    let isAsked = false;
    const keep = (look: Look): void => {
      if (isWanted) setMade({ key, look });
    };
    const due = setTimeout(() => {
      isAsked = true;
      ask("page.preview", { pageId: page.id, from: page.version, recipe: [...recipe] }, taskId).then(
        ({ documentId, width, height }) => keep({ source: `app://document/${documentId}`, width, height }),
        (thrown: unknown) => keep(wordsOf(thrown)),
      );
    }, settle);
    return () => {
      isWanted = false;
      clearTimeout(due);
      if (isAsked) void ask("task.cancel", { taskId }).catch(() => undefined);
    };
    // The key says all that page and recipe would.
  }, [key]);
  return made?.key === key ? made?.look : undefined;
}
