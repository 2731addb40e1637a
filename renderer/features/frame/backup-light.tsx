import type { ReactNode } from "react";
import { useRead } from "#bridge/use-read";
import { frameText } from "#text/frame";
import { sayWhen } from "#text/format";

const oldAfterDays = 7;

/** The light in the title bar: green with the day, amber with the reason; never a colour alone. */
export function BackupLight({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const { value } = useRead("backup.state", {});
  if (!value) return null;
  const { folder, lastAt, isReachable } = value;
  const isOld = lastAt !== null && Date.now() - Date.parse(lastAt) > oldAfterDays * 86_400_000;
  const [tone, words] =
    folder === ""
      ? (["look", frameText.backupNoFolder] as const)
      : !isReachable
        ? (["look", frameText.backupAway] as const)
        : lastAt === null
          ? (["look", frameText.backupNever] as const)
          : isOld
            ? (["look", frameText.backupOld(sayWhen(lastAt))] as const)
            : (["proved", frameText.backupAt(sayWhen(lastAt))] as const);
  return (
    <button type="button" className={`backup-light tone-${tone}`} title={frameText.backupHint} onClick={onOpen}>
      <span className="light" aria-hidden />
      {words}
    </button>
  );
}
