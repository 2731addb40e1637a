import { AutoComplete, Button } from "antd";
import { type ReactNode, useState } from "react";
import { itemId } from "#contract/item";
import type { LedgerAttachment } from "#contract/ledger-attachment";
import type { LedgerRow } from "#contract/ledger-row";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { sayMinute } from "#text/format";
import { ledgerText } from "#text/ledger";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";
import { Thumbnail } from "#ui/thumbnail";
import { useItemOffers } from "./cell-offers.ts";

type Props = {
  readonly row: LedgerRow;
  readonly isOpen: boolean;
  readonly onRow: (row: LedgerRow) => void;
};

const namesOf = ({ kind, pageId, itemId: item }: LedgerAttachment): { pageIds?: [string]; itemIds?: [string] } =>
  kind === "page" && pageId !== null ? { pageIds: [pageId] } : { itemIds: [item ?? ""] };

/** 附件 of one row: what proves it, each with the time it was scanned; an item is found by its words and attached. */
export function RowPapers({ row, isOpen, onRow }: Props): ReactNode {
  const { value, problem } = useRead("ledger.attachments", { rowId: row.id });
  const [words, setWords] = useState("");
  const [write, isBusy] = useWrite();
  const offers = useItemOffers(words);
  const attach = async (id: string): Promise<void> => {
    const done = await write("ledger.attach", { rowId: row.id, itemIds: [itemId.parse(id)] });
    if (done) onRow(done.row);
    setWords("");
  };
  const detach = async (paper: LedgerAttachment): Promise<void> => {
    const done = await write("ledger.detach", { rowId: row.id, ...(namesOf(paper) as object) });
    if (done) onRow(done.row);
  };
  if (problem) return <Problem {...problem} />;
  return (
    <div className="stack">
      {value?.length === 0 && <p className="quiet">{ledgerText.noAttachments}</p>}
      <ul className="stack">
        {value?.map((paper) => (
          <li key={`${paper.kind}/${paper.pageId}/${paper.itemId}`} className="row">
            {paper.thumbnail && <Thumbnail {...paper.thumbnail} />}
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
            <Button size="small" type="text" disabled={!isOpen} onClick={() => void detach(paper)}>
              {ledgerText.detach}
            </Button>
          </li>
        ))}
      </ul>
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
            onSelect={(id: string | undefined) => void (id && attach(id))}
          />
        </Field>
      )}
    </div>
  );
}
