import { Button, Checkbox, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { CompilationId, CompilationProposal } from "#contract/compilation";
import type { ItemId } from "#contract/item";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { compilationText } from "#text/compilation";

type Props = { readonly id: CompilationId; readonly onItem: (itemId: ItemId) => void };

/** Filed items of the period that nothing cites yet; taken over with their 出处, one or many. */
export function ProposalList({ id, onItem }: Props): ReactNode {
  const [words, setWords] = useState("");
  const [marked, setMarked] = useState<ReadonlySet<ItemId>>(new Set());
  const { value } = useRead("compilation.propose", { id, words });
  const [write, isBusy] = useWrite();
  const take = async (proposals: readonly CompilationProposal[]): Promise<void> => {
    const entries = proposals.map(({ itemId, happenedOn, words: said }) => ({
      happenedOn,
      heading: "",
      words: said,
      citations: [{ itemId }],
    }));
    const done = await write(
      "compilation.add-entries",
      { id, entries },
      { hasUndo: true, said: (made) => compilationText.taken(made.length) },
    );
    if (done) setMarked(new Set());
  };
  const mark = (itemId: ItemId, isMarked: boolean): void =>
    setMarked((now) => {
      const next = new Set(now);
      if (isMarked) next.add(itemId);
      else next.delete(itemId);
      return next;
    });
  const chosen = (value ?? []).filter((each) => marked.has(each.itemId));
  return (
    <section className="compilation-proposals" aria-label={compilationText.proposals}>
      <header className="stack">
        <h2>{compilationText.proposals}</h2>
        <p className="quiet small">{compilationText.proposalsLine}</p>
        <Input
          aria-label={compilationText.filter}
          placeholder={compilationText.filter}
          allowClear
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {chosen.length > 0 && (
          <Button loading={isBusy} onClick={() => void take(chosen)}>
            {compilationText.takeMarked(chosen.length)}
          </Button>
        )}
      </header>
      <ul>
        {value?.length === 0 && <li className="quiet">{compilationText.noProposals}</li>}
        {value?.map((proposal) => (
          <li key={proposal.itemId}>
            <Checkbox
              aria-label={proposal.words}
              checked={marked.has(proposal.itemId)}
              onChange={(event) => mark(proposal.itemId, event.target.checked)}
            />
            <div className="grow">
              <button type="button" className="plain" onClick={() => onItem(proposal.itemId)}>
                {proposal.words}
              </button>
              <div className="small quiet">
                {[proposal.happenedOn, proposal.archivalCode, proposal.why && compilationText.why(proposal.why)]
                  .filter(Boolean)
                  .join(" · ")}
              </div>
            </div>
            <Button size="small" loading={isBusy} onClick={() => void take([proposal])}>
              {compilationText.take}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
