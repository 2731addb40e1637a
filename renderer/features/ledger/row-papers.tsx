import { AutoComplete, Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Asked } from "#contract/contract";
import { itemId } from "#contract/item";
import type { LedgerAttachment } from "#contract/ledger-attachment";
import type { LedgerRow } from "#contract/ledger-row";
import { ask } from "#bridge/call";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { sayMinute } from "#text/format";
import { ledgerText } from "#text/ledger";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";
import { Thumbnail } from "#ui/thumbnail";
import { useItemOffers } from "./cell-offers.ts";
import { TrayPapers } from "./tray-papers.tsx";
import type { OwnChanges, WayBack } from "./use-own-changes.ts";

type Props = {
  readonly row: LedgerRow;
  readonly isOpen: boolean;
  readonly changes: OwnChanges;
};
type Papers = Omit<Asked<"ledger.attach">, "rowId">;
type Act = "ledger.attach" | "ledger.detach";
const opposite: Record<Act, Act> = { "ledger.attach": "ledger.detach", "ledger.detach": "ledger.attach" };

const wayBack =
  (name: Act, asked: Asked<Act>): WayBack =>
  async () => {
    const { row } = await ask(name, asked);
    return { rows: [row], back: wayBack(opposite[name], asked) };
  };

const papersOf = ({ kind, pageId, itemId: item }: LedgerAttachment): Papers =>
  kind === "page" ? { pageIds: pageId === null ? [] : [pageId] } : { itemIds: item === null ? [] : [item] };

/**
 * 附件 of one row: what proves it, each with the time it was scanned. Pages just scanned are taken from the tray, an item is found by
 * its words.
 */
export function RowPapers({ row, isOpen, changes }: Props): ReactNode {
  const { value, problem } = useRead("ledger.attachments", { rowId: row.id });
  const [words, setWords] = useState("");
  const [write, isBusy] = useWrite();
  const has = new Set<string>(value?.flatMap((paper) => (paper.kind === "item" && paper.itemId) || []));
  const offers = useItemOffers(words).filter(({ key }) => !has.has(key));
  /** The row stays where it is under the hand, even where a filter would hide it now. */
  const put = (name: Act, papers: Papers, sentence: string): Promise<boolean> => {
    const asked = { rowId: row.id, ...papers };
    return changes.beside(
      () => write(name, asked, { hasUndo: true, said: () => sentence }),
      wayBack(opposite[name], asked),
    );
  };
  const attachItem = async (id: string): Promise<void> => {
    await put("ledger.attach", { itemIds: [itemId.parse(id)] }, ledgerText.attached(1));
    setWords("");
  };
  if (problem) return <Problem {...problem} />;
  return (
    <div className="stack">
      {value?.length === 0 && <p className="quiet">{ledgerText.noAttachments}</p>}
      <ul className="stack">
        {value?.map((paper) => (
          <li key={`${paper.kind}/${paper.pageId}/${paper.itemId}`} className="row">
            {paper.thumbnail && (
              <span className="row-sheet is-attached">
                <Thumbnail {...paper.thumbnail} />
              </span>
            )}
            <div className="grow">
              <p>{paper.title}</p>
              <p className="quiet small">
                {[
                  paper.archivalCode,
                  paper.pageNumber > 0 ? ledgerText.pageOfItem(paper.pageNumber) : ledgerText.pages(paper.pageCount),
                  paper.capturedAt === null ? "" : ledgerText.scanned(sayMinute(paper.capturedAt)),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <Button
              size="small"
              type="text"
              disabled={!isOpen}
              onClick={() => void put("ledger.detach", papersOf(paper), ledgerText.detached)}
            >
              {ledgerText.detach}
            </Button>
          </li>
        ))}
      </ul>
      {isOpen && (
        <TrayPapers
          key={row.id}
          rowId={row.id}
          isBusy={isBusy}
          onAttach={(pageIds) => put("ledger.attach", { pageIds: [...pageIds] }, ledgerText.attached(pageIds.length))}
        />
      )}
      {isOpen && (
        <Field label={ledgerText.attachItem} forId="row-paper" note={ledgerText.attachNote}>
          <AutoComplete
            id="row-paper"
            className="full"
            value={words}
            disabled={isBusy}
            maxLength={80}
            options={offers.map(({ key, value: title, note }) => ({
              value: key,
              label: (
                <>
                  {title} <span className="quiet small">{note}</span>
                </>
              ),
            }))}
            onChange={(next: string | undefined) => setWords(next ?? "")}
            onSelect={(id: string | undefined) => void (id && attachItem(id))}
          />
        </Field>
      )}
    </div>
  );
}
