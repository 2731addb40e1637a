import { Button, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { ResidentId } from "#contract/resident";
import { type IdentityWay, identityWay, identityWayLabel, type RightsRequest } from "#contract/rights-request";
import { session } from "#bridge/session";
import { useWrite } from "#bridge/use-write";
import { rightsText } from "#text/rights";
import { Field } from "#ui/field";
import { ResidentChoice } from "./resident-choice.tsx";
import { WordsField } from "./words-field.tsx";

const words = rightsText.steps;

/** The check of an identity is recorded: how and by whom, no number and no copy of a paper. */
export function IdentifyStep({ request }: { readonly request: RightsRequest }): ReactNode {
  const [way, setWay] = useState<IdentityWay>();
  const [by, setBy] = useState(session.use()?.person.name ?? "");
  const [residentId, setResident] = useState<ResidentId | null>(null);
  const [write, isBusy] = useWrite();
  const { id, revision } = request;
  return (
    <div className="stack">
      <p className="quiet">{words.identifyNote}</p>
      <Field label={words.way} forId="identity-way">
        <Select<IdentityWay>
          id="identity-way"
          className="full"
          value={way ?? null}
          options={identityWay.options.map((value) => ({ value, label: identityWayLabel[value] }))}
          onChange={(next: IdentityWay | null) => setWay(next ?? undefined)}
        />
      </Field>
      <WordsField id="identity-by" label={words.checkedBy} value={by} most={60} onWords={setBy} />
      {request.residentId === null && (
        <ResidentChoice id="identity-resident" value={residentId} onResident={(next) => setResident(next)} />
      )}
      <div className="row">
        <Button
          type="primary"
          disabled={!way || by.trim() === "" || isBusy}
          onClick={() =>
            way &&
            void write("rights-request.identify", {
              ...{ id, revision, way, by },
              residentId: request.residentId ?? residentId,
            })
          }
        >
          {words.identifyVerb}
        </Button>
      </div>
    </div>
  );
}
