import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { type Consent, consentScopeLabel } from "#contract/consent";
import type { Resident } from "#contract/resident";
import { useRead } from "#bridge/use-read";
import { consentText, ethnicityText } from "#text/resident";
import { ConsentDialog } from "./consent-dialog.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

/** What a person consented to, and what she withdrew. */
export function ConsentList({ resident }: { readonly resident: Resident }): ReactNode {
  const { value: consents = [] } = useRead("consent.list", { residentId: resident.id });
  const [isGiving, setGiving] = useState(false);
  const [withdrawn, setWithdrawn] = useState<Consent>();
  // The consent to a statement of 民族 stands beside the statement, in its own dialog.
  const shown = consents.filter(({ scope }) => scope !== "ethnicity");
  return (
    <section aria-label={consentText.title}>
      <header>
        <h3>{consentText.title}</h3>
        <span className="grow" />
        <Button size="small" disabled={resident.isRestricted} onClick={() => setGiving(true)}>
          {consentText.give}
        </Button>
      </header>
      {shown.length === 0 && <p className="quiet">{consentText.none}</p>}
      <ul className="consent-list">
        {shown.map((each) => (
          <li key={each.id}>
            <div className="grow">
              <strong>{each.ledgerName || ethnicityText.title}</strong>　{consentScopeLabel[each.scope]}
              <div className="quiet small">
                {[
                  consentText.givenLine(each.givenOn),
                  each.guardian && consentText.guardianLine(each.guardian),
                  each.paperItemId && consentText.hasPaper,
                ]
                  .filter(Boolean)
                  .join("，")}
              </div>
            </div>
            {each.withdrawnOn ? (
              <span className="mark">{consentText.withdrawn(each.withdrawnOn)}</span>
            ) : (
              <>
                <span className="mark mark-proved">{consentText.stands}</span>
                <Button size="small" onClick={() => setWithdrawn(each)}>
                  {consentText.withdraw}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {isGiving && <ConsentDialog resident={resident} onEnd={() => setGiving(false)} />}
      {withdrawn && <WithdrawDialog consent={withdrawn} onEnd={() => setWithdrawn(undefined)} />}
    </section>
  );
}
