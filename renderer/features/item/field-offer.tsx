import { Button } from "antd";
import type { ReactNode } from "react";
import type { ReadingProposal } from "#contract/reading-proposal";
import { readingText } from "#text/reading";
import { DoubtfulText } from "#ui/text-panel";

type Props = {
  readonly proposal: ReadingProposal;
  readonly onTake: () => void;
  /** Shows on the page where it was read. */
  readonly onPlace: () => void;
};

/** 「识别：… 采用」 under a field: what was read for it, nothing of it saved until it is taken. */
export function FieldOffer({ proposal, onTake, onPlace }: Props): ReactNode {
  const { value, asRead, doubts, confidence } = proposal;
  // Where the field takes it as it was read, the doubt shows in the words themselves.
  const shown = [...value].length === [...asRead].length ? doubts : [];
  return (
    <div className="field-offer" data-offer={proposal.field}>
      <span className="quiet">{readingText.proposed}</span>
      <button
        type="button"
        className="field-offer-words"
        title={`${readingText.showPlace}（${readingText.sure(confidence)}）`}
        // The cursor stays in the field: the place is looked at, the hand goes on typing.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPlace}
      >
        <DoubtfulText text={value} doubts={shown} />
      </button>
      <Button
        size="small"
        type="link"
        title={readingText.takeHint}
        aria-keyshortcuts="Control+Enter"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onTake}
      >
        {readingText.take}
      </Button>
      {doubts.length > 0 && <span className="field-offer-note tone-look">{readingText.doubtful}</span>}
    </div>
  );
}
