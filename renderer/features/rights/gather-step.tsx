import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { LedgerRowId } from "#contract/ledger-row";
import type { GatheredPerson, RightsRequest } from "#contract/rights-request";
import { useWrite } from "#bridge/use-write";
import { sayMinute } from "#text/format";
import { rightsText } from "#text/rights";
import { CopyDialog } from "./copy-dialog.tsx";
import { GatheredView } from "./gathered-view.tsx";

type Props = {
  readonly request: RightsRequest;
  readonly gathered: GatheredPerson | undefined;
  readonly onGathered: (gathered: GatheredPerson) => void;
};
const words = rightsText.steps;

/** Gathered when asked, each time an entry of the log; shown until the page is left. */
export function GatherStep({ request, gathered, onGathered }: Props): ReactNode {
  const [write, isBusy] = useWrite();
  const [isCopying, setCopying] = useState(false);
  const { id, kind, gatheredAt } = request;
  const gather = async (confirmed: LedgerRowId[] = []): Promise<void> => {
    const answer = await write("rights-request.gather", { id, confirmed });
    if (answer) onGathered(answer);
  };
  const mayCopy = gathered !== undefined && (kind === "copy" || kind === "access");
  return (
    <div className="stack">
      <p className="quiet">
        {words.gatherNote}
        {gatheredAt !== "" && ` ${words.gatheredAt(sayMinute(gatheredAt))}`}
      </p>
      <div className="row">
        <Button type={gathered ? "default" : "primary"} disabled={isBusy} onClick={() => void gather()}>
          {gathered ? words.gatherAgain : words.gatherVerb}
        </Button>
        {mayCopy && <Button onClick={() => setCopying(true)}>{words.copy}</Button>}
      </div>
      {gathered && (
        <>
          <p className="tone-look">{words.lastLook}</p>
          <GatheredView gathered={gathered} onConfirm={(rowId) => void gather([rowId])} />
        </>
      )}
      {isCopying && <CopyDialog request={request} onClose={() => setCopying(false)} />}
    </div>
  );
}
