import { Button } from "antd";
import type { ReactNode } from "react";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { scanText } from "#text/scan";

const words = scanText.rest;

/** Places in the tray as runs: 第 4～6 页、第 9 页. */
export function sayPlaces(places: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last && place === last[1] + 1) last[1] = place;
    else runs.push([place, place]);
  }
  return runs.map(([first, last]) => words.place(first, last)).join("、");
}

/** Sheets that came right behind a paper taken away as a secret: asked about until the clerk has said what they are (P15). */
export function SecretRest(): ReactNode {
  const pages = useRead("reading.secret-rest", {}).value?.pages ?? [];
  const [write, isBusy] = useWrite();
  if (pages.length === 0) return null;
  const pageIds = pages.map(({ pageId }) => pageId);
  return (
    <div className="secret-rest" role="alert">
      <p className="secret-note">{words.asks(pages.length, sayPlaces(pages.map(({ place }) => place)))}</p>
      <Button
        size="small"
        danger
        loading={isBusy}
        onClick={() => void write("reading.drop-rest", { pageIds }, { said: ({ count }) => words.dropped(count) })}
      >
        {words.drop(pages.length)}
      </Button>
      <Button size="small" onClick={() => void write("reading.keep-rest", {}, { said: () => words.kept })}>
        {words.keep}
      </Button>
    </div>
  );
}
