import type { ReactNode } from "react";
import { CodeGroups } from "#ui/code-groups";
import { sheetGroups } from "./sheet-groups.ts";

type Props = { readonly onGroups: (groups: string[] | undefined) => void };

/** The eight groups of a recovery sheet, for a door that takes them in place of a passphrase. */
export function SheetFields({ onGroups }: Props): ReactNode {
  return <CodeGroups {...sheetGroups} onGroups={onGroups} />;
}
