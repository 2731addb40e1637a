import { useEffect, useState } from "react";
import type { ShellOutput } from "#contract/shell";
import { askShell } from "./call.ts";

export type Printer = ShellOutput<"shell.printers">["printers"][number];

/** The printers of this computer; undefined while the shell is still asking the system. */
export function usePrinters(): readonly Printer[] | undefined {
  const [printers, setPrinters] = useState<readonly Printer[]>();
  useEffect(() => {
    let isWanted = true;
    askShell("shell.printers", {}).then(
      (answer) => isWanted && setPrinters(answer.printers),
      () => isWanted && setPrinters([]),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return printers;
}
