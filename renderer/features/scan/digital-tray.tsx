import { Button, Checkbox } from "antd";
import { type ReactNode, useState } from "react";
import { type DigitalFile, type DigitalFileId, recordedFormats } from "#contract/digital-file";
import type { ItemId } from "#contract/item";
import { saveOriginal } from "#bridge/digital-file";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { digitalFacts, digitalText, sayDuration } from "#text/digital-file";
import { sayBytes } from "#text/format";
import { scanText } from "#text/scan";
import { DangerDialog } from "#ui/danger-dialog";
import { FactList } from "#ui/fact-list";

type Props = { readonly onItem: (id: ItemId) => void; readonly onGroups: () => void };
const most = 200;

function briefly(file: DigitalFile): string {
  const duration = file.recording?.durationMs;
  return [digitalText.format(file), sayBytes(file.size), duration ? sayDuration(duration) : ""]
    .filter(Boolean)
    .join(" · ");
}

/** Digital files that wait: kept as they came, with what was noted of them; chosen ones become one item. */
export function DigitalTray({ onItem, onGroups }: Props): ReactNode {
  const tray = useRead("digital-file.tray", { limit: most });
  const [chosen, setChosen] = useState<ReadonlySet<DigitalFileId>>(new Set());
  const [shown, setShown] = useState<DigitalFileId>();
  const [isDiscarding, setDiscarding] = useState(false);
  const [write, isBusy] = useWrite();
  const files = tray.value?.rows ?? [];
  if (files.length === 0) return null;
  const ids = files.filter((file) => chosen.has(file.id)).map((file) => file.id);
  const open = files.find((file) => file.id === shown);
  const hasRecordings = files.some((file) => recordedFormats.some((format) => format === file.format));

  const toggle = (id: DigitalFileId): void =>
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const make = async (): Promise<void> => {
    const made = await write(
      "item.make",
      { pageIds: [], fileIds: ids },
      { hasUndo: true, said: () => scanText.madeOfFiles(ids.length) },
    );
    if (!made) return;
    setChosen(new Set());
    onItem(made.item.id);
  };
  const discard = async (): Promise<void> => {
    await write(
      "digital-file.discard",
      { ids },
      { said: ({ discardedCount }) => scanText.discardedFiles(discardedCount) },
    );
    setDiscarding(false);
    setChosen(new Set());
  };
  return (
    <section className="digital-tray" aria-label={digitalText.title}>
      <div className="row">
        <b className="grow">{digitalText.count(tray.value?.total ?? 0)}</b>
        {hasRecordings && (
          <Button size="small" onClick={onGroups}>
            {scanText.toGroups}
          </Button>
        )}
        <Button size="small" danger disabled={ids.length === 0} onClick={() => setDiscarding(true)}>
          {scanText.discard}
        </Button>
        <Button
          size="small"
          type={ids.length > 0 ? "primary" : "default"}
          disabled={ids.length === 0}
          loading={isBusy}
          onClick={() => void make()}
        >
          {scanText.makeOfFiles}
        </Button>
      </div>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <Checkbox
              aria-label={`${scanText.chooseFile} ${file.sourceName}`}
              checked={chosen.has(file.id)}
              onChange={() => toggle(file.id)}
            />
            <button
              type="button"
              className="link cut grow"
              aria-expanded={shown === file.id}
              onClick={() => setShown(shown === file.id ? undefined : file.id)}
            >
              {file.sourceName}
            </button>
            <span className="quiet small">{briefly(file)}</span>
            {file.hasMacro && <span className="mark mark-look">{digitalText.macro}</span>}
            {file.awaitsReadingCopy && <span className="mark">{digitalText.awaiting}</span>}
            {open?.id === file.id && (
              <div className="digital-note">
                {digitalText.warnings(file).map((sentence) => (
                  <p key={sentence} className="tone-look small">
                    {sentence}
                  </p>
                ))}
                <FactList facts={digitalFacts(file)} />
                <Button size="small" onClick={() => void saveOriginal(file)}>
                  {digitalText.saveAs}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <DangerDialog
        isOpen={isDiscarding}
        title={scanText.discardFilesTitle(ids.length)}
        verb={scanText.discardFilesVerb(ids.length)}
        keep={scanText.keep}
        isBusy={isBusy}
        onVerb={() => void discard()}
        onKeep={() => setDiscarding(false)}
      >
        {scanText.discardFilesLine(ids.length)}
      </DangerDialog>
    </section>
  );
}
