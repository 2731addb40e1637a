import type { ReactNode } from "react";

export type TextPanelLine = {
  readonly key: string;
  readonly text: string;
  /** Places (code points) that were read without confidence. */
  readonly doubts: readonly number[];
};
type Props = {
  readonly label: string;
  /** Under the head: what the text is, and what it is not. */
  readonly note: ReactNode;
  readonly tools: ReactNode;
  readonly lines: readonly TextPanelLine[];
  readonly onLine?: ((key: string) => void) | undefined;
  readonly children?: ReactNode;
};

/** Text with the characters in doubt marked. */
export function DoubtfulText({ text, doubts }: Pick<TextPanelLine, "text" | "doubts">): ReactNode {
  if (doubts.length === 0) return text;
  const isDoubtful = new Set(doubts);
  return [...text].map((character, at) =>
    isDoubtful.has(at) ? (
      <mark key={at} className="doubt">
        {character}
      </mark>
    ) : (
      character
    ),
  );
}

/** Text that belongs to a page, line by line, to be selected and copied; a line pointed at is shown on the page. */
export function TextPanel({ label, note, tools, lines, onLine, children }: Props): ReactNode {
  return (
    <section className="text-panel" aria-label={label}>
      <header className="text-panel-head">
        <b>{label}</b>
        <span className="quiet small grow cut">{note}</span>
        {tools}
      </header>
      {children}
      {lines.length > 0 && (
        <div className="text-panel-lines" tabIndex={0}>
          {lines.map(({ key, text, doubts }) => (
            <p key={key} onMouseEnter={onLine && (() => onLine(key))}>
              <DoubtfulText text={text} doubts={doubts} />
            </p>
          ))}
        </div>
      )}
    </section>
  );
}
