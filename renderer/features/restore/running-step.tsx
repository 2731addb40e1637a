import type { ReactNode } from "react";
import { restoreText as words } from "#text/restore";
import { RunningBar } from "./running-bar.tsx";

/** While files are copied: how far, and that stopping is safe. */
export function RunningStep(): ReactNode {
  return (
    <>
      <h1>{words.running}</h1>
      <RunningBar />
      <p className="quiet">{words.runningLine}</p>
    </>
  );
}
