import { Button } from "antd";
import type { ReactNode } from "react";

type Props = {
  readonly label: string;
  readonly lines: readonly {
    readonly key: string;
    readonly words: string;
    /** Said beside it in the colour of what needs a look; blank for none. */
    readonly mark: string;
    readonly why: string;
  }[];
  /** What was taken comes from this. */
  readonly basis: { readonly words: string; readonly mark: string } | undefined;
  readonly againWords: string;
  readonly onAgain: () => void;
  readonly onTake: (key: string) => void;
};

/** Proposals under a field, each with its reason; one is taken by a click, or what was taken is shown with its basis. */
export function ProposalList({ label, lines, basis, againWords, onAgain, onTake }: Props): ReactNode {
  if (basis)
    return (
      <p className="term-basis row" title={basis.words}>
        <span className="grow cut quiet">{basis.words}</span>
        {basis.mark && <span className="tone-look">{basis.mark}</span>}
        <Button size="small" type="text" onClick={onAgain}>
          {againWords}
        </Button>
      </p>
    );
  if (lines.length === 0) return null;
  return (
    <ul className="proposals" aria-label={label}>
      {lines.map(({ key, words, mark, why }) => (
        <li key={key}>
          <button type="button" className="proposal" title={why} onClick={() => onTake(key)}>
            <span>
              <span className="quiet small">{label}</span> {words}
            </span>
            <span className="tone-look small">{mark}</span>
            <span className="quiet small cut proposal-why">{why}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
