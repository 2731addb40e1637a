import type { ReactNode } from "react";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { tableImport } from "#text/table-import";
import { PastImports } from "./past-imports.tsx";

/** Old catalogues and registers taken in before. */
export function ImportHistory(): ReactNode {
  const imports = useRead("import.list", {}).value ?? [];
  const [write, isBusy] = useWrite();
  return (
    <PastImports
      {...{ imports, isBusy }}
      words={tableImport}
      nameOf={({ as }) => tableImport.uses[as]}
      onWithdraw={async ({ id }) =>
        void (await write("import.withdraw", { id }, { said: ({ rowCount }) => tableImport.withdrew(rowCount) }))
      }
    />
  );
}
