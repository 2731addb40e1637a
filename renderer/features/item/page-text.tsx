import { Button } from "antd";
import type { ReactNode } from "react";
import type { ShownReading } from "#contract/reading-queue";
import { sayDone, sayRefused } from "#bridge/notices";
import { reading } from "#bridge/reading";
import { useWrite } from "#bridge/use-write";
import { readingText } from "#text/reading";
import { TextPanel } from "#ui/text-panel";
import { doubtfulPlaces } from "./put-words.ts";

type Props = {
  readonly shown: ShownReading;
  /** A line pointed at is shown on the page. */
  readonly onLine: (key: string) => void;
  readonly onClose: () => void;
};

/** The key of a line's place on the page. */
export const lineKey = (at: number): string => `line ${at}`;

/** Why there is no text, or what to think of it. */
function stateWords({ state, lines, marks }: ShownReading, isPaused: boolean): string {
  if (state === "waiting" && lines.length > 0) return readingText.rereading;
  if (state === "waiting") return isPaused ? readingText.waitingPaused : readingText.waiting;
  if (state === "unreadable") return readingText.unreadable;
  if (lines.length === 0) return readingText.empty;
  const personal = marks.find(({ mark, isSettled }) => mark === "personal" && !isSettled);
  if (personal) return readingText.personal(personal.value);
  return marks.some(({ mark }) => mark === "not-reliably-read") ? readingText.notReliable : "";
}

/** 识别文本 of the page that is shown: to be read, selected and copied; what was read badly is marked. */
export function PageText({ shown, onLine, onClose }: Props): ReactNode {
  const isPaused = reading.use()?.progress.isPaused ?? false;
  const [write, isBusy] = useWrite();
  const words = stateWords(shown, isPaused);
  const copy = (): void => {
    const text = shown.lines.map((line) => line.text).join("\n");
    navigator.clipboard.writeText(text).then(
      () => sayDone(readingText.copied),
      () => sayRefused(readingText.copyFailed, "clipboard"),
    );
  };
  return (
    <TextPanel
      label={readingText.panel}
      note={shown.lines.length > 0 ? readingText.onlyHelp : ""}
      lines={shown.lines.map((line, at) => ({ key: lineKey(at), text: line.text, doubts: doubtfulPlaces(line) }))}
      onLine={shown.isOfShownImage ? onLine : undefined}
      tools={
        <>
          {shown.lines.length > 0 && (
            <Button size="small" type="text" onClick={copy}>
              {readingText.copy}
            </Button>
          )}
          {shown.state !== "waiting" && (
            <Button
              size="small"
              type="text"
              disabled={isBusy}
              onClick={() =>
                void write("reading.again", { pageIds: [shown.pageId] }, { said: () => readingText.saidAgain })
              }
            >
              {readingText.again}
            </Button>
          )}
          <Button size="small" type="text" onClick={onClose}>
            {readingText.closePanel}
          </Button>
        </>
      }
    >
      {words !== "" && <p className={shown.state === "unreadable" ? "tone-look" : "quiet"}>{words}</p>}
    </TextPanel>
  );
}
